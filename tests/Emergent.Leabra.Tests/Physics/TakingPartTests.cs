using Emergent.Networks;

namespace Emergent.Leabra.Tests;

/// <summary>Lesioned units, layers and projections that are switched off, and layers that are only compared.</summary>
public class TakingPartTests
{
    [Fact]
    public void Lesioned_units_stand_still()
    {
        var network = SmallNet.Rich();
        SmallNet.Train(network, 3);
        int[] lesioned = [0, 2, 3, 7, 21, 40, 41, 79];   // several in one pool, the first and the last
        var hidden = network["Hidden"];
        hidden.Lesion(lesioned);
        var before = StateOf();
        SmallNet.Train(network, 3);
        Assert.Equal(before, StateOf());
        Assert.Equal(before.Length, lesioned.Length * (network.UnitVariables.Count - 3));

        // As in the reference, noise is drawn and raw conductance delivered for all units; here neither gets any further.
        float[] StateOf() =>
        [
            .. network.UnitVariables.Where(v => v.Name is not ("Noise" or "GeRaw" or "GiRaw"))
                .SelectMany(v => lesioned.Select(u => hidden.Units(v.Name)[u])),
        ];
    }

    [Fact]
    public void Lesioned_units_send_nothing()
    {
        int[] units = [1, 6, 8, 12];
        LeabraNetwork lesioned = SmallNet.Plain(), silent = SmallNet.Plain();
        float[] pattern = [.. Enumerable.Repeat(1f, 25)];
        lesioned["Input"].Lesion(units);
        lesioned["Input"].Present(pattern, [5, 5]);
        foreach (var unit in units) { pattern[unit] = 0f; }
        silent["Input"].Present(pattern, [5, 5]);
        lesioned.RunTrial(learn: false);
        silent.RunTrial(learn: false);
        foreach (var variable in (string[])["GeRaw", "Act", "ActP"])
        {
            Assert.Equal(SmallNet.Bits(silent, "Hidden", variable), SmallNet.Bits(lesioned, "Hidden", variable));
        }
    }

    [Fact]
    public void Lesioned_units_have_no_part_in_averages_of_pools()
    {
        var network = SmallNet.Plain();
        network["Hidden"].Lesion(0, 1, 2);
        SmallNet.Present(network, 0);
        network.RunTrial(learn: false);
        Assert.Equal(42 - 3, network["Hidden"].Pools[0].ActM.Count);
        Assert.DoesNotContain(network["Hidden"].Pools[0].ActM.MaxIndex, (int[])[0, 1, 2]);
    }

    [Fact]
    public void Unlesion_brings_units_back()
    {
        var network = SmallNet.Plain();
        var whole = SmallNet.Plain();
        network["Hidden"].Lesion(3, 4);
        network["Hidden"].Unlesion();
        SmallNet.Train(network, 3);
        SmallNet.Train(whole, 3);
        Assert.Equal(SmallNet.Bits(whole), SmallNet.Bits(network));
    }

    [Fact]
    public void Inputs_can_be_cleared_and_lesions_stay()
    {
        var network = SmallNet.Plain();
        network["Hidden"].Lesion(3, 4);
        network["Input"].Lesion(7);
        SmallNet.Present(network, 0);
        network.ClearInputs();
        Assert.All((string[])["Ext", "Targ"], variable => Assert.All(network["Output"].Units(variable).ToArray(), x => Assert.Equal(0f, x)));
        network.RunTrial(learn: false);
        Assert.All(network["Input"].Units("Act").ToArray(), act => Assert.Equal(0f, act, tolerance: 1e-6f));
        Assert.True(network["Output"].DrivenUnits.IsEmpty);
        Assert.Equal(40, network["Hidden"].Pools[0].ActM.Count);
        Assert.Equal(24, network["Input"].Pools[0].ActM.Count);
    }

    [Fact]
    public void Random_lesion_takes_the_share_asked_for_and_the_same_units_for_the_same_seed()
    {
        var network = SmallNet.Plain();
        var hidden = network["Hidden"];
        Assert.Equal(10, hidden.LesionShare(0.25f, seed: 1));
        var first = Lesioned();
        Assert.Equal(10, first.Length);
        hidden.LesionShare(0.25f, seed: 2);
        Assert.NotEqual(first, Lesioned());
        hidden.LesionShare(0.25f, seed: 1);
        Assert.Equal(first, Lesioned());
        Assert.Throws<ArgumentOutOfRangeException>(() => hidden.LesionShare(1.5f, seed: 1));
        Assert.Contains("unit 42", Assert.Throws<ArgumentOutOfRangeException>(() => hidden.Lesion(42)).Message, StringComparison.Ordinal);
        Assert.Equal(first, Lesioned());

        int[] Lesioned() => [.. Enumerable.Range(0, 42).Where(u => hidden.Flags[u].HasFlag(UnitFlags.Off))];
    }

    [Fact]
    public void Layer_that_is_switched_off_takes_no_part()
    {
        LeabraNetwork with = TwoWays(), without = TwoWays(withoutSecond: true);
        with["Second"].IsOff = true;
        SmallNet.Train(with, 4);
        SmallNet.Train(without, 4);
        foreach (var layer in (string[])["Input", "First", "Output"])
        {
            foreach (var variable in (string[])["Act", "Ge", "AvgL", "ActP"])
            {
                Assert.Equal(SmallNet.Bits(without, layer, variable), SmallNet.Bits(with, layer, variable));
            }
        }
        Assert.All(with["Second"].Units("Act").ToArray(), act => Assert.Equal(0f, act));
        Assert.All(with["Second"].Units("Ge").ToArray(), ge => Assert.Equal(0f, ge));
    }

    [Fact]
    public void Layer_may_be_switched_on_again()
    {
        var network = TwoWays();
        network["Second"].IsOff = true;
        SmallNet.Train(network, 2);
        network["Second"].IsOff = false;
        SmallNet.Train(network, 2);
        Assert.True(network["Second"].Pools[0].ActM.Avg > 0.01f);
        Assert.Contains(network["Second"].SendingProjections.Cast<LeabraProjection>().Single().Synapses.Moment.Span.ToArray(), moment => moment != 0f);
    }

    [Fact]
    public void Layer_that_is_off_when_the_network_is_initialized_leaves_the_others_as_they_would_be_without_it()
    {
        LeabraNetwork with = TwoWays(build: n => n["Second"].IsOff = true), without = TwoWays(withoutSecond: true);
        SmallNet.Train(with, 2);
        SmallNet.Train(without, 2);
        Assert.Equal(SmallNet.Bits(without, "Output", "Act"), SmallNet.Bits(with, "Output", "Act"));
    }

    [Fact]
    public void Projection_that_is_switched_off_takes_no_part()
    {
        LeabraNetwork with = SmallNet.Plain(n => n.Project(n["Input"], n["Output"], Connectivity.Full)), without = SmallNet.Plain();
        var direct = (LeabraProjection)with.Projections[^1];
        direct.IsOff = true;
        uint[] weights = [.. direct.Synapses.Wt.Span.ToArray().Select(BitConverter.SingleToUInt32Bits)];
        SmallNet.Train(with, 3);
        SmallNet.Train(without, 3);
        foreach (var layer in (string[])["Hidden", "Output"]) { Assert.Equal(SmallNet.Bits(without, layer, "Act"), SmallNet.Bits(with, layer, "Act")); }
        Assert.Equal(weights, direct.Synapses.Wt.Span.ToArray().Select(BitConverter.SingleToUInt32Bits));

        direct.IsOff = false;
        SmallNet.Train(with, 3);
        Assert.NotEqual(weights, direct.Synapses.Wt.Span.ToArray().Select(BitConverter.SingleToUInt32Bits));
    }

    [Fact]
    public void Compare_layer_is_scored_against_its_target_but_not_driven_by_it()
    {
        var compared = SmallNet.Plain(n => n["Output"].Kind = LayerKind.Compare);
        var free = SmallNet.Plain(n => n["Output"].Kind = LayerKind.Hidden);
        SmallNet.Present(compared, 0);
        SmallNet.Present(free, 0);
        compared.RunTrial(learn: false);
        free.RunTrial(learn: false);
        var output = compared["Output"];
        Assert.Equal(SmallNet.Bits(free, "Output", "ActP"), SmallNet.Bits(compared, "Output", "ActP"));
        Assert.All(output.Units("Ext").ToArray(), ext => Assert.Equal(0f, ext));
        Assert.Contains(1f, output.Units("Targ").ToArray());

        var expected = 0.0;
        for (var u = 0; u < 25; u++)
        {
            var difference = output.Units("Targ")[u] - output.Units("ActM")[u];
            if (MathF.Abs(difference) >= 0.5f) { expected += (double)(difference * difference); }
        }
        Assert.True(expected > 0);
        Assert.Equal((expected, expected / 25), output.SquaredError(tolerance: 0.5f));
    }

    [Fact]
    public void Target_layer_is_driven_in_the_plus_phase_only()
    {
        var network = SmallNet.Plain();
        SmallNet.Present(network, 0);
        network.RunTrial(learn: false);
        var output = network["Output"];
        Assert.Equal(output.Units("Targ").ToArray().Select(t => Math.Min(t, 0.95f)), output.Units("ActP").ToArray());
        Assert.NotEqual(output.Units("ActP").ToArray(), output.Units("ActM").ToArray());
    }

    private static LeabraNetwork TwoWays(bool withoutSecond = false, Action<LeabraNetwork>? build = null)
    {
        var network = new LeabraNetwork("TwoWays");
        var input = network.AddLayer("Input", [5, 5], LayerKind.Input);
        List<LeabraLayer> hidden = [network.AddLayer("First", [5, 6])];
        if (!withoutSecond) { hidden.Add(network.AddLayer("Second", [4, 4])); }
        var output = network.AddLayer("Output", [5, 5], LayerKind.Target);
        foreach (var layer in hidden)
        {
            network.Project(input, layer, Connectivity.Full);
            network.Project(layer, output, Connectivity.Full);
        }
        build?.Invoke(network);
        network.Initialize(seed: 1);
        return network;
    }
}
