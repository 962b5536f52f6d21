using Emergent.Studio.Tests;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Emergent.Studio.Browser.Tests;

[Collection(Chromium.Collection)]
public class KeyboardTests(Chromium chromium)
{
    /// <summary>What has the focus, and what it is called.</summary>
    private const string Focused = """
        () => {
          const at = document.activeElement;
          return at === document.body ? '' : (at.getAttribute('aria-label') ?? at.labels?.[0]?.textContent ?? at.textContent).trim();
        }
        """;

    [Fact]
    public async Task Main_path_needs_no_mouse()
    {
        var simulation = new Fallible();
        await using var visit = await Visit.Open(chromium, simulation, kept: Picture.Kept(simulation));
        var keys = visit.Page.Keyboard;

        // Run and stop by their buttons, then by keys.
        await TabTo(visit, "Run");
        await keys.PressAsync("Enter");
        await visit.Becomes("running");
        await keys.PressAsync("Space");   // the same button says Stop now
        await visit.Becomes("paused");
        await keys.PressAsync("Escape");
        await TabTo(visit, "What a step is");
        await keys.PressAsync("E");       // of Epoch
        await TabTo(visit, "How many steps");
        await keys.TypeAsync("2");
        await keys.PressAsync("Enter");
        var epoch = await visit.Count("epoch");
        await TabTo(visit, "Step", back: true);
        await keys.PressAsync("Enter");
        await Expect(visit.Counter("epoch")).ToHaveTextAsync($"{epoch + 2}");
        await visit.Becomes("paused");
        await keys.PressAsync("i");
        await visit.Becomes("ready");

        // A parameter: found, wrong, mended, undone.
        await TabTo(visit, "Find a parameter");
        await keys.TypeAsync("Sim.Side");
        await TabTo(visit, "Side");
        await keys.TypeAsync("x");
        await keys.PressAsync("Enter");
        await Expect(visit.Page.Locator("[data-path='Sim.Side'] [role=alert]")).ToBeVisibleAsync();
        await keys.PressAsync("Control+a");
        await keys.TypeAsync("4");
        await keys.PressAsync("Enter");
        await Expect(visit.Page.Locator("[data-path='Sim.Side'].changed")).ToHaveCountAsync(1);
        await TabTo(visit, "Undo the last change", back: true);
        await keys.PressAsync("Enter");
        await Expect(visit.Page.Locator("[data-path='Sim.Side'].changed")).ToHaveCountAsync(0);

        // A variable of the network, the past, and the view of it.
        await TabTo(visit, "Act");
        await keys.PressAsync("ArrowRight");
        await Expect(visit.Twin).Not.ToContainTextAsync("Act:");
        await keys.PressAsync(".");
        await visit.Becomes("paused");
        await Expect(visit.Page.Locator(".record-place").First).ToContainTextAsync("records");
        await keys.PressAsync(",");
        await Expect(visit.Page.Locator(".record-place").First).ToContainTextAsync("not live");
        await TabTo(visit, "Network. Arrow keys turn it, plus and minus zoom, 0 shows all.");
        var before = await visit.Page.Locator(".net-surface").First.ScreenshotAsync();
        await keys.PressAsync("ArrowRight");
        await Visit.Until(async () => !Enumerable.SequenceEqual(before, await visit.Page.Locator(".net-surface").First.ScreenshotAsync()), "another view");

        // Another tab, and panes.
        await TabTo(visit, "Train epoch");
        await keys.PressAsync("ArrowRight");
        await Expect(visit.Tab("Test epoch")).ToHaveAttributeAsync("aria-selected", "true");
        await keys.PressAsync("]");
        await Expect(visit.Page.GetByRole(AriaRole.Complementary, new() { Name = "Guide" })).ToBeVisibleAsync();
        await keys.PressAsync("?");
        await Expect(visit.Page.GetByRole(AriaRole.Dialog, new() { Name = "Keys" })).ToBeVisibleAsync();
        await keys.PressAsync("Escape");
        await Expect(visit.Page.GetByRole(AriaRole.Dialog, new() { Name = "Keys" })).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Every_control_in_sight_is_reached_by_tab_and_shows_that_it_has_the_focus()
    {
        await using var visit = await Visit.Open(chromium, new Fallible());
        await visit.StepTrial();
        await visit.Page.EvaluateAsync("""
            () => {
              document.querySelector('.skip').focus();   // the first
              // Within lists of variables and of tabs arrows lead on: one stop each.
              window.due = new Set([...document.querySelectorAll('button, input, select, summary, [tabindex="0"]')].filter(element =>
                !element.disabled && element.tabIndex >= 0 && element.checkVisibility({ visibilityProperty: true })));
              window.plain = [];
            }
            """);
        var stops = 0;
        string at;
        do
        {
            await visit.Page.Keyboard.PressAsync("Tab");
            stops++;
            at = await visit.Page.EvaluateAsync<string>("""
                () => {
                  const at = document.activeElement;
                  window.due.delete(at);
                  if (at === document.body) return '';
                  const { outlineStyle, boxShadow, opacity } = getComputedStyle(at);
                  if ((outlineStyle === 'none' && boxShadow === 'none') || opacity === '0') window.plain.push(at.outerHTML.slice(0, 120));
                  return at.tagName;
                }
                """);
        }
        while (at.Length > 0 && stops < 300);
        Assert.True(stops < 300, "Tab leads around in a circle");
        Assert.Empty(await visit.Page.EvaluateAsync<string[]>("() => [...window.due].map(element => element.outerHTML.slice(0, 120))"));
        Assert.Empty(await visit.Page.EvaluateAsync<string[]>("() => window.plain"));
    }

    /// <summary>Presses Tab until something has the focus.</summary>
    private static async Task TabTo(Visit visit, string name, bool back = false)
    {
        var passed = new List<string>();
        for (var stops = 0; stops < 200; stops++)
        {
            await visit.Page.Keyboard.PressAsync(back ? "Shift+Tab" : "Tab");
            var at = await visit.Page.EvaluateAsync<string>(Focused);
            if (at == name) { return; }
            passed.Add(at);
        }
        Assert.Fail($"Tab does not lead to '{name}', but to {string.Join(", ", passed.Distinct())}");
    }
}
