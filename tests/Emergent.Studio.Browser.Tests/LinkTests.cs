using Emergent.Studio.Tests;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Emergent.Studio.Browser.Tests;

[Collection(Chromium.Collection)]
public class LinkTests(Chromium chromium)
{
    [Fact]
    public async Task Link_that_is_opened_on_a_fresh_page_shows_the_same()
    {
        await using var visit = await Visit.Open(chromium, new Fallible());
        for (var trial = 0; trial < 3; trial++) { await visit.StepTrial(); }
        var page = visit.Page;

        // Two networks beside each other: one of a past state seen from above, one of weights in colours and a range of its own.
        await visit.Show("Vm");
        await page.GetByLabel("Upper end of the range").First.FillAsync("0.5");
        await page.GetByLabel("Upper end of the range").First.PressAsync("Enter");
        await visit.Button("Views").ClickAsync();
        await page.GetByRole(AriaRole.Menuitem, new() { Name = "Above" }).ClickAsync();
        await visit.Button("10 records back").ClickAsync();
        await visit.OpenView("Network 2");
        await visit.Button("Move this tab below").First.ClickAsync();
        await Choose(page.Locator(".netview").Last, "s.Wt");
        await page.Locator(".netview").Last.Locator(".color-bar").ClickAsync();
        await page.GetByRole(AriaRole.Menuitem, new() { Name = "Jet", Exact = true }).ClickAsync();
        await page.Locator(".netview").Last.GetByLabel("max", new() { Exact = true }).UncheckAsync();

        // A plot, a table and a grid otherwise than usual.
        await visit.Tab("Train trial").ClickAsync();
        await page.GetByRole(AriaRole.Group, new() { Name = "Columns" }).GetByLabel("SSE", new() { Exact = true }).CheckAsync();
        await page.GetByLabel("Style").SelectOptionAsync("points");
        await visit.OpenView("Train trial table");
        await page.GetByRole(AriaRole.Columnheader, new() { Name = "SSE", Exact = true }).GetByRole(AriaRole.Button).ClickAsync();
        await page.Locator(".table").GetByLabel("Filter rows").FillAsync("Trial>0");
        await visit.OpenView("Patterns grid");
        await visit.Button("Move this tab to the right").First.ClickAsync();
        await page.GetByLabel("Colour map", new() { Exact = true }).SelectOptionAsync("Viridis");
        await visit.Button("How tensors are drawn").ClickAsync();
        await page.GetByLabel("row 0 at the top").CheckAsync();
        await page.Keyboard.PressAsync("Escape");
        await visit.Tab("Train trial").ClickAsync();
        var link = await Settled(page);

        // Another browser, which has been used and looks otherwise.
        await using var other = await chromium.Browser.NewContextAsync(new() { ViewportSize = new() { Width = 1600, Height = 1000 }, ReducedMotion = ReducedMotion.Reduce });
        var address = $"http://127.0.0.1:{visit.Window.Port}/";
        await other.AddCookiesAsync((await visit.Context.CookiesAsync()).Select(c => new Cookie { Name = c.Name, Value = c.Value, Url = address }));
        var fresh = await other.NewPageAsync();
        await fresh.GotoAsync(address);
        await fresh.Locator(".chooser").First.GetByRole(AriaRole.Button, new() { Name = "Ge", Exact = true }).ClickAsync();
        await fresh.GotoAsync("about:blank");
        await fresh.GotoAsync(link);

        await Expect(fresh.Locator(".netview")).ToHaveCountAsync(2);
        await Expect(fresh.Locator("[id^=net-twin]").First).ToContainTextAsync("Vm:");
        await Expect(fresh.GetByLabel("Upper end of the range").First).ToHaveValueAsync("0.5");
        Assert.Equal(await visit.RecordCounters.InnerTextAsync(), await fresh.Locator(".record-counters").First.InnerTextAsync());
        await Expect(fresh.Locator("[id^=net-twin]").Last).ToContainTextAsync("Wt");
        await Expect(fresh.Locator(".netview").Last.Locator(".color-bar")).ToHaveAttributeAsync("aria-label", "Colour map: Jet");
        await Expect(fresh.Locator(".netview").Last.GetByLabel("max", new() { Exact = true })).Not.ToBeCheckedAsync();
        await Expect(fresh.Locator(".netview").Last.GetByLabel("min", new() { Exact = true })).ToBeCheckedAsync();
        await Expect(fresh.GetByRole(AriaRole.Tab, new() { Selected = true })).ToHaveTextAsync(await page.GetByRole(AriaRole.Tab, new() { Selected = true }).AllInnerTextsAsync());
        await Expect(fresh.GetByRole(AriaRole.Group, new() { Name = "Columns" }).GetByLabel("SSE", new() { Exact = true })).ToBeCheckedAsync();
        await Expect(fresh.GetByLabel("Style")).ToHaveValueAsync("points");
        await Expect(fresh.GetByLabel("Colour map", new() { Exact = true })).ToHaveValueAsync("Viridis");
        Assert.Equal(link, await Settled(fresh));   // all that a link says, the table's order and the grid's row 0 among it
        await fresh.GetByRole(AriaRole.Tab, new() { Name = "Train trial table", Exact = true }).ClickAsync();
        await Expect(fresh.GetByRole(AriaRole.Columnheader, new() { Name = "SSE", Exact = true })).ToHaveAttributeAsync("aria-sort", "ascending");
        await Expect(fresh.GetByText("2 of 3 rows")).ToBeVisibleAsync();

        // A link that is put into a page that is open takes its place, and what it does not say is as usual.
        await fresh.EvaluateAsync("location.hash = `layout=${encodeURIComponent(JSON.stringify({ tabs: ['network', 'plot:train_trial'], active: 'plot:train_trial' }))}&var=Ge`");
        await Expect(fresh.GetByRole(AriaRole.Tab)).ToHaveCountAsync(2);
        await Expect(fresh.GetByLabel("Style")).ToHaveValueAsync("lines");
        await fresh.GetByRole(AriaRole.Tab, new() { Name = "Network", Exact = true }).ClickAsync();
        await Expect(fresh.Locator("[id^=net-twin]").First).ToContainTextAsync("Ge:");
        await Expect(fresh.GetByLabel("Upper end of the range").First).ToHaveValueAsync("1");
    }

    private static async Task Choose(ILocator network, string variable)
    {
        var list = network.Locator(".chooser-select");
        if (await list.IsVisibleAsync()) { await list.SelectOptionAsync(variable); }
        else { await network.Locator(".chooser").GetByRole(AriaRole.Button, new() { Name = variable, Exact = true }).ClickAsync(); }
    }

    /// <summary>The address, once it has not changed for a while.</summary>
    private static async Task<string> Settled(IPage page)
    {
        var (last, since) = ("", 0L);
        await Visit.Until(async () =>
        {
            var now = await page.EvaluateAsync<string>("location.href");
            if (now != last) { (last, since) = (now, Environment.TickCount64); }
            return now.Contains('#', StringComparison.Ordinal) && Environment.TickCount64 - since > 1200;
        }, "an address that stays");
        return last;
    }
}
