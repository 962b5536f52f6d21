using System.ComponentModel.DataAnnotations;

namespace Emergent.Leabra;

/// <summary>The inhibition within a layer.</summary>
/// <remarks>Source: emergent leabra, inhib.go and fffb.go.</remarks>
public class InhibParams
{
    /// <summary>Inhibition from the activity of the layer as a whole.</summary>
    public FFFBParams Layer { get; } = new();

    /// <summary>Inhibition from the activity of each pool; a unit gets the stronger of its pool's and the layer's.</summary>
    public FFFBParams Pool { get; } = new() { On = false };

    /// <summary>Inhibition of each unit by its own activity.</summary>
    public SelfInhibParams Self { get; } = new();

    /// <summary>The running average activity, by which the strength of the layer's projections is scaled.</summary>
    public ActAvgParams ActAvg { get; } = new();
}

/// <summary>Feed-forward and feedback inhibition.</summary>
/// <remarks>Equation: FFi = FF max(netin − FF0, 0), netin = Ge.Avg + MaxVsAvg (Ge.Max − Ge.Avg); FBi += (FB Act.Avg − FBi)/FBTau; Gi = Gi (FFi + FBi).</remarks>
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
    [Range(1e-6, 1e6)]
    public float FBTau { get; set; } = 1.4f; // fast enough not to oscillate

    /// <summary>The weight of the largest conductance against the average.</summary>
    [Range(0.0, 1.0)]
    public float MaxVsAvg { get; set; }

    /// <summary>The excitation below which there is no feed-forward inhibition.</summary>
    [Range(-100.0, 100.0)]
    public float FF0 { get; set; } = 0.1f;
}

/// <summary>Inhibition of each unit by its own activity.</summary>
/// <remarks>Equation: GiSelf += (Gi Act − GiSelf)/Tau.</remarks>
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
