using Emergent.Networks;

namespace Emergent.Leabra.Tests;

public class SymmetricWeightsTests
{
    [Fact]
    public void Full_projection_back_gets_the_weights_of_the_one_forward()
    {
        var (network, lower, higher) = TwoLayers();
        var (forward, back) = network.ProjectBothWays(lower, higher, Connectivity.Full);
        network.Initialize(seed: 1);
        for (var s = 0; s < 9; s++) { for (var r = 0; r < 9; r++) { Assert.Equal(forward.Synapse("Wt", s, r), back.Synapse("Wt", r, s)); } }
    }

    [Fact]
    public void Projection_back_gets_the_weights_of_each_of_several_forward()
    {
        var (network, lower, higher) = TwoLayers();
        var first = network.Project(lower, higher, new ListedConnectivity([[0, 1, 2]]));
        var second = network.Project(lower, higher, new ListedConnectivity([[2, 3], [5]]));
        var back = network.Project(higher, lower, Connectivity.Full, ProjectionKind.Back);
        network.Initialize(seed: 1);
        foreach (var r in (int[])[0, 1]) { Assert.Equal(first.Synapse("Wt", 0, r), back.Synapse("Wt", r, 0)); }
        foreach (var (s, r) in ((int, int)[])[(0, 2), (0, 3), (1, 5)]) { Assert.Equal(second.Synapse("Wt", s, r), back.Synapse("Wt", r, s)); }
        Assert.NotEqual(0f, back.Synapse("Wt", 8, 8));
    }

    [Fact]
    public void Lateral_projection_is_symmetric()
    {
        var (network, layer, _) = TwoLayers();
        var lateral = network.ProjectLaterally(layer, Connectivity.Full);
        network.Initialize(seed: 1);
        for (var s = 0; s < 9; s++) { for (var r = 0; r < 9; r++) { Assert.Equal(lateral.Synapse("Wt", s, r), lateral.Synapse("Wt", r, s)); } }
    }

    private static (LeabraNetwork Network, LeabraLayer Lower, LeabraLayer Higher) TwoLayers()
    {
        var network = new LeabraNetwork("Symmetric");
        return (network, network.AddLayer("Lower", [3, 3]), network.AddLayer("Higher", [3, 3]));
    }
}
