using FsCheck;
using FsCheck.Fluent;

namespace Emergent.Data.Tests;

public class StatisticsTests
{
    private static readonly Statistic[] All = Enum.GetValues<Statistic>();

    [Fact]
    public void Statistics_of_columns_are_those_of_the_reference()
    {
        var data = TableViewTests.Golden();
        using var reader = GoldenData.OpenText(GoldenData.Find("f/table_agg.tsv")!);
        reader.ReadLine();
        var count = 0;
        while (reader.ReadLine() is { } line)
        {
            var cells = line.Split('\t');
            var statistic = cells[0] == "Prod" ? Statistic.Product : Enum.Parse<Statistic>(cells[0]);
            Assert.Equal(cells[0], Statistics.NameOf(statistic));
            var found = Statistics.OfCells(data, cells[1], statistic);
            for (var i = 2; i < cells.Length; i++, count++) { Assert.Equal(double.Parse(cells[i]), found[i - 2], 1e-12); }
            Assert.Equal(cells.Length - 2, found.Length);
        }
        Assert.Equal(81, count);
    }

    [Fact]
    public void Quantiles_are_those_of_the_reference()
    {
        var values = TableViewTests.Golden().View().Numbers("Val");
        foreach (var row in GoldenData.Table("f/table_quantiles.tsv")) { Assert.Equal(double.Parse(row["value"]), Statistics.Quantile(values, double.Parse(row["q"])), 1e-12); }
    }

    [Fact]
    public void Statistics_of_a_tensor_are_those_of_the_reference_but_for_its_product()
    {
        var tensor = TableViewTests.Golden().Column<double>("Val").AllCells;
        foreach (var row in GoldenData.Table("f/tsragg.tsv"))
        {
            // The reference begins the product of a tensor at 0, so it is 0 or −0 for all finite data; that of a column (table_agg), of the same numbers, it begins at 1.
            if (row["fun"] == "Prod") { Assert.Equal(("-0", -8.231138873226138), (row["value"], Math.Round(Statistics.Of(tensor, Statistic.Product), 15))); }
            else { Assert.Equal(double.Parse(row["value"]), Statistics.Of(tensor, Enum.Parse<Statistic>(row["fun"])), 1e-12); }
        }
    }

    [Fact]
    public void Nulls_and_NaN_change_no_statistic()
    {
        double[] values = [3, -1, 4, 1, 5], gaps = [double.NaN, 3, -1, double.NaN, 4, 1, 5, double.NaN];
        foreach (var statistic in All) { Assert.Equal(Statistics.Of(values, statistic), Statistics.Of(gaps, statistic)); }
        var table = new Table("t");
        table.AddColumn<int>("I");
        foreach (var value in (int?[])[3, null, -1, 4, 1, null, 5]) { table.Add([value]); }
        foreach (var statistic in All) { Assert.Equal(Statistics.Of(values, statistic), Statistics.Of(table, "I", statistic)); }
        foreach (var statistic in All) { Assert.Equal(Statistics.Of(values, statistic), Statistics.Of(table["I"].AllCells, statistic)); }
        foreach (var statistic in All) { Assert.Equal(Statistics.Of(values, statistic), Statistics.Of([3f, float.NaN, -1f, 4f, 1f, 5f], statistic)); }
    }

    [Fact]
    public void Statistics_of_nothing_are_documented()
    {
        foreach (var values in (double[][])[[], [double.NaN, double.NaN]])
        {
            foreach (var statistic in All)
            {
                var expected = statistic switch { Statistic.Count or Statistic.Sum or Statistic.SumSq or Statistic.L1 or Statistic.L2 => 0, Statistic.Product => 1, _ => double.NaN };
                Assert.Equal(expected, Statistics.Of(values, statistic));
            }
            Assert.Equal(0, Statistics.CountIf(values, _ => true));
            Assert.Equal(double.NaN, Statistics.ProportionIf(values, _ => true));
            Assert.Equal(double.NaN, Statistics.Quantile(values, 0.3));
        }
    }

    [Fact]
    public void One_single_value_has_no_spread()
    {
        foreach (var statistic in (Statistic[])[Statistic.Var, Statistic.Std, Statistic.Sem, Statistic.VarPop, Statistic.StdPop, Statistic.SemPop]) { Assert.Equal(0, Statistics.Of([7.0], statistic)); }
        foreach (var statistic in (Statistic[])[Statistic.Mean, Statistic.Median, Statistic.Q1, Statistic.First, Statistic.Last, Statistic.Min, Statistic.Max]) { Assert.Equal(7, Statistics.Of([7.0], statistic)); }
    }

    [Fact]
    public void Conditions_are_counted()
    {
        double[] values = [1, double.NaN, 2, 3, 4];
        Assert.Equal(3, Statistics.CountIf(values, v => v > 1));
        Assert.Equal(0.75, Statistics.ProportionIf(values, v => v > 1));
        Assert.Equal(75, Statistics.PercentIf(values, v => v > 1));
    }

    [Fact]
    public void Quantiles_are_between_least_and_largest_and_grow_with_the_share() => Prop.ForAll(Gen.ArrayOf(GeneratedTables.Number).ToArbitrary(), Gen.Choose(0, 1000).ToArbitrary(), (values, share) =>
    {
        var quantiles = Statistics.Quantiles(values, 0, share / 2000.0, share / 1000.0, 1);
        return values.All(double.IsNaN) ? quantiles.All(double.IsNaN)
            : quantiles[0] == Statistics.Of(values, Statistic.Min) && quantiles[3] == Statistics.Of(values, Statistic.Max)
            && quantiles[0] <= quantiles[1] && quantiles[1] <= quantiles[2] && quantiles[2] <= quantiles[3];
    }).Check(GeneratedTables.Fixed);

    [Fact]
    public void Description_has_a_row_for_each_statistic_and_an_element_for_each_of_a_cell()
    {
        var data = TableViewTests.Golden();
        var description = Statistics.Describe(data);
        Assert.Equal(["Statistic", "Val", "Vec"], description.Columns.Select(c => c.Name));
        Assert.Equal(["Count", "Mean", "Std", "Sem", "Min", "Q1", "Median", "Q3", "Max"], description.View().Texts("Statistic"));
        Assert.Equal(Statistics.Of(data, "Val", Statistic.Q3), description.Row(7).Get<double>("Val"));
        Assert.Equal(Statistics.OfCells(data, "Vec", Statistic.Mean).Values.ToArray(), description.Row(1).Cell<double>("Vec").ToArray());
        Assert.Equal(["Statistic", "Val"], Statistics.Describe(data, "Val").Columns.Select(c => c.Name));
        Assert.Equal([0, double.NaN], Statistics.Describe(data.View().Take(0), "Val").View().Take(2).Numbers("Val"));
    }

    [Fact]
    public void What_has_no_statistic_is_refused()
    {
        var data = TableViewTests.Golden();
        Assert.Contains("holds text", Assert.Throws<EmergentException>(() => Statistics.Of(data, "Name", Statistic.Mean)).Message, StringComparison.Ordinal);
        Assert.Contains("OfCells gives one for each element", Assert.Throws<EmergentException>(() => Statistics.Of(data, "Vec", Statistic.Mean)).Message, StringComparison.Ordinal);
        Assert.Contains("holds text", Assert.Throws<EmergentException>(() => Statistics.Of(new Tensor<string>([2]), Statistic.Mean)).Message, StringComparison.Ordinal);
        Assert.Throws<EmergentException>(() => Statistics.Describe(data, "Vall"));
        Assert.Throws<ArgumentOutOfRangeException>(() => Statistics.Quantile([1.0], 1.1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Statistics.Quantile([1.0], double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => Statistics.Of([1.0], (Statistic)99));
    }

    [Fact]
    public void Spread_is_the_mean_square_about_the_mean_and_does_not_move_with_the_values() => Prop.ForAll(Gen.NonEmptyListOf(GoldenRows.Number).ToArbitrary(), GoldenRows.Number.ToArbitrary(), (list, shift) =>
    {
        double[] values = [.. list], moved = [.. list.Select(x => x + shift)];
        var (n, mean, variance) = (values.Length, Statistics.Of(values, Statistic.Mean), Statistics.Of(values, Statistic.VarPop));
        return Near(mean, values.Sum() / n) && Near(Statistics.Of(moved, Statistic.Mean), mean + shift) && Near(Statistics.Of(moved, Statistic.VarPop), variance)
            && Near(variance, values.Sum(x => (x - mean) * (x - mean)) / n) && Near(Statistics.Of(values, Statistic.Var), n == 1 ? 0 : variance * n / (n - 1.0))
            && Near(Statistics.Of(values, Statistic.Std), Math.Sqrt(Statistics.Of(values, Statistic.Var))) && Near(Statistics.Of(values, Statistic.Sem) * Math.Sqrt(n), Statistics.Of(values, Statistic.Std))
            && Near(Statistics.Of(values, Statistic.SumSq), n * (variance + mean * mean)) && mean >= values.Min() - 1e-9 && mean <= values.Max() + 1e-9;

        static bool Near(double a, double b) => Math.Abs(a - b) <= 1e-9 * Math.Max(1, Math.Abs(b));
    }).Check(GoldenRows.Fixed);

    [Fact]
    public void Order_of_values_and_gaps_among_them_change_no_count_extreme_or_quantile() => Prop.ForAll(
        (from values in Gen.ArrayOf(GoldenRows.Number) from order in Gen.Shuffle(Enumerable.Range(0, values.Length)) select (values, order)).ToArbitrary(),
        ((double[] Values, int[] Order) given) =>
        {
            double[] shuffled = [.. given.Order.SelectMany(i => (double[])[given.Values[i], double.NaN])];
            return ((Statistic[])[Statistic.Count, Statistic.Min, Statistic.Max, Statistic.Median, Statistic.Q1, Statistic.Q3])
                .All(statistic => Statistics.Of(shuffled, statistic).Equals(Statistics.Of(given.Values, statistic)));
        }).Check(GoldenRows.Fixed);

    [Fact]
    public void Statistics_of_two_parts_together_follow_from_those_of_each() => Prop.ForAll(Gen.NonEmptyListOf(GoldenRows.Number).ToArbitrary(), Gen.NonEmptyListOf(GoldenRows.Number).ToArbitrary(), (first, second) =>
    {
        double[] a = [.. first], b = [.. second], both = [.. a, .. b];
        return Follows(Statistic.Count, (x, y) => x + y) && Follows(Statistic.Sum, (x, y) => x + y) && Follows(Statistic.SumSq, (x, y) => x + y) && Follows(Statistic.L1, (x, y) => x + y)
            && Follows(Statistic.L2, (x, y) => Math.Sqrt(x * x + y * y)) && Follows(Statistic.Product, (x, y) => x * y)
            && Follows(Statistic.Min, Math.Min) && Follows(Statistic.Max, Math.Max) && Follows(Statistic.MinAbs, Math.Min) && Follows(Statistic.MaxAbs, Math.Max)
            && Follows(Statistic.First, (x, _) => x) && Follows(Statistic.Last, (_, y) => y);

        bool Follows(Statistic statistic, Func<double, double, double> of)
        {
            var (expected, found) = (of(Statistics.Of(a, statistic), Statistics.Of(b, statistic)), Statistics.Of(both, statistic));
            return Math.Abs(found - expected) <= 1e-9 * Math.Max(1, Math.Abs(expected));
        }
    }).Check(GoldenRows.Fixed);

    [Fact]
    public void Conditions_that_exclude_each_other_divide_the_values() => Prop.ForAll(Gen.NonEmptyListOf(GoldenRows.Number).ToArbitrary(), GoldenRows.Number.ToArbitrary(), (list, limit) =>
    {
        double[] values = [.. list, double.NaN];
        return Statistics.CountIf(values, x => x < limit) + Statistics.CountIf(values, x => x >= limit) == list.Count
            && Math.Abs(Statistics.PercentIf(values, x => x < limit) + 100 * Statistics.ProportionIf(values, x => x >= limit) - 100) < 1e-9;
    }).Check(GoldenRows.Fixed);
}
