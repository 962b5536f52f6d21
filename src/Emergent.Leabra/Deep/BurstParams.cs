using System.ComponentModel.DataAnnotations;

namespace Emergent.Leabra;

/// <summary>When deep units burst, and which: those whose superficial activation stands out.</summary>
/// <remarks>Equation: Burst = Act where Act > max(ThrAbs, Avg + ThrRel (Max − Avg)) of the layer, else 0. Source: emergent leabra, deep, BurstParams.</remarks>
public class BurstParams
{
    /// <summary>The quarters with bursts, as a sum of <see cref="Quarters"/>.</summary>
    [Range(0, 15)]
    public int BurstQtr { get; set; } = Quarters.Q4; // once a trial, in the plus phase: 10 Hz, the alpha rhythm

    /// <summary>The threshold between the layer's average and its maximum, as a share of the way.</summary>
    [Range(0.0, 1.0)]
    public float ThrRel { get; set; } = 0.1f;

    /// <summary>The activation below which no unit bursts.</summary>
    [Range(0.0, 10.0)]
    public float ThrAbs { get; set; } = 0.1f;
}
