using System.ComponentModel.DataAnnotations;

namespace Emergent.Leabra;

/// <summary>Calcium of a subthalamic unit, and the potassium channels that it opens: a strong burst is followed by a pause.</summary>
/// <remarks>
/// Equation: KCa += (k(Ca) − KCa)/KCaTau; Ca += −Ca/CaTau, plus BurstCa for Act ≥ BurstThr, where KCa becomes 1 at once, else plus ActCa (Act − ActThr) for Act ≥ ActThr;
/// Gk = GbarKCa KCa. k is <see cref="OpenShare"/>, of Ca before. Source: emergent leabra, pcore, CaParams; Gillies and Willshaw (2006),
/// Membrane channel interactions underlying rat subthalamic projection neuron rhythmic and bursting activity.
/// </remarks>
public class CalciumParams
{
    /// <summary>The activation from which on a unit bursts.</summary>
    [Range(0.0, 1.0)]
    public float BurstThr { get; set; } = 0.9f; // STNp gets there with input near 1 and STNs, whose input is a fifth as strong, does not

    /// <summary>The activation from which on calcium comes in without a burst.</summary>
    [Range(0.0, 1.0)]
    public float ActThr { get; set; } = 0.7f; // above the tonic rate, 0.48 to 0.63, which must not silence itself

    /// <summary>The calcium that a burst brings in, per cycle.</summary>
    [Range(0.0, 100.0)]
    public float BurstCa { get; set; } = 1f;

    /// <summary>The calcium that activation above ActThr brings in, per cycle and unit of activation.</summary>
    [Range(0.0, 100.0)]
    public float ActCa { get; set; } = 0.2f; // at most 0.04 per cycle, a steady Ca of 2: some adaptation, no pause

    /// <summary>The strength of the potassium channels.</summary>
    [Range(0.0, 1000.0)]
    public float GbarKCa { get; set; } = 10f; // 25 times the leak: a burst silences the unit within a few cycles

    /// <summary>The time constant of the potassium channels, in cycles.</summary>
    [Range(1.0, 1e9)]
    public float KCaTau { get; set; } = 20f;

    /// <summary>The time constant of calcium, in cycles.</summary>
    [Range(1.0, 1e9)]
    public float CaTau { get; set; } = 50f; // two quarters, so that the pause covers the choice

    /// <summary>Whether calcium and potassium channels start each trial afresh.</summary>
    public bool AlphaInit { get; set; }

    /// <summary>The share of potassium channels that an amount of calcium opens, in the long run.</summary>
    /// <remarks>Equation: 0.81/(1 + e^(−(log Ca + 0.3))/0.46): the exponential is divided, as in the reference. Logarithm and exponential in double, each rounded to float. 0 without calcium.</remarks>
    public static float OpenShare(float ca)
    {
        var log = (float)Math.Log(ca);
        return 0.81f / (1f + (float)Math.Exp(-(log + 0.3f)) / 0.46f);
    }

    /// <summary>Advances a unit by one cycle, given its activation.</summary>
    internal void Advance(float act, ref float ca, ref float kca, out float gk)
    {
        kca += (OpenShare(ca) - kca) / KCaTau;
        var change = -ca / CaTau;
        if (act >= BurstThr)
        {
            change += BurstCa;
            kca = 1f;
        }
        else if (act >= ActThr) { change += (act - ActThr) * ActCa; }
        ca += change;
        gk = GbarKCa * kca;
    }
}
