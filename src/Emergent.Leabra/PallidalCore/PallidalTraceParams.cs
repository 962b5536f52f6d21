using System.ComponentModel.DataAnnotations;

namespace Emergent.Leabra;

/// <summary>The trace in a striatal synapse, and when it is forgotten.</summary>
public class PallidalTraceParams
{
    /// <summary>Whether dopamine teaches what happened in the same trial too; otherwise only what happened before.</summary>
    public bool CurTrlDA { get; set; } = true; // outcomes are presented in the plus phase of the trial that gates

    /// <summary>The share of the trace that is forgotten per unit of acetylcholine; no more than all of it is.</summary>
    [Range(0.0, 100.0)]
    public float Decay { get; set; } = 2f; // more than 1, so that half the acetylcholine of a reward forgets all
}
