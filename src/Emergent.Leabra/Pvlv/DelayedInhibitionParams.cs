using System.ComponentModel.DataAnnotations;

namespace Emergent.Leabra;

/// <summary>Inhibition of each unit by its own earlier excitation, so that it responds to what is new.</summary>
/// <remarks>Equation: Gi += PrvTrl GePrvTrl + PrvQ GePrvQ. Source: emergent leabra, pvlv, DelayedInhibParams.</remarks>
public class DelayedInhibitionParams
{
    /// <summary>Whether there is this inhibition.</summary>
    public bool Active { get; set; }

    /// <summary>The share of the excitation of the cycle before, which in the first quarter is that of the last trial.</summary>
    [Range(0.0, 100.0)]
    public float PrvQ { get; set; }

    /// <summary>The share of the excitation at the end of the last trial.</summary>
    [Range(0.0, 100.0)]
    public float PrvTrl { get; set; }
}
