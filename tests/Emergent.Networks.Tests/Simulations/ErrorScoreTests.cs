namespace Emergent.Networks.Tests;

public class ErrorScoreTests
{
    private sealed record Scored(float Difference, float Agreement = 1f) : IScored
    {
        public float AverageActivity => 0;

        public (double Sum, double Mean) SquaredError(float tolerance = 0.5f) =>
            Math.Abs(Difference) < tolerance ? (0, 0) : (Difference * Difference, Difference * Difference / 4.0);
    }

    [Fact]
    public void Score_of_no_trials_is_zero_and_not_perfect()
    {
        var score = new ErrorScore();
        Assert.Equal((0, 0, 0, 0, 0, 0), (score.Trials, score.SumSquared, score.AverageSquared, score.PercentError, score.PercentCorrect, score.Agreement));
        Assert.False(score.IsPerfect);
    }

    [Fact]
    public void Score_is_that_of_all_trials_since_reset()
    {
        var score = new ErrorScore(tolerance: 0.5f);
        foreach (var difference in (float[])[1f, 0.4f, 2f, 0f]) { score.Add(new Scored(difference, difference / 2)); }
        Assert.Equal((4, 2), (score.Trials, score.Errors));
        Assert.Equal((5, 0.3125), (score.SumSquared, score.AverageSquared));
        Assert.Equal((0.5, 0.5), (score.PercentError, score.PercentCorrect));
        Assert.Equal(0.425, score.Agreement, 6);
        Assert.False(score.IsPerfect);
        Assert.False(score.Last.IsError);
        score.Reset();
        score.Add(new Scored(0.49f));
        Assert.True(score.IsPerfect);
        score.Reset();
        Assert.Equal(0, score.Trials);
    }

    [Fact]
    public void Tolerance_decides_what_is_an_error()
    {
        var strict = new ErrorScore(tolerance: 0.1f);
        strict.Add(new Scored(0.4f));
        Assert.Equal(1, strict.PercentError);
    }

    [Fact]
    public void Learning_progress_counts_epochs_without_error_in_a_row()
    {
        var progress = new LearningProgress();
        foreach (var (epoch, isPerfect) in (bool[])[false, true, true, false, true] is var epochs ? epochs.Index() : []) { progress.Add(epoch, isPerfect); }
        Assert.Equal((1, 4, 1), (progress.FirstZero, progress.LastZero, progress.ZerosInARow));
        progress.Reset();
        Assert.Equal((-1, -1, 0), (progress.FirstZero, progress.LastZero, progress.ZerosInARow));
    }
}
