using FsCheck;
using FsCheck.Fluent;

namespace Emergent.Data.Tests;

public class SmoothingTests
{
    private static readonly Dictionary<string, double[]> Golden = GoldenRows.Of("f/convolve.tsv").ToDictionary(row => row[0], row => GoldenRows.Numbers(row, 1), StringComparer.Ordinal);

    [Theory]
    [InlineData(2, "kernel khalf=2 sigma=.5")]
    [InlineData(4, "kernel khalf=4 sigma=.5")]
    public void Gaussian_kernel_is_that_of_the_reference(int halfSize, string row) => GoldenRows.Near(Golden[row], Smoothing.GaussianKernel(halfSize));

    [Fact]
    public void Convolution_is_that_of_the_reference() => GoldenRows.Near(
        Golden["Slice64(Val, khalf=2)"], Smoothing.Convolution(GoldenRows.Data().Column<double>("Val").Values, Smoothing.GaussianKernel(2)));

    [Fact]
    public void Smoothed_table_is_that_of_the_reference_and_keeps_other_columns()
    {
        var data = GoldenRows.Data();
        data.MetaData["precision"] = "4";
        var smoothed = Smoothing.SmoothedTable(data, 3);
        GoldenRows.Near(Golden["SmoothTable khalf=3 Val"], smoothed.Column<double>("Val").Values.ToArray());
        Assert.Equal(data.Column<string>("Name").Values.ToArray(), smoothed.Column<string>("Name").Values.ToArray());
        Assert.Equal("4", smoothed.MetaData["precision"]);
        Assert.Equal(2.093, data.Column<double>("Val")[0]);
        var element = Enumerable.Range(0, 14).Select(row => data.Column<double>("Vec").Cell(row)[2]).ToArray();
        Assert.Equal(Smoothing.Convolution(element, Smoothing.GaussianKernel(3)), Enumerable.Range(0, 14).Select(row => smoothed.Column<double>("Vec").Cell(row)[2]));
        Assert.Equal(data.Column<double>("Vec").Values.ToArray(), Smoothing.SmoothedTable(data, 3, 0.5, "Val").Column<double>("Vec").Values.ToArray());
    }

    [Fact]
    public void A_constant_stays_one_also_with_values_missing() => Prop.ForAll(
        (from constant in GoldenRows.Number from length in Gen.Choose(1, 20) from half in Gen.Choose(1, 8) from missing in Gen.Choose(0, 19) select (constant, length, half, missing)).ToArbitrary(),
        ((double Constant, int Length, int Half, int Missing) given) =>
        {
            var values = Enumerable.Repeat(given.Constant, given.Length).ToArray();
            if (given.Missing < given.Length) { values[given.Missing] = double.NaN; }
            return given.Length == 1 && given.Missing == 0
                || Smoothing.Convolution(values, Smoothing.GaussianKernel(given.Half)).All(value => Math.Abs(value - given.Constant) < 1e-12);
        }).Check(GoldenRows.Fixed);

    [Fact]
    public void Smoothed_values_stay_between_the_smallest_and_the_largest() => Prop.ForAll(Gen.NonEmptyListOf(GoldenRows.Number).ToArbitrary(), list =>
    {
        double[] values = [.. list];
        return Smoothing.Convolution(values, Smoothing.GaussianKernel(3)).All(value => value >= values.Min() - 1e-12 && value <= values.Max() + 1e-12);
    }).Check(GoldenRows.Fixed);

    [Fact]
    public void Kernels_that_are_not_normalized_sum()
    {
        Assert.Equal([4.5, 6, 9, 10.5], Smoothing.Convolution([1, 2, 3, 4], [1, 1, 1]));
        Assert.Equal([1, double.NaN, 3], Smoothing.Convolution([1, double.NaN, 3], [0, 1, 0]));
        Assert.Empty(Smoothing.Convolution([], [1]));
    }

    [Fact]
    public void Whole_numbers_become_fractions_where_they_are_named()
    {
        var table = new Table("Log");
        table.AddColumn<int>("Count");
        foreach (var count in (int[])[0, 3, 0]) { table.Add(count); }
        Assert.Equal([0, 3, 0], Smoothing.SmoothedTable(table, 1).Column<int>("Count").Values.ToArray());
        Assert.Equal(typeof(double), Smoothing.SmoothedTable(table, 1, 0.5, "Count")["Count"].ElementType);
        Assert.Equal(0, Smoothing.SmoothedTable(new Table("Empty", "X"), 2).RowCount);
    }

    [Fact]
    public void Kernels_and_columns_that_cannot_smooth_are_refused()
    {
        Assert.Contains("this one has 2", Assert.Throws<ArgumentException>(() => Smoothing.Convolution([1], [1, 1])).Message, StringComparison.Ordinal);
        Assert.Contains("one is -1", Assert.Throws<ArgumentException>(() => Smoothing.Convolution([1], [-1, 2, -1])).Message, StringComparison.Ordinal);
        Assert.Contains("are 0", Assert.Throws<ArgumentException>(() => Smoothing.Convolution([1], [0])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => Smoothing.GaussianKernel(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Smoothing.GaussianKernel(2, 0));
        Assert.Contains("holds text", Assert.Throws<EmergentException>(() => Smoothing.SmoothedTable(GoldenRows.Data(), 2, 0.5, "Name")).Message, StringComparison.Ordinal);
        Assert.Contains("Did you mean 'Val'?", Assert.Throws<EmergentException>(() => Smoothing.SmoothedTable(GoldenRows.Data(), 2, 0.5, "Vol")).Message, StringComparison.Ordinal);
    }
}
