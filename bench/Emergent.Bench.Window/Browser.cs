using System.Globalization;
using System.Reflection;
using Emergent.Studio;
using Microsoft.Playwright;

namespace Emergent.Bench.Window;

/// <summary>Chromium without a graphics card, and one page of it.</summary>
internal sealed class Browser : IAsyncDisposable
{
    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;

    private Browser(IPlaywright playwright, IBrowser browser) => (_playwright, _browser) = (playwright, browser);

    public static async Task<Browser> Start(string executable)
    {
        if (!File.Exists(executable)) { throw new FileNotFoundException($"There is no browser at '{executable}'. Install Chromium (Debian: apt-get install chromium), or say where it is: --chromium PATH."); }
        var playwright = await Playwright.CreateAsync();
        return new(playwright, await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = executable,
            // As without a graphics card; Chromium then wants to be asked for WebGL.
            Args = ["--no-sandbox", "--disable-gpu", "--enable-unsafe-swiftshader", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"],
        }));
    }

    /// <summary>An empty page, ready to go to a window.</summary>
    public async Task<IPage> NewPage()
    {
        var page = await _browser.NewPageAsync(new() { ViewportSize = new() { Width = 1600, Height = 1000 } });
        using var hooks = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream("hooks.js")!);
        await page.AddInitScriptAsync(await hooks.ReadToEndAsync());
        return page;
    }

    /// <summary>Frames that were drawn since the last time: their counters, and when.</summary>
    public static async Task<List<(int Cycle, DateTime At)>> TakeDrawn(IPage page)
    {
        var drawn = await page.EvaluateAsync<string[]>("() => window.drawnFrames.splice(0).map(([text, at]) => `${text}|${at}`)");
        List<(int, DateTime)> frames = [];
        foreach (var frame in drawn)
        {
            var bar = frame.LastIndexOf('|');
            frames.Add((CyclesOf(frame[..bar]), DateTime.UnixEpoch.AddMilliseconds(double.Parse(frame[(bar + 1)..], CultureInfo.InvariantCulture))));
        }
        return frames;
    }

    /// <summary>The browser's own figures about a page, such as ScriptDuration (s), which count from when the session is told to.</summary>
    public static async Task<Dictionary<string, double>> Metrics(ICDPSession session) =>
        (await session.SendAsync("Performance.getMetrics"))!.Value.GetProperty("metrics").EnumerateArray().ToDictionary(m => m.GetProperty("name").GetString()!, m => m.GetProperty("value").GetDouble());

    /// <summary>Processor time (s) that the browser's processes have used, by their kind ("renderer" runs pages, "GPU" draws).</summary>
    public async Task<Dictionary<string, double>> ProcessorTime()
    {
        var session = await _browser.NewBrowserCDPSessionAsync();
        var info = (await session.SendAsync("SystemInfo.getProcessInfo"))!.Value.GetProperty("processInfo");
        await session.DetachAsync();
        return info.EnumerateArray().GroupBy(p => p.GetProperty("type").GetString()!).ToDictionary(g => g.Key, g => g.Sum(p => p.GetProperty("cpuTime").GetDouble()));
    }

    /// <summary>A session for figures about a page.</summary>
    public static async Task<ICDPSession> Measure(IPage page)
    {
        var session = await page.Context.NewCDPSessionAsync(page);
        await session.SendAsync("Performance.enable");
        return session;
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }

    // "Run: 0  Epoch: 0  Trial: 3  Cycle: 45": 345 cycles have been completed.
    private static int CyclesOf(string counters)
    {
        return 100 * Number("Trial: ") + Number("Cycle: ");

        int Number(string name)
        {
            var at = counters.IndexOf(name, StringComparison.Ordinal);
            return at < 0 ? 0 : int.Parse(counters[(at + name.Length)..].Split(' ')[0], CultureInfo.InvariantCulture);
        }
    }
}
