using System.Text.RegularExpressions;
using Emergent.Sims;
using Emergent.Studio.Tests;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Emergent.Studio.Browser.Tests;

[Collection(Chromium.Collection)]
public class SeveralNetworksTests(Chromium chromium)
{
    private static readonly Regex Second = new("Hidden2 10×10");

    [Fact]
    public async Task Each_can_be_seen_beside_the_other_and_stays_as_it_was_while_the_other_is_run()
    {
        await using var visit = await Visit.Open(chromium, new Inhib());
        var (page, lists, twins) = (visit.Page, visit.Page.GetByLabel("Network", new() { Exact = true }).And(visit.Page.Locator("select")), visit.Page.Locator("[id^=net-twin]"));
        Assert.Equal(["the one that is run", "InhibFF", "InhibBidir"], await lists.First.Locator("option").AllInnerTextsAsync());
        await visit.Run.ClickAsync();
        await visit.Becomes("finished");
        await Expect(twins.First).ToContainTextAsync(new Regex(@"Hidden 10×10: greatest 0\.[1-9]"));
        await Expect(twins.First).Not.ToContainTextAsync(Second);
        var feedforward = await visit.Twin.InnerTextAsync();

        await visit.OpenView("Network 2");
        await Expect(lists.Last).ToHaveValueAsync("InhibBidir");
        await Expect(twins.Last).ToContainTextAsync(Second);
        await Expect(twins.Last).ToContainTextAsync("Hidden 10×10: greatest 0 ");   // it has not been run yet

        await (await visit.Field("Sim.BidirNet")).CheckAsync();
        await visit.Init.ClickAsync();
        await visit.Becomes("ready");
        await visit.Run.ClickAsync();
        await visit.Becomes("finished");
        await Expect(twins.Last).ToContainTextAsync(new Regex(@"Hidden2 10×10: greatest 0\.[1-9]"));
        await visit.Tab("Network").ClickAsync();
        await Expect(twins.First).ToContainTextAsync(Second);   // it shows the one that is run
        await lists.First.SelectOptionAsync("InhibFF");
        await Expect(twins.First).ToHaveTextAsync(feedforward);
        await Expect(visit.RecordCounters).ToContainTextAsync("Cycle: 200");

        await Visit.Until(() => Task.FromResult(page.Url.Contains("net=InhibFF", StringComparison.Ordinal)), "the network in the address");
        await page.ReloadAsync();
        await Expect(lists.First).ToHaveValueAsync("InhibFF");
        await Expect(twins.First).ToHaveTextAsync(feedforward);
    }

    [Fact]
    public async Task A_unit_is_plotted_and_weights_are_saved_of_the_network_that_is_shown()
    {
        var simulation = new Inhib();
        await using var visit = await Visit.Open(chromium, simulation);
        await visit.Page.GetByLabel("Network", new() { Exact = true }).And(visit.Page.Locator("select")).SelectOptionAsync("InhibBidir");
        await Expect(visit.Twin).ToContainTextAsync(Second);
        await visit.Page.Locator(".chooser-select").SelectOptionAsync("r.Wt");
        await Expect(visit.Note).ToContainTextAsync("Wt received by Inhib2");
        var saved = await visit.Page.RunAndWaitForDownloadAsync(() => FileMenu.Choose(visit, "Weights", 1));
        Assert.Equal("InhibBidir.wts", saved.SuggestedFilename);
        var surface = visit.Page.Locator(".net-surface");
        var box = (await surface.BoundingBoxAsync())!;
        for (var down = 0.3f; await visit.Button("Plot all variables of the selected unit").IsDisabledAsync(); down += 0.05f)
        {
            Assert.True(down < 0.9f, "No press selected a unit.");
            await surface.ClickAsync(new() { Position = new() { X = box.Width / 2, Y = box.Height * down } });
        }
        await visit.Button("Plot all variables of the selected unit").ClickAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Tab, new() { NameRegex = new Regex("^Unit .*InhibBidir") })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Where_there_is_one_there_is_nothing_to_choose()
    {
        await using var visit = await Visit.Open(chromium, new Fallible());
        await Expect(visit.Button("Views")).ToBeVisibleAsync();
        await Expect(visit.Page.Locator("select[aria-label=Network]")).ToBeHiddenAsync();
    }
}
