using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace Emergent.Data.Tests;

public class RandomDistributionTests
{
    private const int Draws = 50_000;

    private static CounterRandom Random(ulong stream) => new(12, 0, stream);

    [Fact]
    public void Statistics_of_every_distribution_are_those_of_the_reference()
    {
        var rows = GoldenData.Table("f/erand_stats.tsv");
        Assert.NotEmpty(rows);
        for (var r = 0; r < rows.Count; r++)
        {
            double Value(string column) => double.Parse(rows[r][column], CultureInfo.InvariantCulture);
            var parameters = new RandomParams { Dist = Enum.Parse<Distribution>(rows[r]["dist"]), Mean = (float)Value("Mean"), Var = (float)Value("Var"), Par = (float)Value("Par") };
            var random = Random((ulong)r);
            var values = new double[Draws];
            for (var i = 0; i < Draws; i++) { values[i] = parameters.Generate(ref random); }
            // Both samples have an error: 4.5 times that of their difference.
            var error = 4.5 * Math.Sqrt(1 / Value("n") + 1.0 / Draws);
            var mean = values.Average();
            var deviation = Math.Sqrt(values.Average(v => (v - mean) * (v - mean)));
            Assert.Equal(Value("emp_mean"), mean, tolerance: error * deviation + 1e-7);   // 1e-7: a Mean of 0.7 is a float
            var kurtosis = deviation < 1e-6 ? 1 : values.Average(v => (v - mean) * (v - mean) * (v - mean) * (v - mean)) / Math.Pow(deviation, 4);
            Assert.Equal(Value("emp_sd"), deviation, tolerance: error * deviation * Math.Sqrt(kurtosis - 1) / 2 + 1e-7);
            foreach (var (column, q) in ((string, double)[])[("q05", 0.05), ("q50", 0.5), ("q95", 0.95)])
            {
                // The recorded quantile is where about that share of our values lies below.
                var quantile = Value(column);
                var below = values.Count(v => v < quantile - 1e-7) / (double)Draws;
                var notAbove = values.Count(v => v <= quantile + 1e-7) / (double)Draws;
                var tolerance = error * Math.Sqrt(q * (1 - q));
                Assert.True(below <= q + tolerance && notAbove >= q - tolerance, $"{rows[r]["dist"]} {column}: {below} to {notAbove} of values lie below {quantile}");
            }
        }
    }

    [Fact]
    public void Choices_come_as_often_as_in_the_reference()
    {
        foreach (var row in GoldenData.Table("f/erand_pchoose.tsv"))
        {
            double Value(string column) => double.Parse(row[column], CultureInfo.InvariantCulture);
            var random = Random(100);
            var counts = new int[3];
            for (var i = 0; i < Draws; i++) { counts[RandomDistribution.Choose(ref random, [Value("p0"), Value("p1"), Value("p2")])]++; }
            for (var i = 0; i < 3; i++)
            {
                var p = Value($"p{i}");
                Assert.Equal(Value($"f{i}"), counts[i] / (double)Draws, tolerance: 4.5 * Math.Sqrt(p * (1 - p) * (1 / Value("n") + 1.0 / Draws)));
            }
        }
    }

    [Fact]
    public void Chosen_index_always_has_a_weight() => Prop.ForAll(
        (from weights in Gen.Choose(0, 5).ListOf(6) from seed in Gen.Choose(0, 9999) select (weights, seed)).ToArbitrary(),
        ((List<int> Weights, int Seed) given) =>
        {
            var random = new CounterRandom(given.Seed, 0, 1);
            double[] weights = [.. given.Weights.Select(w => (double)w), 1e-3];
            return weights[RandomDistribution.Choose(ref random, weights)] > 0;
        }).Check(Config.QuickThrowOnFailure.WithReplay(1, 3));

    [Fact]
    public void Whole_numbers_reach_both_ends_and_all_are_as_likely()
    {
        var random = Random(101);
        int[] between = new int[4], around = new int[5];
        for (var i = 0; i < 20_000; i++)
        {
            between[RandomDistribution.IntBetween(ref random, -2, 2) + 2]++;
            around[RandomDistribution.IntAround(ref random, 10, 2) - 8]++;
        }
        Assert.All(between, count => Assert.InRange(count, 5000 - 4.5 * 61, 5000 + 4.5 * 61));
        Assert.All(around, count => Assert.InRange(count, 4000 - 4.5 * 57, 4000 + 4.5 * 57));
    }

    [Fact]
    public void Uniform_numbers_stay_around_their_mean_and_truths_come_with_their_probability()
    {
        var random = Random(102);
        var (sum, truths) = (0.0, 0);
        for (var i = 0; i < 20_000; i++)
        {
            var value = RandomDistribution.UniformAround(ref random, 3, 0.5);
            Assert.InRange(value, 2.5, 3.5);
            sum += value;
            truths += RandomDistribution.Bool(ref random, 0.3) ? 1 : 0;
        }
        Assert.Equal(3, sum / 20_000, tolerance: 4.5 * 0.5 / Math.Sqrt(3 * 20_000));
        Assert.InRange(truths, 6000 - 4.5 * 65, 6000 + 4.5 * 65);
        Assert.False(RandomDistribution.Bool(ref random, 0));
        Assert.True(RandomDistribution.Bool(ref random, 1));
    }

    [Fact]
    public void Impossible_choices_are_refused()
    {
        var random = Random(103);
        Assert.Contains("nothing to choose", Assert.Throws<ArgumentException>(() => RandomDistribution.Choose(ref random, [0, 0])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => RandomDistribution.Choose(ref random, []));
        Assert.Contains("Weight 1 is -1", Assert.Throws<ArgumentException>(() => RandomDistribution.Choose(ref random, [1, -1])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => RandomDistribution.Choose(ref random, [double.NaN]));
        Assert.Throws<ArgumentOutOfRangeException>(() => RandomDistribution.Bool(ref random, 1.1));
        Assert.Throws<ArgumentOutOfRangeException>(() => RandomDistribution.IntBetween(ref random, 2, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => RandomDistribution.IntAround(ref random, 2, -1));
    }

    [Fact]
    public void Each_run_has_a_seed_of_its_own_and_more_runs_leave_the_first_as_they_were()
    {
        var seeds = Seeds.Of(runs: 20, seed: 5);
        Assert.Equal(20, seeds.Distinct().Count());
        Assert.Equal(seeds, Seeds.Of(30, 5).Take(20));
        Assert.NotEqual(seeds[0], Seeds.Of(1, 6)[0]);
        Assert.Equal("3 -1", new Seeds(3, -1).ToString());
        Assert.NotEqual(Seeds.Fresh(2)[0], Seeds.Fresh(2)[0]);
        Assert.Contains("Run 20 has no seed: there are 20, for runs 0 to 19", Assert.Throws<EmergentException>(() => seeds[20]).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new Seeds());
        Assert.Throws<ArgumentOutOfRangeException>(() => Seeds.Of(0, 1));
    }
}
