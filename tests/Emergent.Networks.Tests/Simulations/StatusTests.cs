using Emergent.Data;

namespace Emergent.Networks.Tests;

/// <summary>The line that says where a simulation is.</summary>
public class StatusTests
{
    [Fact]
    public void Status_has_the_counts_of_the_last_trial_and_the_error()
    {
        var simulation = new PerceptronSimulation();
        Assert.Equal("Run: 0  Epoch: 0  Trial: 0", simulation.Status());
        simulation.Step(6, TimeScale.Trial);
        var row = simulation.Log[RunMode.Train, TimeScale.Trial].Row(1);
        Assert.Equal($"Run: 0  Epoch: 1  Trial: 1  TrialName: {row["TrialName"]}  SSE: {GoFormat.Significant(row.Get<double>("SSE"), 4)}", simulation.Status());
    }

    [Fact]
    public void Chosen_values_are_the_last_that_were_logged_text_among_them()
    {
        var simulation = new PerceptronSimulation { Change = plan => plan.Log.Text("Say", () => "hello").InStatus("Say", "Gain", "PctErr") };
        simulation.Step(3, TimeScale.Trial);
        Assert.EndsWith("  Say: hello  Gain: 1", simulation.Status(), StringComparison.Ordinal);   // no epoch has ended yet
        simulation.Step(2, TimeScale.Epoch);
        var epochs = simulation.Log[RunMode.Train, TimeScale.Epoch];
        Assert.EndsWith($"  Gain: 1  PctErr: {GoFormat.Significant(epochs.Column<double>("PctErr")[1], 4)}", simulation.Status(), StringComparison.Ordinal);
    }

    [Fact]
    public void Status_is_that_of_a_test_that_it_is_in_the_midst_of()
    {
        var simulation = new PerceptronSimulation();
        simulation.Step(3, TimeScale.Epoch);   // the third ends with a test
        Assert.StartsWith("Run: 0  Epoch: 2  Trial: 3  ", simulation.Status(), StringComparison.Ordinal);
        simulation.StepTest(2, TimeScale.Trial);
        Assert.StartsWith("Run: 0  Epoch: 2  Trial: 1  TrialName: p1  SSE: ", simulation.Status(), StringComparison.Ordinal);
        Assert.StartsWith("Run: 0  Epoch: 2  Trial: 3  ", simulation.Status(RunMode.Train), StringComparison.Ordinal);
        simulation.Test();
        Assert.DoesNotContain("p1", simulation.Status(RunMode.Test), StringComparison.Ordinal);
    }

    [Fact]
    public void Columns_and_modes_that_are_not_there_are_refused()
    {
        NetworkTests.AssertSays(new PerceptronSimulation { Change = plan => plan.Log.InStatus("SES") }.Initialize, "a column 'SES'", "Did you mean 'SSE'?");
        NetworkTests.AssertSays(() => new PerceptronSimulation().Status(new RunMode("Recall")), "has no mode Recall; it has Train, Test");
    }
}
