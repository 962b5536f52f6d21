using System.ComponentModel.DataAnnotations;

namespace Emergent.Leabra;

/// <summary>How Go and NoGo come together, and what opens a gate.</summary>
/// <remarks>Equation: g = (GeGain + NoGo) (go − NoGo nogo). Source: emergent leabra, pbwm, GPiGateParams.</remarks>
public class GPiGateParams
{
    /// <summary>The gain of the difference, besides the weight of NoGo.</summary>
    [Range(0.0, 1000.0)]
    public float GeGain { get; set; } = 3f; // makes up for what NoGo takes away

    /// <summary>The weight of NoGo against Go, which has 1.</summary>
    [Range(0.0, 100.0)]
    public float NoGo { get; set; } = 1f; // equal; 0.1 lets Go win nearly always

    /// <summary>The activation from which on the gate opens.</summary>
    [Range(0.0, 1.0)]
    public float Thr { get; set; } = 0.2f;
}
