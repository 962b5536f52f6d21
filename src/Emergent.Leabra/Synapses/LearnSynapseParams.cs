using System.ComponentModel.DataAnnotations;
using Emergent.Data;

namespace Emergent.Leabra;

/// <summary>The initial weights of a projection: a random distribution, within 0…1.</summary>
public class WtInitParams : RandomParams
{
    /// <summary>Weights uniform in 0.25…0.75.</summary>
    public WtInitParams() => (Mean, Var) = (0.5f, 0.25f);

    /// <summary>Whether a projection and the one back start with the same weights.</summary>
    public bool Sym { get; set; } = true; // symmetric weights make interactive dynamics settle
}

/// <summary>The strength of a projection.</summary>
public class WtScaleParams
{
    /// <summary>The absolute strength; multiplies whatever the relative one gives.</summary>
    [Range(0.0, 1000.0)]
    public float Abs { get; set; } = 1f;

    /// <summary>The strength relative to the receiver's other projections of its kind.</summary>
    [Range(0.0, 1000.0)]
    public float Rel { get; set; } = 1f;
}

/// <summary>How the weights of a projection learn.</summary>
/// <remarks>Source: emergent leabra, learn.go; Computational Cognitive Neuroscience, chapter 4.</remarks>
public class LearnSynapseParams
{
    /// <summary>Whether the weights learn.</summary>
    public bool Learn { get; set; } = true;

    /// <summary>The learning rate.</summary>
    [Range(0.0, 100.0)]
    public float Lrate { get; set; } = 0.04f; // with Norm and Momentum; 0.02…0.1 work

    /// <summary>The learning rule.</summary>
    public XCalParams XCal { get; } = new();

    /// <summary>The contrast of the weights that transmit against the linear ones that learn.</summary>
    public WtSigParams WtSig { get; } = new();

    /// <summary>Normalization of weight changes by their running maximum.</summary>
    public DWtNormParams Norm { get; } = new();

    /// <summary>Momentum of weight changes.</summary>
    public MomentumParams Momentum { get; } = new();

    /// <summary>Balance of increases and decreases by the receiving unit's average weight.</summary>
    public WtBalParams WtBal { get; } = new();
}

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
    [Range(0.0, 100.0)]
    public float LLrn { get; set; } = 1f;

    /// <summary>The share of the threshold at which weakening turns to strengthening.</summary>
    [Range(0.0, 0.999999)]
    public float DRev { get; set; } = 0.1f;

    /// <summary>The product of activities below which nothing is learned.</summary>
    [Range(0.0, 1.0)]
    public float DThr { get; set; } = 0.0001f;

    /// <summary>The sender's average activity below which none of its synapses learns.</summary>
    [Range(0.0, 1.0)]
    public float LrnThr { get; set; } = 0.01f;
}

/// <summary>Contrast enhancement of weights: Wt = Scale / (1 + (Off (1 − LWt)/LWt)^Gain).</summary>
public class WtSigParams
{
    /// <summary>The slope; 1 with Off 1 means no enhancement.</summary>
    [Range(0.0, 100.0)]
    public float Gain { get; set; } = 6f;

    /// <summary>Where the curve is at half its height: above 1 it moves to higher weights.</summary>
    [Range(1e-6, 100.0)]
    public float Off { get; set; } = 1f;

    /// <summary>Whether changes shrink as the linear weight comes near 0 or 1.</summary>
    public bool SoftBound { get; set; } = true;
}

/// <summary>Normalization: weight changes are divided by a slowly decaying maximum, one for all synapses of a sending unit.</summary>
/// <remarks>Equation: Norm = max((1 − 1/DecayTau) Norm, |dwt|); the change is multiplied by LrComp / max(Norm, NormMin).</remarks>
public class DWtNormParams
{
    /// <summary>Whether changes are normalized.</summary>
    public bool On { get; set; } = true;

    /// <summary>The time constant of the maximum's decay, in trials.</summary>
    [Range(1.0, 1e9)]
    public float DecayTau { get; set; } = 1000f;

    /// <summary>The least divisor.</summary>
    [Range(1e-9, 1.0)]
    public float NormMin { get; set; } = 0.001f;

    /// <summary>A factor that makes up for the larger changes.</summary>
    [Range(0.0, 100.0)]
    public float LrComp { get; set; } = 0.15f;

    /// <summary>Kept for parameter files of the reference; here Norm can always be looked at.</summary>
    public bool Stats { get; set; }
}

/// <summary>Momentum: weight changes are averaged over trials, so that what they agree on counts.</summary>
/// <remarks>Equation: Moment = (1 − 1/MTau) Moment + dwt; the change is LrComp × Moment.</remarks>
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

/// <summary>Balance: a unit whose weights are high on average strengthens them less and weakens them more, and the reverse.</summary>
/// <remarks>
/// Over the weights of at least AvgThr that a unit receives, every tenth weight update. Above HiThr: Inc = 1/(1 + HiGain (avg − HiThr)), Dec = 2 − Inc;
/// below LoThr: Dec = 1/(1 + LoGain (LoThr − max(avg, AvgThr))), Inc = 2 − Dec.
/// </remarks>
public class WtBalParams
{
    /// <summary>Whether weights are balanced.</summary>
    public bool On { get; set; }

    /// <summary>Whether target layers are balanced too.</summary>
    public bool Targs { get; set; }

    /// <summary>The weight from which a synapse counts.</summary>
    [Range(0.0, 1.0)]
    public float AvgThr { get; set; } = 0.25f;

    /// <summary>The average above which increases shrink.</summary>
    [Range(0.0, 1.0)]
    public float HiThr { get; set; } = 0.4f;

    /// <summary>How fast they shrink.</summary>
    [Range(0.0, 100.0)]
    public float HiGain { get; set; } = 4f;

    /// <summary>The average below which decreases shrink.</summary>
    [Range(0.0, 1.0)]
    public float LoThr { get; set; } = 0.4f;

    /// <summary>How fast they shrink.</summary>
    [Range(0.0, 100.0)]
    public float LoGain { get; set; } = 6f;
}
