namespace Emergent.Sims.Tests;

/// <summary>Whether two samples come from the same distribution, by the ranks of their values.</summary>
/// <remarks>Normal approximation with correction for ties; good from about ten values in each sample. Source: Mann and Whitney (1947).</remarks>
internal static class MannWhitney
{
    /// <summary>How probable a difference at least as large is when the distributions are the same (two-sided).</summary>
    public static double Probability<T>(T[] first, T[] second)
        where T : IComparable<T>
    {
        T[] all = [.. first, .. second];
        var rankSum = first.Sum(value => all.Count(other => other.CompareTo(value) < 0) + (all.Count(other => other.CompareTo(value) == 0) + 1) / 2.0);
        double n = first.Length, m = second.Length, total = n + m;
        var u = rankSum - n * (n + 1) / 2;
        var ties = all.GroupBy(v => v).Sum(g => Math.Pow(g.Count(), 3) - g.Count());
        var deviation = Math.Sqrt(n * m / 12 * (total + 1 - ties / (total * (total - 1))));
        var z = Math.Abs(u - n * m / 2) / deviation;
        return 2 * UpperTail(z);
    }

    /// <summary>The probability that a standard normal variable is above z ≥ 0 (Abramowitz and Stegun 26.2.17, to 7.5e−8).</summary>
    private static double UpperTail(double z)
    {
        var t = 1 / (1 + 0.2316419 * z);
        var series = t * (0.319381530 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
        return Math.Exp(-z * z / 2) / Math.Sqrt(2 * Math.PI) * series;
    }
}
