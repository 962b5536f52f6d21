namespace Emergent.Data;

public abstract partial class Tensor
{
    /// <summary>A copy with elements of another type; nulls stay null.</summary>
    /// <remarks>Between whole numbers exactly; to text as it is written in files; a <c>double</c> may lose digits to become a <c>float</c>.</remarks>
    /// <exception cref="ArgumentException">An element does not fit the other type: a fraction where whole numbers are wanted, one that is too large, text that is no number.</exception>
    /// <exception cref="EmergentException">There are no tensors of this element type.</exception>
    public abstract Tensor<TTo> To<TTo>();

    /// <summary>A copy with so many rows, cut off or with zeros, empty texts or falses added.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    /// <exception cref="InvalidOperationException">The tensor is a single value, which has no rows.</exception>
    public Tensor ToRows(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        if (Shape.Rank == 0) { throw new InvalidOperationException($"Tensor {this} is a single value and has no rows. Reshape it to [1] first."); }
        var result = Create(ElementType, Shape.Inner().Prepend(count));
        result.DimensionNames = DimensionNames;
        CopyMetaDataTo(result);
        var kept = Math.Min(count, RowCount);
        result.Slice(..kept).CopyFrom(Slice(..kept));
        return result;
    }

    /// <summary>Sets every element to zero, empty text or false.</summary>
    public abstract void SetZeros();

    /// <summary>Takes over the values and nulls of a tensor of the same shape, converted where its element type is another.</summary>
    /// <exception cref="ArgumentException">The shape is another, or an element does not fit; nothing has changed.</exception>
    public void CopyFrom(Tensor source)
    {
        ArgumentNullException.ThrowIfNull(source);
        if (!Shape.Equals(source.Shape)) { throw new ArgumentException($"Tensor {this} cannot take over {source}: their shapes differ. Reshape or slice one to the shape of the other.", nameof(source)); }
        CopyCore(source, 0, 0, Length);
    }

    /// <summary>Takes over some elements of another tensor, counted by flat indices in both, converted where its element type is another.</summary>
    /// <param name="source">The tensor that they are taken from.</param>
    /// <param name="start">The flat index of the first there.</param>
    /// <param name="to">The flat index of the first here.</param>
    /// <param name="count">How many.</param>
    /// <exception cref="ArgumentOutOfRangeException">Either tensor has fewer elements; nothing has changed.</exception>
    /// <exception cref="ArgumentException">An element does not fit; nothing has changed.</exception>
    public void CopyCellsFrom(Tensor source, int start, int to, int count)
    {
        ArgumentNullException.ThrowIfNull(source);
        CheckPart(source, start, count, nameof(start));
        CheckPart(this, to, count, nameof(to));
        CopyCore(source, start, to, count);

        static void CheckPart(Tensor tensor, int start, int count, string parameter)
        {
            if (start < 0 || count < 0 || start > tensor.Length - count)
            {
                throw new ArgumentOutOfRangeException(parameter, $"{count} elements from {start} on do not lie within tensor {tensor}, which has {tensor.Length}.");
            }
        }
    }

    /// <summary>The smallest and the largest element and where they stand; nulls, and texts that are no numbers, are left out.</summary>
    public TensorExtremes Extremes()
    {
        var result = new TensorExtremes(double.NaN, -1, double.NaN, -1);
        for (var i = 0; i < Length; i++)
        {
            var value = GetDouble(i);
            if (double.IsNaN(value)) { continue; }
            if (result.MinIndex < 0 || value < result.Min) { result = result with { Min = value, MinIndex = i }; }
            if (result.MaxIndex < 0 || value > result.Max) { result = result with { Max = value, MaxIndex = i }; }
        }
        return result;
    }

    /// <summary>One number from all elements, in row-major order; nulls, and texts that are no numbers, are left out.</summary>
    /// <param name="initial">What it is for no elements at all.</param>
    /// <param name="next">What it becomes with one more element: from what it was and the element's value.</param>
    public double Aggregate(double initial, Func<double, double, double> next)
    {
        ArgumentNullException.ThrowIfNull(next);
        for (var i = 0; i < Length; i++)
        {
            var value = GetDouble(i);
            if (!double.IsNaN(value)) { initial = next(initial, value); }
        }
        return initial;
    }

    /// <summary>Sets each element to a function of it; nulls, and texts that are no numbers, stay as they are, and NaN makes an element null.</summary>
    /// <exception cref="ArgumentException">The element type cannot hold a result; nothing has changed.</exception>
    public void Apply(Func<double, double> function)
    {
        ArgumentNullException.ThrowIfNull(function);
        var results = Create(ElementType, Shape);
        for (var i = 0; i < Length; i++)
        {
            var value = GetDouble(i);
            if (!double.IsNaN(value)) { results.SetDouble(i, function(value)); }
            else if (IsNull(i)) { results.SetNull(i); }
            else { results.SetText(i, GetText(i)); }
        }
        CopyFrom(results);
    }

    private protected abstract void CopyCore(Tensor source, int start, int to, int count);
}
