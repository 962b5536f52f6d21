namespace Emergent.Leabra;

/// <summary>What layers of PVLV read of each other.</summary>
public static class PvlvStatistics
{
    /// <summary>The summed activity of a layer in the last cycle: its average times the number of its units, as the reference rounds it.</summary>
    public static float TotalAct(this LeabraLayer layer)
    {
        ArgumentNullException.ThrowIfNull(layer);
        var act = layer.PoolArray.Length == 0 ? AvgMax.Empty : layer.PoolArray[0].Inhib.Act;
        return act.Avg * act.Count;
    }
}
