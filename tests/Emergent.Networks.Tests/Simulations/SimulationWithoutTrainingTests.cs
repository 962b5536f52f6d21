using Emergent.Data;
using Xunit;

namespace Emergent.Networks.Tests;

public sealed class SimulationWithoutTrainingTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("emergent-test-").FullName;

    [Fact]
    public void Running_it_is_its_test()
    {
        var simulation = new DetectorSimulation();
        Assert.False(simulation.Learns);
        Assert.Equal([RunMode.Test], simulation.Modes);
        Assert.Equal(0, simulation.Progress().Share);
        Assert.Equal(LoopState.Finished, simulation.Run());
        Assert.Equal(["p0", "p1", "p2", "p3"], simulation.Log[RunMode.Test, TimeScale.Trial].Column<string>("TrialName").Values.ToArray());
        Assert.Equal((LoopState.Finished, 1.0), (simulation.State, simulation.Progress().Share));
        simulation.Test();
        Assert.Equal(4, simulation.Log[RunMode.Test, TimeScale.Trial].RowCount);
    }

    [Fact]
    public void It_steps_by_trials()
    {
        var simulation = new DetectorSimulation();
        Assert.Equal(LoopState.Paused, simulation.Step(3, TimeScale.Trial));
        Assert.Equal(3, simulation.Log[RunMode.Test, TimeScale.Trial].RowCount);
        Assert.Contains("Trial: 2", simulation.Status(), StringComparison.Ordinal);
    }

    [Fact]
    public void Its_logs_are_those_of_the_test_and_the_tables_that_are_not_there_to_be_edited()
    {
        var simulation = new DetectorSimulation { Change = plan => plan.Show(new("found", () => new Table("Found", "What"))) };
        using (var logs = LogFolder.Open(_folder, simulation))
        {
            simulation.Run();
            logs.Close();
        }
        Assert.Equal(["Perceptron_Base_found.tsv", "Perceptron_Base_test_epoch.tsv", "Perceptron_Base_test_trial.tsv", "settings.json"],
            Directory.GetFiles(_folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Contains("does not learn", Assert.Throws<EmergentException>(() => LogFolder.Open(_folder, simulation, overwrite: true, savesWeights: true)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_item_is_tested_by_its_name_or_a_part_of_it()
    {
        var simulation = new DetectorSimulation();
        simulation.TestItem("P2");
        var trials = simulation.Log[RunMode.Test, TimeScale.Trial];
        Assert.Equal(["p2"], trials.Column<string>("TrialName").Values.ToArray());
        simulation.TestItem("3");
        Assert.Equal(["p3"], trials.Column<string>("TrialName").Values.ToArray());

        simulation.Step(2, TimeScale.Trial);   // begins afresh, with all items
        Assert.Equal(["p0", "p1"], trials.Column<string>("TrialName").Values.ToArray());
        Assert.Contains("'p' is in the names of 4 rows: p0, p1, p2, p3", Assert.Throws<EmergentException>(() => simulation.TestItem("p")).Message, StringComparison.Ordinal);
        Assert.Contains("has no item 'q1'. Did you mean 'p1'?", Assert.Throws<EmergentException>(() => simulation.TestItem("q1")).Message, StringComparison.Ordinal);
        Assert.Equal(2, trials.RowCount);
    }

    [Fact]
    public void Testing_items_is_an_action_where_there_are_items()
    {
        Assert.Contains("Test item", new DetectorSimulation().Actions.Select(a => a.Name));
        var unnamed = new DetectorSimulation();
        unnamed.Patterns.RemoveColumn("Name");
        Assert.DoesNotContain("Test item", unnamed.Actions.Select(a => a.Name));
        Assert.Contains("no items to choose from", Assert.Throws<EmergentException>(() => unnamed.TestItem("p0")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Patterns_that_are_edited_are_shown()
    {
        var simulation = new DetectorSimulation();
        simulation.Initialize();
        Assert.Same(simulation.Patterns, Assert.Single(simulation.Shown).Table());
        simulation.Patterns.Column<string>("Name")[1] = "edited";
        simulation.Run();
        Assert.Equal(["p0", "edited", "p2", "p3"], simulation.Log[RunMode.Test, TimeScale.Trial].Column<string>("TrialName").Values.ToArray());
    }

    [Fact]
    public void Units_have_a_name_each_or_none()
    {
        var layer = new DetectorSimulation().Network["Output"];
        Assert.Empty(layer.UnitNames);
        layer.UnitNames = ["left", "right"];
        Assert.Equal(["left", "right"], layer.UnitNames);
        Assert.Contains("has 2 units, but 3 names", Assert.Throws<ArgumentException>(() => layer.UnitNames = ["a", "b", "c"]).Message, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
