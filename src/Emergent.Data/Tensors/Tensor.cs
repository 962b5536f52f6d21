namespace Emergent.Data;

/// <summary>An n-dimensional array of values of one type, any of which may be null, or a view of a part of one.</summary>
/// <remarks>
/// Element types: float, double, string, bool and all whole numbers of 8 to 64 bits (<see cref="ElementTypes"/>); see <see cref="Tensor{T}"/>.
/// A flat index counts elements row-major, innermost dimension fastest, wherever they lie in memory. Source: emergent etensor.
/// </remarks>
public abstract partial class Tensor
{
    private IReadOnlyList<string>? _dimensionNames;
    private SortedDictionary<string, string>? _metaData;

    private protected Tensor(Shape shape)
    {
        ArgumentNullException.ThrowIfNull(shape);
        Shape = shape;
    }

    /// <summary>The size of each dimension, outermost first.</summary>
    public Shape Shape { get; }

    /// <summary>The number of elements.</summary>
    public int Length => Shape.Length;

    /// <summary>The size of the outermost dimension; 1 for a single value.</summary>
    public int RowCount => Shape.Rank == 0 ? 1 : Shape[0];

    /// <summary>The number of elements at one index of the outermost dimension.</summary>
    public int CellLength => Shape.Rank == 0 ? 1 : Shape.Strides[0];

    /// <summary>The type of the elements.</summary>
    public abstract Type ElementType { get; }

    /// <summary>How far apart two neighbours along each dimension lie in memory, in elements; negative where a dimension is reversed.</summary>
    public abstract ReadOnlySpan<int> Strides { get; }

    /// <summary>Whether all elements lie side by side, row-major.</summary>
    public abstract bool IsContiguous { get; }

    /// <summary>Whether all elements lie side by side, column-major.</summary>
    public abstract bool IsColumnMajor { get; }

    /// <summary>What each dimension stands for, outermost first, or null when that has not been said.</summary>
    /// <exception cref="ArgumentException">There are more or fewer names than dimensions.</exception>
    public IReadOnlyList<string>? DimensionNames
    {
        get => _dimensionNames;
        set
        {
            if (value is not null && value.Count != Shape.Rank)
            {
                throw new ArgumentException($"Shape {Shape} has {Shape.Rank} dimensions; {value.Count} names were given.", nameof(value));
            }
            _dimensionNames = value;
        }
    }

    /// <summary>What the tensor says of itself, such as hints for those who draw it; each copy and view has its own, which begins as that of its original.</summary>
    public IDictionary<string, string> MetaData => _metaData ??= new(StringComparer.Ordinal);

    /// <summary>The place of the dimension that bears a name.</summary>
    /// <exception cref="EmergentException">There is no such dimension.</exception>
    public int Dimension(string name)
    {
        for (var d = 0; d < _dimensionNames?.Count; d++) { if (_dimensionNames[d] == name) { return d; } }
        throw new EmergentException($"Tensor {this} has no dimension '{name}'. {(_dimensionNames is null ? "Set its DimensionNames first." : Names.DidYouMean(name, _dimensionNames))}");
    }

    /// <summary>A part of this tensor: a view, not a copy, with the same nulls and the names of the dimensions that remain.</summary>
    /// <param name="ranges">One for each dimension, outermost first: a range (<c>1..</c>) keeps it, an index (<c>3</c>, <c>^1</c>) takes it away; dimensions left out stay whole.</param>
    /// <exception cref="ArgumentException">There are more ranges than dimensions.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A range or index does not lie within its dimension.</exception>
    public Tensor Slice(params ReadOnlySpan<TensorRange> ranges) => SliceCore(ranges);

    /// <summary>A part of this tensor along the dimension that bears a name: a view, not a copy.</summary>
    /// <exception cref="EmergentException">There is no such dimension.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The range or index does not lie within the dimension.</exception>
    public Tensor Slice(string dimension, TensorRange range) => SliceCore(RangesAlong(dimension, range));

    /// <summary>This tensor with its dimensions in reverse order, or in the given order: a view, not a copy.</summary>
    /// <param name="order">Which dimension of this tensor each dimension of the view is; all reversed when left out.</param>
    /// <exception cref="ArgumentException">The order does not name each dimension once.</exception>
    public Tensor Transpose(params ReadOnlySpan<int> order) => TransposeCore(order);

    /// <summary>The same elements in the same row-major order in another shape: a view, not a copy.</summary>
    /// <exception cref="ArgumentException">The shape holds more or fewer elements.</exception>
    /// <exception cref="InvalidOperationException">The elements do not lie side by side.</exception>
    public Tensor Reshape(Shape shape) => ReshapeCore(shape);

    /// <summary>This tensor where its elements lie side by side already, else a copy whose elements do.</summary>
    public Tensor ToContiguous() => IsContiguous ? this : Clone();

    /// <summary>A copy, row-major, that shares nothing with this tensor.</summary>
    public Tensor Clone() => CloneCore(StorageOrder.RowMajor);

    /// <summary>Whether the other tensor has the same element type, shape, values and nulls, wherever they lie in memory; names of dimensions and meta data do not count.</summary>
    public abstract bool ContentsEqual(Tensor? other);

    /// <summary>A new tensor of zeros, empty texts or falses.</summary>
    /// <exception cref="EmergentException">There are no tensors of this element type.</exception>
    public static Tensor Create(Type elementType, Shape shape, StorageOrder order = StorageOrder.RowMajor) => Elements.Of(elementType).NewTensor(shape, order);

    /// <summary>The element type and shape: <c>float[5, 5]</c>.</summary>
    public override string ToString() => Elements.NameOf(ElementType) + Shape;

    /// <summary>The elements as aligned text, to look at: drawn in two dimensions as <see cref="TensorGrid"/> lays them out, the first row at the top, with five digits.</summary>
    public string ToText() => ShownText.OfTensor(this);

    internal abstract Element Element { get; }

    /// <summary>The memory of some elements, in the order in which they lie there; only of tensors that have nothing between their elements, which are of a fixed size.</summary>
    internal abstract Span<byte> BytesOf(int start, int count);

    private protected abstract Tensor SliceCore(ReadOnlySpan<TensorRange> ranges);

    private protected abstract Tensor TransposeCore(ReadOnlySpan<int> order);

    private protected abstract Tensor ReshapeCore(Shape shape);

    private protected abstract Tensor CloneCore(StorageOrder order);

    private protected TensorRange[] RangesAlong(string dimension, TensorRange range)
    {
        var ranges = new TensorRange[Dimension(dimension) + 1];
        Array.Fill(ranges, TensorRange.All);
        ranges[^1] = range;
        return ranges;
    }

    private protected void CopyMetaDataTo(Tensor other)
    {
        if (_metaData is not null) { other._metaData = new(_metaData, StringComparer.Ordinal); }
    }
}
