using System.ComponentModel.DataAnnotations;
using Emergent.Networks;

namespace Emergent.Leabra;

/// <summary>Adaptation: sodium that enters with spikes opens potassium channels on three time scales.</summary>
/// <remarks>
/// Equation (rate code): g ← g + (a Rise (Max − g) − g / Tau) for each channel, with a = Act × Rate; Gk is their sum.
/// Equation (spikes): a spike gives g ← g + Rise (Max − g), no spike g ← g − g / Tau.
/// Source: emergent leabra, knadapt.go; Kaczmarek (2013), Slack, slick and sodium-activated potassium channels.
/// </remarks>
[CountsIf(nameof(On))]
public class KNaParams
{
    /// <summary>Whether units adapt.</summary>
    public bool On { get; set; }

    /// <summary>The share of the spiking update that a rate-coded activation of 1 makes.</summary>
    [Range(0.0, 100.0)]
    public float Rate { get; set; } = 0.8f;

    /// <summary>The fast channel (M type).</summary>
    public KNaChannelParams Fast { get; } = new() { Rise = 0.05f, Max = 0.1f, Tau = 50f };

    /// <summary>The medium channel (Slick).</summary>
    public KNaChannelParams Med { get; } = new() { Rise = 0.02f, Max = 0.1f, Tau = 200f };

    /// <summary>The slow channel (Slack).</summary>
    public KNaChannelParams Slow { get; } = new() { Rise = 0.001f, Max = 1f, Tau = 1000f };
}
