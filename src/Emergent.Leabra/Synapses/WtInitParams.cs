using Emergent.Data;

namespace Emergent.Leabra;

/// <summary>The initial weights of a projection: a random distribution, within 0…1.</summary>
public class WtInitParams : RandomParams
{
    /// <summary>Weights uniform in 0.25…0.75.</summary>
    public WtInitParams() => (Mean, Var) = (0.5f, 0.25f);

    /// <summary>Whether a projection and the one back start with the same weights.</summary>
    public bool Sym { get; set; } = true; // symmetric weights make interactive dynamics settle
}
