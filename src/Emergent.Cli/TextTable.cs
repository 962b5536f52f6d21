namespace Emergent.Cli;

/// <summary>A small table for the terminal: numbers to the right, texts to the left.</summary>
internal sealed class TextTable(params string[] columns)
{
    private readonly List<string[]> _rows = [];

    /// <summary>Adds a row.</summary>
    public void Add(params string[] cells) => _rows.Add(cells);

    /// <summary>Writes the table, its columns aligned.</summary>
    public void Write(TextWriter writer)
    {
        int[] widths = [.. columns.Select((name, i) => _rows.Select(r => r[i].Length).Append(name.Length).Max())];
        bool[] areNumbers = [.. columns.Select((_, i) => _rows.Count > 0 && _rows.All(r => r[i].Length == 0 || char.IsAsciiDigit(r[i][^1]) || r[i] is "never" or "mean"))];
        foreach (var row in _rows.Prepend(columns))
        {
            var cells = row.Select((cell, i) => areNumbers[i] ? cell.PadLeft(widths[i]) : cell.PadRight(widths[i]));
            writer.WriteLine(string.Join("  ", cells).TrimEnd());
        }
    }
}
