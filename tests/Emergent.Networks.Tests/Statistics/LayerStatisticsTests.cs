using Emergent.Data;

namespace Emergent.Networks.Tests;

public class LayerStatisticsTests
{
    private static PerceptronSimulation With(Action<SimulationPlan> change, int epochs = 12) => new() { Runs = 1, Epochs = epochs, Change = change };

    private static string Message(Action<SimulationPlan> mistake) => Assert.Throws<EmergentException>(new PerceptronSimulation { Change = mistake }.Initialize).Message;

    /// <summary>What a layer did in each trial of training, epoch by epoch.</summary>
    private static List<List<float[]>> Record(PerceptronSimulation simulation, string layer)
    {
        var epochs = new List<List<float[]>>();
        simulation.Training.Stack[TimeScale.Epoch].OnStart.Add("new epoch", () => epochs.Add([]));
        simulation.Training.Stack[TimeScale.Trial].OnStart.Add("record", () => epochs[^1].Add(simulation.Network[layer].Units("Act").ToArray()));
        return epochs;
    }

    [Fact]
    public void Units_are_logged_as_tensors()
    {
        var simulation = With(plan => plan.Log.UnitsOf("Output", modes: [RunMode.Train]).UnitsOf("Input", maximum: 2, aggregate: Statistic.Mean, modes: [RunMode.Train]));
        var seen = Record(simulation, "Output");
        simulation.Step(1, TimeScale.Epoch);
        var (trials, epoch) = (simulation.Log[RunMode.Train, TimeScale.Trial], simulation.Log[RunMode.Train, TimeScale.Epoch]);
        Assert.Equal("[1, 2]", trials["Output_Act"].CellShape.ToString());
        for (var trial = 0; trial < 4; trial++) { Assert.Equal(seen[0][trial], trials.Column<float>("Output_Act").Cell(trial).ToArray()); }
        Assert.False(epoch.TryGetColumn("Output_Act", out _));
        Assert.Equal([0.25f, 0.25f], epoch.Column<float>("Input_Act").Cell(0).ToArray());   // each of the inputs is on in one trial of four
        Assert.Equal("0", trials.MetaData["Output_Act:TensorIdx"]);
        Assert.Contains("Did you mean 'Act'?", Message(p => p.Log.UnitsOf("Output", "Act_")), StringComparison.Ordinal);
        Assert.Contains("Did you mean 'Output'?", Message(p => p.Log.UnitsOf("Outptu")), StringComparison.Ordinal);
        Assert.Contains("plan.CycleByCycle", Message(p => p.Log.UnitsOf("Output", scale: TimeScale.Cycle)), StringComparison.Ordinal);
    }

    [Fact]
    public void Closest_pattern_is_the_one_that_correlates_most()
    {
        var simulation = With(plan => plan.Log.ClosestPattern("Output", () => PerceptronSimulation.FourPatterns(4), metric: Metric.Euclidean)
            .ClosestPattern("Input", () => PerceptronSimulation.FourPatterns(4)));
        simulation.Run();
        var trials = simulation.Log[RunMode.Test, TimeScale.Trial];
        Assert.Equal([0.0, 1, 2, 3], trials.Column<double>("Output_ClosestRow").Values.ToArray());   // it has learned them
        Assert.Equal(["p0", "p1", "p2", "p3"], trials.Column<string>("Output_Closest").Values.ToArray());
        Assert.All(trials.Column<double>("Input_ClosestCorrel").Values.ToArray(), r => Assert.Equal(1, r, 12));
        Assert.False(simulation.Log[RunMode.Test, TimeScale.Epoch].TryGetColumn("Output_ClosestRow", out _));
        Assert.True(simulation.Log[RunMode.Test, TimeScale.Epoch].TryGetColumn("Output_ClosestCorrel", out _));
        Assert.Contains("no column 'Outpt'. Did you mean 'Output'?", Message(p => p.Log.ClosestPattern("Output", () => PerceptronSimulation.FourPatterns(4), "Outpt")), StringComparison.Ordinal);
        Assert.Contains("Name the column that has patterns of the layer's size", Message(p => p.Log.ClosestPattern("Output", () => PerceptronSimulation.FourPatterns(4), "Input")), StringComparison.Ordinal);
    }

    [Fact]
    public void Variables_of_a_layer_are_correlated()
    {
        var simulation = With(plan => plan.Log.CorrelationOf("Output", "Act", "Targ"));
        simulation.Step(1, TimeScale.Trial);
        var row = simulation.Log[RunMode.Train, TimeScale.Trial].Row(0);
        var expected = Metrics.Of(simulation.Network["Output"].Units("Act"), simulation.Network["Output"].Units("Targ"), Metric.Correlation);
        Assert.Equal(expected, row.Table.Column<double>("Output_Act_Targ")[0]);
    }

    [Fact]
    public void Use_of_units_is_that_of_the_epoch()
    {
        UnitUse use = null!;
        var simulation = With(plan => use = plan.Log.UnitUseOf("Input", hogShare: 0.2f));
        simulation.InputSize = 6;
        simulation.Step(2, TimeScale.Epoch);
        var epochs = simulation.Log[RunMode.Train, TimeScale.Epoch];
        Assert.Equal([4 / 6.0, 4 / 6.0], epochs.Column<double>("Input_Hog").Values.ToArray());   // four inputs are on in a quarter of the trials each
        Assert.Equal([2 / 6.0, 2 / 6.0], epochs.Column<double>("Input_Dead").Values.ToArray());
        Assert.Equal(4, use.Trials);
        Assert.False(simulation.Log[RunMode.Test, TimeScale.Epoch].TryGetColumn("Input_Hog", out _));
        Assert.Contains("which Validate does not have. Call plan.Test(environment, mode: RunMode.Validate) first", Message(p => p.Log.UnitUseOf("Input", mode: RunMode.Validate)), StringComparison.Ordinal);
    }

    [Fact]
    public void Principal_components_are_those_of_the_trials_of_every_so_many_epochs()
    {
        var simulation = With(plan => plan.Log.PrincipalComponentsOf("Output", every: 3), epochs: 8);
        var seen = Record(simulation, "Output");
        simulation.Run();
        var epochs = simulation.Log[RunMode.Train, TimeScale.Epoch];
        for (var epoch = 0; epoch < 8; epoch++)
        {
            var top = epochs.Column<double>("Output_PCA_Top5")[epoch];
            if (epoch % 3 != 0)
            {
                Assert.True(double.IsNaN(top));
                continue;
            }
            // Of two units by hand: the mean of both eigenvalues is half the trace, the sum of the variances.
            Assert.Equal(Enumerable.Range(0, 2).Sum(u => Statistics.Of([.. seen[epoch].Select(t => (double)t[u])], Statistic.VarPop)) / 2, top, 10);
            Assert.True(double.IsNaN(epochs.Column<double>("Output_PCA_Next5")[epoch]));   // there are two components only
            Assert.InRange(epochs.Column<double>("Output_PCA_NStrong")[epoch], 1, 2);
        }
        Assert.Equal(epochs.Column<double>("Output_PCA_Top5")[6], simulation.Log[RunMode.Train, TimeScale.Run].Column<double>("Output_PCA_Top5")[0]);
        Assert.Throws<ArgumentOutOfRangeException>(() => With(p => p.Log.PrincipalComponentsOf("Output", every: 0)).Initialize());
        Assert.Contains("already has a column 'Output_PCA_NStrong'", Message(p => p.Log.PrincipalComponentsOf("Output").PrincipalComponentsOf("Output")), StringComparison.Ordinal);
    }

    [Fact]
    public void Components_of_fewer_trials_than_units_are_those_of_the_covariance()
    {
        var simulation = With(plan => plan.Log.PrincipalComponentsOf("Input"));   // four trials
        simulation.InputSize = 10;
        simulation.Step(1, TimeScale.Epoch);
        var epoch = simulation.Log[RunMode.Train, TimeScale.Epoch].Row(0);
        // Four inputs are on in one trial each: three components of variance 1/4 and seven of none.
        Assert.Equal((3.0, 0.15), (epoch.Get<double>("Input_PCA_NStrong"), Math.Round(epoch.Get<double>("Input_PCA_Top5"), 12)));
        Assert.Equal(0, epoch.Get<double>("Input_PCA_Next5"), 12);
        Assert.True(epoch["Input_PCA_Rest"] is null);   // there are ten components
    }

    [Fact]
    public void Components_of_a_single_trial_are_refused_by_the_layer()
    {
        var simulation = With(plan => plan.Log.PrincipalComponentsOf("Output"));
        simulation.Environment = () => new TableEnvironment(PerceptronSimulation.FourPatterns(4).View().Take(1).ToTable());
        Assert.Contains("Principal components of layer 'Output' need at least 2 trials an epoch; this one had 1.",
            Assert.Throws<EmergentException>(() => simulation.Step(1, TimeScale.Epoch)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Receptive_fields_are_those_of_the_last_epoch()
    {
        ReceptiveField field = null!;
        var simulation = With(plan => field = plan.Log.ReceptiveFieldOf("Output", "Input"));
        var seen = Record(simulation, "Output");
        simulation.Step(3, TimeScale.Epoch);
        Assert.Equal(4, field.Count);
        var trials = simulation.Log[RunMode.Train, TimeScale.Trial];
        for (var trial = 0; trial < 4; trial++)
        {
            // One input is on in each trial, so the field over it is what the unit did then.
            var input = int.Parse(trials.Column<string>("TrialName")[trial].AsSpan(1));
            for (var unit = 0; unit < 2; unit++) { Assert.Equal(seen[2][trial][unit], field.Average()[unit * 4 + input], 6); }
        }
        var table = simulation.Shown.First(t => t.Name == "Output_Input_rf").Table();
        Assert.Equal((2, "[1, 4]"), (table.RowCount, table["Field"].CellShape.ToString()));
        Assert.Equal(field.Normalized().Values[4..8].ToArray(), table.Column<float>("Field").Cell(1).ToArray());
    }

    [Fact]
    public void Decoder_learns_in_training_what_the_trials_are()
    {
        SoftMaxDecoder decoder = null!;
        var simulation = With(plan =>
        {
            string Name() => plan.Loops(RunMode.Test)[TimeScale.Trial].Phase == LoopPhase.Closed ? Now(plan, RunMode.Train) : Now(plan, RunMode.Test);
            decoder = plan.Log.DecoderOf("Input", Name, ["p0", "p1", "p2", "p3"]);
        }, epochs: 30);
        simulation.Run();
        var tests = simulation.Log[RunMode.Test, TimeScale.Epoch].Column<double>("Input_DecodeErr").Values;
        Assert.Equal(0, tests[^1]);
        Assert.True(simulation.Log[RunMode.Train, TimeScale.Epoch].Column<double>("Input_DecodeErr").Values[0] > 0);   // it did not know at first
        Assert.Equal(["p0", "p1", "p2", "p3"], simulation.Log[RunMode.Test, TimeScale.Trial].Column<string>("Input_Decoded").Values.ToArray());
        Assert.Equal(4, decoder.InputCount);

        static string Now(SimulationPlan plan, RunMode mode) => plan.Find(mode)!.Stepper!.Environment.TrialName;
    }

    [Fact]
    public void Votes_are_over_the_last_trials_of_an_epoch()
    {
        var trial = 0;
        var simulation = With(plan => plan.Log.DecoderOf("Input", () => trial++ % 4 < 2 ? "low" : "high", ["low", "high"], votes: 3), epochs: 20);
        simulation.Step(20, TimeScale.Epoch);
        var trials = simulation.Log[RunMode.Train, TimeScale.Trial];
        var (decoded, voted) = (trials.Column<string>("Input_Decoded").Values.ToArray(), trials.Column<string>("Input_Voted").Values.ToArray());
        var votes = new VoteDecoder<string>(3);
        Assert.Equal(decoded.Select(votes.Add), voted);   // a new epoch begins without votes
        Assert.Equal(voted.Select((v, i) => v == (i < 2 ? "low" : "high") ? 0.0 : 1), trials.Column<double>("Input_VoteErr").Values.ToArray());
        Assert.True(simulation.Log[RunMode.Train, TimeScale.Epoch].TryGetColumn("Input_VoteErr", out _));
        Assert.Throws<ArgumentOutOfRangeException>(() => With(p => p.Log.DecoderOf("Input", () => "a", ["a", "b"], votes: 0)).Initialize());
    }

    [Fact]
    public void Decoder_that_is_told_no_class_says_so()
    {
        var simulation = With(plan => plan.Log.DecoderOf("Input", () => "p9", ["p0", "p1"]));
        Assert.Contains("told that the trial is of class 'p9'", Assert.Throws<EmergentException>(() => simulation.Step(1, TimeScale.Trial)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Linear_decoder_learns_numbers()
    {
        var simulation = With(plan => plan.Log.LinearDecoderOf("Input", 2, target => plan.Find(RunMode.Train)!.Stepper!.Environment.State("Output").Values.CopyTo(target)), epochs: 100);
        simulation.Step(100, TimeScale.Epoch);
        var errors = simulation.Log[RunMode.Train, TimeScale.Epoch].Column<double>("Input_DecodeSSE").Values;
        Assert.InRange(errors[0], 0.5, 1);   // nothing known would be 1: four ones among eight numbers, two a trial
        Assert.InRange(errors[^1], 0, 0.01);
    }

    [Fact]
    public void Confusions_are_counted_over_an_epoch()
    {
        ConfusionMatrix matrix = null!;
        var trial = 0;
        var simulation = With(plan => matrix = plan.Log.ConfusionOf("Half", ["low", "high"], () => trial % 4 < 2 ? "low" : "high", () => trial++ % 4 < 3 ? "low" : "high"));
        simulation.Step(2, TimeScale.Epoch);
        Assert.Equal((2, 1, 1, 0), (matrix[0, 0], matrix[1, 0], matrix[1, 1], matrix[0, 1]));
        Assert.Equal([0.75, 0.75], simulation.Log[RunMode.Train, TimeScale.Epoch].Column<double>("Half_Accuracy").Values.ToArray());
        Assert.Equal(["Half_confusion"], simulation.Shown.Select(t => t.Name));
    }

    [Fact]
    public void Usual_items_allocate_nothing_in_a_trial()
    {
        var simulation = With(plan =>
        {
            plan.Loops(RunMode.Train)[TimeScale.Epoch].OnEnd.Remove("Test after every 3 epochs");
            plan.Log.UnitsOf("Output").CorrelationOf("Output", "Act", "Targ").PrincipalComponentsOf("Output", every: 1_000_000).UnitUseOf("Output");
        }, epochs: 100_000);
        simulation.Step(200, TimeScale.Epoch);
        var before = GC.GetAllocatedBytesForCurrentThread();
        simulation.Step(200, TimeScale.Epoch);
        Assert.InRange((GC.GetAllocatedBytesForCurrentThread() - before) / 200.0, 0, 1500);   // the row of the epoch; nothing for each trial
    }
}
