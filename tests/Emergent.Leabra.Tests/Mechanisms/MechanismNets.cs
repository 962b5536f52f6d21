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
        ["PVLV"] = () => PvlvNets.Make(),
        ["PVLV, a pair with sparse projections"] = () => PvlvNets.Pair((sender, receiver) => (sender.ActModZero, receiver.DaMod.BurstGain) = (false, 1f)),
        ["gated working memory"] = Pbwm,
        ["long conductances"] = () => SmallNet.LongConductances(),
        ["pallidal core"] = () => PallidalCore(out _),
        ["gated maintenance"] = () => GatedMaintenance(out _, out _),
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
        var modulated = network.AddLayer(new DopamineModulatedLayer("Modulated", [3, 3]));
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

    /// <summary>Basal ganglia with six actions, which cues propose and oppose; what is presented as dopamine has nothing to do with the choice.</summary>
    public static LeabraNetwork PallidalCore(out PallidalCoreLayers layers)
    {
        var network = new LeabraNetwork("PallidalCore");
        var cue = network.AddLayer("Cue", [4, 5], LayerKind.Input);
        var actions = network.AddLayer("Actions", [2, 3, 1, 1], LayerKind.Input);
        var dopamine = network.AddLayer(new ClampedDopamineLayer("VTA"));
        layers = network.AddPallidalCore([2, 3, 3, 3]);
        foreach (var excited in (LeabraLayer[])[layers.STNp, layers.STNs, layers.Thalamus]) { network.Project(actions, excited, Connectivity.PoolOneToOne); }
        network.ProjectToMatrix(cue, layers.MatrixGo, Connectivity.Full);
        network.ProjectToMatrix(cue, layers.MatrixNoGo, Connectivity.UniformRandom(0.5f, seed: 4)).Trace.CurTrlDA = false;
        dopamine.SendDA.Add(layers.MatrixGo.Name, layers.MatrixNoGo.Name);
        layers.Cholinergic.RewLays.Add(dopamine.Name);
        return network;
    }

    /// <summary>A prefrontal area of two pools that holds what it is shown until a pallidal core lets it be read out. The network of docs/algorithm/agate.md.</summary>
    public static LeabraNetwork GatedMaintenance(out MaintenancePfcLayers layers, out PallidalCoreLayers recalling)
    {
        var net = new LeabraNetwork("Delay");
        var stimulus = net.AddLayer("Stimulus", [1, 2, 2, 2], LayerKind.Input);
        var recall = net.AddLayer("Recall", [1, 2, 1, 1], LayerKind.Input);     // the pool that is to be read out
        var pfc = net.AddMaintenancePfc([1, 2, 2, 2]);
        pfc.Out.Out.ClearLays.Add(pfc.Maint.Name);
        net.Project(stimulus, pfc.Super, Connectivity.OneToOne).AddClass("PFCFixed");
        var gate = net.AddPallidalCore([1, 2, 1, 4], "O");
        net.Project(recall, gate.Thalamus, Connectivity.PoolOneToOne);
        net.Project(recall, gate.STNs, Connectivity.PoolOneToOne);
        net.ProjectToMatrix(recall, gate.MatrixGo, Connectivity.PoolOneToOne);
        net.Project(gate.Thalamus, pfc.Out, Connectivity.PoolOneToOne).AddClass("ThalToPFC");
        net.Styles[StyleSets.Base].AddText("""
            .PFCFixed { Learn.Learn: false; WtInit.Mean: 0.8; WtInit.Var: 0; WtInit.Sym: false; }
            #PFCMntToPFCOut { WtScale.Abs: 0.2; }        /* too little without the thalamus */
            .ThalToPFC { Learn.Learn: false; WtScale.Abs: 1.5; WtScale.Rel: 0.8; WtInit.Var: 0; }
            .NMDA { WtInit.Mean: 0.6; WtScale.Abs: 4; }
            MatrixPrjn { WtInit.Mean: 0.7; WtInit.Var: 0.1; WtScale.Abs: 2; }
            #PFCMnt { GABAB.Gbar: 0.1; Inhib.Layer.Gi: 1; Inhib.Pool.Gi: 1.1; }
            #PFCOut { Act.Init.Decay: 1; Inhib.Layer.Gi: 1.2; Inhib.Pool.Gi: 1.2; }
            """);
        (layers, recalling) = (pfc, gate);
        return net;
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
