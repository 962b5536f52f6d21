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
}
