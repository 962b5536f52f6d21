using Emergent.Data;
using Emergent.Networks;

namespace Emergent.Sims.Tests;

public class SelfOrgTests
{
    private const string Runs = "ch4_self_org/runs.tsv";

    [Theory]
    [InlineData("2.5", "0", "1.8", "2.5")]
    [InlineData("2", "0", "1.8", "2.5")]
    [InlineData("1.5", "0", "1.8", "2.5")]
    [InlineData("1", "0", "1.8", "2.5")]
    [InlineData("2.5", "0.2", "1.8", "2.5")]
    [InlineData("1", "0.2", "1.8", "2.5")]
    public void Lines_are_told_apart_as_well_as_by_the_reference(string gain, string noise, string trainGi, string testGi)
    {
        double[] reference = GoldenRuns.Of(Runs, "UniqPats_last", ("AvgLGain", gain), ("InputNoise", noise), ("TrainGi", trainGi), ("TestGi", testGi));
        Assert.Equal(40, reference.Length);
        var ours = ParallelRuns.Of(
            TestSize.Of(40, 8),
            () => new SelfOrg { AvgLGain = Number(gain), InputNoise = Number(noise), TrainGi = Number(trainGi), TestGi = Number(testGi) },
            s => s.Log[RunMode.Train, TimeScale.Epoch].Numbers("UniqPats")[^1]);
        GoldenRuns.AssertAlike("lines told apart", [.. reference.Select(n => (int)n)], [.. ours.Select(n => (int)n)]);
    }

    [Fact]
    public void Hidden_units_come_to_stand_for_lines()
    {
        var simulation = new SelfOrg { Runs = 1, Threads = 1 };
        simulation.Run();
        var epochs = simulation.Log[RunMode.Train, TimeScale.Epoch];
        Assert.Equal("[4, 5, 5, 5]", epochs["HidFmInputWts"].CellShape.ToString());
        var weights = epochs.Row(29).Cell<float>("HidFmInputWts").ToArray();
        for (var hidden = 0; hidden < 20; hidden++)
        {
            for (var input = 0; input < 25; input++) { Assert.Equal(simulation.Network.Projections[0].Synapse("Wt", input, hidden), weights[hidden * 25 + input]); }
        }
        // The reference has 11 and 8 such units in its first two runs, and with noise 18 and 19.
        Assert.InRange(Tuned(weights), 6, 15);
        var noisy = new SelfOrg { Runs = 1, InputNoise = 0.2f, Threads = 1 };
        noisy.Run();
        Assert.InRange(Tuned(noisy.Shown.Single(t => t.Name == "Weights").Table().Row(0).Cell<float>("HidFmInputWts").ToArray()), 14, 20);

        static int Tuned(float[] weights) =>
            Enumerable.Range(0, 20).Count(hidden => LinePatterns.One().Rows.Any(line => weights[(hidden * 25)..(hidden * 25 + 25)].Zip(line.Cell<float>("Input").ToArray()).All(pair => pair.Second == 0 || pair.First > 0.9f)));
    }

    [Fact]
    public void Runs_are_grouped_by_their_parameters_and_have_the_mean_of_two_epochs()
    {
        var simulation = new SelfOrg { Runs = 2, Epochs = 3, AvgLGain = 2, Threads = 1 };
        simulation.Initialize();
        var shown = simulation.Shown.Single(t => t.Name == "UniqPatsStats");
        Assert.Equal(0, shown.Table().RowCount);
        simulation.Run();
        var statistics = shown.Table();
        Assert.Equal(("Base_AvgLGain=2", 2), (statistics.Row(0)["Params"], (int)statistics.Row(0).Number("UniqPats:Count")));
        var epochs = simulation.Log[RunMode.Train, TimeScale.Epoch].Numbers("UniqPats");
        Assert.Equal(epochs[4..].Average(), simulation.Log[RunMode.Train, TimeScale.Run].Row(1).Number("UniqPats"));
        Assert.Equal(simulation.Log[RunMode.Test, TimeScale.Epoch].Numbers("UniqPats"), epochs);
    }

    [Fact]
    public void Inhibition_is_that_of_training_or_of_tests()
    {
        var simulation = new SelfOrg { TrainGi = 1.7f, TestGi = 2.6f, Threads = 1 };
        simulation.Step(1, TimeScale.Trial);
        Assert.Equal(1.7f, Gi());
        simulation.TestItem("H3");
        Assert.Equal(2.6f, Gi());
        simulation.Step(1, TimeScale.Trial);
        Assert.Equal(1.7f, Gi());

        float Gi() => ((Emergent.Leabra.LeabraLayer)simulation.Network["Hidden"]).Inhib.Layer.Gi;
    }

    [Fact]
    public void Patterns_are_all_lines_and_all_pairs_of_them()
    {
        Table one = LinePatterns.One(), two = LinePatterns.Two(withOutput: true);
        Assert.Equal((10, 45), (one.RowCount, two.RowCount));
        Assert.Equal(["V0", "V1", "V2", "V3", "V4", "H0", "H1", "H2", "H3", "H4"], one.View().Texts("Name"));
        foreach (var row in two.Rows)
        {
            var names = row.Get<string>("Name").Split('_');
            var lines = names.Select(name => one.Rows.Single(r => r.Get<string>("Name") == name).Cell<float>("Input").ToArray()).ToArray();
            Assert.Equal(lines[0].Zip(lines[1], Math.Max), row.Cell<float>("Input").ToArray());
            Assert.Equal(2, row.Cell<float>("Output").ToArray().Sum());
            foreach (var name in names) { Assert.Equal(1, row.Cell<float>("Output")[2 * (name[1] - '0') + (name[0] == 'V' ? 0 : 1)]); }
        }
        Assert.Equal([0, 1, 0, 0, 0, 0, 1, 0, 0, 0], one.Row(1).Cell<float>("Input")[..10].ToArray());
        Assert.Equal([0, 0, 0, 0, 0, 1, 1, 1, 1, 1], one.Row(6).Cell<float>("Input")[..10].ToArray());
    }

    private static float Number(string text) => float.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
