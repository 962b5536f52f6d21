using Emergent.Sims;
using Emergent.Sims.Tests;
using Emergent.Studio.Tests;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Emergent.Studio.Browser.Tests;

[Collection(Chromium.Collection)]
public class GuideTests(Chromium chromium)
{
    /// <summary>Simulations whose guides have links: all of them, or some, since the same rules are held against all guides without a browser.</summary>
    public static TheoryData<string> Guides =>
        [.. SimulationCatalog.BuiltIn.All.Select(s => s.Name).Where(n => SimulationCatalog.BuiltIn.Create(n).Guide.Contains("(sim:", StringComparison.Ordinal)).Take(TestSize.Of(all: int.MaxValue, few: 2))];

    [Theory, MemberData(nameof(Guides))]
    public async Task No_link_of_a_guide_is_broken(string name)
    {
        await using var visit = await Visit.Open(chromium, SimulationCatalog.BuiltIn.Create(name));
        await Expect(visit.Page.Locator(".guide .sim-link").First).ToBeAttachedAsync();
        await Expect(visit.Page.Locator(".guide .sim-link.broken")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Links_press_open_and_point_at_what_they_name()
    {
        var simulation = new Guided
        {
            Text = "[step](sim:Step/Trial) [start](sim:Init) [weights](sim:var/r.Wt) [epochs](sim:tab/train_epoch) [gain](sim:param/#Hidden.Inhib.Layer.Gi) [more](sim:set/#Hidden.Inhib.Layer.Gi=1.9) [nothing](sim:tab/nothing)",
        };
        await using var visit = await Visit.Open(chromium, simulation);
        var guide = visit.Page.GetByRole(AriaRole.Complementary, new() { Name = "Guide" });
        if (!await guide.IsVisibleAsync()) { await visit.Button("Guide (])").ClickAsync(); }
        ILocator link(string name) => guide.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

        await link("step").ClickAsync();
        await visit.Becomes("paused");
        await link("start").ClickAsync();
        await visit.Becomes("ready");
        await link("weights").ClickAsync();
        await Expect(visit.Note).ToContainTextAsync("Wt received by Output");
        await link("epochs").ClickAsync();
        await Expect(visit.Tab("Train epoch")).ToHaveAttributeAsync("aria-selected", "true");
        await link("gain").ClickAsync();
        var field = visit.Page.Locator("[data-path='#Hidden.Inhib.Layer.Gi'] input");
        await Expect(field).ToBeFocusedAsync();
        await link("more").ClickAsync();
        await Expect(field).ToHaveValueAsync("1.9");
        await Expect(guide.Locator(".sim-link.broken")).ToHaveTextAsync("nothing");
    }
}
