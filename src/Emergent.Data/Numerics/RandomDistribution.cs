namespace Emergent.Data;

/// <summary>Random values of the common distributions, each exact and drawn from a <see cref="CounterRandom"/>.</summary>
public static class RandomDistribution
{
    /// <summary>A normal variable with mean 0 and standard deviation 1.</summary>
    /// <remarks>The quantile of one uniform draw, so that the number of draws never depends on the values: see <see cref="NormalQuantile"/>.</remarks>
    public static double Gaussian(ref CounterRandom random) => NormalQuantile(random.NextDouble());

    /// <summary>The inverse of the normal distribution function, for a number in [0, 1) of 53 random bits.</summary>
    /// <remarks>
    /// Relative error about 10⁻¹⁶ (PPND16). It takes the middle of the interval of 2⁻⁵³ that the number begins, so values are symmetric about 0 and end at ±8.3.
    /// Source: Wichura (1988), Algorithm AS 241: The percentage points of the normal distribution, Applied Statistics 37, 477–484.
    /// </remarks>
    internal static double NormalQuantile(double uniform)
    {
        var q = uniform - 0.5 + 1.0 / (1UL << 54);   // exact
        var r = 0.180625 - q * q;
        if (r < 0) { return NormalTail(q); }
        return q *
            (((((((r * 2509.0809287301226727 + 33430.575583588128105) * r + 67265.770927008700853) * r + 45921.953931549871457) * r
            + 13731.693765509461125) * r + 1971.5909503065514427) * r + 133.14166789178437745) * r + 3.387132872796366608) /
            (((((((r * 5226.495278852854561 + 28729.085735721942674) * r + 39307.89580009271061) * r + 21213.794301586595867) * r
            + 5394.1960214247511077) * r + 687.1870074920579083) * r + 42.313330701600911252) * r + 1.0);
    }

    /// <summary>The quantile where it is further than 0.425 from the median in probability: 15 % of draws.</summary>
    private static double NormalTail(double q)
    {
        var r = Math.Sqrt(-Math.Log(0.5 - Math.Abs(q)));
        if (r <= 5)
        {
            r -= 1.6;
            r = (((((((r * 7.7454501427834140764e-4 + 0.0227238449892691845833) * r + 0.24178072517745061177) * r + 1.27045825245236838258) * r
                + 3.64784832476320460504) * r + 5.7694972214606914055) * r + 4.6303378461565452959) * r + 1.42343711074968357734) /
                (((((((r * 1.05075007164441684324e-9 + 5.475938084995344946e-4) * r + 0.0151986665636164571966) * r + 0.14810397642748007459) * r
                + 0.68976733498510000455) * r + 1.6763848301838038494) * r + 2.05319162663775882187) * r + 1.0);
        }
        else
        {
            r -= 5.0;
            r = (((((((r * 2.01033439929228813265e-7 + 2.71155556874348757815e-5) * r + 0.0012426609473880784386) * r + 0.026532189526576123093) * r
                + 0.29656057182850489123) * r + 1.7848265399172913358) * r + 5.4637849111641143699) * r + 6.6579046435011037772) /
                (((((((r * 2.04426310338993978564e-15 + 1.4215117583164458887e-7) * r + 1.8463183175100546818e-5) * r + 7.868691311456132591e-4) * r
                + 0.0148753612908506148525) * r + 0.13692988092273580531) * r + 0.59983220655588793769) * r + 1.0);
        }
        return Math.CopySign(r, q);
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

    /// <summary>True with a probability.</summary>
    /// <remarks>Source: emergent erand, BoolP.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The probability is outside 0 … 1.</exception>
    public static bool Bool(ref CounterRandom random, double probability)
    {
        if (probability is not (>= 0 and <= 1)) { throw new ArgumentOutOfRangeException(nameof(probability), probability, "A probability is from 0 to 1."); }
        return random.NextDouble() < probability;
    }

    /// <summary>An index, each as likely as its weight is of the sum of all: probabilities where they add up to 1.</summary>
    /// <remarks>The first index at which the running sum exceeds a uniform number below the sum. Source: emergent erand, PChoose.</remarks>
    /// <exception cref="ArgumentException">There are no weights, one is negative or not finite, or all are 0.</exception>
    public static int Choose(ref CounterRandom random, ReadOnlySpan<double> weights)
    {
        var sum = 0.0;
        for (var i = 0; i < weights.Length; i++)
        {
            if (!(weights[i] >= 0 && double.IsFinite(weights[i]))) { throw new ArgumentException($"Weight {i} is {GoFormat.Shortest(weights[i])}; a weight is a finite number of at least 0.", nameof(weights)); }
            sum += weights[i];
        }
        if (sum == 0) { throw new ArgumentException($"None of {weights.Length} weights is above 0, so there is nothing to choose.", nameof(weights)); }
        var (u, running, last) = (random.NextDouble() * sum, 0.0, 0);
        for (var i = 0; i < weights.Length; i++)
        {
            if (weights[i] == 0) { continue; }
            running += weights[i];
            last = i;
            if (u < running) { return i; }
        }
        return last;   // rounding may carry the number up to the sum
    }

    /// <summary>A whole number from <paramref name="minimum"/> to below <paramref name="end"/>, all equally likely.</summary>
    /// <remarks>Source: emergent erand, IntMinMax.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">There is no such number.</exception>
    public static int IntBetween(ref CounterRandom random, int minimum, int end)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(minimum, end);
        var count = (long)end - minimum;
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, int.MaxValue, nameof(end));
        return minimum + random.NextInt((int)count);
    }

    /// <summary>A whole number from <paramref name="mean"/> − <paramref name="range"/> to <paramref name="mean"/> + <paramref name="range"/>, both included, all equally likely.</summary>
    /// <remarks>Source: emergent erand, IntMeanRange.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The range is negative or 2³⁰ and more.</exception>
    public static int IntAround(ref CounterRandom random, int mean, int range)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(range);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(range, 1 << 30);
        return checked(mean - range + random.NextInt(2 * range + 1));
    }

    /// <summary>A number from <paramref name="mean"/> − <paramref name="range"/> to below <paramref name="mean"/> + <paramref name="range"/>, all equally likely.</summary>
    /// <remarks>Source: emergent erand, UniformMeanRange.</remarks>
    public static double UniformAround(ref CounterRandom random, double mean, double range) => mean + range * 2.0 * (random.NextDouble() - 0.5);

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
