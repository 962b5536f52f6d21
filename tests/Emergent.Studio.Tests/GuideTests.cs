using Emergent.Sims;

namespace Emergent.Studio.Tests;

public class GuideTests
{
    [Theory, MemberData(nameof(Names))]
    public void Links_of_every_guide_lead_somewhere(string name)
    {
        var faults = GuideLinks.Faults(SimulationCatalog.BuiltIn.Create(name));
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    public static TheoryData<string> Names => [.. SimulationCatalog.BuiltIn.All.Select(s => s.Name)];

    [Fact]
    public void Links_lead_to_what_the_window_has()
    {
        Assert.Empty(GuideLinks.Faults(new Guided
        {
            Text = """
                Press [Init](sim:Init), [Run](sim:Run), [Test](sim:Run/Test), [Step](sim:Step/Trial) or go by [cycles](sim:Step/cycle).
                [a](sim:tab/Network) [b](sim:tab/train_epoch) [c](sim:tab/Train%20epoch) [d](sim:tab/clusters:patterns) [e](sim:var/Act) [f](sim:var/r.Wt)
                [g](sim:param/Epochs) [h](sim:param/#Hidden.Inhib.Layer.Gi) [i](sim:set/#Hidden.Inhib.Layer.Gi=1.9) [j](sim:action/Find) [k](https://example.org)

                ```answer 1
                ```

                ```
                [what is code](sim:Nothing) is no link
                ```
                """,
        }));
    }

    [Theory]
    [InlineData("sim:tab/trainepok", "no table 'trainepok'")]
    [InlineData("sim:Step/Century", "no step of a 'Century'")]
    [InlineData("sim:Run/Dream", "no mode 'Dream'")]
    [InlineData("sim:var/Wt", "no variable 'Wt'")]
    [InlineData("sim:param/#Hidden.Inhib.Layer.Gj", "Did you mean '#Hidden.Inhib.Layer.Gi'?")]
    [InlineData("sim:set/Side=99", "99")]
    [InlineData("sim:set/Side", "no value")]
    [InlineData("sim:action/Explode", "no action 'Explode'")]
    [InlineData("sim:init", "no kind of link 'init'")]
    [InlineData("other.md", "https:")]
    public void Links_that_lead_nowhere_are_found(string target, string why)
    {
        var fault = Assert.Single(GuideLinks.Faults(new Guided { Text = $"Press [it]({target})." }));
        Assert.Contains($"link '[it]({target})' leads nowhere", fault, StringComparison.Ordinal);
        Assert.Contains(why, fault, StringComparison.Ordinal);
    }

    [Fact]
    public void Links_in_questions_and_after_them_are_checked_too()
    {
        var faults = GuideLinks.Faults(new Guided { Text = "```answer 1\nWhy [this](sim:tab/one)?\n```\n\nThen [that](sim:tab/two).\n\n```\n[code](sim:tab/three)\n```\n" });
        Assert.Equal(["one", "two"], faults.Select(f => f.Split("no table '")[1].Split('\'')[0]));
    }

    [Fact]
    public void Boxes_of_one_name_are_found() =>
        Assert.Contains("several boxes for answer '2'", Assert.Single(GuideLinks.Faults(new Guided { Text = "```answer 2\n```\n\n```answer 2\n```\n" })), StringComparison.Ordinal);

    [Fact]
    public async Task Guide_is_told()
    {
        await using var window = await Windows.Open(new Guided { Text = "Press [Init](sim:Init)." });
        await using var page = await Page.Open(window);
        Assert.Equal("Press [Init](sim:Init).", (await page.Until("hello")).GetProperty("simulation").GetProperty("guide").GetString());
    }
}
