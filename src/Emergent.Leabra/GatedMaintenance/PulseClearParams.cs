using System.ComponentModel.DataAnnotations;

namespace Emergent.Leabra;

/// <summary>How a layer that holds activity is cleared at once.</summary>
public class PulseClearParams
{
    /// <summary>The GABA-B activation that units are left with.</summary>
    [Range(0.0, 1000.0)]
    public float GABAB { get; set; } = 2f; // little beside the 60 to 130 of a layer that holds something (golden case): it is as good as fresh
}
