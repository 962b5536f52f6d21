namespace Emergent.Networks.Tests;

/// <summary>Rules and their selectors, the order of rules and sheets, and what stays when something is wrong.</summary>
public class StyleSheetTests
{
    [Theory]
    [InlineData("Layer", "Input Hidden Fancy")]
    [InlineData("TinyLayer", "Input Hidden")]
    [InlineData("FancyLayer", "Fancy")]
    [InlineData(".Hidden", "Hidden Fancy")]
    [InlineData(".Deep", "Hidden Fancy")]
    [InlineData(".Deep.Wide", "Fancy")]
    [InlineData("Layer.Deep.Hidden", "Hidden Fancy")]
    [InlineData("FancyLayer.Deep", "Fancy")]
    [InlineData("#Hidden", "Hidden")]
    [InlineData(" #Hidden ", "Hidden")]
    public void Selectors_find_layers(string selector, string found)
    {
        var network = Three();
        network.Style.Add(selector, "", "Layer.Tiny.Gain", "3");
        network.Styles.Apply();
        Assert.Equal(found, string.Join(' ', network.Layers.Cast<TinyLayer>().Where(l => l.Tiny.Gain == 3f)));
    }

    [Theory]
    [InlineData("Prjn", "InputToHidden HiddenToFancy FancyToHidden")]
    [InlineData("Path", "InputToHidden HiddenToFancy FancyToHidden")]
    [InlineData("Projection", "InputToHidden HiddenToFancy FancyToHidden")]
    [InlineData("TinyProjection", "InputToHidden HiddenToFancy FancyToHidden")]
    [InlineData("Prjn.Back", "FancyToHidden")]
    [InlineData(".Forward", "InputToHidden HiddenToFancy")]
    [InlineData("#HiddenToFancy", "HiddenToFancy")]
    public void Selectors_find_projections(string selector, string found)
    {
        var network = Three();
        network.Style.Add(selector, "", "Prjn.Strength.Rel", "3");
        network.Styles.Apply();
        Assert.Equal(found, string.Join(' ', network.Projections.Cast<TinyProjection>().Where(l => l.Strength.Rel == 3f)));
    }

    [Theory]
    [InlineData("Prjn.Strength.Rel")]
    [InlineData("Path.Strength.Rel")]
    [InlineData("Projection.Strength.Rel")]
    [InlineData("Strength.Rel")]
    public void Paths_may_begin_with_the_kind_of_object(string path)
    {
        var network = Three();
        network.Style.Add("#InputToHidden", "", path, "0.5");
        network.Styles.Apply();
        Assert.Equal(0.5f, ((TinyProjection)network.Projections[0]).Strength.Rel);
    }

    [Fact]
    public void A_class_that_layers_and_projections_share_sets_each_its_own()
    {
        var network = Three();
        network.Projections[0].AddClass("Deep");
        network.Style.AddText(".Deep { Layer.Tiny.Gain: 2; Prjn.Strength.Rel: 3 }");
        network.Styles.Apply();
        Assert.Equal(2f, Hidden(network).Tiny.Gain);
        Assert.Equal(3f, ((TinyProjection)network.Projections[0]).Strength.Rel);
    }

    [Fact]
    public void Types_are_set_from_text()
    {
        var network = Three();
        network.Style.AddText("#Hidden { Tiny.Gain: 1e-1; Tiny.Offset: -2.5; Tiny.Steps: 7; Tiny.On: true; Tiny.Rule: max; Tiny.Note: two words; Tiny.Inner.Gain: .5 }");
        network.Styles.Apply();
        var p = Hidden(network).Tiny;
        Assert.Equal((0.1f, -2.5, 7, true, TinyRule.Max, "two words", 0.5f), (p.Gain, p.Offset, p.Steps, p.On, p.Rule, p.Note, p.Inner.Gain));
    }

    [Fact]
    public void Later_rules_win_whatever_their_selectors()
    {
        var network = Three();
        network.Style.Add("#Hidden", "first", (TinyLayer l) => l.Tiny.Gain = 2f);
        network.Style.Add("Layer", "second", "Tiny.Gain", "3");
        network.Styles.Apply();
        Assert.Equal(3f, Hidden(network).Tiny.Gain);
    }

    [Fact]
    public void Sheets_win_in_the_order_asked_for_and_settings_over_them_and_hands_over_all()
    {
        var network = Three();
        network.Styles["Strong"] = new() { { "Layer", "", (TinyLayer l) => l.Tiny.Gain = 3f } };
        network.Styles["Weak"] = new() { { "Layer", "", (TinyLayer l) => l.Tiny.Gain = 0.5f } };
        network.Style.Add("Layer", "", (TinyLayer l) => l.Tiny.Gain = 2f);
        float Gain()
        {
            network.Styles.Apply();
            return Hidden(network).Tiny.Gain;
        }
        Assert.Equal(2f, Gain());
        network.Styles.Use("Strong", "Weak");
        Assert.Equal(0.5f, Gain());
        network.Styles.Use("Base", "Weak", "Strong");
        Assert.Equal(["Weak", "Strong"], network.Styles.Used);
        Assert.Equal(3f, Gain());
        network.Styles.Set("Layer.Tiny.Gain=4");
        Assert.Equal(4f, Gain());
        network.Styles.Set("#Hidden Layer.Tiny.Gain = 5");
        Assert.Equal(5f, Gain());
        Hidden(network).Tiny.Gain = 6f;
        Assert.Equal(6f, Gain());
        network.Styles.Use();
        network.Styles.ClearSettings();
        Assert.Equal(6f, Gain());
        Assert.Equal(2f, ((TinyLayer)network["Input"]).Tiny.Gain);
    }

    [Fact]
    public void A_setting_replaces_the_one_before_of_the_same_selector_and_path()
    {
        var network = Three();
        network.Styles.Set("Layer.Tiny.Gain=4");
        network.Styles.Set("#Hidden Layer.Tiny.Gain=5");
        network.Styles.Set("Layer.Tiny.Gain=3");
        Assert.Equal(["#Hidden Layer.Tiny.Gain=5", "Layer.Tiny.Gain=3"], network.Styles.Settings);
        network.Styles.Apply();
        Assert.Equal(3f, Hidden(network).Tiny.Gain);
    }

    [Theory]
    [InlineData("#Hidden.Tiny.Gain=5", "#Hidden.Tiny.Gain")]
    [InlineData("#Hidden Layer.Tiny.Gain=5", "#Hidden.Tiny.Gain")]
    [InlineData(" #Hidden  Tiny.Gain = 5", "#Hidden.Tiny.Gain")]
    [InlineData("#Hidden.Layer.Tiny.Gain=5", "#Hidden.Tiny.Gain")]
    [InlineData("Layer.Tiny.Gain=5", "Layer.Tiny.Gain")]
    [InlineData("Layer Layer.Tiny.Gain=5", "Layer.Tiny.Gain")]
    [InlineData(".Hidden Layer.Tiny.Gain=5", ".Hidden Layer.Tiny.Gain")]
    [InlineData(".Hidden Tiny.Gain=5", ".Hidden Tiny.Gain")]
    public void A_setting_may_be_written_in_several_ways(string setting, string place)
    {
        var network = Three();
        network.Styles.Set(setting);
        network.Styles.Apply();
        Assert.Equal(5f, Hidden(network).Tiny.Gain);
        Assert.Equal(place, StyleSets.PlaceOf(setting));
        network.Styles.Set($"{setting[..setting.IndexOf('=')]}=6");
        Assert.Single(network.Styles.Settings);
    }

    [Fact]
    public void Values_return_to_the_default_when_their_rule_is_gone()
    {
        var network = Three();
        network.Style.Add("Layer", "", (TinyLayer l) => l.Tiny.Gain = 2f);
        network.Styles.Apply();
        network.Style.Clear();
        network.Styles.Apply();
        Assert.Equal(1f, Hidden(network).Tiny.Gain);
    }

    [Fact]
    public void A_value_set_by_hand_back_to_the_default_stays_there()
    {
        var network = Three();
        network.Style.Add("Layer", "", (TinyLayer l) => l.Tiny.Gain = 2f);
        network.Styles.Apply();
        Hidden(network).Tiny.Gain = 1f;
        network.Styles.Apply();
        Assert.Equal(1f, Hidden(network).Tiny.Gain);
        Assert.Equal(2f, ((TinyLayer)network["Input"]).Tiny.Gain);
    }

    [Theory]
    [InlineData("Layer { Tiny.Gian: 2 }", "'Base', rule 'Layer'", "no parameter 'Tiny.Gian'", "Did you mean 'Tiny.Gain'?")]
    [InlineData("Layer { Prjn.Strength.Rel: 2 }", "rule 'Layer'", "finds TinyLayer 'Input'", "sets parameters of a Prjn")]
    [InlineData("#Hiden { Tiny.Gain: 2 }", "'#Hiden'", "matches nothing", "Did you mean '#Hidden'?")]
    [InlineData(".Dep { Tiny.Gain: 2 }", "'.Dep'", "Did you mean '.Deep'?")]
    [InlineData("Layr { Tiny.Gain: 2 }", "'Layr'", "Did you mean 'Layer'?")]
    [InlineData("Prjn.Deep { Strength.Rel: 2 }", "'Prjn.Deep'", "matches nothing")]
    [InlineData("/* why */ Layer { Tiny.Gain: lots }", "rule 'Layer' (why), 'Input'", "'Tiny.Gain' cannot be 'lots'", "a number")]
    [InlineData("Layer { Tiny.Gain: 1,8 }", "'Tiny.Gain' cannot be '1,8'", "a number, such as 0.2")]
    [InlineData("Layer { Tiny.Gain: 11 }", "rule 'Layer', 'Input'", "'Tiny.Gain' is 11", "within 0…10")]
    [InlineData("Layer { Tiny.Gain: NaN }", "'Tiny.Gain' is NaN", "within 0…10")]
    [InlineData("Layer { Tiny.Offset: 1e999 }", "'Tiny.Offset' is +Inf", "a finite number")]
    [InlineData("Layer { Tiny.Steps: 1.5 }", "'Tiny.Steps' cannot be '1.5'", "a whole number")]
    [InlineData("Layer { Tiny.On: yes }", "'Tiny.On' cannot be 'yes'", "true or false")]
    [InlineData("Layer { Tiny.Rule: Meen }", "'Tiny.Rule' cannot be 'Meen'", "one of Sum, Mean, Max", "Did you mean 'Mean'?")]
    [InlineData("Layer { Tiny.Rule: 7 }", "'Tiny.Rule' cannot be '7'")]
    public void What_is_wrong_is_named_and_everything_stays_as_it_was(string text, params string[] parts)
    {
        var network = Three();
        network.Style.AddText("Layer { Tiny.Gain: 2 }");
        network.Styles.Apply();
        Hidden(network).Tiny.Inner.Gain = 9f;
        var before = network.Styles.AllReport();
        var explained = network.Explain(Hidden(network), "Tiny.Gain");
        network.Style.AddText("#Hidden { Tiny.Gain: 3 } .Forward { Strength.Abs: 3 }");
        network.Style.AddText(text);
        NetworkTests.AssertSays(network.Styles.Apply, parts);
        Assert.Equal(before, network.Styles.AllReport());
        Assert.Equal(explained, network.Explain(Hidden(network), "Tiny.Gain"));
    }

    [Fact]
    public void A_wrong_value_set_by_hand_can_be_taken_back()
    {
        var network = Three();
        network.Styles.Apply();
        Hidden(network).Tiny.Gain = -1f;
        NetworkTests.AssertSays(network.Styles.Apply, "Layer 'Hidden'", "'Tiny.Gain' is -1", "within 0…10");
        Hidden(network).Tiny.Gain = 1f;   // what it was before
        network.Styles.Apply();
        Assert.Equal(1f, Hidden(network).Tiny.Gain);
        Assert.EndsWith("the default", network.Explain(Hidden(network), "Tiny.Gain"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_ends_of_a_range_are_within_it()
    {
        var network = Three();
        network.Style.AddText("Layer { Tiny.Tau: 1e-6; Tiny.Gain: 10 }");
        network.Styles.Apply();
        Assert.Equal(1e-6f, Hidden(network).Tiny.Tau);
    }

    [Theory]
    [InlineData("Layer.Tiny.Gain", "not a setting")]
    [InlineData("Layer.Tiny.Gain=", "not a setting")]
    [InlineData("=3", "not a setting")]
    [InlineData("Tiny.Gain=3", "must begin with Layer, Prjn or Sim")]
    [InlineData("Leyer.Tiny.Gain=3", "Did you mean 'Layer'?")]
    [InlineData("#Hidden=3", "must begin with Layer, Prjn or Sim")]
    [InlineData("#.Tiny.Gain=3", "names nothing")]
    [InlineData(".A..B Layer.Tiny.Gain=3", "names nothing")]
    public void A_wrong_setting_is_refused_where_it_is_written(string setting, string reason)
    {
        var network = Three();
        NetworkTests.AssertSays(() => network.Styles.Set(setting), reason);
        Assert.Empty(network.Styles.Settings);
    }

    [Theory]
    [InlineData("", "needs a selector")]
    [InlineData("#", "names nothing")]
    [InlineData(".", "names nothing")]
    [InlineData("Layer.", "names nothing")]
    [InlineData("Layer #Hidden", "has a space")]
    public void A_malformed_selector_is_refused_where_it_is_written(string selector, string reason)
    {
        var network = Three();
        NetworkTests.AssertSays(() => network.Style.Add(selector, "", "Tiny.Gain", "1"), reason);
        NetworkTests.AssertSays(() => network.Style.Add(selector, "", (TinyLayer l) => l.Tiny.Gain = 1f), reason);
        Assert.Empty(network.Style.Rules);
    }

    [Fact]
    public void An_unknown_sheet_is_answered_with_the_nearest_and_the_choice_stays()
    {
        var network = Three();
        network.Styles["Strong"] = [];
        network.Styles.Use("Strong");
        NetworkTests.AssertSays(() => network.Styles.Use("Base", "Stong"), "no style set 'Stong'", "Did you mean 'Strong'?");
        NetworkTests.AssertSays(() => network.Styles["Bas"], "Did you mean 'Base'?");
        Assert.Equal(["Strong"], network.Styles.Used);
        Assert.Equal(["Base", "Strong"], network.Styles.Names);
    }

    internal static TinyNetwork Three()
    {
        var network = new TinyNetwork();
        var (input, hidden) = (network.AddLayer("Input", [1, 2], LayerKind.Input), network.AddLayer("Hidden", [1, 2]));
        var fancy = network.Add(new FancyLayer("Fancy", [1, 2]));
        hidden.AddClass("Deep");
        fancy.AddClass("Deep Wide");
        network.Project(input, hidden);
        network.Project(hidden, fancy);
        network.Project(fancy, hidden, Connectivity.OneToOne, ProjectionKind.Back);
        return network;
    }

    internal static TinyLayer Hidden(Network network) => (TinyLayer)network["Hidden"];
}
