using FsCheck;
using FsCheck.Fluent;

namespace Emergent.Data.Tests;

public class EdgesTests
{
    [Theory]
    [InlineData(-1, 4, 0, false)]
    [InlineData(5, 0, 4, false)]
    [InlineData(-9, 1, 0, false)]
    [InlineData(13, 3, 4, false)]
    [InlineData(2, 2, 2, true)]
    [InlineData(0, 0, 0, true)]
    public void Places_beyond_the_ends_come_round_or_stay_at_them(int place, int wrapped, int clipped, bool isWithin) =>
        Assert.Equal((wrapped, clipped, isWithin), (Edges.Wrap(place, 5), Edges.Clip(place, 5), Edges.IsWithin(place, 5)));

    [Fact]
    public void Distance_around_the_ends_is_that_of_the_nearest_of_all_images() => Prop.ForAll(
        (from size in Gen.Choose(1, 40) from a in Gen.Choose(0, size - 1) from b in Gen.Choose(0, size - 1) from rounds in Gen.Choose(-5, 5) select (size, a, b, rounds)).ToArbitrary(),
        ((int Size, int A, int B, int Rounds) given) =>
        {
            var (size, a, b, rounds) = given;
            var nearest = Enumerable.Range(-2, 5).Min(k => Math.Abs(a + k * size - b));
            return Edges.WrappedDistance(a, b, size) == nearest && Edges.WrappedDistance(b, a, size) == nearest
                && Edges.NearestImage(a, size, b) is var image && Edges.Wrap((long)image, size) == a && Math.Abs(image - b) == nearest
                && Edges.Wrap(a + (long)rounds * size, size) == a && Edges.Clip(a, size) == a && Edges.IsWithin(Edges.Clip(a + rounds * size, size), size);
        }).Check(GoldenRows.Fixed);

    [Fact]
    public void A_size_of_0_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Edges.Wrap(0, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Edges.Clip(0, -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Edges.IsWithin(0, 0));
    }
}
