using Emergent.Networks;

namespace Emergent.Leabra;

/// <summary>The variables of every Leabra unit, in emergent's order.</summary>
public static class NeuronVariables
{
    /// <summary>The place of AvgSLrn.</summary>
    internal const int AvgSLrn = 14;

    /// <summary>All of them: what NetView, logs, weights and Python read.</summary>
    public static IReadOnlyList<Variable> All { get; } =
    [
        new("Act", "Activation: the rate of firing that other units see.", 0, 1, "Activation"),
        new("ActLrn", "Activation without adaptation, which learning averages.", 0, 1, "Activation"),
        new("Ge", "Total excitatory conductance.", 0, 1, "Conductance"),
        new("Gi", "Total inhibitory conductance.", 0, 1, "Conductance"),
        new("Gk", "Total potassium conductance, from adaptation.", 0, 1, "Conductance"),
        new("Inet", "Net current.", -1, 1, "Activation"),
        new("Vm", "Membrane potential: 0…1 stands for −100…0 mV.", 0, 1, "Activation", IsZeroCentred: false),
        new("Targ", "Target: what the unit should do, in the plus phase.", 0, 1, "Input"),
        new("Ext", "External input.", 0, 1, "Input"),
        new("AvgSS", "Super-short time average of ActLrn.", 0, 1, "Learning"),
        new("AvgS", "Short time average: the plus phase.", 0, 1, "Learning"),
        new("AvgM", "Medium time average: the minus phase.", 0, 1, "Learning"),
        new("AvgL", "Average over trials: the floating threshold of Hebbian learning.", 0, 2, "Learning"),
        new("AvgLLrn", "Amount of Hebbian learning.", 0, 1, "Learning"),
        new("AvgSLrn", "Short average with a little of the medium, as learning uses it.", 0, 1, "Learning"),
        new("ActQ0", "Activation at the end of the previous trial.", 0, 1, "Phase"),
        new("ActQ1", "Activation at the end of the first quarter.", 0, 1, "Phase"),
        new("ActQ2", "Activation at the end of the second quarter.", 0, 1, "Phase"),
        new("ActM", "Activation at the end of the minus phase.", 0, 1, "Phase"),
        new("ActP", "Activation at the end of the plus phase.", 0, 1, "Phase"),
        new("ActDif", "ActP − ActM: the error that error-driven learning sees.", -1, 1, "Phase", AutoScale: true),
        new("ActDel", "Change of activation in the last cycle.", -0.1f, 0.1f, "Activation", AutoScale: true),
        new("ActAvg", "Average activation over trials.", 0, 1, "Activation"),
        new("Noise", "Noise added in the last cycle or trial.", -0.1f, 0.1f, "Input", AutoScale: true),
        new("GiSyn", "Inhibitory conductance from inhibitory projections.", 0, 1, "Conductance"),
        new("GiSelf", "Inhibitory conductance from the unit itself.", 0, 1, "Conductance"),
        new("ActSent", "Activation last sent.", 0, 1, "Activation"),
        new("GeRaw", "Excitation received, before integration over time.", 0, 1, "Conductance"),
        new("GiRaw", "Inhibition received, before integration over time.", 0, 1, "Conductance"),
        new("GknaFast", "Conductance of the fast adaptation channel.", 0, 0.1f, "Adaptation", AutoScale: true),
        new("GknaMed", "Conductance of the medium adaptation channel.", 0, 0.1f, "Adaptation", AutoScale: true),
        new("GknaSlow", "Conductance of the slow adaptation channel.", 0, 1, "Adaptation", AutoScale: true),
        new("Spike", "Whether the unit fires in this cycle.", 0, 1, "Spiking"),
        new("ISI", "Cycles since the last spike; −1 before any.", -20, 20, "Spiking", "cycles"),
        new("ISIAvg", "Average interval between spikes; −1 before any, −2 after the first.", -20, 20, "Spiking", "cycles"),
    ];
}
