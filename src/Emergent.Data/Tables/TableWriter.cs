using System.Globalization;
using System.Text;

namespace Emergent.Data;

/// <summary>Writes a table as delimited text, with emergent's typed header or a plain one.</summary>
internal static class TableWriter
{
    public static void Write(TextWriter writer, Table table, char delimiter, HeaderStyle header)
    {
        var digits = Precision(table);
        var line = new StringBuilder();
        TableHeader.Write(line, table, delimiter, header);
        writer.Write(line);
        for (var row = 0; row < table.RowCount; row++)
        {
            line.Clear();
            WriteRow(line, table, row, delimiter, digits);
            writer.Write(line);
        }
    }

    public static void WriteRow(StringBuilder line, Table table, int row, char delimiter, int digits)
    {
        var isFirst = true;
        var columns = table.Columns;
        for (var c = 0; c < columns.Count; c++)   // by index, since an enumerator would be allocated for each row
        {
            var column = columns[c];
            for (var i = 0; i < column.CellShape.Length; i++)
            {
                if (!isFirst) { line.Append(delimiter); }
                isFirst = false;
                column.AppendFileText(line, row, i, digits, delimiter);
            }
        }
        // A line with nothing on it would be skipped by whoever reads it; quotes show that there is a cell.
        if (line.Length == 0 && !isFirst) { line.Append("\"\""); }
        line.Append('\n');
    }

    /// <summary>The significant digits of fractions that the table's metadata asks for; 0 for as many as it takes.</summary>
    /// <exception cref="EmergentException">The <c>precision</c> is no whole number.</exception>
    public static int Precision(Table table)
    {
        if (!table.MetaData.TryGetValue("precision", out var text)) { return 0; }
        return int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var digits)
            ? Math.Max(digits, 0)
            : throw new EmergentException($"Table '{table.Name}' has the precision '{text}'; it must be a number of significant digits, such as 4.");
    }

    public static char CharOf(Delimiter delimiter, string? path = null) => delimiter switch
    {
        Delimiter.Comma => ',',
        Delimiter.Space => ' ',
        Delimiter.Tab => '\t',
        _ => path is not null && Path.GetExtension(WithoutGzip(path)).Equals(".csv", StringComparison.OrdinalIgnoreCase) ? ',' : '\t',
    };

    public static bool IsGzip(string path) => path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase);

    public static string WithoutGzip(string path) => IsGzip(path) ? path[..^3] : path;
}
