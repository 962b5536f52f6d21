using System.ComponentModel.DataAnnotations;

namespace Emergent.Leabra;

/// <summary>How the traces of synapses onto matrix units come about.</summary>
/// <remarks>Source: emergent leabra, pbwm, TraceParams.</remarks>
public class MatrixTraceParams
{
    /// <summary>The size of traces of stripes that did not gate, against 1 of those that did; their sign is the opposite.</summary>
    [Range(0.0, 100.0)]
    public float NotGatedLR { get; set; } = 0.7f; // what led to waiting learns too, less: most stripes wait

    /// <summary>The factor on what NoGo units learn from a burst by a negative trace: to oppose less what did not gate, though it would have been good.</summary>
    [Range(0.0, 100.0)]
    public float GateNoGoPosLR { get; set; } = 0.1f; // little, or NoGo unlearns with every reward

    /// <summary>How much of a trace acetylcholine takes away, times its level.</summary>
    [Range(0.0, 100.0)]
    public float AChDecay { get; set; } // 0: traces end when they are replaced

    /// <summary>How much of a trace a new one of size 1 replaces.</summary>
    [Range(0.0, 100.0)]
    public float Decay { get; set; } = 1f; // the last strong one counts

    /// <summary>Whether a trace is largest for half-active units, 2 Act (1 − Act), instead of Act.</summary>
    public bool Deriv { get; set; } = true; // units that are fully on or off have nothing to learn
}
