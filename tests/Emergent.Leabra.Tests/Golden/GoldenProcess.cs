using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Emergent.Leabra.Tests;

/// <summary>The replayer in a process of its own, whose processor may have fewer instructions.</summary>
internal static partial class GoldenProcess
{
    /// <summary>Replays folders; <paramref name="setting"/> is an environment variable set to 0.</summary>
    public static (int ExitCode, int Differing, int Lanes, string Output) Run(string[] folders, string? setting = null)
    {
        var replayer = Path.Combine(AppContext.BaseDirectory, "Emergent.Golden.dll");
        var start = new ProcessStartInfo("dotnet", [replayer, .. folders]) { RedirectStandardOutput = true, UseShellExecute = false };
        if (setting is not null) { start.Environment[setting] = "0"; }
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        var summary = Summary().Match(output);
        Assert.True(summary.Success, output);
        return (process.ExitCode, int.Parse(summary.Groups[1].Value), int.Parse(summary.Groups[2].Value), output);
    }

    [GeneratedRegex("values compared, ([0-9]+) differ;.*; ([0-9]+) lanes")]
    private static partial Regex Summary();
}
