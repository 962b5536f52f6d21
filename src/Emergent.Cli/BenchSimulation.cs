using Emergent.Networks;
using Emergent.Sims;

namespace Emergent.Cli;

/// <summary>The whole of a simulation as <c>emergent run</c> runs it: what its time goes to besides its network, and how soon it starts and is fast.</summary>
internal static class BenchSimulation
{
    private const string Name = "random-associator";
    private const double LargestShare = 0.2;   // what everything but the network's own trials may take

    private static readonly (SimulationPart Part, string Name)[] Parts =
    [
        (SimulationPart.Trials, "network's own trials"), (SimulationPart.Statistics, "statistics and rows"), (SimulationPart.Files, "log files"),
        (SimulationPart.Loops, "environment and loops"), (SimulationPart.Starts, "weights and patterns"), (SimulationPart.Progress, "progress"),
    ];

    /// <summary>Measures and prints.</summary>
    public static void Run(BenchPlan plan, BenchPage page)
    {
        using var overhead = new SimulationOverhead(Name, RunInSilence);   // before the machine is measured, which would compile much of it
        page.Machine();
        page.Announce($"{Name} again, for the fastest of several");
        overhead.Repeat(plan.Seconds);

        var (first, fastest) = (overhead.First, overhead.Fastest);
        page.Begin(("µs a trial", 21), ("first", 8), ("share", 7), ("bytes", 8), ("fastest", 8), ("share", 7), ("bytes", 8));
        foreach (var (part, name) in Parts) { page.Row([name, .. Cells(first, part), .. Cells(fastest, part)]); }
        page.Note($"{Name} in full, {first.Trials} trials with tests and logs: {first.TotalMs:0} ms the first time, {fastest.TotalMs:0} ms the fastest.");
        page.Note($"Everything but the network's own trials: {Rest(first):0.0 %} of the time, the fastest {Rest(fastest):0.0 %} (at most {LargestShare:0 %} is wanted).");
        page.Note($"From the start of the process to the first trial: {overhead.StartSeconds:0.00} s.");
        page.Note($"Trials of the first time, in ms and relative to the least that the same trials took in any: epoch 1 {Relative(..1)}, 2–5 {Relative(1..5)}, 6–20 {Relative(5..20)}, 21–50 {Relative(20..50)}, later {Relative(50..)}.");

        string Relative(Range epochs) => $"{overhead.MsOfFirst(epochs):0} (× {overhead.FirstRelativeToLeast(epochs):0.00})";
    }

    private static string[] Cells(SimulationPass pass, SimulationPart part) =>
        [$"{1000 * pass.MsPerTrial(part):0.00}", $"{pass.Share(part):0.00 %}", $"{pass.BytesPerTrial(part):0}"];

    private static double Rest(SimulationPass pass) => 1 - pass.Share(SimulationPart.Trials);

    /// <summary>Runs a simulation with the progress that it has in a pipe, which nobody reads.</summary>
    private static LoopState RunInSilence(Simulation simulation)
    {
        var console = Console.Out;
        Console.SetOut(TextWriter.Null);
        try { return PlainProgress.Run(simulation, CancellationToken.None); }
        finally { Console.SetOut(console); }
    }
}
