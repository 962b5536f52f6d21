using System.Numerics;

namespace Emergent.Data;

/// <summary>Distances and similarities of vectors and tensors, and the row that is closest to a probe.</summary>
/// <remarks>Pairs of which one is null or NaN are left out; without any pair the result is NaN. Sums are in double, in ascending order.</remarks>
public static class Metrics
{
    private const double BinaryTolerance = 0.5;      // half way between 0 and 1
    private const double SmallestProbability = 1e-6; // keeps the logarithm of a wrong certainty finite: 13.8

    /// <summary>Whether larger means more alike; else larger means further apart.</summary>
    public static bool IsSimilarity(this Metric metric) => metric is Metric.InnerProduct or Metric.Covariance or Metric.Correlation or Metric.Cosine;

    /// <summary>Whether a and b can be exchanged: all but <see cref="Metric.CrossEntropy"/>.</summary>
    public static bool IsSymmetric(this Metric metric) => metric is not Metric.CrossEntropy;

    /// <summary>The metric of two vectors.</summary>
    /// <exception cref="ArgumentException">They have different lengths.</exception>
    public static double Of(ReadOnlySpan<double> a, ReadOnlySpan<double> b, Metric metric) => Compute(a, b, metric);

    /// <summary>The metric of two vectors; computed in double.</summary>
    /// <exception cref="ArgumentException">They have different lengths.</exception>
    public static double Of(ReadOnlySpan<float> a, ReadOnlySpan<float> b, Metric metric) => Compute(a, b, metric);

    /// <summary>The metric of two tensors of one shape, element by element.</summary>
    /// <exception cref="EmergentException">Their shapes differ, or one has text.</exception>
    public static double Of(Tensor a, Tensor b, Metric metric)
    {
        var (left, right) = (RowVectors.Numbers(a, "The first tensor"), RowVectors.Numbers(b, "The second tensor"));
        if (!a.Shape.Equals(b.Shape))
        {
            throw new EmergentException($"Metric {metric}: the first tensor has shape {a.Shape}, the second {b.Shape}. They must be the same.");
        }
        return Of(left, right, metric);
    }

    /// <summary>The row of a tensor that is closest to a probe, the first of equals, and the metric of the two.</summary>
    /// <param name="rows">A tensor <c>[rows, …cell]</c>.</param>
    /// <param name="probe">A tensor of the shape of one row; it is the b of the metric.</param>
    /// <param name="metric">A distance, of which the smallest is found, or a similarity, of which the largest.</param>
    /// <exception cref="EmergentException">There are no rows, shapes differ, or no row has a value where the probe has one.</exception>
    public static (int Row, double Value) ClosestRow(Tensor rows, Tensor probe, Metric metric) => Closest(RowVectors.Of(rows), probe, metric);

    /// <summary>The row whose cell is closest to a probe, the first of equals, and the metric of the two.</summary>
    /// <param name="view">The rows to search.</param>
    /// <param name="column">The column of which cells are compared.</param>
    /// <param name="probe">A tensor of the shape of one cell; it is the b of the metric.</param>
    /// <param name="metric">A distance, of which the smallest is found, or a similarity, of which the largest.</param>
    /// <exception cref="EmergentException">There are no rows or no such column, shapes differ, or no row has a value where the probe has one.</exception>
    public static (Row Row, double Value) ClosestRow(TableView view, string column, Tensor probe, Metric metric)
    {
        var (place, value) = Closest(RowVectors.Of(view, column), probe, metric);
        return (view.Row(place), value);
    }

    private static (int Row, double Value) Closest(RowVectors rows, Tensor probe, Metric metric)
    {
        var wanted = RowVectors.Numbers(probe, "The probe");
        rows.RequireRows(1, "The closest row");
        rows.RequireCellShape(probe.Shape, "the probe");
        var closest = new ClosestSoFar(metric);
        for (var row = 0; row < rows.Count; row++) { closest.Add(row, Of(rows[row], wanted, metric)); }
        return closest.Row >= 0 ? (closest.Row, closest.Value) : throw new EmergentException($"No row of {rows.Source} has a value where the probe has one, so none is closest.");
    }

    private static double Compute<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Metric metric) where T : struct, IBinaryFloatingPointIeee754<T>
    {
        if (a.Length != b.Length) { throw new ArgumentException($"Metric {metric}: the first vector has {a.Length} elements, the second {b.Length}. They must be equal."); }
        return metric switch
        {
            Metric.Euclidean => a.Length == 1 ? SumSquares(a, b, 0) : Math.Sqrt(SumSquares(a, b, 0)),
            Metric.SumSquares => SumSquares(a, b, 0),
            Metric.Abs => Sum(a, b, static (x, y) => Math.Abs(x - y)),
            Metric.Hamming => Sum(a, b, static (x, y) => x == y ? 0 : 1),
            Metric.EuclideanBinTol => a.Length == 1 ? SumSquares(a, b, BinaryTolerance) : Math.Sqrt(SumSquares(a, b, BinaryTolerance)),
            Metric.SumSquaresBinTol => SumSquares(a, b, BinaryTolerance),
            Metric.InvCosine => 1 - Cosine(a, b),
            Metric.InvCorrelation => 1 - Correlation(a, b, isNormalized: true),
            Metric.CrossEntropy => Sum(a, b, CrossEntropy),
            Metric.InnerProduct => Sum(a, b, static (x, y) => x * y),
            Metric.Covariance => Correlation(a, b, isNormalized: false),
            Metric.Correlation => Correlation(a, b, isNormalized: true),
            Metric.Cosine => Cosine(a, b),
            _ => throw new ArgumentOutOfRangeException(nameof(metric), metric, "There is no such metric."),
        };
    }

    private static double SumSquares<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, double tolerance) where T : struct, IBinaryFloatingPointIeee754<T>
    {
        var (sum, count) = (0.0, 0);
        for (var i = 0; i < a.Length; i++)
        {
            var difference = Math.Abs(double.CreateTruncating(a[i]) - double.CreateTruncating(b[i]));
            if (double.IsNaN(difference)) { continue; }
            if (difference >= tolerance) { sum += a.Length == 1 ? difference : difference * difference; }
            count++;
        }
        return count == 0 ? double.NaN : sum;
    }

    private static double Sum<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Func<double, double, double> term) where T : struct, IBinaryFloatingPointIeee754<T>
    {
        var (sum, count) = (0.0, 0);
        for (var i = 0; i < a.Length; i++)
        {
            if (T.IsNaN(a[i]) || T.IsNaN(b[i])) { continue; }
            sum += term(double.CreateTruncating(a[i]), double.CreateTruncating(b[i]));
            count++;
        }
        return count == 0 ? double.NaN : sum;
    }

    private static double Cosine<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b) where T : struct, IBinaryFloatingPointIeee754<T> => Normalized(a, b, 0, 0, isNormalized: true);

    // The means are over what each vector has, not over the pairs: golden data metric_pairs, pair 0, is reached in no other way.
    private static double Correlation<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, bool isNormalized) where T : struct, IBinaryFloatingPointIeee754<T> =>
        Normalized(a, b, Statistics.Mean(a), Statistics.Mean(b), isNormalized);

    private static double Normalized<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, double meanA, double meanB, bool isNormalized) where T : struct, IBinaryFloatingPointIeee754<T>
    {
        var (ab, aa, bb, count) = (0.0, 0.0, 0.0, 0);
        for (var i = 0; i < a.Length; i++)
        {
            if (T.IsNaN(a[i]) || T.IsNaN(b[i])) { continue; }
            var (x, y) = (double.CreateTruncating(a[i]) - meanA, double.CreateTruncating(b[i]) - meanB);
            ab += x * y;
            aa += x * x;
            bb += y * y;
            count++;
        }
        if (count == 0) { return double.NaN; }
        if (!isNormalized) { return ab / count; }
        var norm = Math.Sqrt(aa) * Math.Sqrt(bb);   // each by itself, so that their product neither overflows nor vanishes
        return norm > 0 ? ab / norm : 0;
    }

    private static double CrossEntropy(double a, double b)
    {
        b = Math.Clamp(b, SmallestProbability, 1 - SmallestProbability);
        return a >= 1 ? -Math.Log(b) : a <= 0 ? -Math.Log(1 - b) : a * Math.Log(a / b) + (1 - a) * Math.Log((1 - a) / (1 - b));
    }
}
