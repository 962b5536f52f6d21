using System.ComponentModel.DataAnnotations;

namespace Emergent.Leabra;

/// <summary>How a deep prefrontal layer maintains.</summary>
/// <remarks>Source: emergent leabra, pbwm, PFCMaintParams.</remarks>
public class PFCMaintParams
{
    /// <summary>Whether what is maintained changes over time as <see cref="PFCDeepLayer.Dyns"/> say, instead of standing.</summary>
    public bool UseDyn { get; set; } = true;

    /// <summary>How much of the superficial activation is maintained.</summary>
    [Range(0.0, 100.0)]
    public float MaintGain { get; set; } = 0.8f; // enough to keep the unit active, less than input

    /// <summary>For output gates: whether putting out ends maintenance in the stripe's counterpart.</summary>
    public bool OutClearMaint { get; set; }

    /// <summary>How much of the superficial state is cleared to make room, when a gate opens to maintain or maintenance is ended.</summary>
    [Range(0.0, 1.0)]
    public float Clear { get; set; }

    /// <summary>The number of the layer's quarters (Gate.GateQtr) after which the next gating ends maintenance.</summary>
    [Range(1, 1000000)]
    public int MaxMaint { get; set; } = 100; // 50 trials with two quarters each
}
