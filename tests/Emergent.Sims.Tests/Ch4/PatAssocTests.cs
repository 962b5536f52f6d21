using Emergent.Networks;

namespace Emergent.Sims.Tests;

public class PatAssocTests
{
    private const string Runs = "ch4_pat_assoc/runs.tsv";

    [Theory]
    [InlineData(TaskLearning.Hebbian, EventSet.Easy, 40)]
    [InlineData(TaskLearning.ErrorDriven, EventSet.Easy, 40)]
    [InlineData(TaskLearning.ErrorDriven, EventSet.Hard, 40)]
    [InlineData(TaskLearning.ErrorDriven, EventSet.Hard, 100)]
    public void What_can_be_learned_is_learned_as_fast_as_by_the_reference(TaskLearning learn, EventSet patterns, int epochs)
    {
        var reference = GoldenRuns.FirstZeros(Runs, never: epochs, Where(learn, patterns, epochs));
        var ours = FirstZeros(learn, patterns, epochs, TestSize.Of(200, 40));
        Assert.Equal(200, reference.Length);
        GoldenRuns.AssertAlike("first epoch without error", reference, ours);
    }

    [Theory]
    [InlineData(TaskLearning.Hebbian, EventSet.Hard)]
    [InlineData(TaskLearning.Hebbian, EventSet.Impossible)]
    [InlineData(TaskLearning.ErrorDriven, EventSet.Impossible)]
    public void What_cannot_be_learned_is_never_learned_and_as_far_from_it_as_in_the_reference(TaskLearning learn, EventSet patterns)
    {
        var simulation = Run(learn, patterns, epochs: 40, TestSize.Of(200, 20));
        var runs = simulation.Log[RunMode.Train, TimeScale.Run];
        Assert.All(runs.Numbers("FirstZero"), epoch => Assert.Equal(-1, epoch));
        foreach (var column in (string[])["SSE", "PctCor"])
        {
            var reference = GoldenRuns.Of(Runs, $"RunLog_{column}", Where(learn, patterns, 40));
            var (ours, mean, deviation) = (runs.Numbers(column).Average(), reference.Average(), Deviation(reference));
            Assert.True(Math.Abs(ours - mean) < 3 * deviation / Math.Sqrt(runs.RowCount) + 1e-6, $"{column}: reference {mean:F4} ± {deviation:F4}, ours {ours:F4}");
        }
    }

    private static PatAssoc Run(TaskLearning learn, EventSet patterns, int epochs, int runs)
    {
        var simulation = new PatAssoc { Learn = learn, Pats = patterns, Epochs = epochs, Runs = runs, Threads = 1 };
        Assert.Equal(LoopState.Finished, simulation.Run());
        return simulation;
    }

    private static int[] FirstZeros(TaskLearning learn, EventSet patterns, int epochs, int runs) =>
        [.. Run(learn, patterns, epochs, runs).Log[RunMode.Train, TimeScale.Run].Numbers("FirstZero").Select(epoch => epoch < 0 ? epochs : (int)epoch)];

    private static double Deviation(double[] values) => Emergent.Data.Statistics.Of(values, Emergent.Data.Statistic.Std);

    private static (string, string)[] Where(TaskLearning learn, EventSet patterns, int epochs) => [("Learn", $"{learn}"), ("Pats", $"{patterns}"), ("MaxEpcs", $"{epochs}")];
}
