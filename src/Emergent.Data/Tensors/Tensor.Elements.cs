namespace Emergent.Data;

public abstract partial class Tensor
{
    /// <summary>The element at a flat index as a number: NaN where it is null or text that is no number; true is 1.</summary>
    /// <remarks>Whole numbers beyond 2⁵³ in long and ulong tensors are rounded.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The index is outside the tensor.</exception>
    public abstract double GetDouble(int flat);

    /// <summary>Sets the element at a flat index to a number; NaN makes it null.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The index is outside the tensor.</exception>
    /// <exception cref="ArgumentException">The element type cannot hold the number.</exception>
    public abstract void SetDouble(int flat, double value);

    /// <summary>The element at a flat index as text; empty where it is null and not a fraction.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The index is outside the tensor.</exception>
    public abstract string GetText(int flat);

    /// <summary>Sets the element at a flat index from text; empty, NaN and Inf make it null unless it is itself text.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The index is outside the tensor.</exception>
    /// <exception cref="ArgumentException">The text does not fit the element type.</exception>
    public abstract void SetText(int flat, string text);

    /// <summary>The element at a flat index as what it is, a number, text or bool; null where it is null.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The index is outside the tensor.</exception>
    public abstract object? GetValue(int flat);

    /// <summary>Whether the element at a flat index is null: NaN, or marked so where the type has no NaN.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The index is outside the tensor.</exception>
    public abstract bool IsNull(int flat);

    /// <summary>Makes the element at a flat index null.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The index is outside the tensor.</exception>
    public abstract void SetNull(int flat);

    /// <summary>An element of a row as a number.</summary>
    /// <param name="row">The index along the outermost dimension.</param>
    /// <param name="cell">The flat index within the row.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row or cell.</exception>
    public double GetDouble(int row, int cell) => GetDouble(FlatIndex(row, cell));

    /// <summary>Sets an element of a row to a number; NaN makes it null.</summary>
    /// <param name="row">The index along the outermost dimension.</param>
    /// <param name="cell">The flat index within the row.</param>
    /// <param name="value">The number.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row or cell.</exception>
    /// <exception cref="ArgumentException">The element type cannot hold the number.</exception>
    public void SetDouble(int row, int cell, double value) => SetDouble(FlatIndex(row, cell), value);

    /// <summary>An element of a row as text.</summary>
    /// <param name="row">The index along the outermost dimension.</param>
    /// <param name="cell">The flat index within the row.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row or cell.</exception>
    public string GetText(int row, int cell) => GetText(FlatIndex(row, cell));

    /// <summary>Sets an element of a row from text.</summary>
    /// <param name="row">The index along the outermost dimension.</param>
    /// <param name="cell">The flat index within the row.</param>
    /// <param name="text">The text.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row or cell.</exception>
    /// <exception cref="ArgumentException">The text does not fit the element type.</exception>
    public void SetText(int row, int cell, string text) => SetText(FlatIndex(row, cell), text);

    /// <summary>Whether an element of a row is null.</summary>
    /// <param name="row">The index along the outermost dimension.</param>
    /// <param name="cell">The flat index within the row.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row or cell.</exception>
    public bool IsNull(int row, int cell) => IsNull(FlatIndex(row, cell));

    /// <summary>The flat index of an element of a row.</summary>
    /// <param name="row">The index along the outermost dimension.</param>
    /// <param name="cell">The flat index within the row.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row or cell.</exception>
    public int FlatIndex(int row, int cell)
    {
        if ((uint)row >= (uint)RowCount) { throw new ArgumentOutOfRangeException(nameof(row), $"Row {row} is outside a tensor of shape {Shape}, which has {RowCount} rows."); }
        if ((uint)cell >= (uint)CellLength)
        {
            throw new ArgumentOutOfRangeException(nameof(cell), $"Cell {cell} is outside a row of a tensor of shape {Shape}, which has {CellLength} elements.");
        }
        return row * CellLength + cell;
    }
}
