namespace Emergent.Data;

/// <summary>An n-dimensional array of <typeparamref name="T"/>, or a view of a part of one.</summary>
/// <typeparam name="T">float, double, string, bool, sbyte, byte, short, ushort, int, uint, long or ulong.</typeparam>
public sealed partial class Tensor<T> : Tensor
{
    private readonly Element<T> _element;
    private readonly TensorStore<T> _store;
    private readonly int _start;
    private readonly int[]? _strides;   // null where the elements lie side by side, row-major: the usual case, which is to stay cheap

    /// <summary>A tensor of zeros, empty texts or falses.</summary>
    /// <exception cref="EmergentException">There are no tensors of this element type.</exception>
    public Tensor(Shape shape, StorageOrder order = StorageOrder.RowMajor) : base(shape)
    {
        _element = Elements.Of<T>();
        _store = new(new T[shape.Length]);
        _strides = StridesOf(shape, order);
        if (_element.Initial is string) { _store.Reset(0, Length, _element.Initial); }
    }

    /// <summary>A tensor around <paramref name="values"/>, which it does not copy.</summary>
    /// <exception cref="EmergentException">There are no tensors of this element type.</exception>
    /// <exception cref="ArgumentException">The shape holds more or fewer values.</exception>
    public Tensor(Shape shape, T[] values, StorageOrder order = StorageOrder.RowMajor) : base(shape)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (values.Length != shape.Length)
        {
            throw new ArgumentException($"Shape {shape} holds {shape.Length} values; {values.Length} were given.", nameof(values));
        }
        _element = Elements.Of<T>();
        _store = new(values);
        _strides = StridesOf(shape, order);
    }

    internal Tensor(Shape shape, TensorStore<T> store, int start) : base(shape) => (_element, _store, _start) = (Elements.Of<T>(), store, start);

    private Tensor(Shape shape, TensorStore<T> store, int start, int[] strides) : this(shape, store, start) =>
        _strides = AreSame(strides, shape, shape.Strides) ? null : strides;

    /// <inheritdoc/>
    public override Type ElementType => typeof(T);

    /// <inheritdoc/>
    public override ReadOnlySpan<int> Strides => _strides ?? Shape.Strides;

    /// <inheritdoc/>
    public override bool IsContiguous => _strides is null;

    /// <inheritdoc/>
    public override bool IsColumnMajor => AreSame(Strides, Shape, ColumnMajorStrides(Shape));

    /// <summary>All elements, row-major.</summary>
    /// <remarks>Writing here is the fast way, but leaves cells of whole-number, string and bool tensors that were null marked as null.</remarks>
    /// <exception cref="InvalidOperationException">The tensor is a view whose elements do not lie side by side.</exception>
    public Span<T> Values => _strides is null ? _store.Values.AsSpan(_start, Length) : throw NotContiguous("has no span of values");

    /// <summary>The element at a flat index, whatever the number of dimensions.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The index is outside the tensor.</exception>
    public T this[int flat]
    {
        get => _store.Values[Locate(flat)];
        set => Set(Locate(flat), value);
    }

    /// <summary>The element at one index for each dimension: <c>tensor[y, x]</c>.</summary>
    /// <exception cref="ArgumentException">There are more or fewer indices than dimensions.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An index is outside its dimension.</exception>
    public T this[params ReadOnlySpan<int> index]
    {
        get => _store.Values[Locate(index)];
        set => Set(Locate(index), value);
    }

    /// <inheritdoc/>
    public override double GetDouble(int flat)
    {
        var i = Locate(flat);
        return _store.IsNull(i) ? double.NaN : _element.ToDouble(_store.Values[i]);
    }

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
    public override object? GetValue(int flat) => IsNull(flat) ? null : this[flat];

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

    /// <summary>The element type and shape: <c>float[5, 5]</c>.</summary>
    public override string ToString() => base.ToString();

    internal override Element Element => _element;

    internal override Span<byte> BytesOf(int start, int count) => IsContiguous || IsColumnMajor
        ? _element.AsBytes(_store.Values.AsSpan(_start + start, count))
        : throw NotContiguous("has no memory of its own");

    private void Set(int place, T value)
    {
        _store.Values[place] = value;
        _store.MarkNull(place, false);
    }

    private int Locate(int flat)
    {
        if ((uint)flat >= (uint)Length)
        {
            throw new ArgumentOutOfRangeException(nameof(flat), $"Index {flat} is outside a tensor of shape "
                + $"{Shape}; it has {Length} elements.");
        }
        return _strides is null ? _start + flat : LocateStrided(flat, _strides);
    }

    private int Locate(ReadOnlySpan<int> index)
    {
        var flat = Shape.Offset(index);   // which checks the index, too
        if (_strides is null) { return _start + flat; }
        var place = _start;
        for (var d = 0; d < index.Length; d++) { place += index[d] * _strides[d]; }
        return place;
    }

    private int LocateStrided(int flat, int[] strides)
    {
        var place = _start;
        for (var d = strides.Length - 1; d >= 0; d--)
        {
            (flat, var index) = Math.DivRem(flat, Shape[d]);
            place += index * strides[d];
        }
        return place;
    }

    private InvalidOperationException NotContiguous(string what) => new($"Tensor {this} {what}: it is a view with strides "
        + $"[{string.Join(", ", Strides.ToArray())}], whose elements do not lie side by side. Call ToContiguous() first, which copies it.");

    private static ArgumentException DoesNotFit(string text) =>
        new($"'{text}' does not fit a tensor of {Elements.NameOf(typeof(T))}: its elements take {Elements.Of<T>().Rule}.");
}
