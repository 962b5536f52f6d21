using Emergent.Networks;

namespace Emergent.Sims.Tests;

public class ErrDrivenHiddenTests
{
    private const int Never = 500;
    private const string Runs = "ch4_err_driven_hidden/runs.tsv";

    [Theory]
    [InlineData(EventSet.Impossible, 183)]
    [InlineData(EventSet.Hard, 161)]
    [InlineData(EventSet.Easy, 169)]
    public void Hidden_units_solve_as_much_and_as_fast_as_those_of_the_reference(EventSet patterns, int solved)
    {
        (string, string)[] where = [("Learn", "ErrorDriven"), ("Pats", $"{patterns}")];
        var reference = GoldenRuns.FirstZeros(Runs, Never, where);
        Assert.Equal((200, solved), (reference.Length, (int)GoldenRuns.Of(Runs, "reached_NZeroStop", where).Sum()));
        var ours = ParallelRuns.Of(TestSize.Of(200, 30), () => new ErrDrivenHidden { Pats = patterns }, s => s.Learning);
        int[] first = [.. ours.Select(o => o.FirstZero < 0 ? Never : o.FirstZero)];
        GoldenRuns.AssertAlike("first epoch without error", reference, first);
        if (!TestSize.IsFull) { return; }   // few runs say little of a share
        double share = solved / 200.0, found = ours.Count(o => o.ZerosInARow == 5) / (double)ours.Length;
        Assert.True(Math.Abs(found - share) < 3 * Math.Sqrt(share * (1 - share) * (1.0 / 200 + 1.0 / ours.Length)), $"solved: reference {share:F3}, ours {found:F3}");
    }

    [Fact]
    public void Network_and_rules_are_those_of_the_reference()
    {
        var simulation = new ErrDrivenHidden();
        simulation.Initialize();
        Assert.Equal(["InputToHidden Forward", "HiddenToOutput Forward", "OutputToHidden Back"], simulation.Network.Projections.Select(p => $"{p.Name} {p.Kind}"));
        var changed = simulation.Network.Styles.NonDefault().Select(p => $"{p.Object} {p.Path} {p.Value}").ToArray();
        Assert.Contains("OutputToHidden Prjn.WtScale.Rel 0.3", changed);
        Assert.Contains("Hidden Layer.Inhib.Layer.Gi 1.3", changed);
        Assert.Contains("InputToHidden Prjn.Learn.XCal.LLrn 0", changed);
    }
}
