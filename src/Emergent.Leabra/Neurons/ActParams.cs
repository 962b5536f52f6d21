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
