using System.Globalization;
using Emergent.Data;
using Emergent.Networks;

namespace Emergent.Sims.Tests;

/// <summary>The reference's runs again, of its own random numbers: what is the same to the last bit after hundreds of epochs is the same program.</summary>
public class ReplayTests
{
    private static readonly (string, Func<PastRun, double>)[] Outcomes =
    [
        ("epochs_run", run => run.Of("Epochs")),
        ("RunLog_FirstZero", run => run.Of("FirstZero")),
        ("last_trn_SSE", run => run.Last(RunMode.Train, "SSE")),
        ("last_trn_PctErr", run => run.Last(RunMode.Train, "PctErr")),
        ("last_tst_SSE", run => 4 * run.Last(RunMode.Test, "SSE")),   // the sum there, the mean of four trials here
        ("last_tst_PctCor", run => run.Last(RunMode.Test, "PctCor")),
    ];

    public static TheoryData<TaskLearning, EventSet> Tasks => Pairs.Of([TaskLearning.Hebbian, TaskLearning.ErrorDriven], [EventSet.Easy, EventSet.Hard, EventSet.Impossible]);

    public static TheoryData<ComboLearning, ComboPatterns> FourEvents =>
        Pairs.Of([ComboLearning.Hebbian, ComboLearning.ErrorDriven, ComboLearning.ErrorHebbIn], [ComboPatterns.Easy, ComboPatterns.Hard, ComboPatterns.Impossible]);

    [Theory]
    [MemberData(nameof(Tasks))]
    public void Pat_assoc_has_the_runs_of_the_reference(TaskLearning learn, EventSet patterns) =>
        ReferenceRuns.AssertSame(new PatAssoc { Learn = learn, Pats = patterns, Runs = TestSize.Of(200, 20), Threads = 1 }, "ch4_pat_assoc/runs.tsv", Where($"{learn}", $"{patterns}", 40), Outcomes);

    [Theory]
    [MemberData(nameof(Tasks))]
    public void Err_driven_hidden_has_the_runs_of_the_reference(TaskLearning learn, EventSet patterns) =>
        ReferenceRuns.AssertSame(new ErrDrivenHidden { Learn = learn, Pats = patterns, Runs = TestSize.Of(200, 5), Threads = 1 }, "ch4_err_driven_hidden/runs.tsv", Where($"{learn}", $"{patterns}", 500), Outcomes);

    [Theory]
    [InlineData(ComboLearning.Hebbian)]
    [InlineData(ComboLearning.ErrorDriven)]
    [InlineData(ComboLearning.ErrorHebbIn)]
    public void Hebberr_combo_has_the_runs_of_the_reference(ComboLearning learn)
    {
        var lines = LinePatterns.Two(withOutput: true).View();
        ReferenceRuns.AssertSame(new HebberrCombo { Learn = learn, Runs = TestSize.Of(100, 2), Threads = 1 }, "ch4_hebberr_combo/runs.tsv", Where($"{learn}", "Lines2", 100), Outcomes, random =>
        {
            int[] order = [.. Enumerable.Range(0, lines.RowCount)];
            random.Shuffle(order);
            return (lines.At(order.AsSpan(..41)), lines.At(order.AsSpan(41..)));
        });
    }

    [Theory]
    [MemberData(nameof(FourEvents))]
    public void Hebberr_combo_with_four_events_has_the_runs_of_the_reference(ComboLearning learn, ComboPatterns patterns) =>
        ReferenceRuns.AssertSame(new HebberrCombo { Learn = learn, Pats = patterns, Runs = TestSize.Of(50, 3), Threads = 1 }, "ch4_hebberr_combo/runs_simple_pats.tsv", Where($"{learn}", $"{patterns}", 100), Outcomes,
            patterns == ComboPatterns.Easy ? _ => (Upright(patterns), Upright(patterns)) : null);

    [Theory]
    [InlineData("2.5")]
    [InlineData("2")]
    [InlineData("1.5")]
    [InlineData("1")]
    public void Self_org_has_the_runs_of_the_reference(string gain) => ReferenceRuns.AssertSame(
        new SelfOrg { AvgLGain = float.Parse(gain, CultureInfo.InvariantCulture), Runs = TestSize.Of(40, 1), Threads = 1 }, "ch4_self_org/runs.tsv",
        [("AvgLGain", gain), ("InputNoise", "0"), ("TrainGi", "1.8"), ("TestGi", "2.5")],
        [("UniqPats_epc0", run => run.At(0, "UniqPats")), ("UniqPats_epc5", run => run.At(5, "UniqPats")), ("UniqPats_epc10", run => run.At(10, "UniqPats")), ("UniqPats_epc20", run => run.At(20, "UniqPats")), ("UniqPats_runlog", run => run.Of("UniqPats"))]);

    [Fact]
    public void Family_trees_has_the_first_runs_of_the_reference()
    {
        // Only the first of each rule: the others depend on tests that were made between them. Facts in the order of the reference's file, from which orders are drawn.
        var facts = FamilyFacts.All().View();
        var learned = facts.At([.. GoldenData.Table("random/family_trees_order.tsv").Select(row => row.Integer("fact"))]);
        var others = facts.At([.. FamilyFacts.HeldOut.Select(name => Array.IndexOf(facts.Texts("Name"), name))]);
        foreach (var learn in TestSize.IsFull ? Enum.GetValues<DeepLearning>() : [DeepLearning.HebbError])
        {
            ReferenceRuns.AssertSame(
                new FamilyTrees { Learn = learn, Runs = 1, Threads = 1 }, $"ch4_family_trees/runs_{learn}.tsv", [],
                [("epochs_run", run => run.Of("Epochs")), ("FirstZero", run => run.Of("FirstZero")), ("last_trn_SSE", run => run.Last(RunMode.Train, "SSE")), ("last_trn_PctErr", run => run.Last(RunMode.Train, "PctErr"))],
                _ => (learned, others), new RunMode("GenTest"), otherTest: facts.RowCount);
        }
    }

    /// <summary>A set of events whose patterns are columns, not rows: those of the reference's file.</summary>
    private static TableView Upright(ComboPatterns patterns)
    {
        var table = EventPatterns.All()[Enum.Parse<EventSet>($"{patterns}")];
        var upright = new Table(table.Name);
        upright.AddColumn<string>("Name");
        upright.AddColumn<float>("Input", [4, 1]);
        upright.AddColumn<float>("Output", [2, 1]);
        foreach (var row in table.Rows) { upright.Add(row.Get<string>("Name"), row.Cell<float>("Input").ToArray(), row.Cell<float>("Output").ToArray()); }
        return upright.View();
    }

    private static (string, string)[] Where(string learn, string patterns, int epochs) => [("Learn", learn), ("Pats", patterns), ("MaxEpcs", $"{epochs}")];
}
