namespace Emergent.Data;

/// <summary>Rows of numbers, each row one point: what metrics, principal components and clusters are computed from.</summary>
/// <remarks>Null elements are NaN. A copy: what follows from it does not change with the table.</remarks>
internal sealed class RowVectors
{
    private readonly double[] _values;

    private RowVectors(double[] values, int count, Shape cellShape, string source) =>
        (_values, Count, CellShape, Source) = (values, count, cellShape, source);

    /// <summary>The number of rows.</summary>
    public int Count { get; }

    /// <summary>The shape of one row.</summary>
    public Shape CellShape { get; }

    /// <summary>The number of elements of a row.</summary>
    public int Size => CellShape.Length;

    /// <summary>What error messages call the rows.</summary>
    public string Source { get; }

    /// <summary>The elements of one row.</summary>
    public ReadOnlySpan<double> this[int row] => _values.AsSpan(row * Size, Size);

    /// <summary>The values of one element in all rows.</summary>
    public double[] Element(int element)
    {
        var values = new double[Count];
        for (var row = 0; row < Count; row++) { values[row] = _values[row * Size + element]; }
        return values;
    }

    /// <summary>The outermost dimension of a tensor as rows.</summary>
    /// <exception cref="EmergentException">It is one single value, or text.</exception>
    public static RowVectors Of(Tensor rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        if (rows.Shape.Rank == 0)
        {
            throw new EmergentException("A tensor that is one single value has no rows. Give one whose outermost dimension is the rows.");
        }
        return new(Numbers(rows, "The tensor"), rows.Shape[0], rows.Shape.Inner(), $"the tensor of shape {rows.Shape}");
    }

    /// <summary>The cells of a column.</summary>
    /// <exception cref="EmergentException">There is no such column, or it has text.</exception>
    public static RowVectors Of(TableView view, string column)
    {
        ArgumentNullException.ThrowIfNull(view);
        return new(view.Numbers(column), view.RowCount, view.Table[column].CellShape, $"column '{column}' of table '{view.Table.Name}'");
    }

    /// <summary>The texts of a column, one for each row, empty where it is null.</summary>
    /// <exception cref="EmergentException">There is no such column, or its cells are tensors.</exception>
    public static string[] Labels(TableView view, string column)
    {
        ArgumentNullException.ThrowIfNull(view);
        view.ScalarColumn(column, "a label");
        var cells = view.Cells(column);
        return [.. Enumerable.Range(0, view.RowCount).Select(row => cells.IsNull(row) ? "" : cells.GetText(row))];
    }

    /// <summary>All elements of a tensor as numbers, null as NaN.</summary>
    /// <exception cref="EmergentException">It has text.</exception>
    public static double[] Numbers(Tensor tensor, string name)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        if (tensor.ElementType == typeof(string))
        {
            throw new EmergentException($"{name} holds text; numbers are needed. Choose one with numbers, or make numbers of its texts with OneHot.");
        }
        var values = new double[tensor.Length];
        for (var i = 0; i < values.Length; i++) { values[i] = tensor.GetDouble(i); }
        return values;
    }

    /// <summary>Checks that there are at least so many rows, and something in them.</summary>
    /// <exception cref="EmergentException">There are not.</exception>
    public void RequireRows(int least, string what)
    {
        if (Count < least)
        {
            throw new EmergentException($"{what} of {Source}: there {(Count == 1 ? "is 1 row" : $"are {Count} rows")}; at least {least} {(least == 1 ? "is" : "are")} needed.");
        }
        if (Size == 0) { throw new EmergentException($"{what} of {Source}: its cells have shape {CellShape}, which holds nothing."); }
    }

    /// <summary>Checks that no value is missing or infinite.</summary>
    /// <exception cref="EmergentException">One is.</exception>
    public void RequireFinite(string what)
    {
        for (var i = 0; i < _values.Length; i++)
        {
            if (!double.IsFinite(_values[i]))
            {
                throw new EmergentException($"{what} of {Source}: row {i / Size}, element {i % Size} is {(double.IsNaN(_values[i]) ? "null or NaN" : "infinite")}; "
                    + "all values are needed. Leave out such rows or fill them first.");
            }
        }
    }

    /// <summary>Checks that rows can be compared with what has another shape.</summary>
    /// <exception cref="EmergentException">The shapes differ.</exception>
    public void RequireCellShape(Shape shape, string what)
    {
        if (!CellShape.Equals(shape))
        {
            throw new EmergentException($"Rows of {Source} have shape {CellShape}; {what} has shape {shape}. They must be the same.");
        }
    }
}
