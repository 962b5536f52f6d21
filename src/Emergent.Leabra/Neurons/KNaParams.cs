using System.ComponentModel.DataAnnotations;

namespace Emergent.Leabra;

/// <summary>Adaptation: sodium that enters with spikes opens potassium channels on three time scales.</summary>
/// <remarks>
/// Equation (rate code): g ← g + (a Rise (Max − g) − g / Tau) for each channel, with a = Act × Rate; Gk is their sum.
/// Equation (spikes): a spike gives g ← g + Rise (Max − g), no spike g ← g − g / Tau.
/// Source: emergent leabra, knadapt.go; Kaczmarek (2013), Slack, slick and sodium-activated potassium channels.
/// </remarks>
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

/// <summary>One sodium-gated potassium channel.</summary>
public class KNaChannelParams
{
    /// <summary>Whether the channel exists; its conductance is 0 if not.</summary>
    public bool On { get; set; } = true;

    /// <summary>The share of the distance to the maximum that full activity covers in a cycle.</summary>
    [Range(0.0, 10.0)]
    public float Rise { get; set; } = 0.01f;

    /// <summary>The maximal conductance.</summary>
    [Range(0.0, 100.0)]
    public float Max { get; set; } = 0.1f;

    /// <summary>The time constant of its decay, in cycles.</summary>
    [Range(1e-6, 1e9)]
    public float Tau { get; set; } = 100f;
}
