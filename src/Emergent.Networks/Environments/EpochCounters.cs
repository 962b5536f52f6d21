namespace Emergent.Networks;

/// <summary>Run, epoch and trial of an environment whose epochs all have the same number of trials.</summary>
internal sealed class EpochCounters
{
    public EpochCounters(int trialsPerEpoch)
    {
        Trial.Maximum = trialsPerEpoch;
        All = [Run, Epoch, Trial];
    }

    public Counter Run { get; } = new(TimeScale.Run);

    public Counter Epoch { get; } = new(TimeScale.Epoch);

    public Counter Trial { get; } = new(TimeScale.Trial);

    public IReadOnlyList<Counter> All { get; }

    /// <summary>How many trials there have been before this one, over all epochs of the run.</summary>
    public ulong Index => (ulong)Epoch.Current * (ulong)Trial.Maximum + (ulong)Trial.Current;

    public void Initialize(int run)
    {
        Run.Initialize(run);
        Epoch.Initialize();
        Trial.Initialize(-1);
    }

    /// <summary>Goes on by a trial; true where it is the first of an epoch.</summary>
    public bool Step()
    {
        Epoch.Same();
        if (Trial.Increment()) { Epoch.Increment(); }
        return Trial.Current == 0;
    }
}
