using Emergent.Networks;

namespace Emergent.Leabra;

/// <summary>Unit variables that show neuromodulators, in layers that have receptors for them.</summary>
public static class ModulatorVariables
{
    /// <summary>Dopamine.</summary>
    internal static readonly Variable DA = new("DA", "Dopamine: 0 is tonic, above a burst, below a dip.", -1, 1, "Neuromodulation", AutoScale: true);

    /// <summary>Dopamine as learning sees it.</summary>
    internal static readonly Variable DALrn = new("DALrn", "Dopamine as learning sees it: by the unit's receptors, and their gains.", -1, 1, "Neuromodulation", AutoScale: true);

    /// <summary>Acetylcholine.</summary>
    internal static readonly Variable ACh = new("ACh", "Acetylcholine: how certain it is that a reward has come or is expected.", 0, 1, "Neuromodulation");

    /// <summary>All of them, in emergent's order.</summary>
    public static IReadOnlyList<Variable> All { get; } = [DA, DALrn, ACh];
}
