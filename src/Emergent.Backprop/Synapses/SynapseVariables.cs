using Emergent.Networks;

namespace Emergent.Backprop;

/// <summary>The variables of every synapse that learns by backpropagation.</summary>
public static class SynapseVariables
{
    /// <summary>All of them: what NetView, logs, weights and Python read.</summary>
    public static IReadOnlyList<Variable> All { get; } =
    [
        new("Wt", "Weight.", -1, 1, "Weight", AutoScale: true),
        new("DWt", "Sum of −∂E/∂Wt over the trials of the batch so far; 0 after it has been applied.", -0.1f, 0.1f, "Learning", AutoScale: true, IsTransient: true),
        new("Moment", "Momentum, or Adam's running mean of gradients.", -1, 1, "Learning", AutoScale: true),
        new("Square", "Adam's running mean of squared gradients.", 0, 1, "Learning", AutoScale: true),
    ];
}
