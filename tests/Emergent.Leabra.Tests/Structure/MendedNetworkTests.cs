using Emergent.Data;
using Emergent.Networks;

namespace Emergent.Leabra.Tests;

/// <summary>Networks that were wrong at first, or changed after they were built.</summary>
public class MendedNetworkTests
{
    [Fact]
    public void Network_that_failed_to_build_shows_what_it_computes_once_it_is_mended()
    {
        var network = new LeabraNetwork("Mended");
        var input = network.AddLayer("Input", [1, 4], LayerKind.Input);
        var fragile = network.AddLayer(new FragileLayer("Hidden"));
        network.Project(input, fragile, Connectivity.Full);
        Assert.Throws<EmergentException>(() => network.Initialize(seed: 1));
        fragile.IsMended = true;
        network.Initialize(seed: 1);
        input.Present([1f, 0f, 1f, 0f], input.Shape);
        network.RunTrial();
        Assert.Equal([0.95f, 0f, 0.95f, 0f], input.Units("Act").ToArray());
        Assert.Contains(fragile.Units("Act").ToArray(), act => act > 0.1f);
    }

    [Fact]
    public void Layer_that_was_off_when_weights_were_made_can_be_switched_on()
    {
        LeabraNetwork network = SmallNet.Plain(n => n["Hidden"].IsOff = true), always = SmallNet.Plain();
        network["Hidden"].IsOff = false;
        SmallNet.Train(network, 5);
        SmallNet.Train(always, 5);
        Assert.Equal(SmallNet.Bits(always), SmallNet.Bits(network));
    }

    [Fact]
    public void Rule_added_after_the_network_was_built_acts_when_it_is_initialized_again()
    {
        var network = SmallNet.Plain();
        network.Style.Add("#Hidden", "an afterthought", (LeabraLayer l) => l.Inhib.Layer.Gi = 2.5f);
        Assert.NotEqual(2.5f, network["Hidden"].Inhib.Layer.Gi);
        network.Initialize(seed: 1);
        Assert.Equal(2.5f, network["Hidden"].Inhib.Layer.Gi);
    }

    [Fact]
    public void Table_with_a_misspelt_column_is_refused_and_one_with_another_column_is_not()
    {
        var network = SmallNet.Plain();
        var misspelt = new TableEnvironment(Patterns.RandomBits(3, [5, 5], 6, seed: 1, "Inptu", "Output"));
        misspelt.Step();
        var message = Assert.Throws<EmergentException>(() => network.Present(misspelt)).Message;
        Assert.Contains("'Inptu'", message, StringComparison.Ordinal);
        Assert.Contains("Did you mean 'Input'?", message, StringComparison.Ordinal);
        Assert.All(network["Output"].Units("Targ").ToArray(), target => Assert.Equal(0f, target));

        var other = new TableEnvironment(Patterns.RandomBits(3, [5, 5], 6, seed: 1, "Input", "Output", "Remark"));
        other.Step();
        network.Present(other);
    }

    [Fact]
    public void Fifth_quarter_is_refused()
    {
        var network = SmallNet.Plain();
        network.BeginTrial();
        for (var quarter = 0; quarter < 4; quarter++) { network.EndQuarter(); }
        Assert.Contains("four quarters", Assert.Throws<EmergentException>(network.EndQuarter).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Parameters_that_contradict_each_other_are_refused_by_name()
    {
        var network = SmallNet.Plain();
        network["Hidden"].Act.Clamp.Range.Min = 0.99f;
        AssertRefused(network, "Hidden", "Act.Clamp.Range");
        network["Hidden"].Act.Clamp.Range.Min = 0f;
        network["Hidden"].Act.Erev.E = 0.5f;
        AssertRefused(network, "Hidden", "Act.Erev.E");
        network["Hidden"].Act.Erev.E = 1f;
        (network["Hidden"].Act.Noise.Type, network["Hidden"].Act.Noise.Dist) = (NoiseType.GeNoise, Distribution.Gamma);
        AssertRefused(network, "Hidden", "Act.Noise");
        network["Hidden"].Act.Noise.Type = NoiseType.NoNoise;
        ((LeabraProjection)network.Projections[0]).WtInit.Dist = Distribution.Beta;
        ((LeabraProjection)network.Projections[0]).WtInit.Par = -1f;
        AssertRefused(network, network.Projections[0].Name, "WtInit");
    }

    private static void AssertRefused(LeabraNetwork network, params string[] words)
    {
        var message = Assert.Throws<EmergentException>(() => network.Initialize(seed: 1)).Message;
        Assert.All(words, word => Assert.Contains(word, message, StringComparison.Ordinal));
    }

    private sealed class FragileLayer(string name) : LeabraLayer(name, [2, 2])
    {
        public bool IsMended { get; set; }

        protected internal override void Build()
        {
            base.Build();
            if (!IsMended) { throw new EmergentException("broken on purpose"); }
        }
    }
}
