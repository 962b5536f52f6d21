using System.ComponentModel.DataAnnotations;

namespace Emergent.Leabra;

/// <summary>How a unit turns conductances into a membrane potential and an activation.</summary>
/// <remarks>Source: emergent leabra, act.go; O'Reilly, Munakata, Frank and Hazy, Computational Cognitive Neuroscience, chapter 2.</remarks>
public class ActParams
{
    /// <summary>The activation function: X over X plus 1, convolved with noise.</summary>
    public XX1Params XX1 { get; } = new();

    /// <summary>The thresholds below which a unit sends nothing.</summary>
    public OptThreshParams OptThresh { get; } = new();

    /// <summary>The initial state of a unit, and how far it returns there between trials.</summary>
    public ActInitParams Init { get; } = new();

    /// <summary>The time constants.</summary>
    public DtParams Dt { get; } = new();

    /// <summary>The maximal conductances; L, the leak, is constant at this value.</summary>
    public ChannelParams Gbar { get; } = new() { E = 1f, L = 0.1f, I = 1f, K = 1f }; // L 0.1: with 0.2, as in older texts, layers are less active

    /// <summary>The reversal potentials.</summary>
    public ChannelParams Erev { get; } = new() { E = 1f, L = 0.3f, I = 0.25f, K = 0.25f }; // 0…1 stands for −100…0 mV

    /// <summary>How external input drives a unit.</summary>
    public ClampParams Clamp { get; } = new();

    /// <summary>The noise added to every unit.</summary>
    public NoiseParams Noise { get; } = new();

    /// <summary>The limits of the membrane potential.</summary>
    public RangeParams VmRange { get; } = new() { Min = 0f, Max = 2f };

    /// <summary>Adaptation by sodium-gated potassium channels.</summary>
    public KNaParams KNa { get; } = new();
}

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
    [Range(0.0, 1e6)]
    public float Gain { get; set; } = 100f; // 80…100 fits spiking; small values give graded units

    /// <summary>The standard deviation of the noise that the function is convolved with.</summary>
    [Range(1e-6, 10.0)]
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

/// <summary>The thresholds that keep silent and steady units from sending.</summary>
public class OptThreshParams
{
    /// <summary>The activation above which a unit sends.</summary>
    [Range(0.0, 10.0)]
    public float Send { get; set; } = 0.1f; // most units are below; sending less would cost time and change little

    /// <summary>The change of activation since the last sending above which a unit sends again.</summary>
    [Range(0.0, 10.0)]
    public float Delta { get; set; } = 0.005f;
}

/// <summary>The initial state of a unit.</summary>
public class ActInitParams
{
    /// <summary>The share of its state that a unit loses at the start of a trial: 1 starts each trial afresh, 0 carries all over.</summary>
    [Range(0.0, 1.0)]
    public float Decay { get; set; } = 1f; // trials are independent; sequence models use 0

    /// <summary>The initial membrane potential.</summary>
    [Range(-10.0, 10.0)]
    public float Vm { get; set; } = 0.4f; // between rest (0.3) and threshold (0.5), so that units respond at once

    /// <summary>The initial activation.</summary>
    [Range(0.0, 1.0)]
    public float Act { get; set; }

    /// <summary>The initial excitatory conductance.</summary>
    [Range(0.0, 10.0)]
    public float Ge { get; set; }
}

/// <summary>The time constants of a unit, in cycles of one millisecond.</summary>
public class DtParams
{
    /// <summary>The step of integration: 1 is one millisecond a cycle.</summary>
    [Range(1e-6, 10.0)]
    public float Integ { get; set; } = 1f;

    /// <summary>The time constant of membrane potential and activation.</summary>
    [Range(1e-6, 1e6)]
    public float VmTau { get; set; } = 3.3f; // cycles; fast, because one cycle stands for the average over many spikes

    /// <summary>The time constant of synaptic conductances.</summary>
    [Range(1e-6, 1e6)]
    public float GTau { get; set; } = 1.4f; // cycles; AMPA and GABA-A

    /// <summary>The time constant of the long-term average of activation, in trials.</summary>
    [Range(1e-6, 1e9)]
    public float AvgTau { get; set; } = 200f;
}

/// <summary>One value for each ion channel.</summary>
public class ChannelParams
{
    /// <summary>Excitatory (AMPA, sodium).</summary>
    [Range(-100.0, 100.0)]
    public float E { get; set; }

    /// <summary>Leak (potassium, always open).</summary>
    [Range(-100.0, 100.0)]
    public float L { get; set; }

    /// <summary>Inhibitory (GABA-A, chloride).</summary>
    [Range(-100.0, 100.0)]
    public float I { get; set; }

    /// <summary>Gated potassium (adaptation).</summary>
    [Range(-100.0, 100.0)]
    public float K { get; set; }
}

/// <summary>How external input drives a unit.</summary>
public class ClampParams
{
    /// <summary>Whether the activation is set to the input; otherwise the input adds to the excitatory conductance.</summary>
    public bool Hard { get; set; } = true; // input layers should show exactly what was presented

    /// <summary>The limits of a hard-clamped activation.</summary>
    public RangeParams Range { get; } = new() { Min = 0f, Max = 0.95f }; // 0.95 is about what a unit reaches by itself

    /// <summary>The gain of soft clamping: Ge raw + Gain × input.</summary>
    [Range(0.0, 100.0)]
    public float Gain { get; set; } = 0.2f;

    /// <summary>Whether soft clamping averages input and conductance instead of adding them.</summary>
    public bool Avg { get; set; }

    /// <summary>The weight of the input in that average.</summary>
    [Range(0.0, 1.0)]
    public float AvgGain { get; set; } = 0.2f;
}

/// <summary>A lower and an upper limit.</summary>
public class RangeParams
{
    /// <summary>The lower limit.</summary>
    [Range(-1e6, 1e6)]
    public float Min { get; set; }

    /// <summary>The upper limit.</summary>
    [Range(-1e6, 1e6)]
    public float Max { get; set; }
}
