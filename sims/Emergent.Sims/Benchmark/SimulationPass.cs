using System.Diagnostics;
using Emergent.Networks;

namespace Emergent.Sims;

/// <summary>One simulation run in full, with a clock that is told at each turn of its loops what comes next.</summary>
public sealed class SimulationPass
{
    private static readonly int Parts = Enum.GetValues<SimulationPart>().Length;

    private readonly List<double> _epochMs = new(1000);
    private readonly long[] _ticks = new long[Parts], _bytes = new long[Parts];
    private SimulationPart _part = SimulationPart.Loops;
    private long _since, _bytesSince, _epochStart;

    private SimulationPass() { }

    /// <summary>How many trials there were, with tests.</summary>
    public int Trials { get; private set; }

    /// <summary>When the first trial began, as <see cref="Stopwatch.GetTimestamp"/> counts.</summary>
    public long FirstTrial { get; private set; }

    /// <summary>Milliseconds that the trials of each epoch of training took, from run to run.</summary>
    public IReadOnlyList<double> EpochMs => _epochMs;

    /// <summary>Milliseconds of the whole.</summary>
    public double TotalMs => Milliseconds(_ticks.Sum());

    /// <summary>Milliseconds a trial that went to this.</summary>
    public double MsPerTrial(SimulationPart part) => Milliseconds(_ticks[(int)part]) / Trials;

    /// <summary>The share of the time that went to this, 0…1.</summary>
    public double Share(SimulationPart part) => (double)_ticks[(int)part] / _ticks.Sum();

    /// <summary>Bytes a trial that were allocated for this.</summary>
    public double BytesPerTrial(SimulationPart part) => (double)_bytes[(int)part] / Trials;

    /// <summary>Runs a simulation as <c>emergent run</c> does: with logs, and with progress if <paramref name="run"/> shows it.</summary>
    /// <param name="simulation">The simulation, not yet run.</param>
    /// <param name="folder">The folder for logs; earlier ones are replaced.</param>
    /// <param name="run">Runs the simulation.</param>
    public static SimulationPass Run(Simulation simulation, string folder, Func<Simulation, LoopState> run)
    {
        ArgumentNullException.ThrowIfNull(simulation);
        ArgumentNullException.ThrowIfNull(run);
        var pass = new SimulationPass();
        simulation.Initialize();
        foreach (var log in simulation.Log.Tables) { log.RowAdded += _ => pass.Enter(SimulationPart.Files); }
        using var logs = LogFolder.Open(folder, simulation, overwrite: true);
        foreach (var log in simulation.Log.Tables) { log.RowAdded += _ => pass.Enter(SimulationPart.Statistics); }
        pass.Watch(simulation.Training.Stack);
        pass.Watch(simulation.Testing.Stack);

        pass.Begin();
        run(simulation);
        pass.Enter(SimulationPart.Files);
        logs.Close();
        pass.Enter(SimulationPart.Loops);
        return pass;
    }

    private void Watch(LoopStack stack)
    {
        var (trial, epoch) = (stack[TimeScale.Trial], stack[TimeScale.Epoch]);
        trial.OnStart.InsertBefore("Present inputs", "Clock: trial", BeginTrial);
        trial.OnStart.InsertAfter("Run trial", "Clock: after the trial", () => Enter(SimulationPart.Loops));
        WatchLog(trial.OnEnd, "Log trial");
        WatchLog(epoch.OnEnd, "Log epoch");
        if (stack.Mode != RunMode.Train) { return; }

        var run = stack[TimeScale.Run];
        run.OnStart.InsertBefore("Initialize weights", "Clock: start", () => Enter(SimulationPart.Starts));
        run.OnStart.Add("Clock: started", () => Enter(SimulationPart.Loops));
        epoch.OnStart.Add("Clock: epoch", () => _epochStart = _ticks[(int)SimulationPart.Trials]);
        epoch.OnEnd.InsertBefore("Log epoch", "Clock: end of the epoch", () => _epochMs.Add(Milliseconds(_ticks[(int)SimulationPart.Trials] - _epochStart)));
        epoch.OnEnd.InsertBefore("Report progress", "Clock: progress", () => Enter(SimulationPart.Progress));
        epoch.OnEnd.InsertAfter("Report progress", "Clock: after progress", () => Enter(SimulationPart.Loops));
        WatchLog(run.OnEnd, "Log run");
        run.OnEnd.Add("Clock: progress of the run", () => Enter(SimulationPart.Progress));   // what follows prints
    }

    private void WatchLog(LoopEntries<LoopFunction> functions, string log)
    {
        functions.InsertBefore(log, $"Clock: {log}", () => Enter(SimulationPart.Statistics));
        functions.InsertAfter(log, $"Clock: after {log}", () => Enter(SimulationPart.Loops));
    }

    private void Begin() => (_since, _bytesSince) = (Stopwatch.GetTimestamp(), GC.GetAllocatedBytesForCurrentThread());

    private void BeginTrial()
    {
        Enter(SimulationPart.Trials);
        if (Trials++ == 0) { FirstTrial = _since; }
    }

    private void Enter(SimulationPart part)
    {
        var (now, bytes) = (Stopwatch.GetTimestamp(), GC.GetAllocatedBytesForCurrentThread());
        _ticks[(int)_part] += now - _since;
        _bytes[(int)_part] += bytes - _bytesSince;
        (_part, _since, _bytesSince) = (part, now, bytes);
    }

    private static double Milliseconds(long ticks) => Stopwatch.GetElapsedTime(0, ticks).TotalMilliseconds;
}
