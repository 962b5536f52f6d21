namespace Emergent.Leabra;

/// <summary>A group of units that inhibit each other: the whole layer, or one pool of it.</summary>
public sealed class Pool
{
    internal Pool(int start, int count) => (Start, Count) = (start, count);

    /// <summary>The first unit, within the layer.</summary>
    public int Start { get; }

    /// <summary>The number of units.</summary>
    public int Count { get; }

    /// <summary>The state of feed-forward and feedback inhibition.</summary>
    public PoolInhibition Inhib { get; } = new();

    /// <summary>Activity at the end of the minus phase.</summary>
    public AvgMax ActM { get; internal set; } = AvgMax.Empty;

    /// <summary>Activity at the end of the plus phase.</summary>
    public AvgMax ActP { get; internal set; } = AvgMax.Empty;

    /// <summary>The running average of the minus phase's average activity.</summary>
    public float ActMAvg { get; internal set; }

    /// <summary>The running average of the plus phase's average activity.</summary>
    public float ActPAvg { get; internal set; }

    /// <summary>What scales projections: the running average, adjusted, or the fixed one.</summary>
    public float ActPAvgEff { get; internal set; }

    /// <summary>Those units of a range that are in the pool; none if the count is 0 or less.</summary>
    internal (int Start, int Count) Within((int Start, int Count) range)
    {
        var start = Math.Max(Start, range.Start);
        return (start, Math.Min(Start + Count, range.Start + range.Count) - start);
    }

    internal void Reset()
    {
        Inhib.Reset();
        ActM = AvgMax.Empty;
        ActP = AvgMax.Empty;
    }

    internal void ResetAverages(ActAvgParams p)
    {
        ActMAvg = ActPAvg = p.Init;
        UpdateEffective(p);
    }

    internal void UpdateAverages(ActAvgParams p)
    {
        ActMAvg = Updated(ActMAvg, ActM.Avg, p);
        ActPAvg = Updated(ActPAvg, ActP.Avg, p);
        UpdateEffective(p);
    }

    internal void SetAverages(float? minus, float? plus, ActAvgParams p)
    {
        (ActMAvg, ActPAvg) = (minus ?? ActMAvg, plus ?? ActPAvg);
        UpdateEffective(p);
    }

    private void UpdateEffective(ActAvgParams p) => ActPAvgEff = p.Fixed ? p.Init : p.Adjust * ActPAvg;

    private static float Updated(float average, float activity, ActAvgParams p)
    {
        if (activity < 0.0001f) { return average; }   // a silent layer says nothing about its expected activity
        return average + (p.UseFirst && average == p.Init ? 0.5f : 1f / p.Tau) * (activity - average);
    }
}
