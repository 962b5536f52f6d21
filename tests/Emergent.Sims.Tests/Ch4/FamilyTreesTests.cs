using System.Globalization;
using Emergent.Data;
using Emergent.Networks;
using Emergent.Tests;

namespace Emergent.Sims.Tests;

public class FamilyTreesTests
{
    private static readonly RunMode GenTest = new("GenTest"), AllTest = new("AllTest");

    [Theory]
    [InlineData(DeepLearning.HebbError, 30, 2)]
    [InlineData(DeepLearning.PureError, 25, 2)]
    public void Facts_are_learned_and_represented_as_by_the_reference(DeepLearning learn, int runs, int few)
    {
        var reference = GoldenData.Table($"sims/ch4_family_trees/runs_{learn}.tsv");
        Assert.Equal(runs, reference.Count);
        var ours = Learn(learn, TestSize.Of(runs, few));
        int[] expected = [.. reference.Select(r => int.Parse(r["FirstZero"], CultureInfo.InvariantCulture))], found = [.. ours.Select(o => o.FirstZero)];
        GoldenRuns.AssertAlike("first epoch without error", expected, found);
        Assert.All(ours, o => Assert.InRange(o.HeldOutCorrect, 0, 1));
        foreach (var (column, value) in ((string, Func<Outcome, double>)[])[
            ("all_n_err_of_104", o => o.Errors), ("mean_corr_same_rel", o => o.SameRelation), ("mean_corr_diff_rel", o => o.OtherRelation),
            ("mean_corr_same_agent", o => o.SameAgent), ("mean_corr_diff_agent", o => o.OtherAgent)])
        {
            AgreesOnAverage(column, reference, [.. ours.Select(value)]);
        }
    }

    [Fact]
    public void Association_alone_learns_a_fifth_of_the_facts()
    {
        var reference = GoldenData.Table("sims/ch4_family_trees/runs_PureHebb.tsv");
        var ours = Learn(DeepLearning.PureHebb, TestSize.Of(20, 1));
        Assert.All(ours, o => Assert.Equal(-1, o.FirstZero));
        AgreesOnAverage("last_trn_PctErr", reference, [.. ours.Select(o => o.LastError)]);
        AgreesOnAverage("mean_corr_same_rel", reference, [.. ours.Select(o => o.SameRelation)]);
    }

    [Fact]
    public void Facts_are_all_that_is_true_of_the_two_families()
    {
        var facts = FamilyFacts.All();
        var names = facts.View().Texts("Name");
        Assert.Equal((104, 104), (names.Length, names.Distinct().Count()));
        Assert.Equal(52, facts.Rows.Count(r => r.Get<string>("Group") == "Italian"));
        string[] some = ["Art.Fath.Christo", "Christo.Son.Art", "Maria.Husb.Rob", "Sophia.Bro.Alf", "Colin.Uncle.ArtChu", "Charlot.Aunt.MarJen", "Alf.Uncle.EmiTom", "Sophia.Aunt.GinAng", "Marge.Neice.Charlot", "Tomaso.Nephew.Alf"];
        Assert.Empty(some.Concat(FamilyFacts.HeldOut).Except(names));
        Assert.Equal(8, facts.Rows.Count(r => r.Cell<float>("Patient").ToArray().Sum() == 2));
        foreach (var row in facts.Rows)
        {
            var parts = row.Get<string>("Name").Split('.');
            Assert.Equal((parts[0], parts[1]), (Only(FamilyFacts.People, row.Cell<float>("Agent")), Only(FamilyFacts.Relations, row.Cell<float>("Relation"))));
            if (parts[1] is not ("Uncle" or "Aunt")) { Assert.Equal(parts[2], Only(FamilyFacts.People, row.Cell<float>("Patient"))); }
        }
        // Each family has what the other has: the same relations, as often.
        Assert.Equal(Count("English"), Count("Italian"));

        string[] Count(string family) => [.. facts.Rows.Where(r => r.Get<string>("Group") == family).CountBy(r => r.Get<string>("Name").Split('.')[1]).Select(c => $"{c.Key} {c.Value}").Order()];
        static string Only(string[] names, ReadOnlySpan<float> units)
        {
            Assert.Equal(1, units.ToArray().Sum());
            return names[units.IndexOf(1f)];
        }
    }

    [Fact]
    public void Modes_test_what_was_learned_what_was_kept_back_and_all()
    {
        var simulation = new FamilyTrees { Runs = 1, Epochs = 1, Threads = 1 };
        simulation.Run();
        foreach (var (mode, facts) in ((RunMode, int)[])[(RunMode.Test, 100), (GenTest, 4), (AllTest, 104)])
        {
            simulation.Test(mode);
            Assert.Equal(facts, simulation.Log[mode, TimeScale.Trial].RowCount);
        }
        Assert.Equal(FamilyFacts.HeldOut.Order(), simulation.Log[GenTest, TimeScale.Trial].View().Texts("TrialName").Order());
        Assert.Empty(simulation.Log[RunMode.Test, TimeScale.Trial].View().Texts("TrialName").Intersect(FamilyFacts.HeldOut));
        Assert.Equal(100, simulation.Log[RunMode.Train, TimeScale.Trial].RowCount);
    }

    [Fact]
    public void Analysis_fills_nine_tables()
    {
        var simulation = new FamilyTrees { Threads = 1 };
        simulation.Initialize();
        Assert.Contains("Reps Analysis", simulation.Actions.Select(a => a.Name));
        simulation.RepsAnalysis();
        var shown = simulation.Shown.Where(t => !t.IsEditable).ToArray();
        Assert.Equal(9, shown.Length);
        Assert.All(shown, t => Assert.Equal(104, t.Table().RowCount));
        var relations = shown.Single(t => t.Name == "HiddenRelSimMat").Table();
        Assert.Equal(relations.View().Texts("Relation").Order(StringComparer.Ordinal), relations.View().Texts("Relation"));
        Assert.All(relations.Rows, row => Assert.StartsWith($"{row["Agent"]}.{row["Relation"]}.", row.Get<string>("Name"), StringComparison.Ordinal));
    }

    private sealed record Outcome(int FirstZero, double LastError, int HeldOutCorrect, int Errors, double SameRelation, double OtherRelation, double SameAgent, double OtherAgent);

    private static Outcome[] Learn(DeepLearning learn, int runs) => ParallelRuns.Of(runs, () => new FamilyTrees { Learn = learn }, s =>
    {
        s.Test(GenTest);
        s.RepsAnalysis();
        var table = s.Shown.Single(t => t.Name == "HiddenRelSimMat").Table();
        var (similar, agents, relations) = (SimilarityMatrix.Of(table.View(), "Hidden", Metric.Correlation), table.View().Texts("Agent"), table.View().Texts("Relation"));
        var pairs = (from i in Enumerable.Range(0, 104) from j in Enumerable.Range(0, i) select (I: i, J: j)).ToLookup(p => (Relation: relations[p.I] == relations[p.J], Agent: agents[p.I] == agents[p.J]), p => similar[p.I, p.J]);
        double Mean(Func<(bool Relation, bool Agent), bool> which) => pairs.Where(g => which(g.Key)).SelectMany(g => g).Average();
        return new Outcome(
            s.Learning.FirstZero, s.Log[RunMode.Train, TimeScale.Epoch].Numbers("PctErr")[^1],
            s.Log[GenTest, TimeScale.Trial].Numbers("Err").Count(e => e == 0), (int)s.Log[AllTest, TimeScale.Trial].Numbers("Err").Sum(),
            Mean(k => k.Relation), Mean(k => !k.Relation), Mean(k => k.Agent), Mean(k => !k.Agent));
    });

    private static void AgreesOnAverage(string column, List<Dictionary<string, string>> reference, double[] ours)
    {
        double[] values = [.. reference.Select(r => double.Parse(r[column], CultureInfo.InvariantCulture))];
        double mean = values.Average(), deviation = Statistics.Of(values, Statistic.Std), error = deviation * Math.Sqrt(1.0 / values.Length + 1.0 / ours.Length);
        Assert.True(Math.Abs(ours.Average() - mean) < 3 * error, $"{column}: reference {mean:F4} ± {deviation:F4}, ours {ours.Average():F4} ({string.Join(' ', ours.Select(v => v.ToString("F3", CultureInfo.InvariantCulture)))})");
    }
}
