using System.ComponentModel.DataAnnotations;

namespace Emergent.Leabra;

/// <summary>What a deep prefrontal layer's gates are for, and when what they let in takes effect.</summary>
/// <remarks>Source: emergent leabra, pbwm, PFCGateParams.</remarks>
public class PFCGateParams
{
    /// <summary>The quarters at whose ends what was let in is taken over, as a sum of <see cref="Quarters"/>.</summary>
    [Range(0, 15)]
    public int GateQtr { get; set; } = Quarters.Q2 | Quarters.Q4; // the quarters behind those with gatings

    /// <summary>Whether the gates put out, instead of taking in to maintain.</summary>
    public bool OutGate { get; set; }

    /// <summary>Whether output gates open in the first half of a trial only.</summary>
    public bool OutQ1Only { get; set; } = true; // so that what is put out can act in the same trial
}
