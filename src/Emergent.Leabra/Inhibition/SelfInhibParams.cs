using System.ComponentModel.DataAnnotations;
using Emergent.Networks;

namespace Emergent.Leabra;

/// <summary>Inhibition of each unit by its own activity.</summary>
/// <remarks>Equation: GiSelf += (Gi Act − GiSelf)/Tau.</remarks>
[CountsIf(nameof(On))]
public class SelfInhibParams
{
    /// <summary>Whether there is self inhibition.</summary>
    public bool On { get; set; }

    /// <summary>Its gain.</summary>
    [Range(0.0, 100.0)]
    public float Gi { get; set; } = 0.4f;

    /// <summary>Its time constant, in cycles.</summary>
    [Range(1e-6, 1e6)]
    public float Tau { get; set; } = 1.4f;
}
