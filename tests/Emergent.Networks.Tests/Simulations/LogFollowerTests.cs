using Emergent.Data;

namespace Emergent.Networks.Tests;

/// <summary>Reading logs from another thread.</summary>
public class LogFollowerTests
{
    private static LogTable LogOf(Simulation simulation, TimeScale scale) => simulation.Log.Tables.Single(t => t.Mode == RunMode.Train && t.Scale == scale);

    [Fact]
    public void Copy_has_the_rows_of_the_log_once_it_is_updated()
    {
        var simulation = new PerceptronSimulation { Runs = 1 };
        simulation.Step(2, TimeScale.Epoch);
        using var follower = new LogFollower(LogOf(simulation, TimeScale.Epoch));
        Assert.Equal(2, follower.Table.RowCount);
        Assert.False(follower.Update());
        simulation.Step(3, TimeScale.Epoch);
        Assert.Equal(2, follower.Table.RowCount);
        Assert.True(follower.Update());
        Same(simulation.Log[RunMode.Train, TimeScale.Epoch], follower.Table);
        follower.Dispose();
        simulation.Step(1, TimeScale.Epoch);
        Assert.False(follower.Update());
    }

    [Fact]
    public void Copy_begins_anew_when_the_log_does()
    {
        var simulation = new PerceptronSimulation { Runs = 1 };
        simulation.Step(3, TimeScale.Trial);
        using var follower = new LogFollower(LogOf(simulation, TimeScale.Trial));
        simulation.Step(7, TimeScale.Trial);   // the fourth of the first epoch, four of the second, two of the third
        Assert.True(follower.Update());
        Assert.Equal(2, follower.Table.RowCount);
        Same(simulation.Log[RunMode.Train, TimeScale.Trial], follower.Table);
    }

    [Fact]
    public async Task Another_thread_reads_while_the_simulation_runs()
    {
        var simulation = new PerceptronSimulation { Runs = 3, Epochs = 400 };
        using var follower = new LogFollower(LogOf(simulation, TimeScale.Epoch));
        var running = Task.Run(() => simulation.Run());
        var (seen, updates) = (0, 0);
        do
        {
            if (!follower.Update()) { continue; }
            updates++;
            Assert.True(follower.Table.RowCount > seen);
            seen = follower.Table.RowCount;
            Assert.All(follower.Table.Column<int>("Epoch").Values.ToArray().Index(), e => Assert.Equal(e.Index % 400, e.Item));
        }
        while (!running.IsCompleted);
        Assert.Equal(LoopState.Finished, await running);
        follower.Update();
        Same(simulation.Log[RunMode.Train, TimeScale.Epoch], follower.Table);
        Assert.InRange(updates, 1, 1200);
    }

    private static void Same(Table expected, Table actual)
    {
        Assert.Equal(expected.Columns.Select(c => c.Name), actual.Columns.Select(c => c.Name));
        Assert.All(expected.Columns, column => Assert.True(column.AllCells.ContentsEqual(actual[column.Name].AllCells), column.Name));
    }
}
