using System.ComponentModel.DataAnnotations;
using Emergent.Networks;

namespace Emergent.Leabra;

/// <summary>The contrastive attractor learning rule: a linear approximation of how calcium changes synapses.</summary>
/// <remarks>
/// Equation: dwt = MLrn f(s s', m m') + LLrn' f(s s', l'), with f(x, θ) = 0 below DThr, x − θ above θ DRev, −x (1 − DRev)/DRev between.
/// s, m are AvgSLrn and AvgM of sender and receiver (primed), l' and LLrn' the receiver's AvgL and AvgLLrn.
/// </remarks>
public class XCalParams
{
    /// <summary>The gain of error-driven learning.</summary>
    [Range(0.0, 100.0)]
    public float MLrn { get; set; } = 1f;

    /// <summary>Whether the gain of Hebbian learning is <see cref="LLrn"/> instead of the receiving unit's own.</summary>
    public bool SetLLrn { get; set; }

    /// <summary>The gain of Hebbian learning, if set here.</summary>
    [Range(0.0, 100.0), CountsIf(nameof(SetLLrn))]
    public float LLrn { get; set; } = 1f;

    /// <summary>The share of the threshold at which weakening turns to strengthening.</summary>
    [Range(0.0, 0.999999)]
    public float DRev { get; set; } = 0.1f;

    /// <summary>The product of activities below which nothing is learned.</summary>
    [Range(0.0, 1.0), Usual(0.01)]
    public float DThr { get; set; } = 0.0001f;

    /// <summary>The sender's average activity below which none of its synapses learns.</summary>
    [Range(0.0, 1.0)]
    public float LrnThr { get; set; } = 0.01f;
}
