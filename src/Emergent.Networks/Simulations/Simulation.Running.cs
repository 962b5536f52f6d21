using System.ComponentModel;
using System.Diagnostics;

namespace Emergent.Networks;

// How a simulation is run, watched and stopped.
public abstract partial class Simulation
{
    private readonly Stopwatch _clock = new();
    private SimulationPlan? _plan;

    /// <summary>Called at the end of each epoch of training.</summary>
    public event Action<SimulationProgress>? EpochEnded;

    /// <summary>Called at the end of each run of training, once it is logged.</summary>
    public event Action<SimulationProgress>? RunEnded;

    /// <summary>What <see cref="Run"/> runs: the loops of training, or of the first test where the simulation does not learn.</summary>
    public LoopRunner Main => Plan.MainMode.Runner;

    /// <summary>Whether it trains its network; if not, it only tests.</summary>
    public bool Learns => Plan.MainMode.Learns;

    /// <summary>The loops of training, of which a simulation that does not learn has none: to step, stop, change and describe.</summary>
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

    /// <summary>What training is doing, or the test of a simulation that does not learn.</summary>
    public LoopState State => _plan is null ? LoopState.Ready : Main.State;

    /// <summary>The tables that it shows beside its logs.</summary>
    public IReadOnlyList<ShownTable> Shown => Plan.Shown;

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
        _plan?.EndComparison();
        PrepareNetwork();
        var plan = new SimulationPlan(this, Network);
        Configure(plan);
        plan.Complete();
        Network.Initialize(Seed, FirstRun);
        _plan = plan;
        _clock.Reset();
    }

    /// <summary>Runs on to the end of all runs, or until it is stopped; a simulation that does not learn tests once.</summary>
    /// <param name="cancellation">Stops it at the end of the present trial; what was logged is kept, and it can go on from there.</param>
    /// <returns>Finished or Paused.</returns>
    /// <exception cref="EmergentException">The model is wrong, or an error ended it before.</exception>
    public LoopState Run(CancellationToken cancellation = default)
    {
        var main = GoOn(Plan.MainMode);
        using var registration = cancellation.Register(() => main.Stop());
        return Timed(main.Run);
    }

    /// <summary>Runs on by so many trials, epochs or runs of training, or of the test of a simulation that does not learn.</summary>
    /// <param name="count">How many.</param>
    /// <param name="scale">Of what.</param>
    /// <param name="cancellation">Stops it at the end of the present trial, as in <see cref="Run"/>.</param>
    /// <returns>Finished or Paused.</returns>
    /// <exception cref="EmergentException">There is no loop over this time scale, the model is wrong, or an error ended it before.</exception>
    public LoopState Step(int count, TimeScale scale, CancellationToken cancellation = default)
    {
        var main = GoOn(Plan.MainMode);
        using var registration = cancellation.Register(() => main.Stop());
        return Timed(() => main.Step(count, scale));
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
        var testing = GoOn(TestOf(mode ?? RunMode.Test));
        if (testing.State != LoopState.Paused) { testing.Reset(); }
        return testing.Run();
    }

    /// <summary>Runs on by so many trials of a test, which begins afresh if the last has ended.</summary>
    /// <exception cref="EmergentException">There is nothing to test with or no loop over this time scale, or training has stopped in the middle of a test.</exception>
    public LoopState StepTest(int count, TimeScale scale, RunMode? mode = null)
    {
        var testing = GoOn(TestOf(mode ?? RunMode.Test));
        if (testing.State != LoopState.Paused) { testing.Reset(); }
        return testing.Step(count, scale);
    }

    /// <summary>Tests one item, without learning: a row in the log of trials. Whatever the test was in the midst of, it begins afresh the next time.</summary>
    /// <param name="name">The name of the item as a test's patterns have it, or a part that no other has, in capital letters or not.</param>
    /// <exception cref="EmergentException">There is no such item, no test with named patterns, or training has stopped in the middle of it.</exception>
    [Action("Test item"), Description("Tests one item, by its name or a part of it.")]
    public void TestItem([Description("Its name, or a part that no other has.")] string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        if (!HasTestItems) { throw new EmergentException($"Simulation '{Name}' has no items to choose from: they are named where the patterns of a test are a table with a column of names."); }
        var tests = NamedTests.ToList();
        var (mode, environment) = tests.Find(t => t.Environment.PlaceOf(name) >= 0);
        if (environment is null) { throw new EmergentException($"Simulation '{Name}' has no item '{name}'. {Names.DidYouMean(name, tests.SelectMany(t => t.Environment.RowNames).Distinct())}"); }
        var (testing, all) = (TestOf(mode).Runner, environment.Patterns);
        testing.Reset();
        environment.Patterns = all.At(environment.PlaceOf(name));
        try { testing.Step(1, TimeScale.Trial); }
        finally
        {
            environment.Patterns = all;
            testing.Reset();
        }
    }

    private bool HasTestItems => NamedTests.Any();

    private IEnumerable<(RunMode Mode, TableEnvironment Environment)> NamedTests =>
        from mode in Plan.Modes
        where !mode.Learns && mode.Stepper?.Environment is TableEnvironment { HasNames: true }
        select (mode.Mode, (TableEnvironment)mode.Stepper!.Environment);

    /// <summary>How far it has come.</summary>
    public SimulationProgress Progress()
    {
        var (mode, loops) = (Plan.MainMode, Main.Stack);
        var (run, epoch) = (loops.Find(TimeScale.Run), loops.Find(TimeScale.Epoch));
        var score = mode.Log.Score is { Trials: > 0 } found ? found : null;
        var share = run is not null && epoch is not null ? ShareDone(run, epoch) : mode.Runner.State == LoopState.Finished ? 1 : 0;
        return new SimulationProgress(
            mode.Mode, run is null ? FirstRun : Math.Min(run.Current, run.First + run.Maximum - 1), run?.Maximum ?? 1, epoch?.Current ?? 0, epoch?.Maximum ?? 1,
            loops.Find(TimeScale.Trial)?.Current ?? 0, Plan.TrialsPerEpoch(mode.Mode), score?.PercentError ?? double.NaN, score?.SumSquared ?? double.NaN, share, _clock.Elapsed,
            share > 0 ? _clock.Elapsed * ((1 - share) / share) : null);
    }

    /// <summary>Where it is, in one line: the counts of what was logged last, then some values, as <c>Run: 0  Epoch: 3  Trial: 24  TrialName: cat  SSE: 0.5</c>.</summary>
    /// <remarks>
    /// Which values, <see cref="SimulationLog.InStatus"/> says; of each the last that was logged, to four digits. A window shows it under the network. To be called
    /// by the thread that runs the simulation, as in a function of a loop, or while it does not run.
    /// </remarks>
    /// <param name="mode">The mode; if left out a test that it is in the midst of, else what Run runs.</param>
    /// <param name="hasCounts">Whether the counts stand before the values.</param>
    /// <exception cref="EmergentException">There is no such mode.</exception>
    public string Status(RunMode? mode = null, bool hasCounts = true)
    {
        mode ??= Plan.Modes.Skip(1).FirstOrDefault(m => m.Runner.State is LoopState.Running or LoopState.Paused)?.Mode ?? Plan.MainMode.Mode;
        return Log.StatusOf(Plan.Find(mode) ?? throw new EmergentException($"Simulation '{Name}' has no mode {mode}; it has {string.Join(", ", Modes)}."), hasCounts);
    }

    internal void ReportProgress() => EpochEnded?.Invoke(Progress());

    internal void ReportRun() => RunEnded?.Invoke(Progress());

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

    private PlannedMode TestOf(RunMode mode)
    {
        if (Plan.Find(mode) is not { Loops.Loops.Count: > 0 } planned)
        {
            var nearest = Names.Nearest(mode.Name, Plan.Modes.Where(m => m.Mode != RunMode.Train && m.Loops.Loops.Count > 0).Select(m => m.Mode.Name));
            throw new EmergentException($"Simulation '{Name}' has nothing to test with{mode.InSentence}. {(nearest is null ? "" : $"Did you mean '{nearest}'? ")}Say in Configure: {mode.TestCode}.");
        }
        if (mode == RunMode.Train) { throw new EmergentException($"Simulation '{Name}': training is no test. Call Run or Step."); }
        if (Training.IsPausedWithin(planned.Runner)) { throw new EmergentException($"Simulation '{Name}' has stopped in the middle of a test. Run or step on to its end first."); }
        return planned;
    }

    /// <summary>The loops of a mode, to be run on. A test whose patterns were exchanged in its midst begins afresh: nothing is left of what it was testing.</summary>
    private static LoopRunner GoOn(PlannedMode mode)
    {
        if (!mode.Learns && mode.Runner.State == LoopState.Paused && mode.Stepper?.Environment is TableEnvironment { Row: < 0 }) { mode.Runner.Reset(); }
        return mode.Runner;
    }

    private LoopState Timed(Func<LoopState> run)
    {
        _clock.Start();
        try { return run(); }
        finally { _clock.Stop(); }
    }
}
