using System.ComponentModel.DataAnnotations;
using Emergent.Networks;

namespace Emergent.Leabra;

/// <summary>Feed-forward and feedback inhibition.</summary>
/// <remarks>Equation: FFi = FF max(netin − FF0, 0), netin = Ge.Avg + MaxVsAvg (Ge.Max − Ge.Avg); FBi += (FB Act.Avg − FBi)/FBTau; Gi = Gi (FFi + FBi).</remarks>
[CountsIf(nameof(On))]
public class FFFBParams
{
    /// <summary>Whether there is this inhibition.</summary>
    public bool On { get; set; } = true;

    /// <summary>The overall gain.</summary>
    [Range(0.0, 100.0)]
    public float Gi { get; set; } = 1.8f; // 1.5…2.3; 1.8 leaves about 15 % of a layer active, below 1.5 layers saturate

    /// <summary>The gain of feed-forward inhibition.</summary>
    [Range(0.0, 100.0)]
    public float FF { get; set; } = 1f;

    /// <summary>The gain of feedback inhibition.</summary>
    [Range(0.0, 100.0)]
    public float FB { get; set; } = 1f;

    /// <summary>The time constant of feedback inhibition, in cycles.</summary>
    [Range(1e-6, 1e6), Usual(3, 5)]
    public float FBTau { get; set; } = 1.4f; // fast enough not to oscillate

    /// <summary>The weight of the largest conductance against the average.</summary>
    [Range(0.0, 1.0), Usual(0.5, 1)]
    public float MaxVsAvg { get; set; }

    /// <summary>The excitation below which there is no feed-forward inhibition.</summary>
    [Range(-100.0, 100.0)]
    public float FF0 { get; set; } = 0.1f;
}
