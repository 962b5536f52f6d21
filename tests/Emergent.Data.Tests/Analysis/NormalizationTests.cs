using FsCheck;
using FsCheck.Fluent;

namespace Emergent.Data.Tests;

public class NormalizationTests
{
    private static readonly Dictionary<string, double[]> Golden = GoldenRows.Of("f/norm.tsv").ToDictionary(row => row[0], row => GoldenRows.Numbers(row, 1), StringComparer.Ordinal);

    [Theory]
    [InlineData(Statistic.L1)]
    [InlineData(Statistic.L2)]
    [InlineData(Statistic.SumSq)]
    [InlineData(Statistic.Sum)]
    [InlineData(Statistic.Mean)]
    [InlineData(Statistic.Var)]
    [InlineData(Statistic.Std)]
    [InlineData(Statistic.Max)]
    [InlineData(Statistic.MaxAbs)]
    [InlineData(Statistic.Min)]
    [InlineData(Statistic.MinAbs)]
    public void Norms_are_those_of_the_reference(Statistic norm) => Assert.Equal(Golden[norm == Statistic.SumSq ? "SumSquares" : $"{norm}"].Single(), Statistics.Of(Val().Values, norm), GoldenRows.Tolerance);

    [Fact]
    public void Normalized_values_are_those_of_the_reference()
    {
        GoldenRows.Near(Golden["ZScore"], After(values => Normalization.ZScore(values)));
        GoldenRows.Near(Golden["Unit"], After(values => Normalization.Unit(values)));
        GoldenRows.Near(Golden["DivNormL2"], After(values => Normalization.DivideBy(values, Statistic.L2)));
        GoldenRows.Near(Golden["Binarize.5"], After(values => Normalization.Binarize(values, 0.5)));

        static double[] After(Action<Tensor> normalize)
        {
            var values = Val();
            normalize(values);
            return values.Values.ToArray();
        }
    }

    [Fact]
    public void Unit_range_goes_from_0_to_1_and_z_scores_have_mean_0_and_deviation_1() => Prop.ForAll(GoldenRows.Rows(1, 5, 1, 8).ToArbitrary(), rows =>
    {
        Tensor<double> unit = rows.Clone(), z = rows.Clone();
        Normalization.Unit(unit, outer: 1);
        Normalization.ZScore(z, outer: 1);
        return Enumerable.Range(0, rows.Shape[0]).All(row =>
        {
            double[] before = rows.Slice(row).Values.ToArray(), u = unit.Slice(row).Values.ToArray(), s = z.Slice(row).Values.ToArray();
            if (before.Distinct().Count() == 1) { return u.All(x => x == 0) && s.All(x => x == 0); }
            return u.Min() == 0 && u.Max() == 1 && Math.Abs(s.Average()) < 1e-9 && Math.Abs(Statistics.Of(s, Statistic.Std) - 1) < 1e-9;
        });
    }).Check(GoldenRows.Fixed);

    [Fact]
    public void Dividing_by_a_norm_makes_it_1() => Prop.ForAll(GoldenRows.Rows(1, 4, 1, 6).ToArbitrary(), rows =>
        ((Statistic[])[Statistic.L1, Statistic.L2, Statistic.MaxAbs]).All(norm =>
        {
            var divided = rows.Clone();
            Normalization.DivideBy(divided, norm);
            return Math.Abs(Statistics.Of(divided.Values, norm) - 1) < 1e-9 || rows.Values.ToArray().All(x => x == 0);
        })).Check(GoldenRows.Fixed);

    [Fact]
    public void Dimensions_that_are_kept_apart_are_normalized_by_themselves()
    {
        float[] values = [0, 1, 2, 4, 10, 20, 30, 50];
        Assert.Equal([0, 0.25f, 0.5f, 1, 0, 0.25f, 0.5f, 1], After([2, 4], values, outer: 1, inner: 0));
        Assert.Equal([0, 0, 0, 0, 1, 1, 1, 1], After([2, 4], values, outer: 0, inner: 1));
        Assert.Equal([0, 0, 1, 1, 0, 0, 1, 1], After([2, 2, 2], values, outer: 1, inner: 1));
        Assert.Equal([0, 0.02f, 0.04f, 0.08f, 0.2f, 0.4f, 0.6f, 1], After([2, 4], values, outer: 0, inner: 0));
        Assert.Equal([0, 0, 0, 0, 0, 0, 0, 0], After([2, 4], values, outer: 1, inner: 1));

        static float[] After(Shape shape, float[] values, int outer, int inner)
        {
            var tensor = new Tensor<float>(shape, [.. values]);
            Normalization.Unit(tensor, outer, inner);
            return tensor.Values.ToArray();
        }
    }

    [Fact]
    public void A_column_of_a_table_is_normalized_through_its_cells()
    {
        var data = GoldenRows.Data();
        Normalization.ZScore(data["Vec"].AllCells, inner: 1);
        var element = Enumerable.Range(0, 14).Select(row => data.Column<double>("Vec").Cell(row)[3]).ToArray();
        Assert.Equal(0, element.Average(), 1e-12);
        Assert.Equal(1, Statistics.Of(element, Statistic.Std), 1e-12);
    }

    [Fact]
    public void Values_that_are_missing_are_left_out_and_stay()
    {
        Tensor<double> values = new([4], [1, double.NaN, 3, 5]);
        Normalization.Subtract(values, Statistic.Mean);
        Assert.Equal([-2, double.NaN, 0, 2], values.Values.ToArray());
        Normalization.Binarize(values, 0, high: 7, low: -7);
        Assert.Equal([-7, double.NaN, 7, 7], values.Values.ToArray());
        Assert.Equal((0, double.NaN), (Statistics.Of((double[])[double.NaN], Statistic.L2), Statistics.Of((double[])[], Statistic.Mean)));
    }

    [Fact]
    public void Thresholds_cut_what_is_beyond()
    {
        Tensor<float> values = new([4], [-2, 0, 1, float.NaN]);
        Normalization.Threshold(values, high: 0.5);
        Assert.Equal([-2, 0, 0.5f, float.NaN], values.Values.ToArray());
        Normalization.Threshold(values, low: -1, high: 0.25);
        Assert.Equal([-1, 0, 0.25f, float.NaN], values.Values.ToArray());
    }

    [Fact]
    public void Zeros_stay_zeros_and_constants_become_zeros()
    {
        Tensor<double> zeros = new([3]), constants = new([3], [0.1, 0.1, 0.1]);
        Normalization.DivideBy(zeros, Statistic.L2);
        Normalization.ZScore(constants);
        Assert.Equal([0, 0, 0], zeros.Values.ToArray());
        Assert.Equal([0, 0, 0], constants.Values.ToArray());
        Normalization.ZScore(new Tensor<double>([0, 3]), outer: 1);
        Normalization.ZScore(new Tensor<double>([0, 3]), inner: 1);
    }

    [Fact]
    public void What_cannot_be_normalized_is_refused_and_unchanged()
    {
        Tensor<double> values = new([2, 2], [1, 3, -1, 1]);
        Assert.Contains("Division by Sum: it is 0 for 2 elements that are not all 0", Assert.Throws<EmergentException>(() => Normalization.DivideBy(values, Statistic.Sum, outer: 1)).Message, StringComparison.Ordinal);
        Assert.Equal([1, 3, -1, 1], values.Values.ToArray());
        Assert.Contains("a tensor of int cannot hold", Assert.Throws<EmergentException>(() => Normalization.ZScore(new Tensor<int>([2]))).Message, StringComparison.Ordinal);
        Assert.Contains("2 dimensions; outer is 2 and inner 1", Assert.Throws<ArgumentException>(() => Normalization.ZScore(values, outer: 2, inner: 1)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Normalization.Threshold(values, low: 1, high: 0));
        Assert.Throws<ArgumentException>(() => Normalization.Binarize(values, double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => Normalization.ZScore(values, outer: -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Statistics.Of((double[])[1], (Statistic)99));
    }

    private static Tensor<double> Val() => GoldenRows.Data().Column<double>("Val").AllCells;

    [Fact]
    public void Subtracting_the_mean_leaves_none_and_thresholds_change_nothing_twice() => Prop.ForAll(GoldenRows.Rows(1, 5, 1, 6).ToArbitrary(), Gen.Choose(-50, 50).ToArbitrary(), (rows, limit) =>
    {
        Tensor<double> centred = rows.Clone(), cut = rows.Clone(), binary = rows.Clone();
        Normalization.Subtract(centred, Statistic.Mean, inner: 1);
        Normalization.Threshold(cut, low: limit / 10.0, high: limit / 10.0 + 3);
        Normalization.Binarize(binary, limit / 10.0, high: 2, low: -2);
        var again = cut.Clone();
        Normalization.Threshold(again, low: limit / 10.0, high: limit / 10.0 + 3);
        return Enumerable.Range(0, rows.Shape[1]).All(i => Math.Abs(Enumerable.Range(0, rows.Shape[0]).Sum(r => centred[r, i])) < 1e-9)
            && again.ContentsEqual(cut) && cut.Values.ToArray().All(x => x >= limit / 10.0 && x <= limit / 10.0 + 3)
            && binary.Values.ToArray().Zip(rows.Values.ToArray(), (b, x) => b == (x >= limit / 10.0 ? 2 : -2)).All(isRight => isRight);
    }).Check(GoldenRows.Fixed);

    [Fact]
    public void Number_of_values_is_that_of_the_reference() => Assert.Equal(Golden["N"].Single(), Statistics.Of(Val(), Statistic.Count));
}
