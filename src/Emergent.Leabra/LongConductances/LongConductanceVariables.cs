using Emergent.Networks;

namespace Emergent.Leabra;

/// <summary>The variables that units with long-lasting channels have besides those of every unit, in emergent's order.</summary>
public static class LongConductanceVariables
{
    /// <summary>The largest activation of the trial, which layers without the channels can record too.</summary>
    internal static readonly Variable AlphaMax = new("AlphaMax", "Largest activation in this trial, from cycle AlphaMaxCyc on.", 0, 1, "Activation");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Variable> All { get; } =
    [
        AlphaMax,
        new("VmEff", "Potential that long-lasting channels see: Vm with what spikes would add.", 0, 1, "Long conductance"),
        new("Gnmda", "Excitatory conductance through NMDA channels.", 0, 1, "Long conductance", AutoScale: true),
        new("NMDA", "NMDA activation: what was received, decaying over a hundred cycles.", 0, 1, "Long conductance", AutoScale: true),
        new("NMDASyn", "What NMDA projections deliver, in this trial.", 0, 1, "Long conductance", AutoScale: true),
        new("GgabaB", "Potassium conductance through GABA-B channels.", 0, 1, "Long conductance", AutoScale: true),
        new("GABAB", "GABA-B activation: rises and decays behind inhibition.", 0, 1, "Long conductance", AutoScale: true),
        new("GABABx", "What GABA-B rises towards.", 0, 1, "Long conductance", AutoScale: true),
    ];
}
