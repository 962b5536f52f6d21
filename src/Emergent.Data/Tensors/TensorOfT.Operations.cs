namespace Emergent.Data;

public sealed partial class Tensor<T>
{
    private const int UsualRank = 16;   // up to which walking through a tensor allocates nothing

    /// <summary>Sets every element to <paramref name="value"/>.</summary>
    public void Fill(T value)
    {
        if (IsContiguous)
        {
            _store.Reset(_start, Length, value);
            return;
        }
        var walk = Walk(stackalloc int[UsualRank]);
        for (var i = 0; i < Length; i++, walk.Next()) { Set(walk.Place, value); }
    }

    /// <inheritdoc/>
    public override void SetZeros() => Fill(_element.Initial);

    /// <summary>Sets each element that is not null to a function of it.</summary>
    /// <remarks>All results are computed before the first is set.</remarks>
    public void Apply(Func<T, T> function)
    {
        ArgumentNullException.ThrowIfNull(function);
        var results = new T[Length];
        for (var i = 0; i < Length; i++) { if (!IsNull(i)) { results[i] = function(this[i]); } }
        for (var i = 0; i < Length; i++) { if (!IsNull(i)) { this[i] = results[i]; } }
    }

    /// <inheritdoc cref="Tensor.ToRows"/>
    public new Tensor<T> ToRows(int count) => (Tensor<T>)base.ToRows(count);

    /// <inheritdoc/>
    public override Tensor<TTo> To<TTo>()
    {
        if (this is Tensor<TTo> same) { return same.Clone(); }
        var result = new Tensor<TTo>(Shape) { DimensionNames = DimensionNames };
        CopyMetaDataTo(result);
        var walk = Walk(stackalloc int[UsualRank]);
        for (var i = 0; i < Length; i++, walk.Next())
        {
            var value = _store.Values[walk.Place];
            var isNull = _element.IsNull(value) || _store.IsNull(walk.Place) || (value is string text && result._element.IsNullText(text));
            if (isNull) { result.SetNull(i); }
            else if (!TryConvert(value, result._element, out var converted))
            {
                throw new ArgumentException($"Element [{string.Join(", ", Shape.Index(i))}] of tensor {this} is '{_element.ToText(value, 0)}', which does not "
                    + $"fit a tensor of {result._element.Name}: its elements take {result._element.Rule}. Change it first, with Apply or by hand.");
            }
            else if (result._element.IsNull(converted)) { result.SetNull(i); }
            else { result.Values[i] = converted; }
        }
        return result;
    }

    /// <inheritdoc/>
    public override bool ContentsEqual(Tensor? other)
    {
        if (other is not Tensor<T> same || !Shape.Equals(other.Shape)) { return false; }
        var walk = Walk(stackalloc int[UsualRank]);
        var others = same.Walk(stackalloc int[UsualRank]);
        for (var i = 0; i < Length; i++, walk.Next(), others.Next())
        {
            T mine = _store.Values[walk.Place], its = same._store.Values[others.Place];
            var isNull = _element.IsNull(mine) || _store.IsNull(walk.Place);
            if (isNull != (_element.IsNull(its) || same._store.IsNull(others.Place))) { return false; }
            if (!isNull && !EqualityComparer<T>.Default.Equals(mine, its)) { return false; }
        }
        return true;
    }

    private protected override void CopyCore(Tensor source, int start, int to, int count)
    {
        if (source is Tensor<T> same)
        {
            // What shares this tensor's memory is copied first, as what is still to be read may be overwritten.
            Take(ReferenceEquals(same._store, _store) ? same.Clone() : same, start, to, count);
        }
        else { Take(source.ToContiguous().Reshape([source.Length]).Slice(start..(start + count)).To<T>(), 0, to, count); }
    }

    /// <summary>Sets elements from those of another tensor, which shares no memory with this one.</summary>
    private void Take(Tensor<T> source, int start, int to, int count)
    {
        if (count == 0) { return; }
        if (IsContiguous && source.IsContiguous && source._store.HasNoNulls && _store.HasNoNulls)
        {
            source.Values.Slice(start, count).CopyTo(Values[to..]);
            return;
        }
        var walk = Walk(stackalloc int[UsualRank]);
        var sources = source.Walk(stackalloc int[UsualRank]);
        for (var i = 0; i < to; i++) { walk.Next(); }
        for (var i = 0; i < start; i++) { sources.Next(); }
        for (var i = 0; i < count; i++, walk.Next(), sources.Next())
        {
            _store.Values[walk.Place] = source._store.Values[sources.Place];
            _store.MarkNull(walk.Place, source._store.IsNull(sources.Place));
        }
    }

    private ElementWalk Walk(Span<int> index) => new(Shape, Strides, _start, Shape.Rank <= index.Length ? index : new int[Shape.Rank]);

    private bool TryConvert<TTo>(T value, Element<TTo> target, out TTo result)
    {
        if (_element.IsWhole && target.IsWhole) { return target.TryFromWhole(_element.ToWhole(value), out result); }
        return _element.Kind == 'U' || target.Kind == 'U'
            ? target.TryParse(_element.ToText(value, 0), out result)
            : target.TryFromDouble(_element.ToDouble(value), out result);
    }
}
