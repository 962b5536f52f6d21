using FsCheck;
using FsCheck.Fluent;

namespace Emergent.Data.Tests;

public class HistogramTests
{
    [Fact]
    public void Counts_are_those_of_the_reference()
    {
        var golden = GoldenRows.Of("f/histogram.tsv").Single();
        var histogram = Histogram.Of(GoldenRows.Data(), "Val", int.Parse(golden[2]), double.Parse(golden[0]), double.Parse(golden[1]));
        Assert.Equal(golden[3..].Select(int.Parse), histogram.Counts);
    }

    [Fact]
    public void Every_value_is_in_a_bin_or_outside() => Prop.ForAll((from values in Gen.ArrayOf(GoldenRows.Number) from bins in Gen.Choose(1, 12) select (values, bins)).ToArbitrary(),
        ((double[] Values, int Bins) given) =>
        {
            var fixedRange = Histogram.Of(given.Values, given.Bins, -5, 5);
            return fixedRange.Counts.Sum() + fixedRange.Outside == given.Values.Length
                && (given.Values.Length == 0 || Histogram.Of(given.Values, given.Bins).Counts.Sum() == given.Values.Length);
        }).Check(GoldenRows.Fixed);

    [Fact]
    public void Ends_of_bins_belong_to_the_bin_above_but_for_the_last()
    {
        var histogram = Histogram.Of([0, 1, 2, 4, 4.5, -1, double.NaN], bins: 4, min: 0, max: 4);
        Assert.Equal([1, 1, 1, 1], histogram.Counts);
        Assert.Equal(2, histogram.Outside);
        Assert.Equal("4 values in 4 bins from 0 to 4, 2 outside", histogram.ToString());
        var table = histogram.ToTable();
        Assert.Equal([0.5, 1.5, 2.5, 3.5], table.Column<double>("Value").Values.ToArray());
        Assert.Equal((3.0, 4.0, 1), (table.Row(3).Get<double>("From"), table.Row(3).Get<double>("To"), table.Row(3).Get<int>("Count")));
    }

    [Fact]
    public void Elements_of_cells_are_counted_one_by_one() => Assert.Equal(70, Histogram.Of(GoldenRows.Data(), "Vec").Counts.Sum());

    [Fact]
    public void Values_that_are_all_equal_stand_in_the_middle()
    {
        var histogram = Histogram.Of(new Tensor<int>([3], [7, 7, 7]), bins: 5);
        Assert.Equal((6.5, 7.5), (histogram.Min, histogram.Max));
        Assert.Equal([0, 0, 3, 0, 0], histogram.Counts);
    }

    [Fact]
    public void What_has_no_range_is_refused()
    {
        Assert.Contains("no values has no range", Assert.Throws<EmergentException>(() => Histogram.Of([double.NaN], bins: 3)).Message, StringComparison.Ordinal);
        Assert.Contains("from 2 to 1 has no bins", Assert.Throws<EmergentException>(() => Histogram.Of([1.0], 3, min: 2, max: 1)).Message, StringComparison.Ordinal);
        Assert.Contains("from 1 to +Inf", Assert.Throws<EmergentException>(() => Histogram.Of([1.0, double.PositiveInfinity], 3)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => Histogram.Of([1.0], bins: 0));
        Assert.Equal([0, 0], Histogram.Of(ReadOnlySpan<double>.Empty, 2, 0, 1).Counts);
    }
}
