using System.Globalization;

namespace Emergent.Data;

/// <summary>Reads a table from delimited text, with emergent's typed header or a plain one.</summary>
internal static class TableReader
{
    public static Table Read(TextReader reader, string source, string name, Delimiter delimiter)
    {
        var text = new DelimitedText(reader, source);
        if (text.PeekLine() is not { } header)
        {
            throw new EmergentException($"File '{source}' is empty. "
                + "A table begins with a line of column names.");
        }
        text.Delimiter = delimiter == Delimiter.Detect ? TableHeader.DetectDelimiter(header) : TableWriter.CharOf(delimiter);

        var headerCells = text.NextRecord()!;
        var first = headerCells[0] == TableHeader.HeaderMark ? 1 : 0;
        var expected = headerCells.Count - first;
        var declarations = TableHeader.Parse(headerCells, source, text.Line);
        var isTyped = declarations.TrueForAll(d => d.ElementType is not null);

        var table = new Table(name);
        foreach (var d in declarations) { table.AddColumn(d.ElementType ?? typeof(string), d.Name, d.CellShape); }
        var lines = new List<int>();
        while (text.NextRecord() is { } cells)
        {
            var start = cells[0] == TableHeader.DataMark && cells.Count == expected + 1 ? 1 : 0;
            if (cells.Count - start != expected)
            {
                throw new EmergentException($"File '{source}', line {text.Line}: found {cells.Count - start} cells, but the header "
                    + $"declares {expected}. The line is cut off or a delimiter inside a text is not quoted.");
            }
            var row = table.AddRow().Index;
            lines.Add(text.Line);
            foreach (var column in table.Columns)
            {
                for (var i = 0; i < column.CellShape.Length; i++)
                {
                    if (!column.TrySetFileText(row, i, cells[start])) { throw DoesNotFit(source, text.Line, column, i, cells[start]); }
                    start++;
                }
            }
        }
        return isTyped ? table : Infer(table);
    }

    /// <summary>The table of texts with each column as the narrowest of int, double and string that holds all its cells.</summary>
    private static Table Infer(Table texts)
    {
        var table = new Table(texts.Name);
        table.AddRows(texts.RowCount);
        foreach (var column in texts.Columns)
        {
            var cells = (Column<string>)column;
            var target = table.AddColumn(InferType(cells.Values), column.Name);
            for (var row = 0; row < texts.RowCount; row++) { target.TrySetFileText(row, 0, cells[row]); }
        }
        return table;
    }

    private static Type InferType(ReadOnlySpan<string> cells)
    {
        Element<int> whole = Elements.Of<int>();
        Element<double> number = Elements.Of<double>();
        bool isWhole = true, isNumber = true, isKnown = false;
        foreach (var cell in cells)
        {
            // An empty cell says nothing; a written NaN says that the column holds fractions.
            if (string.IsNullOrWhiteSpace(cell)) { continue; }
            isKnown = true;
            isWhole = isWhole && whole.TryParse(cell, out _);
            isNumber = isNumber && (number.IsNullText(cell) || number.TryParse(cell, out _));
        }
        return !isKnown || !isNumber ? typeof(string) : isWhole ? typeof(int) : typeof(double);
    }

    private static EmergentException DoesNotFit(string source, int line, Column column, int element, string found)
    {
        var place = column.IsScalar ? "" : $"[{string.Join(", ", column.CellShape.Index(element))}]";
        return new(string.Create(CultureInfo.InvariantCulture,
            $"File '{source}', line {line}, column '{column.Name}'{place}: found '{found}', but a column marked {column.Code} takes "
                + $"{column.Rule} or an empty cell."));
    }
}
