using System.Diagnostics;
using System.Globalization;
using Emergent.Networks;

namespace Emergent.Cli;

/// <summary>Runs a simulation with a few plain lines of progress, for files and pipes: one at each run's end, and one now and then in long runs.</summary>
internal static class PlainProgress
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    /// <summary>Runs the simulation.</summary>
    public static LoopState Run(Simulation simulation, CancellationToken stop)
    {
        Console.WriteLine(Title(simulation));
        var sinceLine = Stopwatch.StartNew();
        simulation.EpochEnded += progress =>
        {
            if (sinceLine.Elapsed < Interval) { return; }
            Console.WriteLine($"run {progress.Run} epoch {progress.Epoch}: {Errors(progress)}{TimeLeft(progress)}");
            sinceLine.Restart();
        };
        simulation.Main.Stack.Find(TimeScale.Run)?.OnEnd.Add("Print run", () =>
        {
            var progress = simulation.Progress();
            Console.WriteLine($"run {progress.Run} ended after {Count(progress.Epoch, "epoch")}: {Errors(progress)}{TimeLeft(progress)}");
            sinceLine.Restart();
        });
        return simulation.Run(stop);
    }

    /// <summary>What is being run, in a line.</summary>
    public static string Title(Simulation simulation)
    {
        var what = simulation.Learns ? $"{Count(simulation.Runs, "run")} of at most {Count(simulation.Epochs, "epoch")}" : $"{simulation.Main.Stack.Mode.Name.ToLowerInvariant()}";
        return $"{simulation.Name}: {what}, seed {simulation.Seed}, styles {simulation.StyleNames}";
    }

    /// <summary>The errors of the last epoch.</summary>
    public static string Errors(SimulationProgress progress) => double.IsNaN(progress.PercentError)
        ? ""
        : string.Create(CultureInfo.InvariantCulture, $"{100 * progress.PercentError:0.#} % of trials in error, SSE {progress.SumSquared:0.##}");

    private static string TimeLeft(SimulationProgress progress) =>
        progress.Remaining is { TotalSeconds: >= 1 } left ? $", about {left:h\\:mm\\:ss} left" : "";

    private static string Count(int count, string what) => $"{count} {what}{(count == 1 ? "" : "s")}";
}
