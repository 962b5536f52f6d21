using System.ComponentModel.DataAnnotations;

namespace Emergent.Leabra;

/// <summary>One value for each ion channel.</summary>
public class ChannelParams
{
    /// <summary>Excitatory (AMPA, sodium).</summary>
    [Range(-100.0, 100.0)]
    public float E { get; set; }

    /// <summary>Leak (potassium, always open).</summary>
    [Range(-100.0, 100.0)]
    public float L { get; set; }

    /// <summary>Inhibitory (GABA-A, chloride).</summary>
    [Range(-100.0, 100.0)]
    public float I { get; set; }

    /// <summary>Gated potassium (adaptation).</summary>
    [Range(-100.0, 100.0)]
    public float K { get; set; }
}
