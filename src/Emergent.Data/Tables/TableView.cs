namespace Emergent.Data;

/// <summary>Rows of a <see cref="Table"/> that are chosen and ordered: immutable, and cheap, since it holds their indices and copies no cell.</summary>
/// <remarks>Each step gives a new view: <c>table.View().Where("Group", "train").OrderBy("Epoch")</c>. What is changed in the table shows in its views; rows that
/// are added later are in none. Source: emergent etable, IdxView.</remarks>
public sealed partial class TableView
{
    private readonly int[] _rows;
    private readonly int _tableRows;   // when the view was made: while the table has at least as many, every index is valid

    internal TableView(Table table) : this(table, Numbered(table.RowCount)) { }

    internal TableView(Table table, int[] rows)
    {
        (Table, _rows, _tableRows) = (table, rows, table.RowCount);
    }

    /// <summary>The table that the rows are of.</summary>
    public Table Table { get; }

    /// <summary>The number of rows.</summary>
    public int RowCount => _rows.Length;

    /// <summary>The index in the table of each row, in the view's order.</summary>
    public ReadOnlySpan<int> RowIndices => _rows;

    /// <summary>The rows, in the view's order.</summary>
    public IEnumerable<Row> Rows
    {
        get
        {
            foreach (var row in CheckedRows) { yield return new(Table, row); }
        }
    }

    /// <summary>The row at a place in the view, from 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public Row Row(int place)
    {
        if ((uint)place >= (uint)_rows.Length)
        {
            throw new ArgumentOutOfRangeException(nameof(place), $"Row {place} is outside a view of table '{Table.Name}', which has {_rows.Length} rows.");
        }
        return Table.Row(_rows[place]);
    }

    /// <summary>A view of all rows of a table, wherever a view is asked for.</summary>
    public static implicit operator TableView(Table table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return new(table) { FollowsTable = true };
    }

    /// <summary>The rows as a table of their own.</summary>
    /// <param name="name">Its name; the table's own when left out.</param>
    public Table ToTable(string? name = null)
    {
        var rows = CheckedRows;
        var copy = Table.Of(name ?? Table.Name, rows.Length, Table.Columns.Select(c => c.Gather(rows, c.Name)));
        copy.CopyMetaData(Table);
        return copy;
    }

    /// <summary>The elements of a column, row by row in the view's order.</summary>
    /// <exception cref="EmergentException">There is no such column, or it has another element type.</exception>
    public T[] Values<T>(string column)
    {
        var source = Table.Column<T>(column);
        var size = source.CellShape.Length;
        var rows = CheckedRows;
        var all = source.Values;
        var values = new T[rows.Length * size];
        for (var r = 0; r < rows.Length; r++) { all.Slice(rows[r] * size, size).CopyTo(values.AsSpan(r * size)); }
        return values;
    }

    /// <summary>The elements of a column as numbers, row by row in the view's order: NaN where one is null, 1 for true.</summary>
    /// <exception cref="EmergentException">There is no such column, or it holds text.</exception>
    public double[] Numbers(string column)
    {
        var source = NumericColumn(column);
        var size = source.CellShape.Length;
        var rows = CheckedRows;
        var numbers = new double[rows.Length * size];
        if (size == 1)
        {
            source.ReadNumbers(rows, 0, numbers);
            return numbers;
        }
        var buffer = new double[rows.Length];
        for (var i = 0; i < size; i++)
        {
            source.ReadNumbers(rows, i, buffer);
            for (var r = 0; r < buffer.Length; r++) { numbers[r * size + i] = buffer[r]; }
        }
        return numbers;
    }

    /// <summary>The elements of a column as text, row by row in the view's order: empty where one is null and no fraction.</summary>
    /// <exception cref="EmergentException">There is no such column.</exception>
    public string[] Texts(string column)
    {
        var cells = Cells(column);
        var texts = new string[cells.Length];
        for (var i = 0; i < texts.Length; i++) { texts[i] = cells.GetText(i); }
        return texts;
    }

    /// <summary>The cells of a column as one tensor <c>[rows, …cell]</c> in the view's order: a copy.</summary>
    /// <exception cref="EmergentException">There is no such column.</exception>
    public Tensor Cells(string column) => Table[column].Gather(CheckedRows, column).AllCells;

    /// <summary>Whether a table was given where a view is taken: who keeps it then means all rows that the table has.</summary>
    internal bool FollowsTable { get; private init; }

    /// <summary>This view; where a table was given, all rows that it has now.</summary>
    internal TableView Current => FollowsTable ? Table : this;

    /// <summary>A table of the rows: the one that was given, or where it was a view a copy of its rows.</summary>
    internal Table AsTable => FollowsTable ? Table : ToTable();

    /// <summary>The indices of the rows, of which none lies beyond the table's end.</summary>
    /// <exception cref="EmergentException">Rows were deleted from the table since.</exception>
    internal int[] CheckedRows
    {
        get
        {
            if (Table.RowCount >= _tableRows || Array.TrueForAll(_rows, row => row < Table.RowCount)) { return _rows; }
            throw new EmergentException($"A view of table '{Table.Name}' has rows beyond its {Table.RowCount}: rows were deleted since it was made. "
                + "Make the view again, or ask for WithoutDeleted().");
        }
    }

    /// <summary>A column whose elements are numbers or truth values.</summary>
    /// <exception cref="EmergentException">There is no such column, or it holds text.</exception>
    internal Column NumericColumn(string name)
    {
        var column = Table[name];
        return column.IsNumeric ? column
            : throw new EmergentException($"Column '{name}' of table '{Table.Name}' holds text; numbers are needed. Choose a column of numbers, or make numbers of its texts with OneHot.");
    }

    /// <summary>A column whose cells are single values.</summary>
    /// <exception cref="EmergentException">There is no such column, or its cells are tensors.</exception>
    internal Column ScalarColumn(string name, string purpose)
    {
        var column = Table[name];
        return column.IsScalar ? column
            : throw new EmergentException($"Column '{name}' of table '{Table.Name}' has cells of shape {column.CellShape}; {purpose} needs single values.");
    }

    private static int[] Numbered(int count)
    {
        var numbers = new int[count];
        for (var i = 0; i < count; i++) { numbers[i] = i; }
        return numbers;
    }
}
