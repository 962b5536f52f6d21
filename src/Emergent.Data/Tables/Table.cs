using System.Globalization;

namespace Emergent.Data;

/// <summary>Named columns of equal length, each cell a value or a tensor: patterns, logs, results.</summary>
public sealed partial class Table
{
    private readonly List<Column> _columns = [];
    private readonly Dictionary<string, Column> _byName = new(StringComparer.Ordinal);

    /// <summary>An empty table with a column of <c>double</c> for each name.</summary>
    /// <exception cref="EmergentException">Two columns have the same name, or one has none.</exception>
    public Table(string name, params ReadOnlySpan<string> columns)
    {
        ArgumentNullException.ThrowIfNull(name);
        Name = name;
        foreach (var column in columns) { AddColumn<double>(column); }
    }

    /// <summary>The table's name, which error messages and files bear.</summary>
    public string Name { get; set; }

    /// <summary>What the table says of itself: <c>precision</c> (significant digits of fractions in its files), <c>desc</c>, plot hints.</summary>
    public IDictionary<string, string> MetaData { get; } = new SortedDictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The columns, in order.</summary>
    public IReadOnlyList<Column> Columns => _columns;

    /// <summary>The number of rows.</summary>
    public int RowCount { get; private set; }

    /// <summary>The rows, in order.</summary>
    public IEnumerable<Row> Rows
    {
        get
        {
            for (var i = 0; i < RowCount; i++) { yield return new(this, i); }
        }
    }

    /// <summary>The column of this name.</summary>
    /// <exception cref="EmergentException">There is no such column.</exception>
    public Column this[string column] => _byName.TryGetValue(column, out var found)
        ? found
        : throw new EmergentException($"Table '{Name}' has no column '{column}'. {Names.DidYouMean(column, _columns.Select(c => c.Name))}");

    /// <summary>The column of this name, if there is one.</summary>
    public bool TryGetColumn(string name, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out Column? column) => _byName.TryGetValue(name, out column);

    /// <summary>The column of this name and element type.</summary>
    /// <exception cref="EmergentException">There is no such column, or it has another element type.</exception>
    public Column<T> Column<T>(string name)
    {
        var column = this[name];
        return column as Column<T> ?? throw new EmergentException(
            $"Column '{name}' of table '{Name}' has elements of type {Elements.NameOf(column.ElementType)}, not "
                + $"{Elements.NameOf(typeof(T))}. Ask for Column<{Elements.NameOf(column.ElementType)}>(\"{name}\").");
    }

    /// <summary>The row at a place, from 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public Row Row(int index)
    {
        if ((uint)index >= (uint)RowCount)
        {
            throw new ArgumentOutOfRangeException(nameof(index), $"Row {index} is outside table '{Name}', "
                + $"which has {RowCount} rows.");
        }
        return new(this, index);
    }

    /// <summary>Adds a column; its cells in rows that there are already hold 0, empty text or false.</summary>
    /// <param name="name">Its name, unique within the table.</param>
    /// <param name="cellShape">The shape of each cell; one value when left out.</param>
    /// <exception cref="EmergentException">The name is taken or empty, or there are no tensors of this element type.</exception>
    public Column<T> AddColumn<T>(string name, Shape? cellShape = null)
    {
        CheckNewName(name);
        var column = new Column<T>(name, cellShape ?? Shape.Scalar, RowCount);
        Attach(column);
        return column;
    }

    /// <summary>Adds a column of an element type that is known only when the program runs.</summary>
    /// <exception cref="EmergentException">The name is taken or empty, or there are no tensors of this element type.</exception>
    public Column AddColumn(Type elementType, string name, Shape? cellShape = null) => Elements.Of(elementType).AddColumn(this, name, cellShape);

    /// <summary>Removes a column.</summary>
    /// <exception cref="EmergentException">There is no such column.</exception>
    public void RemoveColumn(string name)
    {
        _columns.Remove(this[name]);
        _byName.Remove(name);
    }

    /// <summary>Adds a row of zeros, empty texts and falses, to be filled in.</summary>
    public Row AddRow()
    {
        AddRows(1);
        return new(this, RowCount - 1);
    }

    /// <summary>Adds rows of zeros, empty texts and falses.</summary>
    public void AddRows(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        foreach (var column in _columns) { column.SetRowCount(RowCount + count); }
        RowCount += count;
    }

    /// <summary>Adds a row with one value for each column, in their order.</summary>
    /// <remarks>Any number fits a column of numbers that can hold it; true is 1; null is a null cell; a column of tensors takes a tensor or array of its size.</remarks>
    /// <exception cref="EmergentException">There are more or fewer values than columns, or one does not fit; the table is unchanged.</exception>
    public Row Add(params ReadOnlySpan<object?> values)
    {
        if (values.Length != _columns.Count)
        {
            throw new EmergentException($"Table '{Name}' has {_columns.Count} columns ({string.Join(", ", _columns.Select(c => c.Name))}); "
                + $"{values.Length} values were given.");
        }
        for (var c = 0; c < values.Length; c++) { CheckFits(_columns[c], values[c]); }
        var row = AddRow();
        for (var c = 0; c < values.Length; c++) { _columns[c].SetCell(row.Index, values[c]); }
        return row;
    }

    /// <summary>Removes rows; those that follow move up.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There are no such rows.</exception>
    public void DeleteRows(int start, int count = 1)
    {
        if (start < 0 || count < 0 || start > RowCount - count)
        {
            throw new ArgumentOutOfRangeException(nameof(start), $"Rows {start} to {start + count - 1} cannot be deleted from table "
                + $"'{Name}', which has {RowCount} rows.");
        }
        foreach (var column in _columns) { column.DeleteRows(start, count); }
        RowCount -= count;
    }

    /// <summary>Removes all rows; the columns stay.</summary>
    public void Clear() => DeleteRows(0, RowCount);

    /// <summary>A copy that shares nothing with this table.</summary>
    public Table Clone()
    {
        var copy = new Table(Name) { RowCount = RowCount };
        foreach (var column in _columns) { copy.Attach(column.Clone()); }
        foreach (var (key, value) in MetaData) { copy.MetaData[key] = value; }
        return copy;
    }

    /// <summary>The rows as aligned text, to look at: <see cref="TableView.ToString"/> of all of them.</summary>
    public override string ToString() => View().ToString();

    internal void CheckFits(Column column, object? value)
    {
        if (column.Fits(value)) { return; }
        var found = value switch
        {
            Tensor tensor => $"a tensor {tensor}",
            Array array => $"an array of {array.Length} {Elements.NameOf(array.GetType().GetElementType()!)}",
            _ => $"'{Convert.ToString(value, CultureInfo.InvariantCulture)}' ({Elements.NameOf(value!.GetType())})",
        };
        var rule = column.IsScalar ? column.Rule : $"tensors {Elements.NameOf(column.ElementType)}{column.CellShape}";
        throw new EmergentException($"Column '{column.Name}' of table '{Name}' takes {rule}; it was given {found}.");
    }

    private void CheckNewName(string name)
    {
        if (string.IsNullOrWhiteSpace(name)) { throw new EmergentException($"Table '{Name}': a column needs a name."); }
        if (_byName.ContainsKey(name))
        {
            throw new EmergentException($"Table '{Name}' already has a column '{name}'. "
                + "Give the new one another name.");
        }
    }

    private void Attach(Column column)
    {
        _columns.Add(column);
        _byName.Add(column.Name, column);
    }
}
