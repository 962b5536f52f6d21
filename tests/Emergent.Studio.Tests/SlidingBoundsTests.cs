using Emergent.Data;

namespace Emergent.Studio.Tests;

/// <summary>The bounds of the records that are still there.</summary>
public class SlidingBoundsTests
{
    [Fact]
    public void Bounds_are_those_of_the_records_that_have_not_left()
    {
        var random = new CounterRandom(seed: 1, run: 0, CounterRandom.StreamOf("bounds"));
        List<(float Min, float Max)> records = [];
        var bounds = new SlidingBounds();
        for (var number = 0; number < 500; number++)
        {
            var (a, b) = (random.NextInt(20) - 10f, random.NextInt(20) - 10f);
            records.Add(number % 7 == 3 ? FiniteBounds.None : (Math.Min(a, b), Math.Max(a, b)));
            var first = Math.Max(0, number - 1 - random.NextInt(39));
            bounds.Forget(first);
            bounds.Add(number, records[number].Min, records[number].Max);
            var left = records.Skip(first).Where(r => r != FiniteBounds.None).ToList();
            for (var r = 0; r < first; r++) { records[r] = FiniteBounds.None; }   // what has left does not come back
            Assert.Equal(left.Count == 0 ? float.PositiveInfinity : left.Min(r => r.Min), bounds.Min);
            Assert.Equal(left.Count == 0 ? float.NegativeInfinity : left.Max(r => r.Max), bounds.Max);
        }
    }
}
