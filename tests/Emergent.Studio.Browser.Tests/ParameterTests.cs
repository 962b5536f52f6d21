using System.Text.RegularExpressions;
using Emergent.Leabra;
using Emergent.Studio.Tests;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Emergent.Studio.Browser.Tests;

[Collection(Chromium.Collection)]
public class ParameterTests(Chromium chromium)
{
    [Fact]
    public async Task Wrong_value_shows_its_error_at_the_field_and_changes_nothing()
    {
        var simulation = new Fallible();
        await using var visit = await Visit.Open(chromium, simulation);
        var field = await visit.Field("Sim.Side");
        var error = visit.Page.Locator("[data-path='Sim.Side'] [role=alert]");
        foreach (var (typed, said) in new[] { ("many", "many"), ("2.5", "2.5"), ("", "''"), ("21", "1…20"), ("-3", "1…20") })
        {
            await field.FillAsync(typed);
            await field.PressAsync("Enter");
            await Expect(error).ToContainTextAsync(said);
            await Expect(error).ToContainTextAsync("Side");
            await Expect(field).ToHaveAttributeAsync("aria-invalid", "true");
            await Expect(field).ToHaveValueAsync(typed);   // to be mended, not typed again
            Assert.Equal(3, simulation.Side);
            await Expect(visit.Button("Undo the last change")).ToBeDisabledAsync();
            await Expect(visit.Page.Locator("[data-path='Sim.Side'].changed")).ToHaveCountAsync(0);
            await field.PressAsync("Escape");
            await Expect(field).ToHaveValueAsync("3");
            await Expect(error).ToBeHiddenAsync();
        }
    }

    [Fact]
    public async Task Edit_waits_for_init_and_can_be_undone_done_again_and_reset()
    {
        var simulation = new Fallible();
        await using var visit = await Visit.Open(chromium, simulation);
        var field = await visit.Field("Sim.Side");
        await field.FillAsync("5");
        await field.PressAsync("Enter");
        await Expect(visit.Page.GetByText("1 change applies at the next Init.")).ToBeVisibleAsync();
        var (undo, redo) = (visit.Button("Undo the last change"), visit.Button("Redo"));
        await undo.ClickAsync();
        await Expect(field).ToHaveValueAsync("3");
        await Expect(undo).ToBeDisabledAsync();
        await redo.ClickAsync();
        await Expect(field).ToHaveValueAsync("5");
        await visit.Init.ClickAsync();
        await Expect(visit.Page.GetByText("applies at the next Init.")).ToBeHiddenAsync();
        Assert.Equal(25, simulation.Network["Hidden"].UnitCount);
        await Expect(visit.Twin).ToContainTextAsync("Hidden 5×5");

        await visit.Button("Reset Side to 3").ClickAsync();
        await Expect(field).ToHaveValueAsync("3");
    }

    [Fact]
    public async Task Arrow_keys_step_numbers_within_their_bounds_and_lists_choose()
    {
        var simulation = new Fallible();
        await using var visit = await Visit.Open(chromium, simulation);
        var hidden = (LeabraLayer)simulation.Network["Hidden"];
        var field = await visit.Field("#Hidden.Inhib.Layer.Gi");
        await Expect(field).ToHaveValueAsync("1.8");
        await field.PressAsync("ArrowUp");
        await Expect(field).ToHaveValueAsync("1.9");   // a unit of the last digit
        await Visit.Until(() => Task.FromResult(hidden.Inhib.Layer.Gi == 1.9f), "inhibition of 1.9");
        var side = await visit.Field("Sim.Side");
        for (var i = 0; i < 5; i++) { await side.PressAsync("ArrowDown"); }
        await Expect(side).ToHaveValueAsync("1");   // and no less

        await visit.Field("#Hidden.Act.Noise.Type");
        var row = visit.Page.Locator("[data-path='#Hidden.Act.Noise.Type']");
        await row.Locator("select").SelectOptionAsync("GeNoise");
        await Visit.Until(() => Task.FromResult(hidden.Act.Noise.Type == NoiseType.GeNoise), "noise in the conductance");
        await Expect(row).ToHaveClassAsync(new Regex("changed"));

        // What points at a field reads what it is, its default, its bounds and when it acts.
        await visit.Field("Sim.Side");
        await Expect(visit.Page.Locator("[data-path='Sim.Side']")).ToHaveAttributeAsync("title", new Regex(@"How many units the hidden layer has a side\.\nDefault 3\. From 1 to 20\. [^\n]*Init[^\n]*\nSim\.Side$"));
    }

    [Fact]
    public async Task Parameters_of_what_is_off_are_shown_once_it_is_on_and_where_they_are_searched_or_changed()
    {
        await using var visit = await Visit.Open(chromium, new Fallible());
        var page = visit.Page;
        foreach (var group in (string[])["Layers", "Layers\\00000aHidden", "Layers\\00000aHidden\\00000aInhib", "Layers\\00000aHidden\\00000aInhib\\00000aSelf"]) { await page.Locator($"[data-group='{group}'] > summary").ClickAsync(); }
        var (on, tau, gi) = (page.Locator("[data-path='#Hidden.Inhib.Self.On'] input"), page.Locator("[data-path='#Hidden.Inhib.Self.Tau'] input"), page.Locator("[data-path='#Hidden.Inhib.Self.Gi'] input"));
        await Expect(on).ToBeVisibleAsync();
        await Expect(tau).ToBeHiddenAsync();
        await on.CheckAsync();
        await Expect(tau).ToBeVisibleAsync();
        await gi.FillAsync("0.5");
        await gi.PressAsync("Enter");
        await Expect(page.Locator("[data-path='#Hidden.Inhib.Self.Gi'].changed")).ToHaveCountAsync(1);
        await on.UncheckAsync();
        await Expect(tau).ToBeHiddenAsync();
        await Expect(gi).ToBeVisibleAsync();   // it was changed
        await Expect(await visit.Field("#Hidden.Inhib.Self.Tau")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Parameter_of_a_layer_acts_at_once()
    {
        await using var visit = await Visit.Open(chromium, new Fallible());
        var field = await visit.Field("#Hidden.Inhib.Layer.Gi");
        await field.FillAsync("2.25");
        await field.PressAsync("Enter");
        await Expect(visit.Page.Locator("[data-path='#Hidden.Inhib.Layer.Gi'].changed")).ToHaveCountAsync(1);
        Assert.Equal(2.25f, ((Emergent.Leabra.LeabraLayer)visit.Simulation.Network["Hidden"]).Inhib.Layer.Gi);
        await visit.Page.GetByLabel("changed only").CheckAsync();
        await visit.Page.GetByLabel("Find a parameter").FillAsync("");
        await Expect(visit.Page.Locator(".fields .field")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Sets_of_flags_are_ticked_lists_are_typed_and_what_is_there_to_be_looked_at_follows_the_simulation()
    {
        var simulation = new Various();
        await using var visit = await Visit.Open(chromium, simulation);
        var page = visit.Page;
        await page.GetByLabel("Find a parameter").FillAsync("Sim.");
        var senses = page.GetByRole(AriaRole.Group, new() { Name = "Senses" });
        await Expect(senses.GetByLabel("Sight")).ToBeCheckedAsync();
        await senses.GetByLabel("Touch").CheckAsync();
        await Visit.Until(() => Task.FromResult(simulation.Senses == (Senses.Sight | Senses.Touch)), "two senses");
        await senses.GetByLabel("Sight").UncheckAsync();
        await senses.GetByLabel("Touch").UncheckAsync();
        await Visit.Until(() => Task.FromResult(simulation.Senses == 0), "no sense");
        await page.GetByRole(AriaRole.Button, new() { Name = "Reset Senses to Sight" }).ClickAsync();
        await Expect(senses.GetByLabel("Sight")).ToBeCheckedAsync();

        var rates = page.Locator("[data-path='Sim.Rates']");
        await rates.Locator("input").FillAsync("0.5, 3");
        await rates.Locator("input").PressAsync("Enter");
        await Expect(rates.GetByRole(AriaRole.Alert)).ToContainTextAsync("'Rates[1]' is 3; it must be within 0…1.");
        await rates.Locator("input").FillAsync("0.5, 1, 0");
        await rates.Locator("input").PressAsync("Enter");
        await Visit.Until(() => Task.FromResult(simulation.Rates is [0.5f, 1f, 0f]), "three rates");
        await Expect(rates.GetByRole(AriaRole.Alert)).ToBeHiddenAsync();
        await Expect(rates).ToHaveClassAsync(new Regex("changed"));

        var done = page.Locator("[data-path='Sim.Done'] output");
        await Expect(done).ToHaveTextAsync("0");
        await Expect(page.Locator("[data-path='Sim.Done'] button")).ToHaveCountAsync(0);
        await visit.StepTrial();
        await Expect(done).ToHaveTextAsync("1");
        await Expect(page.Locator("[data-path='Sim.Last'] output")).ToHaveTextAsync("the trial number 1");
    }

    [Fact]
    public async Task Parameters_are_shown_as_text_to_be_copied_and_saved()
    {
        await using var visit = await Visit.Open(chromium, new Fallible());
        await visit.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        var field = await visit.Field("#Hidden.Inhib.Layer.Gi");
        await field.FillAsync("2.25");
        await field.PressAsync("Enter");
        await Expect(visit.Page.Locator("[data-path='#Hidden.Inhib.Layer.Gi'].changed")).ToHaveCountAsync(1);

        var dialog = await List("Not the default of their type");
        await Expect(dialog.Locator("pre")).ToHaveTextAsync("Hidden\n  Inhib.Layer.Gi: 2.25   (default 1.8)\n");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Copy" }).ClickAsync();
        await Expect(dialog.GetByRole(AriaRole.Status)).ToHaveTextAsync("Copied.");
        Assert.Equal(await dialog.Locator("pre").TextContentAsync(), await visit.Page.EvaluateAsync<string>("navigator.clipboard.readText()"));
        await visit.Page.Keyboard.PressAsync("Escape");
        await Expect(dialog).ToHaveCountAsync(0);
        await Expect(visit.Button("Parameters as text")).ToBeFocusedAsync();

        dialog = await List("All");
        var text = await dialog.Locator("pre").TextContentAsync();
        Assert.Equal(visit.Simulation.Network.Styles.AllReport(), text);
        var download = await visit.Page.RunAndWaitForDownloadAsync(() => dialog.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync());
        Assert.Equal("fallible-parameters-all.txt", download.SuggestedFilename);
        Assert.Equal(text, await File.ReadAllTextAsync((await download.PathAsync())!));
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Close" }).ClickAsync();

        dialog = await List("Changed here, as C#");
        await Expect(dialog.Locator("pre")).ToContainTextAsync("(LeabraLayer l) => l.Inhib.Layer.Gi = 2.25f");

        async Task<ILocator> List(string which)
        {
            await visit.Button("Parameters as text").ClickAsync();
            await visit.Page.GetByRole(AriaRole.Menuitem, new() { Name = which, Exact = true }).ClickAsync();
            return visit.Page.Locator("dialog.listing");
        }
    }
}
