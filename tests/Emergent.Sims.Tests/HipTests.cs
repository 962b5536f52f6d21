using System.Globalization;
using Emergent.Data;
using Emergent.Networks;
using Emergent.Tests;

namespace Emergent.Sims.Tests;

public class HipTests
{
    [Fact]
    public void Two_lists_are_learned_and_the_first_is_kept_as_in_the_reference()
    {
        // 24 runs of 12 seeds, each with other lists: the reference has 30 runs with the one set of lists that it comes with.
        var runs = new Simulation[12];
        for (var i = 0; i < runs.Length; i++)
        {
            runs[i] = new Hip { Seed = i + 1, Runs = 2, Threads = 1 };
            Assert.Equal(LoopState.Finished, runs[i].Run());
        }
        var reference = GoldenData.Table("sims/ch8_hip/runs.tsv");
        foreach (var (measure, ours) in ((string, string)[])[
            ("switch_epc", "EpochsAB"), ("epochs_run", "Epochs"), ("AB Mem", "AB Mem"), ("AB TrgOnWasOff", "AB TrgOnWasOffCmp"), ("AB TrgOffWasOn", "AB TrgOffWasOn"),
            ("AC TrgOnWasOff", "AC TrgOnWasOffCmp"), ("AC TrgOffWasOn", "AC TrgOffWasOn"), ("Lure TrgOnWasOff", "Lure TrgOnWasOffCmp")])
        {
            double[] values = [.. reference.Select(row => double.Parse(row[measure], CultureInfo.InvariantCulture))];
            double mean = Statistics.Of(values, Statistic.Mean), deviation = Statistics.Of(values, Statistic.Std), found = Measured(ours).Average();
            Assert.True(Math.Abs(found - mean) < deviation, $"{measure}: the reference has {mean:F3} ± {deviation:F3}, ours is {found:F3}");
        }
        Assert.All(Measured("AC Mem"), share => Assert.Equal(1, share));           // learned by every run, as in the reference
        Assert.All(Measured("Lure Mem"), share => Assert.InRange(share, 0, 0.1));   // never learned
        Assert.All(Measured("AB Mem"), share => Assert.InRange(share, 0.1, 1));

        double[] Measured(string column) => [.. runs.SelectMany(r => r.Log[RunMode.Train, TimeScale.Run].Numbers(column))];
    }

    [Fact]
    public void Without_sparse_patterns_hardly_any_of_the_first_list_is_kept()
    {
        var simulation = new Hip { Runs = 3, Threads = 1 };
        simulation.UseStyles("NoSeparation");
        simulation.Run();
        Assert.InRange(simulation.Log[RunMode.Train, TimeScale.Run].Numbers("AB Mem").Average(), 0, 0.3);   // measured: 0.1; with them 0.5
    }

    [Fact]
    public void Patterns_become_more_different_from_cortex_to_dentate_gyrus()
    {
        var simulation = new Hip { Runs = 1, Epochs = 4, Threads = 1 };
        simulation.Run();
        var similar = new Dictionary<string, double>();
        foreach (var layer in (string[])["ECin", "CA1", "CA3", "DG"])
        {
            var (ab, ac) = (Shown("AB", layer), Shown("AC", layer));
            similar[layer] = Enumerable.Range(0, 10).Average(pair => Metrics.Of(ab[pair], ac[pair], Metric.Cosine));
        }
        var order = string.Join(" > ", similar.OrderByDescending(s => s.Value).Select(s => $"{s.Key} {s.Value:F2}"));
        Assert.True(similar["ECin"] > similar["CA1"] && similar["CA1"] > similar["CA3"] && similar["CA3"] > similar["DG"], order);   // pairs of the same A in both lists

        float[][] Shown(string mode, string layer) => [.. Enumerable.Range(0, 10).Select(_ =>
        {
            simulation.StepTest(1, TimeScale.Trial, new RunMode(mode));
            return simulation.Network[layer].Units("ActM").ToArray();
        })];
    }

    [Fact]
    public void Lists_share_the_first_item_and_little_of_the_context()
    {
        var lists = PairLists.Of([6, 2, 3, 4], itemPools: 3, pairs: 10, active: 0.25, contextDifference: 1, contextFlips: 0.22, seed: 1);
        float[] ab = Cell(lists.AB, "Input", 4), ac = Cell(lists.AC, "Input", 4), cue = Cell(lists.ABCues, "Input", 4);
        Assert.All(Enumerable.Range(0, 12), pool => Assert.Equal(3, ab[(pool * 12)..((pool + 1) * 12)].Sum()));
        Assert.Equal(ab[..36], ac[..36]);
        Assert.NotEqual(ab[36..72], ac[36..72]);
        Assert.InRange(ab[72..].Zip(ac[72..], (x, y) => x * y).Sum(), 0, 6);   // of 18
        Assert.InRange(ab[72..].Zip(Cell(lists.AB, "Input", 5)[72..], (x, y) => x * y).Sum(), 8, 17);
        Assert.Equal([.. ab[..36], .. new float[36], .. ab[72..]], cue);
        Assert.Equal(ab, Cell(lists.ABCues, "ECout", 4));
        Assert.Equal(30, lists.All().RowCount);

        static float[] Cell(Table table, string column, int row) => table.Column<float>(column).Cell(row).ToArray();
    }

    [Fact]
    public void Training_goes_on_to_the_second_list_and_ends_when_that_is_remembered()
    {
        var simulation = new Hip { Runs = 2, Seed = 3, Threads = 1 };
        simulation.Run();
        var epochs = simulation.Log[RunMode.Train, TimeScale.Epoch];
        for (var run = 0; run < 2; run++)
        {
            var rows = epochs.Rows.Where(r => r.Get<int>("Run") == run).ToArray();
            var epochsOfAB = (int)simulation.Log[RunMode.Train, TimeScale.Run].Row(run).Number("EpochsAB");
            Assert.Equal(rows.Select((_, epoch) => epoch < epochsOfAB ? "AB" : "AC"), rows.Select(r => r.Get<string>("List")));
            double[] ab = Tested("AB", run), ac = Tested("AC", run);
            Assert.Equal(epochsOfAB - 1, Array.IndexOf(ab, 1));
            Assert.Equal(rows.Length - 1, Array.IndexOf(ac, 1));
            Assert.Equal(ac[..^1], rows.Skip(1).Select(r => r.Number("AC Mem")));   // the log of training has the test before
        }
        Assert.All(simulation.Log[RunMode.Train, TimeScale.Trial].Column<string>("TrialName").Values.ToArray(), name => Assert.StartsWith("AC_", name, StringComparison.Ordinal));

        double[] Tested(string mode, int run) => [.. simulation.Log[new RunMode(mode), TimeScale.Epoch].Rows.Where(r => r.Get<int>("Run") == run).Select(r => r.Number("Mem"))];
    }
}
