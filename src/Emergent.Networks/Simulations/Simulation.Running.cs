using System.Diagnostics;

namespace Emergent.Networks;

// How a simulation is run, watched and stopped.
public abstract partial class Simulation
{
    private readonly Stopwatch _clock = new();
    private SimulationPlan? _plan;

    /// <summary>Called at the end of each epoch of training.</summary>
    public event Action<SimulationProgress>? EpochEnded;

    /// <summary>The loops of training: to step, stop, change and describe.</summary>
    public LoopRunner Training => Plan.Runner(RunMode.Train);

    /// <summary>The loops of tests.</summary>
    public LoopRunner Testing => Plan.Runner(RunMode.Test);

    /// <summary>The loops of a mode: to stop them and to see where they are. <see cref="Run"/>, <see cref="Step"/>, <see cref="Test"/> and <see cref="StepTest"/> run them.</summary>
    /// <exception cref="EmergentException">There is no such mode.</exception>
    public LoopRunner LoopsOf(RunMode mode) => PlannedModeOf(mode).Runner;

    /// <summary>What the network lives in in a mode; null where the mode has loops of the model's own.</summary>
    /// <exception cref="EmergentException">There is no such mode.</exception>
    public IEnvironment? EnvironmentOf(RunMode mode) => PlannedModeOf(mode).Stepper?.Environment;

    /// <summary>The modes that there are loops for, training first.</summary>
    public IReadOnlyList<RunMode> Modes => [.. Plan.Modes.Where(m => m.Loops.Loops.Count > 0).Select(m => m.Mode)];

    /// <summary>What is logged, as tables.</summary>
    public SimulationLog Log => Plan.Log;

    /// <summary>What training is doing.</summary>
    public LoopState State => _plan is null ? LoopState.Ready : Training.State;

    /// <summary>How the present run is getting on.</summary>
    public LearningProgress Learning => Plan.Learning;

    private SimulationPlan Plan
    {
        get
        {
            if (_plan is null) { Initialize(); }
            return _plan!;
        }
    }

    /// <summary>Starts afresh: applies all parameters and styles, configures loops and logs anew, and gives the network the weights of the first run.</summary>
    /// <exception cref="EmergentException">The model is wrong; the message says where.</exception>
    public void Initialize()
    {
        if (_plan is { } present && present.Modes.Any(m => m.Runner.State == LoopState.Running)) { throw new EmergentException($"Simulation '{Name}' is running. Stop it before it starts afresh."); }
        PrepareNetwork();
        var plan = new SimulationPlan(this, Network);
        Configure(plan);
        plan.Complete();
        Network.Initialize(Seed, FirstRun);
        _plan = plan;
        _clock.Reset();
    }

    /// <summary>Runs on to the end of all runs, or until it is stopped.</summary>
    /// <param name="cancellation">Stops it at the end of the present trial; what was logged is kept, and it can go on from there.</param>
    /// <returns>Finished or Paused.</returns>
    /// <exception cref="EmergentException">The model is wrong, or an error ended it before.</exception>
    public LoopState Run(CancellationToken cancellation = default)
    {
        var training = Training;
        using var registration = cancellation.Register(() => training.Stop());
        return Timed(training.Run);
    }

    /// <summary>Runs on by so many trials, epochs or runs of training.</summary>
    /// <param name="count">How many.</param>
    /// <param name="scale">Of what.</param>
    /// <param name="cancellation">Stops it at the end of the present trial, as in <see cref="Run"/>.</param>
    /// <returns>Finished or Paused.</returns>
    /// <exception cref="EmergentException">There is no loop over this time scale, the model is wrong, or an error ended it before.</exception>
    public LoopState Step(int count, TimeScale scale, CancellationToken cancellation = default)
    {
        var training = Training;
        using var registration = cancellation.Register(() => training.Stop());
        return Timed(() => training.Step(count, scale));
    }

    /// <summary>Asks it to stop at the end of the present trial, epoch or run; from any thread.</summary>
    public void Stop(TimeScale scale = TimeScale.Trial)
    {
        if (_plan is not { } plan) { return; }
        foreach (var mode in plan.Modes) { mode.Runner.Stop(scale); }
    }

    /// <summary>Tests once, without learning: a row for each trial and one for the epoch in the logs of tests.</summary>
    /// <param name="mode">Which of several tests, or loops of the model's own; <see cref="RunMode.Test"/> if left out.</param>
    /// <exception cref="EmergentException">There is nothing to test with, or training has stopped in the middle of a test.</exception>
    public LoopState Test(RunMode? mode = null)
    {
        var testing = RunnerOfTest(mode ?? RunMode.Test);
        if (testing.State != LoopState.Paused) { testing.Reset(); }
        return testing.Run();
    }

    /// <summary>Runs on by so many trials of a test, which begins afresh if the last has ended.</summary>
    /// <exception cref="EmergentException">There is nothing to test with or no loop over this time scale, or training has stopped in the middle of a test.</exception>
    public LoopState StepTest(int count, TimeScale scale, RunMode? mode = null)
    {
        var testing = RunnerOfTest(mode ?? RunMode.Test);
        if (testing.State != LoopState.Paused) { testing.Reset(); }
        return testing.Step(count, scale);
    }

    /// <summary>How far it has come.</summary>
    public SimulationProgress Progress()
    {
        var loops = Training.Stack;
        var (run, epoch, trial) = (loops[TimeScale.Run], loops[TimeScale.Epoch], loops[TimeScale.Trial]);
        var score = Plan.PlannedModeOf(RunMode.Train).Log.Score is { Trials: > 0 } found ? found : null;
        var share = ShareDone(run, epoch);
        return new SimulationProgress(
            RunMode.Train, Math.Min(run.Current, run.First + run.Maximum - 1), run.Maximum, epoch.Current, epoch.Maximum, trial.Current, Plan.TrialsPerEpoch(RunMode.Train),
            score?.PercentError ?? double.NaN, score?.SumSquared ?? double.NaN, share, _clock.Elapsed,
            share > 0 ? _clock.Elapsed * ((1 - share) / share) : null);
    }

    /// <summary>Where it is, in one line: the counts of what was logged last, then some values, as <c>Run: 0  Epoch: 3  Trial: 24  TrialName: cat  SSE: 0.5</c>.</summary>
    /// <remarks>
    /// Which values, <see cref="SimulationLog.InStatus"/> says; of each the last that was logged, to four digits. A window shows it under the network. To be called
    /// by the thread that runs the simulation, as in a function of a loop, or while it does not run.
    /// </remarks>
    /// <param name="mode">The mode; if left out a test that it is in the midst of, else training.</param>
    /// <exception cref="EmergentException">There is no such mode.</exception>
    public string Status(RunMode? mode = null)
    {
        mode ??= Plan.Modes.Skip(1).FirstOrDefault(m => m.Runner.State is LoopState.Running or LoopState.Paused)?.Mode ?? RunMode.Train;
        return Log.StatusOf(Plan.Find(mode) ?? throw new EmergentException($"Simulation '{Name}' has no mode {mode}; it has {string.Join(", ", Modes)}."));
    }

    internal void ReportProgress() => EpochEnded?.Invoke(Progress());

    /// <summary>The share of all epochs done, supposing that further runs are as long as those before, and the first as long as it may be.</summary>
    private double ShareDone(Loop run, Loop epoch)
    {
        var done = Log[RunMode.Train, TimeScale.Epoch].RowCount;
        var runs = run.Current - run.First;
        if (runs >= run.Maximum) { return 1; }
        if (epoch.Maximum == 0) { return 0; }   // without a limit nothing can be said
        var inThisRun = epoch.Phase == LoopPhase.Ending ? epoch.Current + 1 : epoch.Current;
        var perRun = runs == 0 ? epoch.Maximum : Math.Max((double)(done - inThisRun) / runs, 1);
        var left = Math.Max(perRun - inThisRun, 0) + perRun * (run.Maximum - runs - 1);
        return done == 0 ? 0 : done / (done + left);
    }

    private PlannedMode PlannedModeOf(RunMode mode)
    {
        ArgumentNullException.ThrowIfNull(mode);
        return Plan.Find(mode) is { Loops.Loops.Count: > 0 } planned ? planned
            : throw new EmergentException($"Simulation '{Name}' has no mode {mode}. {Names.DidYouMean(mode.Name, Modes.Select(m => m.Name))}");
    }

    private LoopRunner RunnerOfTest(RunMode mode)
    {
        if (Plan.Find(mode) is not { Loops.Loops.Count: > 0 } planned)
        {
            var nearest = Names.Nearest(mode.Name, Plan.Modes.Where(m => m.Mode != RunMode.Train && m.Loops.Loops.Count > 0).Select(m => m.Mode.Name));
            throw new EmergentException($"Simulation '{Name}' has nothing to test with{mode.InSentence}. {(nearest is null ? "" : $"Did you mean '{nearest}'? ")}Say in Configure: {mode.TestCode}.");
        }
        if (mode == RunMode.Train) { throw new EmergentException($"Simulation '{Name}': training is no test. Call Run or Step."); }
        if (Training.IsPausedWithin(planned.Runner)) { throw new EmergentException($"Simulation '{Name}' has stopped in the middle of a test. Run or step on to its end first."); }
        return planned.Runner;
    }

    private LoopState Timed(Func<LoopState> run)
    {
        _clock.Start();
        try { return run(); }
        finally { _clock.Stop(); }
    }
}
