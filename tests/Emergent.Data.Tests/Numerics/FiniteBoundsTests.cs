namespace Emergent.Data.Tests;

public class FiniteBoundsTests
{
    [Fact]
    public void Values_are_copied_and_their_bounds_found_wherever_they_begin()
    {
        var random = new CounterRandom(seed: 1, run: 0, CounterRandom.StreamOf("bounds"));
        var from = new float[200];
        for (var i = 0; i < from.Length; i++) { from[i] = i % 5 == 2 ? float.NaN : i % 7 == 3 ? float.NegativeInfinity : i % 11 == 4 ? float.PositiveInfinity : random.NextInt(1000) - 500f; }
        for (var length = 0; length < 70; length++)
        {
            for (var start = 0; start < 20; start++)
            {
                var values = from.AsSpan(3 * start, length);
                var to = Enumerable.Repeat(9f, 100).ToArray();
                var bounds = FiniteBounds.OfCopied(values, to.AsSpan(start));
                Assert.Equal([.. Enumerable.Repeat(9f, start), .. values, .. Enumerable.Repeat(9f, 100 - start - length)], to);
                var finite = values.ToArray().Where(float.IsFinite).ToList();
                Assert.Equal(finite.Count == 0 ? FiniteBounds.None : (finite.Min(), finite.Max()), bounds);
                Assert.Equal(bounds, FiniteBounds.Of(values));
            }
        }
    }

    [Fact]
    public void A_row_that_has_no_room_is_refused_untouched()
    {
        var to = new float[3];
        Assert.Throws<ArgumentOutOfRangeException>(() => FiniteBounds.OfCopied([1, 2, 3, 4], to));
        Assert.Equal([0, 0, 0], to);
    }
}
