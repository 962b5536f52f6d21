using Emergent.Data;

namespace Emergent.Networks.Tests;

/// <summary>Rules written in code.</summary>
public class TypedRuleTests
{
    [Fact]
    public void A_rule_for_a_type_sets_only_objects_of_it()
    {
        var network = StyleSheetTests.Three();
        network.Style.Add("Layer", "", (FancyLayer l) => l.Fancy.Depth = 3);
        network.Styles.Apply();
        Assert.Equal(3, ((FancyLayer)network["Fancy"]).Fancy.Depth);
    }

    [Fact]
    public void A_rule_for_a_type_that_the_selector_does_not_find_is_an_error()
    {
        var network = StyleSheetTests.Three();
        network.Style.Add("#Hidden", "why", (FancyLayer l) => l.Fancy.Depth = 3);
        NetworkTests.AssertSays(network.Styles.Apply, "rule '#Hidden' (why)", "finds TinyLayer 'Hidden'", "parameters of a FancyLayer");
    }

    [Fact]
    public void Assigning_what_is_there_already_counts_as_set()
    {
        var network = StyleSheetTests.Three();
        network.Style.Add("#Hidden", "all as it is", (TinyLayer l) => (l.Tiny.On, l.Tiny.Gain, l.Tiny.Steps, l.Tiny.Rule, l.Tiny.Note, l.Tiny.Offset) = (false, 1f, 3, TinyRule.Sum, "", 0));
        network.Styles.Apply();
        foreach (var path in (string[])["Tiny.On", "Tiny.Gain", "Tiny.Steps", "Tiny.Rule", "Tiny.Note", "Tiny.Offset"])
        {
            Assert.Contains("all as it is", network.Explain(network["Hidden"], path), StringComparison.Ordinal);
        }
        Assert.EndsWith("the default", network.Explain(network["Hidden"], "Tiny.Inner.Gain"), StringComparison.Ordinal);
    }

    [Fact]
    public void Setting_false_over_true_wins()
    {
        var network = StyleSheetTests.Three();
        network.Style.Add("Layer", "on", (TinyLayer l) => l.Tiny.On = true);
        network.Style.Add("#Hidden", "off", (TinyLayer l) => l.Tiny.On = false);
        network.Styles.Apply();
        Assert.False(StyleSheetTests.Hidden(network).Tiny.On);
        Assert.Equal("Hidden.Tiny.On = false: set 'Base', rule '#Hidden' (off); overrides 'Base', rule 'Layer' (on): true; default false", network.Explain(network["Hidden"], "Tiny.On"));
    }

    [Fact]
    public void A_rule_may_build_on_the_value_that_is_there()
    {
        var network = StyleSheetTests.Three();
        network.Style.Add("Layer", "", (TinyLayer l) => l.Tiny.Gain = 2f);
        network.Style.Add("#Hidden", "half as much again", (TinyLayer l) => l.Tiny.Gain *= 1.5f);
        network.Styles.Apply();
        network.Styles.Apply();
        Assert.Equal(3f, StyleSheetTests.Hidden(network).Tiny.Gain);
        Assert.Contains("half as much again", network.Explain(network["Hidden"], "Tiny.Gain"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_out_of_range_names_the_rule()
    {
        var network = StyleSheetTests.Three();
        network.Style.Add("#Hidden", "too much", (TinyLayer l) => l.Tiny.Gain = 11f);
        NetworkTests.AssertSays(network.Styles.Apply, "'#Hidden' (too much), 'Hidden'", "'Tiny.Gain' is 11", "within 0…10");
        Assert.Equal(1f, StyleSheetTests.Hidden(network).Tiny.Gain);
    }

    [Fact]
    public void A_setter_that_fails_is_named_and_everything_stays()
    {
        var network = StyleSheetTests.Three();
        network.Style.Add("#Hidden", "broken", (TinyLayer l) =>
        {
            l.Tiny.Gain = 5f;
            throw new InvalidOperationException("no such table.");
        });
        NetworkTests.AssertSays(network.Styles.Apply, "'#Hidden' (broken)", "failed: no such table.");
        Assert.Equal(1f, StyleSheetTests.Hidden(network).Tiny.Gain);
    }

    [Fact]
    public void A_setter_that_works_only_with_sound_values_works()
    {
        var network = StyleSheetTests.Three();
        network.Style.Add("#Hidden", "", (TinyLayer l) => l.Tiny.Gain = new float[] { 1f, 2f, 3f, 4f }[l.Tiny.Steps]);
        network.Styles.Apply();
        Assert.Equal(4f, StyleSheetTests.Hidden(network).Tiny.Gain);
        Assert.Equal(3, StyleSheetTests.Hidden(network).Tiny.Steps);
    }

    [Fact]
    public void Parameters_that_refuse_values_of_their_own_accord_can_be_set()
    {
        var network = new TinyNetwork();
        var layer = network.Add(new PickyLayer("Picky", [1, 1]));
        network.Style.Add("Layer", "a larger step", (PickyLayer l) => l.Picky.Step = 3f);
        network.Style.Add("Layer", "another parameter", (TinyLayer l) => l.Tiny.Steps = 7);
        network.Styles.Apply();
        Assert.Equal((3f, 7), (layer.Picky.Step, layer.Tiny.Steps));
        Assert.Contains("a larger step", network.Explain(layer, "Picky.Step"), StringComparison.Ordinal);

        network.Style.Add("Layer", "too small", (PickyLayer l) => l.Picky.Step = -1f);
        NetworkTests.AssertSays(network.Styles.Apply, "'Layer' (too small)", "Step is above 0");
        Assert.Equal(3f, layer.Picky.Step);
    }

    private sealed class PickyLayer(string name, Shape shape) : TinyLayer(name, shape)
    {
        public PickyParams Picky { get; } = new();
    }

    private sealed class PickyParams
    {
        public float Step
        {
            get;
            set => field = value > 0f && float.IsFinite(value) ? value : throw new ArgumentException($"Step is above 0; {value} was given.");
        } = 1f;
    }
}
