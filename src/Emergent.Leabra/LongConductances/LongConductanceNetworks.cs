using Emergent.Data;
using Emergent.Networks;

namespace Emergent.Leabra;

/// <summary>Networks that hold activity by long-lasting channels: their layers and projections.</summary>
public static class LongConductanceNetworks
{
    /// <summary>Adds a layer with NMDA and GABA-B channels.</summary>
    /// <param name="network">The network.</param>
    /// <param name="name">The name, unique in the network.</param>
    /// <param name="shape">[Y, X], or [poolsY, poolsX, unitsY, unitsX].</param>
    /// <param name="kind">What the layer is for.</param>
    /// <exception cref="EmergentException">The name is taken, or the network is built.</exception>
    public static LongConductanceLayer AddLongConductanceLayer(this LeabraNetwork network, string name, Shape shape, LayerKind kind = LayerKind.Hidden)
    {
        ArgumentNullException.ThrowIfNull(network);
        return network.AddLayer(new LongConductanceLayer(name, shape, kind));
    }

    /// <summary>Adds a projection through NMDA channels.</summary>
    /// <param name="network">The network.</param>
    /// <param name="sender">The layer that sends, of any type.</param>
    /// <param name="receiver">The layer that receives: a <see cref="LongConductanceLayer"/>.</param>
    /// <param name="connectivity">Which units are connected.</param>
    /// <exception cref="EmergentException">The receiver has no NMDA channels, a layer is of another network, or the network is built.</exception>
    public static NMDAProjection ProjectNMDA(this LeabraNetwork network, Layer sender, Layer receiver, Connectivity connectivity)
    {
        ArgumentNullException.ThrowIfNull(network);
        return network.Project(new NMDAProjection(sender, receiver, connectivity));
    }
}
