using System.ComponentModel.DataAnnotations;

namespace Emergent.Leabra;

/// <summary>The running average activity of a layer.</summary>
public class ActAvgParams
{
    /// <summary>The initial average: what share of the layer is expected to be active.</summary>
    [Range(0.0, 1.0)]
    public float Init { get; set; } = 0.15f;

    /// <summary>Whether the initial value is used throughout.</summary>
    public bool Fixed { get; set; }

    /// <summary>Kept for parameter files of the reference, where it has no effect either.</summary>
    public bool UseExtAct { get; set; }

    /// <summary>Whether the first trial moves the average half the way, so that a wrong initial value matters less.</summary>
    public bool UseFirst { get; set; } = true;

    /// <summary>The time constant, in trials.</summary>
    [Range(1e-6, 1e9)]
    public float Tau { get; set; } = 100f;

    /// <summary>A factor on the average before it scales projections.</summary>
    [Range(0.0, 100.0)]
    public float Adjust { get; set; } = 1f;
}
