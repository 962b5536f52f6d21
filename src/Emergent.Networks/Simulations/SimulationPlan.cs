using System.Diagnostics;

namespace Emergent.Networks;

/// <summary>What a simulation does: its environments, loops and logs. Models say in <c>Configure</c> what is theirs.</summary>
/// <remarks>
/// The loops are those of nearly all models: runs of epochs of trials, with tests between epochs. A model that needs others changes them:
/// <c>plan.Loops(RunMode.Train)[TimeScale.Run].OnStart.Add("Draw patterns", DrawPatterns)</c>.
/// Source: emergent, the protocol of the example ra25.
/// </remarks>
public sealed class SimulationPlan
{
    private readonly Simulation _simulation;
    private readonly Network _network;
    private readonly LoopRunner[] _runners = [new(new(RunMode.Train)), new(new(RunMode.Test))];
    private readonly EnvironmentStepper?[] _steppers = new EnvironmentStepper?[2];
    private bool _stopsAfterZeros, _tests;
    private long _trialTicks;

    internal SimulationPlan(Simulation simulation, Network network)
    {
        (_simulation, _network) = (simulation, network);
        Log = new SimulationLog(network);
    }

    /// <summary>What is logged.</summary>
    public SimulationLog Log { get; }

    /// <summary>Whether all inputs are taken away before each trial's are presented; needless where every trial shows the same layers something.</summary>
    public bool ClearsInputs { get; set; } = true;

    internal LearningProgress Learning { get; } = new();

    /// <summary>The run and the epoch of training that the network has last been in.</summary>
    internal (int Run, int Epoch) Last { get; private set; }

    /// <summary>Trains with an environment: as many runs and epochs as the simulation's parameters say.</summary>
    /// <param name="environment">The environment.</param>
    /// <param name="trials">How many trials make an epoch, where the environment does not count epochs itself; 0 where it does.</param>
    /// <exception cref="EmergentException">There is another training environment already.</exception>
    public SimulationPlan Train(IEnvironment environment, int trials = 0)
    {
        var stepper = NewStepper(RunMode.Train, environment, trials);
        var log = Log.Of(RunMode.Train);
        var run = Loops(RunMode.Train).Add(TimeScale.Run, _simulation.Runs);
        var epoch = Loops(RunMode.Train).Add(TimeScale.Epoch, _simulation.Epochs);
        run.OnStart.Add("Initialize weights", () => _network.Initialize(_simulation.Seed, run.Current));
        run.OnStart.Add("Initialize environment", () => stepper.Initialize(_simulation.Seed, run.Current));
        run.OnStart.Add("Reset statistics", () =>
        {
            Last = (run.Current, 0);
            Learning.Reset();
            log.BeginRun();
        });
        epoch.OnStart.Add("Reset statistics of the epoch", () =>
        {
            _trialTicks = 0;
            log.BeginEpoch();
        });
        AddTrials(RunMode.Train, trials, stepper);
        epoch.OnEnd.Add("Log epoch", () =>
        {
            Last = (run.Current, epoch.Current);
            if (log.Score is { } score) { Learning.Add(epoch.Current, score.IsPerfect); }
            var trialCount = Math.Max(Loops(RunMode.Train)[TimeScale.Trial].Current, 1);
            log.EndEpoch(run.Current, epoch.Current, Stopwatch.GetElapsedTime(0, _trialTicks).TotalMilliseconds / trialCount);
        });
        epoch.OnEnd.Add("Report progress", _simulation.ReportProgress);
        epoch.IsDone.Add($"environment '{environment.Name}' has no more trials", () => stepper.IsExhausted);
        run.OnEnd.Add("Log run", () => log.EndRun(run.Current, _simulation.StyleNames, Learning.FirstZero));
        return this;
    }

    /// <summary>Tests with an environment, one epoch at a time, when <see cref="TestEvery"/> says so or the user does.</summary>
    /// <param name="environment">The environment; another than that of training, since each keeps its own place.</param>
    /// <param name="trials">How many trials make an epoch, where the environment does not count epochs itself; 0 where it does.</param>
    /// <exception cref="EmergentException">There is another test environment already, or it is that of training.</exception>
    public SimulationPlan Test(IEnvironment environment, int trials = 0)
    {
        var stepper = NewStepper(RunMode.Test, environment, trials);
        var log = Log.Of(RunMode.Test);
        var epoch = Loops(RunMode.Test).Add(TimeScale.Epoch, 1);
        epoch.OnStart.Add("Initialize environment", () => stepper.Initialize(_simulation.Seed, Last.Run));
        epoch.OnStart.Add("Reset statistics of the epoch", log.BeginEpoch);
        AddTrials(RunMode.Test, trials, stepper);
        epoch.OnEnd.Add("Log epoch", () => log.EndEpoch(Last.Run, Last.Epoch));
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
    /// <exception cref="EmergentException">There is no training yet.</exception>
    public SimulationPlan TestEvery(int epochs)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(epochs);
        _tests = true;
        var epoch = TrainingLoop(TimeScale.Epoch);
        epoch.OnEnd.InsertAfter("Log epoch", new LoopFunction(
            epochs == 1 ? "Test" : $"Test after every {epochs} epochs", Runner(RunMode.Test), () => (epoch.Current + 1) % epochs == 0));
        return this;
    }

    /// <summary>The loops of one mode, once <see cref="Train"/> or <see cref="Test"/> has made them.</summary>
    public LoopStack Loops(RunMode mode) => Runner(mode).Stack;

    internal LoopRunner Runner(RunMode mode) => _runners[(int)mode];

    internal int TrialsPerEpoch(RunMode mode) => _steppers[(int)mode]?.TrialsPerEpoch ?? 0;

    /// <summary>Checks that the plan is complete, and makes the columns of the logs.</summary>
    internal void Complete()
    {
        var what = $"Simulation '{_simulation.Name}'";
        if (_steppers[0] is null) { throw new EmergentException($"{what} has no training. Say in Configure what it trains with: plan.Train(environment)."); }
        if (_tests && _steppers[1] is null) { throw new EmergentException($"{what} is to test, but has nothing to test with. Say in Configure: plan.Test(environment)."); }
        if (_stopsAfterZeros && !Log.HasErrors)
        {
            throw new EmergentException($"{what} is to stop after epochs without error, but the errors of no layer are logged. Say in Configure which is scored: plan.Log.ErrorStatistics(\"Output\").");
        }
        foreach (var stepper in _steppers) { stepper?.Initialize(_simulation.Seed, 0); }
        Log.MakeColumns();
    }

    private void AddTrials(RunMode mode, int trials, EnvironmentStepper stepper)
    {
        var environment = stepper.Environment;
        var trial = Loops(mode).Add(TimeScale.Trial, trials);
        trial.Next = new($"environment '{environment.Name}' has a trial in this epoch", stepper.Next);
        trial.OnStart.Add("Present inputs", () =>
        {
            if (ClearsInputs) { _network.ClearInputs(); }
            _network.Present(environment);
        });
        if (mode == RunMode.Train)
        {
            var (run, epoch) = (TrainingLoop(TimeScale.Run), TrainingLoop(TimeScale.Epoch));
            trial.OnStart.Add("Run trial", () =>
            {
                var start = Stopwatch.GetTimestamp();
                _network.RunTrial(learn: true);
                _trialTicks += Stopwatch.GetTimestamp() - start;
            });
            trial.OnEnd.Add("Log trial", () => Log.EndTrial(mode, run.Current, epoch.Current, trial.Current, environment.TrialName));
        }
        else
        {
            trial.OnStart.Add("Run trial", () => _network.RunTrial(learn: false));
            trial.OnEnd.Add("Log trial", () => Log.EndTrial(mode, Last.Run, Last.Epoch, trial.Current, environment.TrialName));
        }
    }

    private EnvironmentStepper NewStepper(RunMode mode, IEnvironment environment, int trials)
    {
        ArgumentNullException.ThrowIfNull(environment);
        ArgumentOutOfRangeException.ThrowIfNegative(trials);
        foreach (var other in _steppers)
        {
            if (other?.Environment == environment)
            {
                throw new EmergentException($"Environment '{environment.Name}' cannot serve training and tests at once, since it keeps its place in one of them. Make one for each.");
            }
        }
        if (_steppers[(int)mode] is { } present)
        {
            throw new EmergentException($"Simulation '{_simulation.Name}' has an environment to {mode.ToString().ToLowerInvariant()} with already: '{present.Environment.Name}'. Call plan.{mode} once.");
        }
        return _steppers[(int)mode] = new EnvironmentStepper(environment, trials);
    }

    private Loop TrainingLoop(TimeScale scale) => Loops(RunMode.Train).Find(scale)
        ?? throw new EmergentException($"Simulation '{_simulation.Name}' has no training yet. Call plan.Train(environment) first.");
}
