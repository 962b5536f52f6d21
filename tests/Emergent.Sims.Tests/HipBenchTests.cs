using Emergent.Data;
using Emergent.Networks;

namespace Emergent.Sims.Tests;

public class HipBenchTests
{
    [Fact]
    public void Small_hippocampus_learns_both_lists_of_ten_with_each_of_ten_seeds()
    {
        for (var seed = 1; seed <= TestSize.Of(10, 2); seed++)
        {
            var run = Run("SmallHip", "List010", seed);
            Assert.Equal(1, run.Number("AC Mem"));
            Assert.Equal(0, run.Number("Lure Mem"));
            Assert.InRange(run.Number("EpochsAB"), 1, 4);   // measured: 1 to 3, and 3 to 6 of both
            Assert.InRange(run.Number("Epochs"), 3, 7);
            Assert.InRange(run.Number("AB Mem"), 0.5, 1);
        }
    }

    [Fact]
    public void Tests_log_how_soon_each_layer_settles()
    {
        var simulation = new HipBench { Seed = 1, Epochs = 1, PreTrainEpochs = 1, Threads = 1 };
        simulation.UseStyles("SmallHip", "List010");
        simulation.Run();
        var trials = simulation.Log[new RunMode("AB"), TimeScale.Trial];
        foreach (var layer in (string[])["DG", "CA3", "CA1"])
        {
            var similarity = trials.Column<float>($"{layer}_CycSim").Cell(3);
            Assert.Equal(100, similarity.Length);
            Assert.Equal(0, similarity[0]);                // silent after the first cycle
            Assert.Equal(1, similarity[^1], 1e-6f);
            Assert.All(similarity.ToArray(), s => Assert.InRange(s, -1, 1 + 1e-6f));
            // Quarters with other strengths of input have other states: what is there at the end of the third is not what it was in the first.
            Assert.True(similarity[90] > similarity[20], $"{layer}: {similarity[20]} after cycle 20, {similarity[90]} after cycle 90");
        }
    }

    [Fact]
    public void Parameters_of_the_benchmark_take_the_place_of_the_textbook_models()
    {
        var net = new HipBench().Network;
        var changed = net.Styles.NonDefault().Select(p => $"{p.Object} {p.Path} {p.Value}").ToArray();
        Assert.Contains("CA3ToCA3 Prjn.WtScale.Rel 2", changed);
        Assert.Contains("ECinToDG Prjn.Learn.Lrate 0.05", changed);
        Assert.Contains("ECinToDG Prjn.CHL.Hebb 0.2", changed);
    }

    [Fact]
    public void Cortex_and_CA1_learn_before_the_lists_while_dentate_gyrus_and_CA3_are_silent()
    {
        var simulation = new HipBench { Epochs = 2, Threads = 1 };
        simulation.UseStyles("SmallHip", "List010");
        var isOff = new List<bool>();
        simulation.Log.Tables.Single(t => t.FileSuffix == "pretrain_trial").RowAdded += _ => isOff.Add(simulation.Network["DG"].IsOff && simulation.Network["CA3"].IsOff);
        simulation.Step(1, TimeScale.Trial);
        Assert.Equal(Enumerable.Repeat(true, 5 * 30), isOff);
        Assert.False(simulation.Network["DG"].IsOff || simulation.Network["CA3"].IsOff);
        Assert.Equal(5, simulation.Log[new RunMode("PreTrain"), TimeScale.Epoch].RowCount);
        Assert.Equal([400, 44 * 44, 600], ((string[])["CA3", "DG", "CA1"]).Select(layer => simulation.Network[layer].UnitCount));
    }

    private static Row Run(string size, string list, long seed)
    {
        var simulation = new HipBench { Seed = seed, Threads = 1 };
        simulation.UseStyles(size, list);
        Assert.Equal(LoopState.Finished, simulation.Run());
        return simulation.Log[RunMode.Train, TimeScale.Run].Row(0);
    }
}
