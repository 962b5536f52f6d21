using System.Diagnostics;
using System.Reflection;

namespace Emergent.Bench.Window;

/// <summary>Chromium without a graphics card.</summary>
/// <remarks>
/// It is told what to do by its own protocol. A library for browser tests would watch the network too, and be sent each frame of values a second time, as text:
/// at 23 MB a second that took more of the processor than the page.
/// </remarks>
internal sealed class Browser : IAsyncDisposable
{
    private const string Announcement = "DevTools listening on ";

    private readonly Process _process;
    private readonly DirectoryInfo _profile;
    private readonly DevTools _tools;

    private Browser(Process process, DirectoryInfo profile, DevTools tools) => (_process, _profile, _tools) = (process, profile, tools);

    public static async Task<Browser> Start(string executable)
    {
        if (!File.Exists(executable)) { throw new FileNotFoundException($"There is no browser at '{executable}'. Install Chromium (Debian: apt-get install chromium), or say where it is: --chromium PATH."); }
        var profile = Directory.CreateTempSubdirectory("emergent-bench-");
        // As without a graphics card; Chromium then wants to be asked for WebGL.
        string[] arguments = ["--headless=new", "--no-sandbox", "--disable-gpu", "--enable-unsafe-swiftshader", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run", "--remote-debugging-port=0", $"--user-data-dir={profile.FullName}", "about:blank"];
        var process = Process.Start(new ProcessStartInfo(executable, arguments) { RedirectStandardError = true, UseShellExecute = false })!;
        string? line;
        do { line = await process.StandardError.ReadLineAsync() ?? throw new InvalidOperationException("The browser ended before it could be told anything."); }
        while (!line.StartsWith(Announcement, StringComparison.Ordinal));
        _ = process.StandardError.ReadToEndAsync();   // so that it never waits for a reader
        return new(process, profile, await DevTools.Connect(new(line[Announcement.Length..])));
    }

    /// <summary>An empty page, ready to go to a window.</summary>
    public async Task<Page> NewPage()
    {
        using var hooks = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream("hooks.js")!);
        return await Page.Open(_tools, 1600, 1000, await hooks.ReadToEndAsync());
    }

    /// <summary>Processor time (s) that the browser's processes have used, by their kind ("renderer" runs pages, "GPU" draws).</summary>
    public async Task<Dictionary<string, double>> ProcessorTime()
    {
        var info = (await _tools.Call("SystemInfo.getProcessInfo")).GetProperty("processInfo");
        return info.EnumerateArray().GroupBy(p => p.GetProperty("type").GetString()!).ToDictionary(g => g.Key, g => g.Sum(p => p.GetProperty("cpuTime").GetDouble()));
    }

    public async ValueTask DisposeAsync()
    {
        await _tools.DisposeAsync();
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        try { _profile.Delete(recursive: true); }
        catch (IOException) { /* a child is still writing; the system clears its temporary files */ }
    }
}
