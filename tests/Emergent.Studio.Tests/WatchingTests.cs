using System.Text.Json;
using System.Text.RegularExpressions;
using Emergent.Networks;
using Emergent.Sims;

namespace Emergent.Studio.Tests;

public class WatchingTests
{
    [Fact]
    public async Task Frames_have_the_bits_of_the_units()
    {
        await using var window = await Windows.Open(new RandomAssociator());
        await using var page = await Page.Open(window);
        await page.Watch("Ge", "cycle");
        await page.CommandTo("paused", "step", new { mode = "Train", scale = "Trial", count = 2 });
        var frame = await page.FrameUntil(f => f.Counters.Contains("Trial: 2", StringComparison.Ordinal) || f.Counters.Contains("Trial: 1  Cycle: 100", StringComparison.Ordinal));

        var plain = new RandomAssociator();
        plain.Initialize();
        plain.Step(2, TimeScale.Trial);
        var expected = plain.Network.Layers.SelectMany(l => l.Units("Ge").ToArray()).ToArray();
        frame = page.Frames[^1];
        Assert.Equal(expected.Select(BitConverter.SingleToUInt32Bits), frame.Values.Select(BitConverter.SingleToUInt32Bits));
        Assert.Equal((expected.Min(), expected.Max()), (frame.Min, frame.Max));
        Assert.Equal((4u, 1u), (frame.Flags, frame.Version));
        Assert.StartsWith("Run: 0  Epoch: 0  Trial: ", frame.Counters, StringComparison.Ordinal);
        Assert.Contains("TrialName: row_", frame.Counters, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Item_that_an_action_tests_is_named_with_what_the_network_does()
    {
        await using var window = await Windows.Open(new FamilyTrees());
        await using var page = await Page.Open(window);
        await page.Watch("ActM", "trial");
        await page.CommandTo("paused", "step", new { mode = "Train", scale = "Trial", count = 2 });
        await page.Command("action", new { name = "Test item", arguments = new { name = "Lucia.Fath" } });   // of a test that is not Train's own
        await page.FrameUntil(f => f.Counters.Contains("TrialName: Lucia.Fath.Rob", StringComparison.Ordinal));
        // What comes to look later is told the same.
        await page.Watch("Ge", view: 2);
        Assert.Contains("TrialName: Lucia.Fath.Rob", (await page.FrameUntil(f => f.View == 2)).Counters, StringComparison.Ordinal);
        await page.CommandTo("paused", "step", new { mode = "Train", scale = "Trial", count = 1 });
        await page.FrameUntil(f => f.Counters.Contains("Trial: 2  Cycle: 100  TrialName: ", StringComparison.Ordinal) && !f.Counters.Contains("Lucia.Fath.Rob", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Fresh_network_is_shown_before_anything_is_run()
    {
        await using var window = await Windows.Open(new RandomAssociator());
        await using var page = await Page.Open(window);
        await page.Watch("Act");
        Assert.All((await page.FrameUntil(f => f.View == 1)).Values, v => Assert.Equal(0, v));
    }

    [Fact]
    public async Task Page_that_acknowledges_nothing_is_sent_four_frames_and_then_the_latest()
    {
        await using var window = await Windows.Open(new Fallible());
        await using var page = await Page.Open(window);
        page.Acknowledges = false;
        await page.Watch("Act", "cycle");
        await page.CommandTo("paused", "step", new { mode = "Train", scale = "Trial", count = 2 });
        Assert.Equal([1u, 2u, 3u, 4u], page.Frames.Select(f => f.Sequence));
        var newest = (await page.Until(m => Page.TypeOf(m) == "history" && m.GetProperty("count").GetInt32() >= 210)).GetProperty("count").GetInt32() - 1;
        await page.Send(new { type = "ack", view = 1, seq = 4 });
        var latest = await page.FrameUntil(f => f.Sequence == 5);
        Assert.Equal(newest, latest.Record);
    }

    [Fact]
    public async Task History_is_scrolled_by_the_numbers_of_records()
    {
        await using var window = await Windows.Open(new Fallible());
        await using var page = await Page.Open(window);
        await page.Watch("Act", "cycle");
        await page.CommandTo("paused", "step", new { mode = "Train", scale = "Cycle", count = 20 });
        await page.FrameUntil(f => f.Record == 20);   // record 0 is the fresh network
        await page.Watch("Vm", "cycle", record: 10);  // another variable, which nobody had watched then

        var frame = await page.FrameUntil(f => f.Record == 10 && f.Flags == 0);
        var plain = new Fallible();
        plain.Initialize();
        var vm = new List<float[]>();
        plain.Network.SafePoint += scale => { if (scale == TimeScale.Cycle) { vm.Add([.. plain.Network.Layers.SelectMany(l => l.Units("Vm").ToArray())]); } };
        plain.Step(1, TimeScale.Trial);
        Assert.Equal(vm[9], frame.Values);
        Assert.Contains("Cycle: 10", frame.Counters, StringComparison.Ordinal);
    }

    [Fact]
    public async Task History_keeps_to_its_budget_and_then_only_to_what_is_watched()
    {
        var simulation = new RandomAssociator();
        var all = 148 * simulation.Network.UnitVariables.Count * 4;
        await using var window = await Windows.Open(simulation, historyBytes: all * 100);   // too little for 210 records of all
        await using var page = await Page.Open(window);
        await page.Watch("Act", "cycle");
        await page.CommandTo("paused", "step", new { mode = "Train", scale = "Trial", count = 2 });
        var history = await page.Until(m => Page.TypeOf(m) == "history" && m.GetProperty("count").GetInt32() >= 210);
        Assert.True(history.GetProperty("bytes").GetInt64() < 211 * (148 * 4 + 1000));
        await page.Watch("Vm", "cycle", view: 2, record: 5);   // a view of its own: frames of Act may be on their way
        Assert.All((await page.FrameUntil(f => f.View == 2)).Values, v => Assert.True(float.IsNaN(v)));
    }

    [Theory]
    [InlineData(0.0, 2, 40)]
    [InlineData(1.0, 10 * 105, 10_000)]
    public async Task Runs_record_what_their_share_of_the_time_allows_and_steps_everything(double share, int least, int most)
    {
        await using var window = await Windows.Open(new RandomAssociator(), recordingShare: share);
        await using var page = await Page.Open(window);
        page.Acknowledges = false;   // so it is shown four states
        await page.Watch("Act", "cycle");
        var run = await Step("Epoch");
        Assert.InRange(run, least, most);
        Assert.InRange(await Step("Trial") - run, 105, 106);   // cycles, quarters, the trial; and its end once more if something had changed there

        async Task<int> Step(string scale)
        {
            await page.CommandTo("paused", "step", new { mode = "Train", scale, count = 1 });
            var paused = page.Messages.ToList().FindLastIndex(m => Page.TypeOf(m) == "status");
            return (await page.Until("history", paused)).GetProperty("count").GetInt32();
        }
    }

    [Fact]
    public void History_lets_the_oldest_go_and_allocates_nothing_once_it_is_full()
    {
        var simulation = new RandomAssociator();
        simulation.Initialize();
        var all = 148L * simulation.Network.UnitVariables.Count * 4;
        var history = new StateHistory(budget: 220 * (all + 1000));
        history.Begin(simulation.Network);
        Assert.True(history.RecordsAll);
        for (var i = 0; i < 300; i++) { history.Record("x"u8, []); }
        Assert.InRange(history.Count, 210, 225);
        Assert.Equal(300 - history.Count, history.First);
        Assert.True(history.Bytes <= history.Budget);
        var before = GC.GetAllocatedBytesForCurrentThread();
        history.Record("x"u8, []);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Fact]
    public async Task Bounds_are_those_of_all_records_of_what_is_watched()
    {
        var simulation = new Fallible();
        await using var window = await Windows.Open(simulation);
        await using var page = await Page.Open(window);
        var (min, max) = (0f, 0f);   // the fresh network's conductances
        simulation.Network.SafePoint += _ =>
        {
            foreach (var value in simulation.Network.Layers.SelectMany(l => l.Units("Ge").ToArray())) { (min, max) = (Math.Min(min, value), Math.Max(max, value)); }
        };
        await page.Watch("Ge", "cycle");
        await page.CommandTo("paused", "step", new { mode = "Train", scale = "Trial", count = 1 });
        var last = await page.Until(m => Page.TypeOf(m) == "history" && m.GetProperty("bounds").TryGetProperty("Ge", out var ge) && ge[1].GetSingle() == max && m.GetProperty("count").GetInt32() > 100);
        Assert.Equal([min, max], last.GetProperty("bounds").GetProperty("Ge").EnumerateArray().Select(v => v.GetSingle()));
        Assert.True(page.Frames[^1].Max < max, "the greatest value was of an earlier record");
        Assert.False(last.GetProperty("bounds").TryGetProperty("Act", out _));
    }

    [Fact]
    public async Task Names_of_units_are_told()
    {
        var simulation = new Fallible();
        simulation.Network["Output"].UnitNames = ["a", "", "b", "c"];
        await using var window = await Windows.Open(simulation);
        await using var page = await Page.Open(window);
        var layers = (await page.Until("hello")).GetProperty("networks").GetProperty("networks")[0].GetProperty("layers").EnumerateArray().ToDictionary(l => l.GetProperty("name").GetString()!);
        Assert.Equal(["a", "", "b", "c"], layers["Output"].GetProperty("unitNames").EnumerateArray().Select(n => n.GetString()));
        Assert.Empty(layers["Hidden"].GetProperty("unitNames").EnumerateArray());
    }

    [Fact]
    public async Task Weights_of_a_unit_are_read_from_the_network()
    {
        var simulation = new RandomAssociator();
        await using var window = await Windows.Open(simulation);
        await using var page = await Page.Open(window);
        await page.Watch("r.Wt", unit: new { layer = "Hidden1", index = 7 });
        await page.Watch("s.Wt", view: 2, unit: new { layer = "Hidden1", index = 7 });
        await page.Watch("r.Wt", view: 3);
        var (received, sent) = (await page.FrameUntil(f => f.View == 1), await page.FrameUntil(f => f.View == 2));
        var network = simulation.Network;
        float[] none(string layer) => [.. Enumerable.Repeat(float.NaN, network[layer].UnitCount)];
        Assert.Equal(-1, received.Record);
        Assert.Equal([.. network["Input"].SynapsesTo("Wt", "Hidden1", 7), .. none("Hidden1"), .. network["Hidden2"].SynapsesTo("Wt", "Hidden1", 7), .. none("Output")], received.Values);
        Assert.Equal([.. none("Input"), .. none("Hidden1"), .. network["Hidden2"].SynapsesFrom("Wt", "Hidden1", 7), .. none("Output")], sent.Values);
        var chosen = await page.Until(m => Page.TypeOf(m) == "unit" && m.GetProperty("view").GetInt32() == 3);
        Assert.Equal("Output", chosen.GetProperty("layer").GetString());
    }

    [Fact]
    public async Task While_the_past_is_looked_at_steps_are_recorded_and_a_run_leaves_it_alone()
    {
        await using var window = await Windows.Open(new Fallible());
        await using var page = await Page.Open(window);
        await page.Watch("Act", "cycle");
        await page.CommandTo("paused", "step", new { mode = "Train", scale = "Trial", count = 1 });
        await page.Watch("Act", "cycle", record: 10);
        await page.Watch("Act", "cycle", view: 3, record: 10);   // was never live, so that each of its frames is of the past
        var past = await page.FrameUntil(f => f.View == 3);
        var from = page.Messages.Count;
        await page.CommandTo("paused", "step", new { mode = "Train", scale = "Trial", count = 1 });
        var count = (await page.Until(m => Page.TypeOf(m) == "history" && m.GetProperty("count").GetInt32() > 200, from)).GetProperty("count").GetInt32();
        await page.CommandTo("running", "run", new { mode = "Train" });
        await page.Until(m => Page.TypeOf(m) == "status" && m.GetProperty("counters").GetProperty("Epoch").GetInt32() > 20, from);
        await page.CommandTo("paused", "stop", new { scale = "now" });
        await page.Watch("Act", "cycle", view: 2, record: 10);
        Assert.Equal(past.Values, (await page.FrameUntil(f => f.View == 2)).Values);
        var history = page.Messages.Last(m => Page.TypeOf(m) == "history");
        Assert.InRange(history.GetProperty("count").GetInt32(), count, count + 200);   // the trial in which it stopped, and no more
        Assert.All(page.Frames.Where(f => f.View == 3), f => Assert.Equal(10, f.Record));
        Assert.Equal(10, page.Frames.Last(f => f.View == 1).Record);
    }

    [Fact]
    public async Task View_out_of_sight_is_sent_nothing_and_its_past_goes_on()
    {
        await using var window = await Windows.Open(new Fallible());
        await using var page = await Page.Open(window);
        await page.Send(new { type = "watch", view = 1, variable = "Act", rate = "cycle", maxHz = 0, record = -1, isShown = false });
        var from = page.Messages.Count;
        await page.CommandTo("paused", "step", new { mode = "Train", scale = "Trial", count = 2 });
        await page.Until(m => Page.TypeOf(m) == "history" && m.GetProperty("count").GetInt32() > 200, from);
        Assert.Empty(page.Frames);
        await page.Watch("Act", "cycle");   // in sight again
        var frame = await page.FrameUntil(f => f.View == 1);
        Assert.Contains("Trial: 1  Cycle: 100", frame.Counters, StringComparison.Ordinal);
        await page.Watch("Act", "cycle", record: 50);
        Assert.Contains("Trial: 0  Cycle: ", (await page.FrameUntil(f => f.Record == 50)).Counters, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Series_has_all_variables_of_a_unit_over_the_history()
    {
        await using var window = await Windows.Open(new Fallible());
        await using var page = await Page.Open(window);
        await page.Watch("Act", "cycle");
        await page.CommandTo("paused", "step", new { mode = "Train", scale = "Cycle", count = 30 });
        await page.Send(new { type = "series", id = 77, layer = "Hidden", index = 4 });
        var series = await page.Until("series");
        Assert.Equal(77, series.GetProperty("id").GetInt32());
        var last = page.Frames.Last(f => f.View == 1);
        Assert.Equal(Enumerable.Range(0, last.Record + 1), series.GetProperty("records").EnumerateArray().Select(r => r.GetInt32()));
        var act = series.GetProperty("variables").GetProperty("Act").EnumerateArray().Select(v => v.GetSingle()).ToArray();
        Assert.Equal(last.Values[4 + 4], act[^1]);
    }

    [Fact]
    public async Task Variables_that_are_not_there_are_answered_with_those_that_are()
    {
        await using var window = await Windows.Open(new Fallible());
        await using var page = await Page.Open(window);
        await page.Watch("Actt");
        Assert.Contains("Did you mean 'Act'?", (await page.Until("viewError")).GetProperty("message").GetString(), StringComparison.Ordinal);
        await page.Watch("r.Wt", view: 2, unit: new { layer = "Hidden", index = 999 });
        Assert.Contains("units 0…8", (await page.Until(m => Page.TypeOf(m) == "viewError" && m.GetProperty("view").GetInt32() == 2)).GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Network_that_is_built_anew_is_told_with_another_version()
    {
        await using var window = await Windows.Open(new Fallible());
        await using var page = await Page.Open(window);
        await page.Watch("Act");
        await page.Command("set", new { path = "Sim.Side", value = "5" });
        await page.Command("set", new { path = "#Hidden.Inhib.Layer.Gi", value = "1.55" });
        await page.CommandTo("ready", "init");
        var network = (await page.Until("networks")).GetProperty("networks")[0];
        Assert.Equal(2, network.GetProperty("version").GetInt32());
        var frame = await page.FrameUntil(f => f.Version == 2);
        Assert.Equal(4 + 25 + 4, frame.Values.Length);
        Assert.Equal("1.55", (await page.Until("form")).GetProperty("values").GetProperty("#Hidden.Inhib.Layer.Gi").GetProperty("text").GetString());
    }

    [Fact]
    public async Task Network_of_another_algorithm_is_shown_alike()
    {
        var simulation = new RandomAssociatorBackprop { Runs = 1, Epochs = 2 };
        await using (var window = await Windows.Open(simulation))
        {
            await using var page = await Page.Open(window);
            var hello = await page.Until("hello");
            Assert.Equal(["Trial", "Epoch", "Run"], hello.GetProperty("modes")[0].GetProperty("scales").EnumerateArray().Select(s => s.GetString()));
            Assert.Contains("no steps of a Cycle", await page.Error("step", new { mode = "Train", scale = "Cycle", count = 1 }), StringComparison.Ordinal);
            await page.Watch("Act", "cycle");
            await page.Watch("s.Wt", "trial", view: 2, unit: new { layer = "Input", index = 0 });
            await page.Command("set", new { path = "#Hidden1ToHidden2.Learn.Lrate", value = "0.021" });
            await page.CommandTo("finished", "run", new { mode = "Train" });
            Assert.Contains(page.Frames, f => f.View == 1 && f.Values.Any(v => v != 0));
        }
        var plain = new RandomAssociatorBackprop { Runs = 1, Epochs = 2 };
        plain.Set("#Hidden1ToHidden2 Prjn.Learn.Lrate=0.021");
        plain.Initialize();
        plain.Run();
        Assert.Equal(plain.Network.Projections[1].SynapseValues("Wt"), simulation.Network.Projections[1].SynapseValues("Wt"));
    }

    [Fact]
    public async Task Changes_of_weights_are_those_of_the_last_trial_that_learned_for_every_unit()
    {
        var simulation = new Fallible();
        await using var window = await Windows.Open(simulation);
        await using var page = await Page.Open(window);
        await page.Watch("r.DWt", "trial", unit: new { layer = "Hidden", index = 4 });
        await page.CommandTo("paused", "step", new { mode = "Train", scale = "Trial", count = 2 });
        await page.Watch("r.DWt", "trial", view: 2, unit: new { layer = "Hidden", index = 5 });   // another unit, after it has happened
        await page.Watch("s.DWt", "trial", view: 3, unit: new { layer = "Hidden", index = 5 });
        var plain = new Fallible();
        plain.Initialize();
        float[] received = [], sent = [];
        plain.Network.WeightsChanging += () =>
        {
            (received, sent) = ([], []);
            foreach (var layer in plain.Network.Layers)
            {
                received = [.. received, .. layer.Name == "Hidden" ? layer.Units("Act").ToArray().Select(_ => float.NaN) : layer.SynapsesTo("DWt", "Hidden", 5)];
                sent = [.. sent, .. layer.Name == "Output" ? layer.SynapsesFrom("DWt", "Hidden", 5) : layer.Units("Act").ToArray().Select(_ => float.NaN)];
            }
        };
        plain.Step(2, TimeScale.Trial);
        Assert.Contains(received, v => v > 0);
        Assert.Equal(received, (await page.FrameUntil(f => f.View == 2)).Values);
        Assert.Equal(sent, (await page.FrameUntil(f => f.View == 3)).Values);
        Assert.Contains((await page.FrameUntil(f => f.View == 1 && f.Sequence > 1)).Values, v => v != 0 && !float.IsNaN(v));

        // Init has nothing to show, and nobody who looks no longer makes learning slower.
        await page.CommandTo("ready", "init");
        Assert.All((await page.FrameUntil(f => f.View == 3 && f.Sequence > 1)).Values, v => Assert.True(float.IsNaN(v) || v == 0));
        foreach (var view in (int[])[1, 2, 3]) { await page.Send(new { type = "unwatch", view }); }
        await page.Command("seed", new { seed = 1 });   // until it has come
        var listeners = typeof(Network).GetField("WeightsChanging", System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.NonPublic)!;
        Assert.Null(listeners.GetValue(simulation.Network));
    }

    [Fact]
    public async Task Training_and_tests_are_drawn_as_often_as_each_is_to_be()
    {
        await using var window = await Windows.Open(new Fallible());
        await using var page = await Page.Open(window);
        await page.Send(new { type = "watch", view = 1, variable = "Act", rate = "fastSpike", testRate = "trial", maxHz = 0, record = -1 });
        await page.FrameUntil(_ => true);
        // 10 cycles and the end of each trial in training; a test after its second epoch, by trials.
        await page.CommandTo("paused", "step", new { mode = "Train", scale = "Trial", count = 1 });
        Assert.Equal(11, await Recorded(page) - 1);   // the first is of the fresh network; the end of a trial is a state of its own
        await page.CommandTo("finished", "run", new { mode = "Test" });
        Assert.Equal(11 + 4, await Recorded(page) - 1);

        // The ends of both phases; and of runs, besides what is recorded when it rests.
        await page.CommandTo("ready", "init");
        await page.Send(new { type = "watch", view = 1, variable = "Act", rate = "phase", testRate = "run", maxHz = 0, record = -1 });
        var sent = page.Frames.Count;
        await page.CommandTo("paused", "step", new { mode = "Train", scale = "Trial", count = 2 });
        Assert.Equal(["Cycle: 75", "Cycle: 100", "Cycle: 75", "Cycle: 100"], page.Frames.Skip(sent).Where(f => !f.Counters.Contains("Cycle: 0 ", StringComparison.Ordinal)).Select(f => Regex.Match(f.Counters, @"Cycle: \d+").Value));
        await page.Send(new { type = "watch", view = 1, variable = "Act", rate = "cycle", testRate = "often", maxHz = 0, record = -1 });
        Assert.Contains("no rate 'often'", (await page.Closed()).Reason, StringComparison.Ordinal);

        static async Task<int> Recorded(Page page)
        {
            await Task.Delay(200);   // until it is told
            return page.Messages.Last(m => Page.TypeOf(m) == "history").GetProperty("count").GetInt32();
        }
    }

    [Fact]
    public void Large_frames_are_sent_as_bytes()
    {
        var values = Enumerable.Range(0, FrameWriter.MostFloats + 1).Select(i => i / 1000f).ToArray();
        values[3] = float.NaN;
        var message = FrameWriter.Write(new FrameHead(1, 2, 3, 4, IsNewest: false), "ab"u8, values);
        var frame = Frame.Read(message.Bytes.Span);
        Assert.Equal(1u, frame.Flags);
        Assert.Equal((0f, 255f, 254f), (frame.Values[0], frame.Values[3], frame.Values[^1]));
        Assert.True(message.Length <= 1 << 20);
        message.Return();
    }

    [Fact]
    public async Task Safe_points_allocate_nothing_while_nobody_watches()
    {
        var simulation = new Fallible();
        var (before, most) = (0L, 0L);
        simulation.Network.SafePoint += _ => before = GC.GetAllocatedBytesForCurrentThread();   // before the session's
        using var session = new SimulationSession(simulation, 64 << 20, recordingShare: 1);
        await session.Start();
        using var paused = new ManualResetEventSlim();
        var points = 0;
        session.Post(() => simulation.Network.SafePoint += _ =>
        {
            if (++points > 200) { most = Math.Max(most, GC.GetAllocatedBytesForCurrentThread() - before); }
            if (points == 1000) { paused.Set(); }
        });
        var client = new SessionClient(new Nowhere());
        session.Post(() => session.Receive(client, ClientMessage.Parse("""{"type":"command","id":1,"name":"run"}"""u8.ToArray())));
        Assert.True(paused.Wait(TimeSpan.FromSeconds(60)));
        Assert.Equal(0, most);
    }

    [Fact]
    public async Task Of_several_projections_between_two_layers_those_of_the_class_that_is_asked_for_are_shown()
    {
        var simulation = new Doubled();
        await using var window = await Windows.Open(simulation);
        await using var page = await Page.Open(window);
        var input = simulation.Network["Input"];
        foreach (var (view, projections) in ((uint, string)[])[(1, ""), (2, "Direct"), (3, "Nothing")])
        {
            await page.Send(new { type = "watch", view, variable = "r.Wt", unit = new { layer = "Hidden", index = 1 }, rate = "trial", maxHz = 0, record = -1, projections });
            var frame = await page.FrameUntil(f => f.View == view);
            float[] expected = projections == "Nothing" ? [.. Enumerable.Repeat(float.NaN, 4)] : input.SynapsesTo("Wt", "Hidden", 1, projections);
            Assert.Equal(expected, frame.Values[..input.UnitCount]);
        }
        Assert.NotEqual(input.SynapsesTo("Wt", "Hidden", 1), input.SynapsesTo("Wt", "Hidden", 1, "Direct"));
    }

    private sealed class Nowhere : IMessageSink
    {
        public long PendingBytes => 0;

        public void Send(OutgoingMessage message) => message.Return();
    }
}
