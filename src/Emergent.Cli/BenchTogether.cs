using System.Diagnostics;
using System.Text.Json;
using Emergent.Sims;

namespace Emergent.Cli;

/// <summary>Copies of the benchmark that run at once, each a process of its own: whether their threads hinder each other when the cores are busy.</summary>
internal static class BenchTogether
{
    private const int Repetitions = 3;   // an odd number, so that the median is one of them

    /// <summary>Measures and prints what so many copies do, alone and together in turns.</summary>
    public static void Run(BenchPlan plan, int copies, BenchPage page)
    {
        page.Machine();
        page.Begin([("size", 10), ("alone/s", 8), .. Enumerable.Range(1, copies).Select(c => ($"copy {c}/s", 9)), ("sum/s", 8), ("sum/alone", 9)]);
        foreach (var size in plan.Sizes)
        {
            var shares = new List<double>();
            for (var repetition = 0; repetition < Repetitions; repetition++)
            {
                page.Announce($"{size.Name} alone and {copies} at once, {repetition + 1} of {Repetitions}");
                var alone = TrialsPerSecond(plan, size, copies: 1)[0];
                var together = TrialsPerSecond(plan, size, copies);
                shares.Add(together.Sum() / alone);
                page.Row([size.Name, $"{alone:0.0}", .. together.Select(t => $"{t:0.0}"), $"{together.Sum():0.0}", $"{shares[^1]:0.00}"]);
            }
            page.Note($"{size.Name}: {copies} at once do {LeabraBenchmark.Median([.. shares]):0.00} of the trials that one alone does (median of {Repetitions}).");
        }
    }

    private static double[] TrialsPerSecond(BenchPlan plan, BenchmarkSize size, int copies)
    {
        Process[] processes = [.. Enumerable.Range(0, copies).Select(_ => Start(plan, size))];
        try { return [.. processes.Select(TrialsPerSecond)]; }
        finally
        {
            foreach (var process in processes)
            {
                if (!process.HasExited) { process.Kill(); }
                process.Dispose();
            }
        }
    }

    private static double TrialsPerSecond(Process process)
    {
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0) { throw new EmergentException($"A copy of the benchmark ended with exit code {process.ExitCode}; what it said stands above."); }
        return 1000 / JsonDocument.Parse(output).RootElement.GetProperty("msPerTrial").GetDouble();
    }

    /// <summary>Starts this program anew, by the runtime that runs it if it has no executable of its own.</summary>
    private static Process Start(BenchPlan plan, BenchmarkSize size)
    {
        var program = Environment.ProcessPath ?? "dotnet";
        string[] dll = Path.GetFileNameWithoutExtension(program) == "dotnet" ? [typeof(BenchTogether).Assembly.Location] : [];
        string[] what = BenchmarkSize.All.Contains(size) ? ["--size", size.Name] : ["--units", $"{size.Units}"];
        string[] epochs = plan.Epochs is { } e ? ["--epochs", $"{e}"] : [], patterns = plan.Patterns is { } p ? ["--pats", $"{p}"] : [];
        return Process.Start(new ProcessStartInfo(program, [.. dll, "bench", .. what, .. epochs, .. patterns, "--threads", $"{plan.Threads ?? 0}", "--seconds", $"{plan.Seconds}", "--json"])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        })!;
    }
}
