using System.ComponentModel.DataAnnotations;
using Emergent.Networks;

namespace Emergent.Leabra;

/// <summary>Contrastive Hebbian learning: the difference of two phases, with a little association.</summary>
/// <remarks>
/// Equation: dwt = Hebb r₊ (s₊ (cor − LWt) − (1 − s₊) LWt) + (1 − Hebb) e; e = r₊ s₊ − r₋ s₋, times 1 − LWt where above 0, else times LWt;
/// cor = 0.5 / max(SAvgThr, 0.5 + SAvgCor (average − 0.5)) with the sender's expected average activity. Source: emergent leabra, hip, CHLParams.
/// </remarks>
[CountsIf(nameof(On))]
public class CHLParams
{
    /// <summary>Whether the weights learn by this rule, instead of that of every projection.</summary>
    public bool On { get; set; } = true;

    /// <summary>The share of association; the rest is learning from the difference of phases.</summary>
    [Range(0.0, 1.0)]
    public float Hebb { get; set; } = 0.001f; // enough to keep weights meaningful where there is no error

    /// <summary>Whether the minus phase is the first quarter, instead of the third.</summary>
    public bool MinusQ1 { get; set; }

    /// <summary>How far association is corrected for sparse senders, whose weights would all fall.</summary>
    [Range(0.0, 1.0)]
    public float SAvgCor { get; set; } = 0.4f;

    /// <summary>The sender's average activity in the plus phase below which nothing is learned.</summary>
    [Range(0.0, 1.0)]
    public float SAvgThr { get; set; } = 0.001f;
}
