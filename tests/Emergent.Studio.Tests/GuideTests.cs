using System.Text.Json;
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

    /// <summary>What the rules of links are tried on; <c>web/test/guide.test.ts</c> tries the page's on the same.</summary>
    [Fact]
    public async Task Page_follows_links_by_the_same_rules()
    {
        await using var window = await Windows.Open(new Guided { Text = "" });
        await using var page = await Page.Open(window);
        var hello = await page.Until("hello");
        string[] Names(JsonElement list, string name = "name") => [.. list.EnumerateArray().Select(e => e.GetProperty(name).GetString()!)];
        var network = hello.GetProperty("networks").GetProperty("networks")[0];
        var synaptic = Names(network.GetProperty("synapseVariables"));
        var known = new
        {
            modes = hello.GetProperty("modes").EnumerateArray().Select(m => new { name = m.GetProperty("name").GetString(), scales = m.GetProperty("scales").EnumerateArray().Select(s => s.GetString()) }),
            actions = Names(hello.GetProperty("actions")),
            parameters = Names(hello.GetProperty("form"), "path").Where(p => p is "Sim.Epochs" or "Sim.Side" or "#Hidden.Inhib.Layer.Gi"),
            variables = Names(network.GetProperty("unitVariables")).Concat(synaptic.SelectMany(v => new[] { $"r.{v}", $"s.{v}" })),
            tables = Names(hello.GetProperty("tables")),
        };
        string[] links =
        [
            "Init", "init", "Init/now", "Nothing", "Run", "Run/Test", "Run/test", "Run/Dream", "Step", "Step/Trial", "Step/cycle", "Step/Century",
            "tab", "tab/Network", "tab/network", "tab/Network%202", "tab/network3", "tab/train_epoch", "tab/TrainEpoch", "tab/Train%20epoch", "tab/nothing", "tab/nothing:patterns", "tab/plot:nothing",
            .. GuideLinks.ViewKinds.Select(k => $"tab/{k}:patterns"),
            "var/Act", "var/act", "var/Wt", "var/r.Wt", "var/s.Wt", "var/r.Act", "param/Epochs", "param/Sim.Epochs", "param/epochs", "param/#Hidden.Inhib.Layer.Gi", "param/#Hidden.Inhib.Layer.Gj",
            "param/#Hidden%20Layer.Inhib.Layer.Gi", "param/#Hidden%20Inhib.Layer.Gi", "param/Layer.Inhib.Layer.Gi", "set/#Hidden%20Layer.Inhib.Layer.Gi=1.9",
            "set/Side=4", "set/#Hidden.Inhib.Layer.Gi=1.9", "set/Side", "set/Size=4", "action/Find", "action/find", "action/All%20patterns", "action/AllPatterns", "action/Explode",
        ];
        var fixture = JsonSerializer.Serialize(
            new { known, viewKinds = GuideLinks.ViewKinds, links = links.ToDictionary(l => l, l => GuideLinks.Faults(new Guided { Text = $"[it](sim:{l})" }).Count == 0) },
            Indented) + "\n";
        var path = Repository.PathOf("src/Emergent.Studio/web/test/guide-links.json");
        if (Environment.GetEnvironmentVariable("UPDATE_FIXTURES") == "1") { await File.WriteAllTextAsync(path, fixture); }
        Assert.True(fixture == (await File.ReadAllTextAsync(path)).ReplaceLineEndings("\n"), $"{path} is not what the rules of GuideLinks say now. Write it anew with UPDATE_FIXTURES=1, and have web/guide/links.ts follow.");
    }

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n", Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

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
