namespace Emergent.Leabra;

/// <summary>The dopamine receptors that most units of a layer bear: they decide what a burst does.</summary>
public enum DopamineReceptor
{
    /// <summary>Bursts strengthen, dips weaken: the direct, Go pathway.</summary>
    D1R,

    /// <summary>Dips strengthen, bursts weaken: the indirect, NoGo pathway.</summary>
    D2R,
}
