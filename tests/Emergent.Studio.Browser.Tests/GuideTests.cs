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

    /// <summary>Guides that are followed: all of the textbook, or one that tests and one that trains.</summary>
    public static TheoryData<string> Followed => TestSize.IsFull
        ? [.. SimulationCatalog.BuiltIn.All.Select(s => s.Name).Where(n => SimulationCatalog.BuiltIn.Create(n).Guide.Contains("(sim:", StringComparison.Ordinal))]
        : ["detector", "pat-assoc"];

    [Theory, MemberData(nameof(Followed))]
    public async Task Links_of_a_guide_do_what_they_say_one_after_the_other(string name)
    {
        await using var visit = await Visit.Open(chromium, SimulationCatalog.BuiltIn.Create(name));
        var links = visit.Page.Locator(".guide .sim-link");
        await Expect(links.First).ToBeVisibleAsync();
        for (var i = 0; i < await links.CountAsync(); i++)
        {
            var (text, does) = (await links.Nth(i).InnerTextAsync(), await links.Nth(i).GetAttributeAsync("title") ?? "");
            await links.Nth(i).ClickAsync();
            if (does.StartsWith("Does", StringComparison.Ordinal)) { await FillIn(visit); }
            await HasDone(visit, does);
            await Rest(visit);
            var complaints = await visit.Page.Locator(".log li.error").AllTextContentsAsync();
            Assert.True(complaints.Count == 0, $"After link {i} of the guide of {name}, '{text}' ({does}): {string.Join("; ", complaints)}");
            await Expect(visit.State).Not.ToHaveAttributeAsync("data-state", "failed");
        }
    }

    /// <summary>Answers what an action asks: an item by the first that there is, and all else as it stands there.</summary>
    private static async Task FillIn(Visit visit)
    {
        var form = visit.Page.Locator("dialog[open] .action-form");
        if (await form.CountAsync() == 0) { return; }
        var name = form.GetByLabel("name");
        if (await name.CountAsync() > 0)
        {
            await name.FillAsync("no such item");
            await form.GetByRole(AriaRole.Button).ClickAsync();
            var refusal = form.GetByRole(AriaRole.Alert);
            await Expect(refusal).ToContainTextAsync("There are: ");
            await name.FillAsync((await refusal.InnerTextAsync()).Split("There are: ")[1].Split(", ")[0].TrimEnd('.'));   // a name can have dots in it
        }
        await form.GetByRole(AriaRole.Button).ClickAsync();
        await Expect(form).ToHaveCountAsync(0, new() { Timeout = 4 * Visit.Patience });
    }

    /// <summary>Looks whether the page shows what a link has done, as far as that stands still.</summary>
    private static async Task HasDone(Visit visit, string does)
    {
        var words = does.Split(' ');
        switch (words)
        {
            case ["Sets", var path, "to", .. var value]:
                var field = visit.Page.Locator($"[data-path='{path}'] :is(input, select)").First;
                if (await field.GetAttributeAsync("type") == "checkbox") { await Expect(field).ToBeCheckedAsync(new() { Checked = value is ["true"] }); }
                else { await Expect(field).ToHaveValueAsync(string.Join(' ', value)); }
                break;
            case ["Shows", "where", var path, ..]:
                await Expect(visit.Page.Locator($"[data-path='{path}'] :is(input, select)").First).ToBeFocusedAsync();
                break;
            case ["Shows", var variable, "in", "the", "network"]:
                await Expect(visit.Tab("Network")).ToHaveAttributeAsync("aria-selected", "true");
                await Expect(visit.Page.GetByRole(AriaRole.Combobox, new() { Name = "Variable" }).First).ToHaveValueAsync(variable);
                break;
            case ["Opens", var view]:
                await Expect(visit.Page.Locator($"[role=tab][aria-selected=true][id$='{view.Replace(':', '-')}']")).ToHaveCountAsync(1);
                break;
        }
    }

    /// <summary>Waits until nothing runs; what goes on for long is stopped, since only its beginning matters here.</summary>
    /// <remarks>It is stopped at the end of an epoch, or of a trial where there is no such end to choose: within a test that belongs to training no item could be tested.</remarks>
    private static async Task Rest(Visit visit)
    {
        await Task.Delay(150);   // until the page is told that it runs
        var enough = Environment.TickCount64 + 2000;
        await Visit.Until(
            async () =>
            {
                if (await visit.State.GetAttributeAsync("data-state") is not ("running" or "stopping")) { return true; }
                if (Environment.TickCount64 > enough)
                {
                    enough = long.MaxValue;   // once is enough; twice would stop within a trial
                    await visit.Page.EvaluateAsync("""
                        () => {
                          document.querySelector('[aria-label="Where to stop"]').click();
                          const items = [...document.querySelectorAll('[role=menuitem]')];
                          const at = scale => items.find(item => item.textContent === `Stop at the end of the ${scale}`);
                          (at('epoch') ?? at('trial'))?.click();   // it may have ended by itself meanwhile
                        }
                        """);
                }
                return false;
            },
            "rest");
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
