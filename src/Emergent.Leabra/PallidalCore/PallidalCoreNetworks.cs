using Emergent.Data;
using Emergent.Networks;

namespace Emergent.Leabra;

/// <summary>Basal ganglia whose core is the pallidum, in networks: their layers, wired together.</summary>
public static class PallidalCoreNetworks
{
    /// <summary>Adds basal ganglia that choose one of several actions, or gates: the layers GPi, VThal, GPeOut, GPeIn, GPeTA, STNp, STNs, MtxGo, MtxNo and CIN, with the projections between them.</summary>
    /// <remarks>Excitation of STNp, STNs and VThal, projections to the matrix layers (<see cref="ProjectToMatrix"/>), dopamine and the reward layers of CIN are the model's affair.</remarks>
    /// <param name="network">The network.</param>
    /// <param name="matrix">The shape of MtxGo and MtxNo, [poolsY, poolsX, unitsY, unitsX]: a pool for each action. The other layers have a unit for each.</param>
    /// <param name="prefix">What the names begin with.</param>
    /// <exception cref="EmergentException">The shape has no pools, a name is taken, or the network is built.</exception>
    public static PallidalCoreLayers AddPallidalCore(this LeabraNetwork network, Shape matrix, string prefix = "")
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(matrix);
        if (matrix.Rank != 4) { throw new EmergentException($"Pallidal core '{prefix}': layer '{prefix}MtxGo' has shape {matrix}; it needs pools, one for each action: [poolsY, poolsX, unitsY, unitsX]."); }
        Shape units = [matrix[0], matrix[1], 1, 1];
        var gpi = network.AddLayer(new InternalPallidumLayer($"{prefix}GPi", units));
        var thalamus = network.AddLayer(new VentralThalamusLayer($"{prefix}VThal", units));
        var gpeOut = network.AddLayer(new ExternalPallidumLayer($"{prefix}GPeOut", units, ExternalPallidumPart.GPeOut));
        var gpeIn = network.AddLayer(new ExternalPallidumLayer($"{prefix}GPeIn", units, ExternalPallidumPart.GPeIn));
        var gpeTA = network.AddLayer(new ExternalPallidumLayer($"{prefix}GPeTA", units, ExternalPallidumPart.GPeTA));
        var stnp = network.AddLayer(new SubthalamicLayer($"{prefix}STNp", units, SubthalamicPart.STNp));
        var stns = network.AddLayer(new SubthalamicLayer($"{prefix}STNs", units, SubthalamicPart.STNs));
        var go = network.AddLayer(new PallidalMatrixLayer($"{prefix}MtxGo", matrix, DopamineReceptor.D1R));
        var noGo = network.AddLayer(new PallidalMatrixLayer($"{prefix}MtxNo", matrix, DopamineReceptor.D2R));
        var cholinergic = network.AddLayer(new CholinergicInterneuronLayer($"{prefix}CIN"));
        foreach (var pallidum in (LeabraLayer[])[gpi, gpeOut, gpeIn, gpeTA]) { pallidum.AddClass("GP"); }
        go.Matrix.ThalLay = noGo.Matrix.ThalLay = thalamus.Name;
        cholinergic.SendACh.Add(go.Name, noGo.Name);

        Inhibit(go, gpeOut, "BgFixed");
        Inhibit(noGo, gpeIn, "");
        Inhibit(gpeOut, gpeIn, "");
        Inhibit(gpeIn, gpeTA, "BgFixed");
        Inhibit(gpeIn, stnp, "BgFixed");
        Inhibit(gpeIn, gpi, "");
        Inhibit(go, gpi, "");
        Excite(stnp, gpeOut, Connectivity.PoolOneToOne);
        Excite(stnp, gpeIn, Connectivity.PoolOneToOne);
        Excite(stnp, gpeTA, Connectivity.Full);
        Excite(stnp, gpi, Connectivity.PoolOneToOne);
        Excite(stns, gpi, Connectivity.PoolOneToOne);
        foreach (var pallidum in (ExternalPallidumLayer[])[gpeTA, gpeIn])
        {
            foreach (var striatum in (PallidalMatrixLayer[])[go, noGo])
            {
                network.Project(pallidum, striatum, Connectivity.Full, ProjectionKind.Inhib).AddClass($"{pallidum.Part}ToMtx");
            }
        }
        Inhibit(gpi, thalamus, "BgFixed");
        network.Styles.TakeAsDefaults(go, noGo);
        return new(go, noGo, cholinergic, gpeOut, gpeIn, gpeTA, stnp, stns, gpi, thalamus);

        void Inhibit(LeabraLayer sender, LeabraLayer receiver, string classes) =>
            network.Project(sender, receiver, Connectivity.PoolOneToOne, ProjectionKind.Inhib).AddClass(classes);

        void Excite(SubthalamicLayer sender, LeabraLayer receiver, Connectivity connectivity) =>
            network.Project(sender, receiver, connectivity).AddClass($"Fm{sender.Part}");
    }

    /// <summary>Adds a projection to a striatal layer that learns from dopamine.</summary>
    /// <param name="network">The network.</param>
    /// <param name="sender">The layer that sends, of any type.</param>
    /// <param name="matrix">The striatal layer.</param>
    /// <param name="connectivity">Which units are connected.</param>
    /// <exception cref="EmergentException">A layer is of another network, or the network is built.</exception>
    public static PallidalMatrixProjection ProjectToMatrix(this LeabraNetwork network, Layer sender, PallidalMatrixLayer matrix, Connectivity connectivity)
    {
        ArgumentNullException.ThrowIfNull(network);
        return network.Project(new PallidalMatrixProjection(sender, matrix, connectivity));
    }
}
