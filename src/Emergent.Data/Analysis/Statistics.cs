using System.Buffers;
using System.Numerics;

namespace Emergent.Data;

/// <summary>Statistics of numbers, tensors and the columns of tables; null and NaN are left out.</summary>
/// <remarks>
/// Sums run in the order of the values; variances are sums of squared distances from the mean. A statistic of nothing is NaN, but Count, Sum, SumSq, L1 and L2 are 0 and
/// Product is 1. Var, Std and Sem of one single value are 0. Infinite values give what arithmetic gives. Source: emergent etable, agg, tsragg and norm.
/// </remarks>
public static partial class Statistics
{
    /// <summary>One statistic of many numbers.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such statistic.</exception>
    public static double Of(ReadOnlySpan<double> values, Statistic statistic) => statistic switch
    {
        Statistic.Count => Count(values),
        Statistic.Sum => Sum(values),
        Statistic.Product => Product(values),
        Statistic.Min => Smallest(values),
        Statistic.Max => Largest(values),
        Statistic.Mean => Mean(values),
        Statistic.Var => Variance(values, isSample: true),
        Statistic.Std => Math.Sqrt(Variance(values, isSample: true)),
        Statistic.Sem => Math.Sqrt(Variance(values, isSample: true)) / Math.Sqrt(Count(values)),
        Statistic.VarPop => Variance(values, isSample: false),
        Statistic.StdPop => Math.Sqrt(Variance(values, isSample: false)),
        Statistic.SemPop => Math.Sqrt(Variance(values, isSample: false)) / Math.Sqrt(Count(values)),
        Statistic.Median => Quantile(values, 0.5),
        Statistic.Q1 => Quantile(values, 0.25),
        Statistic.Q3 => Quantile(values, 0.75),
        Statistic.SumSq => SumOfSquares(values),
        Statistic.First => First(values),
        Statistic.Last => Last(values),
        Statistic.L1 => SumOfMagnitudes(values),
        Statistic.L2 => Math.Sqrt(SumOfSquares(values)),
        Statistic.MaxAbs => LargestMagnitude(values),
        Statistic.MinAbs => SmallestMagnitude(values),
        _ => throw new ArgumentOutOfRangeException(nameof(statistic), statistic, $"There is no statistic {statistic}."),
    };

    /// <summary>One statistic of many numbers, computed as <c>double</c>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such statistic.</exception>
    public static double Of(ReadOnlySpan<float> values, Statistic statistic)
    {
        var buffer = ArrayPool<double>.Shared.Rent(values.Length);
        try
        {
            for (var i = 0; i < values.Length; i++) { buffer[i] = values[i]; }
            return Of(buffer.AsSpan(0, values.Length), statistic);
        }
        finally { ArrayPool<double>.Shared.Return(buffer); }
    }

    /// <summary>One statistic of all elements of a tensor.</summary>
    /// <exception cref="EmergentException">The tensor holds text.</exception>
    public static double Of(Tensor tensor, Statistic statistic) => Of(RowVectors.Numbers(tensor, "The tensor"), statistic);

    /// <summary>The value below which a share <paramref name="q"/> of the values lies: position q·(n − 1) among them in order, linear between two.</summary>
    /// <param name="values">The values.</param>
    /// <param name="q">The share, from 0 (the smallest value) to 1 (the largest).</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="q"/> is outside 0 … 1.</exception>
    public static double Quantile(ReadOnlySpan<double> values, double q) => Quantiles(values, q)[0];

    /// <summary>Several quantiles at once; see <see cref="Quantile"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">One of <paramref name="q"/> is outside 0 … 1.</exception>
    public static double[] Quantiles(ReadOnlySpan<double> values, params ReadOnlySpan<double> q)
    {
        foreach (var share in q)
        {
            if (share is not (>= 0 and <= 1)) { throw new ArgumentOutOfRangeException(nameof(q), share, "A quantile is from 0 to 1."); }
        }
        var sorted = ArrayPool<double>.Shared.Rent(values.Length);
        try
        {
            var n = 0;
            foreach (var value in values) { if (!double.IsNaN(value)) { sorted[n++] = value; } }
            var present = sorted.AsSpan(0, n);
            present.Sort();
            var quantiles = new double[q.Length];
            for (var i = 0; i < quantiles.Length; i++) { quantiles[i] = OfSorted(present, q[i]); }
            return quantiles;
        }
        finally { ArrayPool<double>.Shared.Return(sorted); }
    }

    /// <summary>How many of the values fulfil a condition.</summary>
    public static int CountIf(ReadOnlySpan<double> values, Func<double, bool> condition)
    {
        ArgumentNullException.ThrowIfNull(condition);
        var count = 0;
        foreach (var value in values) { if (!double.IsNaN(value) && condition(value)) { count++; } }
        return count;
    }

    /// <summary>The share of the values that fulfil a condition, from 0 to 1; NaN where there are none.</summary>
    public static double ProportionIf(ReadOnlySpan<double> values, Func<double, bool> condition) => CountIf(values, condition) / Count(values);

    /// <summary>The share of the values that fulfil a condition in percent, from 0 to 100; NaN where there are none.</summary>
    public static double PercentIf(ReadOnlySpan<double> values, Func<double, bool> condition) => 100 * ProportionIf(values, condition);

    /// <summary>What emergent calls a statistic in the names of columns: <c>SSE:Mean</c>.</summary>
    internal static string NameOf(Statistic statistic) => statistic == Statistic.Product ? "Prod" : statistic.ToString();

    private static double OfSorted(ReadOnlySpan<double> sorted, double q)
    {
        if (sorted.IsEmpty) { return double.NaN; }
        var position = q * (sorted.Length - 1);
        var below = Math.Min((int)position, sorted.Length - 1);
        var fraction = position - below;
        if (fraction == 0 || below == sorted.Length - 1) { return sorted[below]; }
        var (low, high) = (sorted[below], sorted[below + 1]);
        var value = low * (1 - fraction) + high * fraction;
        return double.IsNaN(value) ? value : Math.Clamp(value, low, high);   // rounding must not lead beyond the two
    }

    /// <summary>The mean, computed as <c>double</c>.</summary>
    internal static double Mean<T>(ReadOnlySpan<T> values) where T : struct, IBinaryFloatingPointIeee754<T> => Sum(values) / Count(values);

    private static double Count<T>(ReadOnlySpan<T> values) where T : struct, IBinaryFloatingPointIeee754<T>
    {
        var count = 0;
        foreach (var value in values) { if (!T.IsNaN(value)) { count++; } }
        return count;
    }

    private static double Sum<T>(ReadOnlySpan<T> values) where T : struct, IBinaryFloatingPointIeee754<T>
    {
        var sum = 0.0;
        foreach (var value in values) { if (!T.IsNaN(value)) { sum += double.CreateTruncating(value); } }
        return sum;
    }

    private static double SumOfMagnitudes(ReadOnlySpan<double> values)
    {
        var sum = 0.0;
        foreach (var value in values) { if (!double.IsNaN(value)) { sum += Math.Abs(value); } }
        return sum;
    }

    private static double SumOfSquares(ReadOnlySpan<double> values)
    {
        var sum = 0.0;
        foreach (var value in values) { if (!double.IsNaN(value)) { sum += value * value; } }
        return sum;
    }

    private static double Product(ReadOnlySpan<double> values)
    {
        var product = 1.0;
        foreach (var value in values) { if (!double.IsNaN(value)) { product *= value; } }
        return product;
    }

    private static double Variance(ReadOnlySpan<double> values, bool isSample)
    {
        var (n, mean, sum) = (Count(values), Mean(values), 0.0);
        if (n == 0) { return double.NaN; }
        foreach (var value in values) { if (!double.IsNaN(value)) { sum += (value - mean) * (value - mean); } }
        return isSample && n > 1 ? sum / (n - 1) : sum / n;
    }

    private static double Smallest(ReadOnlySpan<double> values)
    {
        var smallest = double.NaN;
        foreach (var value in values) { if (!(value >= smallest) && !double.IsNaN(value)) { smallest = value; } }
        return smallest;
    }

    private static double Largest(ReadOnlySpan<double> values)
    {
        var largest = double.NaN;
        foreach (var value in values) { if (!(value <= largest) && !double.IsNaN(value)) { largest = value; } }
        return largest;
    }

    private static double LargestMagnitude(ReadOnlySpan<double> values) => Math.Max(Math.Abs(Smallest(values)), Math.Abs(Largest(values)));

    private static double SmallestMagnitude(ReadOnlySpan<double> values)
    {
        var smallest = double.NaN;
        foreach (var value in values) { if (!(Math.Abs(value) >= smallest) && !double.IsNaN(value)) { smallest = Math.Abs(value); } }
        return smallest;
    }

    private static double First(ReadOnlySpan<double> values)
    {
        foreach (var value in values) { if (!double.IsNaN(value)) { return value; } }
        return double.NaN;
    }

    private static double Last(ReadOnlySpan<double> values)
    {
        for (var i = values.Length - 1; i >= 0; i--) { if (!double.IsNaN(values[i])) { return values[i]; } }
        return double.NaN;
    }
}
