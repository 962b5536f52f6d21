using Emergent.Networks;

namespace Emergent.Backprop;

/// <summary>The variables of every unit that learns by backpropagation.</summary>
public static class UnitVariables
{
    /// <summary>All of them: what NetView, logs, weights and Python read.</summary>
    public static IReadOnlyList<Variable> All { get; } =
    [
        new("Act", "Activation: the function of Net; of Input layers, the pattern.", 0, 1, "Activation"),
        new("Net", "Net input: bias, external input, and what projections bring.", -1, 1, "Activation", AutoScale: true),
        new("Err", "Error that reaches the unit: Targ − Act, and what its receivers send back; of the last trial that learned.", -1, 1, "Learning", AutoScale: true),
        new("Delta", "How fast the error would fall if Net rose: −∂E/∂Net; of the last trial that learned.", -1, 1, "Learning", AutoScale: true),
        new("Targ", "Target: what the unit should do.", 0, 1, "Input"),
        new("Ext", "External input.", 0, 1, "Input"),
        new("Bias", "Net input that the unit gives itself, which learns.", -1, 1, "Learning", AutoScale: true),
        new("DBias", "Sum of Delta over the trials of the batch so far; 0 after it has been applied.", -0.1f, 0.1f, "Learning", AutoScale: true),
        new("BiasMoment", "Momentum of the bias, or Adam's running mean of its gradients.", -1, 1, "Learning", AutoScale: true),
        new("BiasSquare", "Adam's running mean of squared gradients of the bias.", 0, 1, "Learning", AutoScale: true),
    ];
}
