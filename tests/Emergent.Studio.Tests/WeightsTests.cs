using System.Net;
using System.Net.Sockets;
using System.Text;
using Emergent.Leabra;
using Emergent.Networks;

namespace Emergent.Studio.Tests;

public sealed class WeightsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(".wts")]
    [InlineData(".wts.gz")]
    public async Task Saved_file_has_the_bytes_of_the_network_s_own_and_says_where_training_was(string ending)
    {
        var simulation = new Fallible { Tag = "a b" };
        await using var window = await Windows.Open(simulation);
        var cookie = await Page.Enter(window);
        await using var page = await Page.Open(window, cookie);
        await page.CommandTo("paused", "step", new { mode = "Train", scale = "Epoch", count = 3 });
        var (name, content) = await Save(window, cookie, ending);
        Assert.Equal($"Fallible_a_b_Base_000_00003{ending}", name);
        simulation.Network.SaveWeights(PathOf(name));
        Assert.Equal(await File.ReadAllBytesAsync(PathOf(name)), content);
    }

    [Theory]
    [InlineData(".wts")]
    [InlineData(".wts.gz")]
    public async Task Opened_file_brings_the_weights_back(string ending)
    {
        var simulation = new Fallible();
        await using var window = await Windows.Open(simulation);
        var cookie = await Page.Enter(window);
        await using var page = await Page.Open(window, cookie);
        await page.CommandTo("paused", "step", new { mode = "Train", scale = "Epoch", count = 2 });
        await page.Watch("r.Wt", unit: new { layer = "Hidden", index = 5 });
        var shown = (await page.FrameUntil(_ => true)).Values;
        var before = Bits(simulation);
        var (name, content) = await Save(window, cookie, ending);
        await page.CommandTo("paused", "step", new { mode = "Train", scale = "Epoch", count = 2 });
        Assert.NotEqual(before, Bits(simulation));
        var frames = page.Frames.Count;
        var answer = await Open(window, cookie, content, name);
        Assert.Equal((HttpStatusCode.OK, $"'{name}' is in place: 3 layers, 3 projections, 108 weights of network 'Fallible'.\n"), answer);
        Assert.Equal(before, Bits(simulation));
        await page.FrameUntil(f => f.Sequence > frames && f.Values.SequenceEqual(shown));   // at rest, too, the page sees them at once
        await page.Until(m => Page.TypeOf(m) == "log" && m.GetProperty("text").GetString()!.StartsWith($"Weights '{name}' is in place", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Saving_while_it_runs_changes_no_bit_and_what_is_opened_counts_from_the_next_trial()
    {
        var (saved, plain) = (new Fallible { Epochs = 40 }, new Fallible { Epochs = 40 });
        await using (var window = await Windows.Open(saved))
        {
            var cookie = await Page.Enter(window);
            await using var page = await Page.Open(window, cookie);
            await page.CommandTo("running", "run", new { mode = "Train" });
            for (var i = 0; i < 3; i++) { await Save(window, cookie, ".wts"); }
            await page.State("finished");
        }
        plain.Initialize();
        plain.Run();
        Assert.Equal(Bits(plain), Bits(saved));

        var running = new Fallible();
        await using var other = await Windows.Open(running);
        var entered = await Page.Enter(other);
        await using var watching = await Page.Open(other, entered);
        plain.Network.SaveWeights(PathOf("trained.wts"));
        await watching.CommandTo("running", "run", new { mode = "Train" });
        Assert.Equal(HttpStatusCode.OK, (await Open(other, entered, await File.ReadAllBytesAsync(PathOf("trained.wts")), "trained.wts")).Status);
        var from = watching.Messages.Count;
        await watching.State("running", from);   // and goes on

        await watching.CommandTo("paused", "stop", new { scale = "now" });
        var (status, reason) = await Open(other, entered, await File.ReadAllBytesAsync(PathOf("trained.wts")), "trained.wts");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("stopped in the middle of a trial. Step to the end of the trial first.", reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cut off.wts", "is damaged at line")]
    [InlineData("cut off.wts.gz", "is damaged: it is not a whole gzip file")]
    [InlineData("plain.wts.gz", "not compressed with gzip")]
    [InlineData("empty.wts", "is damaged")]
    [InlineData("other layer.wts", "a layer 'Hiden', which network 'Fallible' has not. Did you mean 'Hidden'?")]
    [InlineData("other shape.wts", "layer 'Hidden' [3, 3] has 9")]
    [InlineData("no way back.wts", "they have no projection 'OutputToHidden', which network 'Fallible' has.")]
    public async Task File_that_is_damaged_or_of_another_network_is_refused_and_changes_nothing(string name, string why)
    {
        var simulation = new Fallible();
        await using var window = await Windows.Open(simulation);
        var cookie = await Page.Enter(window);
        await using var page = await Page.Open(window, cookie);
        var whole = Of(new Fallible { Seed = 7 });
        var content = name switch
        {
            "cut off.wts" => whole[..(whole.Length / 2)],
            "cut off.wts.gz" => Exchange.Packed(whole)[..^20],
            "plain.wts.gz" => whole,
            "other layer.wts" => Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(whole).Replace("\"Hidden\"", "\"Hiden\"", StringComparison.Ordinal)),
            "other shape.wts" => Of(new Fallible { Seed = 7, Side = 4 }),
            "no way back.wts" => Of(new OneWay { Seed = 7 }),
            _ => [],
        };
        var before = Bits(simulation);
        var (status, text) = await Open(window, cookie, content, name);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains($"'{name}'", text, StringComparison.Ordinal);
        Assert.Contains(why, text, StringComparison.Ordinal);
        Assert.Equal(before, Bits(simulation));
        Assert.Equal(HttpStatusCode.OK, (await Open(window, cookie, whole, "whole.wts")).Status);
        Assert.NotEqual(before, Bits(simulation));
    }

    [Theory]
    [InlineData("http://evil.example", true)]
    [InlineData("http://127.0.0.1:1", true)]
    [InlineData("null", true)]
    [InlineData(null, true)]
    [InlineData("http://127.0.0.1:{port}", false)]
    public async Task Files_of_other_pages_are_refused(string? origin, bool hasCookie)
    {
        var simulation = new Fallible();
        await using var window = await Windows.Open(simulation);
        var cookie = await Page.Enter(window);
        var (_, content) = await Save(window, cookie, ".wts");
        simulation.Network.Projections[0].SetWeight(0, 0, 0.75f);
        var before = Bits(simulation);
        var (status, text) = await Exchange.Open(window, hasCookie ? cookie : null, "weights", content, "a.wts", "", origin?.Replace("{port}", $"{window.Port}", StringComparison.Ordinal));
        Assert.Equal((HttpStatusCode.Forbidden, "Only pages of this server are let in.\n"), (status, text));
        Assert.Equal(before, Bits(simulation));
    }

    [Fact]
    public async Task Nobody_saves_without_the_cookie()
    {
        await using var window = await Windows.Open(new Fallible());
        using var http = new HttpClient();
        using var answer = await http.GetAsync($"http://127.0.0.1:{window.Port}/weights.wts");
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task File_that_is_too_large_is_refused_before_it_is_sent()
    {
        await using var window = await Windows.Open(new Fallible());
        var cookie = await Page.Enter(window);
        await using var page = await Page.Open(window, cookie);
        var most = (await page.Until("hello")).GetProperty("mostFileBytes").GetInt64();
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, window.Port);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            $"POST /weights?name=big.wts HTTP/1.1\r\nHost: 127.0.0.1:{window.Port}\r\nOrigin: http://127.0.0.1:{window.Port}\r\nCookie: {cookie}\r\nContent-Length: {most + 1}\r\nConnection: close\r\n\r\n"));
        using var reader = new StreamReader(stream);
        var answer = await reader.ReadToEndAsync();
        Assert.StartsWith("HTTP/1.1 413", answer, StringComparison.Ordinal);
        Assert.Contains("Weights file 'big.wts' has 256 MB; one that is opened in the window has at most 256 MB.", answer, StringComparison.Ordinal);

    }

    /// <summary>The network of <see cref="Fallible"/> without the way back.</summary>
    private sealed class OneWay : Fallible
    {
        protected override Network BuildNetwork()
        {
            var net = new LeabraNetwork("Fallible");
            var input = net.AddLayer("Input", [2, 2], LayerKind.Input);
            var hidden = net.AddLayer("Hidden", [3, 3]);
            net.Project(input, hidden, Connectivity.Full);
            net.Project(hidden, net.AddLayer("Output", [2, 2], LayerKind.Target), Connectivity.Full);
            return net;
        }
    }

    private static Task<(string Name, byte[] Content)> Save(StudioWindow window, string cookie, string ending) => Exchange.Save(window, cookie, $"weights{ending}");

    private static Task<(HttpStatusCode Status, string Text)> Open(StudioWindow window, string? cookie, byte[] content, string name) => Exchange.Open(window, cookie, "weights", content, name);

    private static byte[] Of(Simulation simulation)
    {
        simulation.Initialize();
        using var content = new MemoryStream();
        simulation.Network.SaveWeights(content, "a.wts");
        return content.ToArray();
    }

    private string PathOf(string name) => Path.Combine(_folder, name);

    private static uint[] Bits(Simulation simulation) => [.. simulation.Network.Projections.SelectMany(p => p.SynapseValues("Wt")).Select(BitConverter.SingleToUInt32Bits)];
}
