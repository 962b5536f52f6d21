using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Emergent.Bench.Window;
using Emergent.Networks;
using Emergent.Studio;

// dotnet run -c Release --project bench/Emergent.Bench.Window
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
Option<int> units = new("--units") { Description = "Units of the network that is drawn.", DefaultValueFactory = _ => 100_000 };
Option<double> hertz = new("--hertz") { Description = "Cycles a second of the network that is drawn.", DefaultValueFactory = _ => 60 };
Option<double> seconds = new("--seconds") { Description = "How long frames are counted.", DefaultValueFactory = _ => 10 };
Option<int> rounds = new("--rounds") { Description = "Rounds of training that are timed without a window, with one, and watched.", DefaultValueFactory = _ => 40 };
Option<int> trials = new("--trials") { Description = "Trials of each in a round.", DefaultValueFactory = _ => 10 };
Option<double> soak = new("--soak") { Description = "Minutes of streaming, to see whether memory grows; 0 for none.", DefaultValueFactory = _ => 0 };
Option<string> chromium = new("--chromium") { Description = "The browser.", DefaultValueFactory = _ => "/usr/bin/chromium" };
var command = new RootCommand("Measures the window: frames and delays in a browser without a graphics card, stopping, and what watching costs.") { units, hertz, seconds, rounds, trials, soak, chromium };
command.SetAction(async options =>
{
    await using var browser = await Browser.Start(options.GetValue(chromium)!);
    await Drawing(browser, options.GetValue(units), options.GetValue(hertz), TimeSpan.FromSeconds(options.GetValue(seconds)), TimeSpan.FromMinutes(options.GetValue(soak)));
    await Stopping();
    await Watching(options.GetValue(rounds), options.GetValue(trials));
});
return await command.Parse(args).InvokeAsync();

static async Task Drawing(Browser browser, int units, double hertz, TimeSpan duration, TimeSpan soak)
{
    var waves = new Waves(units, hertz);
    var page = await browser.NewPage();
    var clock = Stopwatch.StartNew();
    await using var window = await StudioWindow.Open(waves, new() { Port = 0 });
    var served = clock.Elapsed;
    await page.GoTo(window.Address);
    await page.WaitFor($"{RunButton}?.disabled === false");
    var usable = clock.Elapsed;
    await page.WaitFor("window.drawnFrames.length > 0");
    Line("from the start: served; usable; first picture", $"{served.TotalMilliseconds:0}; {usable.TotalMilliseconds:0}; {clock.Elapsed.TotalMilliseconds:0} ms", "1000 ms usable");

    await page.Evaluate($"{RunButton}.click()");
    await Task.Delay(2000);   // warm
    await Frames(browser, page, waves, duration);

    await page.TakeDrawn();
    var turned = (await page.Evaluate($"({TurnFor})({duration.TotalMilliseconds})")).GetDouble();
    Line($"turning {waves.Network.Layers.Sum(l => l.UnitCount):N0} units while they change", $"{turned:0.0} pictures a second", "30");

    if (soak > TimeSpan.Zero) { await Soak(page, waves, soak); }
    await page.Close();
}

static async Task Frames(Browser browser, Page page, Waves waves, TimeSpan duration)
{
    await page.TakeDrawn();
    var (before, used, cycles, clock) = (await page.Metrics(), await browser.ProcessorTime(), waves.Sea.Completed.Count, Stopwatch.StartNew());
    await Task.Delay(duration);
    var (drawn, after, usedThen, seconds) = (await page.TakeDrawn(), await page.Metrics(), await browser.ProcessorTime(), clock.Elapsed.TotalSeconds);
    var delays = drawn.Select(f => (f.At - waves.Sea.Completed.GetValueOrDefault(f.Cycle, f.At)).TotalMilliseconds).Order().ToArray();
    Line("cycles a second; frames drawn a second", $"{(waves.Sea.Completed.Count - cycles) / seconds:0.0}; {drawn.Count / seconds:0.0}", "60; 30 at least");
    if (delays.Length == 0) { return; }
    Line("from safe point to picture, p50; p95", $"{delays[delays.Length / 2]:0} ms; {delays[delays.Length * 95 / 100]:0} ms", "100 ms");
    Line("JavaScript a frame, but for the drawing", $"{(after["ScriptDuration"] - before["ScriptDuration"]) * 1000 / drawn.Count:0.00} ms", "2 ms");
    Line("processor a frame: page; drawing", $"{Used("renderer"):0.0} ms; {Used("GPU"):0.0} ms", "");
    Line("main thread in all a frame", $"{(after["TaskDuration"] - before["TaskDuration"]) * 1000 / drawn.Count:0.00} ms", "");

    double Used(string kind) => (usedThen.GetValueOrDefault(kind) - used.GetValueOrDefault(kind)) * 1000 / drawn.Count;
}

// Reads memory again and again while the network streams: what leaks grows with time, what is kept for use again comes to rest.
static async Task Soak(Page page, Waves waves, TimeSpan duration)
{
    List<(double Minutes, double Page, double Nodes, double Server)> readings = [];
    for (var clock = Stopwatch.StartNew(); readings.Count == 0 || clock.Elapsed < duration;)
    {
        for (var i = 0; i < 6; i++)
        {
            await Task.Delay(TimeSpan.FromSeconds(5));
            await page.TakeDrawn();
            waves.Sea.Completed.Clear();   // 3 MB in 20 minutes, which would be taken for the server's
        }
        await page.CollectGarbage();
        var metrics = await page.Metrics();
        readings.Add((clock.Elapsed.TotalMinutes, metrics["JSHeapUsedSize"] / 1e6, metrics["Nodes"], GC.GetTotalMemory(forceFullCollection: true) / 1e6));
    }
    Console.WriteLine($"{duration.TotalMinutes:0} minutes of streaming");
    Report("page, MB", [.. readings.Select(r => (r.Minutes, r.Page))]);
    Report("page, nodes", [.. readings.Select(r => (r.Minutes, r.Nodes))]);
    Report("server, MB", [.. readings.Select(r => (r.Minutes, r.Server))]);

    // The median of each quarter, and the slope over the last three: in the first, pools are filled.
    static void Report(string what, (double Minutes, double Value)[] readings)
    {
        var quarters = readings.Chunk((readings.Length + 3) / 4).Select(q => q.Select(r => r.Value).Order().ElementAt(q.Length / 2).ToString("0.00", CultureInfo.InvariantCulture));
        Line($"  {what}, by quarters", string.Join("; ", quarters), "");
        var last = readings[(readings.Length / 4)..];
        var (time, mean) = (last.Average(r => r.Minutes), last.Average(r => r.Value));
        var slope = last.Sum(r => (r.Minutes - time) * (r.Value - mean)) / last.Sum(r => Math.Pow(r.Minutes - time, 2));
        Line($"  {what}, growth in an hour", (60 * slope).ToString("0.00", CultureInfo.InvariantCulture), "0");
    }
}

// From the user's word to the state "paused", as a page sees it.
static async Task Stopping()
{
    await using var window = await StudioWindow.Open(new Learner(), new() { Port = 0 });
    await using var watcher = await Watcher.Open(window);
    List<double> times = [];
    for (var i = 0; i < 20; i++)
    {
        await watcher.Command("run", new { mode = "Train" });
        await watcher.Until("running");
        await Task.Delay(150 + 7 * i);
        var asked = Stopwatch.GetTimestamp();
        await watcher.Command("stop", new { scale = "now" });
        await watcher.Until("paused");
        times.Add(Stopwatch.GetElapsedTime(asked).TotalMilliseconds);
    }
    times.Sort();
    Line("stopping now, p50; worst of 20", $"{times[10]:0} ms; {times[^1]:0} ms", "one cycle + 50 ms");
}

// The same training without a server, with one that nobody watches, and watched: a few trials of each in turns, so that what else the machine does meets all three.
static async Task Watching(int rounds, int trials)
{
    List<(double Open, double Watched)> ratios = [];
    var frames = 0;
    while (ratios.Count < rounds)
    {
        await using var alone = await Training.Start(hertz: null);
        await using var open = await Training.Start(hertz: 0);
        await using var watched = await Training.Start(hertz: 30);
        var warm = ratios.Count == 0 ? WarmTrials : WarmTrials / 10;
        for (var round = -1; round < RoundsOfNetworks && ratios.Count < rounds; round++)
        {
            var count = round < 0 ? warm : trials;
            var (first, second, third) = (await alone.Time(count), await open.Time(count), await watched.Time(count));
            if (round >= 0) { ratios.Add((second / first, third / first)); }
        }
        frames += watched.Frames;
    }
    Line("training 10,000 units, open window", Slower(ratios.Select(r => r.Open)), "1 %");
    Line("watched at 30 frames a second", Slower(ratios.Select(r => r.Watched)), "5 %");
    Console.WriteLine($"    median of {rounds} rounds of {trials} trials, and the middle half of them; {frames} frames were read");

    static string Slower(IEnumerable<double> ratios)
    {
        var sorted = ratios.Order().ToArray();
        return $"{Percent(sorted.Length / 2)} % ({Percent(sorted.Length / 4)} to {Percent(sorted.Length * 3 / 4)})";

        string Percent(int i) => (100 * (sorted[i] - 1)).ToString("+0.0;−0.0", CultureInfo.InvariantCulture);
    }
}

static void Line(string what, string measured, string wanted) => Console.WriteLine($"{what,-46}  {measured,-36}{(wanted.Length > 0 ? $"  wanted {wanted}" : "")}");

internal partial class Program
{
    private const int RoundsOfNetworks = 10;   // then others take their places: where in memory a network lies makes it some percent faster or slower than the same network elsewhere

    private const int WarmTrials = 400;   // for as long the compiler is at work beside: 7 % of the time of a window's first ten seconds

    private const string RunButton = "[...document.querySelectorAll('button')].find(b => b.textContent.trim() === 'Run')";

    // Turns the network a little before each picture of the browser, and counts them.
    private const string TurnFor = """
        duration => new Promise(done => {
          const surface = document.querySelector('.net-surface');
          let pictures = 0, begun = 0;
          const turn = now => {
            begun ||= now;
            if (now - begun >= duration) { done(1000 * pictures / (now - begun)); return; }
            pictures++;
            surface.dispatchEvent(new KeyboardEvent('keydown', { key: now % 4000 < 2000 ? 'ArrowLeft' : 'ArrowRight', bubbles: true }));
            requestAnimationFrame(turn);
          };
          requestAnimationFrame(turn);
        })
        """;
}
