using Emergent.Data;
using Emergent.Networks;

namespace Emergent.Leabra;

/// <summary>Networks whose layers inhibit each other.</summary>
public static class InterInhibitionNetworks
{
    /// <summary>Adds a layer that others inhibit; which, its <see cref="InterInhibitionLayer.ILI"/> says.</summary>
    /// <param name="network">The network.</param>
    /// <param name="name">The name, unique in the network.</param>
    /// <param name="shape">[Y, X], or [poolsY, poolsX, unitsY, unitsX].</param>
    /// <param name="kind">What the layer is for.</param>
    /// <exception cref="EmergentException">The name is taken, or the network is built.</exception>
    public static InterInhibitionLayer AddInterInhibitionLayer(this LeabraNetwork network, string name, Shape shape, LayerKind kind = LayerKind.Hidden)
    {
        ArgumentNullException.ThrowIfNull(network);
        return network.AddLayer(new InterInhibitionLayer(name, shape, kind));
    }

    /// <summary>Lets each of some layers inhibit all others of them.</summary>
    /// <param name="network">The network.</param>
    /// <param name="gi">The share of the others' inhibition that acts on each.</param>
    /// <param name="layers">The layers, two at least.</param>
    /// <exception cref="EmergentException">There are fewer than two, one is of another network, or the network is built; nothing has changed.</exception>
    public static void InhibitEachOther(this LeabraNetwork network, float gi, params IReadOnlyList<InterInhibitionLayer> layers)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(layers);
        if (layers.Distinct().Count() < 2) { throw new EmergentException($"Network '{network.Name}': layers that inhibit each other are two at least; {(layers.Count == 0 ? "none was" : $"only '{layers[0].Name}' was")} given."); }
        if (network.IsBuilt) { throw new EmergentException($"Network '{network.Name}' is built; layers can be made to inhibit each other only before Build() or Initialize(seed)."); }
        foreach (var layer in layers)
        {
            if (layer.Network != network) { throw new EmergentException($"Layer '{layer.Name}' is not in network '{network.Name}'. Only layers of one network inhibit each other."); }
        }
        foreach (var layer in layers)
        {
            layer.ILI.Gi = gi;
            layer.ILI.Lays.Add(layers.Where(other => other != layer).Select(other => other.Name));
        }
    }
}
