namespace Emergent.Data;

/// <summary>Random values of the common distributions, each exact and drawn from a <see cref="CounterRandom"/>.</summary>
public static class RandomDistribution
{
    /// <summary>A normal variable with mean 0 and standard deviation 1.</summary>
    /// <remarks>Box and Muller (1958), one of the pair: two draws each time, so that the number of draws never depends on the values.</remarks>
    public static double Gaussian(ref CounterRandom random)
    {
        var radius = Math.Sqrt(-2.0 * Math.Log(1.0 - random.NextDouble()));
        return radius * Math.Cos(2.0 * Math.PI * random.NextDouble());
    }

    /// <summary>A gamma variable of the given shape and rate, with mean shape / rate.</summary>
    /// <remarks>Marsaglia and Tsang (2000), A simple method for generating gamma variables.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">Shape or rate is not above 0.</exception>
    public static double Gamma(ref CounterRandom random, double shape, double rate)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(rate);
        return Math.Exp(LogGamma(ref random, shape)) / rate;
    }

    /// <summary>A beta variable, with mean α / (α + β).</summary>
    /// <exception cref="ArgumentOutOfRangeException">α or β is not above 0.</exception>
    public static double Beta(ref CounterRandom random, double alpha, double beta)
    {
        // From logarithms, since for small α and β both gamma variables may be too small for a double.
        var x = LogGamma(ref random, alpha);
        var y = LogGamma(ref random, beta);
        return 1.0 / (1.0 + Math.Exp(y - x));
    }

    /// <summary>The number of successes in <paramref name="trials"/> trials that succeed with <paramref name="probability"/>.</summary>
    /// <remarks>Many trials are halved again and again about the beta-distributed median (Ahrens and Dieter 1974).</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The number of trials is negative, or the probability outside 0 … 1.</exception>
    public static int Binomial(ref CounterRandom random, int trials, double probability)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(trials);
        if (probability is not (>= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(probability), probability,
                "A probability is from 0 to 1.");
        }
        var successes = 0;
        while (trials > 40)
        {
            // The i-th smallest of n uniform numbers is Beta(i, n + 1 − i); which side of it p lies on settles i trials at once.
            var i = 1 + trials / 2;
            var median = Beta(ref random, i, trials + 1 - i);
            if (probability < median)
            {
                trials = i - 1;
                probability /= median;
            }
            else
            {
                successes += i;
                trials -= i;
                probability = median < 1 ? Math.Min((probability - median) / (1 - median), 1) : 1;
            }
        }
        for (var i = 0; i < trials; i++)
        {
            if (random.NextDouble() < probability) { successes++; }
        }
        return successes;
    }

    /// <summary>The number of events where <paramref name="expectation"/> are expected.</summary>
    /// <remarks>Great expectations are reduced by the gamma-distributed time of a late event (Ahrens and Dieter 1974).</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The expectation is negative or 2³⁰ and more.</exception>
    public static int Poisson(ref CounterRandom random, double expectation)
    {
        if (expectation is not (>= 0 and < 1 << 30))
        {
            throw new ArgumentOutOfRangeException(nameof(expectation), expectation,
                "An expectation is from 0 to below 2^30.");
        }
        var events = 0;
        while (expectation > 16)
        {
            var i = (int)(expectation * 7 / 8);
            var time = Gamma(ref random, i, 1);
            if (time > expectation) { return events + Binomial(ref random, i - 1, expectation / time); }
            events += i;
            expectation -= time;
        }
        var limit = Math.Exp(-expectation);
        for (var product = random.NextDouble(); product > limit; product *= random.NextDouble()) { events++; }
        return events;
    }

    private static double LogGamma(ref CounterRandom random, double shape)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(shape);
        // Γ(a) = Γ(a + 1)·U^(1/a), for the method below needs a shape of at least 1.
        var boost = shape < 1 ? Math.Log(1.0 - random.NextDouble()) / shape : 0;
        var d = (shape < 1 ? shape + 1 : shape) - 1.0 / 3;
        var c = 1 / Math.Sqrt(9 * d);
        while (true)
        {
            var x = Gaussian(ref random);
            var v = 1 + c * x;
            if (v <= 0) { continue; }
            v = v * v * v;
            if (Math.Log(1.0 - random.NextDouble()) < 0.5 * x * x + d - d * v + d * Math.Log(v)) { return Math.Log(d * v) + boost; }
        }
    }
}
