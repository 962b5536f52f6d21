using Emergent.Data;

namespace Emergent.Networks.Tests;

public class CycleTests
{
    private static PerceptronSimulation WithCycles(Action<SimulationPlan>? change = null, params RunMode[] modes) => new()
    {
        Runs = 1,
        Change = plan =>
        {
            plan.CycleByCycle(modes);
            change?.Invoke(plan);
        },
    };

    [Fact]
    public void Trials_cycle_by_cycle_are_the_same_bits()
    {
        var (whole, cycles) = (new PerceptronSimulation { Runs = 1 }, WithCycles());
        whole.Run();
        while (cycles.State != LoopState.Finished) { cycles.Step(3, TimeScale.Cycle); }
        Assert.Equal(whole.Perceptron.Weights.ToArray(), cycles.Perceptron.Weights.ToArray());
        Assert.Equal(whole.Perceptron.TrialCount, cycles.Perceptron.TrialCount);
        foreach (var mode in (RunMode[])[RunMode.Train, RunMode.Test])
        {
            Assert.Equal(whole.Log[mode, TimeScale.Epoch].Column<double>("SSE").Values.ToArray(), cycles.Log[mode, TimeScale.Epoch].Column<double>("SSE").Values.ToArray());
        }
    }

    [Fact]
    public void Log_has_a_row_for_each_cycle_of_the_present_trial_and_what_longer_scales_make_of_them()
    {
        PerceptronNetwork? network = null;
        var rows = 0;
        var simulation = WithCycles(plan => plan.Log.Add(LogItem.Number("Square", () => network!.Cycle * network.Cycle) with { Scale = TimeScale.Cycle, Aggregate = Statistic.Max, Modes = [RunMode.Test] }), RunMode.Test);
        network = simulation.Perceptron;
        var log = simulation.Log.Tables.Single(t => t.Scale == TimeScale.Cycle);
        log.RowAdded += _ => rows++;
        simulation.Test();
        Assert.Equal(("test_cycle", 16, 4), (log.FileSuffix, rows, log.Table.RowCount));
        Assert.Equal("Run Epoch Trial TrialName Cycle Square", string.Join(' ', log.Table.Columns.Select(c => c.Name)));
        Assert.Equal([0, 1, 4, 9], log.Table.Column<double>("Square").Values.ToArray());
        Assert.Equal([0, 1, 2, 3], log.Table.Column<int>("Cycle").Values.ToArray());
        Assert.Equal("p3", log.Table.Row(0)["TrialName"]);
        Assert.Equal([9, 9, 9, 9], simulation.Log[RunMode.Test, TimeScale.Trial].Column<double>("Square").Values.ToArray());
        Assert.Equal([9], simulation.Log[RunMode.Test, TimeScale.Epoch].Column<double>("Square").Values.ToArray());
        Assert.False(simulation.Log[RunMode.Train, TimeScale.Trial].TryGetColumn("Square", out _));
    }

    [Fact]
    public void Cycles_that_nobody_logs_have_no_table()
    {
        Assert.DoesNotContain(WithCycles().Log.Tables, t => t.Scale == TimeScale.Cycle);
        Assert.Empty(WithCycles().Training.Stack[TimeScale.Cycle].OnEnd);
    }

    [Fact]
    public void Program_names_the_parts_of_a_trial()
    {
        var simulation = WithCycles(plan => plan.Loops(RunMode.Test)[TimeScale.Cycle].Events.Add("Plus phase", at: 3, () => { }), RunMode.Test);
        Assert.Equal("""
            Test
              Epoch (at most 1)
                start: Initialize environment
                start: Reset statistics of the epoch
                Trial (while environment 'Test' has a trial in this epoch)
                  start: Present inputs
                  start: Begin trial
                  Cycle (at most 4)
                    at 3: Plus phase
                    start: Run cycle
                  end: End trial
                  end: Log trial
                end: Log epoch

            """, simulation.Testing.Describe());
    }

    [Fact]
    public void Number_of_cycles_may_change_between_trials()
    {
        var simulation = WithCycles();
        simulation.Step(1, TimeScale.Trial);
        simulation.Perceptron.CyclesPerTrial = 7;
        simulation.Step(6, TimeScale.Cycle);
        Assert.Equal(1, simulation.Perceptron.TrialCount);
        simulation.Step(1, TimeScale.Cycle);
        Assert.Equal(2, simulation.Perceptron.TrialCount);
    }

    [Fact]
    public void Raster_has_the_units_over_the_cycles_of_the_trial()
    {
        UnitRaster raster = null!;
        var simulation = WithCycles(plan => raster = plan.Log.RasterOf("Output"));
        simulation.Step(2, TimeScale.Cycle);
        Assert.Equal("[2, 4]", raster.Values.Shape.ToString());
        Assert.All(raster.Values.Values.ToArray(), v => Assert.Equal(0f, v));   // the perceptron moves in the last cycle only
        simulation.Step(2, TimeScale.Cycle);
        var act = simulation.Network["Output"].Units("Act").ToArray();
        Assert.Equal([0, 0, 0, act[0], 0, 0, 0, act[1]], raster.Values.Values.ToArray());
        var table = raster.ToTable();
        Assert.Equal((4, act[1]), (table.RowCount, table.Column<float>("Output_Act").Cell(3)[1]));
        simulation.Step(1, TimeScale.Cycle);
        Assert.Equal([act[0], 0, 0, 0, act[1], 0, 0, 0], raster.Values.Values.ToArray());   // what remains in the first cycle of the next trial
        simulation.Step(1, TimeScale.Trial);
        simulation.Perceptron.CyclesPerTrial = 6;
        simulation.Step(1, TimeScale.Trial);
        Assert.Equal("[2, 6]", raster.Values.Shape.ToString());
    }

    [Fact]
    public void What_has_no_cycles_is_refused()
    {
        Assert.Contains("Test: they are already", Message(p => p.CycleByCycle(RunMode.Test).CycleByCycle(RunMode.Test)).Replace("Test has no trials that could be run cycle by cycle", "Test", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("Validate has no trials that could be run cycle by cycle. Plan them first", Message(p => p.CycleByCycle(RunMode.Validate)), StringComparison.Ordinal);
        Assert.Contains("needs a loop over cycles, which Train does not have. Call plan.CycleByCycle(RunMode.Train) first", Message(p => p.Log.RasterOf("Output")), StringComparison.Ordinal);

        static string Message(Action<SimulationPlan> mistake) => Assert.Throws<EmergentException>(new PerceptronSimulation { Change = mistake }.Initialize).Message;
    }
}
