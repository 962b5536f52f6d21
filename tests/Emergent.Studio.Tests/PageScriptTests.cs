using System.Diagnostics;
using System.Net;

namespace Emergent.Studio.Tests;

/// <summary>The page's own tests, and that the page is part of the assembly: where Node has built it.</summary>
public class PageScriptTests
{
    private static readonly string Web = Repository.PathOf("src/Emergent.Studio/web");

    /// <summary>Whether the build found Node and its packages; else the window says what is missing.</summary>
    private static bool IsBuilt => File.Exists(Path.Combine(Web, "dist", "page.js"));

    [Fact]
    public void Tests_of_the_page_pass()
    {
        if (!IsBuilt) { return; }
        // Patience for machines that run other tests meanwhile: none takes a second alone.
        var (exitCode, output) = Node("node_modules/vitest/vitest.mjs", "run", "--reporter=dot", "--testTimeout=60000");
        Assert.True(exitCode == 0, output);
        Assert.Matches(@"Tests\D+[1-9]\d+ passed", output);
    }

    [Fact]
    public void Types_of_the_page_are_right()
    {
        if (!IsBuilt) { return; }
        var (exitCode, output) = Node("node_modules/typescript/bin/tsc", "--noEmit");
        Assert.True(exitCode == 0, output);
    }

    [Fact]
    public async Task Page_is_served_from_the_assembly()
    {
        await using var window = await StudioWindow.Open(new Fallible(), new StudioOptions { Port = 0 });
        using var browser = new HttpClient(new HttpClientHandler { CookieContainer = new CookieContainer() });
        var page = await browser.GetStringAsync(window.Address);
        if (!IsBuilt)
        {
            Assert.Contains("Node 20", page, StringComparison.Ordinal);
            return;
        }
        Assert.Contains("page.js", page, StringComparison.Ordinal);
        var script = await browser.GetByteArrayAsync(new Uri(new Uri(window.Address), "/page.js"));
        Assert.Equal(await File.ReadAllBytesAsync(Path.Combine(Web, "dist", "page.js")), script);
    }

    private static (int ExitCode, string Output) Node(params string[] arguments)
    {
        var start = new ProcessStartInfo("node", arguments) { WorkingDirectory = Web, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        start.Environment["NO_COLOR"] = "1";
        using var node = Process.Start(start)!;
        var errors = node.StandardError.ReadToEndAsync();
        var output = node.StandardOutput.ReadToEnd();
        node.WaitForExit();
        return (node.ExitCode, output + errors.Result);
    }
}
