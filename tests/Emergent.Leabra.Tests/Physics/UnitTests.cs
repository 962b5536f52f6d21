using Emergent.Networks;

namespace Emergent.Leabra.Tests;

public class UnitTests
{
    [Fact]
    public void Unit_without_input_settles_at_the_leak_reversal_potential()
    {
        var (network, unit) = OneUnit();
        for (var trial = 0; trial < 5; trial++) { network.RunTrial(learn: false); }
        Assert.Equal(0.3f, unit.Units("Vm")[0], tolerance: 1e-5f);   // E_l: the net current is 0 only there
        Assert.Equal(0f, unit.Units("Act")[0], tolerance: 1e-6f);
    }

    [Fact]
    public void Unit_held_by_inhibition_settles_between_the_reversal_potentials()
    {
        var (_, unit) = OneUnit();
        unit.Units("Gi")[0] = 1f;
        for (var cycle = 0; cycle < 500; cycle++) { unit.Activate(UnitPart.Of(unit)); }
        Assert.Equal((0.1f * 0.3f + 1f * 0.25f) / 1.1f, unit.Units("Vm")[0], tolerance: 1e-5f);   // the average of E_l and E_i by their conductances
    }

    [Fact]
    public void More_inhibition_leaves_less_activity()
    {
        float[] gains = [1.2f, 1.5f, 1.8f, 2.2f, 2.6f];
        var activity = gains.Select(gi =>
        {
            var network = SmallNet.Plain(n => n["Hidden"].Inhib.Layer.Gi = gi);
            SmallNet.Present(network, 0);
            network.RunTrial(learn: false);
            return network["Hidden"].Pools[0].ActM.Avg;
        }).ToArray();
        Assert.Equal(activity.OrderDescending(), activity);
        Assert.True(activity[0] > 1.5f * activity[^1], $"{activity[0]} with gain {gains[0]}, {activity[^1]} with {gains[^1]}");
    }

    [Fact]
    public void Softly_clamped_unit_has_the_conductance_of_its_input()
    {
        var (network, unit) = OneUnit(l => l.Act.Clamp.Hard = false);
        unit.Present([0.6f], [1, 1]);
        network.RunTrial(learn: false);
        Assert.Equal(0.2f * 0.6f, unit.Units("Ge")[0], tolerance: 1e-6f);   // Clamp.Gain × input
        Assert.True(unit.Units("Act")[0] > 0.5f);
    }

    [Fact]
    public void Soft_clamping_by_average_keeps_a_share_of_what_is_received()
    {
        var (network, unit) = OneUnit(l => (l.Act.Clamp.Hard, l.Act.Clamp.Avg) = (false, true));
        unit.Present([0.6f], [1, 1]);
        network.RunTrial(learn: false);
        Assert.Equal(0.2f * 0.2f * 0.6f, unit.Units("Ge")[0], tolerance: 1e-6f);   // AvgGain × Clamp.Gain × input, nothing received
    }

    [Fact]
    public void Adapting_unit_becomes_less_active()
    {
        float Activity(bool adapts)
        {
            var (network, unit) = OneUnit(l => (l.Act.Clamp.Hard, l.Act.KNa.On, l.Act.Init.Decay) = (false, adapts, 0f));
            unit.Present([1f], [1, 1]);
            for (var trial = 0; trial < 5; trial++) { network.RunTrial(learn: false); }
            return unit.Units("Act")[0];
        }
        Assert.True(Activity(adapts: true) < Activity(adapts: false));
    }

    [Fact]
    public void Hard_clamped_units_show_their_input_cut_at_0_95()
    {
        var network = SmallNet.Plain();
        var input = network["Input"];
        float[] pattern = [.. Enumerable.Range(0, 25).Select(i => -0.2f + 0.06f * i)];
        input.Present(pattern, [5, 5]);
        network.BeginTrial();
        AssertShown();
        network.RunCycle();
        AssertShown();

        void AssertShown() => Assert.Equal(pattern.Select(x => Math.Clamp(x, 0f, 0.95f)), input.Units("Act").ToArray());
    }

    [Fact]
    public void Spiking_layer_that_does_not_fire_is_rate_coded_as_any_layer()
    {
        float[] Activations(LeabraLayer unit)
        {
            var network = new LeabraNetwork("Unit");
            network.AddLayer(unit);
            (unit.Act.Clamp.Hard, unit.Inhib.Layer.On, unit.Act.KNa.On) = (false, false, true);
            network.Initialize(seed: 1);
            unit.Present([1f], [1, 1]);
            var found = new List<float>();
            network.SafePoint += _ => found.AddRange([unit.Units("Act")[0], unit.Units("Vm")[0], unit.Units("Gk")[0], unit.Units("Spike")[0]]);
            network.RunTrial(learn: false);
            return [.. found];
        }

        var rated = new SpikingLayer("Unit", [1, 1]) { Spike = { On = false } };
        var expected = Activations(new LeabraLayer("Unit", [1, 1]));
        Assert.True(expected.Max() > 0.5f);
        Assert.Equal(expected, Activations(rated));
        Assert.NotEqual(expected, Activations(new SpikingLayer("Unit", [1, 1])));
    }

    [Fact]
    public void Spiking_unit_fires_more_often_the_more_it_is_driven_and_its_activation_is_the_rate()
    {
        int Spikes(float input, out float act)
        {
            var network = new LeabraNetwork("Spiking");
            var unit = network.AddLayer(new SpikingLayer("Unit", [1, 1]));
            (unit.Act.Clamp.Hard, unit.Act.Clamp.Gain, unit.Inhib.Layer.On) = (false, 1f, false);
            network.Initialize(seed: 1);
            unit.Present([input], [1, 1]);
            network.BeginTrial();
            var spikes = 0;
            for (var cycle = 0; cycle < 300; cycle++)
            {
                network.RunCycle();
                spikes += (int)unit.Units("Spike")[0];
            }
            act = unit.Units("Act")[0];
            return spikes;
        }
        Assert.Equal(0, Spikes(0f, out var silent));
        int few = Spikes(0.2f, out var low), many = Spikes(0.6f, out var high);
        Assert.True(0 < few && few < many);
        Assert.Equal(0f, silent);
        Assert.True(low < high);
        Assert.Equal(few / 300f / 0.18f, low, tolerance: 0.1f);   // 180 Hz counts as 1
    }

    private static (LeabraNetwork Network, LeabraLayer Unit) OneUnit(Action<LeabraLayer>? change = null)
    {
        var network = new LeabraNetwork("One");
        var unit = network.AddLayer("Unit", [1, 1], LayerKind.Hidden);
        (unit.Act.Init.Decay, unit.Inhib.Layer.On) = (0f, false);
        change?.Invoke(unit);
        network.Initialize(seed: 1);
        return (network, unit);
    }
}
