using System.ComponentModel.DataAnnotations;

namespace Emergent.Leabra;

/// <summary>Contrast enhancement of weights: Wt = Scale / (1 + (Off (1 − LWt)/LWt)^Gain).</summary>
public class WtSigParams
{
    /// <summary>The slope; 1 with Off 1 means no enhancement.</summary>
    [Range(0.0, 100.0)]
    public float Gain { get; set; } = 6f;

    /// <summary>Where the curve is at half its height: above 1 it moves to higher weights.</summary>
    [Range(1e-6, 100.0)]
    public float Off { get; set; } = 1f;

    /// <summary>Whether changes shrink as the linear weight comes near 0 or 1.</summary>
    public bool SoftBound { get; set; } = true;
}
