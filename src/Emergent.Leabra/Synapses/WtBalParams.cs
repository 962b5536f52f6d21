using System.ComponentModel.DataAnnotations;
using Emergent.Networks;

namespace Emergent.Leabra;

/// <summary>Balance: a unit whose weights are high on average strengthens them less and weakens them more, and the reverse.</summary>
/// <remarks>
/// Over the weights of at least AvgThr that a unit receives, every tenth weight update. Above HiThr: Inc = 1/(1 + HiGain (avg − HiThr)), Dec = 2 − Inc;
/// below LoThr: Dec = 1/(1 + LoGain (LoThr − max(avg, AvgThr))), Inc = 2 − Dec.
/// </remarks>
[CountsIf(nameof(On))]
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
