using Emergent.Networks;
using Emergent.Sims;

namespace Emergent.Studio.Tests;

public class RunningTests
{
    [Fact]
    public async Task Run_of_what_has_ended_says_that_there_is_nothing_left()
    {
        await using var window = await Windows.Open(new RandomAssociator { Runs = 1, Epochs = 1 });
        await using var page = await Page.Open(window);
        await page.CommandTo("finished", "run", new { mode = "Train" });
        Assert.DoesNotContain(page.Messages, m => Page.TypeOf(m) == "log");
        await page.CommandTo("finished", "step", new { mode = "Train", scale = "Run", count = 1 });
        Assert.Equal("All runs are done. Init starts afresh.", (await page.Until("log")).GetProperty("text").GetString());
    }

    [Fact]
    public async Task Hello_has_everything_that_a_page_needs()
    {
        await using var window = await Windows.Open(new RandomAssociator());
        await using var page = await Page.Open(window);
        var hello = await page.Until("hello");
        Assert.Equal("random-associator", hello.GetProperty("simulation").GetProperty("name").GetString());
        Assert.Contains("Nothing in the patterns helps", hello.GetProperty("simulation").GetProperty("guide").GetString(), StringComparison.Ordinal);
        Assert.Equal(["Cycle", "Quarter", "Trial", "Epoch", "Run"], hello.GetProperty("modes")[0].GetProperty("scales").EnumerateArray().Select(s => s.GetString()));
        Assert.Equal("Draw new patterns", hello.GetProperty("actions")[0].GetProperty("name").GetString());
        Assert.Equal("Goes on to another set of patterns, from the next run on.", hello.GetProperty("actions")[0].GetProperty("description").GetString());
        Assert.Equal([5, 5], hello.GetProperty("networks").GetProperty("networks")[0].GetProperty("layers")[0].GetProperty("shape").EnumerateArray().Select(s => s.GetInt32()));
        Assert.Equal("train_trial", hello.GetProperty("tables")[0].GetProperty("name").GetString());
        Assert.Equal("ready", (await page.Until("status")).GetProperty("state").GetString());
    }

    [Fact]
    public async Task Init_run_stop_and_step_go_where_they_say()
    {
        await using var window = await Windows.Open(new Fallible());
        await using var page = await Page.Open(window);
        await page.CommandTo("ready", "init");
        await page.CommandTo("running", "run", new { mode = "Train" });
        var stopped = await page.CommandTo("paused", "stop", new { scale = "Epoch" });
        var epoch = stopped.GetProperty("counters").GetProperty("Epoch").GetInt32();
        Assert.Equal(4, stopped.GetProperty("counters").GetProperty("Trial").GetInt32());   // all four have ended

        var stepped = await page.CommandTo("paused", "step", new { mode = "Train", scale = "Trial", count = 3 });
        Assert.Equal(3, stepped.GetProperty("counters").GetProperty("Trial").GetInt32());
        stepped = await page.CommandTo("paused", "step", new { mode = "Train", scale = "Epoch", count = 2 });
        Assert.Equal(epoch + 2, stepped.GetProperty("counters").GetProperty("Epoch").GetInt32());
    }

    [Fact]
    public async Task Stop_now_waits_within_the_trial_and_steps_of_cycles_and_quarters_go_on_from_there()
    {
        await using var window = await Windows.Open(new Fallible());
        await using var page = await Page.Open(window);
        var at = await page.CommandTo("paused", "step", new { mode = "Train", scale = "Cycle", count = 7 });
        Assert.Equal((0, 7), (Count(at, "Trial"), Count(at, "Cycle")));
        at = await page.CommandTo("paused", "step", new { mode = "Train", scale = "Quarter", count = 1 });
        Assert.Equal((0, 25), (Count(at, "Trial"), Count(at, "Cycle")));
        at = await page.CommandTo("paused", "step", new { mode = "Train", scale = "Cycle", count = 80 });   // across the end of the trial
        Assert.Equal((1, 5), (Count(at, "Trial"), Count(at, "Cycle")));
        at = await page.CommandTo("paused", "step", new { mode = "Train", scale = "Trial", count = 1 });    // the rest of this one
        Assert.Equal(2, Count(at, "Trial"));
        at = await page.CommandTo("paused", "step", new { mode = "Train", scale = "Cycle", count = 1 });
        at = await page.CommandTo("paused", "step", new { mode = "Train", scale = "Epoch", count = 1 });
        Assert.Equal(1, Count(at, "Epoch"));
        await page.CommandTo("running", "run", new { mode = "Train" });
        at = await page.CommandTo("paused", "stop", new { scale = "now" });
        Assert.StartsWith("Stopped within a trial of T", at.GetProperty("words").GetString());
    }

    [Fact]
    public async Task Stepping_by_whatever_and_init_within_a_trial_give_the_bits_of_running()
    {
        var (watched, plain) = (new Fallible(), new Fallible());
        await using (var window = await Windows.Open(watched))
        {
            await using var page = await Page.Open(window);
            await page.CommandTo("paused", "step", new { mode = "Train", scale = "Cycle", count = 130 });
            await page.CommandTo("ready", "init");   // the weights have changed by now, and it is in the middle of a trial
            await page.Watch("Act", "cycle");
            foreach (var (scale, count) in ((string, int)[])[("Cycle", 30), ("Trial", 2), ("Quarter", 3), ("Epoch", 2), ("Cycle", 5), ("Epoch", 1)])
            {
                await page.CommandTo("paused", "step", new { mode = "Train", scale, count });
            }
        }
        plain.Initialize();
        plain.Step(3, TimeScale.Epoch);
        Assert.Equal(Bits(plain), Bits(watched));
    }

    [Fact]
    public async Task Watching_every_cycle_gives_the_bits_of_running_without_a_window()
    {
        var (watched, plain) = (new RandomAssociator { Runs = 1, Epochs = 3 }, new RandomAssociator { Runs = 1, Epochs = 3 });
        await using (var window = await Windows.Open(watched))
        {
            await using var page = await Page.Open(window);
            await page.Watch("Act", "cycle");
            await page.Watch("r.Wt", "trial", view: 2);
            await page.CommandTo("finished", "run", new { mode = "Train" });
            Assert.True(page.Frames.Count > 10, $"{page.Frames.Count} frames");
        }
        plain.Initialize();
        plain.Run();
        Assert.Equal(Bits(plain), Bits(watched));
    }

    [Fact]
    public async Task Stop_at_the_end_of_a_trial_does_not_linger_until_the_next_test()
    {
        await using var window = await Windows.Open(new Fallible());
        await using var page = await Page.Open(window);
        await page.CommandTo("running", "run", new { mode = "Train" });
        await page.CommandTo("paused", "stop", new { scale = "Trial" });
        var before = await page.CommandTo("paused", "step", new { mode = "Train", scale = "Epoch", count = 1 });   // out of a test, if it was in one
        // Two epochs from here there is a test; a stop that nobody took back would end the step at its first trial.
        var at = await page.CommandTo("paused", "step", new { mode = "Train", scale = "Epoch", count = 2 });
        Assert.Equal(Count(before, "Epoch") + 2, Count(at, "Epoch"));
    }

    [Fact]
    public async Task Tests_run_and_training_goes_on_after_them()
    {
        await using var window = await Windows.Open(new Fallible());
        await using var page = await Page.Open(window);
        await page.CommandTo("paused", "step", new { mode = "Train", scale = "Trial", count = 1 });
        Assert.StartsWith("SSE: ", (await page.State("paused")).GetProperty("logged").GetString(), StringComparison.Ordinal);
        var tested = await page.CommandTo("finished", "run", new { mode = "Test" });
        Assert.Equal("Test", tested.GetProperty("mode").GetString());
        var at = await page.CommandTo("paused", "step", new { mode = "Train", scale = "Trial", count = 1 });
        Assert.Equal(("Train", 2), (at.GetProperty("mode").GetString(), Count(at, "Trial")));

        await page.CommandTo("paused", "step", new { mode = "Train", scale = "Cycle", count = 3 });
        Assert.Contains("in the middle of a trial", await page.Error("run", new { mode = "Test" }), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Item_is_tested_while_training_is_in_the_midst_of_a_test()
    {
        var simulation = new Fallible();
        await using var window = await Windows.Open(simulation);
        await using var page = await Page.Open(window);
        // The item is asked for within the second trial of the test that training holds after two epochs, of the same patterns.
        Task<System.Text.Json.JsonElement>? answer = null;
        var tested = new List<string>();
        simulation.Log.Tables.Single(t => t.FileSuffix == "test_trial").RowAdded += row => tested.Add(row.Get<string>("TrialName"));
        simulation.Network.SafePoint += scale =>
        {
            if (scale != TimeScale.Cycle || tested.Count != 1 || answer is not null) { return; }
            answer = page.Result("action", new { name = "Test item", arguments = new { name = "cat" } });
            Thread.Sleep(200);   // until it has come
        };
        var trained = await page.CommandTo("paused", "step", new { mode = "Train", scale = "Epoch", count = 3 });
        await answer!;   // it is no error
        Assert.Equal(["cat", "dog", "dog", "cow", "cat"], tested.Take(5));   // the test, and then the item
        Assert.Equal(3, Count(trained, "Epoch"));
    }

    [Fact]
    public async Task Watching_changes_of_weights_gives_the_bits_of_running_without_a_window()
    {
        var (watched, plain) = (new RandomAssociator { Runs = 1, Epochs = 3 }, new RandomAssociator { Runs = 1, Epochs = 3 });
        await using (var window = await Windows.Open(watched))
        {
            await using var page = await Page.Open(window);
            await page.Watch("r.DWt", "trial");
            await page.CommandTo("finished", "run", new { mode = "Train" });
            Assert.Contains(page.Frames, f => f.Max > 0);
        }
        plain.Initialize();
        plain.Run();
        Assert.Equal(Bits(plain), Bits(watched));
    }

    [Fact]
    public async Task Error_of_the_simulation_is_told_and_init_starts_afresh()
    {
        await using var window = await Windows.Open(new Fallible { FailsAt = 2 });
        await using var page = await Page.Open(window);
        var failed = await page.CommandTo("failed", "run", new { mode = "Train" });
        Assert.Equal("Trial 2 was to fail.", failed.GetProperty("message").GetString());
        Assert.Contains("Init starts afresh", await page.Error("run", new { mode = "Train" }), StringComparison.Ordinal);
        await page.Command("set", new { path = "Sim.FailsAt", value = "-1" });
        await page.CommandTo("ready", "init");
        await page.CommandTo("paused", "step", new { mode = "Train", scale = "Epoch", count = 1 });
    }

    [Fact]
    public async Task Init_that_fails_says_why_and_can_be_tried_again()
    {
        await using var window = await Windows.Open(new Fallible());
        await using var page = await Page.Open(window);
        await page.Command("set", new { path = "Sim.LayerSizes", value = "Nowhere=2x2" });
        Assert.Contains("Nowhere", await page.Error("init"), StringComparison.Ordinal);
        await page.State("failed");
        await page.Command("undo");
        await page.CommandTo("ready", "init");
    }

    [Fact]
    public async Task Commands_that_make_no_sense_are_answered_with_what_would()
    {
        await using var window = await Windows.Open(new Fallible());
        await using var page = await Page.Open(window);
        Assert.Contains("Did you mean 'run'?", await page.Error("runn"), StringComparison.Ordinal);
        Assert.Contains("Did you mean 'Train'?", await page.Error("run", new { mode = "Trian" }), StringComparison.Ordinal);
        Assert.Contains("no steps of a Block", await page.Error("step", new { mode = "Train", scale = "Block", count = 1 }), StringComparison.Ordinal);
        Assert.Contains("count", await page.Error("step", new { mode = "Train", scale = "Trial", count = 0 }), StringComparison.Ordinal);
        Assert.Contains("needs 'scale'", await page.Error("step", new { mode = "Train" }), StringComparison.Ordinal);
    }

    private static int Count(System.Text.Json.JsonElement status, string counter) => status.GetProperty("counters").GetProperty(counter).GetInt32();

    private static uint[] Bits(Simulation simulation) =>
        [.. simulation.Network.Projections.SelectMany(p => p.SynapseValues("Wt")).Concat(simulation.Network.Layers.SelectMany(l => l.Units("Act").ToArray())).Select(BitConverter.SingleToUInt32Bits)];
}
