namespace Emergent.Leabra;

/// <summary>Which stripes a layer has; the names are emergent's.</summary>
public enum GateStripes
{
    /// <summary>Those that maintain.</summary>
    Maint,

    /// <summary>Those that put out.</summary>
    Out,

    /// <summary>All.</summary>
    MaintOut,
}
