using Emergent.Networks;
using Emergent.Tests;

namespace Emergent.Leabra.Tests;

public class PbwmTests
{
    [Fact]
    public void Stripe_holds_what_was_stored_while_other_input_is_ignored()
    {
        var net = new LeabraNetwork("Gating");
        var input = net.AddPbwmLayer("Input", [1, 4], LayerKind.Input);
        var control = net.AddPbwmLayer("Control", [1, 2], LayerKind.Input);       // store, ignore
        var (ganglia, cortex) = net.AddPbwm(rows: 1, maintaining: 1, output: 0, matrix: (1, 4), prefrontal: (1, 4));
        net.Project(input, cortex.Maint!, Connectivity.OneToOne).Learn.Learn = false;
        var go = net.ProjectToMatrix(control, ganglia.MatrixGo, Connectivity.Full);
        var nogo = net.ProjectToMatrix(control, ganglia.MatrixNoGo, Connectivity.Full);
        (go.WtInit.Mean, go.WtInit.Var, nogo.WtInit.Mean, nogo.WtInit.Var) = (0.1f, 0f, 0.1f, 0f);
        net.Initialize(seed: 1);
        go.SetWeight(sender: 0, receiver: 0, 0.9f);                               // as if it had learned
        nogo.SetWeight(sender: 1, receiver: 0, 0.9f);

        input.Present([0f, 0f, 1f, 0f], input.Shape);
        control.Present([1f, 0f], control.Shape);                                 // store
        net.RunTrial(learn: false);
        input.Present([1f, 0f, 0f, 0f], input.Shape);
        control.Present([0f, 1f], control.Shape);                                 // ignore, twice
        net.RunTrial(learn: false);
        net.RunTrial(learn: false);                                               // PFCmnt shows unit 0; PFCmntD has unit 2

        Assert.Equal([2], Active(cortex.MaintDeep!));
        Assert.Equal([0], Active(cortex.Maint!));
        Assert.True(cortex.MaintDeep!.Gates[0].Cnt > 1);
        PageExamples.AssertStandIn("docs/algorithm/pbwm.md", "tests/Emergent.Leabra.Tests/Mechanisms/PbwmTests.cs", count: 2);
    }

    [Fact]
    public void Medication_sets_the_gains_of_the_receptors_it_acts_on()
    {
        var net = new LeabraNetwork("Drugs");
        var ganglia = net.AddDorsalBG(rows: 1, maintaining: 0, output: 1, unitsY: 1, unitsX: 6);
        net.Medicate(DopamineMedication.D2Agonist(dose: 0.75f));                   // dips do not teach NoGo units
        net.Medicate(DopamineMedication.ParkinsonOff);                            // the gains of this one, and no others
        net.Medicate(DopamineMedication.None);

        Assert.Equal((1f, 1f, 1f, 1f), Gains());
        foreach (var (medication, gains) in ((DopamineMedication, (float, float, float, float))[])[
            (DopamineMedication.D1Agonist(0.75f), (1f, 0.25f, 1f, 1f)), (DopamineMedication.D1Antagonist(0.75f), (0.25f, 1f, 1f, 1f)),
            (DopamineMedication.D2Agonist(0.75f), (1f, 1f, 1f, 0.25f)), (DopamineMedication.D2Antagonist(0.75f), (1f, 1f, 0.25f, 1f)),
            (DopamineMedication.ParkinsonOff, (0.25f, 1f, 0.25f, 1f)), (DopamineMedication.ParkinsonOn, (1f, 0.25f, 1f, 0.25f)),
            (DopamineMedication.D1Antagonist(0.5f).With(DopamineMedication.ParkinsonOff), (0.125f, 1f, 0.25f, 1f))])
        {
            net.Medicate(medication);
            Assert.Equal(gains, Gains());
        }
        Assert.Contains("2 was given", Assert.Throws<ArgumentOutOfRangeException>(() => DopamineMedication.D1Agonist(2f)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => new DopamineMedication(D2Dip: -1f));
        Assert.Contains("'None'", Assert.Throws<EmergentException>(() => new LeabraNetwork("None").Medicate(DopamineMedication.None)).Message, StringComparison.Ordinal);

        (float, float, float, float) Gains() =>
            (ganglia.MatrixGo.Matrix.BurstGain, ganglia.MatrixGo.Matrix.DipGain, ganglia.MatrixNoGo.Matrix.BurstGain, ganglia.MatrixNoGo.Matrix.DipGain);
    }

    [Theory]
    [InlineData(0.8f, 0f, 0f, 0.8f, -0.8f)]             // a burst teaches Go to do it again, NoGo not to oppose
    [InlineData(-0.4f, 0f, 0f, -0.4f, 0.4f)]            // a dip the other way round
    [InlineData(-0.4f, 0.75f, 0f, -0.4f, 0.1f)]         // with a D2 agonist, NoGo does not learn from it
    [InlineData(0.8f, 0f, 0.75f, 0.8f, -0.2f)]          // with a D2 antagonist, not from bursts
    public void Dopamine_teaches_Go_and_NoGo_opposite_things_as_far_as_drugs_let_it(float da, float agonist, float antagonist, float go, float nogo)
    {
        var net = MechanismNets.Make("gated working memory");
        net.Medicate(DopamineMedication.D2Agonist(agonist).With(DopamineMedication.D2Antagonist(antagonist)));
        net["VTA"].Present([da], [1, 1]);
        net.BeginTrial();
        net.RunCycle();
        Assert.Equal(0f, net["MatrixGo"].Units("DALrn")[0]);   // dopamine arrives at the end of the cycle
        net.RunCycle();
        Assert.Equal(da, net["MatrixGo"].Units("DA")[0]);
        Assert.Equal(go, net["MatrixGo"].Units("DALrn")[0]);
        Assert.Equal(nogo, net["MatrixNoGo"].Units("DALrn")[0], tolerance: 1e-7f);   // 0.1 and 0.2 are no floats
    }

    [Fact]
    public void Gates_are_decided_in_cycle_18_of_the_first_and_third_quarter_and_stand_until_the_next_trial()
    {
        var net = Trained(out var thalamus);
        var target = (PFCDeepLayer)net["PFCoutD"];
        var decided = new List<int>();
        SmallNet.Present(net, pattern: 0);
        net.BeginTrial();
        for (var quarter = 0; quarter < 4; quarter++)
        {
            for (var cycle = 0; cycle < 25; cycle++)
            {
                var now = net.Time.Cycle;
                net.RunCycle();
                if (!thalamus.Gates[0].IsNow) { continue; }
                decided.Add(now);
                for (var p = 0; p < thalamus.PoolCount; p++)
                {
                    var act = thalamus.Units("Act")[p];
                    Assert.Equal(act >= thalamus.Gate.Thr ? act : 0f, thalamus.Gates[p].Act);
                    Assert.Equal(act, thalamus.Units("ActG")[p]);
                }
                Assert.True(target.Gates[1].IsNow);
                Assert.Equal(thalamus.Gates[3].Act, target.Gates[1].Act);   // the second output stripe of the first row
                Assert.Equal(thalamus.Gates[6].Act, target.Gates[2].Act);   // the first of the second
            }
            net.EndQuarter();
        }
        Assert.Equal([18, 68], decided);
        Assert.Contains(thalamus.Gates, gate => gate.IsOpen);
        net.BeginTrial();
        net.RunCycle();
        Assert.DoesNotContain(thalamus.Gates, gate => gate.IsOpen);
    }

    [Fact]
    public void Network_of_the_tests_of_all_mechanisms_opens_gates_and_learns_by_traces()
    {
        var net = MechanismNets.Make("gated working memory");
        var projections = net.Projections.OfType<MatrixTraceProjection>().ToList();
        var before = projections.ConvertAll(p => p.SynapseValues("Wt"));
        SmallNet.Train(net, trials: 5);
        Assert.Contains(((GPiThalLayer)net["GPiThal"]).Gates, gate => gate.IsOpen);
        Assert.Contains(((GPiThalLayer)net["GPiThal"]).Gates, gate => !gate.IsOpen);
        for (var p = 0; p < projections.Count; p++) { Assert.NotEqual(before[p], projections[p].SynapseValues("Wt")); }
    }

    [Fact]
    public void Stripes_count_their_quarters_from_opening_or_shutting()
    {
        var net = Trained(out var thalamus);
        var (maint, put) = ((PFCDeepLayer)net["PFCmntD"], (PFCDeepLayer)net["PFCoutD"]);
        (maint.Maint.MaxMaint, put.Maint.OutClearMaint) = (100, false);
        Decide(thalamus, isOpen: true);
        net.RunTrial();
        Assert.All(thalamus.Gates, gate => Assert.Equal(0, gate.Cnt));
        Assert.All(maint.Gates, gate => Assert.Equal(1, gate.Cnt));    // opened in the third quarter, counted after the fourth
        Assert.All(put.Gates, gate => Assert.Equal(1, gate.Cnt));      // opened and counted in the first
        Decide(thalamus, isOpen: false);
        net.RunTrial();
        Assert.All(thalamus.Gates, gate => Assert.Equal(2, gate.Cnt));
        Assert.All(maint.Gates, gate => Assert.Equal(3, gate.Cnt));
        Assert.All(put.Gates, gate => Assert.Equal(-2, gate.Cnt));     // one trial is the most
    }

    [Fact]
    public void Putting_out_ends_maintenance_and_clears_the_superficial_stripe_if_asked()
    {
        foreach (var ends in (bool[])[true, false])
        {
            var net = Trained(out var thalamus);
            var (maint, put) = ((PFCDeepLayer)net["PFCmntD"], (PFCDeepLayer)net["PFCoutD"]);
            (put.Maint.OutClearMaint, maint.Maint.Clear, maint.Maint.MaxMaint) = (ends, 1f, 100);
            Decide(thalamus, isOpen: true);
            net.RunTrial();
            Assert.All(maint.Gates, gate => Assert.Equal(1, gate.Cnt));
            net.BeginTrial();
            for (var cycle = 0; cycle < 19; cycle++) { net.RunCycle(); }   // gates have been sent
            maint.TakeGates(new GateState[thalamus.PoolCount]);            // none to take in, only to put out
            net.RunCycle();
            Assert.All(maint.Gates, gate => Assert.Equal(ends ? -1 : 1, gate.Cnt));
            Assert.Equal(ends, net["PFCmnt"].Units("Act").ToArray().All(act => act == 0f));
        }
    }

    [Fact]
    public void Matrix_learns_after_the_second_quarter_too_in_training_only()
    {
        foreach (var (quarters, training, learns) in ((int, bool, bool)[])[
            (Quarters.Q2 | Quarters.Q4, true, true), (Quarters.Q4, true, false), (Quarters.Q2 | Quarters.Q4, false, false)])
        {
            var net = Trained(out _);
            foreach (var matrix in net.Layers.OfType<PbwmMatrixLayer>()) { matrix.Matrix.LearnQtr = quarters; }
            net["VTA"].Present([1f], [1, 1]);
            var projection = (MatrixTraceProjection)net["MatrixGo"].ReceivingProjections[0];
            var before = Changes(projection);
            net.BeginTrial(training);
            for (var cycle = 0; cycle < 25; cycle++) { net.RunCycle(); }
            net.EndQuarter();
            Assert.Equal(before, Changes(projection));
            for (var cycle = 0; cycle < 25; cycle++) { net.RunCycle(); }
            net.EndQuarter();
            Assert.Equal(learns, !before.SequenceEqual(Changes(projection)));
        }

        static float[] Changes(MatrixTraceProjection projection) => [.. projection.SynapseValues("DWt"), .. projection.SynapseValues("Tr")];
    }

    [Fact]
    public void Trace_is_positive_where_the_gate_opened_and_negative_where_not_and_dopamine_turns_it_into_change()
    {
        var net = new LeabraNetwork("Traces");
        var input = net.AddPbwmLayer("Input", [1, 1], LayerKind.Input);
        var ganglia = net.AddDorsalBG(rows: 1, maintaining: 2, output: 0, unitsY: 1, unitsX: 1);
        var nogo = net.ProjectToMatrix(input, ganglia.MatrixNoGo, Connectivity.Full);
        net.Initialize(seed: 1);
        input.Units("Act")[0] = 0.5f;
        ganglia.MatrixNoGo.Units("Act").Fill(0.5f);
        ganglia.MatrixNoGo.TakeGates([GateOpen(0.9f), GateOpen(0f)]);

        nogo.ComputeWeightChanges();
        Assert.Equal([0.25f, -0.7f * 0.25f], nogo.SynapseValues("Tr"));     // 2 × 0.5 × 0.5 × 0.5, and what did not gate
        Assert.Equal(nogo.SynapseValues("Tr"), nogo.SynapseValues("Moment"));
        Assert.Equal([0f, 0f], nogo.SynapseValues("DWt"));

        ganglia.MatrixNoGo.Units("DA").Fill(1f);
        ganglia.MatrixNoGo.Units("DALrn").Fill(-1f);
        ganglia.MatrixNoGo.Units("Act").Clear();                          // nothing new
        nogo.ComputeWeightChanges();
        Assert.Equal([-0.25f * 0.04f, 0.7f * 0.25f * 0.1f * 0.04f], nogo.SynapseValues("DWt"), (a, b) => MathF.Abs(a - b) < 1e-9f);   // the second by GateNoGoPosLR

        ganglia.MatrixNoGo.Units("ACh").Fill(1f);
        nogo.Trace.AChDecay = 0.5f;
        nogo.ComputeWeightChanges();
        Assert.Equal([0.125f, -0.35f * 0.25f], nogo.SynapseValues("Tr"));
        net.Initialize(seed: 1);
        Assert.Equal([0f, 0f], nogo.SynapseValues("Tr"));
    }

    [Fact]
    public void Patch_units_shunt_dopamine_and_acetylcholine_of_single_units()
    {
        var net = Trained(out _);
        var matrix = (PbwmMatrixLayer)net["MatrixGo"];
        (matrix.DA, matrix.ACh) = (0.5f, 1f);
        matrix.Units("Maint")[1] = 1f;
        matrix.Activate(UnitPart.Of(matrix));
        Assert.Equal([0.5f, 0.1f, 0.5f], matrix.Units("DALrn")[..3]);
        Assert.Equal([1f, 0.2f, 1f], matrix.Units("ACh")[..3]);
        matrix.Matrix.ShuntACh = false;
        matrix.Activate(UnitPart.Of(matrix));
        Assert.Equal([1f, 1f, 1f], matrix.Units("ACh")[..3]);
    }

    [Fact]
    public void Without_acetylcholine_output_stripes_are_inhibited_more()
    {
        var net = Trained(out _);
        var matrix = (PbwmMatrixLayer)net["MatrixGo"];
        matrix.MaintN = 2;
        net["VTA"].Present([0f], [1, 1]);
        net.BeginTrial();
        for (var cycle = 0; cycle < 5; cycle++) { net.RunCycle(); }
        var gi = matrix.Units("Gi").ToArray();
        matrix.Matrix.OutAChInhib = 0f;
        matrix.Inhibit();
        for (var p = 0; p < matrix.PoolCount; p++)
        {
            // Each call advances inhibition, so the pools that nothing is added to say by how much.
            var added = gi[p * 5] - matrix.Units("Gi")[p * 5];
            if (p % 4 >= 2) { Assert.InRange(added, 0.2f, 0.4f); }
            else { Assert.InRange(added, -0.1f, 0.1f); }
        }
    }

    [Fact]
    public void Dopamine_modulates_excitation_or_gain()
    {
        var mod = new DaModParams { Minus = 0.5f, Plus = 2f, NegGain = 0.1f, PosGain = 0.4f };
        Assert.Equal(0.4f, mod.Excitation(0.8f, isPlusPhase: false));
        Assert.Equal(1.6f, mod.Excitation(0.8f, isPlusPhase: true));
        Assert.Equal(100f * (1f + 1.6f * 0.4f), mod.Gain(100f, 0.8f, isPlusPhase: true));
        Assert.Equal(100f * (1f + -0.4f * 0.1f), mod.Gain(100f, -0.8f, isPlusPhase: false));

        var silent = Responding(layer => layer.DaMod.On = true, da: 0f);          // no dopamine, no excitation
        var plain = Responding(_ => { }, da: 1f);
        var steeper = Responding(layer => (layer.DaMod.On, layer.DaMod.ModGain, layer.DaMod.Minus, layer.DaMod.PosGain) = (true, true, 1f, 1f), da: 1f);
        var gain200 = Responding(layer => layer.Act.XX1.Gain = 200f, da: 1f);
        Assert.True(silent < 0.01f && plain > 0.3f && steeper > plain);
        Assert.Equal(gain200, steeper);

        static float Responding(Action<DopamineModulatedLayer> change, float da)
        {
            var net = new LeabraNetwork("Modulated");
            var input = net.AddLayer("Input", [1, 3], LayerKind.Input);
            var layer = net.AddLayer(new DopamineModulatedLayer("Modulated", [1, 3]));
            net.Project(input, layer, Connectivity.Full);
            change(layer);
            net.Initialize(seed: 1);
            layer.DA = da;
            input.Present([1f, 1f, 1f], [1, 3]);
            net.BeginTrial();
            for (var cycle = 0; cycle < 40; cycle++) { net.RunCycle(); }
            return layer.Units("Act")[0];
        }
    }

    [Theory]
    [InlineData(0.1f, 0.05f, 0.05f)]
    [InlineData(0.1f, 0.4f, 1f)]
    [InlineData(0.1f, -0.4f, 1f)]
    [InlineData(0f, -0.4f, 0.4f)]
    public void Cholinergic_units_show_the_size_of_a_reward_and_send_it(float threshold, float reward, float shown)
    {
        var net = new LeabraNetwork("Cholinergic");
        var layer = net.AddPbwmLayer("Rew", [1, 1], LayerKind.Input);
        var receiver = net.AddPbwmLayer("Receiver", [1, 2]);
        var cholinergic = net.AddLayer(new CholinergicInterneuronLayer("CIN") { RewThr = threshold });
        cholinergic.RewLays.Add("Rew");
        cholinergic.SendACh.Add("Receiver");
        layer.Act.Clamp.Range.Min = -1f;
        net.Initialize(seed: 1);
        layer.Present([reward], [1, 1]);
        net.BeginTrial();
        net.RunCycle();
        net.RunCycle();   // what it reads is of the cycle before
        Assert.Equal((shown, shown, shown), (cholinergic.Units("Act")[0], cholinergic.ACh, receiver.ACh));
        Assert.Equal([shown, shown], receiver.Units("ACh"));
        Assert.Equal(shown, cholinergic.Units("ACh")[0]);
        Assert.Throws<ArgumentOutOfRangeException>(() => cholinergic.RewThr = -1f);
    }

    [Theory]
    [InlineData(0, 5f, 1f)]
    [InlineData(1, 0f, 1f)]
    [InlineData(1, 1f, 0.001f)]
    [InlineData(2, 5f, 0.55f)]
    [InlineData(3, 5f, 0.5f)]
    [InlineData(4, 5f, 1f)]
    [InlineData(4, 10f, 0.5f)]
    [InlineData(4, -1f, 0.1f)]
    public void Maintenance_has_the_dynamics_of_its_kind(int kind, float time, float value) =>
        Assert.Equal(value, PFCDynamics.Full(tau: 10f)[kind].Value(time), tolerance: 1e-6f);

    [Fact]
    public void Helpers_wire_layers_as_named()
    {
        var net = new LeabraNetwork("Wired");
        var (ganglia, cortex) = net.AddPbwm(rows: 2, maintaining: 1, output: 3, matrix: (1, 6), prefrontal: (2, 5), PFCDynamics.Full(), prefix: "L");
        Assert.Equal(["LMatrixGo", "LMatrixNoGo", "LGPeNoGo", "LGPiThal", "LCIN", "LPFCmnt", "LPFCmntD", "LPFCout", "LPFCoutD"], net.Layers.Select(l => l.Name));
        Assert.Equal(["LMatrixGo", "LMatrixNoGo", "LPFCmntD", "LPFCoutD"], ganglia.GPiThal.SendTo);
        Assert.Equal(["LMatrixGo", "LMatrixNoGo"], ganglia.CIN.SendACh);
        Assert.Equal("[2, 4, 1, 6]", ganglia.MatrixGo.Shape.ToString());
        Assert.Equal("[2, 3, 10, 5]", cortex.OutDeep!.Shape.ToString());
        Assert.Equal((Quarters.Q1, 1, true), (cortex.OutDeep.Gate.GateQtr, cortex.OutDeep.Maint.MaxMaint, cortex.OutDeep.Gate.OutGate));
        Assert.Equal("LPFCmntD", cortex.OutDeep.MaintLay);
        Assert.Equal(["LMatrixGo", "LGPeNoGo"], ganglia.GPiThal.ReceivingProjections.Select(p => p.Sender.Name));
        Assert.All(ganglia.GPiThal.ReceivingProjections, p => Assert.Contains("BgFixed", p.Classes));
        Assert.Equal(["PFCMntDToOut"], cortex.Out!.ReceivingProjections.Single().Classes.Skip(1));
        net.Initialize(seed: 1);

        var outputOnly = new LeabraNetwork("OutputOnly").AddPbwm(1, 0, 1, (1, 6), (1, 6));
        Assert.Equal((null, null), (outputOnly.PFC.Maint, outputOnly.PFC.MaintDeep));
        Assert.Throws<ArgumentException>(() => new LeabraNetwork("None").AddPbwm(1, 0, 0, (1, 6), (1, 6)));
        Assert.Throws<ArgumentException>(() => new LeabraNetwork("None").AddPFC(1, 1, 0, 1, 6, dynamics: []));
        Assert.Contains("'LPFCoutD'", Assert.Throws<ArgumentException>(() => cortex.OutDeep.Dyns = []).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Style_sheets_reach_all_parameters()
    {
        var net = MechanismNets.Pbwm();
        net.Style.AddText("""
            MatrixLayer { Matrix.BurstGain: 2; Matrix.OutAChInhib: 0.1; Matrix.LearnQtr: 8 }
            GPiThalLayer { Gate.GeGain: 2.5; Timing.Cycle: 20 }
            PFCDeepLayer { Maint.MaintGain: 0.7; Gate.OutQ1Only: false }
            ModLayer { DaMod.NegGain: 0.3 }
            MatrixTracePrjn { Trace.NotGatedLR: 0.5 }
            .MatrixPrjn { Learn.Lrate: 0.02 }
            """);
        net.Initialize(seed: 1);
        var matrix = (PbwmMatrixLayer)net["MatrixNoGo"];
        Assert.Equal((2f, 0.1f, 8), (matrix.Matrix.BurstGain, matrix.Matrix.OutAChInhib, matrix.Matrix.LearnQtr));
        var thalamus = (GPiThalLayer)net["GPiThal"];
        Assert.Equal((2.5f, 20), (thalamus.Gate.GeGain, thalamus.Timing.Cycle));
        Assert.Equal((0.7f, false), (((PFCDeepLayer)net["PFCoutD"]).Maint.MaintGain, ((PFCDeepLayer)net["PFCoutD"]).Gate.OutQ1Only));
        Assert.Equal(0.3f, ((DopamineModulatedLayer)net["Modulated"]).DaMod.NegGain);
        Assert.Equal((0.5f, 0.02f), (((MatrixTraceProjection)matrix.ReceivingProjections[0]).Trace.NotGatedLR, ((MatrixTraceProjection)matrix.ReceivingProjections[0]).Learn.Lrate));
    }

    [Fact]
    public void Wrong_models_are_refused_with_both_layers_and_the_rule()
    {
        Refused(net => net.AddLayer(new PbwmMatrixLayer("Lonely", [1, 2, 1, 3], DopamineReceptor.D1R)), "'Lonely'", "no layer sends it gates", "Add a GPiThalLayer");
        Refused(net => { Added(net); net.AddLayer(new PbwmMatrixLayer("Lonely", [1, 2, 1, 3], DopamineReceptor.D1R)); }, "'Lonely'", "'GPiThal' (GPiThalLayer) can");
        Refused(net => { net.AddPFC(1, 1, 0, 1, 3); }, "'PFCmntD' (PFCDeepLayer)", "no layer sends it gates");
        Refused(net => Added(net).BG.GPiThal.SendTo.Add("MatrixG"), "'GPiThal' (GPiThalLayer)", "'MatrixG'", "Did you mean 'MatrixGo'?");
        Refused(net => Added(net).BG.GPiThal.SendTo.Add("CIN"), "'GPiThal'", "'CIN', which is of type CINLayer", "has gates");
        Refused(net => Added(net).PFC.MaintDeep!.GateShp.Y = 3, "'GPiThal' (GPiThalLayer)", "'PFCmntD' (PFCDeepLayer)", "3 × (1 + 1), not 1 × (1 + 1)");
        Refused(net => Added(net).BG.MatrixGo.GateShp.OutX = 2, "'MatrixGo' (MatrixLayer)", "[1, 2, 1, 3]", "[1, 3, …]");
        Refused(net => net.AddLayer(new GPiThalLayer("Wide", [1, 2, 1, 2])), "'Wide' (GPiThalLayer)", "one unit for each stripe");
        Refused(net => net.AddLayer(new GPiThalLayer("Deaf", [1, 2, 1, 1])), "'Deaf' (GPiThalLayer) receives no Go", "D1 receptors");
        Refused(
            net => { var (bg, _) = Added(net); net.Project(new GPiThalProjection(bg.MatrixNoGo, bg.GPiThal, Connectivity.PoolOneToOne)); },
            "'GPiThal'", "NoGo from layers 'GPeNoGo', 'MatrixNoGo'");
        Refused(net => { var (bg, _) = Added(net); net.Project(new GPiThalProjection(bg.MatrixGo, bg.GPeNoGo, Connectivity.PoolOneToOne)); }, "'MatrixGo'", "'GPeNoGo' is of type PbwmLayer", "GPiThalLayer only");
        Refused(net => { var (bg, _) = Added(net); net.Project(new MatrixTraceProjection(bg.CIN, bg.GPeNoGo, Connectivity.Full)); }, "'CIN'", "'GPeNoGo' is of type PbwmLayer", "only a MatrixLayer");
        Refused(net => { var (bg, _) = Added(net); net.Project(new DopamineHebbianProjection(bg.MatrixGo, bg.CIN, Connectivity.Full)); }, "'MatrixGo'", "'CIN' is of type CINLayer", "dopamine does not reach");
        Refused(net => Added(net).PFC.MaintDeep!.SuperLay = "PFCmn", "'PFCmntD' (PFCDeepLayer)", "'PFCmn'", "Did you mean 'PFCmnt'?");
        Refused(net => Added(net).PFC.MaintDeep!.SuperLay = "MatrixGo", "'PFCmntD'", "'MatrixGo' [1, 2, 1, 3]", "same pools");
        Refused(net => { var deep = Added(net).PFC.OutDeep!; (deep.Maint.OutClearMaint, deep.MaintLay) = (true, "PFCout"); }, "'PFCoutD'", "'PFCout', which is of type PbwmLayer", "maintains");
        Refused(net => { var deep = Added(net).PFC.OutDeep!; (deep.Maint.OutClearMaint, deep.MaintLay) = (true, "PFCoutD"); }, "'PFCoutD'", "whose gates put out too");
        Refused(net => Added(net).BG.CIN.RewLays.Add("Rew"), "'CIN' (CINLayer)", "'Rew'", "shows reward");
        Refused(net => Added(net).BG.CIN.SendACh.Add("CIN2"), "'CIN' (CINLayer)", "'CIN2'", "takes acetylcholine");

        static PbwmLayers Added(LeabraNetwork net) => net.AddPbwm(1, 1, 1, (1, 3), (1, 3));

        static void Refused(Action<LeabraNetwork> make, params string[] parts)
        {
            var net = new LeabraNetwork("Wrong");
            make(net);
            var error = Assert.Throws<EmergentException>(net.Build);
            foreach (var part in parts) { Assert.Contains(part, error.Message, StringComparison.Ordinal); }
        }
    }

    [Fact]
    public void Styles_change_what_the_helpers_set()
    {
        var net = new LeabraNetwork("Styled");
        var (ganglia, _) = net.AddPbwm(1, 1, 1, (1, 3), (1, 3));
        net.Style.Add(".BgFixed", "weaker", (LeabraProjection p) => p.WtInit.Mean = 0.5f);
        net.Initialize(seed: 1);
        Assert.All(ganglia.GPiThal.ReceivingProjections, p => Assert.Equal(0.5f, ((LeabraProjection)p).WtInit.Mean));
        Assert.Equal(0.5f, ganglia.GPiThal.ReceivingProjections[0].Synapse("Wt", 0, 0), tolerance: 1e-6f);
    }

    [Fact]
    public void Stripes_that_a_style_sheet_changes_are_refused_too()
    {
        var net = MechanismNets.Pbwm();
        net.Build();
        ((PFCDeepLayer)net["PFCoutD"]).GateShp.MaintX = 1;
        Assert.Contains("'PFCoutD'", Assert.Throws<EmergentException>(() => net.Initialize(seed: 1)).Message, StringComparison.Ordinal);
    }

    /// <summary>Clamps the thalamus, so that all gates open or none.</summary>
    private static void Decide(GPiThalLayer thalamus, bool isOpen)
    {
        thalamus.Kind = LayerKind.Input;
        var act = new float[thalamus.UnitCount];
        if (isOpen) { Array.Fill(act, 1f); }
        thalamus.Present(act, thalamus.Shape);
    }

    private static GateState GateOpen(float act) => new() { Act = act };

    private static LeabraNetwork Trained(out GPiThalLayer thalamus)
    {
        var net = MechanismNets.Make("gated working memory");
        SmallNet.Train(net, trials: 3);
        thalamus = (GPiThalLayer)net["GPiThal"];
        return net;
    }

    private static int[] Active(LeabraLayer layer) => [.. Enumerable.Range(0, layer.UnitCount).Where(unit => layer.Units("ActP")[unit] > 0.5f)];
}
