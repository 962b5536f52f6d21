using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Emergent.Studio.Tests;

/// <summary>The command as its users start it: a process of its own.</summary>
public class StudioCommandTests
{
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "emergent.dll");

    [Fact]
    public async Task Address_is_printed_and_interrupt_ends_it_at_once_while_it_runs()
    {
        if (!OperatingSystem.IsLinux()) { return; }
        using var process = Start("studio", "random-associator", "--no-browser", "--port", "0");
        var line = await process.StandardOutput.ReadLineAsync();
        Assert.Matches(@"^random-associator: http://127\.0\.0\.1:\d+/\?t=[0-9a-f]{64}$", line);
        Assert.Contains("Microsoft.AspNetCore.Server.Kestrel.Core.dll", Loaded(process), StringComparison.Ordinal);   // so that the other test can fail
        var watch = Stopwatch.StartNew();
        Assert.Equal(0, Kill(process.Id, 2));
        Assert.True(process.WaitForExit(10_000));
        Assert.Equal(0, process.ExitCode);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"{watch.Elapsed}");
    }

    [Fact]
    public async Task Over_ssh_the_line_that_leads_there_is_printed_and_no_browser_is_opened()
    {
        if (!OperatingSystem.IsLinux()) { return; }
        using var process = Start("studio", "xor", "--port", "0");
        var (address, ssh) = (await process.StandardOutput.ReadLineAsync(), await process.StandardOutput.ReadLineAsync());
        var port = new Uri(address!.Split(' ')[1]).Port;
        Assert.Contains($"ssh -L {port}:127.0.0.1:{port} ", ssh, StringComparison.Ordinal);
        Assert.EndsWith("@10.0.0.7", ssh, StringComparison.Ordinal);
        Assert.Equal(0, Kill(process.Id, 15));
        Assert.True(process.WaitForExit(10_000));
    }

    [Fact]
    public async Task Running_without_a_window_loads_no_web_server()
    {
        if (!OperatingSystem.IsLinux()) { return; }
        using var process = Start("run", "random-associator", "--epochs", "100000");
        var loaded = "";
        while (!loaded.Contains("Emergent.Leabra.dll", StringComparison.Ordinal)) { await Task.Delay(50); loaded = Loaded(process); }
        await process.StandardOutput.ReadLineAsync();   // it runs
        loaded = Loaded(process);
        process.Kill();
        Assert.DoesNotContain("Microsoft.AspNetCore", loaded, StringComparison.Ordinal);
        Assert.DoesNotContain("Emergent.Studio.dll", loaded, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--port", "99999", "'--port' is 99999; it must be within 0…65535.")]
    [InlineData("--bind", "here", "'--bind' is 'here'; it must be an address such as 127.0.0.1.")]
    [InlineData("--history-mb", "0", "'--history-mb' is 0; it must be within 1…1000000.")]
    [InlineData("--recording-percent", "101", "'--recording-percent' is 101; it must be within 0…100.")]
    public async Task Options_that_make_no_sense_are_refused(string option, string value, string expected)
    {
        using var process = Start("studio", "xor", "--no-browser", option, value);
        var error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.Contains(expected, error, StringComparison.Ordinal);
        Assert.Equal(2, process.ExitCode);
    }

    [Theory]
    [InlineData("--bind", "0.0.0.0", "without a token of yours")]
    [InlineData("--token-file", "/nowhere", "'--token-file' is '/nowhere', which could not be read")]
    [InlineData("--token-file", "/etc/passwd", "which others can read")]
    public async Task Window_that_others_could_enter_does_not_start(string option, string value, string expected)
    {
        if (!OperatingSystem.IsLinux()) { return; }
        using var process = Start("studio", "xor", "--no-browser", "--port", "0", option, value);
        var error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.Contains(expected, error, StringComparison.Ordinal);
        Assert.Equal(1, process.ExitCode);
    }

    [Fact]
    public async Task With_a_token_of_the_user_it_listens_elsewhere_and_warns()
    {
        if (!OperatingSystem.IsLinux()) { return; }
        var file = Path.GetTempFileName();   // nobody else's: mode 600
        try
        {
            var token = new string('x', 40);
            await File.WriteAllTextAsync(file, token + "\n");
            using var process = Start("studio", "xor", "--no-browser", "--port", "0", "--bind", "0.0.0.0", "--token-file", file);
            Assert.EndsWith($"/?t={token}", await process.StandardOutput.ReadLineAsync(), StringComparison.Ordinal);
            await process.StandardOutput.ReadLineAsync();   // the line for ssh
            Assert.StartsWith("Warning: others can reach this address", await process.StandardOutput.ReadLineAsync(), StringComparison.Ordinal);
            Assert.Equal(0, Kill(process.Id, 15));
            Assert.True(process.WaitForExit(10_000));
        }
        finally { File.Delete(file); }
    }

    private static Process Start(params string[] arguments)
    {
        // A shell that runs tests in the background has them ignore SIGINT, which a process hands on.
        var (file, before) = OperatingSystem.IsLinux() ? ("env", (string[])["--default-signal=INT", "dotnet"]) : ("dotnet", []);
        var start = new ProcessStartInfo(file, [.. before, Program, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        start.Environment["SSH_CONNECTION"] = "10.0.0.5 50000 10.0.0.7 22";
        return Process.Start(start)!;
    }

    private static string Loaded(Process process)
    {
        try { return File.ReadAllText($"/proc/{process.Id}/maps"); }
        catch (IOException) { return ""; }
    }

    [DllImport("libc", EntryPoint = "kill")]
    private static extern int Kill(int process, int signal);
}
