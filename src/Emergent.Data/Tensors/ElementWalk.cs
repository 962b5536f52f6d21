namespace Emergent.Data;

/// <summary>Goes through the places in memory of a tensor's elements, in row-major order of their indices.</summary>
internal ref struct ElementWalk
{
    private readonly ReadOnlySpan<int> _sizes, _strides;
    private readonly Span<int> _index;

    /// <summary>Begins with the first element; <paramref name="index"/> is room for an index for each dimension.</summary>
    public ElementWalk(Shape shape, ReadOnlySpan<int> strides, int start, Span<int> index)
    {
        _sizes = shape.Sizes;
        _strides = strides;
        _index = index[..shape.Rank];
        _index.Clear();
        Place = start;
    }

    /// <summary>Where the current element lies.</summary>
    public int Place { get; private set; }

    /// <summary>Goes to the next element; after the last, back to the first.</summary>
    public void Next()
    {
        for (var d = _index.Length - 1; d >= 0; d--)
        {
            Place += _strides[d];
            if (++_index[d] < _sizes[d]) { return; }
            Place -= _strides[d] * _sizes[d];
            _index[d] = 0;
        }
    }
}
