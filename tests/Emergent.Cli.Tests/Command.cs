using System.Diagnostics;

namespace Emergent.Cli.Tests;

/// <summary>Runs the built emergent command as its users do: in a process of its own.</summary>
internal static class Command
{
    public static string Program { get; } = Path.Combine(AppContext.BaseDirectory, "emergent.dll");

    /// <summary>Runs it to its end.</summary>
    public static Outcome Run(params string[] arguments)
    {
        using var process = Start(arguments);
        return End(process);
    }

    /// <summary>Runs it from a line of shell, in which <c>$EMERGENT</c> is the command.</summary>
    public static Outcome Shell(string line)
    {
        var start = new ProcessStartInfo("bash", ["-c", line]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        start.Environment["EMERGENT"] = $"dotnet {Program}";
        using var process = Process.Start(start)!;
        return End(process);
    }

    /// <summary>Starts the command. A shell that runs these tests in the background has them ignore SIGINT, which a process hands on to those that it starts: where env can, it is put right.</summary>
    public static Process Start(params string[] arguments)
    {
        var (file, before) = OperatingSystem.IsLinux() ? ("env", (string[])["--default-signal=INT", "dotnet"]) : ("dotnet", []);
        return Process.Start(new ProcessStartInfo(file, [.. before, Program, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
    }

    public static Outcome End(Process process)
    {
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new(process.ExitCode, output, error.Result);
    }
}

/// <summary>How a command ended, and what it said.</summary>
internal sealed record Outcome(int Code, string Output, string Error);
