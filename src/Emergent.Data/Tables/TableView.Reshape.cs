namespace Emergent.Data;

public sealed partial class TableView
{
    /// <summary>The long form: a row for each row and each of some columns, with the column's name in one cell and its value in another; the other columns are repeated.</summary>
    /// <param name="names">What the column with the names is called.</param>
    /// <param name="values">What the column with the values is called.</param>
    /// <param name="columns">The columns to put below one another; of one cell shape, and of one element type or all of numbers, which then become <c>double</c>.</param>
    /// <exception cref="EmergentException">No column is named, there is no such column, they cannot stand in one column, or a new name is taken.</exception>
    public Table Melt(string names, string values, params ReadOnlySpan<string> columns)
    {
        if (columns.IsEmpty) { throw new EmergentException($"Table '{Table.Name}' cannot be melted without columns. Name those that are to stand below one another."); }
        var sources = new List<Column>();
        foreach (var name in columns) { sources.Add(Table[name]); }
        var first = sources[0];
        var isOneType = sources.TrueForAll(c => c.ElementType == first.ElementType);
        if (sources.Find(c => !c.CellShape.Equals(first.CellShape) || (!isOneType && !(c.IsNumeric && first.IsNumeric))) is { } other)
        {
            throw new EmergentException($"Columns '{first.Name}' ({first.Kind}) and '{other.Name}' ({other.Kind}) "
                + $"of table '{Table.Name}' cannot stand in one column. Melt columns of one kind.");
        }

        var (rows, n) = (CheckedRows, sources.Count);
        var repeated = new int[rows.Length * n];
        for (var r = 0; r < repeated.Length; r++) { repeated[r] = rows[r / n]; }
        var melted = Data.Table.Of(Table.Name, repeated.Length, Table.Columns.Except(sources).Select(c => c.Gather(repeated, c.Name)));
        var nameCells = melted.AddColumn<string>(names);
        var valueCells = melted.AddColumn(isOneType ? first.ElementType : typeof(double), values, first.CellShape);
        valueCells.DimensionNames = first.DimensionNames;
        for (var r = 0; r < repeated.Length; r++)
        {
            var source = sources[r % n];
            nameCells[r] = source.Name;
            if (isOneType) { valueCells.CopyCell(r, source, repeated[r]); }
            else
            {
                var (from, to) = (source.CellTensor(repeated[r]), valueCells.CellTensor(r));
                for (var i = 0; i < from.Length; i++) { to.SetDouble(i, from.GetDouble(i)); }
            }
        }
        return melted;
    }

    /// <summary>The wide form: a column for each name that occurs in one column, with the values from another; a row for each combination of key cells.</summary>
    /// <remarks>Rows and new columns stand in the order in which they first occur. A cell for which there is no row is null. It undoes <see cref="Melt"/>.</remarks>
    /// <param name="names">The column with the names of the new columns: text, or numbers as their text.</param>
    /// <param name="values">The column with their values.</param>
    /// <param name="keys">The columns that tell rows apart; all others when none is named.</param>
    /// <exception cref="EmergentException">There is no such column, a name is empty or taken, or two rows have the same keys and name.</exception>
    public Table Pivot(string names, string values, params ReadOnlySpan<string> keys)
    {
        var (nameColumn, valueColumn) = (ScalarColumn(names, "a name"), Table[values]);
        var keyColumns = new List<Column>();
        foreach (var key in keys) { keyColumns.Add(ScalarColumn(key, "a key")); }
        if (keys.IsEmpty) { keyColumns.AddRange(Table.Columns.Where(c => c != nameColumn && c != valueColumn).Select(c => ScalarColumn(c.Name, "a key"))); }

        var rows = CheckedRows;
        var (rowOf, firsts) = ByFirstAppearance([.. keyColumns], rows);
        var (columnOf, nameFirsts) = ByFirstAppearance([nameColumn], rows);
        var sources = new int[nameFirsts.Count][];
        for (var c = 0; c < sources.Length; c++)
        {
            sources[c] = new int[firsts.Count];
            Array.Fill(sources[c], -1);
        }
        for (var r = 0; r < rows.Length; r++)
        {
            ref var source = ref sources[columnOf[r]][rowOf[r]];
            if (source >= 0)
            {
                throw new EmergentException($"Rows {source} and {rows[r]} of table '{Table.Name}' have the same keys ({string.Join(", ", keyColumns.Select(k => k.Name))}) and the same "
                    + $"name '{nameColumn.CellTensor(rows[r]).GetText(0)}', so there are two values for one cell. Aggregate them first: GroupBy, or name more keys.");
            }
            source = rows[r];
        }
        var wide = keyColumns.Select(k => k.Gather([.. firsts], k.Name))
            .Concat(sources.Select((source, c) => valueColumn.Gather(source, nameColumn.CellTensor(nameFirsts[c]).GetText(0))));
        return Data.Table.Of(Table.Name, firsts.Count, wide);
    }

    /// <summary>A number for each row by its cells, in order of first appearance, and the row in which each appears first.</summary>
    private static (int[] Numbers, List<int> Firsts) ByFirstAppearance(Column[] columns, int[] rows)
    {
        var codes = RowCodes.Of(columns, rows, out var count);
        var (numbers, firsts) = (new int[count], new List<int>());
        Array.Fill(numbers, -1);
        for (var r = 0; r < rows.Length; r++)
        {
            ref var number = ref numbers[codes[r]];
            if (number < 0)
            {
                number = firsts.Count;
                firsts.Add(rows[r]);
            }
            codes[r] = number;
        }
        return (codes, firsts);
    }
}
