namespace Emergent.Data.Tests;

public class RandomParamsTests
{
    public static TheoryData<Distribution, float, float, float, double, double> Moments => new()
    {
        // distribution, Mean, Var, Par, expected mean, expected standard deviation
        { Distribution.Uniform, 0.5f, 0.25f, 0, 0.5, 0.25 / Math.Sqrt(3) },
        { Distribution.Uniform, 0, 1, 0, 0, 1 / Math.Sqrt(3) },
        { Distribution.Gaussian, 0.5f, 0.25f, 0, 0.5, 0.25 },
        { Distribution.Binomial, 0, 0.3f, 10, 3, Math.Sqrt(2.1) },
        { Distribution.Binomial, 1, 0.7f, 40, 29, Math.Sqrt(8.4) },
        { Distribution.Binomial, 0, 0.01f, 30, 0.3, Math.Sqrt(0.297) },
        { Distribution.Binomial, 0, 0.25f, 1000, 250, Math.Sqrt(187.5) },
        { Distribution.Poisson, 0, 4, 0, 4, 2 },
        { Distribution.Poisson, 2, 15, 0, 17, Math.Sqrt(15) },
        { Distribution.Poisson, 0, 400, 0, 400, 20 },
        { Distribution.Gamma, 0, 2, 3, 1.5, Math.Sqrt(3) / 2 },
        { Distribution.Gamma, 0, 1, 0.5f, 0.5, Math.Sqrt(0.5) },
        { Distribution.Gamma, 0, 2, 0.1f, 0.05, Math.Sqrt(0.1) / 2 },
        { Distribution.Beta, 0, 2, 3, 0.4, 0.2 },
        { Distribution.Beta, 0, 0.01f, 0.03f, 0.25, Math.Sqrt(0.25 * 0.75 / 1.04) },
        { Distribution.Mean, 0.7f, 9, 9, 0.7f, 0 },
    };

    [Theory, MemberData(nameof(Moments))]
    public void Mean_and_standard_deviation_are_those_of_the_distribution(Distribution dist, float mean, float var, float par, double expectedMean, double expectedDeviation)
    {
        const int Draws = 100_000;
        var values = Draw(dist, mean, var, par, Draws);
        var average = values.Average();
        var deviation = Math.Sqrt(values.Average(v => (v - average) * (v - average)));
        Assert.Equal(expectedMean, average, tolerance: 4.5 * expectedDeviation / Math.Sqrt(Draws) + 1e-7);
        Assert.Equal(expectedDeviation, deviation, tolerance: 0.03 * expectedDeviation + 1e-7);
    }

    [Fact]
    public void Draws_agree_with_the_quantiles_of_the_reference()
    {
        foreach (var row in Table.Load(GoldenData.Find("f/erand_stats.tsv")!).Rows)
        {
            var dist = Enum.Parse<Distribution>(row.Get<string>("dist"));
            var values = Draw(dist, row.Get<float>("Mean"), row.Get<float>("Var"), row.Get<float>("Par"), 50_000);
            Array.Sort(values);
            var tolerance = 0.05 * row.Get<double>("emp_sd") + 1e-7;
            foreach (var (column, q) in new[] { ("q05", 0.05), ("q50", 0.5), ("q95", 0.95) })
            {
                Assert.Equal(row.Get<double>(column), values[(int)(q * values.Length)], tolerance);
            }
        }
    }

    [Fact]
    public void Uniform_is_computed_in_double_from_one_draw()
    {
        CounterRandom random = new(1, 2, 3), same = new(1, 2, 3);
        var value = new RandomParams { Dist = Distribution.Uniform, Mean = 0.1f, Var = 0.3f }.Generate(ref random);
        Assert.Equal((double)0.1f + (double)0.3f * 2 * (same.NextDouble() - 0.5), value);
        Assert.Equal(same.NextBits(), random.NextBits());
    }

    [Fact]
    public void Gaussian_has_the_moments_and_tails_of_the_normal_distribution()
    {
        const int Draws = 1_000_000;
        foreach (var isFilled in (bool[])[true, false])
        {
            var values = isFilled ? Fill(Distribution.Gaussian, 0, 1, 0, Draws) : Draw(Distribution.Gaussian, 0, 1, 0, Draws);
            Assert.All(values, v => Assert.True(double.IsFinite(v)));
            // Each within 4.5 times its standard error.
            Assert.Equal(0, values.Average(), tolerance: 4.5 / Math.Sqrt(Draws));
            Assert.Equal(1, values.Average(v => v * v), tolerance: 4.5 * Math.Sqrt(2.0 / Draws));
            Assert.Equal(0, values.Average(v => v * v * v), tolerance: 4.5 * Math.Sqrt(15.0 / Draws));
            Assert.Equal(3, values.Average(v => v * v * v * v), tolerance: 4.5 * Math.Sqrt(96.0 / Draws));
            foreach (var (limit, beyond) in ((double, double)[])[(1, 0.158655), (2, 0.0227501), (3, 0.00134990), (4, 3.16712e-5)])
            {
                var tolerance = 4.5 * Math.Sqrt(beyond * Draws);
                Assert.Equal(beyond * Draws, values.Count(v => v > limit), tolerance);
                Assert.Equal(beyond * Draws, values.Count(v => v < -limit), tolerance);
            }
            Assert.Equal(0, values.Zip(values.Skip(1), (a, b) => a * b).Average(), tolerance: 4.5 / Math.Sqrt(Draws));   // neighbours share a block
        }
    }

    [Theory]
    [InlineData(0.0, -8.292361075813595)]   // the end: all draws are within
    [InlineData(1.0 / (1L << 40), -7.0476917613831901)]
    [InlineData(1.0 / (1 << 20), -4.7630010342560728)]
    [InlineData(0.001, -3.0902323061677970)]
    [InlineData(0.05, -1.6448536269514721)]
    [InlineData(0.25, -0.6744897501960817)]
    public void Normal_quantile_is_accurate_to_rounding_and_symmetric(double uniform, double expected)
    {
        var quantile = RandomDistribution.NormalQuantile(uniform);
        Assert.Equal(1, quantile / expected, tolerance: 1e-15);
        Assert.Equal(-quantile, RandomDistribution.NormalQuantile(1 - 1.0 / (1L << 53) - uniform), tolerance: 1e-15);
    }

    [Theory, MemberData(nameof(Moments))]
    public void A_value_for_an_index_does_not_depend_on_where_the_values_begin(Distribution dist, float mean, float var, float par, double expectedMean, double expectedDeviation)
    {
        var parameters = new RandomParams { Dist = dist, Mean = mean, Var = var, Par = par };
        var random = new CounterRandom(7, 0, 5);
        const ulong First = (3UL << 32) + 6;
        var all = new float[200];
        parameters.Generate(all, in random, First);
        Assert.Equal(expectedMean, all.Average(), tolerance: 5 * expectedDeviation / Math.Sqrt(all.Length) + 1e-6);
        foreach (var start in (int[])[0, 1, 2, 63, 64, 65, 199])
        {
            foreach (var count in (int[])[0, 1, 2, 3, 64, 67, 130])
            {
                var some = new float[Math.Min(count, all.Length - start)];
                parameters.Generate(some, in random, First + (ulong)start);
                Assert.Equal(all[start..(start + some.Length)], some);
            }
        }
    }

    [Theory]
    [InlineData(Distribution.Binomial, 1.5f, 3, "Var is 1.5; for the Binomial distribution it is a probability from 0 to 1.")]
    [InlineData(Distribution.Binomial, 0.5f, 2.5f, "Par is 2.5;")]
    [InlineData(Distribution.Poisson, -1, 0, "Var is -1;")]
    [InlineData(Distribution.Poisson, float.NaN, 0, "Var is NaN;")]
    [InlineData(Distribution.Gamma, 0, 1, "Var is 0;")]
    [InlineData(Distribution.Beta, 1, 0, "Par is 0;")]
    public void Impossible_parameters_are_refused(Distribution dist, float var, float par, string message)
    {
        var random = new CounterRandom(1, 0, 0);
        var error = Assert.Throws<EmergentException>(() => new RandomParams { Dist = dist, Var = var, Par = par }.Generate(ref random));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    private static double[] Fill(Distribution dist, float mean, float var, float par, int draws)
    {
        var values = new float[draws];
        var random = new CounterRandom(7, 0, CounterRandom.StreamOf("moments"));
        new RandomParams { Dist = dist, Mean = mean, Var = var, Par = par }.Generate(values, in random, index: 1);
        return [.. values.Select(v => (double)v)];
    }

    private static double[] Draw(Distribution dist, float mean, float var, float par, int draws)
    {
        var parameters = new RandomParams { Dist = dist, Mean = mean, Var = var, Par = par };
        var random = new CounterRandom(7, 0, CounterRandom.StreamOf("moments"));
        var values = new double[draws];
        for (var i = 0; i < draws; i++) { values[i] = parameters.Generate(ref random); }
        return values;
    }
}
