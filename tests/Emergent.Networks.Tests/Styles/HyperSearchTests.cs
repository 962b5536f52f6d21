using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace Emergent.Networks.Tests;

/// <summary>The points of a search.</summary>
public class HyperSearchTests
{
    private static readonly Config Fixed = Config.QuickThrowOnFailure.WithReplay(5, 11).WithMaxTest(100);

    [Fact]
    public void A_grid_has_every_combination_and_the_last_parameter_changes_fastest()
    {
        var points = HyperSearch.Of(Network().Styles).Grid(steps: 3);
        Assert.Equal(3 * 2 * 3, points.Count);
        Assert.Equal(["Layer Layer.Tiny.Gain=1", "#Hidden Layer.Tiny.On=false", "Layer Layer.Tiny.Steps=1"], points[0].Settings);
        Assert.Equal(["Layer Layer.Tiny.Gain=1", "#Hidden Layer.Tiny.On=false", "Layer Layer.Tiny.Steps=3"], points[1].Settings);
        Assert.Equal(["Layer Layer.Tiny.Gain=2.5", "#Hidden Layer.Tiny.On=true", "Layer Layer.Tiny.Steps=4"], points[11].Settings);
        Assert.Equal(points.Count, points.Select(p => string.Join(' ', p.Settings)).Distinct().Count());
        Assert.Equal(Enumerable.Range(0, 18), points.Select(p => p.Index));
    }

    [Fact]
    public void Steps_of_whole_numbers_that_fall_together_count_once_and_one_step_is_the_middle()
    {
        var search = HyperSearch.Of(Network().Styles);
        Assert.Equal(13 * 2 * 4, search.Grid(steps: 13).Count);   // Steps 1…4
        Assert.Equal("Layer Layer.Tiny.Gain=2.5", search.Grid(steps: 1)[0].Settings[0]);
        Assert.Throws<ArgumentOutOfRangeException>(() => search.Grid(0));
        NetworkTests.AssertSays(() => search.Grid(200_000), "200000 × 2 × 4 values", "at most 1,000,000");
    }

    [Fact]
    public void Logarithmic_steps_have_equal_ratios()
    {
        var network = StyleSheetTests.Three();
        network.Style.Add("Layer", "", new HyperParameter("Tiny.Tau") { Min = 0.01, Max = 100, IsLogarithmic = true });
        var points = HyperSearch.Of(network.Styles).Grid(steps: 5);
        Assert.Equal(["0.01", "0.1", "1", "10", "100"], points.Select(p => p.Settings[0].Split('=')[1]));
    }

    [Fact]
    public void Points_are_settings_that_a_network_takes()
    {
        var network = Network();
        foreach (var point in HyperSearch.Of(network.Styles).Grid(steps: 2))
        {
            foreach (var setting in point.Settings) { network.Styles.Set(setting); }
            network.Styles.Apply();
            var tiny = StyleSheetTests.Hidden(network).Tiny;
            string[] values = [Parameter.Format(tiny.Gain), Parameter.Format(tiny.On), Parameter.Format(tiny.Steps)];
            Assert.Equal(point.Settings.Select(s => s.Split('=')[1]), values);
        }
        Assert.Equal(3, network.Styles.Settings.Count);   // each point replaced the one before
    }

    [Fact]
    public void Draws_keep_within_their_range_and_follow_from_the_seed_alone()
    {
        Check.One(Fixed, Prop.ForAll(Gen.Choose(int.MinValue, int.MaxValue).ToArbitrary(), seed =>
        {
            var search = HyperSearch.Of(Network().Styles);
            var (few, many) = (search.Random(5, seed), search.Random(9, seed));
            return few.Zip(many).All(p => p.First.Settings.SequenceEqual(p.Second.Settings))
                && many.All(p => Number(p, 0) is >= 1 and <= 4 && p.Settings[1] is "#Hidden Layer.Tiny.On=false" or "#Hidden Layer.Tiny.On=true" && Number(p, 2) is 1 or 2 or 3 or 4);
        }));
        var one = HyperSearch.Of(Network().Styles).Random(50, seed: 1);
        Assert.NotEqual(one.Select(p => p.Settings[0]), HyperSearch.Of(Network().Styles).Random(50, seed: 2).Select(p => p.Settings[0]));
        Assert.Equal(50, one.Select(p => p.Settings[0]).Distinct().Count());
    }

    [Fact]
    public void Another_parameter_leaves_the_draws_of_the_others()
    {
        var network = Network();
        var before = HyperSearch.Of(network.Styles).Random(10, seed: 3).Select(p => p.Settings[0]);
        network.Style.Add("Prjn", "", new HyperParameter("Prjn.Strength.Rel") { Min = 0, Max = 1 });
        Assert.Equal(before, HyperSearch.Of(network.Styles).Random(10, seed: 3).Select(p => p.Settings[0]));
    }

    [Fact]
    public void Draws_with_a_sigma_are_normal_about_the_value()
    {
        var network = StyleSheetTests.Three();
        network.Style.Add("Layer", "", new HyperParameter("Layer.Tiny.Gain") { Value = "5", Min = 0, Max = 10, Sigma = 0.5 });
        double[] values = [.. HyperSearch.Of(network.Styles).Random(4000, seed: 1).Select(p => Number(p, 0))];
        var mean = values.Average();
        var deviation = Math.Sqrt(values.Average(v => (v - mean) * (v - mean)));
        Assert.InRange(mean, 5 - 4 * 0.5 / Math.Sqrt(4000), 5 + 4 * 0.5 / Math.Sqrt(4000));        // four standard errors
        Assert.InRange(deviation, 0.5 - 4 * 0.5 / Math.Sqrt(8000), 0.5 + 4 * 0.5 / Math.Sqrt(8000));
    }

    [Fact]
    public void Even_draws_have_the_mean_and_spread_of_their_range_also_in_the_logarithm()
    {
        var network = StyleSheetTests.Three();
        network.Style.Add("Layer", "", new HyperParameter("Layer.Tiny.Gain") { Min = 2, Max = 6 }, new HyperParameter("Layer.Tiny.Tau") { Min = 0.001, Max = 1000, IsLogarithmic = true });
        var points = HyperSearch.Of(network.Styles).Random(4000, seed: 1);
        var error = Math.Sqrt(1.0 / 12 / 4000);   // of the mean of an even draw over a length of 1
        Assert.InRange(points.Average(p => Number(p, 0)), 4 - 4 * 4 * error, 4 + 4 * 4 * error);
        Assert.InRange(points.Average(p => Math.Log10(Number(p, 1))), -4 * 6 * error, 4 * 6 * error);
    }

    [Fact]
    public void A_later_rule_takes_the_place_of_an_earlier_one_and_sets_not_in_use_are_not_searched()
    {
        var network = Network();
        network.Styles["Narrow"] = new() { { "Layer", "closer", new HyperParameter("Layer.Tiny.Gain") { Min = 2, Max = 3 } } };
        Assert.Equal(1, HyperSearch.Of(network.Styles).Parameters[0].Hyper.Min);
        network.Styles.Use("Narrow");
        var parameters = HyperSearch.Of(network.Styles).Parameters;
        Assert.Equal(["#Hidden Layer.Tiny.On", "Layer Layer.Tiny.Steps", "Layer Layer.Tiny.Gain"], parameters.Select(p => p.Name));
        Assert.Equal(2, parameters[2].Hyper.Min);
    }

    [Fact]
    public void Points_are_a_table()
    {
        var search = HyperSearch.Of(Network().Styles);
        var table = search.ToTable(search.Grid(steps: 2));
        Assert.Equal(["Point", "Layer Layer.Tiny.Gain", "#Hidden Layer.Tiny.On", "Layer Layer.Tiny.Steps"], table.Columns.Select(c => c.Name));
        Assert.Equal((7, 4.0, "true", 4.0), (table.Row(7).Get<int>("Point"), table.Row(7).Get<double>("Layer Layer.Tiny.Gain"), table.Row(7).Get<string>("#Hidden Layer.Tiny.On"), table.Row(7).Get<double>("Layer Layer.Tiny.Steps")));
        NetworkTests.AssertSays(() => search.ToTable([new SearchPoint(0, ["a=1"])]), "Point 0 has 1 settings; this search has 3");
        NetworkTests.AssertSays(() => search.ToTable([new SearchPoint(0, ["a=1", "b=1", "c=1"])]), "Setting 'a=1' is none of 'Layer Layer.Tiny.Gain'");
    }

    [Fact]
    public void A_search_of_nothing_is_an_error()
    {
        var network = StyleSheetTests.Three();
        NetworkTests.AssertSays(() => HyperSearch.Of(network.Styles), "declare nothing to search", "HyperParameter");
        network.Style.Add("Layer", "", new HyperParameter("Layer.Tiny.Gain") { Value = "2" });
        NetworkTests.AssertSays(() => HyperSearch.Of(network.Styles), "says nothing of what it may become", "Min and Max");
        network.Style.Clear();
        network.Style.Add("#Hiden", "", new HyperParameter("Layer.Tiny.Gain") { Min = 1, Max = 2 });
        NetworkTests.AssertSays(() => HyperSearch.Of(network.Styles), "'#Hiden'", "Did you mean '#Hidden'?");
    }

    private static double Number(SearchPoint point, int parameter) => double.Parse(point.Settings[parameter].Split('=')[1], CultureInfo.InvariantCulture);

    private static TinyNetwork Network()
    {
        var network = StyleSheetTests.Three();
        network.Style.Add("Layer", "how much?", new HyperParameter("Layer.Tiny.Gain") { Min = 1, Max = 4 });
        network.Style.Add("#Hidden", "whether", new HyperParameter("Layer.Tiny.On"));
        network.Style.Add("Layer", "how many", new HyperParameter("Layer.Tiny.Steps") { Min = 1, Max = 4 });
        return network;
    }
}
