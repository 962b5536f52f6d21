using System.ComponentModel.DataAnnotations;
using Emergent.Networks;

namespace Emergent.Leabra;

/// <summary>How the weights of a projection learn.</summary>
/// <remarks>Source: emergent leabra, learn.go; Computational Cognitive Neuroscience, chapter 4.</remarks>
public class LearnSynapseParams
{
    /// <summary>Whether the weights learn.</summary>
    public bool Learn { get; set; } = true;

    /// <summary>The learning rate.</summary>
    [Range(0.0, 100.0), CountsIf(nameof(Learn))]
    public float Lrate { get; set; } = 0.04f; // with Norm and Momentum; 0.02…0.1 work

    /// <summary>The learning rule.</summary>
    [CountsIf(nameof(Learn))]
    public XCalParams XCal { get; } = new();

    /// <summary>The contrast of the weights that transmit against the linear ones that learn.</summary>
    public WtSigParams WtSig { get; } = new();

    /// <summary>Normalization of weight changes by their running maximum.</summary>
    [CountsIf(nameof(Learn))]
    public DWtNormParams Norm { get; } = new();

    /// <summary>Momentum of weight changes.</summary>
    [CountsIf(nameof(Learn))]
    public MomentumParams Momentum { get; } = new();

    /// <summary>Balance of increases and decreases by the receiving unit's average weight.</summary>
    [CountsIf(nameof(Learn))]
    public WtBalParams WtBal { get; } = new();
}
