using System.ComponentModel.DataAnnotations;

namespace Emergent.Leabra;

/// <summary>How the inhibition of other layers inhibits a layer.</summary>
/// <remarks>
/// Equation: o = Gi × the largest GiOrig of the layers named, or with Add their sum; Gi of the layer = max(o, Gi), or with Add Gi + o.
/// Source: emergent leabra, interinhib.
/// </remarks>
public class InterInhibParams
{
    /// <summary>The names of the layers whose inhibition acts on this one; looked up when the network is built.</summary>
    public InhibitingLayers Lays { get; } = new();

    /// <summary>The share of their inhibition that acts here.</summary>
    [Range(0.0, 100.0)]
    public float Gi { get; set; } = 0.5f; // half of a neighbour's inhibition: competition, in which the layer still has its say; 1 makes neighbours as one layer

    /// <summary>Whether inhibition adds up: that of several layers, and theirs with the layer's own; otherwise the largest counts.</summary>
    public bool Add { get; set; }

    /// <summary>Raises a layer's own inhibition by that of the layers named.</summary>
    internal void Raise(PoolInhibition own)
    {
        var others = Gi * Lays.Inhibition(Add);
        own.Gi = Add ? own.Gi + others : MathF.Max(others, own.Gi);
    }
}
