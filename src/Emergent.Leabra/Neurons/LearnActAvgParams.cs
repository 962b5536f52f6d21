using System.ComponentModel.DataAnnotations;

namespace Emergent.Leabra;

/// <summary>Averages over the trial: super-short follows activation, short follows super-short, medium follows short.</summary>
/// <remarks>Equation: AvgSS += (ActLrn − AvgSS)/SSTau; AvgS += (AvgSS − AvgS)/STau; AvgM += (AvgS − AvgM)/MTau; AvgSLrn = (1 − LrnM) AvgS + LrnM AvgM.</remarks>
public class LearnActAvgParams
{
    /// <summary>The time constant of the super-short average, in cycles.</summary>
    [Range(1e-6, 1e6)]
    public float SSTau { get; set; } = 2f; // smooths single cycles

    /// <summary>The time constant of the short average, in cycles: what the plus phase leaves.</summary>
    [Range(1e-6, 1e6)]
    public float STau { get; set; } = 2f; // short enough that 25 cycles of plus phase replace it

    /// <summary>The time constant of the medium average, in cycles: what the minus phase leaves.</summary>
    [Range(1e-6, 1e6)]
    public float MTau { get; set; } = 10f; // long enough that it still shows the minus phase at the end

    /// <summary>The share of the medium in the average that learning takes as plus phase.</summary>
    [Range(0.0, 1.0)]
    public float LrnM { get; set; } = 0.1f; // keeps weights of units that were active only before from falling too far

    /// <summary>The initial value of all of them.</summary>
    [Range(0.0, 1.0)]
    public float Init { get; set; } = 0.15f;
}
