using Emergent.Networks;

namespace Emergent.Leabra;

/// <summary>The unit variables of prefrontal and basal ganglia layers besides those of every unit, in emergent's order.</summary>
public static class PbwmVariables
{
    private static readonly Variable Maint =
        new("Maint", "What a deep prefrontal unit maintains; in matrix layers, above 0 where patch units shunt a unit.", 0, 1, "Gating");

    /// <summary>Those of layers with gates.</summary>
    public static IReadOnlyList<Variable> Gating { get; } =
    [
        .. ModulatorVariables.All,
        new("GateAct", "Activation with which the stripe's gate opened, 0 if it is shut.", 0, 1, "Gating"),
        new("GateNow", "1 in the cycle in which the stripe's gate is decided.", 0, 1, "Gating"),
        new("GateCnt", "How long the stripe has been open, from 0, or shut, from -1 downwards.", -10, 10, "Gating", AutoScale: true),
        new("ActG", "Activation at the last gating.", 0, 1, "Gating"),
    ];

    /// <summary>Those of matrix layers.</summary>
    public static IReadOnlyList<Variable> Matrix { get; } = [.. Gating, Maint];

    /// <summary>Those of the thalamus.</summary>
    public static IReadOnlyList<Variable> Thalamus { get; } =
    [
        .. Gating,
        new("Go", "What the Go pathway delivers in this trial.", 0, 1, "Gating", AutoScale: true),
        new("NoGo", "What the NoGo pathway delivers in this trial.", 0, 1, "Gating", AutoScale: true),
    ];

    /// <summary>Those of deep prefrontal layers.</summary>
    public static IReadOnlyList<Variable> Deep { get; } =
    [
        .. Gating,
        Maint,
        new("MaintGe", "Excitation by what is maintained.", 0, 1, "Gating", AutoScale: true),
    ];
}
