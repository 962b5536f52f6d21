using Emergent.Sims;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Emergent.Studio.Browser.Tests;

[Collection(Chromium.Collection)]
public class PlotTests(Chromium chromium)
{
    [Fact]
    public async Task Points_have_the_names_that_the_simulation_gives_them_until_its_user_says_otherwise()
    {
        await using var visit = await Visit.Open(chromium, new FaceCateg());
        await visit.Button("Cluster plots").First.ClickAsync();
        await visit.Page.Locator(".guide .sim-link", new() { HasTextString = "PrjnEmoteGend" }).ClickAsync();
        var plot = visit.Page.Locator(".plot", new() { Has = visit.Page.GetByRole(AriaRole.Checkbox, new() { Name = "Name", Exact = true }) });
        var names = plot.GetByRole(AriaRole.Checkbox, new() { Name = "Name", Exact = true });
        await Expect(names).ToBeCheckedAsync();
        await Expect(plot.Locator(".empty")).ToBeHiddenAsync();   // all rows have come

        var named = await Svg(visit, plot);
        Assert.Equal(12, Count(named, "<circle"));
        Assert.DoesNotContain("<path d=\"M", named, StringComparison.Ordinal);   // no lines
        Assert.InRange(Count(named, "_happy<") + Count(named, "_sad<"), 9, 12);    // what would cover another is left out

        await names.UncheckAsync();
        var unnamed = await Svg(visit, plot);
        Assert.Equal(12, Count(unnamed, "<circle"));
        Assert.Equal(0, Count(unnamed, "_happy<") + Count(unnamed, "_sad<"));

        await plot.Locator(".plot-column", new() { HasTextString = "Y" }).HoverAsync();
        await plot.GetByRole(AriaRole.Button, new() { Name = "How Y is plotted" }).ClickAsync();
        await visit.Page.GetByLabel("Drawn as").SelectOptionAsync("lines");
        var lines = await Svg(visit, plot);
        Assert.Equal(0, Count(lines, "<circle"));
        Assert.Contains("<path d=\"M", lines, StringComparison.Ordinal);
    }

    private static async Task<string> Svg(Visit visit, ILocator plot)
    {
        var download = await visit.Page.RunAndWaitForDownloadAsync(async () =>
        {
            await plot.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
            await visit.Page.GetByRole(AriaRole.Menuitem, new() { Name = "SVG", Exact = true }).ClickAsync();
        });
        using var reader = new StreamReader(await download.CreateReadStreamAsync());
        return await reader.ReadToEndAsync();
    }

    private static int Count(string text, string part) => text.Split(part).Length - 1;
}
