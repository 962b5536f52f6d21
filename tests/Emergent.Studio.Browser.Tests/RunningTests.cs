using Emergent.Studio.Tests;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Emergent.Studio.Browser.Tests;

[Collection(Chromium.Collection)]
public class RunningTests(Chromium chromium)
{
    [Fact]
    public async Task Init_run_stop_and_step_do_what_they_say()
    {
        await using var visit = await Visit.Open(chromium, new Fallible());
        await visit.Run.ClickAsync();
        await visit.Becomes("running");
        await Expect(visit.Step).ToBeDisabledAsync();
        await Visit.Until(async () => await visit.Count("epoch") > 2, "a third epoch");
        await visit.Stop.ClickAsync();
        await visit.Becomes("paused");
        await Expect(visit.Run).ToBeEnabledAsync();
        var epoch = await visit.Count("epoch");

        await visit.Page.GetByLabel("What a step is").SelectOptionAsync("Epoch");
        await visit.Page.GetByLabel("How many steps").FillAsync("2");
        await visit.Page.GetByLabel("How many steps").PressAsync("Enter");
        await visit.Step.ClickAsync();
        await Expect(visit.Counter("epoch")).ToHaveTextAsync($"{epoch + 2}");
        await visit.Becomes("paused");

        await visit.Page.GetByLabel("How many steps").FillAsync("1");
        var trial = await visit.Count("trial");
        await visit.StepTrial();
        await Expect(visit.Counter("trial")).ToHaveTextAsync($"{(trial + 1) % 4}");

        await visit.Init.ClickAsync();
        await visit.Becomes("ready");
        await Expect(visit.Counter("epoch")).ToHaveTextAsync("0");
    }

    [Fact]
    public async Task Stopping_at_once_waits_in_the_middle_of_a_trial_and_goes_on_from_there()
    {
        await using var visit = await Visit.Open(chromium, new Fallible());
        await visit.Run.ClickAsync();
        await visit.Becomes("running");
        await visit.Button("Where to stop").ClickAsync();
        await visit.Page.GetByRole(AriaRole.Menuitem, new() { Name = "Stop now" }).ClickAsync();
        await visit.Becomes("paused");
        var before = await visit.RecordCounters.InnerTextAsync();
        await visit.Page.GetByLabel("What a step is").SelectOptionAsync("Cycle");
        await visit.Step.ClickAsync();
        await Expect(visit.RecordCounters).Not.ToHaveTextAsync(before);
        await visit.Becomes("paused");
    }

    [Fact]
    public async Task Simulation_that_throws_says_why_and_where_and_init_goes_on()
    {
        await using var visit = await Visit.Open(chromium, new Fallible { FailsAt = 2 });
        await visit.Run.ClickAsync();
        await visit.Becomes("failed");
        var failure = visit.Page.GetByRole(AriaRole.Alert).Filter(new() { HasText = "Trial 2 was to fail." });
        await Expect(failure).ToBeVisibleAsync();
        await Expect(failure).ToContainTextAsync("Trial 2");        // the step
        await Expect(failure).ToContainTextAsync("Init");           // the way to go on
        await Expect(visit.Counter("trial")).ToHaveTextAsync("2");

        // The page is alive: parameters can be set, other variables seen.
        var failsAt = await visit.Field("Sim.FailsAt");
        await failsAt.FillAsync("-1");
        await failsAt.PressAsync("Enter");
        await visit.Show("Vm");
        await Expect(visit.Twin).ToContainTextAsync("Vm:");
        await failure.GetByRole(AriaRole.Button, new() { Name = "Init" }).ClickAsync();
        await visit.Becomes("ready");
        await Expect(failure).ToBeHiddenAsync();
        await visit.Run.ClickAsync();
        await Visit.Until(async () => await visit.Count("epoch") > 1, "a second epoch");
    }
}
