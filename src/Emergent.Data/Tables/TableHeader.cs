using System.Globalization;
using System.Text;

namespace Emergent.Data;

/// <summary>The first line of a table's file: names, and in emergent's files a letter for each type and the shapes of tensor cells.</summary>
internal static class TableHeader
{
    public const string HeaderMark = "_H:";

    /// <summary>The key in a table's metadata for columns whose shapes may be the wrong way round.</summary>
    public const string OldShapes = "old-shapes";

    /// <summary>A column as the header declares it; the type is null where the data must tell.</summary>
    public readonly record struct Declaration(string Name, Type? ElementType, Shape CellShape, int Cell);

    /// <summary>The columns that a header line declares.</summary>
    /// <param name="cells">The header's cells.</param>
    /// <param name="source">What error messages call the file.</param>
    /// <param name="line">The line that the header is on.</param>
    /// <param name="reverseOldShapes">Whether shapes that list x before y are turned round.</param>
    /// <param name="oldShapes">The columns whose shapes list x before y and were not turned round, though that makes a difference.</param>
    /// <exception cref="EmergentException">The header is damaged.</exception>
    public static List<Declaration> Parse(IReadOnlyList<string> cells, string source, int line, bool reverseOldShapes, out List<string> oldShapes)
    {
        oldShapes = [];
        var isMarked = cells[0] == HeaderMark;
        var first = isMarked ? 1 : 0;
        var isTyped = isMarked || cells.All(cell => cell.Length == 0 || (cell.Length > 1 && TypeOf(cell[0]) is not null));
        var columns = new List<Declaration>();
        for (var c = first; c < cells.Count; c++)
        {
            var cell = cells[c].Trim();
            if (cell.Length == 0) { columns.Add(new($"col_{c - first}", isTyped ? typeof(string) : null, Shape.Scalar, c)); }
            else if (!isTyped) { columns.Add(new(cell, null, Shape.Scalar, c)); }
            else if (TypeOf(cell[0]) is not { } type) { columns.Add(new(cell, typeof(string), Shape.Scalar, c)); }
            else
            {
                var column = ParseTyped(cell, type, c);
                if (ListsXBeforeY(column.CellShape, c + 1 < cells.Count ? cells[c + 1] : ""))
                {
                    int[] sizes = [.. column.CellShape.Reverse()];
                    if (reverseOldShapes) { column = column with { CellShape = Shape.Create(sizes) }; }
                    else if (!column.CellShape.Sizes.SequenceEqual(sizes)) { oldShapes.Add(column.Name); }
                }
                columns.Add(column);
                for (var i = 1; i < column.CellShape.Length; i++)
                {
                    c++;
                    var next = c < cells.Count ? cells[c].Trim() : "";
                    if (!next.StartsWith($"{cell[0]}{column.Name}[", StringComparison.Ordinal) || next.Contains('<'))
                    {
                        throw Damaged(c, $"found '{next}', but column '{column.Name}' has shape {column.CellShape} and so "
                            + $"{column.CellShape.Length} cells, of which this must be number {i + 1}");
                    }
                }
            }
        }
        if (columns.GroupBy(c => c.Name).FirstOrDefault(g => g.Count() > 1) is { } twice)
        {
            throw Damaged(twice.Last().Cell, $"column '{twice.Key}' stands in cell {twice.First().Cell + 1} already. Names must be unique");
        }
        return columns;

        Declaration ParseTyped(string cell, Type type, int c)
        {
            var index = cell.IndexOf('[');
            var shape = cell.IndexOf('<');
            var name = cell[1..Math.Min(index < 0 ? cell.Length : index, shape < 0 ? cell.Length : shape)];
            if (name.Length == 0) { throw Damaged(c, $"found '{cell}', but a column needs a name after its type letter"); }
            if (shape >= 0) { return new(name, type, ParseShape(cell[shape..], c), c); }
            if (index >= 0)
            {
                throw Damaged(c, $"found '{cell}', but the first cell of a tensor column must give its shape, as in "
                    + $"'{cell[0]}{name}[2:0,0]<2:5,5>'");
            }
            return new(name, type, Shape.Scalar, c);
        }

        Shape ParseShape(string text, int c)
        {
            var colon = text.IndexOf(':');
            if (text.EndsWith('>') && colon > 0 && int.TryParse(text.AsSpan(1, colon - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var rank))
            {
                var sizes = new List<int>();
                foreach (var part in text[(colon + 1)..^1].Split(','))
                {
                    if (int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var size) && size > 0) { sizes.Add(size); }
                }
                // A shape of more cells than the line has is damaged too, and must not overflow on the way to that message.
                if (sizes.Count == rank && sizes.Aggregate(1.0, (product, size) => product * size) <= cells.Count) { return Shape.Create([.. sizes]); }
            }
            throw Damaged(c, $"found the shape '{text}', but a shape is <dimensions:size,size,…> with as many cells after it as it holds, "
                + "as in '<2:5,5>'");
        }

        EmergentException Damaged(int c, string what) => new($"File '{source}', line {line} (header), cell {c + 1}: {what}.");
    }

    /// <summary>Writes the header of a table: with types and shapes, as the current Go emergent does, or names alone.</summary>
    /// <exception cref="EmergentException">A column has cells with no elements, or a name that would be read as something else.</exception>
    public static void Write(StringBuilder line, Table table, char delimiter, HeaderStyle style = HeaderStyle.Typed)
    {
        foreach (var column in table.Columns)
        {
            if (column.CellShape.Length == 0)
            {
                throw new EmergentException($"Column '{column.Name}' of table '{table.Name}' has cells of shape {column.CellShape}, which "
                    + "hold nothing; a file cannot show that. Remove the column before saving.");
            }
            if (column.Name.AsSpan().IndexOfAny("[<\r\n") >= 0 || column.Name.Trim().Length < column.Name.Length)
            {
                throw new EmergentException($"Column '{column.Name}' of table '{table.Name}' cannot be written to a file, where '[' and "
                    + "'<' after a name mean a tensor. Choose a name without them, line ends or spaces around it.");
            }
            for (var i = 0; i < column.CellShape.Length; i++)
            {
                if (line.Length > 0) { line.Append(delimiter); }
                if (style == HeaderStyle.Plain)
                {
                    DelimitedText.Append(line, string.Join('_', [column.Name, .. column.CellShape.Index(i).Select(n => n.ToString(CultureInfo.InvariantCulture))]), delimiter);
                    continue;
                }
                var rank = column.CellShape.Rank;
                var index = column.IsScalar ? "" : $"[{rank}:{string.Join(',', column.CellShape.Index(i))}]";
                var shape = i > 0 || column.IsScalar ? "" : $"<{rank}:{string.Join(',', column.CellShape)}>";
                DelimitedText.Append(line, $"{column.Code}{column.Name}{index}{shape}", delimiter);
            }
        }
        line.Append('\n');
    }

    /// <summary>What separates the cells of a header line: the commonest candidate outside quotes and the brackets of tensor columns.</summary>
    public static char DetectDelimiter(string header)
    {
        int tabs = 0, commas = 0, spaces = 0, depth = 0;
        var isQuoted = false;
        foreach (var c in header)
        {
            if (c == '"') { isQuoted = !isQuoted; }
            else if (isQuoted) { continue; }
            else if (c is '[' or '<') { depth++; }
            else if (c is ']' or '>') { depth--; }
            else if (c == '\t') { tabs++; }
            else if (c == ',' && depth == 0) { commas++; }
            else if (c == ' ' && depth == 0) { spaces++; }
        }
        if (tabs > 0 || commas > 0) { return commas > tabs ? ',' : '\t'; }
        // A space alone may belong to a name; it separates only where each part is marked as a column of its own.
        var parts = header.Split(' ');
        return spaces > 0 && parts.All(p => p.Length > 1 && (p == HeaderMark || TypeOf(p[0]) is not null)) ? ' ' : '\t';
    }

    /// <summary>Whether the second cell of a tensor column has the next index of the first dimension, as old C++ emergent wrote x before y; in the current order it is of the last.</summary>
    private static bool ListsXBeforeY(Shape shape, string second)
    {
        if (shape.Rank < 2 || shape[0] < 2) { return false; }
        var index = $"[{shape.Rank}:1{string.Concat(Enumerable.Repeat(",0", shape.Rank - 1))}]";
        // Where the other dimensions have size 1, this is the current order too.
        return second.Trim().EndsWith(index, StringComparison.Ordinal) && shape.Length > shape[0];
    }

    // What a letter cannot tell is read as the commonest: | is written for all whole numbers of 16 bits and more (and read as long where int is too small), @ for sbyte and byte.
    private static Type? TypeOf(char code) => code switch
    {
        '$' or '&' => typeof(string),
        '%' => typeof(float),
        '#' => typeof(double),
        '|' => typeof(int),
        '@' => typeof(byte),
        '^' => typeof(bool),
        _ => null,
    };
}
