using System.Globalization;
using System.Text.Json;

namespace Emergent.Bench.Window;

/// <summary>A page of a browser, and what it tells.</summary>
internal sealed class Page
{
    private readonly DevTools _tools;
    private readonly string _target, _session;

    private Page(DevTools tools, string target, string session) => (_tools, _target, _session) = (tools, target, session);

    /// <summary>An empty page of a size, in which a script runs before those of the pages it goes to.</summary>
    public static async Task<Page> Open(DevTools tools, int width, int height, string script)
    {
        var target = (await tools.Call("Target.createTarget", new { url = "about:blank", newWindow = true, width, height })).GetProperty("targetId").GetString()!;
        var session = (await tools.Call("Target.attachToTarget", new { targetId = target, flatten = true })).GetProperty("sessionId").GetString()!;
        var page = new Page(tools, target, session);
        await page.Call("Page.enable");
        await page.Call("Performance.enable");
        await page.Call("Emulation.setDeviceMetricsOverride", new { width, height, deviceScaleFactor = 1, mobile = false });
        await page.Call("Page.addScriptToEvaluateOnNewDocument", new { source = script });
        return page;
    }

    public Task GoTo(string address) => Call("Page.navigate", new { url = address });

    /// <summary>What an expression is, once its promise is kept if it is one.</summary>
    public async Task<JsonElement> Evaluate(string expression)
    {
        var answer = await Call("Runtime.evaluate", new { expression, awaitPromise = true, returnByValue = true });
        if (answer.TryGetProperty("exceptionDetails", out var thrown)) { throw new InvalidOperationException($"The page: {thrown}"); }
        return answer.GetProperty("result").TryGetProperty("value", out var value) ? value : default;
    }

    /// <summary>Waits until something is so.</summary>
    public Task WaitFor(string condition) => Evaluate($"new Promise(done => {{ const look = () => ({condition}) ? done() : setTimeout(look, 4); look(); }})");

    /// <summary>The browser's own figures about the page, such as ScriptDuration (s).</summary>
    public async Task<Dictionary<string, double>> Metrics() =>
        (await Call("Performance.getMetrics")).GetProperty("metrics").EnumerateArray().ToDictionary(m => m.GetProperty("name").GetString()!, m => m.GetProperty("value").GetDouble());

    public Task CollectGarbage() => Call("HeapProfiler.collectGarbage");

    /// <summary>Frames that were drawn since the last time: how many cycles had been completed, and when they were drawn.</summary>
    public async Task<List<(int Cycle, DateTime At)>> TakeDrawn()
    {
        var drawn = await Evaluate("window.drawnFrames.splice(0)");
        return [.. drawn.EnumerateArray().Select(frame => (CyclesOf(frame[0].GetString()!), DateTime.UnixEpoch.AddMilliseconds(frame[1].GetDouble())))];
    }

    public Task Close() => _tools.Call("Target.closeTarget", new { targetId = _target });

    private Task<JsonElement> Call(string method, object? parameters = null) => _tools.Call(method, parameters, _session);

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
