using Emergent.Data;
using Emergent.Networks;

namespace Emergent.Sims.Tests;

public class HipBenchTests
{
    [Fact]
    public void Small_hippocampus_learns_both_lists_of_ten_with_each_of_ten_seeds()
    {
        for (var seed = 1; seed <= 10; seed++)
        {
            var run = Run("SmallHip", "List010", seed).Log[RunMode.Train, TimeScale.Run].Row(0);
            Console.WriteLine($"{seed}: {run["EpochsAB"]} {run["Epochs"]} {run["AB Mem"]} {run["AC Mem"]} {run["Lure Mem"]}");
        }
    }

    [Fact]
    public void Cortex_and_CA1_learn_before_the_lists_while_dentate_gyrus_and_CA3_are_silent()
    {
        var simulation = new HipBench { Epochs = 2 };
        simulation.UseStyles("SmallHip", "List010");
        var net = simulation.Network;
        var isOff = new List<bool>();
        simulation.Log.Tables.Single(t => t.FileSuffix == "pretrain_trial").RowAdded += _ => isOff.Add(simulation.Network["DG"].IsOff && simulation.Network["CA3"].IsOff);
        simulation.Step(1, TimeScale.Trial);
        Assert.Equal(Enumerable.Repeat(true, 5 * 30), isOff);
        Assert.False(simulation.Network["DG"].IsOff || simulation.Network["CA3"].IsOff);
        Assert.Equal(5, simulation.Log[new RunMode("PreTrain"), TimeScale.Epoch].RowCount);
        Assert.Equal([1600, 1600], [simulation.Network["CA3"].UnitCount * 4, 1600]);
    }

    private static HipBench Run(string size, string list, long seed)
    {
        var simulation = new HipBench { Seed = seed };
        simulation.UseStyles(size, list);
        Assert.Equal(LoopState.Finished, simulation.Run());
        return simulation;
    }
}
