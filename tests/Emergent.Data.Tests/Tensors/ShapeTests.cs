using FsCheck;
using FsCheck.Fluent;

namespace Emergent.Data.Tests;

/// <summary>A shape is a list of sizes to the compiler, too, and not one of as many items as it has elements.</summary>
public class ShapeTests
{
    private static readonly Shape Pools = [2, 3, 4], Empty = [3, 0];

    [Fact]
    public void Spread_shapes_are_their_sizes()
    {
        Assert.Equal([2, 3, 4], (int[])[.. Pools]);
        Assert.Equal([7, 2, 3, 4, 8], (List<int>)[7, .. Pools, 8]);
        Shape both = [.. Pools, .. Empty];
        Assert.Equal([2, 3, 4, 3, 0], both);
        Assert.Equal([3, 4], (int[])[.. Pools.Skip(1)]);
        ReadOnlySpan<int> none = [.. Shape.Scalar];
        Assert.True(none.IsEmpty);
    }

    [Fact]
    public void List_patterns_match_sizes()
    {
        Assert.True(Pools is [2, 3, 4]);
        Assert.True(Pools is [2, .., 4]);
        Assert.True(Shape.Scalar is []);
        Assert.True(Pools is [_, _, _] and not [_, _]);
        Assert.True(Pools is { Length: 24, Count: 3, Rank: 3 });
    }

    [Fact]
    public void Sizes_are_counted_from_both_ends()
    {
        Assert.Equal((2, 4, 3), (Pools[0], Pools[^1], Pools[^2]));
        Assert.Throws<IndexOutOfRangeException>(() => Pools[^4]);
    }

    [Fact]
    public void Length_is_the_number_of_elements()
    {
        Assert.Equal((24, 1, 0), (Pools.Length, Shape.Scalar.Length, Empty.Length));
    }

    [Fact]
    public void Offsets_count_the_elements_and_indices_lead_back() => Prop.ForAll((from rank in Gen.Choose(0, 4) from sizes in Gen.Choose(1, 5).ArrayOf(rank) select Shape.Create(sizes)).ToArbitrary(), shape =>
    {
        var indices = Enumerable.Range(0, shape.Length).Select(shape.Index).ToList();
        return indices.Select(index => shape.Offset(index)).SequenceEqual(Enumerable.Range(0, shape.Length))
            && indices.Zip(indices.Skip(1), (a, b) => a.AsSpan().SequenceCompareTo(b)).All(order => order < 0)   // the innermost runs fastest
            && indices.All(index => index.Length == shape.Rank && index.Zip(shape, (i, size) => i >= 0 && i < size).All(isWithin => isWithin));
    }).Check(GoldenRows.Fixed);
}
