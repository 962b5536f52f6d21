using System.ComponentModel.DataAnnotations;
using Emergent.Networks;

namespace Emergent.Leabra;

/// <summary>How external input drives a unit.</summary>
public class ClampParams
{
    /// <summary>Whether the activation is set to the input; otherwise the input adds to the excitatory conductance.</summary>
    public bool Hard { get; set; } = true; // input layers should show exactly what was presented

    /// <summary>The limits of a hard-clamped activation.</summary>
    [CountsIf(nameof(Hard))]
    public RangeParams Range { get; } = new() { Min = 0f, Max = 0.95f }; // 0.95 is about what a unit reaches by itself

    /// <summary>The gain of soft clamping: Ge raw + Gain × input.</summary>
    [Range(0.0, 100.0), CountsIf(nameof(Hard), false)]
    public float Gain { get; set; } = 0.2f;

    /// <summary>Whether soft clamping averages input and conductance instead of adding them.</summary>
    [CountsIf(nameof(Hard), false)]
    public bool Avg { get; set; }

    /// <summary>The weight of the input in that average.</summary>
    [Range(0.0, 1.0), CountsIf(nameof(Avg))]
    public float AvgGain { get; set; } = 0.2f;
}
