namespace Emergent.Data;

/// <summary>An n-dimensional array of <typeparamref name="T"/>, row-major, or a view of a part of one.</summary>
/// <typeparam name="T">float, double, int, string or bool.</typeparam>
public sealed class Tensor<T> : Tensor
{
    private readonly Element<T> _element;
    private readonly TensorStore<T> _store;
    private readonly int _start;

    /// <summary>A tensor of zeros, empty texts or falses.</summary>
    /// <exception cref="EmergentException">There are no tensors of this element type.</exception>
    public Tensor(Shape shape) : base(shape)
    {
        _element = Elements.Of<T>();
        _store = new(new T[shape.Length]);
        if (_element.Initial is string) { Values.Fill(_element.Initial); }
    }

    /// <summary>A tensor around <paramref name="values"/>, which it does not copy.</summary>
    /// <exception cref="EmergentException">There are no tensors of this element type.</exception>
    /// <exception cref="ArgumentException">The shape holds more or fewer values.</exception>
    public Tensor(Shape shape, T[] values) : base(shape)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (values.Length != shape.Length)
        {
            throw new ArgumentException($"Shape {shape} holds {shape.Length} values; {values.Length} were given.", nameof(values));
        }
        _element = Elements.Of<T>();
        _store = new(values);
    }

    internal Tensor(Shape shape, TensorStore<T> store, int start) : base(shape) => (_element, _store, _start) = (Elements.Of<T>(), store, start);

    /// <inheritdoc/>
    public override Type ElementType => typeof(T);

    /// <summary>All elements, row-major.</summary>
    /// <remarks>Writing here is the fast way, but leaves cells of int, string and bool tensors that were null marked as null.</remarks>
    public Span<T> Values => _store.Values.AsSpan(_start, Length);

    /// <summary>The element at a flat index, whatever the number of dimensions.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The index is outside the tensor.</exception>
    public T this[int flat]
    {
        get => _store.Values[Locate(flat)];
        set
        {
            var i = Locate(flat);
            _store.Values[i] = value;
            _store.MarkNull(i, false);
        }
    }

    /// <summary>The element at one index for each dimension: <c>tensor[y, x]</c>.</summary>
    /// <exception cref="ArgumentException">There are more or fewer indices than dimensions.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An index is outside its dimension.</exception>
    public T this[params ReadOnlySpan<int> index]
    {
        get => this[Shape.Offset(index)];
        set => this[Shape.Offset(index)] = value;
    }

    /// <summary>The part of this tensor at the given indices of its outermost dimensions: a view, not a copy.</summary>
    /// <exception cref="ArgumentException">There are more indices than dimensions.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An index is outside its dimension.</exception>
    public Tensor<T> Slice(params ReadOnlySpan<int> outer)
    {
        if (outer.Length > Shape.Rank)
        {
            throw new ArgumentException($"Shape {Shape} has {Shape.Rank} dimensions; "
                + $"{outer.Length} indices were given.", nameof(outer));
        }
        var offset = 0;
        for (var d = 0; d < outer.Length; d++)
        {
            if ((uint)outer[d] >= (uint)Shape[d])
            {
                throw new ArgumentOutOfRangeException(nameof(outer), $"Index {outer[d]} is outside dimension {d} of shape {Shape}; "
                    + $"it goes from 0 to {Shape[d] - 1}.");
            }
            offset += outer[d] * Shape.Strides[d];
        }
        return new(Shape.Inner(outer.Length), _store, _start + offset) { DimensionNames = DimensionNames?.Skip(outer.Length).ToArray() };
    }

    /// <summary>Sets every element to <paramref name="value"/>.</summary>
    public void Fill(T value) => _store.Reset(_start, Length, value);

    /// <inheritdoc/>
    public override double GetDouble(int flat) => IsNull(flat) ? double.NaN : _element.ToDouble(this[flat]);

    /// <inheritdoc/>
    public override void SetDouble(int flat, double value)
    {
        if (double.IsNaN(value)) { SetNull(flat); }
        else if (_element.TryFromDouble(value, out var converted)) { this[flat] = converted; }
        else { throw DoesNotFit(GoFormat.Shortest(value)); }
    }

    /// <inheritdoc/>
    public override string GetText(int flat)
    {
        var i = Locate(flat);
        return _store.IsNull(i) ? "" : _element.ToText(_store.Values[i], 0);
    }

    /// <inheritdoc/>
    public override void SetText(int flat, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (_element.IsNullText(text)) { SetNull(flat); }
        else if (_element.TryParse(text, out var value)) { this[flat] = value; }
        else { throw DoesNotFit(text); }
    }

    /// <inheritdoc/>
    public override bool IsNull(int flat)
    {
        var i = Locate(flat);
        return _element.IsNull(_store.Values[i]) || _store.IsNull(i);
    }

    /// <inheritdoc/>
    public override void SetNull(int flat)
    {
        var i = Locate(flat);
        _store.Values[i] = _element.Null;
        if (!_element.IsNull(_element.Null)) { _store.MarkNull(i, true); }
    }

    /// <inheritdoc/>
    public override Tensor<T> Clone() => new(Shape, _store.Copy(_start, Length), 0) { DimensionNames = DimensionNames };

    /// <inheritdoc/>
    public override bool ContentsEqual(Tensor? other)
    {
        if (other is not Tensor<T> same || !Shape.Equals(other.Shape)) { return false; }
        for (var i = 0; i < Length; i++)
        {
            if (IsNull(i) != same.IsNull(i) || !EqualityComparer<T>.Default.Equals(this[i], same[i])) { return false; }
        }
        return true;
    }

    /// <summary>The element type and shape: <c>float[5, 5]</c>.</summary>
    public override string ToString() => Elements.NameOf(typeof(T)) + Shape;

    private int Locate(int flat)
    {
        if ((uint)flat >= (uint)Length)
        {
            throw new ArgumentOutOfRangeException(nameof(flat), $"Index {flat} is outside a tensor of shape "
                + $"{Shape}; it has {Length} elements.");
        }
        return _start + flat;
    }

    private static ArgumentException DoesNotFit(string text) =>
        new($"'{text}' does not fit a tensor of {Elements.NameOf(typeof(T))}: its elements take {Elements.Of<T>().Rule}.");
}
