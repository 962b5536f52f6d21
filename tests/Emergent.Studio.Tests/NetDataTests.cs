using System.Net;
using System.Text;
using Emergent.Networks;

namespace Emergent.Studio.Tests;

public class NetDataTests
{
    [Theory]
    [InlineData(".netdat")]
    [InlineData(".netdat.gz")]
    public async Task Saved_records_are_the_states_that_the_network_was_in(string ending)
    {
        var simulation = new Fallible { Tag = "a b" };
        await using var window = await Windows.Open(simulation);
        var cookie = await Page.Enter(window);
        await using var page = await Page.Open(window, cookie);
        await page.Watch("Act", "cycle");
        await page.CommandTo("paused", "step", new { mode = "Train", scale = "Trial", count = 2 });
        var (name, content) = await Exchange.Save(window, cookie, $"netdata{ending}");
        Assert.Equal($"Fallible_a_b_Base_000_00000{ending}", name);
        var data = NetData.Read(new MemoryStream(content), name);
        Assert.Equal(("Fallible", simulation.Network.UnitVariables.Count), (data.Network, data.Variables.Count));
        Assert.Equal([("Input", 4), ("Hidden", 9), ("Output", 4)], data.Layers);
        Assert.True(data.Count > 200);
        Assert.Contains("Trial: 1  Cycle: 100  TrialName: dog", data.Counters(data.Count - 1), StringComparison.Ordinal);

        var plain = new Fallible();
        plain.Initialize();
        var atCycle = new NetData(plain.Network, most: 1000);
        plain.Network.SafePoint += _ => atCycle.Record("");
        plain.Step(2, TimeScale.Trial);
        Assert.Equal(BitsOf(atCycle, atCycle.Count - 1), BitsOf(data, data.Count - 1));
        var all = Enumerable.Range(0, atCycle.Count).Select(r => BitsOf(atCycle, r)).ToHashSet();
        Assert.All(Enumerable.Range(1, data.Count - 1), r => Assert.Contains(BitsOf(data, r), all));   // after that of before the first cycle
    }

    [Theory]
    [InlineData(".netdat")]
    [InlineData(".netdat.gz")]
    public async Task Opened_records_are_shown_and_scrolled_and_the_next_states_follow_them(string ending)
    {
        var simulation = new Fallible();
        await using var window = await Windows.Open(simulation);
        var cookie = await Page.Enter(window);
        await using var page = await Page.Open(window, cookie);
        await page.Watch("Act", "cycle");
        await page.CommandTo("paused", "step", new { mode = "Train", scale = "Trial", count = 1 });
        var (name, content) = await Exchange.Save(window, cookie, $"netdata{ending}");
        var saved = NetData.Read(new MemoryStream(content), name);
        await page.CommandTo("ready", "init");
        await page.CommandTo("paused", "step", new { mode = "Train", scale = "Trial", count = 3 });
        var before = simulation.Network["Hidden"].Units("Act").ToArray();

        var (from, frames) = (page.Messages.Count, page.Frames.Count);
        var answer = await Exchange.Open(window, cookie, "netdata", content, name);
        Assert.Equal((HttpStatusCode.OK, $"'{name}' is shown: {saved.Count} records. The network is as it was; its next states will follow them.\n"), answer);
        var newest = await page.FrameUntil(f => page.Frames.Count > frames && f == page.Frames[^1] && f.Values.SequenceEqual(Values(saved, saved.Count - 1, "Act")));
        Assert.Equal(saved.Counters(saved.Count - 1), newest.Counters);
        var history = await page.Until(m => Page.TypeOf(m) == "history" && m.GetProperty("count").GetInt32() == saved.Count, from);
        var first = history.GetProperty("first").GetInt32();
        Assert.Equal(first + saved.Count - 1, newest.Record);
        Assert.Equal([FiniteMin(saved, "Act"), FiniteMax(saved, "Act")], history.GetProperty("bounds").GetProperty("Act").EnumerateArray().Select(b => b.GetSingle()));
        await page.Until(m => Page.TypeOf(m) == "log" && m.GetProperty("text").GetString()!.StartsWith($"Records '{name}' is shown", StringComparison.Ordinal));
        Assert.Equal(before, simulation.Network["Hidden"].Units("Act").ToArray());

        // The past of the file, by another variable; and a unit's history.
        await page.Watch("Ge", "cycle", record: first + 40);
        var past = await page.FrameUntil(f => f.Record == first + 40);
        Assert.Equal(saved.Counters(40), past.Counters);
        Assert.Equal(Values(saved, 40, "Ge"), past.Values);
        await page.Send(new { type = "series", id = 900, layer = "Hidden", index = 5 });
        var series = await page.Until("series");
        Assert.Equal(saved.UnitTable("Hidden", 5).Column<float>("Vm").Values.ToArray(), series.GetProperty("variables").GetProperty("Vm").EnumerateArray().Select(v => v.GetSingle()));

        await page.CommandTo("paused", "step", new { mode = "Train", scale = "Trial", count = 1 });
        await page.Until(m => Page.TypeOf(m) == "history" && m.GetProperty("first").GetInt32() == first && m.GetProperty("count").GetInt32() > saved.Count + 100, from);
        await page.Watch("Ge", "cycle", record: first + 40, view: 2);
        Assert.Equal(past.Values, (await page.FrameUntil(f => f.View == 2)).Values);
    }

    [Fact]
    public async Task Saving_while_it_runs_changes_no_bit_and_no_record_while_it_is_written()
    {
        var (saved, plain) = (new Fallible { Epochs = 100 }, new Fallible { Epochs = 100 });
        // Room for few records, so that they go around while the file is written.
        await using (var window = await Windows.Open(saved, historyBytes: 2_000_000))
        {
            var cookie = await Page.Enter(window);
            await using var page = await Page.Open(window, cookie);
            await page.Watch("Act", "cycle");
            await page.CommandTo("running", "run", new { mode = "Train" });
            for (var i = 0; i < 3; i++)
            {
                var (name, content) = await Exchange.Save(window, cookie, "netdata.netdat");
                var data = NetData.Read(new MemoryStream(content), name);
                // A record that became a later one in the midst of it would stand before its elders.
                var counters = Enumerable.Range(0, data.Count).Select(data.Counters).Where(c => c.StartsWith("Run: ", StringComparison.Ordinal)).ToList();   // of tests there are others between
                Assert.Equal(counters.Order(new CounterOrder()), counters);
            }
            await page.State("finished");
        }
        plain.Initialize();
        plain.Run();
        Assert.Equal(plain.Network.Projections.SelectMany(p => p.SynapseValues("Wt")), saved.Network.Projections.SelectMany(p => p.SynapseValues("Wt")));
    }

    [Fact]
    public async Task Of_more_records_than_there_is_room_for_the_newest_are_shown()
    {
        var simulation = new Fallible();
        var (data, bytes) = (RecordedBy(new Fallible(), trials: 4), 17L * simulation.Network.UnitVariables.Count * 4 + 656);
        await using var window = await Windows.Open(simulation, historyBytes: 300 * bytes);
        var cookie = await Page.Enter(window);
        var (status, text) = await Exchange.Open(window, cookie, "netdata", Bytes(data), "long.netdat");
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains($"'long.netdat' is shown: 300 records, the newest of {data.Count}: more do not fit into", text, StringComparison.Ordinal);
        var (name, again) = await Exchange.Save(window, cookie, "netdata.netdat.gz");
        var kept = NetData.Read(new MemoryStream(again), name);
        Assert.Equal(data.Counters(data.Count - 1), kept.Counters(299));
        Assert.Equal(BitsOf(data, data.Count - 300), BitsOf(kept, 0));
    }

    [Fact]
    public async Task Records_of_some_variables_say_which_are_missing()
    {
        await using var window = await Windows.Open(new Fallible());
        var cookie = await Page.Enter(window);
        await using var page = await Page.Open(window, cookie);
        var file = """{"UnVars":["Act","Other"],"Ring":{"StIdx":0,"Len":1,"Max":1},"LayData":{"Output":{"NUnits":4,"Data":[1,2,3,4,0,0,0,0]},"Input":{"NUnits":4,"Data":[5,6,7,8,0,0,0,0]},"Hidden":{"NUnits":9,"Data":[1,1,1,1,1,1,1,1,1,0,0,0,0,0,0,0,0,0]}}}""";
        var (status, text) = await Exchange.Open(window, cookie, "netdata", Encoding.UTF8.GetBytes(file), "few.netdat");
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.StartsWith("'few.netdat' is shown: 1 records, without ", text, StringComparison.Ordinal);
        Assert.Contains("Ge, Gi", text, StringComparison.Ordinal);
        await page.Watch("Act");
        float[] expected = [5, 6, 7, 8, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 3, 4];   // layers by name, not by order
        Assert.Equal(expected, (await page.FrameUntil(f => f.View == 1)).Values);
        await page.Watch("Ge", view: 2);
        Assert.All((await page.FrameUntil(f => f.View == 2)).Values, v => Assert.True(float.IsNaN(v)));
    }

    [Theory]
    [InlineData("cut off.netdat", "is damaged at line")]
    [InlineData("cut off.netdat.gz", "is damaged: it is not a whole gzip file")]
    [InlineData("weights.wts", "is damaged at line")]
    [InlineData("empty.netdat", "is damaged")]
    [InlineData("other layer.netdat", "have a layer 'Hiden', which network 'Fallible' has not. Did you mean 'Hidden'?")]
    [InlineData("no layer.netdat", "have no layer 'Hidden', which network 'Fallible' has. Open those of the same network.")]
    [InlineData("other size.netdat", "have 16 units in layer 'Hidden', which has 9 ([3, 3])")]
    [InlineData("other variables.netdat", "have none of the variables of network 'Fallible', but Foo")]
    public async Task File_that_is_damaged_or_of_another_network_is_refused_and_changes_nothing(string name, string why)
    {
        await using var window = await Windows.Open(new Fallible());
        var cookie = await Page.Enter(window);
        await using var page = await Page.Open(window, cookie);
        await page.Watch("Act", "cycle");
        await page.CommandTo("paused", "step", new { mode = "Train", scale = "Trial", count = 1 });
        var before = await Exchange.Save(window, cookie, "netdata.netdat");
        var whole = Bytes(RecordedBy(new Fallible(), trials: 1));
        var text = Encoding.UTF8.GetString(whole);
        var content = name switch
        {
            "cut off.netdat" => whole[..(whole.Length / 2)],
            "cut off.netdat.gz" => Exchange.Packed(whole)[..^20],
            "weights.wts" => (await Exchange.Save(window, cookie, "weights.wts")).Content,
            "other layer.netdat" => Encoding.UTF8.GetBytes(text.Replace("\"Hidden\"", "\"Hiden\"", StringComparison.Ordinal)),
            "no layer.netdat" => """{"UnVars":["Act"],"Ring":{"Len":1,"Max":1},"LayData":{"Input":{"NUnits":4,"Data":[1,2,3,4]}}}"""u8.ToArray(),
            "other size.netdat" => Bytes(RecordedBy(new Fallible { Side = 4 }, trials: 1)),
            "other variables.netdat" => """{"UnVars":["Foo"],"Ring":{"Len":1,"Max":1},"LayData":{"Input":{"NUnits":4,"Data":[1,2,3,4]},"Hidden":{"NUnits":9,"Data":[1,2,3,4,5,6,7,8,9]},"Output":{"NUnits":4,"Data":[1,2,3,4]}}}"""u8.ToArray(),
            _ => [],
        };
        var (status, said) = await Exchange.Open(window, cookie, "netdata", content, name);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains($"'{name}'", said, StringComparison.Ordinal);
        Assert.Contains(why, said, StringComparison.Ordinal);
        Assert.Equal(before.Content, (await Exchange.Save(window, cookie, "netdata.netdat")).Content);
        Assert.Equal(HttpStatusCode.OK, (await Exchange.Open(window, cookie, "netdata", whole, "whole.netdat")).Status);
    }

    [Fact]
    public async Task Nothing_is_opened_while_it_runs_nor_for_strangers()
    {
        await using var window = await Windows.Open(new Fallible());
        var cookie = await Page.Enter(window);
        await using var page = await Page.Open(window, cookie);
        var file = Bytes(RecordedBy(new Fallible(), trials: 1));
        await page.CommandTo("running", "run", new { mode = "Train" });
        var (status, text) = await Exchange.Open(window, cookie, "netdata", file, "a.netdat");
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "Records 'a.netdat' were not opened: the simulation runs, and its states would take their place at once. Stop it first.\n"), (status, text));
        await page.CommandTo("paused", "stop", new { scale = "now" });
        Assert.Equal(HttpStatusCode.OK, (await Exchange.Open(window, cookie, "netdata", file, "a.netdat")).Status);   // in the middle of a trial, too
        Assert.Equal(HttpStatusCode.Forbidden, (await Exchange.Open(window, null, "netdata", file, "a.netdat")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await Exchange.Open(window, cookie, "netdata", file, "a.netdat", "", "http://evil.example")).Status);
        using var stranger = await Exchange.Ask(window, "a=b", "netdata.netdat");
        Assert.Equal(HttpStatusCode.Forbidden, stranger.StatusCode);
    }

    [Fact]
    public async Task Large_network_of_which_nothing_is_shown_has_no_records_to_save()
    {
        await using var window = await Windows.Open(new Fallible { Side = 20 }, historyBytes: 1_000_000);
        var cookie = await Page.Enter(window);
        using var answer = await Exchange.Ask(window, cookie, "netdata.netdat");
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "Of network 'Fallible', which is large, only the variables that are shown are recorded, and none is. Show one, and run.\n"), (answer.StatusCode, await answer.Content.ReadAsStringAsync()));

        await using var page = await Page.Open(window, cookie);
        await page.Watch("Act", "cycle");
        await page.CommandTo("paused", "step", new { mode = "Train", scale = "Trial", count = 1 });
        await page.Watch("Ge", "cycle");
        await page.CommandTo("paused", "step", new { mode = "Train", scale = "Trial", count = 1 });
        var (name, content) = await Exchange.Save(window, cookie, "netdata.netdat");
        var data = NetData.Read(new MemoryStream(content), name);
        Assert.Equal(["Act", "Ge"], data.Variables.Order());
        Assert.All(data.Units(1, "Hidden", "Ge").ToArray(), v => Assert.True(float.IsNaN(v)));   // nobody looked at it then
        Assert.All(data.Units(data.Count - 1, "Hidden", "Ge").ToArray(), v => Assert.True(float.IsFinite(v)));
    }

    /// <summary>All states that a simulation passes through in its first trials.</summary>
    private static NetData RecordedBy(Fallible simulation, int trials)
    {
        simulation.Initialize();
        var data = new NetData(simulation.Network, most: 10_000);
        simulation.Network.SafePoint += scale => data.Record($"{scale} {data.Count}");
        simulation.Step(trials, TimeScale.Trial);
        return data;
    }

    private static byte[] Bytes(NetData data)
    {
        using var content = new MemoryStream();
        data.Save(content, "a.netdat");
        return content.ToArray();
    }

    private static float[] Values(NetData data, int record, string variable) => [.. data.Layers.SelectMany(l => data.Units(record, l.Name, variable).ToArray())];

    private static float FiniteMin(NetData data, string variable) => Enumerable.Range(0, data.Count).SelectMany(r => Values(data, r, variable)).Where(float.IsFinite).Min();

    private static float FiniteMax(NetData data, string variable) => Enumerable.Range(0, data.Count).SelectMany(r => Values(data, r, variable)).Where(float.IsFinite).Max();

    private static string BitsOf(NetData data, int record) => string.Join(' ', data.Variables.SelectMany(v => Values(data, record, v)).Select(BitConverter.SingleToUInt32Bits));

    /// <summary>By epoch, trial and cycle.</summary>
    private sealed class CounterOrder : IComparer<string>
    {
        public int Compare(string? x, string? y) => Place(x!).CompareTo(Place(y!));

        private static (int, int, int) Place(string counters)
        {
            var words = counters.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            return (Of("Epoch:"), Of("Trial:"), Of("Cycle:"));

            int Of(string name) => Array.IndexOf(words, name) is >= 0 and var i ? int.Parse(words[i + 1], System.Globalization.CultureInfo.InvariantCulture) : 0;
        }
    }
}
