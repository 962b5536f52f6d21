namespace Emergent.Networks.Tests;

/// <summary>Where style sets contradict each other, and themselves.</summary>
public class StyleDifferencesTests
{
    [Fact]
    public void All_sets_are_compared_with_all_that_come_after()
    {
        var differences = StyleDifferences.Of(Network().Styles);
        Assert.Equal(
            [
                new StyleDifference("Layer", "Layer.Tiny.Gain", "Base", "2", "Strong", "3"),
                new StyleDifference("Layer", "Layer.Tiny.Gain", "Base", "2", "Weak", "0.5"),
                new StyleDifference("Layer", "Layer.Tiny.Gain", "Strong", "3", "Weak", "0.5"),
                new StyleDifference(".Back", "Prjn.Strength.Rel", "Strong", "0.5", "Weak", "0.1"),
            ],
            differences.All);
        Assert.Equal(
            """
            Selector  Path               Set     Value  Set     Value
            Layer     Layer.Tiny.Gain    Base    2      Strong  3
            Layer     Layer.Tiny.Gain    Base    2      Weak    0.5
            Layer     Layer.Tiny.Gain    Strong  3      Weak    0.5
            .Back     Prjn.Strength.Rel  Strong  0.5    Weak    0.1

            """,
            differences.ToString());
        var table = differences.ToTable();
        Assert.Equal((4, "Prjn.Strength.Rel", "0.1"), (table.RowCount, table.Row(3).Get<string>("Path"), table.Row(3).Get<string>("SecondValue")));
    }

    [Fact]
    public void The_first_is_compared_with_the_rest()
    {
        var styles = Network().Styles;
        Assert.Equal(["Strong", "Weak"], StyleDifferences.FromFirst(styles, "Base").All.Select(d => d.SecondSet));
        Assert.Equal(["Layer.Tiny.Gain", "Prjn.Strength.Rel"], StyleDifferences.FromFirst(styles, "Strong", "Weak").All.Select(d => d.Path));
        Assert.Equal(["Weak"], StyleDifferences.Of(styles, "Base", "Weak").All.Select(d => d.SecondSet));
    }

    [Fact]
    public void What_a_set_sets_twice_is_found_be_it_to_the_same_value()
    {
        var network = StyleSheetTests.Three();
        network.Style.AddText("Layer { Tiny.Gain: 2; Tiny.Steps: 4 } #Hidden { Tiny.Gain: 2 } Layer { Layer.Tiny.Gain: 2; Layer.Tiny.On: true } Layer { Tiny.Gain: 3 }");
        Assert.Equal([("2", "2"), ("2", "3")], StyleDifferences.Within(network.Styles, "Base").All.Select(d => (d.FirstValue, d.SecondValue)));
    }

    [Fact]
    public void Equal_numbers_are_equal_however_written_and_the_last_of_a_set_counts()
    {
        var network = StyleSheetTests.Three();
        network.Style.AddText("Layer { Tiny.Gain: 3 } Layer { Tiny.Gain: 0.20; Tiny.Note: a }");
        network.Styles["Other"] = [];
        network.Styles["Other"].AddText("Layer { Tiny.Gain: 2e-1; Tiny.Note: A }");
        Assert.Equal(["Layer.Tiny.Note"], StyleDifferences.Of(network.Styles).All.Select(d => d.Path));
        Assert.Equal("There are no differences.\n", StyleDifferences.Of(network.Styles, "Base").ToString());
    }

    [Fact]
    public void An_unknown_set_is_answered_with_the_nearest()
    {
        var styles = Network().Styles;
        NetworkTests.AssertSays(() => StyleDifferences.Of(styles, "Base", "Stong"), "no style set 'Stong'", "Did you mean 'Strong'?");
        NetworkTests.AssertSays(() => StyleDifferences.FromFirst(styles, "Bas"), "Did you mean 'Base'?");
        NetworkTests.AssertSays(() => StyleDifferences.Within(styles, "Weka"), "Did you mean 'Weak'?");
    }

    private static TinyNetwork Network()
    {
        var network = StyleSheetTests.Three();
        network.Style.Add("Layer", "", (TinyLayer l) => l.Tiny.Gain = 2f);
        network.Styles["Strong"] = [];
        network.Styles["Strong"].AddText("Layer { Tiny.Gain: 3 } .Back { Strength.Rel: 0.5 }");
        network.Styles["Weak"] = new() { { "Layer", "", (TinyLayer l) => l.Tiny.Gain = 0.5f }, { ".Back", "", (TinyProjection p) => p.Strength.Rel = 0.1f } };
        return network;
    }
}
