namespace Emergent.Data;

public sealed partial class Table
{
    /// <summary>A table with the columns of a schema and rows of zeros, empty texts and falses.</summary>
    /// <exception cref="EmergentException">Two columns have the same name, one has none, or there are no tensors of an element type.</exception>
    public Table(string name, IEnumerable<ColumnSchema> schema, int rows = 0) : this(name)
    {
        ArgumentNullException.ThrowIfNull(schema);
        ArgumentOutOfRangeException.ThrowIfNegative(rows);
        foreach (var column in schema) { AddColumn(column.ElementType, column.Name, column.CellShape).DimensionNames = column.DimensionNames; }
        AddRows(rows);
    }

    /// <summary>What the columns are, in order: with it, <c>new Table("Copy", table.Schema)</c> has the same columns and no rows.</summary>
    public IReadOnlyList<ColumnSchema> Schema => [.. _columns.Select(c => c.Schema)];

    /// <summary>Adds a column at a place among the others, from 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such place.</exception>
    /// <exception cref="EmergentException">The name is taken or empty, or there are no tensors of this element type.</exception>
    public Column<T> InsertColumn<T>(int at, string name, Shape? cellShape = null)
    {
        CheckPlace(at, _columns.Count);
        var column = AddColumn<T>(name, cellShape);
        MoveColumn(name, at);
        return column;
    }

    /// <summary>Adds a column, of an element type that is known only when the program runs, at a place among the others, from 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such place.</exception>
    /// <exception cref="EmergentException">The name is taken or empty, or there are no tensors of this element type.</exception>
    public Column InsertColumn(int at, Type elementType, string name, Shape? cellShape = null)
    {
        CheckPlace(at, _columns.Count);
        var column = AddColumn(elementType, name, cellShape);
        MoveColumn(name, at);
        return column;
    }

    /// <summary>Removes all columns; the number of rows stays.</summary>
    public void ClearColumns()
    {
        _columns.Clear();
        _byName.Clear();
    }

    /// <summary>Gives a column another name.</summary>
    /// <exception cref="EmergentException">There is no such column, or the new name is taken or empty.</exception>
    public void RenameColumn(string name, string newName)
    {
        var column = this[name];
        if (string.Equals(name, newName, StringComparison.Ordinal)) { return; }
        CheckNewName(newName);
        _byName.Remove(name);
        column.Name = newName;
        _byName.Add(newName, column);
    }

    /// <summary>Moves a column to another place among the columns, from 0.</summary>
    /// <exception cref="EmergentException">There is no such column.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such place.</exception>
    public void MoveColumn(string name, int to)
    {
        var column = this[name];
        CheckPlace(to, _columns.Count - 1);
        _columns.Remove(column);
        _columns.Insert(to, column);
    }

    /// <summary>Puts the columns named to the front, in this order; the others follow in the order that they have.</summary>
    /// <exception cref="EmergentException">There is no such column, or one is named twice.</exception>
    public void OrderColumns(params ReadOnlySpan<string> columns)
    {
        var front = new List<Column>();
        foreach (var name in columns)
        {
            var column = this[name];
            if (front.Contains(column)) { throw new EmergentException($"Column '{name}' of table '{Name}' is named twice. Name each column once."); }
            front.Add(column);
        }
        Column[] ordered = [.. front, .. _columns.Except(front)];
        _columns.Clear();
        _columns.AddRange(ordered);
    }

    /// <summary>Takes over what another table says of itself; where both say something of the same kind, the other's word counts.</summary>
    public void CopyMetaData(Table from)
    {
        ArgumentNullException.ThrowIfNull(from);
        foreach (var (key, value) in from.MetaData) { MetaData[key] = value; }
    }

    /// <summary>A table around columns of one length, which it does not copy.</summary>
    internal static Table Of(string name, int rows, IEnumerable<Column> columns)
    {
        var table = new Table(name) { RowCount = rows };
        foreach (var column in columns)
        {
            table.CheckNewName(column.Name);
            table.Attach(column);
        }
        return table;
    }

    private void CheckPlace(int at, int last)
    {
        if (at < 0 || at > last)
        {
            throw new ArgumentOutOfRangeException(nameof(at), $"Place {at} is outside the columns of table '{Name}'; it goes from 0 to {last}.");
        }
    }
}
