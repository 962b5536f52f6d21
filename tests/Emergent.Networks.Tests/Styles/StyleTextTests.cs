namespace Emergent.Networks.Tests;

/// <summary>Style sheets written as text.</summary>
public class StyleTextTests
{
    [Fact]
    public void A_sheet_is_read_with_its_reasons()
    {
        var sheet = new StyleSheet();
        sheet.AddText(
            """
            /* For all
               layers. */
            Layer {
                Tiny.Gain: 2;       /* not a reason: { } ; : */
                Tiny.Note: a: b
            }
            .Back { Strength.Rel: 0.2; } /* top-down must stay weaker */
            #Hidden{Tiny.On:true}
            /* before */ #Input { Tiny.On: true } /* and after */ Prjn { Strength.Abs: 1 }
            """);
        Assert.Equal(["'Layer' (For all layers.)", "'.Back' (top-down must stay weaker)", "'#Hidden'", "'#Input' (before; and after)", "'Prjn'"], sheet.Rules.Select(r => r.ToString()));
        var settings = sheet.Rules.Cast<TextStyleRule>().SelectMany(r => r.Settings).Select(s => $"{s.Path}={s.Text}");
        Assert.Equal(["Tiny.Gain=2", "Tiny.Note=a: b", "Strength.Rel=0.2", "Tiny.On=true", "Tiny.On=true", "Strength.Abs=1"], settings);
    }

    [Fact]
    public void An_empty_sheet_has_no_rules()
    {
        var sheet = new StyleSheet();
        sheet.AddText(" \n /* nothing yet */ \n");
        Assert.Empty(sheet.Rules);
    }

    [Theory]
    [InlineData("\n\nLayer Tiny.Gain: 2", 3, "a rule is  selector { Path: value; … }")]
    [InlineData("Layer }\n{ Tiny.Gain: 2 }", 1, "a rule is")]
    [InlineData("Layer {\n  Tiny.Gain: 2;\n  Tiny.Steps 3;\n}", 3, "found 'Tiny.Steps 3'; a setting is  Path: value")]
    [InlineData("Layer {\n  Tiny.Gain:\n}", 2, "'Tiny.Gain:'")]
    [InlineData("Layer { : 2 }", 1, "': 2'")]
    [InlineData("\nLayer { }", 2, "'Layer', which sets nothing")]
    [InlineData("\n{ Tiny.Gain: 2 }", 2, "needs a selector")]
    [InlineData("\n\nLayer #Hidden { Tiny.Gain: 2 }", 3, "'Layer #Hidden' has a space")]
    [InlineData("\n/* never ends\n\n Layer { Tiny.Gain: 2 }", 2, "a comment that does not end")]
    [InlineData("Layer {\n /* never ends\n }", 2, "a comment that does not end")]
    [InlineData("Layer { Tiny.Gain: 2\n\n", 1, "a rule that does not end")]
    [InlineData("Layer {\n .Back { Strength.Rel: 2 } }", 2, "a '{' within a rule")]
    public void A_mistake_is_found_with_its_line_and_no_rule_is_added(string text, int line, string reason)
    {
        var sheet = new StyleSheet();
        NetworkTests.AssertSays(() => sheet.AddText($"Layer {{ Tiny.Gain: 1 }} {text}"), $"line {line}:", reason);
        Assert.Empty(sheet.Rules);
    }
}
