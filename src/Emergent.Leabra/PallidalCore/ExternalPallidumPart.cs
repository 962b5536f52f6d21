namespace Emergent.Leabra;

/// <summary>The populations of the external globus pallidus, by what they project to.</summary>
/// <remarks>
/// Source: Suryanarayana, Hellgren Kotaleski, Grillner and Gurney (2019), Roles for globus pallidus externa revealed in a computational model of action selection
/// in the basal ganglia; emergent leabra, pcore, GPLays.
/// </remarks>
public enum ExternalPallidumPart
{
    /// <summary>Outer prototypic neurons, which the Go pathway inhibits and which inhibit the inner ones.</summary>
    GPeOut,

    /// <summary>Inner prototypic neurons, which the NoGo pathway inhibits: they inhibit what leaves the basal ganglia, and themselves integrate both pathways.</summary>
    GPeIn,

    /// <summary>Arkypallidal neurons, which inhibit the striatum.</summary>
    GPeTA,
}
