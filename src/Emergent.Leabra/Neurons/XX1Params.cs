using System.ComponentModel.DataAnnotations;
using Emergent.Networks;

namespace Emergent.Leabra;

/// <summary>The rate-code activation function: f(x) = x / (x + 1) of the gained drive, convolved with Gaussian noise.</summary>
/// <remarks>
/// For x ≥ InterpRange, XX1(g x) with the gain g corrected for small x; for x &lt; 0 a sigmoid
/// SigMultEff / (1 + FastExp(−x SigGain / NVar)); between the two a line that joins them.
/// Source: emergent leabra, nxx1.go.
/// </remarks>
public class XX1Params
{
    /// <summary>The threshold on the membrane potential, or of the equivalent excitatory conductance.</summary>
    [Range(-10.0, 10.0)]
    public float Thr { get; set; } = 0.5f; // −50 mV, where pyramidal cells fire

    /// <summary>The gain (slope) of the function.</summary>
    [Range(0.0, 1e6), Usual(80, 40, 20)]
    public float Gain { get; set; } = 100f; // 80…100 fits spiking; small values give graded units

    /// <summary>The standard deviation of the noise that the function is convolved with.</summary>
    [Range(1e-6, 10.0), Usual(0.01)]
    public float NVar { get; set; } = 0.005f; // spreads the threshold enough for a unit to feel input just below it

    /// <summary>The activation below which a unit that is under threshold is driven by its potential instead of its conductance.</summary>
    [Range(0.0, 1.0)]
    public float VmActThr { get; set; } = 0.01f; // so that it cannot fire before its potential has risen

    /// <summary>The height of the sigmoid below threshold, before the gain is taken into account.</summary>
    [Range(0.0, 100.0)]
    public float SigMult { get; set; } = 0.33f;

    /// <summary>The power of Gain × NVar that multiplies <see cref="SigMult"/>.</summary>
    [Range(0.0, 10.0)]
    public float SigMultPow { get; set; } = 0.8f;

    /// <summary>The slope of the sigmoid below threshold.</summary>
    [Range(0.0, 100.0)]
    public float SigGain { get; set; } = 3f;

    /// <summary>The drive up to which a line joins the two parts.</summary>
    [Range(1e-6, 10.0)]
    public float InterpRange { get; set; } = 0.01f;

    /// <summary>The range, in units of NVar, over which the gain is corrected.</summary>
    [Range(1e-6, 1000.0)]
    public float GainCorRange { get; set; } = 10f;

    /// <summary>How much the gain is lowered at drive 0.</summary>
    [Range(0.0, 1.0)]
    public float GainCor { get; set; } = 0.1f;
}
