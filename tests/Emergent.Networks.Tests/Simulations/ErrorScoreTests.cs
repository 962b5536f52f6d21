using FsCheck;
using FsCheck.Fluent;

namespace Emergent.Networks.Tests;

public class ErrorScoreTests
{
    private static readonly Config Fixed = Config.QuickThrowOnFailure.WithReplay(3, 17);

    // Quarters, so that sums of squares are exact in any order.
    private static readonly Gen<List<Scored>> Trials = (from difference in Gen.Choose(-8, 8) from agreement in Gen.Choose(-4, 4) select new Scored(difference / 4f, agreement / 4f)).NonEmptyListOf();

    private static ErrorScore ScoreOf(IEnumerable<Scored> trials, float tolerance)
    {
        var score = new ErrorScore(tolerance);
        foreach (var trial in trials) { score.Add(trial); }
        return score;
    }

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

    [Fact]
    public void Score_is_what_its_trials_add_up_to_in_any_order() => Prop.ForAll(
        (from trials in Trials from order in Gen.Shuffle<Scored>(trials) from tolerance in Gen.Choose(0, 9) select (trials, order, tolerance / 4f)).ToArbitrary(),
        ((List<Scored> Trials, Scored[] Order, float Tolerance) given) =>
        {
            var (score, n) = (ScoreOf(given.Order, given.Tolerance), given.Trials.Count);
            var wrong = given.Trials.Where(t => t.Difference != 0 && Math.Abs(t.Difference) >= given.Tolerance).ToList();
            return (score.Trials, score.Errors) == (n, wrong.Count)
                && score.SumSquared == wrong.Sum(t => t.Difference * t.Difference) && score.AverageSquared == wrong.Sum(t => t.Difference * t.Difference / 4.0) / n
                && score.Agreement == given.Trials.Sum(t => (double)t.Agreement) / n
                && score.PercentError == (double)wrong.Count / n && Math.Abs(score.PercentError + score.PercentCorrect - 1) < 1e-15
                && score.IsPerfect == (score.SumSquared == 0) && score.Last == ScoreOf([given.Order[^1]], given.Tolerance).Last;
        }).Check(Fixed);

    [Fact]
    public void More_tolerance_never_makes_a_score_worse() => Prop.ForAll(Trials.ToArbitrary(), Gen.Choose(0, 9).ToArbitrary(), Gen.Choose(0, 9).ToArbitrary(), (trials, a, b) =>
    {
        var (strict, lenient) = (ScoreOf(trials, Math.Min(a, b) / 4f), ScoreOf(trials, Math.Max(a, b) / 4f));
        return lenient.Errors <= strict.Errors && lenient.SumSquared <= strict.SumSquared && lenient.AverageSquared <= strict.AverageSquared && lenient.Agreement == strict.Agreement;
    }).Check(Fixed);

    [Fact]
    public void Learning_progress_is_that_of_the_list_of_epochs() => Prop.ForAll(Gen.ListOf(Gen.Elements(true, false)).ToArbitrary(), epochs =>
    {
        var progress = new LearningProgress();
        foreach (var (epoch, isPerfect) in epochs.Index()) { progress.Add(epoch, isPerfect); }
        return (progress.FirstZero, progress.LastZero, progress.ZerosInARow) == (epochs.IndexOf(true), epochs.LastIndexOf(true), epochs.Count - 1 - epochs.LastIndexOf(false));
    }).Check(Fixed);
}
