namespace Emergent.Leabra.Tests;

public class InterInhibitionTests
{
    [Fact]
    public void Inhibition_of_others_is_this_cycles_of_layers_before_and_the_last_cycles_of_layers_behind()
    {
        var network = SmallNet.InterInhibition((left, right) => left.ILI.Add = right.ILI.Add = true);
        PoolInhibition left = network["Left"].Pools[0].Inhib, right = network["Right"].Pools[0].Inhib;
        SmallNet.Present(network, 0);
        network.BeginTrial();
        for (var cycle = 0; cycle < 30; cycle++)
        {
            var before = right.GiOrig;
            network.RunCycle();
            Assert.Equal(left.GiOrig + 0.8f * before, left.Gi);
            Assert.Equal(right.GiOrig + 0.8f * left.GiOrig, right.Gi);
        }
        Assert.True(left.Gi > 0.5f);
    }

    [Fact]
    public void Without_adding_the_stronger_inhibition_counts()
    {
        var network = SmallNet.InterInhibition((left, right) => (left.ILI.Gi, right.ILI.Gi) = (2f, 0.01f));
        PoolInhibition left = network["Left"].Pools[0].Inhib, right = network["Right"].Pools[0].Inhib;
        SmallNet.Present(network, 0);
        network.BeginTrial();
        for (var cycle = 0; cycle < 30; cycle++) { network.RunCycle(); }
        Assert.True(left.Gi > left.GiOrig);
        Assert.Equal(right.GiOrig, right.Gi);
    }

    [Fact]
    public void Pools_get_the_inhibition_of_other_layers_through_their_layers()
    {
        var network = SmallNet.InterInhibition((_, right) => right.ILI.Gi = 10f);
        var pools = network["Right"].Pools;
        SmallNet.Present(network, 0);
        network.BeginTrial();
        for (var cycle = 0; cycle < 30; cycle++) { network.RunCycle(); }
        Assert.All(pools, pool => Assert.Equal(pools[0].Inhib.Gi, pool.Inhib.Gi));
        Assert.True(pools[1].Inhib.GiOrig < pools[1].Inhib.Gi);
    }

    [Fact]
    public void Layer_that_names_none_is_a_plain_layer()
    {
        LeabraNetwork alone = Network(n => n.AddInterInhibitionLayer("Hidden", [6, 7])), plain = Network(n => n.AddLayer("Hidden", [6, 7]));
        foreach (var network in (LeabraNetwork[])[alone, plain]) { SmallNet.Train(network, 3); }
        Assert.Equal(SmallNet.Bits(plain), SmallNet.Bits(alone));

        static LeabraNetwork Network(Func<LeabraNetwork, LeabraLayer> add)
        {
            var network = new LeabraNetwork("One");
            var input = network.AddLayer("Input", [5, 5], Networks.LayerKind.Input);
            network.Project(input, add(network), Networks.Connectivity.Full);
            network.Initialize(seed: 1);
            return network;
        }
    }

    [Fact]
    public void Name_of_no_layer_is_an_error_when_the_network_is_built()
    {
        var error = Assert.Throws<EmergentException>(() => SmallNet.InterInhibition((left, _) => left.ILI.Lays.Add("Rigth")));
        Assert.StartsWith("Layer 'Left' (ILLayer): ILI.Lays names 'Rigth', and network 'InterInhibition' has no such layer; it must be one whose inhibition acts on 'Left'. Did you mean 'Right'?", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Layer_that_names_itself_is_an_error()
    {
        var error = Assert.Throws<EmergentException>(() => SmallNet.InterInhibition((left, _) => left.ILI.Lays.Add("Left")));
        Assert.Contains("the layer itself", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Pools_without_the_inhibition_of_their_layer_are_an_error()
    {
        var error = Assert.Throws<EmergentException>(() => SmallNet.InterInhibition((_, right) => right.Inhib.Layer.On = false));
        Assert.Equal("Layer 'Right' (ILLayer): ILI.Lays names 'Left', but with Inhib.Layer.On = false pools do not take the layer's inhibition, and theirs would have no effect. Switch Inhib.Layer.On on.", error.Message);
    }

    [Fact]
    public void One_layer_alone_does_not_inhibit_each_other()
    {
        var network = new LeabraNetwork("One");
        var layer = network.AddInterInhibitionLayer("Only", [2, 2]);
        Assert.Equal("Network 'One': layers that inhibit each other are two at least; only 'Only' was given.", Assert.Throws<EmergentException>(() => network.InhibitEachOther(0.5f, layer, layer)).Message);
        var foreign = new InterInhibitionLayer("Foreign", [2, 2]);
        Assert.Throws<EmergentException>(() => network.InhibitEachOther(0.5f, layer, foreign));
        Assert.Empty(layer.ILI.Lays);
    }
}
