using Emergent.Data;

namespace Emergent.Networks.Tests;

public class SimulationTests
{
    private static string Text(Simulation simulation, RunMode mode, TimeScale scale)
    {
        var table = simulation.Log[mode, scale].Clone();
        if (table.TryGetColumn("PerTrlMSec", out _)) { table.RemoveColumn("PerTrlMSec"); }   // from a clock
        var text = new StringWriter();
        table.Write(text);
        return text.ToString();
    }

    private static string[] Results(PerceptronSimulation simulation) =>
    [
        Text(simulation, RunMode.Train, TimeScale.Trial), Text(simulation, RunMode.Train, TimeScale.Epoch), Text(simulation, RunMode.Train, TimeScale.Run),
        Text(simulation, RunMode.Test, TimeScale.Trial), Text(simulation, RunMode.Test, TimeScale.Epoch), string.Join(' ', simulation.Perceptron.Weights.ToArray()),
    ];

    [Fact]
    public void Runs_epochs_trials_and_tests_are_those_of_the_plan()
    {
        var simulation = new PerceptronSimulation();
        Assert.Equal(LoopState.Ready, simulation.State);
        Assert.Equal(LoopState.Finished, simulation.Run());
        Assert.Equal(2 * (12 * 4 + 4 * 4), simulation.Perceptron.TrialCount);
        var (epochs, runs, tests) = (simulation.Log[RunMode.Train, TimeScale.Epoch], simulation.Log[RunMode.Train, TimeScale.Run], simulation.Log[RunMode.Test, TimeScale.Epoch]);
        Assert.Equal((24, 2, 8), (epochs.RowCount, runs.RowCount, tests.RowCount));
        Assert.Equal([2, 5, 8, 11, 2, 5, 8, 11], tests.Column<int>("Epoch").Values.ToArray());
        Assert.Equal([0, 0, 0, 0, 1, 1, 1, 1], tests.Column<int>("Run").Values.ToArray());
        Assert.Equal(4, simulation.Log[RunMode.Test, TimeScale.Trial].RowCount);
        Assert.Equal("p3", simulation.Log[RunMode.Test, TimeScale.Trial].Row(3)["TrialName"]);
        Assert.Equal("Base", runs.Row(0)["Params"]);
    }

    [Fact]
    public void Columns_have_emergents_names_and_the_clock_is_last()
    {
        var simulation = new PerceptronSimulation();
        Assert.Equal("Run Epoch Trial TrialName SSE AvgSSE Err CosDiff Output_ActAvg Gain", Columns(RunMode.Train, TimeScale.Trial));
        Assert.Equal("Run Epoch SSE AvgSSE PctErr PctCor CosDiff Output_ActAvg Gain PerTrlMSec", Columns(RunMode.Train, TimeScale.Epoch));
        Assert.Equal("Run Params Epochs FirstZero LastZero NZero SSE AvgSSE PctErr PctCor CosDiff Output_ActAvg Gain PerTrlMSec", Columns(RunMode.Train, TimeScale.Run));
        Assert.Equal("Run Epoch SSE AvgSSE PctErr PctCor CosDiff Output_ActAvg Gain", Columns(RunMode.Test, TimeScale.Epoch));
        Assert.Throws<EmergentException>(() => simulation.Log[RunMode.Test, TimeScale.Run]);

        string Columns(RunMode mode, TimeScale scale) => string.Join(' ', simulation.Log[mode, scale].Columns.Select(c => c.Name));
    }

    [Fact]
    public void Values_of_an_epoch_are_the_sum_and_means_of_its_trials()
    {
        var simulation = new PerceptronSimulation();
        var trials = new List<(double Sse, double Err, double Act)>();
        var log = simulation.Log.Tables[0];
        log.RowAdded += row => trials.Add((row.Get<double>("SSE"), row.Get<double>("Err"), row.Get<double>("Output_ActAvg")));
        simulation.Step(1, TimeScale.Epoch);
        var epoch = simulation.Log[RunMode.Train, TimeScale.Epoch].Row(0);
        Assert.Equal(4, trials.Count);
        Assert.Equal(trials.Sum(t => t.Sse), epoch["SSE"]);
        Assert.Equal(trials.Average(t => t.Err), epoch["PctErr"]);
        Assert.Equal(trials.Average(t => t.Act), epoch["Output_ActAvg"]);
        Assert.Equal(1.0, epoch["Gain"]);
        Assert.Equal(trials.Sum(t => t.Sse) / 8, epoch.Get<double>("AvgSSE"), 12);
    }

    [Fact]
    public void Run_log_has_the_means_of_the_last_five_epochs()
    {
        var simulation = new PerceptronSimulation();
        simulation.Run();
        var epochs = simulation.Log[RunMode.Train, TimeScale.Epoch];
        for (var run = 0; run < 2; run++)
        {
            var last = Enumerable.Range(12 * run + 7, 5).Select(row => epochs.Row(row).Get<double>("SSE"));
            Assert.Equal(last.Average(), simulation.Log[RunMode.Train, TimeScale.Run].Row(run).Get<double>("SSE"), 12);
            var firstZero = Enumerable.Range(0, 12).Where(e => epochs.Row(12 * run + e).Get<double>("PctErr") == 0).DefaultIfEmpty(-1).First();
            Assert.InRange(firstZero, 1, 11);   // the perceptron learns within the run, but not at once
            Assert.Equal(firstZero, simulation.Log[RunMode.Train, TimeScale.Run].Row(run).Get<int>("FirstZero"));
        }
    }

    [Fact]
    public void Same_seed_gives_the_same_results_and_another_seed_others()
    {
        var (first, second, third) = (new PerceptronSimulation(), new PerceptronSimulation(), new PerceptronSimulation { Seed = 2 });
        foreach (var simulation in (PerceptronSimulation[])[first, second, third]) { simulation.Run(); }
        Assert.Equal(Results(first), Results(second));
        Assert.NotEqual(Results(first)[1], Results(third)[1]);
        first.Initialize();
        first.Run();
        Assert.Equal(Results(second), Results(first));
    }

    [Fact]
    public void Runs_differ_from_each_other()
    {
        var simulation = new PerceptronSimulation();
        simulation.Run();
        var errors = simulation.Log[RunMode.Train, TimeScale.Epoch].Column<double>("SSE").Values;
        Assert.NotEqual(errors[0], errors[12]);
    }

    [Fact]
    public void Stepping_gives_the_same_bits_as_running()
    {
        var running = new PerceptronSimulation();
        running.Run();
        TimeScale[] scales = [TimeScale.Trial, TimeScale.Trial, TimeScale.Epoch, TimeScale.Run];
        for (var seed = 0; seed < 20; seed++)
        {
            var stepping = new PerceptronSimulation();
            var random = new CounterRandom(seed, 0, 0);
            while (stepping.State != LoopState.Finished) { stepping.Step(1 + random.NextInt(6), scales[random.NextInt(scales.Length)]); }
            Assert.Equal(Results(running), Results(stepping));
        }
    }

    [Fact]
    public void Cancelled_simulation_stops_after_the_trial_and_can_go_on_as_if_nothing_had_been()
    {
        var running = new PerceptronSimulation();
        running.Run();
        for (var at = 1; at < 2 * 64; at += 5)
        {
            using var stop = new CancellationTokenSource();
            var simulation = new PerceptronSimulation();
            var trials = 0;
            foreach (var log in simulation.Log.Tables.Where(t => t.Scale == TimeScale.Trial)) { log.RowAdded += _ => { if (++trials == at) { stop.Cancel(); } }; }
            Assert.Equal(LoopState.Paused, simulation.Run(stop.Token));
            Assert.Equal(at, simulation.Perceptron.TrialCount);
            Assert.Equal(LoopState.Finished, simulation.Run());
            Assert.Equal(Results(running), Results(simulation));
        }
    }

    [Fact]
    public void Run_ends_after_epochs_without_error_in_a_row()
    {
        var simulation = new PerceptronSimulation { Epochs = 100, Runs = 1, Change = plan => plan.StopAfter(zeroErrorEpochs: 3) };
        simulation.Run();
        var run = simulation.Log[RunMode.Train, TimeScale.Run].Row(0);
        Assert.Equal(run.Get<int>("FirstZero") + 3, run.Get<int>("Epochs"));
        Assert.Equal(3, simulation.Learning.ZerosInARow);
        Assert.Contains("until 3 epochs in a row were without error", simulation.Training.Describe(), StringComparison.Ordinal);
    }

    [Fact]
    public void Inputs_are_taken_away_before_each_trial_unless_the_plan_says_otherwise()
    {
        var clearing = new PerceptronSimulation();
        clearing.Step(1, TimeScale.Epoch);
        Assert.Equal(4, clearing.Perceptron.InputClearings);
        var keeping = new PerceptronSimulation { Change = plan => plan.ClearsInputs = false };
        keeping.Step(1, TimeScale.Epoch);
        Assert.Equal(0, keeping.Perceptron.InputClearings);
    }

    [Fact]
    public void Test_can_be_asked_for_at_any_time_and_does_not_learn()
    {
        var simulation = new PerceptronSimulation();
        simulation.Step(2, TimeScale.Epoch);
        var weights = simulation.Perceptron.Weights.ToArray();
        Assert.Equal(LoopState.Finished, simulation.Test());
        Assert.Equal(weights, simulation.Perceptron.Weights.ToArray());
        Assert.Equal([1], simulation.Log[RunMode.Test, TimeScale.Epoch].Column<int>("Epoch").Values.ToArray());
    }

    [Fact]
    public void Progress_tells_run_epoch_errors_and_the_share_done()
    {
        var simulation = new PerceptronSimulation();
        var reports = new List<SimulationProgress>();
        simulation.EpochEnded += reports.Add;
        simulation.Run();
        Assert.Equal(24, reports.Count);
        Assert.Equal((0, 2, 0, 12, 4, 4), (reports[0].Run, reports[0].Runs, reports[0].Epoch, reports[0].Epochs, reports[0].Trial, reports[0].Trials));
        Assert.Equal(simulation.Log[RunMode.Train, TimeScale.Epoch].Row(23)["SSE"], reports[^1].SumSquared);
        Assert.Equal(simulation.Log[RunMode.Train, TimeScale.Epoch].Row(0)["PctErr"], reports[0].PercentError);
        for (var i = 0; i < 24; i++) { Assert.Equal((i + 1) / 24.0, reports[i].Share, 9); }
        Assert.Equal(TimeSpan.Zero, reports[^1].Remaining);
        Assert.True(reports[^1].Elapsed >= reports[0].Elapsed);
    }

    [Fact]
    public void Style_sets_settings_and_hand_set_values_reach_the_simulations_own_parameters()
    {
        var styled = new PerceptronSimulation();
        styled.UseStyles("Long");
        styled.Initialize();
        Assert.Equal((20, "Long"), (styled.Epochs, styled.StyleNames));

        var byHand = new PerceptronSimulation { Epochs = 3 };
        byHand.UseStyles("Long");
        byHand.Initialize();
        Assert.Equal(3, byHand.Epochs);

        var set = new PerceptronSimulation();
        set.UseStyles("Long");
        set.Set("Sim.Epochs=7");
        set.Set("Layer.Learn.Lrate=0.2");
        set.Run();
        Assert.Equal(14, set.Log[RunMode.Train, TimeScale.Epoch].RowCount);
        Assert.Contains(("perceptron-simulation", "Sim.Epochs", "7"), set.Network.Styles.NonDefault());
        Assert.Contains("set 'command line'", set.Network.Styles.Explain(set, "Epochs"), StringComparison.Ordinal);
    }

    [Fact]
    public void Network_is_made_with_the_parameters_that_styles_set_and_again_when_they_change()
    {
        var simulation = new PerceptronSimulation();
        simulation.UseStyles("Wide");
        simulation.Initialize();
        Assert.Equal(8, simulation.Network["Input"].UnitCount);
        var network = simulation.Network;
        simulation.Gain = 3;
        simulation.Initialize();
        Assert.Same(network, simulation.Network);   // Gain applies at Initialize, without a new network
        simulation.InputSize = 6;
        simulation.Initialize();
        Assert.Equal(6, simulation.Network["Input"].UnitCount);
    }

    [Fact]
    public void Value_set_by_hand_on_a_layer_outlives_initialize()
    {
        var simulation = new PerceptronSimulation();
        simulation.Initialize();
        ((PerceptronLayer)simulation.Network["Output"]).Learn.Lrate = 0.3f;
        simulation.Initialize();
        Assert.Equal(0.3f, ((PerceptronLayer)simulation.Network["Output"]).Learn.Lrate);
    }

    [Fact]
    public void Mistakes_are_named_when_they_are_made()
    {
        Assert.Contains("Did you mean 'Long'?", Message(s => s.UseStyles("Lomg")), StringComparison.Ordinal);
        Assert.Contains("not a setting", Message(s => s.Set("Sim.Epochs")), StringComparison.Ordinal);
        Assert.Contains("'Epochs' is 0; it must be within 1", Message(s => s.Epochs = 0), StringComparison.Ordinal);
        Assert.Contains("'Epochz'. Did you mean 'Epochs'?", Message(s => s.Set("Sim.Epochz=3")), StringComparison.Ordinal);
        Assert.Contains("matches nothing", Message(s => s.UseStyles("Lost")), StringComparison.Ordinal);
        Assert.Contains("no layer 'Outptu'. Did you mean 'Output'?", Message(s => s.Change = p => p.Log.ActivityOf("Outptu")), StringComparison.Ordinal);
        Assert.Contains("already has a column 'Gain'", Message(s => s.Change = p => p.Log.Value("Gain", () => 0)), StringComparison.Ordinal);
        Assert.Contains("already", Message(s => s.Change = p => p.Log.ErrorStatistics("Output")), StringComparison.Ordinal);
        Assert.Contains("Call plan.Train once", Message(s => s.Change = p => p.Train(new TableEnvironment(PerceptronSimulation.FourPatterns(4)))), StringComparison.Ordinal);
        Assert.Contains("no counter of epochs", Message(s => s.Environment = () => new CountdownEnvironment(3)), StringComparison.Ordinal);

        static string Message(Action<PerceptronSimulation> mistake) => Assert.Throws<EmergentException>(() =>
        {
            var simulation = new PerceptronSimulation();
            mistake(simulation);
            simulation.Initialize();
        }).Message;
    }

    [Fact]
    public void Plan_must_be_complete()
    {
        Assert.Contains("has nothing to do", Message(_ => { }), StringComparison.Ordinal);
        Assert.Contains("Call plan.Train(environment) first", Message(p => p.StopAfter(3)), StringComparison.Ordinal);
        Assert.Contains("nothing to test with", Message(p => p.Train(Environment()).TestEvery(2)), StringComparison.Ordinal);
        Assert.Contains("errors of no layer are logged", Message(p => p.Train(Environment()).StopAfter(2)), StringComparison.Ordinal);
        var shared = Environment();
        Assert.Contains("Make one for each", Message(p => p.Train(shared).Test(shared)), StringComparison.Ordinal);
        var untested = new PlannedSimulation(p => p.Train(Environment()));
        Assert.Contains("nothing to test with", Assert.Throws<EmergentException>(() => untested.Test()).Message, StringComparison.Ordinal);

        static TableEnvironment Environment() => new(PerceptronSimulation.FourPatterns(4));
        static string Message(Action<SimulationPlan> plan) => Assert.Throws<EmergentException>(new PlannedSimulation(plan).Initialize).Message;
    }

    private sealed class PlannedSimulation(Action<SimulationPlan> plan) : Simulation(runs: 1, epochs: 2)
    {
        protected override Network BuildNetwork() => new PerceptronNetwork(4);

        protected override void Configure(SimulationPlan plan1) => plan(plan1);
    }

    [Fact]
    public void Environment_without_epochs_has_as_many_trials_as_the_plan_says()
    {
        var simulation = new PerceptronSimulation { Runs = 1, Epochs = 3, EpochTrials = 5, Environment = () => new CountdownEnvironment(1000) };
        simulation.Run();
        Assert.Equal(3 * 5 + 4, simulation.Perceptron.TrialCount);   // and a test of four
    }

    [Fact]
    public void Environment_that_has_nothing_more_to_show_ends_the_run()
    {
        var simulation = new PerceptronSimulation { Runs = 2, Epochs = 1000, EpochTrials = 5, Environment = () => new CountdownEnvironment(12) };
        Assert.Equal(LoopState.Finished, simulation.Run());
        Assert.Equal([3, 3], simulation.Log[RunMode.Train, TimeScale.Run].Column<int>("Epochs").Values.ToArray());
    }

    [Fact]
    public void Patterns_can_be_exchanged_between_epochs_and_all_of_the_new_ones_are_shown()
    {
        var other = PerceptronSimulation.FourPatterns(4);
        for (var row = 0; row < 4; row++) { other.Column<string>("Name")[row] = $"q{row}"; }
        var train = new TableEnvironment(PerceptronSimulation.FourPatterns(4));
        var shown = new List<string>();
        var simulation = new PerceptronSimulation { Runs = 2, Epochs = 3, Environment = () => train };
        simulation.Change = plan =>
        {
            var (run, epoch) = (plan.Loops(RunMode.Train)[TimeScale.Run], plan.Loops(RunMode.Train)[TimeScale.Epoch]);
            run.OnStart.InsertBefore("Initialize environment", "First list", () => train.Patterns = PerceptronSimulation.FourPatterns(4));
            epoch.OnEnd.Add("Second list", () => { if (epoch.Current == 0) { train.Patterns = other; } });
        };
        simulation.Log.Tables.Single(t => t.FileSuffix == "train_trial").RowAdded += row => shown.Add(row.Get<string>("TrialName"));
        simulation.Run();
        Assert.Equal(24, shown.Count);
        string[] first = ["p0", "p1", "p2", "p3"], second = ["q0", "q1", "q2", "q3"];
        Assert.Equal([first, second, second, first, second, second], shown.Chunk(4).Select(epoch => epoch.Order().ToArray()));
    }

    [Fact]
    public void Test_whose_patterns_are_exchanged_in_its_midst_begins_afresh()
    {
        var test = new TableEnvironment(PerceptronSimulation.FourPatterns(4), Order.Sequential, "Other");
        var simulation = new PerceptronSimulation { Change = plan => plan.Test(test, mode: new RunMode("Other")) };
        var shown = new List<string>();
        simulation.Log.Tables.Single(t => t.FileSuffix == "other_trial").RowAdded += row => shown.Add(row.Get<string>("TrialName"));
        simulation.StepTest(2, TimeScale.Trial, new RunMode("Other"));
        var other = PerceptronSimulation.FourPatterns(4);
        for (var row = 0; row < 4; row++) { other.Column<string>("Name")[row] = $"q{row}"; }
        test.Patterns = other;
        simulation.StepTest(1, TimeScale.Trial, new RunMode("Other"));
        Assert.Equal(LoopState.Finished, simulation.Test(new RunMode("Other")));
        Assert.Equal(["p0", "p1", "q0", "q1", "q2", "q3"], shown);
        Assert.Equal(1, simulation.Log[new RunMode("Other"), TimeScale.Epoch].RowCount);
    }

    [Fact]
    public void Errors_can_be_counted_in_a_way_of_the_models_own()
    {
        var simulation = new OwnErrors();
        simulation.Run();
        Assert.Equal([3, 0, 0], simulation.Log[RunMode.Train, TimeScale.Epoch].Column<double>("SSE").Values.ToArray());
        Assert.Equal([0.25, 1, 1], simulation.Log[RunMode.Train, TimeScale.Epoch].Column<double>("PctCor").Values.ToArray());
        Assert.Equal((1, 3), ((int)simulation.Log[RunMode.Train, TimeScale.Run].Row(0)["FirstZero"]!, simulation.Log[RunMode.Train, TimeScale.Epoch].RowCount));
    }

    [Fact]
    public void State_that_is_not_given_is_named()
    {
        var simulation = new PerceptronSimulation();
        simulation.Initialize();
        Assert.Contains("Environment 'Countdown' has a state 'Input', but its State(\"Input\") is null. It must give a tensor [1, 4].",
            Assert.Throws<EmergentException>(() => simulation.Network.Present(new CountdownEnvironment(-1))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Error_in_a_trial_ends_the_simulation_until_it_is_initialized()
    {
        var simulation = new PerceptronSimulation();
        simulation.Initialize();
        simulation.Perceptron.FailsAfter = 10;
        Assert.Contains("has failed", Assert.Throws<EmergentException>(() => simulation.Run()).Message, StringComparison.Ordinal);
        Assert.Equal(LoopState.Failed, simulation.State);
        Assert.Throws<EmergentException>(() => simulation.Run());
        simulation.Initialize();
        Assert.Equal(LoopState.Finished, simulation.Run());
    }

    [Fact]
    public void Actions_are_the_methods_that_say_so()
    {
        var simulation = new PerceptronSimulation();
        var action = simulation.Actions.Single(a => a.Parameters.Count == 0);
        Assert.Equal("Press the button", action.Name);
        action.Invoke();
        Assert.Equal(1, simulation.Pressed);
    }

    [Fact]
    public void Actions_take_their_parameters_as_text()
    {
        var simulation = new PerceptronSimulation();
        var action = simulation.Actions.Single(a => a.Name == "Press it so often");
        Assert.Equal("Presses the button several times.", action.Description);
        Assert.Equal(("times", typeof(int), "How often.", null), (action.Parameters[0].Name, action.Parameters[0].Type, action.Parameters[0].Description, action.Parameters[0].Default));
        Assert.Equal(5, action.Invoke(new Dictionary<string, string> { ["times"] = "5" }));
        Assert.Equal(3, action.Invoke(new Dictionary<string, string> { ["times"] = "2", ["isUndone"] = "true" }));
        Assert.Contains("needs 'times': How often.", Assert.Throws<EmergentException>(() => action.Invoke()).Message, StringComparison.Ordinal);
        Assert.Contains("'times' cannot be 'x'", Assert.Throws<EmergentException>(() => action.Invoke(new Dictionary<string, string> { ["times"] = "x" })).Message, StringComparison.Ordinal);
        Assert.Contains("Did you mean 'times'?", Assert.Throws<EmergentException>(() => action.Invoke(new Dictionary<string, string> { ["time"] = "1" })).Message, StringComparison.Ordinal);
        Assert.Equal(3, simulation.Pressed);
    }

    [Fact]
    public void Setting_is_taken_back_whatever_its_value()
    {
        var simulation = new PerceptronSimulation();
        simulation.Set("Sim.Epochs=7");
        simulation.Set("Sim.Gain=2");
        simulation.Set("Sim.Epochs=8");
        Assert.Equal(["Sim.Gain=2", "Sim.Epochs=8"], simulation.Settings);
        simulation.Unset("Sim.Epochs");
        Assert.Equal(["Sim.Gain=2"], simulation.Settings);
        Assert.Equal(["Sim.Gain=2"], simulation.Network.Styles.Settings);
        simulation.Unset("Sim.Gain=3");
        Assert.Empty(simulation.Settings);
    }

    [Fact]
    public void Loops_and_environment_of_a_mode_are_to_be_had()
    {
        var simulation = new PerceptronSimulation();
        Assert.Same(simulation.Testing, simulation.LoopsOf(RunMode.Test));
        Assert.NotNull(simulation.EnvironmentOf(RunMode.Train));
        Assert.Contains("Did you mean 'Train'?", Assert.Throws<EmergentException>(() => simulation.LoopsOf(new RunMode("Trian"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Name_is_that_of_the_class_in_kebab_case() => Assert.Equal("perceptron-simulation", new PerceptronSimulation().Name);

    [Fact]
    public void Training_allocates_no_more_than_its_log_rows()
    {
        var simulation = new PerceptronSimulation { Runs = 1, Epochs = 100_000, Change = plan => plan.Loops(RunMode.Train)[TimeScale.Epoch].OnEnd.Remove("Test after every 3 epochs") };
        simulation.Step(200, TimeScale.Epoch);
        var before = GC.GetAllocatedBytesForCurrentThread();
        simulation.Step(200, TimeScale.Epoch);
        var perEpoch = (GC.GetAllocatedBytesForCurrentThread() - before) / 200.0;
        Assert.InRange(perEpoch, 0, 1000);   // the row of the epoch; nothing for each trial
    }

    /// <summary>Shows one pattern so many times, and counts no epochs.</summary>
    private sealed class CountdownEnvironment(int trials) : IEnvironment
    {
        private readonly Counter _trial = new(TimeScale.Trial);
        private readonly Tensor<float> _input = new([1, 4]);

        public string Name => "Countdown";

        public IReadOnlyList<StateElement> States { get; } = [new("Input", [1, 4])];

        public IReadOnlyList<Counter> Counters => [_trial];

        public string TrialName => "";

        public void Initialize(long seed, int run) => _trial.Initialize(-1);

        public bool Step() => !_trial.Increment() && _trial.Current < trials;

        public Tensor<float> State(string name) => trials < 0 ? null! : _input;
    }

    /// <summary>Is wrong in the first three trials, by its own account.</summary>
    private sealed class OwnErrors() : Simulation(runs: 1, epochs: 10), IScored
    {
        private int _trials;

        public float Agreement => 0f;

        public float AverageActivity => 0f;

        public (double Sum, double Mean) SquaredError(float tolerance = 0.5f) => ++_trials <= 3 ? (1, 0.5) : (0, 0);

        protected override Network BuildNetwork() => new PerceptronNetwork(4);

        protected override void Configure(SimulationPlan plan)
        {
            plan.Train(new TableEnvironment(PerceptronSimulation.FourPatterns(4))).StopAfter(zeroErrorEpochs: 2);
            plan.Log.ErrorStatistics(this);
        }
    }
}
