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
