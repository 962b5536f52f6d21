using FsCheck;
using FsCheck.Fluent;

namespace Emergent.Data.Tests;

public class MetricsTests
{
    private const double None = double.NaN;

    // The vectors behind golden metric_pairs are not recorded; these follow from its values. In pair 0 one value of a is missing.
    private static readonly (double[] A, double[] B)[] Pairs =
    [
        ([0.2, 0.5, 0.5, 0.1, 0.7, None], [0.5, 0.2, 0.2, 0.1, 0.7, 0]),
        ([1, 1, 0, 0], [0.9, 0.3, 0.6, 0.1]),
        ([0, 0, 0], [0, 0, 0]),
        ([1, 2, 3, 4], [4, 3, 2, 1]),
        ([0.3], [0.8]),
    ];

    [Fact]
    public void Metrics_are_those_of_the_reference_in_double_and_in_float()
    {
        var rows = GoldenData.Table("f/metric_pairs.tsv");
        Assert.Equal(Pairs.Length * Enum.GetValues<Metric>().Length, rows.Count);
        foreach (var row in rows)
        {
            var (a, b) = Pairs[int.Parse(row["pair"])];
            var metric = Enum.Parse<Metric>(row["metric"]);
            Assert.Equal(double.Parse(row["f64"]), Metrics.Of(a, b, metric), GoldenRows.Tolerance);
            Assert.Equal(double.Parse(row["f32"]), Metrics.Of(Floats(a), Floats(b), metric), GoldenRows.Tolerance);
        }
    }

    [Fact]
    public void Four_metrics_are_larger_for_what_is_more_alike() =>
        Assert.Equal([Metric.InnerProduct, Metric.Covariance, Metric.Correlation, Metric.Cosine], Enum.GetValues<Metric>().Where(metric => metric.IsSimilarity()));

    [Fact]
    public void Vectors_can_be_exchanged_but_for_cross_entropy() => Prop.ForAll(GoldenRows.Rows(2, 2, 0, 12).ToArbitrary(), rows =>
        Enum.GetValues<Metric>().Where(metric => metric.IsSymmetric()).All(metric =>
            Metrics.Of(rows.Slice(0), rows.Slice(1), metric).Equals(Metrics.Of(rows.Slice(1), rows.Slice(0), metric)))).Check(GoldenRows.Fixed);

    [Fact]
    public void Cross_entropy_is_not_symmetric() =>
        Assert.NotEqual(Metrics.Of([0.2, 0.9], [0.6, 0.3], Metric.CrossEntropy), Metrics.Of([0.6, 0.3], [0.2, 0.9], Metric.CrossEntropy), GoldenRows.Tolerance);

    [Fact]
    public void Distance_of_a_vector_to_itself_is_none() => Prop.ForAll(GoldenRows.Rows(1, 1, 2, 12).ToArbitrary(), rows =>
    {
        var a = rows.Values.ToArray();
        var isVaried = a.Distinct().Count() > 1;
        return Enum.GetValues<Metric>().Where(metric => !metric.IsSimilarity() && metric != Metric.CrossEntropy)
            .All(metric => Math.Abs(Metrics.Of(a, a, metric)) < 1e-12 || (metric is Metric.InvCosine or Metric.InvCorrelation && !isVaried));
    }).Check(GoldenRows.Fixed);

    [Fact]
    public void Distances_are_not_negative_and_euclidean_keeps_the_triangle() => Prop.ForAll(GoldenRows.Rows(3, 3, 2, 8).ToArbitrary(), rows =>
    {
        var (a, b, c) = (rows.Slice(0), rows.Slice(1), rows.Slice(2));
        return Enum.GetValues<Metric>().Where(metric => !metric.IsSimilarity() && metric != Metric.CrossEntropy).All(metric => Metrics.Of(a, b, metric) >= -1e-12)
            && Metrics.Of(a, c, Metric.Euclidean) <= Metrics.Of(a, b, Metric.Euclidean) + Metrics.Of(b, c, Metric.Euclidean) + 1e-12;
    }).Check(GoldenRows.Fixed);

    [Fact]
    public void Correlation_stays_between_its_limits_with_values_missing() => Prop.ForAll(GoldenRows.Rows(2, 2, 3, 10).ToArbitrary(), rows =>
    {
        rows[0, 1] = None;
        rows[1, 2] = None;
        return Math.Abs(Metrics.Of(rows.Slice(0), rows.Slice(1), Metric.Correlation)) <= 1 + 1e-12;
    }).Check(GoldenRows.Fixed);

    [Theory]
    [InlineData(Metric.Euclidean, 5.0)]
    [InlineData(Metric.SumSquares, 25.0)]
    [InlineData(Metric.Abs, 7.0)]
    [InlineData(Metric.Hamming, 2.0)]
    [InlineData(Metric.InnerProduct, 4.0)]
    public void Pairs_of_which_one_is_missing_are_left_out(Metric metric, double expected) =>
        Assert.Equal(expected, Metrics.Of([1, None, 0, 3, 7], [4, 2, 4, None, 7], metric) - (metric == Metric.InnerProduct ? 49 : 0));

    [Fact]
    public void Metric_of_nothing_is_NaN()
    {
        foreach (var metric in Enum.GetValues<Metric>())
        {
            Assert.Equal(None, Metrics.Of(ReadOnlySpan<double>.Empty, [], metric));
            Assert.Equal(None, Metrics.Of([1, None], [None, 2], metric));
            Assert.Equal(None, Metrics.Of([None], [2.0], metric));
        }
    }

    [Fact]
    public void Constant_vectors_have_correlation_0_and_do_not_overflow()
    {
        Assert.Equal(0, Metrics.Of([2.0, 2, 2], [1, 2, 3], Metric.Correlation));
        Assert.Equal(0, Metrics.Of([0.0, 0], [1, 2], Metric.Cosine));
        Assert.Equal(1, Metrics.Of([1e120, 2e120], [1e120, 2e120], Metric.Cosine), 1e-12);
    }

    [Fact]
    public void Differences_below_a_half_count_nothing_with_binary_tolerance()
    {
        Assert.Equal(0.25, Metrics.Of([0.5, 0.4, 0], [0, 0, 0], Metric.SumSquaresBinTol));
        Assert.Equal(0.5, Metrics.Of([0.5, 0.4, 0], [0, 0, 0], Metric.EuclideanBinTol));
    }

    [Fact]
    public void Closest_row_is_the_smallest_distance_or_the_largest_similarity_and_the_first_of_equals()
    {
        Tensor<float> rows = new([4, 2], [1, 0, 0, 2, 0, 2, float.NaN, float.NaN]), probe = new([2], [0, 1]);
        Assert.Equal((1, 1.0), Metrics.ClosestRow(rows, probe, Metric.Euclidean));
        Assert.Equal((1, 2.0), Metrics.ClosestRow(rows, probe, Metric.InnerProduct));
        Assert.Equal((0, -1.0), Metrics.ClosestRow(new Tensor<float>([1, 2], [-1, -1]), probe, Metric.InnerProduct));
    }

    [Fact]
    public void Closest_row_of_a_column_is_a_row_of_the_table()
    {
        var data = GoldenRows.Data();
        var (row, value) = Metrics.ClosestRow(data, "Vec", data["Vec"].CellTensor(9), Metric.Euclidean);
        Assert.Equal(("it09", 0.0), (row.Get<string>("Name"), value));
    }

    [Fact]
    public void What_cannot_be_compared_is_refused()
    {
        var data = GoldenRows.Data();
        Assert.Contains("the first vector has 2 elements, the second 3", Assert.Throws<ArgumentException>(() => Metrics.Of([1.0, 2], [1, 2, 3], Metric.Abs)).Message, StringComparison.Ordinal);
        Assert.Contains("the first tensor has shape [2, 2], the second [4]",
            Assert.Throws<EmergentException>(() => Metrics.Of(new Tensor<float>([2, 2]), new Tensor<float>([4]), Metric.Abs)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => Metrics.Of([1.0, 2], [1, 2], (Metric)99));
        Assert.Contains("Rows of column 'Vec' of table 'Data' have shape [5]; the probe has shape [4]",
            Assert.Throws<EmergentException>(() => Metrics.ClosestRow(data, "Vec", new Tensor<double>([4]), Metric.Abs)).Message, StringComparison.Ordinal);
        Assert.Contains("Did you mean 'Vec'?", Assert.Throws<EmergentException>(() => Metrics.ClosestRow(data, "Vex", new Tensor<double>([5]), Metric.Abs)).Message, StringComparison.Ordinal);
        Assert.Contains("Column 'Name' of table 'Data' holds text", Assert.Throws<EmergentException>(() => Metrics.ClosestRow(data, "Name", new Tensor<double>(Shape.Scalar), Metric.Abs)).Message, StringComparison.Ordinal);
        Assert.Contains("there are 0 rows; at least 1 is needed", Assert.Throws<EmergentException>(() => Metrics.ClosestRow(new Tensor<float>([0, 5]), new Tensor<double>([5]), Metric.Abs)).Message, StringComparison.Ordinal);
        Assert.Contains("No row", Assert.Throws<EmergentException>(() => Metrics.ClosestRow(new Tensor<double>([1, 1], [None]), new Tensor<double>([1]), Metric.Abs)).Message, StringComparison.Ordinal);
        Assert.Contains("has no rows", Assert.Throws<EmergentException>(() => Metrics.ClosestRow(new Tensor<double>(Shape.Scalar), new Tensor<double>([1]), Metric.Abs)).Message, StringComparison.Ordinal);
    }

    private static float[] Floats(double[] values) => [.. values.Select(value => (float)value)];

    [Fact]
    public void Correlation_follows_shape_alone_and_cosine_direction_alone() => Prop.ForAll(GoldenRows.Rows(2, 2, 2, 10).ToArbitrary(), Gen.Choose(1, 50).ToArbitrary(), GoldenRows.Number.ToArbitrary(), (rows, scale, shift) =>
    {
        double[] a = rows.Slice(0).Values.ToArray(), b = rows.Slice(1).Values.ToArray(), scaled = [.. a.Select(x => x * scale / 7.0)], moved = [.. scaled.Select(x => x + shift)];
        if (a.Distinct().Count() == 1 || b.Distinct().Count() == 1) { return true; }
        return Math.Abs(Metrics.Of(moved, b, Metric.Correlation) - Metrics.Of(a, b, Metric.Correlation)) < 1e-9
            && Math.Abs(Metrics.Of(scaled, b, Metric.Cosine) - Metrics.Of(a, b, Metric.Cosine)) < 1e-9
            && Math.Abs(Metrics.Of(a, a, Metric.Covariance) - Statistics.Of(a, Statistic.VarPop)) < 1e-9
            && Math.Abs(Metrics.Of(a, b, Metric.InnerProduct) - a.Zip(b, (x, y) => x * y).Sum()) < 1e-9;
    }).Check(GoldenRows.Fixed);

    [Fact]
    public void Cross_entropy_is_least_for_the_vector_itself() => Prop.ForAll(Gen.ArrayOf(Gen.Two(Gen.Choose(1, 99))).Where(pairs => pairs.Length > 0).ToArbitrary(), pairs =>
    {
        double[] a = [.. pairs.Select(p => p.Item1 / 100.0)], b = [.. pairs.Select(p => p.Item2 / 100.0)];
        return Math.Abs(Metrics.Of(a, a, Metric.CrossEntropy)) < 1e-12 && Metrics.Of(a, b, Metric.CrossEntropy) >= -1e-12;
    }).Check(GoldenRows.Fixed);

    [Fact]
    public void Closest_row_is_better_than_every_other() => Prop.ForAll(GoldenRows.Rows(1, 8, 1, 5).ToArbitrary(), Gen.Choose(0, 7).ToArbitrary(), (rows, which) =>
    {
        var probe = rows.Slice(which % rows.Shape[0]);
        return Metrics.ClosestRow(rows, probe, Metric.Euclidean) is (var nearest, 0) && rows.Slice(nearest).ContentsEqual(probe) && nearest <= which % rows.Shape[0]
            && Metrics.ClosestRow(rows, probe, Metric.InnerProduct).Item2 == Enumerable.Range(0, rows.Shape[0]).Max(row => Metrics.Of(rows.Slice(row), probe, Metric.InnerProduct));
    }).Check(GoldenRows.Fixed);
}
