using System.ComponentModel.DataAnnotations;
using Emergent.Networks;

namespace Emergent.Leabra;

/// <summary>Normalization: weight changes are divided by a slowly decaying maximum, one for all synapses of a sending unit.</summary>
/// <remarks>Equation: Norm = max((1 − 1/DecayTau) Norm, |dwt|); the change is multiplied by LrComp / max(Norm, NormMin).</remarks>
[CountsIf(nameof(On))]
public class DWtNormParams
{
    /// <summary>Whether changes are normalized.</summary>
    public bool On { get; set; } = true;

    /// <summary>The time constant of the maximum's decay, in trials.</summary>
    [Range(1.0, 1e9)]
    public float DecayTau { get; set; } = 1000f;

    /// <summary>The least divisor.</summary>
    [Range(1e-9, 1.0)]
    public float NormMin { get; set; } = 0.001f;

    /// <summary>A factor that makes up for the larger changes.</summary>
    [Range(0.0, 100.0)]
    public float LrComp { get; set; } = 0.15f;

    /// <summary>Kept for parameter files of the reference; here Norm can always be looked at.</summary>
    public bool Stats { get; set; }
}
