using Emergent.Data;
using Emergent.Leabra;
using Emergent.Networks;

namespace Emergent.Sims.Tests;

/// <summary>The code of the page docs/logs.md; what the page shows is cut from here, line by line.</summary>
public sealed class LogsPage : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("emergent-logs-page").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Code_of_the_page_is_compiled() => PageExamples.AssertStandIn("docs/logs.md", "tests/Emergent.Sims.Tests/LogsPage.cs", count: 10);

    [Fact]
    public void Recall_is_logged_as_the_page_says()
    {
        var simulation = new Recall();
        Loops(simulation);
        Watched(simulation);
        Files(simulation, Path.Combine(_folder, "results"));
        Assert.Equal(["Train", "Test", "Validate"], simulation.Modes.Select(m => m.Name));
        Assert.Contains("at 75: Note the minus phase", simulation.Testing.Describe(), StringComparison.Ordinal);
        var trials = simulation.Log[RunMode.Test, TimeScale.Trial];
        Assert.Equal("[7, 7]", trials["Hidden_ActM"].CellShape.ToString());
        Assert.All(trials.Column<double>("Cycles").Values.ToArray(), c => Assert.InRange(c, 0, 75));
        Assert.True(simulation.Log[RunMode.Train, TimeScale.Epoch].TryGetColumn("ValidatePctErr", out _));
        Assert.Equal(100, simulation.Log[RunMode.Test, TimeScale.Cycle].RowCount);
        Statistics(simulation);
    }

    private static void Loops(Recall simulation)
    {
        simulation.Initialize();
        Console.WriteLine(simulation.Training.Describe());   // the whole program
        simulation.Step(10, TimeScale.Trial);                // ten trials further
        simulation.Step(1, TimeScale.Epoch);                 // to the end of the epoch
        simulation.Run();                                    // from there to the end
        simulation.Test(RunMode.Validate);                   // one of the tests, now
        simulation.StepTest(1, TimeScale.Cycle);             // a test, cycle by cycle

        var epoch = simulation.Training.Stack[TimeScale.Epoch];
        epoch.OnEnd.InsertAfter("Log epoch", "Lower the learning rate", () => ((LeabraNetwork)simulation.Network).LrateMult(epoch.Current < 20 ? 1f : 0.5f));
        epoch.OnEnd.Remove("Lower the learning rate");
        epoch.IsDone.Add("a minute has passed", () => simulation.Progress().Elapsed.TotalMinutes > 1);
    }

    private static void Watched(Recall simulation)
    {
        Console.WriteLine(simulation.Status());   // Run: 1  Epoch: 5  Trial: 5  TrialName: p2  SSE: 0  Parity: odd
        using var follower = new LogFollower(simulation.Log.Tables.Single(t => t.FileSuffix == "train_epoch"));
        if (follower.Update()) { Console.WriteLine(follower.Table.RowCount); }   // in another thread, as often as it likes
        Assert.Matches("^Run: 1  Epoch: [0-9]+  Trial: [0-9]+  TrialName: .+  SSE: .+  Parity: (odd|even)$", simulation.Status(RunMode.Train));
    }

    private static void Files(Recall simulation, string results)
    {
        simulation.Initialize();
        simulation.Tag = "demo";
        simulation.Note = "what the page shows";
        using (var logs = LogFolder.Open(results, simulation, overwrite: true, savesWeights: true, tables: ["train_epoch", "train_run", "runstats"]))
        {
            simulation.Run();
            logs.Close();
        }
        var epochs = LogFolder.Load(Path.Combine(results, "Recall_demo_Base_train_epoch.tsv"));
        Console.WriteLine(epochs.MetaData["PctErr:On"]);   // +: a plot draws it at once
        simulation.Test();
    }

    private static void Statistics(Recall simulation)
    {
        var described = simulation.Log.RunStatistics("FirstZero", "PctCor");
        Console.WriteLine($"{described.Row(0)["FirstZero:Count"]} runs learned all, the first after {described.Row(0)["FirstZero:Min"]} epochs");

        var both = simulation.Log[RunMode.Train, TimeScale.Run].Clone();
        both.AppendRows(simulation.Log[RunMode.Train, TimeScale.Run]);   // usually those of another folder: Table.Load
        var bySet = RunStatistics.Of(both, by: "Params", "PctCor");
        Assert.Equal(2.0 * simulation.Runs, bySet.Row(0)["PctCor:Count"]);
    }
}

internal sealed class Recall() : Simulation(runs: 2, epochs: 6)
{
    public override string Description => "Learns random associations and is tested in two ways.";

    protected override Network BuildNetwork() => SmallNetwork.Build("Recall");

    protected override void Configure(SimulationPlan plan)
    {
        var (learned, other) = (Draw("learned"), Draw("other"));
        plan.Train(new TableEnvironment(learned)).StopAfter(zeroErrorEpochs: 3).TestEvery(epochs: 2).TestEvery(epochs: 3, RunMode.Validate);
        plan.Test(new TableEnvironment(learned, Order.Sequential, "Test"));
        plan.Test(new TableEnvironment(other, Order.Sequential, "Validate"), mode: RunMode.Validate);
        plan.CycleByCycle(RunMode.Test);
        plan.Log.ErrorStatistics("Output").ActivityOf("Hidden");

        ConfigureCycles(plan, (LeabraLayer)Network["Output"]);
        ConfigureItems(plan, (LeabraLayer)Network["Output"]);
        ConfigureUnits(plan, learned);
    }

    private static void ConfigureCycles(SimulationPlan plan, LeabraLayer output)
    {
        // until the output is active: how many cycles of the minus phase
        var (cycle, cycles) = (plan.Loops(RunMode.Test)[TimeScale.Cycle], 0);
        cycle.Events.Add("Start counting", at: 0, () => cycles = 0);
        cycle.OnEnd.Add("Count", () => { if (output.Pools[0].Inhib.Act.Avg < 0.05f) { cycles++; } });
        cycle.Events.Add("Note the minus phase", at: 75, () => cycles = Math.Min(cycles, 75));
        plan.Log.Add(LogItem.Number("Cycles", () => Math.Min(cycles, 75)) with { Modes = [RunMode.Test], Aggregate = Statistic.Median });
        plan.Log.Add(LogItem.Number("Output_Act.Avg", () => output.Pools[0].Inhib.Act.Avg) with { Scale = TimeScale.Cycle, Modes = [RunMode.Test], Aggregate = null });
    }

    private void ConfigureItems(SimulationPlan plan, LeabraLayer output)
    {
        plan.Log.Value("Output_Cos", () => output.CosDiff.Cos, Statistic.Min, new PlotSettings { IsOn = true, Min = 0, Max = 1, Color = "#d62728" });
        plan.Log.Text("Parity", () => plan.Loops(RunMode.Train)[TimeScale.Trial].Current % 2 == 0 ? "even" : "odd");
        plan.Log.Add(LogItem.Number("Wt", () => Network.Projections[0].Synapse("Wt", 0, 0)) with { Scale = TimeScale.Epoch, Modes = [RunMode.Train] });
        plan.Log.Add((LogItem.Number("Loss", () => output.SquaredError(tolerance: 0).Sum) with { Aggregate = Statistic.Sum })
            .At(TimeScale.Epoch, Statistic.Mean, column: "MeanLoss").At(TimeScale.Run, Statistic.Min, column: "LeastLoss"));
        plan.Log.CopyFrom(RunMode.Validate, TimeScale.Epoch, "PctErr");   // ValidatePctErr, in the log of training
        plan.Log.MetaData(RunMode.Train, TimeScale.Epoch, "LegendCol", "Run");
        plan.Log.LastEpochs = 3;
        plan.Log.InStatus("SSE", "Parity");
    }

    private static void ConfigureUnits(SimulationPlan plan, Table learned)
    {
        plan.Log.UnitsOf("Hidden", "ActM", modes: [RunMode.Test]);
        plan.Log.ClosestPattern("Output", () => learned, variable: "ActM");
        plan.Log.PrincipalComponentsOf("Hidden", every: 2, variable: "ActM");
        plan.Log.UnitUseOf("Hidden", "ActM");
        var fields = plan.Log.ReceptiveFieldOf("Hidden", "Input", variable: "ActM", mode: RunMode.Test);
        var raster = plan.Log.RasterOf("Hidden", mode: RunMode.Test);
        plan.Show(new("raster", raster.ToTable));
        Assert.Equal((0, 100), (fields.Count, raster.Values.Shape[1]));
    }

    private Table Draw(string what) => Patterns.RandomBits(6, [5, 5], 6, SeedFor(what), "Input", "Output");
}
