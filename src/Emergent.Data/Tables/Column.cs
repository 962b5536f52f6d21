using System.Text;

namespace Emergent.Data;

/// <summary>One column of a <see cref="Table"/>: a cell for each row, each cell a value or a tensor of one shape.</summary>
public abstract partial class Column
{
    private IReadOnlyList<string>? _dimensionNames;

    private protected Column(string name, Shape cellShape) => (Name, CellShape) = (name, cellShape);

    /// <summary>The column's name, unique within its table; <see cref="Table.RenameColumn"/> gives it another.</summary>
    public string Name { get; internal set; }

    /// <summary>The shape of each cell; <see cref="Shape.Scalar"/> where a cell is one value.</summary>
    public Shape CellShape { get; }

    /// <summary>Whether a cell is one value.</summary>
    public bool IsScalar => CellShape.Rank == 0;

    /// <summary>The type of the elements.</summary>
    public abstract Type ElementType { get; }

    /// <summary>The number of cells.</summary>
    public int RowCount { get; private protected set; }

    /// <summary>What each dimension of a cell stands for, outermost first, or null when that has not been said.</summary>
    /// <exception cref="ArgumentException">There are more or fewer names than dimensions.</exception>
    public IReadOnlyList<string>? DimensionNames
    {
        get => _dimensionNames;
        set
        {
            if (value is not null && value.Count != CellShape.Rank)
            {
                throw new ArgumentException($"Cells of column '{Name}' have shape {CellShape}, {CellShape.Rank} dimensions; "
                    + $"{value.Count} names were given.", nameof(value));
            }
            _dimensionNames = value;
        }
    }

    /// <summary>The whole column as one tensor <c>[rows, …cell]</c>: a view, not a copy, of the rows that there are now.</summary>
    public Tensor AllCells => ViewAll();

    /// <summary>One cell as a tensor: a view, not a copy.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public Tensor CellTensor(int row) => ViewCell(row);

    /// <summary>The column's name, the type of its elements and the shape of its cells, unless they are single values: <c>Act: float[2, 2]</c>.</summary>
    public override string ToString() => $"{Name}: {Elements.NameOf(ElementType)}{(IsScalar ? "" : CellShape)}";

    internal abstract char Code { get; }

    /// <summary>What an element may hold, as an error message says it.</summary>
    internal abstract string Rule { get; }

    private protected abstract Tensor ViewAll();

    private protected abstract Tensor ViewCell(int row);

    internal abstract void SetRowCount(int rows);

    internal abstract void DeleteRows(int start, int count);

    internal abstract Column Clone();

    /// <summary>Whether <paramref name="value"/> can be the content of a cell; null always can.</summary>
    internal abstract bool Fits(object? value);

    /// <summary>Sets a cell to a value that fits.</summary>
    internal abstract void SetCell(int row, object? value);

    /// <summary>Adds the text of one element to a line of a file.</summary>
    internal abstract void AppendFileText(StringBuilder line, int row, int element, int digits, char delimiter);

    private protected int Start(int row)
    {
        if ((uint)row >= (uint)RowCount)
        {
            throw new ArgumentOutOfRangeException(nameof(row), $"Row {row} is outside column '{Name}', which has {RowCount} rows.");
        }
        return row * CellShape.Length;
    }
}
