using Emergent.Data;
using Emergent.Networks;

namespace Emergent.Leabra;

/// <summary>Gated maintenance in networks: prefrontal layers that hold things, wired together.</summary>
public static class GatedMaintenanceNetworks
{
    /// <summary>Adds a layer that holds activity, with an NMDA projection within each of its pools.</summary>
    /// <param name="network">The network.</param>
    /// <param name="name">The name, unique in the network.</param>
    /// <param name="shape">[poolsY, poolsX, unitsY, unitsX].</param>
    /// <exception cref="EmergentException">The shape has no pools, the name is taken, or the network is built.</exception>
    public static MaintenanceLayer AddMaintenanceLayer(this LeabraNetwork network, string name, Shape shape)
    {
        ArgumentNullException.ThrowIfNull(network);
        RequirePools(name, shape);
        var layer = network.AddLayer(new MaintenanceLayer(name, shape));
        network.ProjectNMDA(layer, layer, Connectivity.PoolOneToOne);
        return layer;
    }

    /// <summary>Adds a layer that reads out what others hold, and then clears those that its <see cref="OutputGateParams.ClearLays"/> names.</summary>
    /// <param name="network">The network.</param>
    /// <param name="name">The name, unique in the network.</param>
    /// <param name="shape">[poolsY, poolsX, unitsY, unitsX].</param>
    /// <exception cref="EmergentException">The shape has no pools, the name is taken, or the network is built.</exception>
    public static GatedOutputLayer AddGatedOutputLayer(this LeabraNetwork network, string name, Shape shape)
    {
        ArgumentNullException.ThrowIfNull(network);
        RequirePools(name, shape);
        return network.AddLayer(new GatedOutputLayer(name, shape));
    }

    /// <summary>Adds a prefrontal area that holds things: a superficial layer, a corticothalamic layer (name + "CT"), one that holds (name + "Mnt") and one that reads out (name + "Out"), with the projections between them.</summary>
    /// <remarks>Excitation by the thalamus, which layers output clears, and all that the pulvinar sends and receives are the model's affair.</remarks>
    /// <param name="network">The network.</param>
    /// <param name="shape">The shape of each layer, [poolsY, poolsX, unitsY, unitsX]: a pool for each thing that can be held.</param>
    /// <param name="name">The superficial layer's name, with which the others' begin.</param>
    /// <param name="hasPulvinar">Whether there is a pulvinar too (name + "P"), without any projections.</param>
    /// <exception cref="EmergentException">The shape has no pools, a name is taken, or the network is built.</exception>
    public static MaintenancePfcLayers AddMaintenancePfc(this LeabraNetwork network, Shape shape, string name = "PFC", bool hasPulvinar = false)
    {
        ArgumentNullException.ThrowIfNull(network);
        RequirePools(name, shape);
        var super = network.AddLayer(new SuperLayer(name, shape));
        var context = network.AddLayer(new CorticothalamicLayer($"{name}CT", shape));
        var holding = network.AddMaintenanceLayer($"{name}Mnt", shape);
        var output = network.AddGatedOutputLayer($"{name}Out", shape);
        network.ProjectContext(super, context, Connectivity.PoolOneToOne);
        network.Project(super, holding, Connectivity.OneToOne).AddClass("PFCFixed");
        network.Project(holding, output, Connectivity.OneToOne).AddClass("PFCFixed");
        holding.InterInhib.Lays.Add(output.Name);
        return new(super, context, holding, output, hasPulvinar ? network.AddLayer(new PulvinarLayer($"{name}P", shape)) : null);
    }

    private static void RequirePools(string name, Shape shape)
    {
        ArgumentNullException.ThrowIfNull(shape);
        if (shape.Rank != 4) { throw new EmergentException($"Layer '{name}' has shape {shape}; a layer that holds or reads out needs pools, one for each thing: [poolsY, poolsX, unitsY, unitsX]."); }
    }
}
