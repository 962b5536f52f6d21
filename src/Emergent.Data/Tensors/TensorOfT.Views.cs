namespace Emergent.Data;

public sealed partial class Tensor<T>
{
    /// <inheritdoc cref="Tensor.Slice(ReadOnlySpan{TensorRange})"/>
    public new Tensor<T> Slice(params ReadOnlySpan<TensorRange> ranges) => SliceCore(ranges);

    /// <inheritdoc cref="Tensor.Slice(string, TensorRange)"/>
    public new Tensor<T> Slice(string dimension, TensorRange range) => SliceCore(RangesAlong(dimension, range));

    /// <inheritdoc cref="Tensor.Transpose"/>
    public new Tensor<T> Transpose(params ReadOnlySpan<int> order) => TransposeCore(order);

    /// <inheritdoc cref="Tensor.Reshape"/>
    public new Tensor<T> Reshape(Shape shape) => ReshapeCore(shape);

    /// <inheritdoc cref="Tensor.ToContiguous"/>
    public new Tensor<T> ToContiguous() => IsContiguous ? this : Clone();

    /// <summary>A copy, column-major, that shares nothing with this tensor.</summary>
    public Tensor<T> ToColumnMajor() => CloneCore(StorageOrder.ColumnMajor);

    /// <inheritdoc cref="Tensor.Clone"/>
    public new Tensor<T> Clone() => CloneCore(StorageOrder.RowMajor);

    private protected override Tensor<T> SliceCore(ReadOnlySpan<TensorRange> ranges)
    {
        if (ranges.Length > Shape.Rank)
        {
            throw new ArgumentException($"Shape {Shape} has {Shape.Rank} dimensions; "
                + $"{ranges.Length} indices or ranges were given.", nameof(ranges));
        }
        var rank = Shape.Rank;
        foreach (var range in ranges) { if (range.IsIndex) { rank--; } }
        var (sizes, strides, kept, start, d) = (new int[rank], new int[rank], new int[rank], _start, 0);
        for (var from = 0; from < Shape.Rank; from++)
        {
            var range = from < ranges.Length ? ranges[from] : TensorRange.All;
            var (first, count, step) = range.Resolve(Shape, from);
            start += first * Strides[from];
            if (!range.IsIndex) { (sizes[d], strides[d], kept[d++]) = (count, Strides[from] * step, from); }
        }
        return View(Shape.Create(sizes), start, strides, kept);
    }

    private protected override Tensor<T> TransposeCore(ReadOnlySpan<int> order)
    {
        var all = order.IsEmpty ? [.. Enumerable.Range(0, Shape.Rank).Reverse()] : order.ToArray();
        if (all.Length != Shape.Rank || !all.Order().SequenceEqual(Enumerable.Range(0, Shape.Rank)))
        {
            throw new ArgumentException($"Order [{string.Join(", ", all)}] does not name each of the {Shape.Rank} dimensions "
                + $"of shape {Shape} once, from 0.", nameof(order));
        }
        var (sizes, strides) = (new int[all.Length], new int[all.Length]);
        for (var d = 0; d < all.Length; d++) { (sizes[d], strides[d]) = (Shape[all[d]], Strides[all[d]]); }
        return View(Shape.Create(sizes), _start, strides, all);
    }

    private protected override Tensor<T> ReshapeCore(Shape shape)
    {
        ArgumentNullException.ThrowIfNull(shape);
        if (shape.Length != Length)
        {
            throw new ArgumentException($"Tensor {this} has {Length} elements; shape {shape} holds {shape.Length}. "
                + "A new shape must hold as many.", nameof(shape));
        }
        if (!IsContiguous) { throw NotContiguous($"cannot be reshaped to {shape}"); }
        var view = new Tensor<T>(shape, _store, _start);
        CopyMetaDataTo(view);
        return view;
    }

    private protected override Tensor<T> CloneCore(StorageOrder order)
    {
        Tensor<T> copy;
        if (order == StorageOrder.RowMajor && IsContiguous) { copy = new(Shape, _store.Copy(_start, Length), 0); }
        else
        {
            copy = new(Shape, order);
            copy.Take(this, 0, 0, Length);
        }
        copy.DimensionNames = DimensionNames;
        CopyMetaDataTo(copy);
        return copy;
    }

    private Tensor<T> View(Shape shape, int start, int[] strides, int[] dimensions)
    {
        var view = new Tensor<T>(shape, _store, start, strides);
        if (DimensionNames is { } names) { view.DimensionNames = [.. dimensions.Select(d => names[d])]; }
        CopyMetaDataTo(view);
        return view;
    }

    private static int[] ColumnMajorStrides(Shape shape)
    {
        var strides = new int[shape.Rank];
        for (var (d, length) = (0, 1); d < shape.Rank; length *= shape[d++]) { strides[d] = length; }
        return strides;
    }

    private static int[]? StridesOf(Shape shape, StorageOrder order)
    {
        if (order == StorageOrder.RowMajor) { return null; }
        var strides = ColumnMajorStrides(shape);
        return AreSame(strides, shape, shape.Strides) ? null : strides;
    }

    /// <summary>Whether the elements lie in the same places: strides of dimensions with one element, or of nothing at all, do not matter.</summary>
    private static bool AreSame(ReadOnlySpan<int> strides, Shape shape, ReadOnlySpan<int> others)
    {
        if (shape.Length == 0) { return true; }
        for (var d = 0; d < shape.Rank; d++)
        {
            if (shape[d] > 1 && strides[d] != others[d]) { return false; }
        }
        return true;
    }
}
