using System.Text;

namespace Emergent.Data;

/// <summary>How a cell is written into delimited text: in quotes where it holds a delimiter, a line end or a quote.</summary>
internal static class DelimitedText
{
    /// <summary>Writes one cell, in quotes when it needs them.</summary>
    /// <remarks>The rule is that of Go's encoding/csv, so that files are the same byte for byte.</remarks>
    public static void Append(StringBuilder line, string cell, char delimiter)
    {
        var plain = cell.Length == 0 || (cell != @"\." && !char.IsWhiteSpace(cell[0]) && cell.AsSpan().IndexOfAny(['"', '\r', '\n', delimiter]) < 0);
        if (plain) { line.Append(cell); }
        else { line.Append('"').Append(cell.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"'); }
    }
}
