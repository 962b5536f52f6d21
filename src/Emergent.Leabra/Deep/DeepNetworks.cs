using Emergent.Data;
using Emergent.Networks;

namespace Emergent.Leabra;

/// <summary>Deep predictive learning in networks: areas of layers, wired together.</summary>
public static class DeepNetworks
{
    /// <summary>Adds an area: a superficial layer, a corticothalamic layer (name + "CT") and a pulvinar (name + "P"), with the projections between them.</summary>
    /// <param name="network">The network.</param>
    /// <param name="name">The superficial layer's name, with which the others' begin.</param>
    /// <param name="shape">The shape of the superficial and corticothalamic layers; with pools these project to the pools in their place, else fully.</param>
    /// <param name="pulvinar">The shape of the pulvinar: that of what drives it; none is as the others'.</param>
    /// <param name="drivers">The names of the layers that drive the pulvinar.</param>
    /// <exception cref="EmergentException">A name is taken, the network is built, or only one of the shapes has pools.</exception>
    public static DeepLayers AddDeep(this LeabraNetwork network, string name, Shape shape, Shape? pulvinar = null, params IEnumerable<string> drivers)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(shape);
        ArgumentNullException.ThrowIfNull(drivers);
        pulvinar ??= shape;
        if (shape.Rank == 4 && (pulvinar.Rank != 4 || shape[0] != pulvinar[0] || shape[1] != pulvinar[1]))
        {
            throw new EmergentException($"Deep area '{name}': layer '{name}CT' has shape {shape}, its pulvinar '{name}P' {pulvinar}; their pools are connected one to one, so both need the same. For others, add the layers and projections one by one.");
        }
        var area = AddDeepWithoutPulvinar(network, name, shape);
        var relay = network.AddLayer(new PulvinarLayer($"{name}P", pulvinar));
        foreach (var driver in drivers) { relay.Drivers.Add(driver); }
        Connectivity connectivity = shape.Rank == 4 ? Connectivity.PoolOneToOne : Connectivity.Full;
        network.Project(area.CT, relay, connectivity);
        network.Project(relay, area.Super, connectivity, ProjectionKind.Back).AddClass("FmPulv");
        network.Project(relay, area.CT, connectivity, ProjectionKind.Back).AddClass("FmPulv");
        return area with { Pulvinar = relay };
    }

    /// <summary>Adds an area without a pulvinar of its own: a superficial and a corticothalamic layer (name + "CT").</summary>
    /// <exception cref="EmergentException">A name is taken, or the network is built.</exception>
    public static DeepLayers AddDeepWithoutPulvinar(this LeabraNetwork network, string name, Shape shape)
    {
        ArgumentNullException.ThrowIfNull(network);
        var super = network.AddLayer(new SuperLayer(name, shape));
        var context = network.AddLayer(new CorticothalamicLayer($"{name}CT", shape));
        return new(super, context, null, network.Project(new ContextProjection(super, context, Connectivity.OneToOne, isFromSuper: true)));
    }

    /// <summary>Adds a projection that carries a layer's activity of this trial to a corticothalamic layer as context for the next.</summary>
    /// <exception cref="EmergentException">A layer is of another network, or the network is built.</exception>
    public static ContextProjection ProjectContext(this LeabraNetwork network, Layer sender, CorticothalamicLayer receiver, Connectivity connectivity)
    {
        ArgumentNullException.ThrowIfNull(network);
        return network.Project(new ContextProjection(sender, receiver, connectivity));
    }
}
