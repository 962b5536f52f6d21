using Emergent.Networks;

namespace Emergent.Sims.Tests;

public class HebberrComboTests
{
    [Theory]
    [InlineData(ComboLearning.ErrorDriven)]
    [InlineData(ComboLearning.ErrorHebbIn)]
    [InlineData(ComboLearning.Hebbian)]
    public void Pairs_are_learned_and_new_ones_named_as_by_the_reference(ComboLearning learn) => AssertAlike("runs.tsv", learn, ComboPatterns.Lines2, TestSize.Of(100, 12), 100);

    [Theory]
    [MemberData(nameof(ReplayTests.FourEvents), MemberType = typeof(ReplayTests))]
    public void Four_events_are_learned_and_tested_as_by_the_reference(ComboLearning learn, ComboPatterns patterns) => AssertAlike("runs_simple_pats.tsv", learn, patterns, TestSize.Of(50, 8), 50);

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
    public void Four_events_are_shown_to_the_first_units_and_the_others_do_as_they_like()
    {
        var simulation = new HebberrCombo { Pats = ComboPatterns.Easy, Runs = 1, Threads = 1 };
        simulation.Run();
        Assert.Equal(4, simulation.Log[RunMode.Test, TimeScale.Trial].RowCount);
        Assert.InRange(simulation.Learning.FirstZero, 0, 99);
        simulation.TestItem("Event_2");
        Assert.Equal([0f, 0f, 0.95f, 0f], simulation.Network["Input"].Units("Act")[..4].ToArray());
        Assert.Contains(simulation.Log[RunMode.Test, TimeScale.Trial].Rows, trial => trial.Cell<float>("Output_ActM")[2..].ToArray().Any(act => act > 0.2f));
    }

    private static void AssertAlike(string file, ComboLearning learn, ComboPatterns patterns, int runs, int runsOfReference)
    {
        file = $"ch4_hebberr_combo/{file}";
        (string, string)[] where = [("Learn", $"{learn}"), ("Pats", $"{patterns}")];
        var ours = ParallelRuns.Of(runs, () => new HebberrCombo { Learn = learn, Pats = patterns }, s => (s.Learning.FirstZero, Correct: s.Log[RunMode.Train, TimeScale.Run].Row(0).Get<double>("TstPctCor")));
        double[] correct = GoldenRuns.Of(file, "RunLog_PctCor", where);
        Assert.Equal(runsOfReference, correct.Length);
        GoldenRuns.AssertAlike("thousandths of tests right", [.. correct.Select(c => (int)Math.Round(1000 * c))], [.. ours.Select(o => (int)Math.Round(1000 * o.Correct))]);
        GoldenRuns.AssertAlike("first epoch without error", GoldenRuns.FirstZeros(file, never: 100, where), [.. ours.Select(o => o.FirstZero < 0 ? 100 : o.FirstZero)]);
    }
}
