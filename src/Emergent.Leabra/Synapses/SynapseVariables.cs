using Emergent.Networks;

namespace Emergent.Leabra;

/// <summary>The variables of every Leabra synapse, in emergent's order.</summary>
public static class SynapseVariables
{
    /// <summary>The place of Norm.</summary>
    internal const int Norm = 3;

    /// <summary>The place of Moment.</summary>
    internal const int Moment = 4;

    /// <summary>All of them: what NetView, logs, weights and Python read.</summary>
    public static IReadOnlyList<Variable> All { get; } =
    [
        new("Wt", "Weight that transmits: the linear weight, contrast-enhanced, times the scale.", 0, 1, "Weight"),
        new("LWt", "Linear weight, which learns.", 0, 1, "Weight"),
        new("DWt", "Change of the linear weight that is still to be applied.", -0.1f, 0.1f, "Learning", AutoScale: true, IsTransient: true),
        new("Norm", "Running maximum of changes, by which they are normalized; one for all synapses of a sending unit.", 0, 1, "Learning", AutoScale: true),
        new("Moment", "Running average of changes: momentum.", -1, 1, "Learning", AutoScale: true),
        new("Scale", "Factor on the weight, from topography.", 0, 1, "Weight"),
    ];
}
