using System.Globalization;
using System.Text;
using System.Text.Unicode;

namespace Emergent.Data;

/// <summary>Reads a table from delimited text in UTF-8, with emergent's typed header or a plain one.</summary>
internal static class TableReader
{
    private const int SampleRows = 1000;

    /// <summary>How a file is to be read; see <see cref="Table.Load"/>.</summary>
    public readonly record struct Options(Delimiter Delimiter, bool FillShortRows, bool ReverseOldShapes);

    /// <summary>The table in a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="source">What error messages call it.</param>
    /// <param name="name">The table's name.</param>
    /// <param name="options">How it is to be read.</param>
    /// <exception cref="EmergentException">The text is damaged.</exception>
    public static Table Read(ReadOnlySpan<byte> text, string source, string name, Options options)
    {
        if (text.StartsWith("\uFEFF"u8)) { text = text[3..]; }
        if (!Utf8.IsValid(text)) { throw new EmergentException($"File '{source}' is not text in UTF-8, so it is no table or a damaged one."); }
        var header = DelimitedReader.FirstLine(text);
        if (header.Length == 0) { throw new EmergentException($"File '{source}' is empty. A table begins with a line of column names."); }
        var delimiter = options.Delimiter != Delimiter.Detect ? TableWriter.CharOf(options.Delimiter)
            : TableHeader.DetectDelimiter(header);

        var reader = new DelimitedReader(text, (byte)delimiter, source);
        reader.NextRecord();
        var cells = new List<string>();
        while (reader.NextCell(out var cell)) { cells.Add(Encoding.UTF8.GetString(cell)); }
        if (cells is [{ } only] && only.Contains(';', StringComparison.Ordinal))
        {
            throw new EmergentException($"File '{source}', line 1 (header): found '{only}', which has semicolons and nothing else between names. Save the table with commas or tabs between cells, and points in fractions.");
        }
        var declarations = TableHeader.Parse(cells, source, reader.Line, options.ReverseOldShapes, out var reversed);
        var isMarked = cells[0] == TableHeader.HeaderMark;
        var body = new Body(source, cells.Count - (isMarked ? 1 : 0), isMarked, options.FillShortRows, text.Count((byte)'\n') + 1);

        var types = declarations.ConvertAll(d => d.ElementType);
        if (types.Contains(null))
        {
            // What the first rows hold is mostly what all hold; where it is not, the rest is looked at too.
            var guess = Guess(reader, body, types.Count, SampleRows, out var isCertain);
            if (isCertain && ReadRows(reader, body, Make(name, declarations, guess), isGuess: true, out _) is { } guessed) { return guessed; }
            types = Guess(reader, body, types.Count, int.MaxValue, out _);
        }
        while (true)
        {
            var table = Make(name, declarations, types);
            if (reversed.Count > 0) { table.MetaData[TableHeader.OldShapes] = string.Join(", ", reversed); }
            if (ReadRows(reader, body, table, isGuess: false, out var tooSmall) is { } read) { return read; }
            types[tooSmall] = typeof(long);
        }
    }

    private static Table Make(string name, List<TableHeader.Declaration> declarations, List<Type?> types)
    {
        var table = new Table(name);
        for (var c = 0; c < types.Count; c++) { table.AddColumn(types[c]!, declarations[c].Name, declarations[c].CellShape); }
        return table;
    }

    /// <summary>Fills the table, or gives null where a type was guessed that does not hold for all rows, or an int column (<paramref name="tooSmall"/>) meets a larger number.</summary>
    private static Table? ReadRows(DelimitedReader reader, Body body, Table table, bool isGuess, out int tooSmall)
    {
        tooSmall = -1;
        Column[] columns = [.. table.Columns];
        int[] sizes = [.. columns.Select(c => c.CellShape.Length)];
        bool[] isNarrow = [.. columns.Select(c => isGuess && (c.ElementType == typeof(int) || c.ElementType == typeof(long) || c.ElementType == typeof(bool)))];
        var row = 0;
        table.AddRows(body.LikelyRows);
        while (reader.NextRecord())
        {
            if (row == table.RowCount) { table.AddRows(Math.Max(row, 16)); }
            body.SkipMark(ref reader);
            var before = reader.Cells;
            for (var c = 0; c < columns.Length; c++)
            {
                for (var i = 0; i < sizes[c]; i++)
                {
                    if (!reader.NextCell(out var cell))
                    {
                        body.CheckFew(reader.Cells - before, reader.Line);
                        cell = default;
                    }
                    var fits = columns[c].TrySetFileText(row, i, cell);
                    if (isNarrow[c] && fits && !IsGuessKept(columns[c], row, cell)) { return null; }
                    if (fits) { continue; }
                    if (isGuess) { return null; }
                    if (columns[c].ElementType == typeof(int) && KindOf(cell) == CellKind.Long)
                    {
                        tooSmall = c;
                        return null;
                    }
                    throw DoesNotFit(body.Source, reader.Line, columns[c], i, cell);
                }
            }
            body.CheckMany(ref reader, before);
            row++;
        }
        table.SetRowCount(row);
        return table;
    }

    /// <summary>The narrowest type that holds the cells of each column in the first rows: int, long, double, bool, string.</summary>
    /// <param name="reader">Before the first row.</param>
    /// <param name="body">What rows must be like.</param>
    /// <param name="columns">The number of columns.</param>
    /// <param name="rows">How many rows to look at.</param>
    /// <param name="isCertain">Whether each column had a cell that says something.</param>
    private static List<Type?> Guess(DelimitedReader reader, Body body, int columns, int rows, out bool isCertain)
    {
        var kinds = new CellKind[columns];
        for (var row = 0; row < rows && reader.NextRecord(); row++)
        {
            body.SkipMark(ref reader);
            var before = reader.Cells;
            for (var c = 0; c < columns && reader.NextCell(out var cell); c++)
            {
                if (kinds[c] != CellKind.Text) { kinds[c] = Common(kinds[c], KindOf(cell)); }
            }
            body.CheckMany(ref reader, before);
        }
        isCertain = !kinds.Contains(CellKind.Nothing);
        return [.. kinds.Select(kind => kind switch
        {
            CellKind.Whole => typeof(int),
            CellKind.Long => typeof(long),
            CellKind.Number => typeof(double),
            CellKind.Truth => typeof(bool),
            _ => typeof(string),
        })];
    }

    private static CellKind KindOf(ReadOnlySpan<byte> cell)
    {
        // An empty cell says nothing; a written NaN says that the column holds fractions.
        if (cell.Trim(" \t"u8).IsEmpty) { return CellKind.Nothing; }
        if (Ascii.EqualsIgnoreCase(cell, "true"u8) || Ascii.EqualsIgnoreCase(cell, "false"u8)) { return CellKind.Truth; }
        if (NumberText.TryParse(cell, out int _)) { return CellKind.Whole; }
        if (long.TryParse(cell, NumberStyles.Integer, CultureInfo.InvariantCulture, out _)) { return CellKind.Long; }
        if (NumberText.TryParse(cell, out double _)) { return CellKind.Number; }
        return Elements.Of<double>().IsNullText(Encoding.UTF8.GetString(cell)) ? CellKind.Number : CellKind.Text;
    }

    private static CellKind Common(CellKind a, CellKind b) =>
        a == b || b == CellKind.Nothing ? a : a == CellKind.Nothing ? b
        : a <= CellKind.Number && b <= CellKind.Number ? (CellKind)Math.Max((int)a, (int)b) : CellKind.Text;

    /// <summary>Whether a cell that fits is of the kind that the column's guessed type came from, since more fits the type: NaN is a null whole number, and 1 a truth value.</summary>
    private static bool IsGuessKept(Column column, int row, ReadOnlySpan<byte> cell) =>
        column.ElementType == typeof(bool) ? KindOf(cell) is CellKind.Truth or CellKind.Nothing : !column.IsNullAt(row) || KindOf(cell) == CellKind.Nothing;

    private static EmergentException DoesNotFit(string source, int line, Column column, int element, ReadOnlySpan<byte> found)
    {
        var place = column.IsScalar ? "" : $"[{string.Join(", ", column.CellShape.Index(element))}]";
        return new(string.Create(CultureInfo.InvariantCulture,
            $"File '{source}', line {line}, column '{column.Name}'{place}: found '{Encoding.UTF8.GetString(found)}', but a column marked {column.Code} takes "
                + $"{column.Rule} or an empty cell."));
    }

    private enum CellKind { Nothing, Whole, Long, Number, Truth, Text }

    /// <summary>What the rows of a file must be like.</summary>
    private readonly record struct Body(string Source, int Expected, bool IsMarked, bool FillsShort, int LikelyRows)
    {
        /// <summary>Passes over the mark at the beginning of a row, which is one where it is one cell too many.</summary>
        public void SkipMark(ref DelimitedReader reader)
        {
            if (!reader.IsAt("_D:"u8)) { return; }
            var probe = reader;
            if (!probe.NextCell(out var cell) || !cell.SequenceEqual("_D:"u8)) { return; }
            var count = probe.CountCells();
            if (count == Expected + 1 || (FillsShort && IsMarked && count <= Expected)) { reader.NextCell(out _); }
        }

        public void CheckFew(int found, int line)
        {
            if (!FillsShort) { throw Ragged(found, line, " Or read it with fillShortRows: true, and cells that are missing are null."); }
        }

        public void CheckMany(ref DelimitedReader reader, int before)
        {
            var found = reader.CountCells() - before;
            if (found > Expected) { throw Ragged(found, reader.Line, ""); }
            if (found < Expected) { CheckFew(found, reader.Line); }
        }

        private EmergentException Ragged(int found, int line, string remedy) => new($"File '{Source}', line {line}: found {found} cells, but the header declares {Expected}. "
            + $"The line is cut off or a delimiter inside a text is not quoted.{remedy}");
    }
}
