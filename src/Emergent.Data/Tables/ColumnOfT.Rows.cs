namespace Emergent.Data;

public sealed partial class Column<T>
{
    internal override bool IsNullAt(int flat) => _element.IsNull(_store.Values[flat]) || _store.IsNull(flat);

    internal override Column Gather(ReadOnlySpan<int> rows, string name)
    {
        var gathered = new Column<T>(name, CellShape, rows.Length) { DimensionNames = DimensionNames };
        if (IsScalar && !rows.ContainsAnyInRange(int.MinValue, -1))
        {
            // Two loops, since rows in random order are mostly waited for, and the first one has many on their way at once.
            var (values, target) = (_store.Values, gathered._store.Values);
            for (var r = 0; r < rows.Length; r++) { target[r] = values[rows[r]]; }
            for (var r = 0; r < rows.Length; r++) { if (_store.IsNull(rows[r])) { gathered._store.MarkNull(r, true); } }
            return gathered;
        }
        for (var r = 0; r < rows.Length; r++)
        {
            if (rows[r] < 0) { gathered.SetCell(r, null); }
            else { gathered.CopyCells(r, this, rows[r]); }
        }
        return gathered;
    }

    internal override void CopyCell(int row, Column source, int sourceRow)
    {
        _ = Start(row);
        var same = (Column<T>)source;
        _ = same.Start(sourceRow);
        CopyCells(row, same, sourceRow);
    }

    internal override void InsertRows(int at, int count)
    {
        var (size, rows) = (CellShape.Length, RowCount);
        SetRowCount(rows + count);
        // From the end, so that no cell is overwritten before it has moved.
        for (var row = rows - 1; row >= at; row--) { CopyCells(row + count, this, row); }
        _store.Reset(at * size, count * size, _element.Initial);
    }

    internal override void ReadNumbers(ReadOnlySpan<int> rows, int element, Span<double> numbers)
    {
        var (size, values) = (CellShape.Length, _store.Values);
        if (values is double[] doubles)   // a tenth of the time of asking the element for each value
        {
            for (var r = 0; r < rows.Length; r++) { numbers[r] = doubles[rows[r] * size + element]; }
            return;
        }
        if (values is float[] floats)
        {
            for (var r = 0; r < rows.Length; r++) { numbers[r] = floats[rows[r] * size + element]; }
            return;
        }
        for (var r = 0; r < rows.Length; r++)
        {
            var i = rows[r] * size + element;
            numbers[r] = IsNullAt(i) ? double.NaN : _element.ToDouble(values[i]);
        }
    }

    private void CopyCells(int row, Column<T> source, int sourceRow)
    {
        var size = CellShape.Length;
        int from = sourceRow * size, to = row * size;
        var (values, target) = (source._store.Values, _store.Values);
        for (var i = 0; i < size; i++)
        {
            target[to + i] = values[from + i];
            _store.MarkNull(to + i, source._store.IsNull(from + i));
        }
    }
}
