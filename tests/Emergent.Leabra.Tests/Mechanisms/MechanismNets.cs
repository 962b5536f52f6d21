using Emergent.Networks;

namespace Emergent.Leabra.Tests;

/// <summary>A small network for each mechanism, for tests that all mechanisms must pass.</summary>
internal static class MechanismNets
{
    /// <summary>The names of the networks.</summary>
    public static TheoryData<string> Names => [.. All.Keys];

    private static readonly Dictionary<string, Func<LeabraNetwork>> All = new()
    {
        ["rescorla-wagner"] = RescorlaWagner,
        ["temporal differences"] = TemporalDifferences,
        ["hippocampus"] = () => Hippocampus(out _),
        ["deep areas"] = Deep,
        ["deep areas with pools"] = DeepWithPools,
        ["inhibition between layers"] = () => SmallNet.InterInhibition(),
        ["gated working memory"] = Pbwm,
        ["long conductances"] = () => SmallNet.LongConductances(),
    };

    /// <summary>Makes a network and initializes it.</summary>
    public static LeabraNetwork Make(string name)
    {
        var network = All[name]();
        network.Initialize(seed: 1);
        return network;
    }

    /// <summary>Stimuli that predict reward.</summary>
    public static LeabraNetwork RescorlaWagner()
    {
        var network = new LeabraNetwork("RescorlaWagner");
        var input = network.AddLayer("Input", [4, 5], LayerKind.Input);
        var reward = network.AddRescorlaWagner();
        network.Project(new RescorlaWagnerProjection(input, reward.Prediction, Connectivity.Full)).Learn.Lrate = 0.2f;
        return network;
    }

    /// <summary>A small hippocampus.</summary>
    public static LeabraNetwork Hippocampus(out HippocampusLayers layers)
    {
        var network = new LeabraNetwork("Hippocampus");
        layers = network.AddHippocampus(new HippocampusSizes { Cortex = [2, 2, 3, 4], CA1 = [2, 2, 4, 5], DG = [12, 12], CA3 = [8, 8], MossyFibres = 0.05f });
        (layers.DG.Inhib.ActAvg.Init, layers.DG.Inhib.Layer.Gi) = (0.03f, 3f);
        (layers.CA3.Inhib.ActAvg.Init, layers.CA3.Inhib.Layer.Gi) = (0.06f, 2.4f);
        return network;
    }

    /// <summary>A sequence that an area predicts, with context from itself and from the input.</summary>
    public static LeabraNetwork Deep()
    {
        var network = new LeabraNetwork("Deep");
        var input = network.AddLayer("Input", [1, 7], LayerKind.Input);
        var area = network.AddDeep("Hidden", [6, 6], pulvinar: [1, 7], "Input");
        network.Project(input, area.Super, Connectivity.Full);
        network.ProjectContext(area.CT, area.CT, Connectivity.Full);
        network.ProjectContext(input, area.CT, Connectivity.UniformRandom(0.5f, seed: 3));
        area.Pulvinar!.TRC.DriveScale = 0.8f;
        area.SuperToCT.Learn.Learn = true;
        return network;
    }

    /// <summary>Two areas with pools, attention, topographic inhibition, and a pulvinar with two drivers.</summary>
    public static LeabraNetwork DeepWithPools()
    {
        var network = new LeabraNetwork("DeepWithPools");
        var input = network.AddLayer("Input", [4, 4, 2, 2], LayerKind.Input);
        var lower = network.AddDeep("V1", [4, 4, 3, 3], pulvinar: [4, 4, 2, 2], "Input");
        var higher = network.AddDeep("H", [5, 5], pulvinar: [3, 7], "V1", "Input");
        network.Project(input, lower.Super, Connectivity.PoolOneToOne);
        network.ProjectBothWays(lower.Super, higher.Super, Connectivity.Full);
        network.ProjectContext(lower.CT, lower.CT, Connectivity.PoolOneToOne);
        network.ProjectContext(higher.Super, lower.CT, Connectivity.Full);
        (lower.Super.Attn.On, lower.Super.TopoInhib.On, lower.Super.TopoInhib.Gi) = (true, true, 2f);
        lower.Super.Inhib.Pool.On = true;
        higher.Pulvinar!.TRC.AvgMix = 0.3f;
        return network;
    }

    /// <summary>Prefrontal stripes with dynamics and gates, with every type of layer and projection there is beside them.</summary>
    public static LeabraNetwork Pbwm()
    {
        var network = new LeabraNetwork("Pbwm");
        // The names give SmallNet's patterns bursts in two of five trials, and instructions in all.
        var dopamine = network.AddLayer(new ClampedDopamineLayer("VTA"));
        var input = network.AddPbwmLayer("Input", [1, 5], LayerKind.Input);
        var instruction = network.AddPbwmLayer("Instruction", [2, 6], LayerKind.Input);
        var (ganglia, cortex) = network.AddPbwm(rows: 2, maintaining: 2, output: 2, matrix: (1, 5), prefrontal: (2, 5), PFCDynamics.Full());
        var hidden = network.AddPbwmLayer("Hidden", [4, 4]);
        var modulated = network.AddLayer(new ModulatedLayer("Modulated", [3, 3]));
        var output = network.AddPbwmLayer("Output", [1, 5], LayerKind.Target);
        dopamine.SendDA.AddAllBut(network, "VTA");
        ganglia.CIN.RewLays.Add("VTA");
        (cortex.OutDeep!.Maint.OutClearMaint, cortex.MaintDeep!.Maint.Clear, cortex.MaintDeep.Maint.MaxMaint) = (true, 0.5f, 5);
        (modulated.DaMod.On, modulated.DaMod.ModGain, modulated.DaMod.Minus, modulated.DaMod.Plus, modulated.DaMod.PosGain) = (true, true, 0.5f, 1f, 0.4f);
        network.ProjectToMatrix(instruction, ganglia.MatrixGo, Connectivity.Full);
        network.ProjectToMatrix(instruction, ganglia.MatrixNoGo, Connectivity.UniformRandom(0.6f, seed: 4));
        var context = network.ProjectToMatrix(cortex.MaintDeep, ganglia.MatrixGo, Connectivity.Full);
        (context.Learn.Norm.On, context.WtScale.Rel) = (true, 0.2f);
        ganglia.GPiThal.Gate.NoGo = 0.5f;   // so that many gates open
        network.Project(input, cortex.Maint!, Connectivity.Full);
        network.Project(instruction, cortex.MaintDeep, Connectivity.UniformRandom(0.3f, seed: 5));
        network.Project(new DopamineHebbianProjection(input, modulated, Connectivity.UniformRandom(0.7f, seed: 6)));
        foreach (var sender in (LeabraLayer[])[input, cortex.OutDeep, modulated]) { network.Project(sender, hidden, Connectivity.Full); }
        network.ProjectBothWays(hidden, output, Connectivity.Full);
        return network;
    }

    /// <summary>Stimuli that predict reward to come, through a sparse projection.</summary>
    public static LeabraNetwork TemporalDifferences()
    {
        var network = new LeabraNetwork("TemporalDifferences");
        var input = network.AddLayer("Input", [4, 5], LayerKind.Input);
        var reward = network.AddTemporalDifferences();
        network.Project(new TDRewardPredictionProjection(input, reward.Prediction, Connectivity.UniformRandom(0.5f, seed: 2)));
        return network;
    }
}
