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
        return Dist switch
        {
            Distribution.Uniform => Mean + Var * 2.0 * (random.NextDouble() - 0.5),
            Distribution.Binomial => Mean + RandomDistribution.Binomial(ref random, (int)Par, Var),
            Distribution.Poisson => Mean + RandomDistribution.Poisson(ref random, Var),
            Distribution.Gamma => Mean + RandomDistribution.Gamma(ref random, Par, Var),
            Distribution.Gaussian => Mean + Var * RandomDistribution.Gaussian(ref random),
            Distribution.Beta => Mean + RandomDistribution.Beta(ref random, Var, Par),
            _ => Mean,
        };
    }

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
