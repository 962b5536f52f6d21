namespace Emergent.Data;

/// <summary>Which indices of one dimension a slice keeps: one, or those of a range, all or every so many of them.</summary>
/// <remarks>Written as an int (<c>3</c>), an index from the end (<c>^1</c>) or a range (<c>1..4</c>, <c>..</c>), from which it converts by itself;
/// with steps as <c>new TensorRange(1.., step: 2)</c>. One index takes the dimension away, a range keeps it.</remarks>
public readonly record struct TensorRange
{
    private readonly Range _range;
    private readonly int _step;   // 0 for one index, which is the range's start

    /// <summary>Every so many indices of a range.</summary>
    /// <param name="range">From which index to before which.</param>
    /// <param name="step">How far apart they are: from the start upward, or where negative from the last of the range downward.</param>
    /// <exception cref="ArgumentOutOfRangeException">The step is 0.</exception>
    public TensorRange(Range range, int step = 1)
    {
        ArgumentOutOfRangeException.ThrowIfZero(step);
        (_range, _step) = (range, step);
    }

    private TensorRange(Index index) => _range = new(index, index);

    /// <summary>All indices: <c>..</c></summary>
    public static TensorRange All { get; } = new(..);

    /// <summary>All indices, the last first.</summary>
    public static TensorRange Reversed { get; } = new(.., -1);

    /// <summary>Whether it is one index, which takes the dimension away.</summary>
    public bool IsIndex => _step == 0;

    /// <summary>The indices of a range.</summary>
    public static implicit operator TensorRange(Range range) => new(range);

    /// <summary>One index, which may be counted from the end.</summary>
    public static implicit operator TensorRange(Index index) => new(index);

    /// <summary>One index.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative; count from the end with <c>^</c>.</exception>
    public static implicit operator TensorRange(int index) => index >= 0
        ? new(new Index(index))
        : throw new ArgumentOutOfRangeException(nameof(index), $"Index {index} is negative. Indices begin at 0; count from the end with ^{-(long)index}.");

    /// <summary>As it is written in a slice.</summary>
    public override string ToString() => IsIndex ? _range.Start.ToString() : _step == 1 ? _range.ToString() : $"{_range} step {_step}";

    /// <summary>The first index, how many there are, and how far apart.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The dimension has no such indices.</exception>
    internal (int First, int Count, int Step) Resolve(Shape shape, int dimension)
    {
        var size = shape[dimension];
        var (start, end) = (_range.Start.GetOffset(size), _range.End.GetOffset(size));
        if (IsIndex)
        {
            return (uint)start < (uint)size ? (start, 1, 1) : throw new ArgumentOutOfRangeException(nameof(dimension),
                $"Index {this} is outside dimension {dimension} of shape {shape}; it "
                    + (size > 0 ? $"goes from 0 to {size - 1}." : "is empty."));
        }
        if (start < 0 || end > size || start > end)
        {
            throw new ArgumentOutOfRangeException(nameof(dimension),
                $"Range {this} does not lie within dimension {dimension} of shape {shape}; a range goes from 0..0 to 0..{size}, start before end.");
        }
        if (start == end) { return (0, 0, 1); }
        var count = (int)((end - start - 1) / Math.Abs((long)_step)) + 1;
        return (_step > 0 ? start : end - 1, count, count > 1 ? _step : 1);
    }
}
