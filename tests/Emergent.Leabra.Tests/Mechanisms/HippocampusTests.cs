using Emergent.Data;
using Emergent.Networks;

namespace Emergent.Leabra.Tests;

public class HippocampusTests
{
    [Fact]
    public void Styles_and_settings_change_what_the_builder_has_set()
    {
        var net = new LeabraNetwork("Styled") { Style = { { "#DG", "denser", (LeabraLayer l) => l.Inhib.Layer.Gi = 2f } } };
        var hip = net.AddHippocampus();
        net.Styles.Set("#CA3ToCA3 Prjn.WtScale.Rel=2");
        net.Styles.Apply();
        Assert.Equal((2f, 2.8f), (hip.DG.Inhib.Layer.Gi, hip.CA3.Inhib.Layer.Gi));
        Assert.Equal(2f, hip.CA3.ReceivingProjections.OfType<EcCa1Projection>().Single(p => p.Sender == hip.CA3).WtScale.Rel);
    }

    [Fact]
    public void Cue_recalls_the_rest_of_a_memory_once_it_is_learned()
    {
        // The example of docs/algorithm/hippocampus.md, with three memories.
        var net = MechanismNets.Hippocampus(out var hip);
        net.Initialize(seed: 1);
        var memories = Patterns.RandomBits(rows: 3, hip.Input.Shape, active: 12, seed: 4, "Input");
        var before = Error();
        for (var epoch = 0; epoch < 15; epoch++)
        {
            for (var row = 0; row < 3; row++)
            {
                net.ClearInputs();
                hip.Input.Present(Memory(row), hip.Input.Shape);
                net.RunTrial();
            }
        }
        var after = Error();
        Assert.True(after < 0.5 * before, $"{before} before, {after} after");

        float[] Memory(int row) => memories.Column<float>("Input").Cell(row).ToArray();

        double Error()
        {
            var sum = 0.0;
            for (var row = 0; row < 3; row++)
            {
                float[] memory = Memory(row), cue = [.. memory];
                cue.AsSpan()[^hip.Input.UnitsPerPool..].Clear();
                net.ClearInputs();
                hip.Input.Present(cue, hip.Input.Shape);
                hip.ECout.Present(memory, hip.ECout.Shape);
                net.RunTrial(learn: false);
                sum += hip.ECout.SquaredError().Sum;
            }
            return sum;
        }
    }

    [Fact]
    public void Rhythm_switches_projections_and_gives_them_back()
    {
        var net = MechanismNets.Hippocampus(out var hip);
        net.Initialize(seed: 1);
        var theta = hip.Theta;
        theta.CA3ToCA1.WtScale.Abs = 0.7f;
        for (var trial = 0; trial < 2; trial++)
        {
            var isTest = trial == 1;
            net.BeginTrial(updateAverages: !isTest);
            Assert.Equal(isTest ? LayerKind.Compare : LayerKind.Target, hip.ECout.Kind);
            Assert.Equal((1f, 0f, 0f), Strengths());
            Assert.Equal((true, false, false), AreOn());
            EndQuarter(net);
            Assert.Equal((0f, 0.7f, isTest ? 1f : 4f), Strengths());
            Assert.Equal((false, true, true), AreOn());
            EndQuarter(net);
            EndQuarter(net);
            Assert.Equal((true, false, true), AreOn());
            EndQuarter(net);
            Assert.Equal((1f, 0.7f, 4f), Strengths());
        }

        (float, float, float) Strengths()
        {
            // The parameters are the user's, who may look at them and save them in the midst of a trial.
            Assert.Equal((1f, 0.7f, 4f), (theta.InputToCA1.WtScale.Abs, theta.CA3ToCA1.WtScale.Abs, theta.DentateToCA3.WtScale.Rel));
            return (theta.InputToCA1.ActingScale.Abs, theta.CA3ToCA1.ActingScale.Abs, theta.DentateToCA3.ActingScale.Rel);
        }

        (bool, bool, bool) AreOn() => (theta.InputToCA1.GScale > 0f, theta.CA3ToCA1.GScale > 0f, theta.DentateToCA3.GScale > 0f);
    }

    [Fact]
    public void Trial_that_breaks_off_does_not_change_strengths_for_good()
    {
        var net = MechanismNets.Hippocampus(out var hip);
        net.Initialize(seed: 1);
        net.BeginTrial();
        EndQuarter(net);
        net.RunTrial();
        Assert.Equal((1f, 1f, 4f), Acting(hip.Theta));
    }

    [Fact]
    public void Initialize_in_the_midst_of_a_trial_takes_switches_back_and_what_was_changed_since_holds()
    {
        var net = MechanismNets.Hippocampus(out var hip);
        net.Initialize(seed: 1);
        net.BeginTrial();
        EndQuarter(net);
        Assert.Equal((0f, 1f, 4f), Acting(hip.Theta));
        (hip.Theta.InputToCA1.WtScale.Abs, hip.Theta.DentateToCA3.WtScale.Rel) = (0.5f, 3f);
        net.Initialize(seed: 1);
        Assert.Equal((0.5f, 1f, 3f), Acting(hip.Theta));
        net.RunTrial();
        Assert.Equal((0.5f, 1f, 3f), Acting(hip.Theta));
    }

    private static (float, float, float) Acting(ThetaPhases theta) => (theta.InputToCA1.ActingScale.Abs, theta.CA3ToCA1.ActingScale.Abs, theta.DentateToCA3.ActingScale.Rel);

    [Fact]
    public void Silent_senders_teach_nothing()
    {
        var net = MechanismNets.Hippocampus(out var hip);
        net.Initialize(seed: 1);
        net.RunTrial(learn: false);
        net.ComputeWeightChanges();
        Assert.All(hip.DG.ReceivingProjections[0].SynapseValues("DWt"), change => Assert.Equal(0f, change));
    }

    [Fact]
    public void Without_its_rule_a_projection_learns_as_every_other()
    {
        Assert.Equal(Learned(chl: false), Learned(chl: null));
        Assert.NotEqual(Learned(chl: true), Learned(chl: null));

        static float[] Learned(bool? chl)
        {
            var net = new LeabraNetwork("Rule");
            var (a, b) = (net.AddLayer("A", [4, 4], LayerKind.Input), net.AddLayer("B", [4, 4]));
            var projection = net.Project(chl is { } on ? new CHLProjection(a, b, Connectivity.Full) { CHL = { On = on } } : new LeabraProjection(a, b, Connectivity.Full));
            projection.Learn.Norm.On = projection.Learn.Momentum.On = true;
            projection.Learn.WtSig.SoftBound = true;
            net.Initialize(seed: 1);
            SmallNet.Train(net, 5);
            return projection.SynapseValues("Wt");
        }
    }

    [Fact]
    public void Wrong_layers_are_refused()
    {
        var net = new LeabraNetwork("Wrong");
        Assert.Equal(
            "Hippocampus: layer 'ECin' has shape [2, 2, 3, 4], layer 'CA1' [3, 2, 4, 5]; both are [poolsY, poolsX, unitsY, unitsX] with the same pools, which are connected one to one.",
            Assert.Throws<EmergentException>(() => net.AddHippocampus(new HippocampusSizes { Cortex = [2, 2, 3, 4], CA1 = [3, 2, 4, 5] })).Message);
        Assert.Empty(net.Layers);
        var (a, b) = (net.AddLayer("A", [2, 3]), net.AddLayer("B", [2, 2]));
        Assert.Equal(
            "Theta phases: layer 'A' has 6 units, layer 'B' 4; in the plus phase the second is given what the first shows, unit by unit. Give them one shape.",
            Assert.Throws<EmergentException>(() => new ThetaPhases(a, b, a, a, a)).Message);
        Assert.Equal(
            "Theta phases: layer 'A' has no projection to layer 'B'; the rhythm switches it. Add one before.",
            Assert.Throws<EmergentException>(() => new ThetaPhases(a, a, b, a, a)).Message);
    }

    private static void EndQuarter(LeabraNetwork net)
    {
        for (var cycle = 0; cycle < net.Time.CyclesPerQuarter; cycle++) { net.RunCycle(); }
        net.EndQuarter();
    }
}
