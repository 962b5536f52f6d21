namespace Emergent.Networks.Tests;

/// <summary>A build that fails leaves a network that can be mended and built again.</summary>
public class FailedBuildTests
{
    [Fact]
    public void After_a_wrong_style_rule_has_been_taken_out()
    {
        var (network, a, _) = NetworkTests.Two();
        network.Style.AddText(".Hidden { Tiny.Gain: 3 } #Hidden9 { Tiny.Gain: 2 }");
        NetworkTests.AssertSays(() => network.Initialize(1), "'#Hidden9'");
        Assert.False(network.IsBuilt);
        Assert.Equal(1f, a.Tiny.Gain);
        network.Style.Clear();
        network.Style.AddText("Layer { Tiny.Gain: 2 }");
        network.Initialize(1);
        Assert.True(network.IsBuilt);
        Assert.Equal(2f, a.Tiny.Gain);
    }

    [Fact]
    public void After_a_wrong_setting_has_been_taken_back()
    {
        var (network, a, _) = NetworkTests.Two();
        network.Styles.Set("Layer.Tiny.Gian=3");
        NetworkTests.AssertSays(() => network.Build(), "'Layer.Tiny.Gian=3'", "Did you mean 'Tiny.Gain'?");
        network.Styles.ClearSettings();
        network.Build();
        Assert.Equal(1f, a.Tiny.Gain);
    }

    [Fact]
    public void After_a_layer_has_been_placed_beside_one_that_exists()
    {
        var (network, a, b) = NetworkTests.Two();
        b.Placement = Placement.RightOf("C");
        NetworkTests.AssertSays(() => network.Build(), "'B'", "'C'");
        b.Placement = Placement.RightOf("A");
        network.Build();
        Assert.True(b.Bounds.X >= a.Bounds.X + a.Bounds.Width);
    }

    [Fact]
    public void After_a_pattern_that_connects_nothing()
    {
        var network = new TinyNetwork();
        var (a, b) = (network.AddLayer("A", [1, 1]), network.AddLayer("B", [1, 2]));
        network.Project(a, b);
        network.Project(a, a, Connectivity.Full);
        NetworkTests.AssertSays(() => network.Build(), "'AToA'", "Full", "connects no unit of 'A' [1, 1]");
        Assert.False(network.IsBuilt);
        NetworkTests.AssertSays(() => b.Units("Sum").ToArray(), "has no units yet");
        NetworkTests.AssertSays(() => network.Projections[0].Synapse("Wt", 0, 0), "has no synapses yet");
        network.AddLayer("C", [1, 1]);   // the network is still open
    }

    [Fact]
    public void After_the_algorithm_failed()
    {
        var (network, a, _) = NetworkTests.Two();
        network.BuildFailure = new EmergentException("The algorithm finds no gate layer.");
        NetworkTests.AssertSays(() => network.Initialize(1), "no gate layer");
        Assert.False(network.IsBuilt);
        network.BuildFailure = null;
        network.AddLayer("Gate", [1, 1]);
        network.Initialize(1);
        Assert.Equal(2, a.Units("Sum").Length);
    }

    [Fact]
    public void What_was_set_by_hand_before_stays()
    {
        var (network, a, _) = NetworkTests.Two();
        a.Tiny.Gain = 4f;
        network.Style.AddText("Layer { Tiny.Gain: 2; Tiny.Gian: 3 }");
        NetworkTests.AssertSays(() => network.Build(), "Tiny.Gian");
        Assert.Equal(4f, a.Tiny.Gain);
        network.Style.Clear();
        network.Style.AddText("Layer { Tiny.Gain: 2 }");
        network.Build();
        Assert.Equal(4f, a.Tiny.Gain);
    }
}
