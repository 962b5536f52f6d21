namespace Emergent.Data;

/// <summary>The rows and columns in which a tensor of any number of dimensions is drawn, and which of its elements stands where.</summary>
/// <remarks>
/// Counted from the innermost dimension, dimensions go in turn to columns and rows, the outer ones around the inner: <c>[Y, X]</c> is itself, and
/// <c>[poolsY, poolsX, unitsY, unitsX]</c> has poolsY · unitsY rows and poolsX · unitsX columns, so that each pool is a block. Of an odd number of dimensions
/// the outermost goes to columns (a list is one row), or to rows where asked. Row 0 is the first index; which end is up is for the drawer to say.
/// Source: emergent etensor, Prjn2DShape and Prjn2DIdx.
/// </remarks>
public sealed class TensorGrid
{
    private readonly Shape _shape;
    private readonly int[] _rowDimensions, _columnDimensions;   // outermost first

    private TensorGrid(Shape shape, bool oddInRows)
    {
        _shape = shape;
        var isOdd = shape.Rank % 2 == 1;
        var dimensions = Enumerable.Range(0, shape.Rank).ToLookup(d => isOdd && d == 0 ? oddInRows : (shape.Rank - d) % 2 == 0);
        (_rowDimensions, _columnDimensions) = ([.. dimensions[true]], [.. dimensions[false]]);
        RowCount = checked((int)_rowDimensions.Aggregate(1L, (product, d) => product * shape[d]));
        ColumnCount = checked((int)_columnDimensions.Aggregate(1L, (product, d) => product * shape[d]));
    }

    /// <summary>The grid of a shape.</summary>
    /// <param name="shape">The shape.</param>
    /// <param name="oddInRows">Whether the outermost of an odd number of dimensions goes to rows.</param>
    public static TensorGrid Of(Shape shape, bool oddInRows = false)
    {
        ArgumentNullException.ThrowIfNull(shape);
        return new(shape, oddInRows);
    }

    /// <summary>The grid of a tensor.</summary>
    /// <param name="tensor">The tensor.</param>
    /// <param name="oddInRows">Whether the outermost of an odd number of dimensions goes to rows.</param>
    public static TensorGrid Of(Tensor tensor, bool oddInRows = false)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        return new(tensor.Shape, oddInRows);
    }

    /// <summary>The number of rows; 0 where the tensor is empty along them.</summary>
    public int RowCount { get; }

    /// <summary>The number of columns; 0 where the tensor is empty along them.</summary>
    public int ColumnCount { get; }

    /// <summary>The flat index of the element in a row and column.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The grid has no such row or column.</exception>
    public int Element(int row, int column)
    {
        Check(row, RowCount, "Row", nameof(row));
        Check(column, ColumnCount, "Column", nameof(column));
        return Along(_rowDimensions, row) + Along(_columnDimensions, column);
    }

    /// <summary>How many blocks one within the other begin at a row: 0 inside a block and at the first row, 1 at a pool, 2 at a group of pools.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The grid has no such row.</exception>
    public int RowGap(int row)
    {
        Check(row, RowCount, "Row", nameof(row));
        return Gap(_rowDimensions, row);
    }

    /// <summary>How many blocks one within the other begin at a column: 0 inside a block and at the first column, 1 at a pool, 2 at a group of pools.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The grid has no such column.</exception>
    public int ColumnGap(int column)
    {
        Check(column, ColumnCount, "Column", nameof(column));
        return Gap(_columnDimensions, column);
    }

    private int Along(int[] dimensions, int position)
    {
        var flat = 0;
        for (var i = dimensions.Length - 1; i >= 0; i--)
        {
            (position, var index) = Math.DivRem(position, _shape[dimensions[i]]);
            flat += index * _shape.Strides[dimensions[i]];
        }
        return flat;
    }

    private int Gap(int[] dimensions, int position)
    {
        var gap = 0;
        for (var i = dimensions.Length - 1; i > 0 && position > 0; i--)
        {
            (position, var index) = Math.DivRem(position, _shape[dimensions[i]]);
            if (index > 0) { break; }
            gap++;
        }
        return gap;
    }

    private void Check(int position, int count, string what, string parameter)
    {
        if ((uint)position >= (uint)count)
        {
            throw new ArgumentOutOfRangeException(parameter, $"{what} {position} is outside the grid of shape {_shape}, which has {RowCount} rows and {ColumnCount} columns.");
        }
    }
}
