using System.ComponentModel.DataAnnotations;

namespace Emergent.Leabra;

/// <summary>How a layer that holds activity is cleared at once.</summary>
public class PulseClearParams
{
    /// <summary>The GABA-B activation that units are left with.</summary>
    [Range(0.0, 1000.0)]
    public float GABAB { get; set; } = 2f; // a Gk of 0.1 and more for a trial or so: what was held does not come back by itself
}
