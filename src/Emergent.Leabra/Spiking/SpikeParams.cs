using System.ComponentModel.DataAnnotations;
using Emergent.Networks;

namespace Emergent.Leabra;

/// <summary>How a unit fires discrete spikes (adaptive exponential integrate-and-fire).</summary>
/// <remarks>Source: emergent leabra, spike; Brette and Gerstner (2005), Adaptive exponential integrate-and-fire model.</remarks>
[CountsIf(nameof(On))]
public class SpikeParams
{
    /// <summary>Whether units fire; if not, they are rate-coded as those of every layer, so that both can be compared in one network.</summary>
    public bool On { get; set; } = true;

    /// <summary>Whether an exponential current sharpens the rise to a spike.</summary>
    public bool Exp { get; set; }

    /// <summary>The slope of that current: Gbar.L × ExpSlope × exp((Vm − Thr)/ExpSlope).</summary>
    [Range(1e-4, 10.0), CountsIf(nameof(Exp))]
    public float ExpSlope { get; set; } = 0.02f;

    /// <summary>The potential at which a unit fires, with the exponential current; without it fires at XX1.Thr.</summary>
    [Range(-10.0, 10.0), CountsIf(nameof(Exp))]
    public float ExpThr { get; set; } = 1.2f;

    /// <summary>The potential after a spike.</summary>
    [Range(-10.0, 10.0)]
    public float VmR { get; set; } = 0.3f; // the resting potential

    /// <summary>The cycles after a spike in which the potential is held.</summary>
    [Range(0, 1000)]
    public int Tr { get; set; } = 3;

    /// <summary>The rate that counts as activation 1.</summary>
    [Range(1.0, 10000.0)]
    public float MaxHz { get; set; } = 180f;

    /// <summary>The time constant of the running average of the interval between spikes, in spikes.</summary>
    [Range(1.0, 1e6)]
    public float RateTau { get; set; } = 5f;

    /// <summary>The activation that an average interval between spikes amounts to.</summary>
    /// <remarks>Equation: 1 / (millisecond × integ × MaxHz) / isi; 0 for no interval.</remarks>
    public float ActFromInterval(float isi, float millisecond = 0.001f, float integ = 1f) =>
        isi <= 0f ? 0f : 1f / (millisecond * integ * MaxHz) / isi;

    /// <summary>The interval between spikes, in cycles, that an activation amounts to; 0 for none.</summary>
    public float IntervalFromAct(float act, float millisecond = 0.001f, float integ = 1f) =>
        act == 0f ? 0f : 1f / (millisecond * integ * act * MaxHz);
}
