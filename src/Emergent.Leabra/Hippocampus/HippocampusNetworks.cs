using Emergent.Networks;

namespace Emergent.Leabra;

/// <summary>Hippocampus in networks: its layers, wired together.</summary>
public static class HippocampusNetworks
{
    /// <summary>Adds the layers Input, ECin, ECout, CA1, DG and CA3, their projections and the theta rhythm, with the parameters of the textbook's AB–AC model.</summary>
    /// <param name="network">The network.</param>
    /// <param name="sizes">The sizes; those of the textbook where none are given.</param>
    /// <param name="prefix">What the layers' names begin with.</param>
    /// <exception cref="EmergentException">A name is taken, the network is built, or CA1 and the cortex do not have the same pools.</exception>
    public static HippocampusLayers AddHippocampus(this LeabraNetwork network, HippocampusSizes? sizes = null, string prefix = "")
    {
        ArgumentNullException.ThrowIfNull(network);
        sizes ??= new HippocampusSizes();
        if (sizes.Cortex.Rank != 4 || sizes.CA1.Rank != 4 || sizes.Cortex[0] != sizes.CA1[0] || sizes.Cortex[1] != sizes.CA1[1])
        {
            throw new EmergentException($"Hippocampus: layer '{prefix}ECin' has shape {sizes.Cortex}, layer '{prefix}CA1' {sizes.CA1}; both are [poolsY, poolsX, unitsY, unitsX] with the same pools, which are connected one to one.");
        }
        var input = network.AddLayer($"{prefix}Input", sizes.Cortex, LayerKind.Input);
        var ecin = network.AddLayer($"{prefix}ECin", sizes.Cortex);
        var ecout = network.AddLayer($"{prefix}ECout", sizes.Cortex, LayerKind.Target);
        var ca1 = network.AddLayer($"{prefix}CA1", sizes.CA1);
        var dg = network.AddLayer($"{prefix}DG", sizes.DG);
        var ca3 = network.AddLayer($"{prefix}CA3", sizes.CA3);
        foreach (var cortex in (LeabraLayer[])[ecin, ecout])
        {
            cortex.AddClass("EC");
            InhibitByPool(cortex, activity: 0.2f, gi: 2f);
        }
        InhibitByPool(ca1, activity: 0.1f, gi: 2.4f);
        (dg.Inhib.ActAvg.Init, dg.Inhib.Layer.Gi) = (0.01f, 3.8f);     // very sparse
        (ca3.Inhib.ActAvg.Init, ca3.Inhib.Layer.Gi) = (0.02f, 2.8f);

        Fix(network.Project(input, ecin, Connectivity.OneToOne), mean: 0.8f, variance: 0f);
        var recalled = network.Project(ecout, ecin, Connectivity.OneToOne, ProjectionKind.Back);
        Fix(recalled, mean: 0.9f, variance: 0.01f);
        recalled.WtScale.Rel = 0.5f;
        Learns(network.Project(new EcCa1Projection(ecin, ca1, Connectivity.PoolOneToOne)), "EcCa1Prjn", lrate: 0.04f);
        var recalling = network.Project(new EcCa1Projection(ca1, ecout, Connectivity.PoolOneToOne));
        Learns(recalling, "EcCa1Prjn", lrate: 0.04f);
        recalling.WtScale.Abs = 4f;
        Learns(network.Project(new EcCa1Projection(ecout, ca1, Connectivity.PoolOneToOne, ProjectionKind.Back)), "EcCa1Prjn", lrate: 0.04f);
        var separating = network.Project(new CHLProjection(ecin, dg, Connectivity.UniformRandom(sizes.PerforantPath, sizes.Seed)));
        Learns(separating, "HippoCHL", lrate: 0.4f);
        (separating.CHL.Hebb, separating.CHL.SAvgCor, separating.CHL.MinusQ1) = (0.5f, 0.1f, true);
        Learns(network.Project(new EcCa1Projection(ecin, ca3, Connectivity.UniformRandom(sizes.PerforantPath, sizes.Seed + 1))), "PPath", lrate: 0.15f);
        var completing = network.Project(new EcCa1Projection(ca3, ca3, Connectivity.Full, ProjectionKind.Lateral));
        Learns(completing, "PPath", lrate: 0.1f);
        completing.WtScale.Rel = 0.1f;
        var mossy = network.Project(new CHLProjection(dg, ca3, Connectivity.UniformRandom(sizes.MossyFibres, sizes.Seed + 2)));
        Learns(mossy, "HippoCHL", lrate: 0.2f);
        Fix(mossy, mean: 0.9f, variance: 0.01f);
        (mossy.CHL.Hebb, mossy.WtScale.Rel) = (0.05f, 4f);             // detonators: a few mossy fibres decide what CA3 shows
        var binding = network.Project(new CHLProjection(ca3, ca1, Connectivity.Full));
        Learns(binding, "HippoCHL", lrate: 0.1f);
        binding.CHL.Hebb = 0.01f;
        LeabraLayer[] layers = [input, ecin, ecout, ca1, dg, ca3];
        network.Styles.TakeAsDefaults([.. layers, .. layers.SelectMany(l => l.ReceivingProjections)]);
        return new(input, ecin, ecout, ca1, dg, ca3, network.AddMechanism(new ThetaPhases(ecin, ecout, ca1, ca3, dg)));
    }

    private static void InhibitByPool(LeabraLayer layer, float activity, float gi)
    {
        layer.Inhib.ActAvg.Init = activity;
        (layer.Inhib.Layer.On, layer.Inhib.Pool.On, layer.Inhib.Pool.Gi) = (false, true, gi);
    }

    private static void Learns(LeabraProjection projection, string styleClass, float lrate)
    {
        projection.AddClass(styleClass);
        (projection.Learn.Lrate, projection.Learn.WtBal.On) = (lrate, true);
    }

    private static void Fix(LeabraProjection projection, float mean, float variance)
    {
        projection.Learn.Learn = false;
        (projection.WtInit.Mean, projection.WtInit.Var) = (mean, variance);
    }
}
