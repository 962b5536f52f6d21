using System.Net;
using System.Text.Json;
using Emergent.Networks;
using Emergent.Sims;

namespace Emergent.Studio.Tests;

public class SeveralNetworksTests
{
    [Fact]
    public async Task Views_show_the_one_that_is_run_or_the_one_that_they_name()
    {
        var simulation = new Inhib();
        await using var window = await Windows.Open(simulation);
        await using var page = await Page.Open(window);
        var hello = (await page.Until("hello")).GetProperty("networks");
        Assert.Equal(["InhibFF", "InhibBidir"], hello.GetProperty("networks").EnumerateArray().Select(n => n.GetProperty("name").GetString()));
        Assert.Equal(0, hello.GetProperty("inUse").GetInt32());

        await page.Watch("Act");
        await page.Watch("Act", view: 2, network: "InhibBidir");
        await page.Watch("Act", view: 3, network: "InhibFF");
        await page.CommandTo("finished", "run", new { mode = "Test" });
        var feedforward = await page.FrameUntil(f => f.View == 1 && f.Values.Any(v => v > 0.5));
        Assert.Equal(1u, feedforward.Version);
        await page.FrameUntil(f => f.View == 1 && f.Values.SequenceEqual(ValuesOf(simulation.Networks[0])));
        Assert.Equal(ValuesOf(simulation.Networks[0]), LastOf(page, 3));
        Assert.All(page.Frames.Where(f => f.View == 2), f => Assert.True(f is { Version: 2, Values.Length: 340 } && f.Values.All(v => v == 0)));

        // The other is run: the view that names none follows, the other two go on with what they show.
        await page.Command("set", new { path = "Sim.BidirNet", value = "true" });
        var asked = page.Frames.Count;
        await page.CommandTo("ready", "init");
        Assert.Equal(1, (await page.Until("networks")).GetProperty("inUse").GetInt32());
        await page.CommandTo("finished", "run", new { mode = "Test" });
        await page.FrameUntil(f => f.View == 1 && f.Version == 2 && f.Values.Any(v => v > 0.5));
        Assert.Equal(ValuesOf(simulation.Networks[1]), LastOf(page, 1));
        Assert.Equal(LastOf(page, 1), LastOf(page, 2));
        Assert.Equal(ValuesOf(simulation.Networks[0]), LastOf(page, 3));
        Assert.DoesNotContain(page.Frames.Skip(asked), f => f.View == 3);

        // Of each there are records of its own.
        var histories = page.Messages.Where(m => Page.TypeOf(m) == "history").GroupBy(m => m.GetProperty("network").GetInt32()).ToDictionary(g => g.Key, g => g.Last().GetProperty("count").GetInt32());
        Assert.True(histories[1] > 1 && histories[2] > 1, string.Join(", ", histories));
        Assert.NotEqual(await Series("InhibFF", id: 7001), await Series("", id: 7002));
        Assert.Equal(await Series("InhibBidir", id: 7003), await Series("", id: 7004));

        async Task<string> Series(string network, int id)
        {
            await page.Send(new { type = "series", id, network, layer = "Hidden", index = 3 });
            return (await page.Until(m => Page.TypeOf(m) == "series" && m.GetProperty("id").GetInt32() == id)).GetProperty("variables").GetProperty("Act").ToString();
        }
    }

    [Fact]
    public async Task Weights_records_and_parameters_are_those_of_the_network_that_is_named()
    {
        var simulation = new Inhib();
        await using var window = await Windows.Open(simulation);
        var cookie = await Page.Enter(window);
        await using var page = await Page.Open(window, cookie);
        var (inUse, first) = await Exchange.Save(window, cookie, "weights.wts");
        var (name, second) = await Exchange.Save(window, cookie, "weights.wts?network=InhibBidir");
        Assert.Equal(("InhibFF_Base.wts", "InhibBidir.wts"), (inUse, name));
        Assert.Equal("InhibFF", JsonDocument.Parse(first).RootElement.GetProperty("Network").GetString());
        Assert.Equal("InhibBidir", JsonDocument.Parse(second).RootElement.GetProperty("Network").GetString());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Exchange.Open(window, cookie, "weights", second, name)).Status);
        Assert.Equal(HttpStatusCode.OK, (await Exchange.Open(window, cookie, "weights", second, name, network: "InhibBidir")).Status);
        var (records, data) = await Exchange.Save(window, cookie, "netdata.netdat?network=InhibBidir");
        Assert.Equal("InhibBidir.netdat", records);
        Assert.Equal(HttpStatusCode.OK, (await Exchange.Open(window, cookie, "netdata", data, records, network: "InhibBidir")).Status);
        Assert.Contains("no network 'InhibBidi'. Did you mean 'InhibBidir'?", await (await Exchange.Ask(window, cookie, "weights.wts?network=InhibBidi")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await page.Watch("Act", network: "Nowhere");
        Assert.Contains("no network 'Nowhere'", (await page.Until("viewError")).GetProperty("message").GetString(), StringComparison.Ordinal);

        // Layers of one name are set in both; of the others each has its own.
        await page.Command("set", new { path = "#Hidden.Act.XX1.Thr", value = "0.45" });
        await page.Command("set", new { path = "#Hidden2.Act.XX1.Thr", value = "0.55" });
        Assert.Equal([0.45f, 0.45f, 0.55f], [Threshold(0, "Hidden"), Threshold(1, "Hidden"), Threshold(1, "Hidden2")]);
        await page.CommandTo("ready", "init");
        Assert.Equal([0.45f, 0.45f, 0.55f], [Threshold(0, "Hidden"), Threshold(1, "Hidden"), Threshold(1, "Hidden2")]);

        float Threshold(int place, string layer) => ((Leabra.LeabraLayer)simulation.Networks[place][layer]).Act.XX1.Thr;
    }

    private static float[] ValuesOf(Network network) => [.. network.Layers.SelectMany(l => l.Units("Act").ToArray())];

    private static float[] LastOf(Page page, uint view) => page.Frames.Last(f => f.View == view).Values;
}
