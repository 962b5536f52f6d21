using System.ComponentModel.DataAnnotations;

namespace Emergent.Leabra;

/// <summary>The traces of synapses in the matrix.</summary>
/// <remarks>Equation: NTr = f(a) s.ActP, Tr += NTr − min(|NTr|, 1) Tr; f(a) = 2 a (1 − a) with Deriv, else a. Source: emergent leabra, pvlv, TraceParams.</remarks>
public class StriatalTraceParams
{
    /// <summary>Whether units that are half active leave the largest trace; otherwise those that are most active.</summary>
    public bool Deriv { get; set; } = true;

    /// <summary>The factor on the learning rate of units that are not modulated.</summary>
    [Range(0.0, 100.0)]
    public float GateLRScale { get; set; } = 0.7f; // they took part, but the amygdala was silent
}
