using Emergent.Networks;

namespace Emergent.Leabra.Tests;

public class GatedMaintenanceTests
{
    [Fact]
    public void Wiring_and_defaults_are_those_of_the_reference()
    {
        var net = new LeabraNetwork("Gated");
        var stimulus = net.AddLayer("Stim", [1, 2, 2, 2], LayerKind.Input);
        var hold = net.AddLayer("CtlM", [1, 2, 1, 1], LayerKind.Input);
        var read = net.AddLayer("CtlO", [1, 2, 1, 1], LayerKind.Input);
        var pfc = net.AddMaintenancePfc([1, 2, 2, 2], hasPulvinar: true);
        var holding = net.AddPallidalCore([1, 2, 1, 4], "M");
        var reading = net.AddPallidalCore([1, 2, 1, 4], "O");
        var response = net.AddLayer("Resp", [1, 2, 2, 2], LayerKind.Target);
        net.Project(stimulus, pfc.Super, Connectivity.OneToOne).AddClass("Fixed");
        net.Project(pfc.CT, pfc.Pulvinar!, Connectivity.PoolOneToOne);
        net.Project(pfc.Pulvinar!, pfc.CT, Connectivity.PoolOneToOne, ProjectionKind.Back);
        pfc.Pulvinar!.Drivers.Add("Stim");
        pfc.Out.Out.ClearLays.Add(pfc.Maint.Name);
        foreach (var (gate, bg, gated) in ((LeabraLayer, PallidalCoreLayers, LeabraLayer)[])[(hold, holding, pfc.Maint), (read, reading, pfc.Out)])
        {
            net.Project(gate, bg.Thalamus, Connectivity.PoolOneToOne);
            net.Project(gate, bg.STNs, Connectivity.PoolOneToOne);
            net.ProjectToMatrix(gate, bg.MatrixGo, Connectivity.PoolOneToOne);
            net.Project(bg.Thalamus, gated, Connectivity.PoolOneToOne).AddClass("ThalToPFC");
            bg.Cholinergic.RewLays.Add(read.Name);
        }
        net.Project(pfc.Out, response, Connectivity.PoolOneToOne);
        var reference = new ReferenceModel("h/agate");
        reference.Style(net);
        net.Initialize(seed: 1);
        Assert.Equal(4302, reference.AssertSame(net));
        Assert.Equal(["PFCOut"], pfc.Maint.InterInhib.Lays);
    }

    [Fact]
    public void A_stimulus_is_held_until_it_is_read_out_and_then_cleared()
    {
        // The example of docs/algorithm/agate.md.
        var net = MechanismNets.GatedMaintenance(out var pfc, out var gate);
        net.Initialize(seed: 1);

        Trial([0, 0, 0, 0, 1, 0, 1, 0], recall: [0, 0]);    // units 4 and 6
        Assert.Equal([4, 6], ActiveUnits(pfc.Maint, "ActP"));
        Trial([0, 0, 0, 0, 0, 0, 0, 0], recall: [0, 0]);
        Trial([0, 0, 0, 0, 0, 1, 0, 1], recall: [0, 0]);    // something else
        Assert.Equal([4, 6], ActiveUnits(pfc.Maint, "ActP"));
        Assert.Empty(ActiveUnits(pfc.Out, "AlphaMax"));
        Assert.Equal((null, false), (gate.Thalamus.GatedUnit(), pfc.Out.HasCleared));
        Trial([0, 0, 0, 0, 0, 0, 0, 0], recall: [0, 1]);    // pool 1
        Assert.Equal([4, 6], ActiveUnits(pfc.Out, "AlphaMax"));
        Assert.Empty(ActiveUnits(pfc.Maint, "ActP"));
        Assert.Equal((1, true), (gate.Thalamus.GatedUnit(), pfc.Out.HasCleared));
        Trial([0, 0, 0, 0, 0, 0, 0, 0], recall: [0, 0]);
        Assert.Empty(ActiveUnits(pfc.Maint, "ActP"));

        void Trial(float[] stimulus, float[] recall)
        {
            net["Stimulus"].Present(stimulus, [1, 2, 2, 2]);
            net["Recall"].Present(recall, [1, 2, 1, 1]);
            net.RunTrial();
        }

        static int[] ActiveUnits(LeabraLayer layer, string variable) => [.. Enumerable.Range(0, layer.UnitCount).Where(unit => layer.Units(variable)[unit] > 0.5f)];
    }

    [Fact]
    public void Nothing_is_held_without_NMDA_channels()
    {
        var net = MechanismNets.GatedMaintenance(out var pfc, out _);
        pfc.Maint.NMDA.Gbar = 0f;
        net.Initialize(seed: 1);
        foreach (var stimulus in (float[][])[[0, 0, 0, 0, 1, 0, 1, 0], new float[8]])
        {
            net["Stimulus"].Present(stimulus, [1, 2, 2, 2]);
            net.RunTrial();
        }
        Assert.All(pfc.Maint.Units("ActP").ToArray(), act => Assert.True(act < 0.1f, $"{act}"));
    }

    [Fact]
    public void Clearing_leaves_units_at_rest_with_some_GABAB_and_takes_back_what_they_sent()
    {
        var net = MechanismNets.GatedMaintenance(out var pfc, out _);
        net.Initialize(seed: 1);
        SmallNet.Train(net, 3);
        SmallNet.Present(net, 0);
        net.BeginTrial();
        for (var cycle = 0; cycle < 20; cycle++) { net.RunCycle(); }
        pfc.Maint.PulseClear.GABAB = 3f;
        var sent = pfc.Maint.Units("ActSent").ToArray();
        var received = pfc.Out.Units("GeRaw").ToArray();
        Assert.Contains(sent, act => act > 0.3f);
        pfc.Maint.Clear();
        foreach (var variable in (string[])["Act", "ActLrn", "Ge", "GeRaw", "Gnmda", "NMDA", "NMDASyn"]) { Assert.All(pfc.Maint.Units(variable).ToArray(), x => Assert.Equal(0f, x)); }
        foreach (var variable in (string[])["Vm", "VmEff"]) { Assert.All(pfc.Maint.Units(variable).ToArray(), x => Assert.Equal(0.4f, x)); }
        foreach (var variable in (string[])["GABAB", "GABABx"]) { Assert.All(pfc.Maint.Units(variable).ToArray(), x => Assert.Equal(3f, x)); }
        Assert.Equal(sent, pfc.Maint.Units("ActSent").ToArray());
        net.RunCycle();
        Assert.All(pfc.Maint.Units("ActSent").ToArray(), x => Assert.Equal(0f, x));
        var least = pfc.Maint.Units("NMDASyn").ToArray().Min();
        Assert.True(least < 0f, $"{least}");   // taken back from what has been forgotten
        for (var unit = 0; unit < sent.Length; unit++) { Assert.True(sent[unit] < 0.3f || pfc.Out.Units("GeRaw")[unit] < received[unit]); }
    }

    [Fact]
    public void Output_inhibits_what_is_held_from_the_cycle_on_in_which_it_is_recorded()
    {
        var without = Inhibition(0f);
        var with = Inhibition(2f);
        Assert.Equal(without[..31], with[..31]);
        Assert.True(with[31] > without[31], $"{with[31]}, {without[31]} without");

        static float[] Inhibition(float gi)
        {
            var net = MechanismNets.GatedMaintenance(out var pfc, out _);
            (pfc.Maint.InterInhib.Gi, pfc.Out.Out.ResetThr) = (gi, 1f);
            net.Initialize(seed: 1);
            net["Stimulus"].Present([0f, 0f, 0f, 0f, 0f, 1f, 1f, 0f], net["Stimulus"].Shape);
            net["Recall"].Present([0f, 1f], [1, 2, 1, 1]);
            net.BeginTrial();
            var inhibition = new float[40];
            foreach (ref var layer in inhibition.AsSpan())
            {
                net.RunCycle();
                layer = pfc.Maint.Pools[0].Inhib.Gi;
            }
            return inhibition;
        }
    }

    [Fact]
    public void Wrong_layers_are_refused_when_the_network_is_built()
    {
        AssertRefused((_, pfc) => pfc.Maint.InterInhib.Lays.Add("PFCOu"), "Layer 'PFCMnt' (MaintLayer): InterInhib.Lays names 'PFCOu', and network 'Delay' has no such layer; it must be one that reads out what is held (OutLayer). Did you mean 'PFCOut'?");
        AssertRefused((_, pfc) => pfc.Maint.InterInhib.Lays.Add("PFC"), "Layer 'PFCMnt' (MaintLayer): InterInhib.Lays names 'PFC', which is of type SuperLayer; it must be a layer that reads out what is held (OutLayer).");
        AssertRefused((_, pfc) => pfc.Out.Out.ClearLays.Add("PFCMaint"), "Layer 'PFCOut' (OutLayer): Out.ClearLays names 'PFCMaint', and network 'Delay' has no such layer; it must be one that holds something to clear (MaintLayer, OutLayer). Did you mean 'PFCMnt'?");
        AssertRefused((_, pfc) => pfc.Out.Out.ClearLays.Add("PFC"), "Layer 'PFCOut' (OutLayer): Out.ClearLays names 'PFC', which is of type SuperLayer; it must be a layer that holds something to clear (MaintLayer, OutLayer).");

        static void AssertRefused(Action<LeabraNetwork, MaintenancePfcLayers> change, string message)
        {
            var net = MechanismNets.GatedMaintenance(out var pfc, out _);
            change(net, pfc);
            Assert.Equal(message, Assert.Throws<EmergentException>(() => net.Initialize(seed: 1)).Message);
            Assert.False(net.IsBuilt);
        }
    }

    [Fact]
    public void Layers_without_pools_are_refused_where_they_are_added()
    {
        var net = new LeabraNetwork("Flat");
        foreach (var add in (Action[])[() => net.AddMaintenanceLayer("Flat", [3, 3]), () => net.AddGatedOutputLayer("Flat", [3, 3]), () => net.AddMaintenancePfc([3, 3], "Flat")])
        {
            Assert.Equal(
                "Layer 'Flat' has shape [3, 3]; a layer that holds or reads out needs pools, one for each thing: [poolsY, poolsX, unitsY, unitsX].",
                Assert.Throws<EmergentException>(add).Message);
        }
        Assert.Empty(net.Layers);
    }

    [Fact]
    public void Clearing_needs_a_built_network() =>
        Assert.Contains("its network is not built", Assert.Throws<EmergentException>(() => new LeabraNetwork("New").AddMaintenanceLayer("Maint", [1, 1, 2, 2]).Clear()).Message, StringComparison.Ordinal);
}
