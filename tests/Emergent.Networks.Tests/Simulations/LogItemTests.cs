using Emergent.Data;
using FsCheck;
using FsCheck.Fluent;

namespace Emergent.Networks.Tests;

public class LogItemTests
{
    /// <summary>Five trials in each of three epochs, whose values are 0, 1, 4, 9, 16 and so on, squares counted over all trials.</summary>
    private static PerceptronSimulation Squares(Func<Func<double>, LogItem> item, Action<SimulationPlan>? change = null)
    {
        var count = -1;
        return new()
        {
            Runs = 2, Epochs = 3,
            Change = plan =>
            {
                var trial = plan.Loops(RunMode.Train)[TimeScale.Trial];
                trial.OnEnd.InsertBefore("Log trial", "count", () => count++);
                plan.Log.Add(item(() => (double)count * count));
                change?.Invoke(plan);
            },
        };
    }

    [Fact]
    public void Training_logs_what_a_test_has_found_that_runs_before_its_row()
    {
        var simulation = new PerceptronSimulation { Runs = 1, Epochs = 3 };
        simulation.Change = plan =>
        {
            plan.Loops(RunMode.Train)[TimeScale.Epoch].OnEnd.Remove("Test after every 3 epochs");
            plan.TestEvery(1, beforeLog: true).Log.CopyFrom(RunMode.Test, TimeScale.Epoch, "SSE");
        };
        simulation.Run();
        var (training, tests) = (simulation.Log[RunMode.Train, TimeScale.Epoch], simulation.Log[RunMode.Test, TimeScale.Epoch]);
        Assert.Equal([0, 1, 2], tests.Column<int>("Epoch").Values.ToArray());
        Assert.Equal(tests.Column<double>("SSE").Values.ToArray(), training.Column<double>("TestSSE").Values.ToArray());
    }

    [Fact]
    public void Squared_error_of_an_epoch_is_the_mean_of_its_trials_where_that_is_asked_for()
    {
        Assert.Equal(ErrorOf(Statistic.Sum) / 4, ErrorOf(Statistic.Mean), 12);

        static double ErrorOf(Statistic ofEpoch)
        {
            var simulation = new PerceptronSimulation { Runs = 1, Epochs = 1, EpochSSE = ofEpoch };
            simulation.Run();
            return simulation.Log[RunMode.Train, TimeScale.Epoch].Row(0).Get<double>("SSE");
        }
    }

    [Fact]
    public void Every_statistic_takes_the_trials_of_an_epoch_to_its_row()
    {
        foreach (var statistic in Enum.GetValues<Statistic>())
        {
            var simulation = Squares(value => LogItem.Number("Square", value) with { Aggregate = statistic, Modes = [RunMode.Train] });
            var trials = new List<double>();
            simulation.Log.Tables[0].RowAdded += row => trials.Add(row.Get<double>("Square"));
            simulation.Run();
            var epochs = simulation.Log[RunMode.Train, TimeScale.Epoch].Column<double>("Square").Values.ToArray();
            Assert.Equal(6, epochs.Length);
            for (var epoch = 0; epoch < 6; epoch++) { Assert.Equal(Data.Statistics.Of(trials[(4 * epoch)..(4 * epoch + 4)].ToArray(), statistic), epochs[epoch]); }
        }
    }

    [Fact]
    public void Run_has_the_mean_of_its_last_epochs_or_what_the_item_says()
    {
        var simulation = Squares(
            value => (LogItem.Number("Square", value) with { Aggregate = Statistic.Last, Modes = [RunMode.Train] }),
            plan =>
            {
                plan.Log.LastEpochs = 2;
                plan.Log.Add((LogItem.Number("Max", () => plan.Loops(RunMode.Train)[TimeScale.Epoch].Current) with { Scale = TimeScale.Epoch, Modes = [RunMode.Train] })
                    .At(TimeScale.Run, Statistic.Max, "Largest", lastRows: 3));
                plan.Log.Add((LogItem.Number("Own", () => 1) with { Scale = TimeScale.Epoch, Modes = [RunMode.Train] }).At(TimeScale.Run, () => 7));
            });
        simulation.Run();
        var (epochs, runs) = (simulation.Log[RunMode.Train, TimeScale.Epoch].Column<double>("Square").Values.ToArray(), simulation.Log[RunMode.Train, TimeScale.Run]);
        Assert.Equal([(epochs[1] + epochs[2]) / 2, (epochs[4] + epochs[5]) / 2], runs.Column<double>("Square").Values.ToArray());
        Assert.Equal([2, 2], runs.Column<double>("Largest").Values.ToArray());
        Assert.Equal([7, 7], runs.Column<double>("Own").Values.ToArray());
    }

    [Fact]
    public void Null_values_are_left_out_of_statistics()
    {
        var trials = 0;
        var simulation = new PerceptronSimulation { Change = plan => plan.Log.Value("Odd", () => ++trials % 2 == 1 ? trials : double.NaN).Add(LogItem.Number("Never", () => double.NaN)) };
        simulation.Step(1, TimeScale.Epoch);
        var row = simulation.Log[RunMode.Train, TimeScale.Epoch].Row(0);
        Assert.Equal(2.0, row["Odd"]);   // of 1 and 3
        Assert.Null(row["Never"]);
    }

    [Fact]
    public void Texts_and_tensors_are_logged()
    {
        var trial = 0;
        var simulation = new PerceptronSimulation
        {
            Change = plan => plan.Log
                .Text("Word", () => $"w{trial}")
                .Add((LogItem.Text("LastWord", () => $"w{trial}") with { Modes = [RunMode.Train] }).At(TimeScale.Epoch, Statistic.Last))
                .Add(LogItem.Tensor("Pair", [1, 2], cell => (cell[0], cell[1]) = (trial, 10 * trial++)) with { Aggregate = Statistic.Mean, DimensionNames = ["Y", "X"], Modes = [RunMode.Train] }),
        };
        simulation.Step(2, TimeScale.Epoch);
        var (trials, epochs) = (simulation.Log[RunMode.Train, TimeScale.Trial], simulation.Log[RunMode.Train, TimeScale.Epoch]);
        Assert.Equal(["w4", "w5", "w6", "w7"], trials.Column<string>("Word").Values.ToArray());
        Assert.False(epochs.TryGetColumn("Word", out _));
        Assert.Equal(["w3", "w7"], epochs.Column<string>("LastWord").Values.ToArray());
        Assert.Equal([5f, 50f], trials.Column<float>("Pair").Cell(1).ToArray());
        Assert.Equal([1.5f, 15f], epochs.Column<float>("Pair").Cell(0).ToArray());
        Assert.Equal(["Y", "X"], epochs["Pair"].DimensionNames);
    }

    [Fact]
    public void Items_are_only_in_the_modes_and_scales_that_they_say()
    {
        var simulation = new PerceptronSimulation
        {
            Change = plan => plan.Log
                .Add(LogItem.Number("TrainOnly", () => 1) with { Modes = [RunMode.Train], Aggregate = null })
                .Add(LogItem.Number("Either", () => 2) with { Modes = [RunMode.Train] })
                .Add(LogItem.Number("Either", () => 3) with { Modes = [RunMode.Test] }),
        };
        simulation.Run();
        Assert.True(Has(RunMode.Train, TimeScale.Trial, "TrainOnly"));
        Assert.False(Has(RunMode.Train, TimeScale.Epoch, "TrainOnly") || Has(RunMode.Test, TimeScale.Trial, "TrainOnly"));
        Assert.Equal((2.0, 3.0), (simulation.Log[RunMode.Train, TimeScale.Epoch].Row(0)["Either"], simulation.Log[RunMode.Test, TimeScale.Epoch].Row(0)["Either"]));

        bool Has(RunMode mode, TimeScale scale, string column) => simulation.Log[mode, scale].TryGetColumn(column, out _);
    }

    [Fact]
    public void Values_of_another_mode_are_copied_until_there_are_new_ones()
    {
        var simulation = new PerceptronSimulation { Epochs = 7, Change = plan => plan.Log.CopyFrom(RunMode.Test, TimeScale.Epoch, "SSE", "PctErr").CopyFrom(RunMode.Test, TimeScale.Epoch, ["SSE"], prefix: "Other") };
        simulation.Run();
        var (train, test) = (simulation.Log[RunMode.Train, TimeScale.Epoch], simulation.Log[RunMode.Test, TimeScale.Epoch].Column<double>("SSE").Values.ToArray());
        var nan = double.NaN;
        // Tests follow the log of the third and the sixth epoch; a new run has none yet.
        Assert.Equal([nan, nan, nan, test[0], test[0], test[0], test[1], nan, nan, nan, test[2], test[2], test[2], test[3]], train.Column<double>("TestSSE").Values.ToArray());
        Assert.Equal([test[1], test[3]], simulation.Log[RunMode.Train, TimeScale.Run].Column<double>("TestSSE").Values.ToArray());
        Assert.Equal(["TestSSE", "TestPctErr", "OtherSSE"], train.Columns.Select(c => c.Name).Where(n => n.StartsWith("Test", StringComparison.Ordinal) || n.StartsWith("Other", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_log_of_a_run_has_the_last_test_even_if_it_came_after_the_last_epoch()
    {
        var simulation = new PerceptronSimulation { Runs = 1, Epochs = 3, Change = plan => plan.Log.CopyFrom(RunMode.Test, TimeScale.Epoch, columns: "SSE") };
        simulation.Run();
        var tests = simulation.Log[RunMode.Test, TimeScale.Epoch].Column<double>("SSE").Values.ToArray();
        Assert.Equal([tests.Single()], simulation.Log[RunMode.Train, TimeScale.Run].Column<double>("TestSSE").Values.ToArray());
        Assert.All(simulation.Log[RunMode.Train, TimeScale.Epoch].Column<double>("TestSSE").Values.ToArray(), value => Assert.Equal(double.NaN, value));
    }

    [Fact]
    public void With_makes_another_item()
    {
        var item = LogItem.Number("x", () => 0).At(TimeScale.Epoch, Statistic.Max);
        var other = (item with { Aggregate = Statistic.Sum }).At(TimeScale.Run, Statistic.Min);
        Assert.Equal(Statistic.Mean, item.Aggregate);
        Assert.Single(item.NamedScales);
        Assert.Equal(2, other.NamedScales.Count());
    }

    [Fact]
    public void Mistakes_are_told_at_the_line_that_makes_them()
    {
        var item = LogItem.Number("x", () => 0);
        Assert.Throws<ArgumentNullException>(() => LogItem.Number("x", (Func<double>)null!));
        Assert.Throws<ArgumentException>(() => LogItem.Number("", () => 0));
        Assert.Throws<ArgumentException>(() => LogItem.Tensor("x", Shape.Scalar, _ => { }));
        Assert.Contains("Choose a name without '['", Assert.Throws<EmergentException>(() => LogItem.Number("x[0]", () => 0)).Message, StringComparison.Ordinal);
        Assert.Contains("text has no Mean. Take First or Last", Assert.Throws<EmergentException>(() => LogItem.Text("Word", () => "").At(TimeScale.Epoch, Statistic.Mean)).Message, StringComparison.Ordinal);
        Assert.Contains("must be of a longer time scale", Assert.Throws<EmergentException>(() => item.At(TimeScale.Trial, Statistic.Mean)).Message, StringComparison.Ordinal);
        Assert.Contains("is no number", Assert.Throws<EmergentException>(() => LogItem.Text("Word", () => "").At(TimeScale.Epoch, () => 1)).Message, StringComparison.Ordinal);

        Assert.Contains("already has a column 'x'", Message(p => p.Log.Add(item).Add(item)), StringComparison.Ordinal);
        Assert.Contains("already has a column 'PctErr'", Message(p => p.Log.Add(item with { Scale = TimeScale.Epoch }).Value("PctErr", () => 0)), StringComparison.Ordinal);
        Assert.Contains("already has a column 'Epoch'", Message(p => p.Log.Value("Epoch", () => 0)), StringComparison.Ordinal);
        Assert.Contains("text has no Sum", Message(p => p.Log.Add(LogItem.Text("Word", () => "") with { Aggregate = Statistic.Sum })), StringComparison.Ordinal);
        Assert.Contains("is of Cycle, but there is no loop over Cycle. Train loops over Run, Epoch, Trial; Test loops over Epoch, Trial. One over cycles is made by plan.CycleByCycle(RunMode.Train)",
            Message(p => p.Log.Add(item with { Scale = TimeScale.Cycle })), StringComparison.Ordinal);
        Assert.Contains("no loop over Sequence", Message(p => p.Log.Add(item.At(TimeScale.Sequence, Statistic.Mean))), StringComparison.Ordinal);
        Assert.Contains("Test loops over Epoch, Trial", Message(p => p.Log.Add((item with { Modes = [RunMode.Test] }).At(TimeScale.Run, Statistic.Mean))), StringComparison.Ordinal);
        Assert.Contains("has none there", Message(p => p.Log.Add((item with { Aggregate = null }).At(TimeScale.Run, Statistic.Mean))), StringComparison.Ordinal);
        Assert.Contains("an axis ends above where it begins", Message(p => p.Log.Value("y", () => 0, plot: new() { Min = 1, Max = 1 })), StringComparison.Ordinal);
        Assert.Contains("1 names were given", Message(p => p.Log.Add(LogItem.Tensor("t", [2, 2], _ => { }) with { DimensionNames = ["Y"] })), StringComparison.Ordinal);
        Assert.Contains("Name at least one: CopyFrom(RunMode.Test, TimeScale.Epoch, \"PctErr\")",
            Assert.Throws<ArgumentException>(new PerceptronSimulation { Change = p => p.Log.CopyFrom(RunMode.Test, TimeScale.Epoch) }.Initialize).Message, StringComparison.Ordinal);
        Assert.Contains("has no numbers 'PctEr' yet. Did you mean 'PctErr'?", Message(p => p.Log.CopyFrom(RunMode.Test, TimeScale.Epoch, "PctEr")), StringComparison.Ordinal);
        Assert.Contains("no log of Train over Tick", Message(p => p.Log.MetaData(RunMode.Train, TimeScale.Tick, "Type", "Bar")), StringComparison.Ordinal);
        var late = new PerceptronSimulation();
        Assert.Contains("Add it in Configure", Assert.Throws<EmergentException>(() => late.Log.Value("late", () => 0)).Message, StringComparison.Ordinal);

        static string Message(Action<SimulationPlan> mistake) => Assert.Throws<EmergentException>(new PerceptronSimulation { Change = mistake }.Initialize).Message;
    }

    [Fact]
    public void Plots_find_their_settings_in_the_tables()
    {
        var simulation = new PerceptronSimulation
        {
            Change = plan => plan.Log
                .Value("RT", () => 1, Statistic.Median, new PlotSettings { IsOn = true, Min = 0, Max = 2.5, Ticks = 4, Color = "red", ErrorColumn = "RTSem", TensorIndex = -1, Label = "time" })
                .MetaData(RunMode.Train, TimeScale.Epoch, "LegendCol", "Run"),
        };
        var metaData = simulation.Log[RunMode.Train, TimeScale.Epoch].MetaData;
        Assert.Equal(("+", "+", "0", "+", "2.5", "red", "RTSem", "-1", "time"), (metaData["RT:On"], metaData["RT:FixMin"], metaData["RT:Min"], metaData["RT:FixMax"], metaData["RT:Max"], metaData["RT:Color"], metaData["RT:ErrCol"], metaData["RT:TensorIdx"], metaData["RT:Label"]));
        Assert.Equal("4", metaData["RT:NTicks"]);
        Assert.Equal(("Epoch", "Run", "+", "-"), (metaData["XAxisCol"], metaData["LegendCol"], metaData["PctErr:On"], metaData["SSE:On"]));
        Assert.Equal("1", metaData["PctErr:Max"]);
        Assert.False(metaData.ContainsKey("SSE:FixMax"));
        Assert.Equal("Trial", simulation.Log[RunMode.Test, TimeScale.Trial].MetaData["XAxisCol"]);
        Assert.False(simulation.Log[RunMode.Test, TimeScale.Epoch].MetaData.ContainsKey("LegendCol"));

        var table = simulation.Log[RunMode.Train, TimeScale.Epoch];
        Assert.Equal(new PlotSettings { IsOn = true, Min = 0, Max = 2.5, Ticks = 4, Color = "red", ErrorColumn = "RTSem", TensorIndex = -1, Label = "time" }, PlotSettings.Of(table, "RT"));
        Assert.Equal(new PlotSettings(), PlotSettings.Of(table, "no such column"));
        metaData.Remove("RT:FixMax");
        metaData["RT:FloatMax"] = "-";   // the same in other words
        Assert.Equal(2.5, PlotSettings.Of(table, "RT").Max);
        metaData["RT:FloatMax"] = "+";
        Assert.Null(PlotSettings.Of(table, "RT").Max);
        metaData["RT:FixMax"] = "+";
        (metaData["RT:Max"], metaData["RT:Lines"]) = ("much", "-");
        Assert.Equal((null, false), (PlotSettings.Of(table, "RT").Max, PlotSettings.Of(table, "RT").Lines));
    }

    [Fact]
    public void Any_values_of_trials_become_the_statistics_of_epochs_and_of_the_last_of_these() => Prop.ForAll(
        (from ofEpoch in Gen.Elements(Enum.GetValues<Statistic>()) from ofRun in Gen.Elements(Enum.GetValues<Statistic>()) from last in Gen.Choose(1, 4) from lastRows in Gen.Choose(0, 4)
         from values in Gen.Choose(-40, 40).Select(i => i == 40 ? double.NaN : i / 8.0).ArrayOf(12)
         select (ofEpoch, ofRun, last, lastRows, values)).ToArbitrary(),
        ((Statistic OfEpoch, Statistic OfRun, int Last, int LastRows, double[] Values) given) =>
        {
            var trial = -1;
            var simulation = new PerceptronSimulation
            {
                Runs = 1,
                Epochs = 3,
                Change = plan =>
                {
                    plan.Log.LastEpochs = given.Last;
                    plan.Log.Add((LogItem.Number("Said", () => given.Values[++trial]) with { Modes = [RunMode.Train], Aggregate = given.OfEpoch }).At(TimeScale.Run, given.OfRun, lastRows: given.LastRows));
                    plan.Log.Add(LogItem.Number("Plain", () => given.Values[trial]) with { Modes = [RunMode.Train], Aggregate = given.OfEpoch });
                },
            };
            simulation.Run();
            double[] epochs = [.. given.Values.Chunk(4).Select(values => Statistics.Of(values, given.OfEpoch))];
            return Logged(TimeScale.Epoch, "Said").SequenceEqual(epochs) && Logged(TimeScale.Epoch, "Plain").SequenceEqual(epochs)
                && Logged(TimeScale.Run, "Said")[0].Equals(Statistics.Of(given.LastRows == 0 ? epochs : [.. epochs.TakeLast(given.LastRows)], given.OfRun))
                && Logged(TimeScale.Run, "Plain")[0].Equals(Statistics.Of(epochs.TakeLast(given.Last).ToArray(), Statistic.Mean));

            double[] Logged(TimeScale scale, string column) => simulation.Log[RunMode.Train, scale].Column<double>(column).Values.ToArray();
        }).Check(Config.QuickThrowOnFailure.WithReplay(7, 3).WithMaxTest(60));
}
