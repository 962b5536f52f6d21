namespace Emergent.Leabra;

/// <summary>The receptors through which units of the striatum respond to dopamine; the names are emergent's.</summary>
public enum DopamineReceptor
{
    /// <summary>D1: a burst strengthens what was active, as the Go pathway needs it.</summary>
    D1R,

    /// <summary>D2: a dip strengthens what was active, as the NoGo pathway needs it.</summary>
    D2R,
}
