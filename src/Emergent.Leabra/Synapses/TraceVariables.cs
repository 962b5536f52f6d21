using Emergent.Networks;

namespace Emergent.Leabra;

/// <summary>The variables of synapses that keep a trace.</summary>
public static class TraceVariables
{
    /// <summary>All of them, in emergent's order.</summary>
    public static IReadOnlyList<Variable> All { get; } =
    [
        new("NTr", "What was added last to the trace.", -1, 1, "Learning", AutoScale: true),
        new("Tr", "Trace of what the synapse took part in, which dopamine turns into a change.", -1, 1, "Learning", AutoScale: true),
    ];
}
