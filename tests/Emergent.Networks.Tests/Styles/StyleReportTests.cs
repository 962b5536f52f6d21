namespace Emergent.Networks.Tests;

/// <summary>What the reports say.</summary>
public class StyleReportTests
{
    [Fact]
    public void Explain_tells_the_rule_that_won_those_it_overrode_and_the_default()
    {
        var network = StyleSheetTests.Three();
        network.Style.Add("Layer", "a little above default", "Layer.Tiny.Gain", "2");
        network.Styles["Strong"] = new() { { "#Hidden", "the layer in the middle", (TinyLayer l) => l.Tiny.Gain = 3f } };
        network.Styles.Use("Strong");
        network.Styles.Apply();
        var hidden = StyleSheetTests.Hidden(network);
        const string Expected = "Hidden.Tiny.Gain = 3: set 'Strong', rule '#Hidden' (the layer in the middle); overrides 'Base', rule 'Layer' (a little above default): 2; default 1";
        Assert.Equal(Expected, network.Explain(hidden, "Tiny.Gain"));
        Assert.Equal(Expected, network.Styles.Explain(hidden, "Layer.Tiny.Gain"));
        Assert.Equal("Hidden.Tiny.Steps = 3: the default", network.Explain(hidden, "Tiny.Steps"));
    }

    [Fact]
    public void Explain_tells_what_was_set_by_hand_and_by_settings()
    {
        var network = StyleSheetTests.Three();
        var hidden = StyleSheetTests.Hidden(network);
        network.Styles.Set("Layer.Tiny.Gain=4");
        network.Styles.Apply();
        Assert.Equal("Hidden.Tiny.Gain = 4: set 'command line', rule 'Layer'; default 1", network.Explain(hidden, "Tiny.Gain"));
        hidden.Tiny.Gain = 5f;
        const string ByHand = "Hidden.Tiny.Gain = 5: set by hand; overrides 'command line', rule 'Layer': 4; default 1";
        Assert.Equal(ByHand, network.Explain(hidden, "Tiny.Gain"));
        network.Styles.Apply();
        Assert.Equal(ByHand, network.Explain(hidden, "Tiny.Gain"));
    }

    [Fact]
    public void Explain_answers_wrong_questions()
    {
        var network = StyleSheetTests.Three();
        NetworkTests.AssertSays(() => network.Explain(network["Hidden"], "Tiny.Gian"), "Layer 'Hidden'", "no parameter 'Tiny.Gian'", "Did you mean 'Tiny.Gain'?");
        NetworkTests.AssertSays(() => network.Explain(StyleSheetTests.Three()["Hidden"], "Tiny.Gain"), "'Hidden' is not part of network 'Tiny'");
    }

    [Fact]
    public void The_report_of_what_is_not_default_has_the_default_beside_it()
    {
        var network = StyleSheetTests.Three();
        Assert.Equal("All parameters have their default.\n", network.Styles.NonDefaultReport());
        network.Style.AddText("#Hidden { Tiny.Gain: 2; Tiny.Steps: 3; Tiny.Rule: Max } .Back { Strength.Rel: 0.2 }");
        network.Styles.Apply();
        Assert.Equal(
            """
            Hidden
              Tiny.Gain: 2   (default 1)
              Tiny.Rule: Max   (default Sum)
            FancyToHidden
              Strength.Rel: 0.2   (default 1)

            """,
            network.Styles.NonDefaultReport());
        Assert.Equal([("Hidden", "Layer.Tiny.Gain", "2"), ("Hidden", "Layer.Tiny.Rule", "Max"), ("FancyToHidden", "Prjn.Strength.Rel", "0.2")], network.Styles.NonDefault());
    }

    [Fact]
    public void The_report_of_all_parameters_has_them_in_order()
    {
        var report = StyleSheetTests.Three().Styles.AllReport();
        Assert.StartsWith("Input (Layer Input)\n  Tiny.Gain: 1\n  Tiny.Offset: 0\n  Tiny.Steps: 3\n  Tiny.On: false\n  Tiny.Rule: Sum\n  Tiny.Note: \n  Tiny.Tau: 10\n  Tiny.Inner.Gain: 2\nHidden (Layer Hidden Deep)\n", report, StringComparison.Ordinal);
        Assert.Contains("\nFancyToHidden (Prjn Back)\n  Strength.Abs: 1\n", report, StringComparison.Ordinal);
    }

    [Fact]
    public void The_key_report_is_a_table_of_layers_and_one_of_projections()
    {
        var network = StyleSheetTests.Three();
        network.Style.AddText("#Hidden { Tiny.Gain: 2 } .Back { Strength.Rel: 0.2 }");
        network.Styles.Apply();
        Assert.Equal(
            """
            Layer   Kind    Tiny.Gain  Tiny.Rule  Fancy.Depth
            Input   Input   1          Sum
            Hidden  Hidden  2*         Sum
            Fancy   Hidden  1          Sum        1

            Projection     Pattern   Strength.Rel
            InputToHidden  Full      1
            HiddenToFancy  Full      1
            FancyToHidden  OneToOne  0.2*
            * differs from the default of its type

            """,
            network.Styles.KeyReport());
    }

    [Fact]
    public void Values_that_are_as_usual_as_the_default_are_named_beside_it()
    {
        var network = StyleSheetTests.Three();
        network.Style.AddText("#Hidden { Tiny.Offset: 0.5 }");
        network.Styles.Apply();
        Assert.Equal("Hidden\n  Tiny.Offset: 0.5   (default 0; usual too: 0.5, -2)\n", network.Styles.NonDefaultReport());
        Assert.Equal([0.5, -2], ParameterTree.Of(StyleSheetTests.Hidden(network)).Find("Tiny.Offset")!.Usual);
        Assert.Empty(ParameterTree.Of(StyleSheetTests.Hidden(network)).Find("Tiny.Gain")!.Usual);
    }
}
