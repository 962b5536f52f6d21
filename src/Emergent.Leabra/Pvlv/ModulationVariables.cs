using Emergent.Networks;

namespace Emergent.Leabra;

/// <summary>The variables that units of modulated layers have besides those of every unit, in emergent's order.</summary>
public static class ModulationVariables
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<Variable> All { get; } =
    [
        new("DA", "Dopamine that reaches the unit: 0 is tonic.", -1, 1, "Modulation", AutoScale: true),
        new("ACh", "Acetylcholine that reaches the unit; nothing in PVLV sends any.", -1, 1, "Modulation", AutoScale: true),
        new("SE", "Serotonin that reaches the unit; nothing in PVLV sends any.", -1, 1, "Modulation", AutoScale: true),
        new("ModAct", "Activation as learning sees it: with dopamine, or a primary value in its place.", 0, 1, "Modulation", AutoScale: true),
        new("ModLevel", "Factor on activation, from other layers' modulation.", 0, 1, "Modulation"),
        new("ModNet", "Modulation received from another layer.", 0, 1, "Modulation", AutoScale: true),
        new("ModLrn", "Factor on learning, from modulation.", 0, 1, "Modulation"),
        new("PVAct", "Primary value: what an outcome itself is worth.", 0, 1, "Modulation"),
    ];

    /// <summary>Those of the ventral striatum, whose units remember earlier excitation.</summary>
    public static IReadOnlyList<Variable> Striatal { get; } =
    [
        .. All,
        new("GePrvQ", "Excitation at the end of the cycle before; in the first quarter that of the last trial.", 0, 1, "Modulation"),
        new("GePrvTrl", "Excitation at the end of the last trial.", 0, 1, "Modulation"),
    ];
}
