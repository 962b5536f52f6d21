using Emergent.Networks;

namespace Emergent.Leabra.Tests;

public class PvlvErrorTests
{
    private const string Modulated = "is modulated (BlAmygLayer, CElAmygLayer, MSNLayer)";

    [Fact]
    public void Wrong_layers_are_refused_when_the_network_is_built()
    {
        AssertRefused(l => l.CElAcqPosD1.ModReceivers.Add("CElExtPosD3", 1f), $"Layer 'CElAcqPosD1' (CElAmygLayer): ModReceivers names 'CElExtPosD3', and network 'Pvlv' has no such layer; it must be one that {Modulated}. Did you mean 'CElExtPosD2'?");
        AssertRefused(l => l.CElAcqPosD1.ModReceivers.Add("PPTg", 1f), $"Layer 'CElAcqPosD1' (CElAmygLayer): ModReceivers names 'PPTg', which is of type PPTgLayer; it must be a layer that {Modulated}.");
        AssertRefused(l => l.PosPV.PVReceivers.Add("CEmPos"), "Layer 'PosPV' (PVLayer): PVReceivers names 'CEmPos', which is of type Layer; it must be a layer that takes primary values (CElAmygLayer, BlAmygLayer, MSNLayer).");
        AssertRefused(l => l.PosPV.PVReceivers.Add("BLAmygPosD1"), "Layer 'PosPV' (PVLayer): PVReceivers names 'BLAmygPosD1' with shape [1, 2, 3, 4], 'PosPV' has [1, 2, 1, 1]; each unit is told the value of the one in its place. Give both as many units.");
        AssertRefused(l => l.LHbRMTg.Sources.NegPV = "NegVP", "Layer 'LHbRMTg' (LHbRMTgLayer): Sources.NegPV names 'NegVP', and network 'Pvlv' has no such layer; it must be one that the lateral habenula reads. Did you mean 'NegPV'?");
        AssertRefused(l => l.VTAn.Sources.PPTg = "", "Layer 'VTAn' (VTALayer): Sources.PPTg is empty; it must name a layer that dopamine is computed from.");
        AssertRefused(l => l.VTAp.SendDA.Add("StimIn"), "Layer 'VTAp' (VTALayer): SendDA names 'StimIn', which is of type Layer; it must be a layer that takes dopamine.");
        AssertRefused(l => l.BLAmygPosD1.ILI.Lays.Add("BLAmygNegD3"), "Layer 'BLAmygPosD1' (BlAmygLayer): ILI.Lays names 'BLAmygNegD3', and network 'Pvlv' has no such layer; it must be one whose inhibition acts on 'BLAmygPosD1'. Did you mean 'BLAmygNegD1'?");
        AssertRefused(
            l => l.Network.Project(new AmygdalaProjection(l.StimIn, l.CEmPos, Connectivity.Full)),
            "Projection 'StimInToCEmPos' (AmygModPrjn) from layer 'StimIn': layer 'CEmPos' is of type Layer; it must be one of the amygdala or the ventral striatum (BlAmygLayer, CElAmygLayer, MSNLayer).");
        AssertRefused(
            l => l.Network.Project(new StriatalProjection(l.StimIn, l.CElAcqPosD1, Connectivity.Full, StriatalLearningRule.DAHebbVS)),
            "Projection 'StimInToCElAcqPosD1' (MSNPrjn) from layer 'StimIn': layer 'CElAcqPosD1' is of type CElAmygLayer; it must be one of the ventral striatum (MSNLayer).");
        AssertRefused(
            l => l.Network.Project(new AmygdalaProjection(l.ContextIn, l.CElAcqPosD1, Connectivity.Full) { SetScale = true, SetScaleMin = 0.5f }),
            "Prjn 'ContextInToCElAcqPosD1': SetScaleMin is 0.5, above SetScaleMax, 0. Exchange them.", isBuilt: true);

        static void AssertRefused(Action<PvlvLayers> change, string message, bool isBuilt = false)
        {
            var net = PvlvNets.Make(change);
            Assert.Equal(message, Assert.Throws<EmergentException>(() => net.Initialize(seed: 1)).Message);
            Assert.Equal(isBuilt, net.IsBuilt);
        }
    }

    [Fact]
    public void Layers_that_modulate_others_have_the_same_pools()
    {
        var error = Assert.Throws<EmergentException>(() => PvlvNets.Pair((sender, _) =>
        {
            ((LeabraNetwork)sender.Network!).AddLayer(new CentralAmygdalaLayer("Flat", [2, 2], DopamineReceptor.D1R));
            sender.ModReceivers.Add("Flat", 1f);
        }));
        Assert.Equal("Layer 'Sender' (BlAmygLayer): ModReceivers names 'Flat', which has no pools, 'Sender' 2 pools; each pool modulates the one in its place. Give both the same pools.", error.Message);
    }

    [Fact]
    public void Wrong_sizes_and_names_are_refused_before_a_layer_is_added()
    {
        AssertRefused(net => net.AddPvlv(new PvlvSizes { Outcomes = 0 }), "PVLV: 0 outcomes were asked for; there is at least one.");
        AssertRefused(net => net.AddPvlv(new PvlvSizes { Amygdala = [1, 2, 3, 4] }, "A"), "PVLV: a pool of layer 'ABLAmygPosD1' has shape [1, 2, 3, 4]; it is [Y, X].");
        AssertRefused(net => _ = new PvlvLayers(net), "Network 'Empty' has no layer 'StimIn'. ");
        AssertRefused(net => net.AddLayer(new CentralAmygdalaLayer("A", [1, 1], DopamineReceptor.D1R)).ModReceivers.Add("B", float.NaN), null, layers: 1);

        static void AssertRefused(Action<LeabraNetwork> add, string? message, int layers = 0)
        {
            var net = new LeabraNetwork("Empty");
            if (message is null) { Assert.Throws<ArgumentOutOfRangeException>(() => add(net)); }
            else { Assert.StartsWith(message, Assert.Throws<EmergentException>(() => add(net)).Message, StringComparison.Ordinal); }
            Assert.Equal(layers, net.Layers.Count);
        }
    }

    [Fact]
    public void Network_takes_one_of_a_prefix()
    {
        var net = PvlvNets.Make();
        Assert.Equal("Network 'Pvlv' has a style set 'PVLV' already. Give this PVLV a prefix of its own.", Assert.Throws<EmergentException>(() => net.AddPvlv(PvlvNets.Small)).Message);
        Assert.Equal(27, net.Layers.Count);
    }

    [Fact]
    public void Layers_of_other_types_are_refused_by_name()
    {
        var net = new LeabraNetwork("Wrong");
        foreach (var name in (string[])["StimIn", "ContextIn", "USTimeIn", "PosPV"]) { net.AddLayer(name, [1, 1]); }
        Assert.Equal("Network 'Wrong': layer 'PosPV' is of type Layer; in a PVLV network it must be a PrimaryValueLayer.", Assert.Throws<EmergentException>(() => new PvlvLayers(net)).Message);
    }

    [Fact]
    public void Input_of_another_size_is_refused()
    {
        var net = PvlvNets.Make();
        net.Initialize(seed: 1);
        var trials = new PvlvTrials(new PvlvLayers(net));
        Assert.Contains("Pattern 'StimIn' has 2 values; its shape [3, 1] needs 3.", Assert.Throws<EmergentException>(() => trials.RunTick(new PvlvInputs { Stimuli = [1f, 0f] })).Message, StringComparison.Ordinal);
    }
}
