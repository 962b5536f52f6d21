namespace Emergent.Data;

public sealed partial class Table
{
    /// <summary>A view of all rows in their order, to be filtered, sorted and grouped; it copies no cell.</summary>
    public TableView View() => new(this);

    /// <summary>Adds or removes rows at the end; new ones hold zeros, empty texts and falses.</summary>
    public void SetRowCount(int rows)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rows);
        if (rows < RowCount) { DeleteRows(rows, RowCount - rows); }
        else { AddRows(rows - RowCount); }
    }

    /// <summary>Adds rows of zeros, empty texts and falses before the row <paramref name="at"/>; those that follow move down.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such place.</exception>
    public void InsertRows(int at, int count = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        if (at < 0 || at > RowCount)
        {
            throw new ArgumentOutOfRangeException(nameof(at), $"Rows cannot be inserted before row {at} of table '{Name}', which has {RowCount} rows.");
        }
        foreach (var column in _columns) { column.InsertRows(at, count); }
        RowCount += count;
    }

    /// <summary>Adds the rows of another table or view at the end, its columns matched by name.</summary>
    /// <remarks>Columns may stand in another order, but must be the same ones, with the same element types and cell shapes. A table without columns takes over those of the rows.</remarks>
    /// <exception cref="EmergentException">A column is missing, is one too many or differs; this table is unchanged.</exception>
    public void AppendRows(TableView rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var from = rows.Table;
        var indices = rows.CheckedRows;
        if (_columns.Count == 0 && RowCount == 0)
        {
            foreach (var column in from.Columns) { Attach(column.Gather([], column.Name)); }
        }
        foreach (var column in _columns)
        {
            if (!from.TryGetColumn(column.Name, out var source))
            {
                throw new EmergentException($"Rows of table '{from.Name}' cannot be appended to table '{Name}': they have no column '{column.Name}'. "
                    + Names.DidYouMean(column.Name, from.Columns.Select(c => c.Name)));
            }
            CheckSameKind(column, source, from);
        }
        if (from.Columns.FirstOrDefault(c => !_byName.ContainsKey(c.Name)) is { } extra)
        {
            throw new EmergentException($"Rows of table '{from.Name}' cannot be appended to table '{Name}', which has no column '{extra.Name}'. "
                + "Add the column, or remove it from the rows.");
        }
        // Gathered first, so that rows of this very table can be appended.
        Column[] sources = [.. _columns.Select(c => from[c.Name])];
        var start = RowCount;
        AddRows(indices.Length);
        for (var c = 0; c < sources.Length; c++)
        {
            for (var r = 0; r < indices.Length; r++) { _columns[c].CopyCell(start + r, sources[c], indices[r]); }
        }
    }

    /// <summary>Sets a cell to that of another table, or of this one, with its nulls.</summary>
    /// <exception cref="EmergentException">There is no such column, or their element types or cell shapes differ.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public void CopyCell(string column, int row, Row from, string? fromColumn = null)
    {
        var (target, source) = (this[column], from.Table[fromColumn ?? column]);
        CheckSameKind(target, source, from.Table);
        target.CopyCell(row, source, from.Index);
    }

    private void CheckSameKind(Column target, Column source, Table from)
    {
        if (target.ElementType == source.ElementType && target.CellShape.Equals(source.CellShape)) { return; }
        throw new EmergentException($"Column '{target.Name}' of table '{Name}' has cells {target.Kind}, "
            + $"column '{source.Name}' of table '{from.Name}' {source.Kind}. Cells can only be copied between columns of one kind.");
    }
}
