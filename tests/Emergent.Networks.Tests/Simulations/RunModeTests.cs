using Emergent.Data;

namespace Emergent.Networks.Tests;

public class RunModeTests
{
    private static TableEnvironment Patterns(string name) => new(PerceptronSimulation.FourPatterns(4), Order.Sequential, name);

    [Fact]
    public void Modes_of_one_name_are_one_mode()
    {
        Assert.Equal(RunMode.Test, new RunMode("test"));
        Assert.Equal(RunMode.Test.GetHashCode(), new RunMode("TEST").GetHashCode());
        Assert.NotEqual(RunMode.Test, RunMode.Validate);
        Assert.Equal("Recall", new RunMode("Recall").ToString());
        foreach (var wrong in (string[])["", "1st", "two words", "a/b"]) { Assert.Throws<ArgumentException>(() => new RunMode(wrong)); }
    }

    [Fact]
    public void Simulation_may_have_several_tests_each_with_its_own_logs_and_times()
    {
        var recall = new RunMode("Recall");
        var simulation = new PerceptronSimulation
        {
            Runs = 1,
            Change = plan => plan.Test(Patterns("Validate"), mode: RunMode.Validate).Test(Patterns("Recall"), trials: 2, recall).TestEvery(4, RunMode.Validate).TestEvery(6, recall),
        };
        simulation.Run();
        Assert.Equal(["Train", "Test", "Validate", "Recall"], simulation.Modes.Select(m => m.Name));
        Assert.Equal([2, 5, 8, 11], Epochs(RunMode.Test));
        Assert.Equal([3, 7, 11], Epochs(RunMode.Validate));
        Assert.Equal([5, 11], Epochs(recall));
        Assert.Equal((4, 2), (simulation.Log[RunMode.Validate, TimeScale.Trial].RowCount, simulation.Log[recall, TimeScale.Trial].RowCount));
        Assert.Equal("recall_epoch", simulation.Log.Tables[^1].FileSuffix);
        simulation.Test(recall);
        Assert.Equal(3, simulation.Log[recall, TimeScale.Epoch].RowCount);
        simulation.StepTest(1, TimeScale.Trial, recall);
        Assert.Equal(1, simulation.Log[recall, TimeScale.Trial].RowCount);

        int[] Epochs(RunMode mode) => simulation.Log[mode, TimeScale.Epoch].Column<int>("Epoch").Values.ToArray();
    }

    [Fact]
    public void Mode_may_have_loops_of_its_own_and_is_logged_like_others()
    {
        var probe = new RunMode("Probe");
        var done = new List<string>();
        var simulation = new PerceptronSimulation
        {
            Runs = 1,
            Change = plan =>
            {
                var (block, trial) = (plan.Loops(probe).Add(TimeScale.Block, 2), plan.Loops(probe).Add(TimeScale.Trial, 3));
                trial.OnStart.Add("probe", () => done.Add($"{block.Current}.{trial.Current}"));
                plan.Log.Add((LogItem.Number("Sum", () => 10 * block.Current + trial.Current) with { Modes = [probe], Aggregate = Statistic.Sum }));
            },
        };
        simulation.Step(2, TimeScale.Epoch);
        simulation.Test(probe);
        Assert.Equal("0.0 0.1 0.2 1.0 1.1 1.2", string.Join(' ', done));
        var (trials, blocks) = (simulation.Log[probe, TimeScale.Trial], simulation.Log[probe, TimeScale.Block]);
        Assert.Equal("Run Epoch Block Trial", string.Join(' ', trials.Columns.Take(4).Select(c => c.Name)));
        Assert.Equal([10, 11, 12], trials.Column<double>("Sum").Values.ToArray());   // of the last block
        Assert.Equal([3, 33], blocks.Column<double>("Sum").Values.ToArray());
        Assert.Equal([1, 1], blocks.Column<int>("Epoch").Values.ToArray());
    }

    [Fact]
    public void First_run_is_the_same_wherever_it_is_run()
    {
        var (all, third) = (new PerceptronSimulation { Runs = 4 }, new PerceptronSimulation { FirstRun = 2, Runs = 1 });
        all.Run();
        Assert.Equal(LoopState.Finished, third.Run());
        var rows = all.Log[RunMode.Train, TimeScale.Epoch].View().Where("Run", 2.0);
        Assert.Equal(12, rows.RowCount);
        Assert.Equal(rows.Numbers("SSE"), third.Log[RunMode.Train, TimeScale.Epoch].Column<double>("SSE").Values.ToArray());
        Assert.Equal([2, 2, 2, 2], third.Log[RunMode.Test, TimeScale.Epoch].Column<int>("Run").Values.ToArray());
        Assert.Equal((2, 1.0), (third.Progress().Run, third.Progress().Share));
    }

    [Fact]
    public void Wrong_modes_are_refused_where_they_are_asked_for()
    {
        Assert.Contains("Training is no test", Message(p => p.Test(Patterns("T"), mode: RunMode.Train)), StringComparison.Ordinal);
        Assert.Contains("has an environment for mode Validate already: 'a'. Call plan.Test once for each mode; another test has one of its own: plan.Test(environment, mode: new RunMode(\"Recall\"))", Message(p => p.Test(Patterns("a"), mode: RunMode.Validate).Test(Patterns("b"), mode: RunMode.Validate)), StringComparison.Ordinal);
        Assert.Contains("is to test in mode Validate, but has nothing to test with. Say in Configure: plan.Test(environment, mode: RunMode.Validate)", Message(p => p.TestEvery(2, RunMode.Validate)), StringComparison.Ordinal);
        Assert.Contains("mode Validate, which has no loops yet", Message(p => p.Log.Add(LogItem.Number("x", () => 0) with { Modes = [RunMode.Validate] })), StringComparison.Ordinal);
        var simulation = new PerceptronSimulation();
        Assert.Contains("nothing to test with in mode Debug. Say in Configure: plan.Test(environment, mode: RunMode.Debug)", Assert.Throws<EmergentException>(() => simulation.Test(RunMode.Debug)).Message, StringComparison.Ordinal);
        Assert.Contains("nothing to test with in mode Tets. Did you mean 'Test'? Say in Configure: plan.Test(environment, mode: new RunMode(\"Tets\"))",
            Assert.Throws<EmergentException>(() => simulation.Test(new RunMode("Tets"))).Message, StringComparison.Ordinal);
        Assert.Contains("training is no test", Assert.Throws<EmergentException>(() => simulation.Test(RunMode.Train)).Message, StringComparison.Ordinal);
        Assert.Contains("There is no log of Validate over Epoch; there are Train over Trial and Epoch and Run, Test over Trial and Epoch",
            Assert.Throws<EmergentException>(() => simulation.Log[RunMode.Validate, TimeScale.Epoch]).Message, StringComparison.Ordinal);

        static string Message(Action<SimulationPlan> mistake) => Assert.Throws<EmergentException>(new PerceptronSimulation { Change = mistake }.Initialize).Message;
    }

    [Fact]
    public void A_test_may_only_compare_targets()
    {
        var kinds = new List<string>();
        var simulation = new PerceptronSimulation { Runs = 1, Epochs = 3 };
        simulation.Change = plan =>
        {
            plan.CompareTargets().CycleByCycle(RunMode.Test);
            foreach (var mode in (RunMode[])[RunMode.Train, RunMode.Test])
            {
                plan.Loops(mode)[TimeScale.Trial].OnStart.InsertAfter("Present inputs", "Note kind", () => kinds.Add($"{mode} {simulation.Network["Output"].Kind}"));
            }
        };
        simulation.Run();
        Assert.Equal([.. Enumerable.Repeat("Train Target", 12), .. Enumerable.Repeat("Test Compare", 4)], kinds);
        Assert.Equal(LayerKind.Target, simulation.Network["Output"].Kind);
        simulation.StepTest(1, TimeScale.Cycle);
        Assert.Equal(LayerKind.Compare, simulation.Network["Output"].Kind);
        simulation.Initialize();   // in the middle of a trial
        Assert.Equal(LayerKind.Target, simulation.Network["Output"].Kind);
        Assert.Contains("nothing to test with in mode Validate yet", Assert.Throws<EmergentException>(new PerceptronSimulation { Change = p => p.CompareTargets(RunMode.Validate) }.Initialize).Message, StringComparison.Ordinal);
    }
}
