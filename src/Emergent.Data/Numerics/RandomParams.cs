namespace Emergent.Data;

/// <summary>A distribution and its parameters, from which random values are drawn.</summary>
/// <remarks>Source: emergent erand, RndParams. The names are emergent's, so Var is no variance; see <see cref="Distribution"/>.</remarks>
public class RandomParams
{
    /// <summary>The kind of distribution.</summary>
    public Distribution Dist { get; set; }

    /// <summary>The centre of the distribution, or what is added to it.</summary>
    public float Mean { get; set; }

    /// <summary>The spread: half-range (uniform), standard deviation (Gaussian), probability (binomial), expectation (Poisson), rate (gamma), α (beta).</summary>
    public float Var { get; set; }

    /// <summary>The further parameter: number of trials (binomial), shape (gamma), β (beta).</summary>
    public float Par { get; set; }

    /// <summary>The next random value.</summary>
    /// <exception cref="EmergentException">A parameter is outside the range that the distribution has.</exception>
    public double Generate(ref CounterRandom random)
    {
        Check("Random numbers");
        return Draw(ref random);
    }

    /// <summary>A random value for each index from <paramref name="index"/> on, with parameters checked once; wherever the span begins, an index has the same value.</summary>
    /// <param name="values">Where the values go.</param>
    /// <param name="random">Any sequence of the stream that the values are drawn from; it does not advance.</param>
    /// <param name="index">The index of the first value.</param>
    /// <exception cref="EmergentException">A parameter is outside the range that the distribution has.</exception>
    internal void Generate(Span<float> values, in CounterRandom random, ulong index)
    {
        Check("Random numbers");
        if (Dist == Distribution.Gaussian) { GenerateNormal(values, in random, index); }
        else
        {
            for (var i = 0; i < values.Length; i++)
            {
                var sequence = random.At(index + (ulong)i);
                values[i] = (float)Draw(ref sequence);
            }
        }
    }

    // Drawn and converted in turn, not one by one: the branch for the tails is often mispredicted, and would each time undo the draws begun behind it.
    private void GenerateNormal(Span<float> values, in CounterRandom random, ulong index)
    {
        Span<double> numbers = stackalloc double[64];
        while (!values.IsEmpty)
        {
            var count = Math.Min(numbers.Length, values.Length);
            random.Fill(numbers[..count], index);
            for (var i = 0; i < count; i++) { values[i] = (float)(Mean + Var * RandomDistribution.NormalQuantile(numbers[i])); }
            values = values[count..];
            index += (ulong)count;
        }
    }

    private double Draw(ref CounterRandom random) => Dist switch
    {
        Distribution.Uniform => Mean + Var * 2.0 * (random.NextDouble() - 0.5),
        Distribution.Binomial => Mean + RandomDistribution.Binomial(ref random, (int)Par, Var),
        Distribution.Poisson => Mean + RandomDistribution.Poisson(ref random, Var),
        Distribution.Gamma => Mean + RandomDistribution.Gamma(ref random, Par, Var),
        Distribution.Gaussian => Mean + Var * RandomDistribution.Gaussian(ref random),
        Distribution.Beta => Mean + RandomDistribution.Beta(ref random, Var, Par),
        _ => Mean,
    };

    /// <summary>Checks that the parameters are within the range that the distribution has.</summary>
    /// <param name="where">Whose parameters they are, for the error.</param>
    /// <exception cref="EmergentException">One is not.</exception>
    public void Check(string where)
    {
        switch (Dist)
        {
            case Distribution.Binomial:
                Require(where, Var is >= 0 and <= 1, "Var", Var, "a probability from 0 to 1");
                Require(where, Par is >= 0 and < 1 << 30 && Par == MathF.Floor(Par), "Par", Par, "a number of trials: whole and not negative");
                break;
            case Distribution.Poisson:
                Require(where, Var is >= 0 and < 1 << 30, "Var", Var, "an expectation: not negative and below 2^30");
                break;
            case Distribution.Gamma:
                Require(where, Var > 0, "Var", Var, "a rate above 0");
                Require(where, Par > 0, "Par", Par, "a shape above 0");
                break;
            case Distribution.Beta:
                Require(where, Var > 0, "Var", Var, "an α above 0");
                Require(where, Par > 0, "Par", Par, "a β above 0");
                break;
        }
    }

    private void Require(string where, bool isMet, string name, float value, string rule)
    {
        if (!isMet) { throw new EmergentException($"{where}: {name} is {GoFormat.Shortest(value)}; for the {Dist} distribution it is {rule}."); }
    }
}
