using System.Globalization;
using Emergent.Networks;

namespace Emergent.Leabra.Tests;

public class NetworkStateTests
{
    private static readonly string[] Decaying = ["Act", "Ge", "Gi", "GiSelf", "Gk", "Vm", "GiSyn"];

    [Fact]
    public void Decay_by_1_starts_afresh()
    {
        var network = AfterTwoTrials();
        network.DecayState(1f);
        foreach (var variable in Decaying)
        {
            Assert.All(network["Hidden"].Units(variable).ToArray(), value => Assert.Equal(variable == "Vm" ? 0.4f : 0f, value, tolerance: 1e-6f));
        }
        Assert.Equal(0f, network["Hidden"].Pools[0].Inhib.Gi);
    }

    [Fact]
    public void Decay_by_half_goes_half_the_way_and_leaves_averages_and_weights()
    {
        var network = AfterTwoTrials();
        var hidden = network["Hidden"];
        float[] act = [.. hidden.Units("Act")], vm = [.. hidden.Units("Vm")], avgM = [.. hidden.Units("AvgM")], actLrn = [.. hidden.Units("ActLrn")];
        Assert.Contains(act, a => a > 0.5f);
        network.DecayState(0.5f);
        Assert.Equal(act.Select(a => 0.5f * a), hidden.Units("Act").ToArray());
        Assert.Equal(vm.Select(v => v - 0.5f * (v - 0.4f)), hidden.Units("Vm").ToArray());
        Assert.Equal(avgM, hidden.Units("AvgM").ToArray());
        Assert.Equal(actLrn, hidden.Units("ActLrn").ToArray());
    }

    [Fact]
    public void Decay_by_0_leaves_all_but_the_last_change()
    {
        var network = AfterTwoTrials();
        var before = Decaying.SelectMany(v => SmallNet.Bits(network, "Hidden", v)).ToArray();
        network.DecayState(0f);
        Assert.Equal(before, Decaying.SelectMany(v => SmallNet.Bits(network, "Hidden", v)));
        Assert.All(network["Hidden"].Units("Inet").ToArray(), inet => Assert.Equal(0f, inet));
    }

    /// <summary>In cycles at which nobody looks they are not found.</summary>
    [Fact]
    public void Largest_of_a_pool_is_right_whenever_somebody_can_look()
    {
        LeabraNetwork whole = SmallNet.Plain(), byCycle = SmallNet.Plain(), watched = SmallNet.Plain();
        var cycles = 0;
        watched.SafePoint += scale =>
        {
            cycles += scale == TimeScale.Cycle ? 1 : 0;
            AssertLargest(watched);
        };
        foreach (var network in (LeabraNetwork[])[whole, byCycle, watched]) { SmallNet.Present(network, 1); }
        whole.RunTrial();
        watched.RunTrial();
        Assert.Equal(100, cycles);
        AssertLargest(whole);
        byCycle.BeginTrial();
        for (var cycle = 0; cycle < 100; cycle++)
        {
            byCycle.RunCycle();
            AssertLargest(byCycle);
            if (cycle % 25 == 24) { byCycle.EndQuarter(); }
        }
        byCycle.LearnWeights();
        // With them goes the decay between trials.
        foreach (var network in (LeabraNetwork[])[whole, byCycle, watched])
        {
            network.BeginTrial();
            Assert.Equal(whole["Hidden"].Pools[0].Inhib.Act, network["Hidden"].Pools[0].Inhib.Act);
            Assert.Equal(whole["Hidden"].Pools[0].Inhib.Ge, network["Hidden"].Pools[0].Inhib.Ge);
        }

        static void AssertLargest(LeabraNetwork network)
        {
            foreach (var layer in network.Layers.Cast<LeabraLayer>())
            {
                foreach (var (variable, summary) in ((string, AvgMax)[])[("Act", layer.Pools[0].Inhib.Act), ("Ge", layer.Pools[0].Inhib.Ge)])
                {
                    float[] values = [.. layer.Units(variable)];
                    Assert.Equal((values.Max(), Array.IndexOf(values, values.Max())), (summary.Max, summary.MaxIndex));
                }
            }
        }
    }

    /// <summary>So inhibition that follows them has the same bits.</summary>
    [Fact]
    public void Inhibition_by_the_largest_has_the_same_bits_in_whole_trials_and_cycle_by_cycle()
    {
        LeabraNetwork[] networks = [Network(), Network()];
        foreach (var network in networks) { SmallNet.Present(network, 1); }
        networks[0].RunTrial();
        networks[1].BeginTrial();
        for (var cycle = 0; cycle < 100; cycle++)
        {
            networks[1].RunCycle();
            if (cycle % 25 == 24) { networks[1].EndQuarter(); }
        }
        networks[1].LearnWeights();
        Assert.Equal(SmallNet.Bits(networks[0], "Hidden", "Act"), SmallNet.Bits(networks[1], "Hidden", "Act"));
        Assert.NotEqual(SmallNet.Bits(SmallNet.Plain(), "Hidden", "Act"), SmallNet.Bits(networks[0], "Hidden", "Act"));

        static LeabraNetwork Network() => SmallNet.Plain(net => net["Hidden"].Inhib.Layer.MaxVsAvg = 0.5f);
    }

    [Theory]
    [InlineData(-0.1f)]
    [InlineData(1.1f)]
    [InlineData(float.NaN)]
    public void Decay_by_no_share_is_refused(float decay)
    {
        var network = AfterTwoTrials();
        Assert.Contains("'Input'", Assert.Throws<ArgumentOutOfRangeException>(() => network.DecayState(decay)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Learning_rate_times_0_learns_nothing_and_initializing_brings_the_old_one_back()
    {
        LeabraNetwork network = SmallNet.Plain(), other = SmallNet.Plain();
        var weights = Weights(network);
        network.LrateMult(0f);
        SmallNet.Present(network, 0);
        network.RunTrial(learn: true);
        Assert.Equal(weights, Weights(network));

        network.LrateMult(0.5f);
        Assert.All(network.Projections.Cast<LeabraProjection>(), p => Assert.Equal((0.04f, 0.5f, 0.02f), (p.Learn.Lrate, p.LrateFactor, p.Constants.Lrate)));
        network.Styles.Apply();   // a schedule is no parameter that was set by hand
        network.Initialize(seed: 1);
        SmallNet.Train(network, 5);
        SmallNet.Train(other, 5);
        Assert.Equal(SmallNet.Bits(other), SmallNet.Bits(network));
        Assert.Throws<ArgumentOutOfRangeException>(() => network.LrateMult(-1f));
    }

    [Fact]
    public void Initial_weights_are_symmetric_between_a_projection_and_the_one_back()
    {
        var network = SmallNet.Plain();
        var forward = network["Output"].ReceivingProjections.Single();
        var back = network["Hidden"].ReceivingProjections.Single(p => p.Sender.Name == "Output");
        for (var s = 0; s < 42; s++) { for (var r = 0; r < 25; r++) { Assert.Equal(forward.Synapse("Wt", s, r), back.Synapse("Wt", r, s)); } }
    }

    [Fact]
    public void Trial_without_learning_leaves_weights_and_averages_over_trials()
    {
        var network = AfterTwoTrials();
        var (weights, avgL) = (Weights(network), SmallNet.Bits(network, "Hidden", "AvgL"));
        var average = network["Hidden"].Pools[0].ActMAvg;
        SmallNet.Present(network, 3);
        network.RunTrial(learn: false);
        Assert.Equal(weights, Weights(network));
        Assert.Equal(avgL, SmallNet.Bits(network, "Hidden", "AvgL"));
        Assert.Equal(average, network["Hidden"].Pools[0].ActMAvg);
    }

    [Fact]
    public void Weights_stay_within_0_and_1()
    {
        var network = SmallNet.Plain(n =>
        {
            foreach (var p in n.Projections.Cast<LeabraProjection>()) { (p.Learn.Lrate, p.Learn.WtSig.SoftBound) = (1f, false); }
        });
        SmallNet.Train(network, 20);
        foreach (var projection in network.Projections.Cast<LeabraProjection>())
        {
            Assert.All(projection.Synapses.Wt.Span.ToArray(), wt => Assert.InRange(wt, 0f, 1f));
            Assert.All(projection.Synapses.LWt.Span.ToArray(), lwt => Assert.InRange(lwt, 0f, 1f));
        }
    }

    [Fact]
    public void Initialize_with_the_same_seed_forgets_all_that_was_learned()
    {
        var network = SmallNet.Rich();
        SmallNet.Train(network, 12);
        var first = SmallNet.Bits(network);
        network.Initialize(seed: 1);
        SmallNet.Train(network, 12);
        Assert.Equal(first, SmallNet.Bits(network));
    }

    // Where nobody can look within a quarter, several pools' sums of activation and conductance are built together.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Any_number_of_pools_has_the_same_bits_whether_or_not_somebody_can_look_at_each_cycle(bool isLesioned)
    {
        for (var pools = 1; pools <= 12; pools++)
        {
            Assert.Equal(Trained(pools, isLesioned, isSeen: true), Trained(pools, isLesioned, isSeen: false));
        }

        static IEnumerable<string> Trained(int pools, bool isLesioned, bool isSeen)
        {
            var network = SmallNet.Plain(n => n.Project(n["Hidden"], n.AddLayer("Pools", [1, pools, 3, 4]), Connectivity.Full));
            network["Pools"].Inhib.Pool.On = true;
            if (isLesioned) { network["Pools"].Lesion(0, 5, 6); }
            SmallNet.Train(network, 3, inTwoSteps: isSeen);
            var states = network.Layers.SelectMany(l => ((LeabraLayer)l).Pools.ToArray()).Select(p => (p.Inhib.Ge.Avg, p.Inhib.Act.Avg, p.Inhib.Act.Max, p.Inhib.FFi, p.Inhib.FBi, p.Inhib.Gi));
            return [.. states.Select(s => s.ToString()), .. SmallNet.Bits(network).Select(b => b.ToString("X8", CultureInfo.InvariantCulture))];
        }
    }

    [Theory]
    [InlineData("Hidden")]
    [InlineData("Output")]
    public void Weight_that_is_not_a_number_is_found_in_the_layer_and_cycle_that_it_reaches_first(string layer)
    {
        var (watched, network) = (Damaged(), Damaged());
        watched.BeginTrial();
        var error = Assert.Throws<EmergentException>(() => RunCycles(watched));
        Assert.Contains($"Layer '{layer}': activation is not a number (NaN) in cycle {watched.Time.Cycle} ", error.Message, StringComparison.Ordinal);
        if (layer == "Hidden") { Assert.Equal(0, watched.Time.Cycle); }
        // Where nobody can look within a quarter it is found later, and said of the same cycle.
        Assert.Equal(error.Message, Assert.Throws<EmergentException>(() => network.RunTrial()).Message);

        static void RunCycles(LeabraNetwork network)
        {
            for (var cycle = 0; cycle < 100; cycle++) { network.RunCycle(); }
        }

        LeabraNetwork Damaged()
        {
            var damaged = SmallNet.Plain();
            SmallNet.Present(damaged, 0);
            var projection = (LeabraProjection)damaged[layer].ReceivingProjections[0];
            for (var sender = 0; sender < projection.Sender.UnitCount; sender++) { projection.SetSynapse(sender, 4, float.NaN, float.NaN, 0f, 0f, 1f); }
            return damaged;
        }
    }

    [Fact]
    public void Profile_measures_the_steps_of_a_trial()
    {
        var network = SmallNet.Plain();
        network.Profile = new TrialProfile();
        SmallNet.Train(network, 2);
        Assert.All(Enum.GetValues<TrialStep>(), step => Assert.True(network.Profile.Milliseconds(step) > 0, step.ToString()));
    }

    [Fact]
    public void Profile_counts_each_byte_that_is_touched_at_one_distance()
    {
        var network = SmallNet.Plain();
        network.Profile = new TrialProfile();
        SmallNet.Train(network, 2);
        var first = network.Profile;
        Assert.True(first.SynapsesSent > 0 && first.SynapsesLearned > 0);
        Assert.Equal(4 * first.SynapsesSent, first.BytesSent.Bytes.Sum());
        Assert.Equal(12 * first.SynapsesLearned, first.BytesLearned.Bytes.Sum());
        Assert.Equal(0, first.BytesSent.Bytes.Skip(1).Sum() + first.BytesLearned.Bytes.Skip(1).Sum());   // all weights together are less than 256 kB, and touched when initialized

        network.Profile = new TrialProfile(before: first);
        SmallNet.Train(network, 2);
        Assert.Equal(4 * network.Profile.SynapsesSent, network.Profile.BytesSent.Bytes.Sum());
        Assert.Equal(0, network.Profile.BytesSent.Bytes.Skip(1).Sum());
    }

    [Fact]
    public void Profile_of_times_alone_counts_no_work()
    {
        var network = SmallNet.Plain();
        network.Profile = new TrialProfile { CountsWork = false };
        SmallNet.Train(network, 1);
        Assert.Equal((0, 0, 0), (network.Profile.UnitCycles, network.Profile.SynapsesSent, network.Profile.SynapsesLearned));
        Assert.True(network.Profile.Milliseconds(TrialStep.Learn) > 0);
    }

    private static LeabraNetwork AfterTwoTrials()
    {
        var network = SmallNet.Plain();
        SmallNet.Train(network, 2);
        return network;
    }

    private static uint[] Weights(LeabraNetwork network) =>
        [.. network.Projections.Cast<LeabraProjection>().SelectMany(p => p.Synapses.LWt.Span.ToArray()).Select(BitConverter.SingleToUInt32Bits)];
}
