using System.ComponentModel.DataAnnotations;

namespace Emergent.Leabra;

/// <summary>The running average of the agreement of minus and plus phase.</summary>
public class CosDiffParams
{
    /// <summary>The time constant, in trials.</summary>
    [Range(1e-6, 1e6)]
    public float Tau { get; set; } = 100f;
}
