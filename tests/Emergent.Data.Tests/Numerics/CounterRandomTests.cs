using FsCheck;
using FsCheck.Fluent;

namespace Emergent.Data.Tests;

public class CounterRandomTests
{
    private static uint[] Bits(long seed, int run, ulong stream, ulong index)
    {
        var random = new CounterRandom(seed, run, stream, index);
        return [.. Enumerable.Range(0, 16).Select(_ => random.NextBits())];
    }

    [Fact]
    public void Same_key_gives_the_same_numbers() => Assert.Equal(Bits(5, 2, 7, 11), Bits(5, 2, 7, 11));

    [Theory]
    [InlineData(6, 2, 7, 11)]
    [InlineData(5, 3, 7, 11)]
    [InlineData(5, 2, 8, 11)]
    [InlineData(5, 2, 7, 12)]
    [InlineData(-5, 2, 7, 11)]
    [InlineData(5, 2, 7, 11 + (1UL << 32))]
    public void Another_seed_run_stream_or_index_gives_other_numbers(long seed, int run, ulong stream, ulong index)
    {
        var differing = Bits(5, 2, 7, 11).Zip(Bits(seed, run, stream, index)).Count(pair => pair.First != pair.Second);
        Assert.Equal(16, differing);
    }

    [Fact]
    public void Streams_of_different_names_differ()
    {
        Assert.Equal(CounterRandom.StreamOf("Train order"), CounterRandom.StreamOf("Train order"));
        Assert.NotEqual(CounterRandom.StreamOf("Train order"), CounterRandom.StreamOf("Test order"));
    }

    [Fact]
    public void Numbers_stay_what_they_were()
    {
        foreach (var random in (CounterRandom[])[new(5, 2, 7, 11), new CounterRandom(5, 2, 7).At(11)])
        {
            var own = random;
            Assert.Equal([0.6275249405216947, 0.828901964782544, 0.8549525081859717], Enumerable.Range(0, 3).Select(_ => own.NextDouble()));
        }
    }

    [Theory]
    [InlineData(true)]    // one long sequence
    [InlineData(false)]   // the first number of many sequences, as weights are drawn
    public void Numbers_are_uniform(bool isOneSequence)
    {
        const int Draws = 200_000, Bins = 64;
        var random = new CounterRandom(1, 0, 3);
        var counts = new int[Bins];
        double sum = 0, squares = 0;
        for (var i = 0; i < Draws; i++)
        {
            if (!isOneSequence) { random = new CounterRandom(1, 0, 3, (ulong)i); }
            var u = random.NextDouble();
            Assert.InRange(u, 0, 1 - 1e-17);
            counts[(int)(u * Bins)]++;
            sum += u;
            squares += u * u;
        }
        var mean = sum / Draws;
        Assert.Equal(0.5, mean, tolerance: 4 * Math.Sqrt(1 / 12.0 / Draws));
        Assert.Equal(1 / 12.0, squares / Draws - mean * mean, tolerance: 0.001);
        Assert.InRange(ChiSquare(counts, Draws), 26, 116);   // 63 degrees of freedom: outside with probability 1e-4
    }

    [Fact]
    public void Whole_numbers_are_equally_likely()
    {
        var random = new CounterRandom(2, 0, 3);
        var counts = new int[7];
        for (var i = 0; i < 140_000; i++) { counts[random.NextInt(7)]++; }
        Assert.InRange(ChiSquare(counts, 140_000), 0, 27);   // 6 degrees of freedom: above with probability 1e-4
    }

    [Fact]
    public void Whole_numbers_below_a_count_that_is_no_power_of_two_are_unbiased_at_the_top()
    {
        // Without rejection, a third of the numbers below 3·2³⁰ would come up twice as often.
        var random = new CounterRandom(2, 0, 4);
        const int Count = 3 << 29;
        var low = Enumerable.Range(0, 60_000).Count(_ => random.NextInt(Count) < Count / 3);
        Assert.InRange(low, 20_000 - 500, 20_000 + 500);
    }

    [Fact]
    public void A_count_below_one_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => new CounterRandom(1, 0, 0).NextInt(0));

    [Fact]
    public void Shuffled_items_are_a_permutation_and_all_orders_are_equally_likely()
    {
        var random = new CounterRandom(3, 0, 0);
        Assert.Equal(Enumerable.Range(0, 100), random.Permutation(100).Order());

        var counts = new Dictionary<string, int>();
        for (var i = 0; i < 24_000; i++)
        {
            var order = string.Concat(random.Permutation(4));
            counts[order] = counts.GetValueOrDefault(order) + 1;
        }
        Assert.Equal(24, counts.Count);
        Assert.InRange(ChiSquare([.. counts.Values], 24_000), 5, 58);   // 23 degrees of freedom
    }

    private static double ChiSquare(int[] counts, int draws)
    {
        var expected = (double)draws / counts.Length;
        return counts.Sum(n => (n - expected) * (n - expected) / expected);
    }

    [Fact]
    public void Permutations_and_shuffles_keep_everything_and_numbers_their_ranges() => Prop.ForAll(Gen.Choose(0, 60).ToArbitrary(), Gen.Choose(0, 99_999).ToArbitrary(), (count, seed) =>
    {
        var random = new CounterRandom(seed, 0, 3);
        int[] items = [.. Enumerable.Range(0, count).Select(i => i / 2)], shuffled = [.. items];
        random.Shuffle(shuffled.AsSpan());
        return random.Permutation(count).Order().SequenceEqual(Enumerable.Range(0, count)) && shuffled.Order().SequenceEqual(items)
            && random.NextInt(count + 1) <= count && random.NextDouble() is >= 0 and < 1
            && RandomDistribution.IntBetween(ref random, -count, 1) is var between && between >= -count && between < 1
            && Math.Abs(RandomDistribution.IntAround(ref random, seed, count) - seed) <= count && Math.Abs(RandomDistribution.UniformAround(ref random, seed, count) - seed) <= count;
    }).Check(GoldenRows.Fixed);
}
