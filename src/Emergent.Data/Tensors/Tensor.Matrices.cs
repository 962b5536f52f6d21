using MathNet.Numerics.LinearAlgebra;

namespace Emergent.Data;

public abstract partial class Tensor
{
    /// <summary>A two-dimensional tensor as a matrix of MathNet.Numerics: a copy; nulls become NaN.</summary>
    /// <exception cref="InvalidOperationException">The tensor has another number of dimensions, or none of its elements can be a matrix's.</exception>
    public Matrix<double> ToMatrix()
    {
        if (Shape.Rank != 2) { throw new InvalidOperationException($"Tensor {this} has {Shape.Rank} dimensions; a matrix has 2. Slice or reshape it first."); }
        if (Length == 0) { throw new InvalidOperationException($"Tensor {this} has no elements; a matrix has at least one row and one column."); }
        if (ElementType == typeof(string)) { throw new InvalidOperationException($"Tensor {this} holds text; a matrix holds numbers. Convert it first: To<double>()."); }
        return Matrix<double>.Build.Dense(Shape[0], Shape[1], (row, column) => GetDouble(row, column));
    }

    /// <summary>The elements of a matrix of MathNet.Numerics as a tensor <c>[rows, columns]</c>: a copy.</summary>
    public static Tensor<double> OfMatrix(Matrix<double> matrix)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        return new([matrix.RowCount, matrix.ColumnCount], matrix.ToRowMajorArray());
    }
}
