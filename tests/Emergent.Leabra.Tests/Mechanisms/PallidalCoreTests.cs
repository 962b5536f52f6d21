using Emergent.Networks;

namespace Emergent.Leabra.Tests;

public class PallidalCoreTests
{
    [Fact]
    public void Wiring_and_defaults_are_those_of_the_reference()
    {
        var net = new LeabraNetwork("GoNoGo");
        var bg = net.AddPallidalCore([1, 2, 1, 6]);
        var dopamine = net.AddLayer(new ClampedDopamineLayer("SNc"));
        var context = net.AddLayer("Ctx", [1, 6], LayerKind.Input);
        var actions = net.AddLayer("ACC", [1, 2, 1, 1], LayerKind.Input);
        net.ProjectToMatrix(context, bg.MatrixGo, Connectivity.Full);
        net.ProjectToMatrix(actions, bg.MatrixGo, Connectivity.PoolOneToOne).AddClass("ACCToMtx");
        net.ProjectToMatrix(context, bg.MatrixNoGo, Connectivity.Full);
        foreach (var excited in (LeabraLayer[])[bg.STNp, bg.STNs, bg.Thalamus]) { net.Project(actions, excited, Connectivity.PoolOneToOne); }
        dopamine.SendDA.Add(bg.MatrixGo.Name, bg.MatrixNoGo.Name);
        bg.Cholinergic.RewLays.Add(dopamine.Name);
        var reference = new ReferenceModel("h/pcore");
        reference.Style(net);
        net.Initialize(seed: 1);
        Assert.Equal(1929, reference.AssertSame(net));
        Assert.Equal(["MtxGo", "MtxNo"], bg.Cholinergic.SendACh);
    }

    [Fact]
    public void Each_cue_comes_to_open_the_gate_that_is_rewarded()
    {
        // The example of docs/algorithm/pcore.md.
        var net = new LeabraNetwork("Choice");
        var cue = net.AddLayer("Cue", [1, 2], LayerKind.Input);
        var actions = net.AddLayer("Actions", [1, 2, 1, 1], LayerKind.Input);
        var dopamine = net.AddLayer(new ClampedDopamineLayer("SNc"));
        var bg = net.AddPallidalCore([1, 2, 1, 6]);
        foreach (var excited in (LeabraLayer[])[bg.STNp, bg.STNs, bg.Thalamus]) { net.Project(actions, excited, Connectivity.PoolOneToOne); }
        net.ProjectToMatrix(cue, bg.MatrixGo, Connectivity.Full).AddClass("Cues");
        net.ProjectToMatrix(cue, bg.MatrixNoGo, Connectivity.Full).AddClass("Cues");
        net.ProjectToMatrix(actions, bg.MatrixGo, Connectivity.PoolOneToOne).AddClass("Actions");
        dopamine.SendDA.Add(bg.MatrixGo.Name, bg.MatrixNoGo.Name);
        bg.Cholinergic.RewLays.Add(dopamine.Name);
        net.Styles[StyleSets.Base].AddText("""
            MatrixPrjn { WtScale.Abs: 1.6; }
            .Cues { Learn.Lrate: 0.3; }
            .Actions { Learn.Learn: false; WtScale.Rel: 0.5; WtInit.Var: 0; }
            #Cue { Inhib.ActAvg.Fixed: true; Inhib.ActAvg.Init: 0.5; }
            #Actions { Inhib.ActAvg.Fixed: true; Inhib.ActAvg.Init: 0.9; }
            """);
        net.Initialize(seed: 1);

        var correct = new bool[100];
        for (var trial = 0; trial < correct.Length; trial++)
        {
            var shown = trial % 2;                          // cue 0 asks for action 0, cue 1 for action 1
            net.ClearInputs();                              // no dopamine before there is a choice
            cue.Present(shown == 0 ? [1f, 0f] : [0f, 1f], cue.Shape);
            actions.Present([0.9f, 0.9f], actions.Shape);   // both are possible
            net.BeginTrial();
            for (var quarter = 0; quarter < 4; quarter++)
            {
                for (var cycle = 0; cycle < 25; cycle++) { net.RunCycle(); }
                net.EndQuarter();
                if (quarter != 2) { continue; }
                var chosen = bg.Thalamus.GatedUnit();
                correct[trial] = chosen == shown;
                dopamine.Present([chosen is null ? -0.2f : correct[trial] ? 0.6f : -0.6f], dopamine.Shape);
            }
            net.LearnWeights();
        }
        Assert.True(correct[..20].Count(c => c) < 12, $"{correct[..20].Count(c => c)}");
        Assert.All(correct[40..], Assert.True);
    }

    [Fact]
    public void Strong_input_makes_subthalamic_units_burst_and_then_pause()
    {
        var (pausing, calcium, channels) = Run(SubthalamicPart.STNp);
        var peak = Array.IndexOf(pausing, pausing.Max());
        Assert.True(pausing[peak] > 0.9f && peak < 20, $"{pausing[peak]} in cycle {peak}");
        Assert.True(pausing[peak..].Min() < 0.1f, $"{pausing[peak..].Min()}");
        Assert.Contains(1f, channels);
        Assert.True(calcium.Max() > 1f);

        var (sustained, _, never) = Run(SubthalamicPart.STNs);
        Assert.True(sustained.Max() < 0.9f && sustained[^1] > 0.4f, $"{sustained.Max()}, {sustained[^1]} at the end");
        Assert.DoesNotContain(1f, never);

        static (float[] Act, float[] Ca, float[] KCa) Run(SubthalamicPart part)
        {
            var net = new LeabraNetwork("Burst");
            var input = net.AddLayer("Input", [1, 1], LayerKind.Input);
            var nucleus = net.AddLayer(new SubthalamicLayer("STN", [1, 1], part));
            net.Project(input, nucleus, Connectivity.Full);
            net.Initialize(seed: 1);
            input.Present([0.95f], [1, 1]);
            net.BeginTrial();
            var (act, ca, kca) = (new float[75], new float[75], new float[75]);
            for (var cycle = 0; cycle < act.Length; cycle++)
            {
                net.RunCycle();
                (act[cycle], ca[cycle], kca[cycle]) = (nucleus.Units("Act")[0], nucleus.Units("Ca")[0], nucleus.Units("KCa")[0]);
            }
            return (act, ca, kca);
        }
    }

    [Fact]
    public void Calcium_lasts_beyond_a_trial_unless_each_starts_afresh()
    {
        foreach (var afresh in (bool[])[false, true])
        {
            var net = MechanismNets.PallidalCore(out var bg);
            bg.STNp.Ca.AlphaInit = afresh;
            net.Initialize(seed: 1);
            SmallNet.Present(net, 0);
            net["Actions"].Present([1f, 1f, 1f, 1f, 1f, 1f], [2, 3, 1, 1]);
            net.RunTrial();
            Assert.Contains(bg.STNp.Units("KCa").ToArray(), kca => kca > 0.1f);
            net.BeginTrial();
            foreach (var variable in (string[])["Ca", "KCa", "Gk"]) { Assert.Equal(afresh, bg.STNp.Units(variable).ToArray().All(x => x == 0f)); }
            net.InitializeActivity();
            foreach (var variable in (string[])["Ca", "KCa", "Gk"]) { Assert.All(bg.STNp.Units(variable).ToArray(), x => Assert.Equal(0f, x)); }
        }
    }

    [Fact]
    public void More_calcium_opens_more_channels()
    {
        Assert.Equal(0f, CalciumParams.OpenShare(0f));
        Assert.Equal(0.81 / (1 + Math.Exp(-0.3) / 0.46), CalciumParams.OpenShare(1f), tolerance: 1e-6);
        Assert.True(CalciumParams.OpenShare(2f) > CalciumParams.OpenShare(1f));
        Assert.Equal(0.81f, CalciumParams.OpenShare(1e9f), tolerance: 1e-6f);
    }

    [Fact]
    public void Striatal_units_learn_with_the_sign_of_their_gate()
    {
        foreach (var isDerivative in (bool[])[true, false])
        {
            var net = MechanismNets.PallidalCore(out var bg);
            (bg.MatrixGo.Matrix.Deriv, bg.MatrixGo.Matrix.ThalThr) = (isDerivative, 0.4f);
            net.Initialize(seed: 1);
            SmallNet.Train(net, 1);
            float[] thalamus = bg.Thalamus.Units("AlphaMax").ToArray(), largest = bg.MatrixGo.Units("AlphaMax").ToArray(), learned = bg.MatrixGo.Units("ActLrn").ToArray();
            Assert.Contains(thalamus, x => x > 0.4f);
            Assert.Contains(thalamus, x => x <= 0.4f);
            for (var unit = 0; unit < learned.Length; unit++)
            {
                var size = isDerivative ? 2f * largest[unit] * (1f - largest[unit]) : largest[unit];
                Assert.Equal(thalamus[unit / 9] > 0.4f ? size : -size, learned[unit]);
            }
        }
    }

    [Fact]
    public void The_gated_unit_is_the_most_active_above_a_threshold()
    {
        var net = MechanismNets.PallidalCore(out var bg);
        net.Initialize(seed: 1);
        Assert.Null(bg.Thalamus.GatedUnit());
        new[] { 0.1f, 0.3f, 0.7f, 0.7f, 0f, 0.2f }.CopyTo(bg.Thalamus.Units("AlphaMax"));
        Assert.Equal(2, bg.Thalamus.GatedUnit());
        Assert.Null(bg.Thalamus.GatedUnit(0.7f));
    }

    [Theory]
    [InlineData(0.5f, 1f, 1f)]
    [InlineData(0.5f, 0.4f, 2f)]
    [InlineData(-0.5f, 0.4f, 2f)]
    public void Receptors_and_drugs_decide_what_dopamine_teaches(float da, float burstGain, float dipGain)
    {
        var net = MechanismNets.PallidalCore(out var bg);
        foreach (var matrix in (PallidalMatrixLayer[])[bg.MatrixGo, bg.MatrixNoGo]) { (matrix.Matrix.BurstGain, matrix.Matrix.DipGain) = (burstGain, dipGain); }
        net.Initialize(seed: 1);
        net["VTA"].Present([da], [1, 1]);
        net.BeginTrial();
        for (var cycle = 0; cycle < 2; cycle++) { net.RunCycle(); }   // sent at the end of the first
        var expected = da * (da > 0f ? burstGain : dipGain);
        Assert.Equal((da, expected, -expected), (bg.MatrixGo.DA, bg.MatrixGo.DALrn, bg.MatrixNoGo.DALrn));
        Assert.All(bg.MatrixNoGo.Units("DALrn").ToArray(), x => Assert.Equal(-expected, x));
        Assert.Equal(1f, bg.MatrixNoGo.Units("ACh")[0]);
        net.InitializeActivity();
        Assert.Equal((0f, 0f, 0f), (bg.MatrixGo.DA, bg.MatrixGo.DALrn, bg.MatrixGo.Units("DALrn")[0]));
    }

    [Theory]
    [InlineData(true, 0f)]
    [InlineData(true, 0.25f)]
    [InlineData(false, 0.25f)]
    [InlineData(true, 1f)]
    public void A_trace_is_taught_by_dopamine_and_forgotten_by_acetylcholine(bool isCurrent, float ach)
    {
        var net = MechanismNets.PallidalCore(out var bg);
        var learning = (PallidalMatrixProjection)bg.MatrixGo.ReceivingProjections.Single(p => p.TypeName == "MatrixPrjn");
        learning.Trace.CurTrlDA = isCurrent;
        net.Initialize(seed: 1);
        for (var trial = 0; trial < 2; trial++)
        {
            SmallNet.Present(net, trial);
            net["VTA"].Present([0f], [1, 1]);   // nothing to learn from, and nothing to forget for
            net.RunTrial();
        }
        net.BeginTrial();
        (bg.MatrixGo.DA, bg.MatrixGo.ACh) = (0.5f, ach);
        net.RunCycle();   // DALrn follows DA; at its end other levels arrive
        (bg.MatrixGo.DA, bg.MatrixGo.ACh) = (0.5f, ach);
        var sender = learning.LeabraSender.Units("ActLrn").ToArray().Index().MaxBy(u => u.Item).Index;
        var before = learning.Synapse("Tr", sender, 3);
        var added = bg.MatrixGo.Units("ActLrn")[3] * learning.LeabraSender.Units("ActLrn")[sender];
        Assert.True(MathF.Abs(added) > 1e-3f && MathF.Abs(before) > 1e-3f, $"{added}, {before} before");
        net.ComputeWeightChanges();
        var taught = isCurrent ? before + added : before;
        Assert.Equal(taught * bg.MatrixGo.DALrn * learning.Learn.Lrate, learning.Synapse("DWt", sender, 3), tolerance: 1e-7f);
        var kept = taught - MathF.Min(1f, 2f * ach) * taught;
        Assert.Equal(isCurrent ? kept : kept + added, learning.Synapse("Tr", sender, 3), tolerance: 1e-7f);
        Assert.Equal(added, learning.Synapse("NTr", sender, 3));
    }

    [Fact]
    public void Without_dopamine_nothing_is_learned()
    {
        var net = MechanismNets.PallidalCore(out var bg);
        net.Initialize(seed: 1);
        SmallNet.Present(net, 0);
        net["VTA"].Present([0f], [1, 1]);
        net.RunTrial(learn: false);
        net.ComputeWeightChanges();
        foreach (var projection in net.Projections.Where(p => p.TypeName == "MatrixPrjn"))
        {
            Assert.All(projection.SynapseValues("DWt").ToArray(), dwt => Assert.Equal(0f, dwt));
            Assert.Contains(projection.SynapseValues("Tr").ToArray(), tr => tr != 0f);
        }
    }

    [Fact]
    public void Lesioned_units_stand_still()
    {
        var net = MechanismNets.PallidalCore(out var bg);
        net.Initialize(seed: 1);
        SmallNet.Train(net, 2);
        bg.STNp.Lesion(2);
        bg.MatrixGo.Lesion(4);
        var before = (bg.STNp.Units("Ca")[2], bg.STNp.Units("KCa")[2], bg.STNp.Units("Gk")[2], bg.MatrixGo.Units("ActLrn")[4]);
        SmallNet.Train(net, 2);
        Assert.Equal(before, (bg.STNp.Units("Ca")[2], bg.STNp.Units("KCa")[2], bg.STNp.Units("Gk")[2], bg.MatrixGo.Units("ActLrn")[4]));
    }

    [Fact]
    public void Wrong_layers_are_refused_when_the_network_is_built()
    {
        AssertRefused((_, bg) => bg.MatrixGo.Matrix.ThalLay = "VTal", "Layer 'MtxGo' (MatrixLayer): Matrix.ThalLay names 'VTal', and network 'PallidalCore' has no such layer; it must be one that is its thalamus (VThalLayer). Did you mean 'VThal'?");
        AssertRefused((_, bg) => bg.MatrixGo.Matrix.ThalLay = "", "Layer 'MtxGo' (MatrixLayer): Matrix.ThalLay is empty; it must name a layer that is its thalamus (VThalLayer).");
        AssertRefused((_, bg) => bg.MatrixNoGo.Matrix.ThalLay = "Cue", "Layer 'MtxNo' (MatrixLayer): Matrix.ThalLay names 'Cue', which is of type Layer; it must be a layer that is its thalamus (VThalLayer).");
        AssertRefused(
            (net, bg) => bg.MatrixNoGo.Matrix.ThalLay = net.AddLayer(new VentralThalamusLayer("Small", [1, 2, 1, 1])).Name,
            "Layer 'MtxNo' (MatrixLayer) has 6 pools, its thalamus 'Small' (Matrix.ThalLay) 2 units; each pool needs one. Give 'Small' one unit for each pool of 'MtxNo'.");
        AssertRefused(
            (net, _) => net.AddLayer(new PallidalMatrixLayer("Flat", [3, 3], DopamineReceptor.D1R)),
            "Layer 'Flat' (MatrixLayer) has shape [3, 3]; it needs pools, one for each action: [poolsY, poolsX, unitsY, unitsX].");
        AssertRefused(
            (net, bg) => net.Project(new PallidalMatrixProjection(net["Cue"], bg.GPi, Connectivity.Full)),
            "Projection 'CueToGPi' (MatrixPrjn) from layer 'Cue': layer 'GPi' is of type GPiLayer; it must be one of the striatum (MatrixLayer of AddPallidalCore). Use a plain projection, or project to MtxGo or MtxNo.");

        static void AssertRefused(Action<LeabraNetwork, PallidalCoreLayers> change, string message)
        {
            var net = MechanismNets.PallidalCore(out var bg);
            change(net, bg);
            Assert.Equal(message, Assert.Throws<EmergentException>(() => net.Initialize(seed: 1)).Message);
            Assert.False(net.IsBuilt);
        }
    }

    [Fact]
    public void A_thalamus_that_a_style_names_later_is_looked_up_again()
    {
        var net = MechanismNets.PallidalCore(out var bg);
        net.Initialize(seed: 1);
        bg.MatrixGo.Matrix.ThalLay = "Thalamus";
        Assert.Contains("Matrix.ThalLay names 'Thalamus'", Assert.Throws<EmergentException>(() => net.Initialize(seed: 1)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Shape_without_pools_is_refused_where_the_core_is_added()
    {
        var net = new LeabraNetwork("Flat");
        Assert.Equal(
            "Pallidal core 'M': layer 'MMtxGo' has shape [2, 6]; it needs pools, one for each action: [poolsY, poolsX, unitsY, unitsX].",
            Assert.Throws<EmergentException>(() => net.AddPallidalCore([2, 6], "M")).Message);
        Assert.Empty(net.Layers);
    }
}
