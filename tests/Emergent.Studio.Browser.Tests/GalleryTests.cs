using System.Text.Json;
using Emergent.Networks;
using Emergent.Sims;
using Emergent.Sims.Tests;
using Emergent.Tests;

namespace Emergent.Studio.Browser.Tests;

/// <summary>Each simulation of the textbook in the window, after its run, as docs/gallery.md shows it.</summary>
/// <remarks><c>UPDATE_PICTURES=1</c> takes the pictures anew, and that of the README.</remarks>
[Collection(Chromium.Collection)]
public class GalleryTests(Chromium chromium)
{
    // What is seen beside the network; the steps that lead there, where it is not a whole run; and the action after them.
    private static readonly Dictionary<string, (string Beside, (int Count, TimeScale Scale)? Steps, string Action)> Shown = new()
    {
        ["neuron"] = ("plot:test_cycle", null, ""),
        ["detector"] = ("plot:test_trial", null, ""),
        ["cats-dogs"] = ("plot:test_cycle", null, ""),
        ["necker-cube"] = ("plot:test_cycle", null, ""),
        ["inhib"] = ("plot:test_cycle", null, ""),
        ["face-categ"] = ("clusters:InputClusters", null, "Cluster plots"),
        ["self-org"] = ("grid:Weights", (10, TimeScale.Epoch), ""),
        ["pat-assoc"] = ("plot:train_epoch", (1, TimeScale.Run), ""),
        ["err-driven-hidden"] = ("plot:train_epoch", (1, TimeScale.Run), ""),
        ["hebberr-combo"] = ("plot:train_epoch", (15, TimeScale.Epoch), ""),
        ["family-trees"] = ("similarity:HiddenRelSimMat", (TakesPictures ? 25 : 1, TimeScale.Epoch), "Reps Analysis"),   // with this seed it has learned them all by then
    };

    private static readonly string[] Few = ["neuron", "face-categ", "self-org", "family-trees"];   // one of each kind of view

    private static bool TakesPictures => Environment.GetEnvironmentVariable("UPDATE_PICTURES") == "1";

    public static TheoryData<string> Names => [.. TestSize.IsFull || TakesPictures ? [.. Shown.Keys] : Few];

    [Fact]
    public void Every_simulation_has_its_picture_on_the_page()
    {
        foreach (var name in Shown.Keys)
        {
            Assert.True(File.Exists(PictureOf(name)), $"There is no {PictureOf(name)}. Take it: UPDATE_PICTURES=1 dotnet test -c Release tests/Emergent.Studio.Browser.Tests --filter Gallery");
            Assert.Contains($"images/gallery/{name}.png", Repository.Read("docs/gallery.md"), StringComparison.Ordinal);
        }
    }

    [Theory, MemberData(nameof(Names))]
    public async Task Simulation_of_the_textbook_opens_runs_and_shows_what_its_guide_is_about(string name)
    {
        var (beside, steps, action) = Shown[name];
        await using var visit = await Visit.Open(chromium, SimulationCatalog.BuiltIn.Create(name));
        var layout = new { direction = "row", share = 0.5, first = new { tabs = (string[])["network"], active = "network" }, second = new { tabs = (string[])[beside], active = beside } };
        await visit.Page.GotoAsync("about:blank");   // else only what stands after the # would change
        await visit.Page.GotoAsync($"http://127.0.0.1:{visit.Window.Port}/#layout={Uri.EscapeDataString(JsonSerializer.Serialize(layout))}");
        await visit.Becomes("ready");
        await Microsoft.Playwright.Assertions.Expect(visit.Page.GetByRole(Microsoft.Playwright.AriaRole.Tab, new() { Selected = true })).ToHaveCountAsync(2);

        if (steps is var (count, scale)) { await Step(visit, count, scale); }
        else
        {
            await visit.Run.ClickAsync();
            await visit.Becomes("finished");
        }
        if (action.Length > 0)
        {
            await visit.Page.Locator("button.button", new() { HasText = action }).First.ClickAsync();
            await Microsoft.Playwright.Assertions.Expect(visit.Page.GetByText("has no rows to compare")).ToHaveCountAsync(0);
        }
        await Visit.Until(async () => (await visit.Twin.InnerTextAsync()).Length > 0, "a network that is drawn");

        if (!TakesPictures) { return; }
        Directory.CreateDirectory(Path.GetDirectoryName(PictureOf(name))!);
        if (action.Length > 0) { await visit.Button("Close the answer").ClickAsync(); }
        await Task.Delay(500);   // for what moves into its place
        await visit.Page.ScreenshotAsync(new() { Path = PictureOf(name) });
    }

    [Fact]
    public async Task The_front_page_shows_the_random_associator_after_a_run_and_a_half()
    {
        await using var visit = await Visit.Open(chromium, SimulationCatalog.BuiltIn.Create("random-associator"));
        await Step(visit, 1, TimeScale.Run);
        await Step(visit, TakesPictures ? 30 : 2, TimeScale.Epoch);
        await Step(visit, 4, TimeScale.Trial);
        await Microsoft.Playwright.Assertions.Expect(visit.Page.Locator(".record-counters")).ToContainTextAsync("Run: 1  Epoch:");
        if (!TakesPictures) { return; }
        await Task.Delay(500);
        await visit.Page.ScreenshotAsync(new() { Path = Repository.PathOf("docs/images/studio.png") });
    }

    private static async Task Step(Visit visit, int count, TimeScale scale)
    {
        await visit.Page.GetByLabel("What a step is").SelectOptionAsync($"{scale}");
        for (var i = 0; i < count; i++)
        {
            var before = await visit.Count($"{scale}");
            await visit.Step.ClickAsync();
            await Visit.Until(async () => await visit.Count($"{scale}") != before || await visit.State.GetAttributeAsync("data-state") == "finished", $"another {scale}");
            await Visit.Until(async () => await visit.State.GetAttributeAsync("data-state") is "paused" or "finished", "rest");
        }
    }

    private static string PictureOf(string name) => Repository.PathOf($"docs/images/gallery/{name}.png");
}
