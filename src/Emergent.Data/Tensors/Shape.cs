using System.Collections;
using System.Runtime.CompilerServices;

namespace Emergent.Data;

/// <summary>The sizes of an n-dimensional array, row-major: outermost dimension first, <c>[Y, X]</c> or <c>[poolsY, poolsX, unitsY, unitsX]</c>.</summary>
/// <remarks>
/// Immutable. Written as a collection expression: <c>Shape shape = [5, 5];</c> As a list it holds its sizes: they are spread (<c>[.. shape, 3]</c>) and matched
/// (<c>shape is [_, 3]</c>). The number of elements, <c>shape.Length</c>, is an extension (<see cref="ShapeLength"/>): the compiler takes a member Length for
/// the length of a list, so that as one it would break both.
/// </remarks>
[CollectionBuilder(typeof(Shape), nameof(Create))]
public sealed class Shape : IReadOnlyList<int>, IEquatable<Shape>
{
    private readonly int[] _sizes, _strides;

    private Shape(int[] sizes)
    {
        _sizes = sizes;
        _strides = new int[sizes.Length];
        var length = 1L;
        for (var d = sizes.Length - 1; d >= 0; d--)
        {
            if (sizes[d] < 0) { throw new ArgumentException($"A shape has sizes of at least 0; dimension {d} of [{string.Join(", ", sizes)}] is {sizes[d]}."); }
            _strides[d] = (int)length;
            length *= sizes[d];
            if (length > int.MaxValue) { throw new ArgumentException($"Shape [{string.Join(", ", sizes)}] has more than {int.MaxValue:N0} elements, which is the most there can be."); }
        }
        ElementCount = (int)length;
    }

    /// <summary>The shape with these sizes, outermost first; no sizes at all is the shape of one single value.</summary>
    public static Shape Create(ReadOnlySpan<int> sizes) => new(sizes.ToArray());

    /// <summary>The shape of a single value.</summary>
    public static Shape Scalar { get; } = new([]);

    /// <summary>The number of dimensions.</summary>
    public int Rank => _sizes.Length;

    /// <summary>The number of sizes, which is <see cref="Rank"/>.</summary>
    public int Count => _sizes.Length;

    /// <summary>The size of one dimension; <c>shape[^1]</c> is that of the innermost.</summary>
    public int this[int dimension] => _sizes[dimension];

    /// <summary>The sizes, outermost first.</summary>
    public ReadOnlySpan<int> Sizes => _sizes;

    /// <summary>The product of all sizes; see <see cref="ShapeLength"/>.</summary>
    internal int ElementCount { get; }

    /// <summary>How far apart two neighbours along each dimension lie in the flat array.</summary>
    public ReadOnlySpan<int> Strides => _strides;

    /// <summary>The flat index of the element at <paramref name="index"/>, outermost first.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An index is outside its dimension.</exception>
    public int Offset(params ReadOnlySpan<int> index)
    {
        if (index.Length != Rank) { throw new ArgumentException($"Shape {this} has {Rank} dimensions; {index.Length} indices were given."); }
        var offset = 0;
        for (var d = 0; d < index.Length; d++)
        {
            if ((uint)index[d] >= (uint)_sizes[d])
            {
                throw new ArgumentOutOfRangeException(nameof(index), $"Index {index[d]} is outside dimension {d} of shape {this}; it goes from 0 to {_sizes[d] - 1}.");
            }
            offset += index[d] * _strides[d];
        }
        return offset;
    }

    /// <summary>The index along each dimension of the element at flat <paramref name="offset"/>.</summary>
    public int[] Index(int offset)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(offset, ElementCount);
        var index = new int[Rank];
        for (var d = 0; d < Rank; d++) { index[d] = offset / _strides[d] % _sizes[d]; }
        return index;
    }

    /// <summary>This shape with <paramref name="size"/> as a new outermost dimension.</summary>
    public Shape Prepend(int size) => new([size, .. _sizes]);

    /// <summary>This shape without its outermost <paramref name="dimensions"/>.</summary>
    public Shape Inner(int dimensions = 1) => new(_sizes[dimensions..]);

    /// <inheritdoc/>
    public bool Equals(Shape? other) => other is not null && Sizes.SequenceEqual(other.Sizes);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Shape);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var size in _sizes) { hash.Add(size); }
        return hash.ToHashCode();
    }

    /// <summary>The sizes as text: <c>[5, 5]</c>.</summary>
    public override string ToString() => $"[{string.Join(", ", _sizes)}]";

    /// <inheritdoc/>
    public IEnumerator<int> GetEnumerator() => ((IEnumerable<int>)_sizes).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
