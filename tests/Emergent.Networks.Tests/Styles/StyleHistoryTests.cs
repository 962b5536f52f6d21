namespace Emergent.Networks.Tests;

/// <summary>What rules did to which object, in order.</summary>
public class StyleHistoryTests
{
    [Fact]
    public void The_history_has_each_application_in_the_order_of_rules()
    {
        var network = Two();
        Assert.Equal(
            """
            Input Layer.Tiny.Gain: 1 → 2   (set 'Base', rule 'Layer' (a little more))
            Hidden Layer.Tiny.Gain: 1 → 2   (set 'Base', rule 'Layer' (a little more))
            Fancy Layer.Tiny.Gain: 1 → 2   (set 'Base', rule 'Layer' (a little more))
            FancyToHidden Prjn.Strength.Rel: stays 1   (set 'Base', rule '.Back')
            Hidden Layer.Tiny.Gain: 2 → 4   (set 'Strong', rule '#Hidden' (twice))
            Hidden Layer.Tiny.Steps: 3 → 5   (set 'command line', rule '#Hidden')

            """,
            network.Styles.HistoryReport());
        Assert.Equal(
            [("Base", "Tiny.Gain", 1f, 2f), ("Strong", "Tiny.Gain", 2f, 4f), ("command line", "Tiny.Steps", (object)3, (object)5)],
            network.Styles.HistoryOf(network["Hidden"]).Select(a => (a.Set, a.Path, a.Before, a.After)));
        Assert.Empty(network.Styles.HistoryOf(network.Projections[0]));
        NetworkTests.AssertSays(() => network.Styles.HistoryOf(StyleSheetTests.Three()["Hidden"]), "'Hidden' is not part of network 'Tiny'");
    }

    [Fact]
    public void Applying_again_starts_the_history_afresh_and_a_mistake_leaves_it()
    {
        var network = Two();
        var before = network.Styles.HistoryReport();
        network.Styles.Apply();
        Assert.Equal(before, network.Styles.HistoryReport());
        network.Style.Add("Layer", "too much", "Tiny.Gain", "99");
        NetworkTests.AssertSays(network.Styles.Apply, "'Tiny.Gain' is 99", "within 0…10");
        Assert.Equal(before, network.Styles.HistoryReport());
    }

    [Fact]
    public void Saving_leaves_the_history()
    {
        var network = Two();
        var before = network.Styles.HistoryReport();
        _ = network.Styles.ToCSharp("Sheets");
        _ = StyleDifferences.Of(network.Styles);
        Assert.Equal(before, network.Styles.HistoryReport());
    }

    [Fact]
    public void The_report_of_rules_has_what_each_found_and_set()
    {
        Assert.Equal(
            """
            Set           Selector  Reason         Sets               Finds
            Base          Layer     a little more  Layer.Tiny.Gain    Input, Hidden, Fancy
            Base          .Back                    Prjn.Strength.Rel  FancyToHidden
            Strong        #Hidden   twice          Layer.Tiny.Gain    Hidden
            command line  #Hidden                  Layer.Tiny.Steps   Hidden

            """,
            Two().Styles.RuleReport());
    }

    private static TinyNetwork Two()
    {
        var network = StyleSheetTests.Three();
        network.Style.Add("Layer", "a little more", (TinyLayer l) => l.Tiny.Gain = 2f);
        network.Style.Add(".Back", "", "Prjn.Strength.Rel", "1");
        network.Styles["Strong"] = new() { { "#Hidden", "twice", (TinyLayer l) => l.Tiny.Gain *= 2f } };
        network.Styles.Use("Strong");
        network.Styles.Set("#Hidden Layer.Tiny.Steps=5");
        network.Styles.Apply();
        return network;
    }
}
