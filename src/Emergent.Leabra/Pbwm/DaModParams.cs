using System.ComponentModel.DataAnnotations;
using Emergent.Networks;

namespace Emergent.Leabra;

/// <summary>How dopamine modulates excitation, or the gain of activation.</summary>
/// <remarks>
/// d = DA × Minus, or DA × Plus in the plus phase. Excitation: g = d GeRaw. Gain: XX1.Gain × (1 + d NegGain) below 0, × (1 + d PosGain) above.
/// Source: emergent leabra, pbwm, DaModParams.
/// </remarks>
[CountsIf(nameof(On))]
public class DaModParams
{
    /// <summary>Whether dopamine modulates at all.</summary>
    public bool On { get; set; }

    /// <summary>Whether it modulates the gain of activation, instead of excitation.</summary>
    public bool ModGain { get; set; }

    /// <summary>The factor on dopamine before the plus phase.</summary>
    [Range(-100.0, 100.0)]
    public float Minus { get; set; } // 0 as the reference leaves it: nothing before the plus phase

    /// <summary>The factor on dopamine in the plus phase.</summary>
    [Range(-100.0, 100.0)]
    public float Plus { get; set; } // 0 as the reference leaves it, though its documentation says 0.01

    /// <summary>The factor on dips, for gain.</summary>
    [Range(0.0, 100.0)]
    public float NegGain { get; set; } // 0 as the reference leaves it, though its documentation says 0.1

    /// <summary>The factor on bursts, for gain.</summary>
    [Range(0.0, 100.0)]
    public float PosGain { get; set; } // 0 as the reference leaves it, though its documentation says 0.1

    /// <summary>What excitation is multiplied by.</summary>
    public float Excitation(float da, bool isPlusPhase) => (isPlusPhase ? Plus : Minus) * da;

    /// <summary>The gain that a gain becomes.</summary>
    public float Gain(float gain, float da, bool isPlusPhase)
    {
        var d = da * (isPlusPhase ? Plus : Minus);
        return gain * (1f + d * (d < 0f ? NegGain : PosGain));
    }
}
