using FsCheck;
using FsCheck.Fluent;

namespace Emergent.Data.Tests;

public class OneHotTests
{
    [Fact]
    public void Categories_come_back() => Prop.ForAll(
        (from count in Gen.Choose(1, 9) from picks in Gen.ArrayOf(Gen.Choose(-1, count - 1)) select (count, picks)).ToArbitrary(),
        ((int Count, int[] Picks) given) =>
        {
            string[] categories = [.. Enumerable.Range(0, given.Count).Select(i => $"c{i}")], values = [.. given.Picks.Select(i => i < 0 ? "" : categories[i])];
            var code = OneHot.Of(categories);
            return code.DecodeRows(code.Encode(values)).SequenceEqual(values) && values.All(value => code.Decode(code.Encode(value)) == value);
        }).Check(GoldenRows.Fixed);

    [Fact]
    public void Columns_are_encoded_and_decoded()
    {
        var data = GoldenRows.Data();
        var code = OneHot.Of(data, "Grp");
        Assert.Equal(["a", "b", "c"], code.Categories);
        var added = code.AddEncoded(data, "Grp", "GrpCode");
        Assert.Equal([0, 1, 0], added.Cell(0).ToArray());
        Assert.Equal(data.Column<string>("Grp").Values.ToArray(), code.AddDecoded(data, "GrpCode", "Back").Values.ToArray());
    }

    [Fact]
    public void Numbers_are_categories_in_ascending_order()
    {
        var table = new Table("T");
        table.AddColumn<int>("N");
        table.AddColumn<bool>("B");
        table.AddColumn<double>("D");
        table.Add(10, true, 1.5);
        table.Add(9, false, -2);
        table.Add(null, true, null);
        table.Add(-1, true, double.PositiveInfinity);
        Assert.Equal(["-1", "9", "10"], OneHot.Of(table, "N").Categories);
        Assert.Equal(["false", "true"], OneHot.Of(table, "B").Categories);
        Assert.Equal(["-2", "1.5", "+Inf"], OneHot.Of(table, "D").Categories);
        Assert.Equal([0, 0, 0], OneHot.Of(table, "D").AddEncoded(table, "D", "Code").Cell(2).ToArray());
        Assert.Equal([0, 0, 0], OneHot.Of(table, "N").AddEncoded(table, "N", "NCode").Cell(2).ToArray());
    }

    [Fact]
    public void The_largest_element_decides_and_the_first_of_equals()
    {
        var code = OneHot.Of("x", "y", "z");
        Assert.Equal("z", code.Decode(new Tensor<double>([3], [0.1, double.NaN, 0.2])));
        Assert.Equal("y", code.Decode(new Tensor<int>([3], [0, 4, 4])));
        Assert.Equal("", code.Decode(new Tensor<int>([3], [0, -4, 0])));
    }

    [Fact]
    public void Unknown_categories_and_wrong_sizes_are_refused()
    {
        var data = GoldenRows.Data();
        var code = OneHot.Of("red", "green");
        Assert.Contains("no category 'gren'. Did you mean 'green'?", Assert.Throws<EmergentException>(() => code.Encode("gren")).Message, StringComparison.Ordinal);
        Assert.Contains("has 3 elements; the one-hot code has 2 categories", Assert.Throws<EmergentException>(() => code.Decode(new Tensor<float>([3]))).Message, StringComparison.Ordinal);
        Assert.Contains("column 'Vec' of table 'Data' have 5 elements", Assert.Throws<EmergentException>(() => code.AddDecoded(data, "Vec", "V")).Message, StringComparison.Ordinal);
        Assert.Throws<EmergentException>(() => code.AddEncoded(data, "Grp", "Code"));
        Assert.False(data.TryGetColumn("Code", out _));
        Assert.Contains("there is none", Assert.Throws<EmergentException>(() => OneHot.Of()).Message, StringComparison.Ordinal);
        Assert.Contains("'a' of a one-hot code is there twice", Assert.Throws<EmergentException>(() => OneHot.Of("a", "b", "a")).Message, StringComparison.Ordinal);
        Assert.Contains("is empty", Assert.Throws<EmergentException>(() => OneHot.Of("a", "")).Message, StringComparison.Ordinal);
        Assert.Contains("there is none", Assert.Throws<EmergentException>(() => OneHot.Of(new Table("Empty", "X"), "X")).Message, StringComparison.Ordinal);
    }
}
