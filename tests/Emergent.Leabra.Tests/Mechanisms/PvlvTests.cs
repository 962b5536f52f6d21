using System.Text.Json;
using Emergent.Data;
using Emergent.Golden;
using Emergent.Networks;

namespace Emergent.Leabra.Tests;

public class PvlvTests
{
    [Fact]
    public void Dopamine_moves_from_the_reward_to_what_predicts_it_and_dips_when_it_does_not_come()
    {
        // The example of docs/algorithm/pvlv.md.
        var net = new LeabraNetwork("Conditioning");
        var pvlv = net.AddPvlv();
        net.Initialize(seed: 1);
        var (atFirst, rewarded) = PvlvNets.Condition(pvlv, 1);
        Assert.Equal((0f, 0.95f), (atFirst, rewarded));
        var (predicted, expected) = PvlvNets.Condition(pvlv, 49);
        Assert.InRange(predicted, 0.5f, 1f);
        Assert.InRange(expected, -0.1f, 0.3f);
        Assert.InRange(PvlvNets.Condition(pvlv, 1, rewards: false).Reward, -1.2f, -0.3f);
    }

    [Fact]
    public void Helper_and_style_sheet_make_the_network_of_the_reference()
    {
        // What golden g/pvlv has otherwise than the example: fewer inputs and units, and to make up for it other strengths and rates.
        using var description = JsonDocument.Parse(GoldenData.OpenText(Path.Combine(GoldenData.Selection, "g", "pvlv_net.json.gz")).ReadToEnd());
        var expected = NetworkReader.Read(description.RootElement, Network.ReadWeights(Path.Combine(GoldenData.Selection, "g", "pvlv_wts0.wts.gz")));
        expected.Build();
        var net = new LeabraNetwork("Pvlv");
        net.AddPvlv(new PvlvSizes { Stimuli = [4, 1], Contexts = [4, 3], Times = [4, 2, 4, 5], Amygdala = [3, 3] });
        ((ModulatedLayer)net["BLAmygPosD1"]).ModReceivers.Add("VSMatrixPosD1", 0.105f);
        ((ModulatedLayer)net["BLAmygNegD2"]).ModReceivers.Add("VSMatrixNegD2", 0.105f);
        net.Build();
        foreach (var (layer, activity) in ((string, float)[])[("StimIn", 0.25f), ("USTimeIn", 0.008f), ("ContextIn", 0.09f)]) { net[layer].Inhib.ActAvg.Init = activity; }
        foreach (var projection in net.Projections.OfType<StriatalProjection>())
        {
            var isMatrix = projection.LearningRule == StriatalLearningRule.TraceNoThalVS;
            if (isMatrix) { projection.WtScale.Abs = 0.6f; }
            projection.Learn.Lrate = projection.Receiver.Name switch { "VSMatrixPosD1" => 0.12f, "VSPatchPosD1" => 0.06f, "VSPatchPosD2" => 0.05f, _ => isMatrix ? 0.2f : 0.04f };
        }
        foreach (var name in (string[])["BLAmygPosD2", "BLAmygNegD1"]) { ((LeabraProjection)net[name].ReceivingProjections[0]).WtScale.Abs = 1.2f; }

        Assert.Equal(Layers(expected), Layers(net));
        Assert.Equal(Projections(expected), Projections(net));
        foreach (var (theirs, ours) in expected.Layers.Cast<IStyled>().Concat(expected.Layers.SelectMany(l => l.ReceivingProjections)).Zip(net.Layers.Cast<IStyled>().Concat(net.Layers.SelectMany(l => l.ReceivingProjections))))
        {
            Assert.Equal(Parameters(theirs), Parameters(ours));
            Assert.Superset(theirs.Classes.ToHashSet(), ours.Classes.ToHashSet());
        }

        static string[] Layers(LeabraNetwork network) => [.. network.Layers.Select(l => $"{l.Name} {l.TypeName} {l.Kind} {l.Shape} {l switch
        {
            ModulatedLayer m => $"{m.IsModSender} {m.IsModReceiver} {string.Join(", ", m.ModReceivers)} {string.Join(", ", (m as BasolateralAmygdalaLayer)?.ILI.Lays ?? [])}",
            PrimaryValueLayer pv => string.Join(", ", pv.PVReceivers),
            TegmentalLayer vta => string.Join(", ", vta.SendDA),
            _ => "",
        }}")];
        static string[] Projections(LeabraNetwork network) => [.. network.Layers.SelectMany(l => l.ReceivingProjections).Select(p => $"{p.Name} {p.TypeName} {p.Kind} {p.Connectivity.PatternName}")];
        static string[] Parameters(IStyled styled) => [.. ParameterTree.Of(styled).All
            .Where(p => p.Path is not ("Minus" or "Plus" or "DaMod.On" or "AcqDeepMod" or "ClampActivation"))   // without effect
            .Select(p => $"{styled.Name} {p.Path} {p.Get(styled)}")];
    }

    [Fact]
    public void Modulation_is_the_share_of_the_largest_of_the_cycle_before()
    {
        var net = PvlvNets.Pair((_, receiver) => (receiver.ActModZero, receiver.ModNetThreshold) = (true, 0.05f));
        var (sender, receiver) = ((ModulatedLayer)net["Sender"], (ModulatedLayer)net["Receiver"]);
        Assert.True(sender.IsModSender && receiver.IsModReceiver && !sender.IsModReceiver && !receiver.IsModSender);
        net.BeginTrial();
        Cycle(0.8f, 0.4f);
        Assert.Equal([1.2f, 0.6f], Pools(receiver, "ModNet"));
        Assert.All(Pools(receiver, "ModLrn"), lrn => Assert.InRange(lrn, -1e-37f, 0f));   // of −3.4e38
        Cycle(0.8f, 0.4f);
        Assert.Equal([1f, 0.5f], Pools(receiver, "ModLrn"));
        Cycle(0.8f, 0f);
        Assert.Equal([1f, 0f], Pools(receiver, "ModLrn"));
        Assert.Equal([1f, 0f], Pools(receiver, "ModLevel"));
        Assert.Equal([0f, 0f], receiver.Units("Act").ToArray()[4..6]);
        Cycle(0f, 0f);
        Cycle(0.8f, 0f);
        Assert.Equal([1f, 0f], Pools(receiver, "ModLrn"));   // the first after none is all there is
        Assert.Equal(sender.Units("ModLevel").ToArray(), sender.Units("ModLrn").ToArray());

        void Cycle(float first, float second)
        {
            var act = sender.Units("Act");
            act.Clear();
            act[..3].Fill(first);
            act[3] = 0.1f;   // not above the threshold of sending
            act[6..9].Fill(second);
            net.RunCycle();
        }

        static float[] Pools(ModulatedLayer layer, string variable) => [layer.Units(variable)[0], layer.Units(variable)[^1]];
    }

    [Fact]
    public void Of_several_senders_the_last_counts()
    {
        var net = PvlvNets.Pair((sender, receiver) => ((LeabraNetwork)sender.Network!).AddLayer(new CentralAmygdalaLayer("Other", [1, 2, 1, 1], DopamineReceptor.D1R)).ModReceivers.Add("Receiver", 2f));
        net.BeginTrial();
        net["Sender"].Units("Act").Fill(0.5f);
        net["Other"].Units("Act").Fill(0.3f);
        net.RunCycle();
        Assert.All(net["Receiver"].Units("ModNet").ToArray(), x => Assert.Equal(0.6f, x));
    }

    [Fact]
    public void Layers_without_pools_modulate_as_one()
    {
        var net = new LeabraNetwork("Flat");
        var sender = net.AddLayer(new CentralAmygdalaLayer("Sender", [2, 3], DopamineReceptor.D1R));
        var receiver = net.AddLayer(new VentralStriatumLayer("Receiver", [2, 2], StriatalCompartment.Matrix, DopamineReceptor.D1R));
        sender.ModReceivers.Add("Receiver", 1f);
        sender.ModReceivers.Add("Receiver", 0.5f);   // takes the place of the factor before
        net.Initialize(seed: 1);
        net.BeginTrial();
        sender.Units("Act").Fill(0.5f);
        receiver.Units("GePrvTrl").Fill(0.25f);
        net.RunCycle();
        Assert.Equal(1.5f, receiver.Units("ModNet")[3]);
        Assert.Equal(receiver.Pools[0].Inhib.Gi + 6f * 0.25f, receiver.Units("Gi")[3]);
    }

    [Fact]
    public void Matrix_units_are_inhibited_by_what_excited_them_before()
    {
        var net = PvlvNets.Make(l => l.VSMatrixPosD1.DIParams.PrvQ = 2f);
        net.Initialize(seed: 1);
        var layers = new PvlvLayers(net);
        PvlvNets.Condition(layers, 4);
        var (trials, matrix) = (new PvlvTrials(layers), layers.VSMatrixPosD1);
        trials.BeginTick(new PvlvInputs { Stimuli = [1f, 0f, 0f] });
        var last = matrix.Units("GePrvTrl")[0];
        for (var cycle = 0; cycle < 40; cycle++)
        {
            if (cycle == 25) { net.EndQuarter(); }
            var before = matrix.Units("Ge")[0];
            net.RunCycle();
            Assert.Equal(cycle < 25 ? last : before, matrix.Units("GePrvQ")[0]);
            var own = matrix.Pools[1].Inhib.Gi + matrix.Units("GiSelf")[0] + matrix.Units("GiSyn")[0];
            Assert.Equal(own + (6f * last + 2f * matrix.Units("GePrvQ")[0]), matrix.Units("Gi")[0]);
        }
        Assert.True(matrix.Units("GePrvQ")[0] > 0.001f);
    }

    [Fact]
    public void Inhibition_of_the_opponent_reaches_the_amygdala_where_its_layer_inhibits()
    {
        var net = PvlvNets.Pair((sender, receiver) => receiver.ILI.Lays.Add(sender.Name));
        var receiver = (BasolateralAmygdalaLayer)net["Receiver"];
        (receiver.ILI.Gi, receiver.ILI.Add) = (1.5f, true);
        PvlvNets.Run(net, 1, 1, 0, 0, 1, 0, 0, 0);
        PoolInhibition opponent = net["Sender"].Pools[0].Inhib, own = receiver.Pools[0].Inhib;
        Assert.True(opponent.GiOrig > 0.01f);
        Assert.Equal(own.GiOrig + 1.5f * opponent.GiOrig, own.Gi);
        Assert.Equal(own.Gi, receiver.Units("Gi")[0]);
    }

    [Theory]
    [InlineData(DopamineReceptor.D1R, 0.5f, 1f)]
    [InlineData(DopamineReceptor.D1R, -0.5f, -2f)]
    [InlineData(DopamineReceptor.D2R, 0.5f, -1f)]
    [InlineData(DopamineReceptor.D2R, -0.5f, 2f)]
    public void Receptors_turn_round_what_dopamine_does(DopamineReceptor receptor, float da, float expected)
    {
        Assert.Equal(expected, new DopamineResponseParams { RecepType = receptor, BurstGain = 2f, DipGain = 4f }.DALrn(da));
        var net = PvlvNets.Pair((sender, _) => (sender.DaMod.BurstGain, sender.DaMod.DipGain) = (2f, 4f), receptor);
        net.BeginTrial();
        ((ModulatedLayer)net["Sender"]).DA = da;
        PvlvNets.Run(net, 1, 1, 0, 0, 0, 0, 0, 0);
        var act = net["Sender"].Units("Act");
        Assert.True(act[0] > 0.1f);
        Assert.Equal(act[0] * (1f + expected), net["Sender"].Units("ModAct")[0]);
    }

    [Fact]
    public void Primary_values_take_the_place_of_activity_from_the_plus_phase_to_the_end_of_the_trial()
    {
        var net = PvlvNets.Make();
        net.Initialize(seed: 1);
        var layers = new PvlvLayers(net);
        var trials = new PvlvTrials(layers);
        trials.BeginTrial();
        trials.RunTick(new PvlvInputs { Rewards = [0f, 0.6f] });
        Assert.Equal([0f, 0.6f], layers.CElAcqPosD1.Units("PVAct").ToArray());
        Assert.Equal(0.6f, layers.CElAcqPosD1.Units("ModAct")[1]);
        Assert.Equal([0f, 0f], layers.CElAcqNegD2.Units("PVAct").ToArray());
        trials.BeginTick(new PvlvInputs());
        net.RunCycle();
        Assert.Equal(0.6f, layers.CElAcqPosD1.Units("ModAct")[1]);
        trials.BeginTrial();
        Assert.Equal(0f, layers.CElAcqPosD1.Units("PVAct")[1]);
    }

    [Fact]
    public void Primary_values_can_count_as_projections()
    {
        LeabraNetwork without = PvlvNets.Make(), with = PvlvNets.Make(l => l.CElAcqPosD1.IsPVReceiver = true);
        foreach (var net in (LeabraNetwork[])[without, with])
        {
            net.Initialize(seed: 1);
            net.BeginTrial();
        }
        var (inhibition, stimuli) = (Scales(with)[0] / Scales(without)[0], Scales(with)[1] / Scales(without)[1]);
        Assert.Equal((1f, 2f / 5f), (inhibition, stimuli));   // two excitatory projections of strength 1, and three times 1 besides

        static float[] Scales(LeabraNetwork net) => [.. net["CElAcqPosD1"].ReceivingProjections.Select(p => ((LeabraProjection)p).GScale)];
    }

    [Fact]
    public void Little_dopamine_is_none_for_projections_that_learn_later_too()
    {
        Assert.Equal((0f, 0f), Changes(first: 0.5f, second: 0f));
        var (stays, vanishes) = Changes(first: 0f, second: 0.5f);
        Assert.True(stays != 0f);
        Assert.Equal(0f, vanishes);

        static (float First, float Second) Changes(float first, float second)
        {
            var net = new LeabraNetwork("Order");
            var input = net.AddLayer("Input", [1, 2], LayerKind.Input);
            var amygdala = net.AddLayer(new CentralAmygdalaLayer("Amygdala", [1, 2], DopamineReceptor.D1R));
            var projections = ((float[])[first, second]).Select(threshold =>
                net.Project(new AmygdalaProjection(input, amygdala, Connectivity.Full) { DALRBase = 0f, DALrnThr = threshold, ActLrnMod = false })).ToList();
            net.Initialize(seed: 1);
            PvlvNets.Run(net, 1, 0);
            PvlvNets.Run(net, 1, 0);
            amygdala.Units("ModAct").Fill(1f);
            amygdala.DA = 0.3f;
            net.ComputeWeightChanges();
            return (projections[0].Synapse("DWt", 0, 0), projections[1].Synapse("DWt", 0, 0));
        }
    }

    [Fact]
    public void Lesioned_units_learn_nothing()
    {
        var net = PvlvNets.Make();
        net.Initialize(seed: 1);
        var layers = new PvlvLayers(net);
        var learning = (ModulatedLayer[])[layers.CElAcqPosD1, layers.VSPatchPosD1, layers.VSMatrixPosD1];
        PvlvNets.Condition(layers, 1);
        foreach (var sender in (LeabraLayer[])[layers.StimIn, layers.USTimeIn]) { (sender.Units("ActQ0")[0], sender.Units("ActP")[0]) = (1f, 1f); }
        foreach (var layer in learning)
        {
            layer.Lesion(0);
            foreach (var variable in (string[])["ModLrn", "ModAct", "ActP"]) { layer.Units(variable).Fill(0.8f); }
            layer.DA = 0.9f;
        }
        float[] before = Weights(receiver: 0), others = Weights(receiver: 1);
        net.LearnWeights();
        net.LearnWeights();   // the second by the traces of the first
        Assert.Equal(before, Weights(receiver: 0));
        Assert.All(Weights(receiver: 1).Zip(others), pair => Assert.NotEqual(pair.First, pair.Second));

        float[] Weights(int receiver) => [.. learning.SelectMany(l => l.ReceivingProjections).Where(p => p.Connectivity is FullConnectivity).Select(p => p.Synapse("LWt", 0, receiver))];
    }

    [Theory]
    [InlineData(true, 0.5f)]
    [InlineData(false, 1f)]
    public void Traces_wait_for_dopamine_and_end_with_the_trial(bool derivative, float half)
    {
        var net = new LeabraNetwork("Trace");
        var input = net.AddLayer("Input", [1, 2], LayerKind.Input);
        var matrix = net.AddLayer(new VentralStriatumLayer("Matrix", [1, 2], StriatalCompartment.Matrix, DopamineReceptor.D1R));
        matrix.DaMod.BurstGain = 1f;
        var projection = net.Project(new StriatalProjection(input, matrix, Connectivity.Full, StriatalLearningRule.TraceNoThalVS));
        (projection.Trace.Deriv, projection.MaxVSActMod, projection.Learn.Lrate) = (derivative, 0.5f, 0.1f);
        net.Initialize(seed: 1);
        Learn(active: 1f, da: 0.5f);
        Assert.Equal(0f, projection.Synapse("DWt", 0, 0));   // dopamine meets the trace of before
        Assert.Equal((0.5f * half * 2f) switch { var n => derivative ? 0.5f : n / 2f }, projection.Synapse("Tr", 0, 0));
        Learn(active: 0f, da: 0.5f);
        Assert.Equal(0.1f * 0.7f * (0.5f * 0.5f), projection.Synapse("DWt", 0, 0), 1e-7f);   // 0.7, as nothing modulates
        Assert.Equal(0f, projection.Synapse("DWt", 1, 0));
        net.ClearStriatalTraces();
        Assert.Equal((0f, 0f), (projection.Synapse("Tr", 0, 0), projection.Synapse("NTr", 0, 0)));

        void Learn(float active, float da)
        {
            input.Units("ActP")[0] = active;
            matrix.Units("ActP").Clear();
            matrix.Units("ModNet").Fill(2f);   // counts as MaxVSActMod
            matrix.Units("ModLrn").Clear();
            matrix.DA = da;
            net.ComputeWeightChanges();
        }
    }

    [Fact]
    public void Random_scales_are_within_their_limits_and_go_when_they_are_switched_off()
    {
        var net = PvlvNets.Make();
        net.Initialize(seed: 1);
        var projection = (AmygdalaProjection)net["BLAmygPosD1"].ReceivingProjections[1];
        var scales = projection.SynapseValues("Scale").ToArray();
        Assert.All(scales, s => Assert.InRange(s, 0.07f, 1f));
        Assert.True(scales.Distinct().Count() > scales.Length / 4);
        Assert.Equal([.. scales.Select(s => 0.07f * s)], projection.SynapseValues("Wt").ToArray());
        Assert.All(projection.SynapseValues("LWt").ToArray(), w => Assert.Equal(0.07f, w, 1e-7f));
        projection.SetScale = false;
        net.Initialize(seed: 1);
        Assert.All(projection.SynapseValues("Scale").ToArray(), s => Assert.Equal(1f, s));
        projection.SetScale = true;
        net.Initialize(seed: 1);
        Assert.Equal(scales, projection.SynapseValues("Scale").ToArray());
        net.Initialize(seed: 2);
        Assert.NotEqual(scales, projection.SynapseValues("Scale").ToArray());
    }

    [Fact]
    public void Midbrain_of_punishments_bursts_for_them()
    {
        var net = PvlvNets.Make();
        net.Initialize(seed: 1);
        var layers = new PvlvLayers(net);
        var trials = new PvlvTrials(layers);
        trials.BeginTrial();
        trials.RunTick(new PvlvInputs { Punishments = [1f, 0f] });
        Assert.Equal(0.95f, layers.VTAn.DA);
        Assert.Equal(-0.95f, layers.VTAp.DA);
        Assert.Equal(0.95f, layers.LHbRMTg.Terms.NetNeg);
        Assert.Equal(0.95f, layers.VTAp.Terms.NetDipDA);
        Assert.Equal(-0.95f, layers.BLAmygNegD2.DA);
        Assert.Equal(0.95f, layers.NegPV.TotalAct());
        layers.VTAp.TonicDA = 0.25f;
        trials.RunTick(new PvlvInputs { Punishments = [1f, 0f] });
        Assert.Equal(0.25f - 0.95f, layers.VTAp.DA);
        trials.BeginTick(new PvlvInputs());
        net.RunCycle();
        Assert.Equal(0f, layers.VTAp.DA);   // none in the minus phase
    }

    [Fact]
    public void Habenula_reads_only_layers_that_are_named()
    {
        var net = PvlvNets.Make(l => (l.LHbRMTg.Sources.NegPV, l.LHbRMTg.Sources.VSPatchPosD1) = ("", ""));
        net.Initialize(seed: 1);
        var layers = new PvlvLayers(net);
        new PvlvTrials(layers).RunTick(new PvlvInputs { Punishments = [1f, 0f] });
        Assert.Equal(0f, layers.LHbRMTg.Terms.NetNeg);
        Assert.True(layers.NegPV.TotalAct() > 0.9f);
    }

    [Fact]
    public void Two_of_them_in_a_network_do_not_meet()
    {
        var net = new LeabraNetwork("Two");
        var first = net.AddPvlv(PvlvNets.Small);
        var second = net.AddPvlv(PvlvNets.Small, "B");
        Assert.Equal(["PVLV", "BPVLV"], net.Styles.Used);
        net.Initialize(seed: 1);
        PvlvNets.Condition(first, 2);
        Assert.Equal("BVTAp", second.VTAp.Name);
        Assert.InRange(second.BLAmygPosD1.DA, -1e-6f, 1e-6f);
        PvlvNets.Condition(second, 1);
        Assert.True(second.BLAmygPosD1.DA == second.VTAp.DA);
        Assert.Equal("BPPTg", second.VTAp.Sources.PPTg);
    }

    [Fact]
    public void Inputs_that_are_not_given_are_zeros()
    {
        Assert.Equal(Bits(new PvlvInputs()), Bits(new PvlvInputs { Stimuli = new float[3], Contexts = new float[6], Times = new float[48], Rewards = new float[2], Punishments = new float[2] }));

        static uint[] Bits(PvlvInputs inputs)
        {
            var net = PvlvNets.Make();
            net.Initialize(seed: 1);
            var layers = new PvlvLayers(net);
            PvlvNets.Condition(layers, 1);
            new PvlvTrials(layers).RunTick(inputs);
            return SmallNet.Bits(net);
        }
    }

    [Fact]
    public void Ticks_allocate_nothing()
    {
        var net = PvlvNets.Make();
        net.Initialize(seed: 1);
        net.Threads = 1;
        var layers = new PvlvLayers(net);
        var trials = new PvlvTrials(layers);
        Run(30);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Run(10);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        void Run(int ticks)
        {
            Span<float> reward = [0f, 1f];
            for (var tick = 0; tick < ticks; tick++)
            {
                trials.BeginTrial();
                trials.RunTick(new PvlvInputs { Rewards = reward });
                trials.EndTrial();
            }
        }
    }

    [Fact]
    public void Style_sheets_reach_what_a_layer_and_a_projection_have_of_their_own()
    {
        var net = PvlvNets.Make();
        net.Styles.Set("#BLAmygPosD1 Layer.ActModZero=true");
        net.Styles.Set("#PPTg Layer.DNetGain=3");
        net.Styles.Set("MSNPrjn Prjn.LearningRule=DAHebbVS");
        net.Styles.Set("#VSMatrixPosD1 Layer.DIParams.PrvQ=2");
        net.Initialize(seed: 1);
        var layers = new PvlvLayers(net);
        Assert.True(layers.BLAmygPosD1.ActModZero);
        Assert.Equal((3f, 2f), (layers.PPTg.DNetGain, layers.VSMatrixPosD1.DIParams.PrvQ));
        Assert.All(net.Projections.OfType<StriatalProjection>(), p => Assert.Equal(StriatalLearningRule.DAHebbVS, p.LearningRule));
        net.Styles.Set("#PPTg Layer.DNetGain=-1");
        Assert.Contains("'DNetGain' is -1; it must be within 0…100", Assert.Throws<EmergentException>(() => net.Initialize(seed: 1)).Message, StringComparison.Ordinal);
        net.Styles.ClearSettings();
        net.Styles.Set("#PPTg Layer.GePrev=1");
        Assert.Contains("there is no parameter 'GePrev'", Assert.Throws<EmergentException>(() => net.Initialize(seed: 1)).Message, StringComparison.Ordinal);
    }
}
