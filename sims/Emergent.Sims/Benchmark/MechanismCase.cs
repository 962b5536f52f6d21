using Emergent.Leabra;
using Emergent.Networks;

namespace Emergent.Sims;

/// <summary>A network with a mechanism, to be compared with the same layers without it.</summary>
/// <param name="Name">The mechanism.</param>
/// <param name="Computes">What the mechanism itself computes more than plain layers do.</param>
/// <param name="Make">Makes the network, without units and weights yet.</param>
public sealed record MechanismCase(string Name, string Computes, Func<LeabraNetwork> Make)
{
    /// <summary>Those that are compared.</summary>
    public static IReadOnlyList<MechanismCase> All { get; } =
    [
        new("inhibition between layers", "one number a layer", InterInhibition),
        new("long conductances", "NMDA and GABA-B of every unit: two exponentials and a sigmoid each", LongConductances),
        new("deep", "context of every unit, sent once a quarter; pulvinar driven", Deep),
        new("hippocampus", "strengths worked out three times a trial, everything sent anew each time", Hippocampus),
        new("temporal differences", "four layers of one unit", TemporalDifferences),
        new("PBWM", "gates of each stripe, dopamine and maintenance of each unit, a trace in each synapse of the matrix", Pbwm),
        new("PVLV", "modulation of each unit, thirty small layers, a rule of its own in each synapse of amygdala and striatum", Pvlv),
        new("pallidal core", "calcium of subthalamic units, a trace in each synapse of the matrix", PallidalCore),
        new("gated maintenance", "NMDA and GABA-B of each holding unit, context", GatedMaintenance),
    ];

    /// <summary>Makes the same layers and projections, all of the plain types.</summary>
    public LeabraNetwork MakePlain()
    {
        var (network, plain) = (Make(), new LeabraNetwork("Plain"));
        network.Styles.Apply();
        foreach (LeabraLayer layer in network.Layers)
        {
            var twin = plain.AddLayer(layer.Name, layer.Shape, layer.Kind);
            (twin.Inhib.Layer.On, twin.Inhib.Layer.Gi, twin.Inhib.Pool.On, twin.Inhib.Pool.Gi) = (layer.Inhib.Layer.On, layer.Inhib.Layer.Gi, layer.Inhib.Pool.On, layer.Inhib.Pool.Gi);
            twin.Inhib.ActAvg.Init = layer.Inhib.ActAvg.Init;
            twin.Act.Init.Decay = layer.Act.Init.Decay;
        }
        foreach (LeabraProjection projection in network.Projections)
        {
            var twin = plain.Project(plain[projection.Sender.Name], plain[projection.Receiver.Name], projection.Connectivity, projection.Kind);
            twin.Learn.Learn = projection.Learn.Learn;
        }
        return plain;
    }

    private static LeabraNetwork Network(string name) => new(name)
    {
        Style = { { "Layer", "every layer has active units, as in models that have learned", (LeabraLayer l) => (l.Inhib.Layer.Gi, l.Inhib.ActAvg.Init) = (1.4f, 0.2f) } },
    };

    private static LeabraNetwork InterInhibition()
    {
        var network = Network("InterInhibition");
        var input = network.AddLayer("Input", [20, 20], LayerKind.Input);
        InterInhibitionLayer[] rivals = [.. Enumerable.Range(1, 3).Select(n => network.AddInterInhibitionLayer($"Hidden{n}", [20, 20]))];
        foreach (var rival in rivals) { network.Project(input, rival, Connectivity.Full); }
        network.InhibitEachOther(0.5f, rivals);
        return network;
    }

    private static LeabraNetwork LongConductances()
    {
        var network = Network("LongConductances");
        var input = network.AddLayer("Input", [20, 20], LayerKind.Input);
        var hidden = network.AddLongConductanceLayer("Hidden", [20, 20]);
        var output = network.AddLongConductanceLayer("Output", [20, 20], LayerKind.Target);
        network.Project(input, hidden, Connectivity.Full);
        network.ProjectNMDA(hidden, hidden, Connectivity.OneToOne);
        network.ProjectBothWays(hidden, output, Connectivity.Full);
        return network;
    }

    private static LeabraNetwork Deep()
    {
        var network = Network("Deep");
        var input = network.AddLayer("Input", [10, 10], LayerKind.Input);
        var area = network.AddDeep("Hidden", [20, 20], pulvinar: [10, 10], "Input");
        network.Project(input, area.Super, Connectivity.Full);
        network.ProjectContext(area.CT, area.CT, Connectivity.Full);
        return network;
    }

    private static LeabraNetwork Hippocampus()
    {
        var network = new LeabraNetwork("Hippocampus");
        _ = network.AddHippocampus();
        return network;
    }

    private static LeabraNetwork TemporalDifferences()
    {
        var network = Network("TemporalDifferences");
        var input = network.AddLayer("Input", [20, 20], LayerKind.Input);
        var hidden = network.AddLayer("Hidden", [20, 20]);
        network.Project(input, hidden, Connectivity.Full);
        var reward = network.AddTemporalDifferences();
        network.Project(new TDRewardPredictionProjection(hidden, reward.Prediction, Connectivity.Full));
        return network;
    }

    private static LeabraNetwork Pbwm()
    {
        var network = Network("PBWM");
        var input = network.AddPbwmLayer("Input", [20, 20], LayerKind.Input);
        var (ganglia, cortex) = network.AddPbwm(rows: 4, maintaining: 2, output: 2, matrix: (5, 5), prefrontal: (5, 5));
        foreach (var matrix in (PbwmMatrixLayer[])[ganglia.MatrixGo, ganglia.MatrixNoGo]) { network.ProjectToMatrix(input, matrix, Connectivity.Full); }
        network.Project(input, cortex.Maint!, Connectivity.Full);
        ganglia.CIN.RewLays.Add(input.Name);
        return network;
    }

    private static LeabraNetwork Pvlv()
    {
        var network = new LeabraNetwork("PVLV");
        _ = network.AddPvlv();
        return network;
    }

    private static LeabraNetwork PallidalCore()
    {
        var network = new LeabraNetwork("PallidalCore");
        var input = network.AddLayer("Input", [20, 20], LayerKind.Input);
        var actions = network.AddLayer("Actions", [4, 4, 1, 1], LayerKind.Input);
        var core = network.AddPallidalCore([4, 4, 5, 5]);
        foreach (var excited in (LeabraLayer[])[core.STNp, core.STNs, core.Thalamus]) { network.Project(actions, excited, Connectivity.PoolOneToOne); }
        foreach (var matrix in (PallidalMatrixLayer[])[core.MatrixGo, core.MatrixNoGo]) { network.ProjectToMatrix(input, matrix, Connectivity.Full); }
        core.Cholinergic.RewLays.Add(actions.Name);
        return network;
    }

    private static LeabraNetwork GatedMaintenance()
    {
        var network = Network("GatedMaintenance");
        var input = network.AddLayer("Input", [4, 4, 5, 5], LayerKind.Input);
        var area = network.AddMaintenancePfc([4, 4, 5, 5]);
        network.Project(input, area.Super, Connectivity.Full);
        area.Out.Out.ClearLays.Add(area.Maint.Name);
        return network;
    }
}
