using Emergent.Networks;

namespace Emergent.Sims.Tests;

public class HebberrComboTests
{
    private const string Runs = "ch4_hebberr_combo/runs.tsv";

    [Theory]
    [InlineData(ComboLearning.ErrorDriven)]
    [InlineData(ComboLearning.ErrorHebbIn)]
    [InlineData(ComboLearning.Hebbian)]
    public void Pairs_are_learned_and_new_ones_named_as_by_the_reference(ComboLearning learn)
    {
        (string, string)[] where = [("Learn", $"{learn}"), ("Pats", "Lines2")];
        var ours = ParallelRuns.Of(TestSize.Of(100, 12), () => new HebberrCombo { Learn = learn }, s => (s.Learning.FirstZero, Correct: s.Log[RunMode.Train, TimeScale.Run].Row(0).Get<double>("TstPctCor")));
        double[] held = GoldenRuns.Of(Runs, "RunLog_PctCor", where);
        Assert.Equal(100, held.Length);
        GoldenRuns.AssertAlike("thousandths of held-out pairs named", [.. held.Select(c => (int)Math.Round(1000 * c))], [.. ours.Select(o => (int)Math.Round(1000 * o.Correct))]);
        GoldenRuns.AssertAlike("first epoch without error", GoldenRuns.FirstZeros(Runs, never: 100, where), [.. ours.Select(o => o.FirstZero < 0 ? 100 : o.FirstZero)]);
    }

    [Fact]
    public void Each_run_keeps_other_pairs_for_its_tests()
    {
        var simulation = new HebberrCombo { Runs = 3, Epochs = 5, Threads = 1 };
        var (learned, tested) = (new List<string>[] { [], [], [] }, new List<string>[] { [], [], [] });
        simulation.Initialize();
        foreach (var (mode, lists) in ((RunMode, List<string>[])[])[(RunMode.Train, learned), (RunMode.Test, tested)])
        {
            simulation.Log.Tables.Single(t => t.Mode == mode && t.Scale == TimeScale.Trial).RowAdded += row => lists[row.Get<int>("Run")].Add(row.Get<string>("TrialName"));
        }
        simulation.Run();
        for (var run = 0; run < 3; run++)
        {
            Assert.Equal((5 * 41, 41), (learned[run].Count, learned[run].Distinct().Count()));
            Assert.Equal((4, 45), (tested[run].Count, tested[run].Concat(learned[run]).Distinct().Count()));
        }
        Assert.NotEqual(tested[0].Order(), tested[1].Order());
    }

    [Fact]
    public void Four_events_are_learned_in_the_first_units()
    {
        var simulation = new HebberrCombo { Pats = ComboPatterns.Easy, Learn = ComboLearning.ErrorHebbIn, Runs = 1, Threads = 1 };
        simulation.Run();
        Assert.Equal(4, simulation.Log[RunMode.Test, TimeScale.Trial].RowCount);
        Assert.InRange(simulation.Learning.FirstZero, 0, 99);
    }
}
