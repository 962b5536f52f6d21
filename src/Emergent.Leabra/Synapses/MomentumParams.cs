using System.ComponentModel.DataAnnotations;
using Emergent.Networks;

namespace Emergent.Leabra;

/// <summary>Momentum: weight changes are averaged over trials, so that what they agree on counts.</summary>
/// <remarks>Equation: Moment = (1 − 1/MTau) Moment + dwt; the change is LrComp × Moment.</remarks>
[CountsIf(nameof(On))]
public class MomentumParams
{
    /// <summary>Whether changes have momentum.</summary>
    public bool On { get; set; } = true;

    /// <summary>The time constant, in trials.</summary>
    [Range(1.0, 1e9)]
    public float MTau { get; set; } = 10f;

    /// <summary>A factor that makes up for the larger changes.</summary>
    [Range(0.0, 100.0)]
    public float LrComp { get; set; } = 0.1f;
}
