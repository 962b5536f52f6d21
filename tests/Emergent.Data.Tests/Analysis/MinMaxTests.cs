using FsCheck;
using FsCheck.Fluent;

namespace Emergent.Data.Tests;

public class MinMaxTests
{
    [Fact]
    public void Range_has_what_it_was_made_of_and_leaves_NaN_out()
    {
        var range = MinMax<float>.Of([2, float.NaN, -1, 5]);
        Assert.Equal(new MinMax<float>(-1, 5), range);
        Assert.Equal((6.0, 2.0), (range.Range, range.Midpoint));
        Assert.Equal((true, true, false), (range.Contains(-1), range.Contains(5), range.Contains(5.1f)));
        Assert.Equal(new MinMax<float>(-1, 7), range.Including(7).Including(float.NaN));
        Assert.Equal(new MinMax<float>(-3, 5), range.Including(new MinMax<float>(-3, 0)));
        Assert.Equal(range, range.Including(MinMax<float>.Empty));
    }

    [Fact]
    public void Empty_range_contains_nothing()
    {
        var range = MinMax<int>.Of([]);
        Assert.True(range.IsEmpty);
        Assert.Equal((0.0, double.NaN, false), (range.Range, range.Midpoint, range.Contains(0)));
        Assert.Equal((3, 0.0), (range.Clip(3), range.Normalize(3)));
        Assert.Equal(new MinMax<int>(3, 3), range.Including(3));
        Assert.True(range.Nice().IsEmpty);
    }

    [Fact]
    public void Values_are_normalized_projected_and_clipped()
    {
        var range = new MinMax<int>(10, 20);
        Assert.Equal((0.0, 0.5, 1.5), (range.Normalize(10), range.Normalize(15), range.Normalize(25)));
        Assert.Equal((0.0, 1.0), (range.NormalizeClipped(-7), range.NormalizeClipped(25)));
        Assert.Equal((10.0, 17.5), (range.Project(0), range.Project(0.75)));
        Assert.Equal((10, 15, 20), (range.Clip(3), range.Clip(15), range.Clip(33)));
        Assert.Equal(0, new MinMax<double>(4, 4).Normalize(4));
        Assert.Equal(4294967295.0, new MinMax<int>(int.MinValue, int.MaxValue).Range);
    }

    [Fact]
    public void Project_undoes_normalize() => Prop.ForAll(Gen.Choose(-1000, 1000).ToArbitrary(), Gen.Choose(1, 1000).ToArbitrary(), Gen.Choose(-3000, 3000).ToArbitrary(), (min, range, value) =>
        Math.Abs(new MinMax<double>(min, min + range).Project(new MinMax<double>(min, min + range).Normalize(value)) - value) < 1e-9).Check(GeneratedTables.Fixed);

    [Theory]
    [InlineData(3, 5, 2)]
    [InlineData(0.3, 0.5, 0.2)]
    [InlineData(5, 5, 5)]
    [InlineData(7, 10, 5)]
    [InlineData(1000, 1000, 1000)]
    [InlineData(0.00012, 0.0002, 0.0001)]
    [InlineData(-3, -5, -2)]
    [InlineData(0, 0, 0)]
    [InlineData(double.NaN, double.NaN, double.NaN)]
    public void Nice_numbers_are_1_2_or_5_times_a_power_of_ten(double value, double above, double below) => Assert.Equal((above, below), (NiceNumber.Above(value), NiceNumber.Below(value)));

    [Fact]
    public void Nice_numbers_enclose_the_value() => Prop.ForAll(GeneratedTables.Number.Where(d => Math.Abs(d) is > 1e-300 and < 1e300).ToArbitrary(), value =>
        Math.Abs(NiceNumber.Below(value)) <= Math.Abs(value) && Math.Abs(value) <= Math.Abs(NiceNumber.Above(value)) && Math.Abs(NiceNumber.Above(value)) <= 2.5 * Math.Abs(NiceNumber.Below(value)) * (1 + 1e-12)
        || NiceNumber.Above(value) == NiceNumber.Below(value)).Check(GeneratedTables.Fixed);

    [Fact]
    public void Nice_range_encloses_the_range() => Assert.Equal(new MinMax<double>(-5, 0.5), new MinMax<double>(-3.2, 0.31).Nice());

    [Fact]
    public void Fixed_ends_do_not_follow_the_data()
    {
        var data = new MinMax<double>(-1, 3);
        Assert.Equal(new MinMax<double>(0, 3), new FixedRange(Min: 0).For(data));
        Assert.Equal(new MinMax<double>(-1, 1), new FixedRange(Max: 1).For(data));
        Assert.Equal(data, new FixedRange().For(data));
    }

    [Fact]
    public void Average_and_largest_with_its_place()
    {
        Assert.Equal(new AverageMax(3, 6, 2, 3), AverageMax.Of([1.0, double.NaN, 6, 2]));
        Assert.Equal(new AverageMax(4, 6, 0, 3), AverageMax.Of([6f, 0, 6]));
        Assert.Equal(new AverageMax(double.NaN, double.NaN, -1, 0), AverageMax.Of(ReadOnlySpan<double>.Empty));
    }

    [Fact]
    public void Range_average_and_largest_are_those_of_the_values() => Prop.ForAll(Gen.NonEmptyListOf(GoldenRows.Number).ToArbitrary(), list =>
    {
        double[] values = [.. list];
        var (range, summary) = (MinMax<double>.Of(values), AverageMax.Of(values));
        return range == new MinMax<double>(values.Min(), values.Max()) && values.All(range.Contains) && values.All(x => range.Clip(x) == x && range.Normalize(x) is >= 0 and <= 1)
            && summary.Max == range.Max && Array.IndexOf(values, range.Max) == summary.MaxIndex
            && summary.Count == values.Length && Math.Abs(summary.Average - values.Average()) < 1e-9;
    }).Check(GeneratedTables.Fixed);

    [Fact]
    public void Fixed_ends_stand_and_others_are_those_of_the_data() => Prop.ForAll(
        (from data in Gen.NonEmptyListOf(GoldenRows.Number) from ends in GoldenRows.Number.ArrayOf(2) from fixes in Gen.Elements(true, false).ArrayOf(2) select (data, ends, fixes)).ToArbitrary(),
        ((List<double> Data, double[] Ends, bool[] Fixes) given) =>
            new FixedRange(given.Fixes[0] ? given.Ends[0] : null, given.Fixes[1] ? given.Ends[1] : null).For(MinMax<double>.Of([.. given.Data]))
                == new MinMax<double>(given.Fixes[0] ? given.Ends[0] : given.Data.Min(), given.Fixes[1] ? given.Ends[1] : given.Data.Max())).Check(GoldenRows.Fixed);
}
