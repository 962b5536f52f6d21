using System.Text;

namespace Emergent.Networks;

/// <summary>A table of text with aligned columns, for reports.</summary>
/// <param name="headings">The first row.</param>
/// <param name="numbersFrom">The first of the columns of numbers, which are aligned to the right.</param>
internal sealed class TextTable(IReadOnlyList<string> headings, int numbersFrom = int.MaxValue)
{
    private readonly List<IReadOnlyList<string>> _rows = [headings];

    public void Add(IReadOnlyList<string> row) => _rows.Add(row);

    public override string ToString()
    {
        var widths = headings.Select((_, column) => _rows.Max(r => r[column].Length)).ToArray();
        var text = new StringBuilder();
        foreach (var row in _rows)
        {
            var line = row.Select((cell, column) => column >= numbersFrom ? cell.PadLeft(widths[column]) : cell.PadRight(widths[column]));
            text.Append(string.Join("  ", line).TrimEnd()).Append('\n');
        }
        return text.ToString();
    }
}
