namespace Emergent.Data;

public sealed partial class TableView
{
    private static readonly ulong SampleStream = CounterRandom.StreamOf("table sample"), ShuffleStream = CounterRandom.StreamOf("table shuffle");

    /// <summary>The rows for which <paramref name="predicate"/> is true.</summary>
    public TableView Where(Func<Row, bool> predicate)
    {
        ArgumentNullException.ThrowIfNull(predicate);
        return Chosen(row => predicate(new(Table, row)));
    }

    /// <summary>The rows whose cell in a column is not null and fulfils <paramref name="predicate"/>: the fastest way to choose by one column.</summary>
    /// <exception cref="EmergentException">There is no such column, it has another element type, or its cells are tensors.</exception>
    public TableView Where<T>(string column, Func<T, bool> predicate)
    {
        ArgumentNullException.ThrowIfNull(predicate);
        ScalarColumn(column, "a condition");
        var cells = Table.Column<T>(column);
        return Chosen(row => !cells.IsNullAt(row) && predicate(cells[row]));
    }

    /// <summary>The rows whose cell in a column has this text, or with <paramref name="contains"/> has it somewhere.</summary>
    /// <param name="column">The column; numbers are compared as the text that a file has for them.</param>
    /// <param name="text">The text.</param>
    /// <param name="contains">Whether the text may be a part of the cell.</param>
    /// <param name="exclude">Whether the other rows are wanted instead.</param>
    /// <param name="ignoreCase">Whether capital and small letters are the same.</param>
    /// <exception cref="EmergentException">There is no such column, or its cells are tensors.</exception>
    public TableView Where(string column, string text, bool contains = false, bool exclude = false, bool ignoreCase = false)
    {
        ArgumentNullException.ThrowIfNull(text);
        var cells = ScalarColumn(column, "a comparison");
        var comparison = ignoreCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        var texts = cells.AllCells;
        return Chosen(row =>
        {
            var cell = texts.GetText(row);
            return (contains ? cell.Contains(text, comparison) : cell.Equals(text, comparison)) != exclude;
        });
    }

    /// <summary>The rows whose cell in a column is this number; NaN for null cells.</summary>
    /// <param name="column">The column.</param>
    /// <param name="number">The number; in a column of <c>float</c> the nearest <c>float</c> to it.</param>
    /// <param name="exclude">Whether the other rows are wanted instead.</param>
    /// <exception cref="EmergentException">There is no such column, it holds text, or its cells are tensors.</exception>
    public TableView Where(string column, double number, bool exclude = false)
    {
        ScalarColumn(column, "a comparison");
        var cells = NumericColumn(column);
        var wanted = cells.ElementType == typeof(float) ? (float)number : number;
        var numbers = new double[_rows.Length];
        cells.ReadNumbers(CheckedRows, 0, numbers);
        return new(Table, [.. _rows.Where((_, place) => numbers[place].Equals(wanted) || numbers[place] == wanted ? !exclude : exclude)]);
    }

    /// <summary>The rows that have no null element in these columns; in any column when none is named.</summary>
    /// <exception cref="EmergentException">There is no such column.</exception>
    public TableView WithoutNulls(params ReadOnlySpan<string> columns)
    {
        var cells = new List<Column>();
        foreach (var name in columns) { cells.Add(Table[name]); }
        if (columns.IsEmpty) { cells.AddRange(Table.Columns); }
        return Chosen(row => !cells.Exists(column => column.HasNull(row)));
    }

    /// <summary>The rows that are still there, after rows were deleted from the table.</summary>
    public TableView WithoutDeleted() => new(Table, [.. _rows.Where(row => row < Table.RowCount)]);

    /// <summary>The rows without the first <paramref name="count"/>.</summary>
    public TableView Skip(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return new(Table, _rows[Math.Min(count, _rows.Length)..]);
    }

    /// <summary>The first <paramref name="count"/> rows, or all where there are fewer.</summary>
    public TableView Take(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return new(Table, _rows[..Math.Min(count, _rows.Length)]);
    }

    /// <summary>The rows at these places of the view, in this order; a place may be given more than once.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public TableView At(params ReadOnlySpan<int> places)
    {
        var rows = new int[places.Length];
        for (var i = 0; i < rows.Length; i++) { rows[i] = Row(places[i]).Index; }
        return new(Table, rows);
    }

    /// <summary>These rows, and after them those of another view of the same table.</summary>
    /// <exception cref="EmergentException">The other view is of another table.</exception>
    public TableView Append(TableView other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return ReferenceEquals(Table, other.Table) ? new(Table, [.. CheckedRows, .. other.CheckedRows])
            : throw new EmergentException($"A view of table '{Table.Name}' cannot hold rows of table '{other.Table.Name}'. Make one table of both: Table.AppendRows.");
    }

    /// <summary>So many rows chosen at random, each at most once, in the view's order.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer rows.</exception>
    public TableView Sample(int count, long seed)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        if (count > _rows.Length)
        {
            throw new ArgumentOutOfRangeException(nameof(count), $"A sample of {count} rows cannot be taken from a view of table '{Table.Name}' with {_rows.Length} rows.");
        }
        var places = new CounterRandom(seed, 0, SampleStream).Permutation(_rows.Length).AsSpan(0, count);
        places.Sort();
        return At(places);
    }

    /// <summary>The rows in a random order, all orders equally likely.</summary>
    public TableView Shuffle(long seed) => At(new CounterRandom(seed, 0, ShuffleStream).Permutation(_rows.Length));

    private TableView Chosen(Predicate<int> predicate) => new(Table, Array.FindAll(CheckedRows, predicate));
}
