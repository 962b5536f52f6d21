using FsCheck;
using FsCheck.Fluent;

namespace Emergent.Networks.Tests;

public class UnitUseTests
{
    [Fact]
    public void Hogs_are_active_in_too_many_trials_and_dead_units_in_none()
    {
        var use = new UnitUse(units: 4, activeAbove: 0.5f, hogShare: 0.5f);
        Assert.True(double.IsNaN(use.Hogs) && double.IsNaN(use.Dead) && double.IsNaN(use.ActiveShare(0)));
        use.Add([1f, 0.6f, 0.5f, 0f]);
        use.Add([1f, 0f, 0.5f, 0f]);
        use.Add([1f, 0.6f, 0.5f, 0f]);
        use.Add([0f, 0f, 0.5f, 0.51f]);
        Assert.Equal([0.75, 0.5, 0, 0.25], Enumerable.Range(0, 4).Select(use.ActiveShare));
        Assert.Equal((4, 0.25, 0.25), (use.Trials, use.Hogs, use.Dead));   // exactly half the trials is no hog, exactly the threshold is not active
        use.Reset();
        use.Add([0f, 0f, 0f, 0f]);
        Assert.Equal((0.0, 1.0), (use.Hogs, use.Dead));
    }

    [Fact]
    public void Wrong_arguments_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new UnitUse(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new UnitUse(1, float.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => new UnitUse(1, hogShare: 1.1f));
        Assert.Throws<ArgumentException>(() => new UnitUse(2).Add([1f]));
    }

    [Fact]
    public void Hogs_and_dead_units_are_those_counted_one_by_one() => Prop.ForAll(
        (from units in Gen.Choose(1, 6) from trials in Gen.ListOf(Gen.ArrayOf(Gen.Choose(0, 10).Select(i => i / 10f), units)).Where(list => list.Count > 0) select (units, trials)).ToArbitrary(),
        ((int Units, List<float[]> Trials) given) =>
        {
            var use = new UnitUse(given.Units, activeAbove: 0.45f, hogShare: 0.3f);
            foreach (var trial in given.Trials) { use.Add(trial); }
            double[] shares = [.. Enumerable.Range(0, given.Units).Select(u => given.Trials.Count(t => t[u] > 0.45f) / (double)given.Trials.Count)];
            return Enumerable.Range(0, given.Units).All(u => use.ActiveShare(u) == shares[u]) && use.Trials == given.Trials.Count
                && Math.Abs(use.Hogs - shares.Count(s => s > 0.3f) / (double)given.Units) < 1e-12 && Math.Abs(use.Dead - shares.Count(s => s == 0) / (double)given.Units) < 1e-12;
        }).Check(Config.QuickThrowOnFailure.WithReplay(8, 13));
}
