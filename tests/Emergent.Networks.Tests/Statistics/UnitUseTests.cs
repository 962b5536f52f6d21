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
}
