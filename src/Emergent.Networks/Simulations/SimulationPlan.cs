using Emergent.Data;

namespace Emergent.Networks;

/// <summary>What a simulation does: its environments, loops and logs. Models say in <c>Configure</c> what is theirs.</summary>
/// <remarks>
/// The loops are those of nearly all models: runs of epochs of trials, with tests between epochs. A model that needs others changes them:
/// <c>plan.Loops(RunMode.Train)[TimeScale.Run].OnStart.Add("Draw patterns", DrawPatterns)</c>.
/// Source: emergent, the protocol of the example ra25.
/// </remarks>
public sealed partial class SimulationPlan
{
    internal const string ResetOfRun = "Reset statistics", ResetOfEpoch = "Reset statistics of the epoch";

    private readonly Simulation _simulation;
    private readonly Network _network;
    private readonly List<PlannedMode> _modes = [];
    private readonly List<RunMode> _tested = [];
    private readonly List<ShownTable> _shown = [];
    private readonly List<Layer> _compared = [];
    private bool _stopsAfterZeros;
    private readonly AverageTimer _trialTime = new();

    internal SimulationPlan(Simulation simulation, Network network)
    {
        (_simulation, _network) = (simulation, network);
        Log = new SimulationLog(network, this);
        PlannedModeOf(RunMode.Train);   // first in all lists
    }

    /// <summary>What is logged.</summary>
    public SimulationLog Log { get; }

    /// <summary>Whether all inputs are taken away before each trial's are presented; needless where every trial shows the same layers something.</summary>
    public bool ClearsInputs { get; set; } = true;

    internal IReadOnlyList<PlannedMode> Modes => _modes;

    /// <summary>What running the simulation is: training, or where there is none the first of what there is.</summary>
    internal PlannedMode MainMode => _modes.Find(m => m.Loops.Loops.Count > 0) ?? _modes[0];

    internal IReadOnlyList<ShownTable> Shown => _shown;

    internal LearningProgress Learning { get; } = new();

    internal string StyleNames => _simulation.StyleNames;

    /// <summary>The run and the epoch of training that the network has last been in.</summary>
    internal (int Run, int Epoch) Last { get; private set; }

    /// <summary>Trains with an environment: as many runs and epochs as the simulation's parameters say.</summary>
    /// <param name="environment">The environment.</param>
    /// <param name="trials">How many trials make an epoch, where the environment does not count epochs itself; 0 where it does.</param>
    /// <exception cref="EmergentException">There is another training environment already.</exception>
    public SimulationPlan Train(IEnvironment environment, int trials = 0)
    {
        var stepper = NewStepper(RunMode.Train, environment, trials);
        var log = PlannedModeOf(RunMode.Train).Log;
        var run = Loops(RunMode.Train).Add(TimeScale.Run, _simulation.Runs);
        run.First = _simulation.FirstRun;
        var epoch = Loops(RunMode.Train).Add(TimeScale.Epoch, _simulation.Epochs);
        run.OnStart.Add("Initialize weights", () => _network.Initialize(_simulation.Seed, run.Current));
        run.OnStart.Add("Initialize environment", () => stepper.Initialize(_simulation.Seed, run.Current));
        run.OnStart.Add(ResetOfRun, () =>
        {
            Last = (run.Current, 0);
            Learning.Reset();
            log.Begin(TimeScale.Run);
        });
        epoch.OnStart.Add(ResetOfEpoch, () =>
        {
            Last = (run.Current, epoch.Current);
            _trialTime.Reset();
            log.Begin(TimeScale.Epoch);
        });
        AddTrials(RunMode.Train, trials, stepper);
        epoch.OnEnd.Add(LogName(TimeScale.Epoch), () =>
        {
            if (log.Score is { } score) { Learning.Add(epoch.Current, score.IsPerfect); }
            log.End(TimeScale.Epoch);
        });
        epoch.OnEnd.Add("Report progress", _simulation.ReportProgress);
        epoch.IsDone.Add($"environment '{environment.Name}' has no more trials", () => stepper.IsExhausted);
        run.OnEnd.Add(LogName(TimeScale.Run), () =>
        {
            log.End(TimeScale.Run);
            _simulation.ReportRun();
        });
        return this;
    }

    /// <summary>Tests with an environment, one epoch at a time, when <see cref="TestEvery"/> says so or the user does.</summary>
    /// <param name="environment">The environment; another than that of training or another test, since each keeps its own place.</param>
    /// <param name="trials">How many trials make an epoch, where the environment does not count epochs itself; 0 where it does.</param>
    /// <param name="mode">Which of several tests it is; <see cref="RunMode.Test"/> if left out.</param>
    /// <exception cref="EmergentException">There is another environment of this mode already, or it is used in another.</exception>
    public SimulationPlan Test(IEnvironment environment, int trials = 0, RunMode? mode = null)
    {
        mode ??= RunMode.Test;
        if (mode == RunMode.Train) { throw new EmergentException("Training is no test. Call plan.Train(environment), or give the test another mode."); }
        var stepper = NewStepper(mode, environment, trials);
        var log = PlannedModeOf(mode).Log;
        var epoch = Loops(mode).Add(TimeScale.Epoch, 1);
        epoch.OnStart.Add("Initialize environment", () => stepper.Initialize(_simulation.Seed, Last.Run));
        epoch.OnStart.Add(ResetOfEpoch, () => log.Begin(TimeScale.Epoch));
        AddTrials(mode, trials, stepper);
        epoch.OnEnd.Add(LogName(TimeScale.Epoch), () => log.End(TimeScale.Epoch));
        return this;
    }

    /// <summary>Ends a run when so many epochs in a row were without error.</summary>
    /// <exception cref="EmergentException">There is no training yet.</exception>
    public SimulationPlan StopAfter(int zeroErrorEpochs)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(zeroErrorEpochs);
        _stopsAfterZeros = true;
        TrainingLoop(TimeScale.Epoch).IsDone.Add(
            zeroErrorEpochs == 1 ? "an epoch was without error" : $"{zeroErrorEpochs} epochs in a row were without error",
            () => Learning.ZerosInARow >= zeroErrorEpochs);
        return this;
    }

    /// <summary>Tests each time so many epochs of a run have ended.</summary>
    /// <param name="epochs">How many.</param>
    /// <param name="mode">Which of several tests; <see cref="RunMode.Test"/> if left out.</param>
    /// <param name="beforeLog">Whether before the row of the epoch is logged, which can then have what the test has found; else after it.</param>
    /// <exception cref="EmergentException">There is no training yet.</exception>
    public SimulationPlan TestEvery(int epochs, RunMode? mode = null, bool beforeLog = false)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(epochs);
        mode ??= RunMode.Test;
        if (mode == RunMode.Train) { throw new EmergentException("Training is no test. Give the test another mode: plan.TestEvery(5, RunMode.Validate)."); }
        var epoch = TrainingLoop(TimeScale.Epoch);
        epoch.OnEnd.InsertBefore(beforeLog ? LogName(TimeScale.Epoch) : "Report progress", new LoopFunction(
            epochs == 1 ? mode.Name : $"{mode} after every {epochs} epochs", PlannedModeOf(mode).Runner, () => (epoch.Current + 1) % epochs == 0));
        _tested.Add(mode);
        return this;
    }

    /// <summary>In a test, only compares targets with what their layers do: they are not shown in the plus phase, in which the network goes on by itself.</summary>
    /// <param name="mode">Which of several tests; <see cref="RunMode.Test"/> if left out.</param>
    /// <remarks>Source: the layer type Compare that emergent's simulations give their target layers for tests.</remarks>
    /// <exception cref="EmergentException">There is no such test yet.</exception>
    public SimulationPlan CompareTargets(RunMode? mode = null)
    {
        mode ??= RunMode.Test;
        if (mode == RunMode.Train) { throw new EmergentException("Training is no test: targets that are only compared teach nothing. Give a test's mode: plan.CompareTargets(RunMode.Validate)."); }
        var trial = Find(mode)?.Stepper is null ? null : Loops(mode).Find(TimeScale.Trial);
        if (trial is null) { throw new EmergentException($"Simulation '{_simulation.Name}' has nothing to test with{mode.InSentence} yet. Call {mode.TestCode} first."); }
        trial.OnStart.InsertBefore("Present inputs", "Only compare targets", () =>
        {
            _compared.AddRange(_network.Layers.Where(l => l.Kind == LayerKind.Target));
            foreach (var layer in _compared) { layer.Kind = LayerKind.Compare; }
        });
        trial.OnEnd.Add("Show targets again", EndComparison);
        return this;
    }

    /// <summary>Shows a table beside the logs: in the window, and unless it is there to be edited in a file when the simulation ends.</summary>
    /// <exception cref="EmergentException">The name is taken.</exception>
    public SimulationPlan Show(ShownTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentException.ThrowIfNullOrWhiteSpace(table.Name);
        if (_shown.Exists(t => t.Name == table.Name)) { throw new EmergentException($"A table '{table.Name}' is shown already. Give the new one another name."); }
        _shown.Add(table);
        return this;
    }

    /// <summary>The loops of one mode, once <see cref="Train"/> or <see cref="Test"/> has made them; of a mode of one's own none, to which they can be added.</summary>
    public LoopStack Loops(RunMode mode) => Runner(mode).Stack;

    internal static string LogName(TimeScale scale) => $"Log {scale.ToString().ToLowerInvariant()}";

    internal LoopRunner Runner(RunMode mode) => PlannedModeOf(mode).Runner;

    internal int TrialsPerEpoch(RunMode mode) => Find(mode)?.Stepper?.TrialsPerEpoch ?? 0;

    internal PlannedMode? Find(RunMode mode) => _modes.Find(m => m.Mode == mode);

    /// <summary>What is planned for a mode, which may be nothing yet.</summary>
    internal PlannedMode PlannedModeOf(RunMode mode)
    {
        ArgumentNullException.ThrowIfNull(mode);
        if (Find(mode) is { } found) { return found; }
        _modes.Add(new(mode, this));
        return _modes[^1];
    }

    /// <summary>Checks that the plan is complete, and makes the columns of the logs.</summary>
    internal void Complete()
    {
        var what = $"Simulation '{_simulation.Name}'";
        if (MainMode.Loops.Loops.Count == 0) { throw new EmergentException($"{what} has nothing to do. Say in Configure what it trains or tests with: plan.Train(environment) or plan.Test(environment)."); }
        foreach (var mode in _tested)
        {
            if (Loops(mode).Loops.Count == 0)
            {
                throw new EmergentException($"{what} is to test{mode.InSentence}, but has nothing to test with. Say in Configure: {mode.TestCode}.");
            }
        }
        if (_stopsAfterZeros && !Log.HasErrors)
        {
            throw new EmergentException($"{what} is to stop after epochs without error, but the errors of no layer are logged. Say in Configure which is scored: plan.Log.ErrorStatistics(\"Output\").");
        }
        Last = (_simulation.FirstRun, 0);
        foreach (var mode in _modes) { mode.Stepper?.Initialize(_simulation.Seed, _simulation.FirstRun); }
        if (Loops(RunMode.Train).Find(TimeScale.Trial) is { } trial) { Log.AddTrialTime(() => _trialTime.Total.TotalMilliseconds / Math.Max(trial.Current, 1)); }
        Log.Complete();
    }

    /// <summary>Lets layers whose targets were only compared be shown them again; a test may have been left in the middle of a trial.</summary>
    internal void EndComparison()
    {
        foreach (var layer in _compared) { layer.Kind = LayerKind.Target; }
        _compared.Clear();
    }

    private void AddTrials(RunMode mode, int trials, EnvironmentStepper stepper)
    {
        var (environment, planned) = (stepper.Environment, PlannedModeOf(mode));
        var trial = Loops(mode).Add(TimeScale.Trial, trials);
        trial.Next = new($"environment '{environment.Name}' has a trial in this epoch", stepper.Next);
        trial.OnStart.Add("Present inputs", () =>
        {
            if (ClearsInputs) { _network.ClearInputs(); }
            _network.Present(environment);
        });
        trial.OnStart.Add(RunTrialName, planned.Learns ? Timed(() => _network.RunTrial(learn: true)) : () => _network.RunTrial(learn: false));
        trial.OnEnd.Add(LogName(TimeScale.Trial), () => planned.Log.End(TimeScale.Trial));
    }

    /// <summary>The same action, whose time is counted as that of the epoch's trials: for models that run trials in a way of their own.</summary>
    public Action Timed(Action action) => () =>
    {
        _trialTime.Start();
        action();
        _trialTime.Stop();
    };

    private EnvironmentStepper NewStepper(RunMode mode, IEnvironment environment, int trials)
    {
        ArgumentNullException.ThrowIfNull(environment);
        ArgumentOutOfRangeException.ThrowIfNegative(trials);
        var planned = PlannedModeOf(mode);
        if (_modes.Find(m => m.Stepper?.Environment == environment) is { } other)
        {
            throw new EmergentException($"Environment '{environment.Name}' cannot serve {(other == planned ? "twice" : "training and tests, or two tests, at once")}, since it keeps its place in one of them. Make one for each.");
        }
        if (planned.Stepper is { } present)
        {
            throw new EmergentException($"Simulation '{_simulation.Name}' has an environment for mode {mode} already: '{present.Environment.Name}'. {(mode == RunMode.Train ? "Call plan.Train once." : $"Call plan.Test once for each mode; another test has one of its own: {new RunMode("Recall").TestCode}.")}");
        }
        if (planned.Loops.Loops.Count > 0) { throw new EmergentException($"Simulation '{_simulation.Name}' has loops of its own for mode {mode} already. Leave them out, or give the environment another mode."); }
        return planned.Stepper = new EnvironmentStepper(environment, trials);
    }

    private Loop TrainingLoop(TimeScale scale) => Loops(RunMode.Train).Find(scale)
        ?? throw new EmergentException($"Simulation '{_simulation.Name}' has no training yet. Call plan.Train(environment) first.");
}
