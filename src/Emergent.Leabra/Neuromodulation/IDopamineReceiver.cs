namespace Emergent.Leabra;

/// <summary>A layer that dopamine reaches.</summary>
/// <remarks>What arrives at the end of a cycle acts from the next cycle on, and on learning at the end of the trial.</remarks>
public interface IDopamineReceiver
{
    /// <summary>The level of dopamine: 0 is tonic, above a burst, below a dip.</summary>
    float DA { get; set; }
}
