using System.Xml.Linq;
using Emergent.Sims;
using Emergent.Studio.Tests;
using Emergent.Tests;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Emergent.Studio.Browser.Tests;

[Collection(Chromium.Collection)]
public class AppearanceTests(Chromium chromium)
{
    /// <summary>What axe finds fault with: rule, and the elements.</summary>
    private const string Faults = """
        async () => (await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'], resultTypes: ['violations'] }))
          .violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)
        """;

    [Theory]
    [InlineData(ColorScheme.Light, 1600, 1000)]
    [InlineData(ColorScheme.Dark, 1600, 1000)]
    [InlineData(ColorScheme.Light, 360, 800)]
    public async Task Axe_finds_nothing(ColorScheme scheme, int width, int height)
    {
        await using var visit = await Visit.Open(chromium, new Fallible(), width, height, scheme);
        await visit.Context.AddInitScriptAsync(scriptPath: Repository.PathOf("src/Emergent.Studio/web/node_modules/axe-core/axe.min.js"));
        await visit.Page.ReloadAsync();
        await visit.Becomes("ready");
        await AssertFaultless(visit, "at first");
        await visit.Page.GetByLabel("What a step is").SelectOptionAsync("Epoch");
        await visit.Step.ClickAsync();
        await Expect(visit.Counter("epoch")).Not.ToHaveTextAsync("0");
        await visit.Becomes("paused");

        await visit.Button("Settings of the view").ClickAsync();
        await AssertFaultless(visit, "with the settings of the view");
        await visit.Page.Keyboard.PressAsync("Escape");
        await visit.Button("Open a view").First.ClickAsync();
        await AssertFaultless(visit, "with the menu of views");
        await visit.Page.GetByRole(AriaRole.Menuitem, new() { Name = "Train trial table", Exact = true }).ClickAsync();
        if (width < 900) { await visit.Button("Parameters ([)").ClickAsync(); }
        var field = await visit.Field("Sim.Side");
        await field.FillAsync("99");
        await field.PressAsync("Enter");
        await Expect(visit.Page.Locator("[data-path='Sim.Side'] [role=alert]")).ToBeVisibleAsync();
        await AssertFaultless(visit, "with a table and a field that is wrong");
        if (width < 900) { await visit.Page.Keyboard.PressAsync("Escape"); await visit.Page.Keyboard.PressAsync("Escape"); }
        await visit.Tab("Train epoch").ClickAsync();
        await visit.Button("Guide (])").ClickAsync();
        await AssertFaultless(visit, "with a plot and the guide");
        if (width < 900) { await visit.Button("Guide (])").ClickAsync(); }
        await visit.Button("Log (`)").ClickAsync();
        await AssertFaultless(visit, "with the log");
        await visit.Button("More").ClickAsync();
        await visit.Page.GetByRole(AriaRole.Menuitem, new() { Name = "Keys" }).ClickAsync();
        await AssertFaultless(visit, "with the keys");
    }

    [Fact]
    public async Task Axe_finds_nothing_where_a_simulation_has_failed()
    {
        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await using var visit = await Visit.Open(chromium, new Fallible { FailsAt = 0 }, scheme: scheme);
            await visit.Context.AddInitScriptAsync(scriptPath: Repository.PathOf("src/Emergent.Studio/web/node_modules/axe-core/axe.min.js"));
            await visit.Page.ReloadAsync();
            await visit.Run.ClickAsync();
            await visit.Becomes("failed");
            await AssertFaultless(visit, "after a failure");
        }
    }

    [Fact]
    public async Task On_a_narrow_page_nothing_is_clipped_and_the_page_does_not_scroll_sideways()
    {
        await using var visit = await Visit.Open(chromium, new RandomAssociator(), 360, 800);
        await AssertFits(visit, "at first");
        await visit.StepTrial();
        await AssertFits(visit, "the network");
        await visit.Tab("Train epoch").ClickAsync();
        await AssertFits(visit, "a plot");
        await visit.OpenView("Train epoch table");
        await AssertFits(visit, "a table");
        await visit.Button("Parameters ([)").ClickAsync();
        await AssertFits(visit, "the parameters");
        await visit.Page.Mouse.ClickAsync(350, 400);   // beside the pane, which closes
        await Expect(visit.Page.GetByLabel("Find a parameter")).ToBeHiddenAsync();
        await visit.Button("Guide (])").ClickAsync();
        await AssertFits(visit, "the guide");
        await visit.Button("Guide (])").ClickAsync();
        await visit.Button("More").ClickAsync();
        await AssertFits(visit, "the menu");
    }

    [Fact]
    public async Task Plot_is_saved_as_an_svg_that_stands_alone()
    {
        await using var visit = await Visit.Open(chromium, new Fallible());
        await visit.Page.GetByLabel("What a step is").SelectOptionAsync("Epoch");
        await visit.Page.GetByLabel("How many steps").FillAsync("5");
        await visit.Step.ClickAsync();
        await Expect(visit.Counter("epoch")).ToHaveTextAsync("5");
        await visit.Becomes("paused");
        await visit.Page.GetByRole(AriaRole.Group, new() { Name = "Columns" }).GetByLabel("SSE", new() { Exact = true }).CheckAsync();
        await visit.Button("Save").ClickAsync();
        var download = await visit.Page.RunAndWaitForDownloadAsync(() => visit.Page.GetByRole(AriaRole.Menuitem, new() { Name = "SVG" }).ClickAsync());
        Assert.Equal("Train epoch.svg", download.SuggestedFilename);
        var svg = XDocument.Parse(await File.ReadAllTextAsync((await download.PathAsync())!)).Root!;
        XNamespace ns = "http://www.w3.org/2000/svg";
        Assert.Equal(ns + "svg", svg.Name);
        string[] texts = [.. svg.Descendants(ns + "text").Select(t => t.Value)];
        Assert.Contains("Train epoch", texts);   // the title
        Assert.Contains("Epoch", texts);         // the axis
        Assert.Contains("PctErr", texts);        // the legend
        Assert.Contains("SSE", texts);
        var lines = svg.Descendants(ns + "path").Select(p => (string)p.Attribute("d")!).Where(d => d.StartsWith('M') && d.Contains('L', StringComparison.Ordinal)).ToArray();
        Assert.Equal(2, lines.Length);
        Assert.All(lines, d => Assert.Equal(5, d.Count(c => c is 'M' or 'L')));   // a point an epoch
        Assert.All(svg.Descendants(), e => Assert.Contains(e.Name.LocalName, new[] { "rect", "text", "line", "path", "circle", "clipPath", "g" }));
    }

    private static async Task AssertFaultless(Visit visit, string when)
    {
        var faults = await visit.Page.EvaluateAsync<string[]>(Faults);
        Assert.True(faults.Length == 0, $"{when}:\n{string.Join("\n", faults)}");
    }

    /// <summary>No control lies outside of the page, other than in what scrolls, and no text is cut off without a sign of it.</summary>
    private static async Task AssertFits(Visit visit, string when)
    {
        var outside = await visit.Page.EvaluateAsync<string[]>("""
            () => {
              const wide = document.scrollingElement.scrollWidth;
              const found = wide > innerWidth ? [`the page is ${wide} wide`] : [];
              const scrolls = element => element && (/auto|scroll/.test(getComputedStyle(element).overflowX) || scrolls(element.parentElement));
              for (const element of document.querySelectorAll('button, input, select, summary, label, h1, h2, h3, dd, .state, .connection')) {
                if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) || element.closest('.hidden, .skip, .labels')) continue;
                const name = `${element.tagName.toLowerCase()}.${element.className} '${element.getAttribute('aria-label') ?? element.textContent.trim().slice(0, 40)}'`;
                const { left, right, top, bottom } = element.getBoundingClientRect();
                if (!scrolls(element.parentElement) && (left < -0.5 || right > innerWidth + 0.5)) found.push(`${name} from ${left} to ${right}`);
                // What an ancestor with hidden overflow cuts off.
                for (let box = element.parentElement; box; box = box.parentElement) {
                  const { overflowX } = getComputedStyle(box);
                  if (/auto|scroll/.test(overflowX)) break;
                  if (overflowX !== 'hidden' || getComputedStyle(box).textOverflow === 'ellipsis') continue;
                  const bounds = box.getBoundingClientRect();
                  if (right > bounds.right + 1 || left < bounds.left - 1) found.push(`${name} is cut off by ${box.className}`);
                }
                const { overflow, textOverflow } = getComputedStyle(element);
                if (overflow === 'hidden' && textOverflow !== 'ellipsis' && element.scrollWidth > element.clientWidth + 1) found.push(`${name} cuts off its text`);
                if (element.tagName === 'SELECT' && element.clientWidth < 24) found.push(`${name} is too narrow`);
              }
              return found;
            }
            """);
        Assert.True(outside.Length == 0, $"{when}:\n{string.Join("\n", outside)}");
    }
}
