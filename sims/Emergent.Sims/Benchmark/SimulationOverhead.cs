using System.Diagnostics;
using Emergent.Networks;

namespace Emergent.Sims;

/// <summary>How a whole simulation's time divides between its network's own trials and everything else, how soon it starts, and how soon it is fast.</summary>
/// <remarks>The first pass is what a user meets, who starts the program to run it; later ones are the same trials, bit for bit, with all code compiled.</remarks>
public sealed class SimulationOverhead : IDisposable
{
    private readonly string _simulation;
    private readonly Func<Simulation, LoopState> _run;
    private double[] _fastestEpochMs;
    private readonly string _folder = Directory.CreateTempSubdirectory("emergent-bench-").FullName;

    /// <summary>Runs the first pass, which should be the first thing that its process does.</summary>
    /// <param name="simulation">The name of the simulation.</param>
    /// <param name="run">Runs it, with whatever progress is shown.</param>
    public SimulationOverhead(string simulation, Func<Simulation, LoopState> run)
    {
        (_simulation, _run) = (simulation, run);
        First = Fastest = Pass();
        _fastestEpochMs = [.. First.EpochMs];
        using var process = Process.GetCurrentProcess();
        StartSeconds = (DateTime.Now - process.StartTime - Stopwatch.GetElapsedTime(First.FirstTrial)).TotalSeconds;
    }

    /// <summary>The first pass.</summary>
    public SimulationPass First { get; }

    /// <summary>The fastest of all.</summary>
    public SimulationPass Fastest { get; private set; }

    /// <summary>Seconds from the start of the process to the first trial.</summary>
    public double StartSeconds { get; }

    /// <summary>Repeats it, at least twice.</summary>
    /// <param name="seconds">For how long at least.</param>
    public void Repeat(double seconds)
    {
        var timed = Stopwatch.StartNew();
        for (var passes = 0; passes < 2 || timed.Elapsed.TotalSeconds < seconds; passes++)
        {
            var pass = Pass();
            if (pass.TotalMs < Fastest.TotalMs) { Fastest = pass; }
            _fastestEpochMs = [.. _fastestEpochMs.Zip(pass.EpochMs, Math.Min)];
        }
    }

    /// <summary>How long the trials of some epochs of the first pass took, relative to the least that the same trials took in any.</summary>
    /// <param name="epochs">Which of all epochs, from run to run.</param>
    public double FirstRelativeToLeast(Range epochs) => MsOfFirst(epochs) / _fastestEpochMs.Take(epochs).Sum();

    /// <summary>Milliseconds that the trials of some epochs of the first pass took.</summary>
    /// <param name="epochs">Which of all epochs, from run to run.</param>
    public double MsOfFirst(Range epochs) => First.EpochMs.Take(epochs).Sum();

    /// <summary>Removes the logs.</summary>
    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private SimulationPass Pass() => SimulationPass.Run(SimulationCatalog.BuiltIn.Create(_simulation), _folder, _run);
}
