using System.Text;

namespace Emergent.Data;

/// <summary>A table of text with aligned columns, for reports.</summary>
/// <param name="headings">The first row.</param>
/// <param name="isNumber">Which columns hold numbers, and are aligned to the right.</param>
internal sealed class TextTable(IReadOnlyList<string> headings, Func<int, bool> isNumber)
{
    private readonly List<IReadOnlyList<string>> _rows = [headings];

    /// <summary>A table whose columns hold numbers from some column on.</summary>
    public TextTable(IReadOnlyList<string> headings, int numbersFrom = int.MaxValue) : this(headings, column => column >= numbersFrom) { }

    public void Add(IReadOnlyList<string> row) => _rows.Add(row);

    public override string ToString()
    {
        var widths = headings.Select((_, column) => _rows.Max(r => r[column].Length)).ToArray();
        var text = new StringBuilder();
        foreach (var row in _rows)
        {
            var line = row.Select((cell, column) => isNumber(column) ? cell.PadLeft(widths[column]) : cell.PadRight(widths[column]));
            text.Append(string.Join("  ", line).TrimEnd()).Append('\n');
        }
        return text.ToString();
    }
}
