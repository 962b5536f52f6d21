namespace Emergent.Data;

public abstract partial class Column
{
    /// <summary>Whether one element of the cell in a row is null; the only one where cells are single values.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row or element.</exception>
    public bool IsNull(int row, int element = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(element);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(element, CellShape.Length);
        return IsNullAt(Start(row) + element);
    }

    /// <summary>Whether the elements are numbers or truth values, of which there are statistics, and not text.</summary>
    public bool IsNumeric => ElementType != typeof(string);

    /// <summary>What the column is, without its cells.</summary>
    public ColumnSchema Schema => new(Name, ElementType, CellShape, DimensionNames);

    /// <summary>The element type and the shape of a cell, as an error message says them.</summary>
    internal string Kind => Elements.NameOf(ElementType) + (IsScalar ? "" : CellShape);

    /// <summary>Whether the element at a flat index of the whole column is null.</summary>
    internal abstract bool IsNullAt(int flat);

    /// <summary>Whether any element of the cell in a row is null.</summary>
    internal bool HasNull(int row)
    {
        var start = Start(row);
        for (var i = start; i < start + CellShape.Length; i++) { if (IsNullAt(i)) { return true; } }
        return false;
    }

    /// <summary>A new column of the cells in these rows; null cells for rows of −1.</summary>
    internal abstract Column Gather(ReadOnlySpan<int> rows, string name);

    /// <summary>Sets a cell to that of another column with the same element type and cell shape.</summary>
    internal abstract void CopyCell(int row, Column source, int sourceRow);

    /// <summary>Makes room for rows before the row <paramref name="at"/>; they hold what new cells hold.</summary>
    internal abstract void InsertRows(int at, int count);

    /// <summary>One element of the cell in each row as a number: NaN where it is null or no number.</summary>
    internal abstract void ReadNumbers(ReadOnlySpan<int> rows, int element, Span<double> numbers);

    /// <summary>The places 0 … n − 1 of these rows in the order of their cells: equal ones as they stand, null ones last.</summary>
    internal abstract int[] Order(ReadOnlySpan<int> rows, bool isDescending);

    /// <summary>A number for the cell in each row, 0 … <paramref name="count"/> − 1, equal for equal cells and in their order; null cells have the last one.</summary>
    internal abstract int[] Codes(ReadOnlySpan<int> rows, out int count);

    /// <summary>A number for the cell in each row of this column and of another of the same type, equal for equal cells; −1 for null cells.</summary>
    internal abstract (int[] Codes, int[] OtherCodes) MatchingCodes(ReadOnlySpan<int> rows, Column other, ReadOnlySpan<int> otherRows);
}
