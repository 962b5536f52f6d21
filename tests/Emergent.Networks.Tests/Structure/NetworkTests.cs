using Emergent.Data;

namespace Emergent.Networks.Tests;

/// <summary>Networks as such, with an algorithm that is not Leabra.</summary>
public class NetworkTests
{
    [Fact]
    public void A_network_of_any_algorithm_runs()
    {
        var (network, a, b) = Two();
        network.Initialize(1);
        network.Present("A", new Tensor<float>([1, 2], [1f, 0.5f]));
        network.RunTrial();
        Assert.Equal([0.75f, 0.75f, 0.75f], b.Units("Sum").ToArray());
        network.ClearInputs();
        Assert.Equal([0f, 0f], a.Units("Input").ToArray());
    }

    [Fact]
    public void Layers_and_projections_are_in_order_of_creation()
    {
        var (network, a, b) = Two();
        Assert.Equal(["A", "B"], network.Layers.Select(l => l.Name));
        Assert.Equal("AToB", Assert.Single(network.Projections).Name);
        Assert.Same(network.Projections[0], Assert.Single(a.SendingProjections));
        Assert.Same(network.Projections[0], Assert.Single(b.ReceivingProjections));
        Assert.Equal((0, 1), (a.Index, b.Index));
        Assert.Same(b, network["B"]);
    }

    [Fact]
    public void Two_layers_of_one_name_are_refused()
    {
        var network = Two().Network;
        AssertSays(() => network.AddLayer("A", [1, 1]), "'Tiny'", "already has a layer 'A'", "another name");
        Assert.Equal(2, network.Layers.Count);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public void Names_are_not_empty(string name)
    {
        Assert.Contains("name", Assert.Throws<ArgumentException>(() => new TinyNetwork().AddLayer(name, [1, 1])).Message, StringComparison.Ordinal);
        Assert.Contains("name", Assert.Throws<ArgumentException>(() => new TinyNetwork(name)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(new[] { 3 })]
    [InlineData(new[] { 2, 3, 4 })]
    [InlineData(new[] { 0, 3 })]
    [InlineData(new[] { 1, 1, 1, 1, 1 })]
    [InlineData(new int[0])]
    public void A_layer_has_two_or_four_sizes_of_at_least_one(int[] sizes)
    {
        var error = Assert.Throws<ArgumentException>(() => new TinyNetwork().AddLayer("A", Shape.Create(sizes)));
        Assert.Contains($"Layer 'A' has shape {Shape.Create(sizes)}; a layer is [Y, X] or [poolsY, poolsX, unitsY, unitsX]", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_added_to_a_built_network()
    {
        var (network, a, b) = Two();
        network.Build();
        AssertSays(() => network.AddLayer("C", [1, 1]), "'Tiny' is built", "layer 'C'");
        AssertSays(() => network.Project(b, a), "'Tiny' is built", "projection 'BToA'");
        Assert.Equal(2, network.Layers.Count);
        Assert.Empty(a.ReceivingProjections);
    }

    [Fact]
    public void Layers_of_two_networks_are_not_connected()
    {
        var (network, a, _) = Two();
        var foreign = new TinyNetwork("Other").AddLayer("C", [1, 1]);
        AssertSays(() => network.Project(a, foreign), "'AToC'", "'C' is not in network 'Tiny'");
        AssertSays(() => network.Project(foreign, a), "'C' is not in network 'Tiny'");
        Assert.Single(a.SendingProjections);
        Assert.Empty(foreign.SendingProjections);
    }

    [Fact]
    public void A_layer_is_part_of_one_network_only()
    {
        var (network, a, _) = Two();
        AssertSays(() => new TinyNetwork("Other").Add(a), "'A' is already part of network 'Tiny'");
        Assert.Same(network, a.Network);
    }

    [Fact]
    public void A_projection_is_added_once()
    {
        var (network, _, b) = Two();
        var projection = (TinyProjection)network.Projections[0];
        AssertSays(() => network.AddAgain(projection), "'AToB' is already part of network 'Tiny'");
        Assert.Single(b.ReceivingProjections);
    }

    [Fact]
    public void An_unknown_layer_is_answered_with_the_nearest() =>
        AssertSays(() => new TinyNetwork { }.With("Hidden1").With("Output")["Hiden1"], "'Tiny' has no layer 'Hiden1'", "Did you mean 'Hidden1'?");

    [Fact]
    public void An_unknown_variable_is_answered_with_the_nearest()
    {
        var (network, a, _) = Two();
        network.Build();
        AssertSays(() => a.Units("Suma").ToArray(), "Layer 'A' has no unit variable 'Suma'", "Did you mean 'Sum'?");
        AssertSays(() => network.Projections[0].Synapse("Wtt", 0, 0), "'AToB' has no synapse variable 'Wtt'", "Did you mean 'Wt'?");
    }

    [Fact]
    public void Units_and_synapses_need_a_built_network()
    {
        var (network, a, _) = Two();
        AssertSays(() => a.Units("Sum").ToArray(), "Layer 'A' has no units yet", "Initialize");
        AssertSays(() => network.Projections[0].Synapse("Wt", 0, 0), "'AToB' has no synapses yet", "Initialize");
        AssertSays(() => network.Projections[0].SetWeight(0, 0, 1f), "'AToB' has no synapses yet", "Initialize");
        AssertSays(() => a.Present([1f, 1f], [1, 2]), "Layer 'A' has no units yet");
        AssertSays(() => network.SizeReport(), "'Tiny' has no units and synapses yet");
        AssertSays(() => network.Bounds.ToString(), "'Tiny' has no bounds yet");
    }

    [Fact]
    public void A_network_without_layers_cannot_be_built() => AssertSays(() => new TinyNetwork().Build(), "'Tiny' has no layers", "AddLayer");

    [Fact]
    public void Units_are_a_view_of_the_column()
    {
        var (network, a, b) = Two();
        network.Build();
        a.Units("Sum")[1] = 3f;
        Assert.Equal([0f, 3f], a.Units("Sum").ToArray());
        Assert.Equal([0f, 0f, 0f], b.Units("Sum").ToArray());
        Assert.Equal([0f, 0f], a.Units("Input").ToArray());
    }

    [Fact]
    public void Synapses_are_NaN_where_units_are_not_connected()
    {
        var network = new TinyNetwork();
        var (a, b) = (network.AddLayer("A", [1, 3]), network.AddLayer("B", [1, 3]));
        var projection = network.Project(a, b, Connectivity.OneToOne);
        network.Build();
        Assert.Equal(0.5f, projection.Synapse("Wt", 1, 1));
        Assert.Equal(float.NaN, projection.Synapse("Wt", 0, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => projection.Synapse("Wt", 3, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => projection.Synapse("Wt", 0, -1));
        projection.SetWeight(1, 1, 0.25f);
        Assert.Equal(0.25f, projection.Synapse("Wt", 1, 1));
        AssertSays(() => projection.SetWeight(0, 1, 0.25f), "'AToB'", "no synapse from unit 0 to unit 1");
        AssertSays(() => projection.SetWeight(1, 1, float.NaN), "'AToB'", "NaN", "finite");
    }

    [Fact]
    public void Variables_that_types_of_layers_add_come_once_and_after_those_of_the_algorithm()
    {
        var network = new TinyNetwork();
        network.Add(new FancyLayer("A", [1, 2]));
        network.Add(new FancyLayer("B", [1, 2]));
        Assert.Equal(["Sum", "Input", "Fanciness"], network.UnitVariables.Select(v => v.Name));
        network.Build();
        Assert.Equal(["Sum", "Input", "Fanciness"], network.UnitVariables.Select(v => v.Name));
        Assert.Equal("Sum of inputs.", network.UnitVariables[0].Meaning);
        network["A"].Units("Fanciness")[0] = 1f;
        Assert.Equal(0f, network["B"].Units("Fanciness")[0]);
    }

    [Fact]
    public void Layers_are_found_by_class()
    {
        var network = new TinyNetwork();
        network.AddLayer("In", [1, 1], LayerKind.Input);
        network.AddLayer("Hidden", [1, 1]).AddClass("Deep Wide");
        network.AddLayer("Out", [1, 1], LayerKind.Target);
        Assert.Equal(["In", "Out"], network.LayersByClass("Target", "Input").Select(l => l.Name));
        Assert.Equal(["Hidden"], network.LayersByClass("Deep", "Wide", "Hidden").Select(l => l.Name));
        Assert.Equal(3, network.LayersByClass().Count);
        Assert.Empty(network.LayersByClass("None"));
    }

    [Fact]
    public void The_class_of_a_layer_follows_its_kind()
    {
        var layer = new TinyNetwork().AddLayer("A", [1, 1], LayerKind.Target);
        layer.AddClass("Mine");
        layer.Kind = LayerKind.Compare;
        Assert.Equal(["Compare", "Mine"], layer.Classes);
    }

    [Fact]
    public void Bounds_are_those_of_all_layers()
    {
        var network = new TinyNetwork();
        network.AddLayer("A", [2, 4]);
        network.AddLayer("B", [1, 10]);
        network.Build();
        Assert.Equal(new NetworkBounds(Left: -3f, Front: 0f, Bottom: 0f, Right: 7f, Back: 2f, Top: 1f), network.Bounds);   // B lies over the middle of A
    }

    [Fact]
    public void The_size_report_counts_units_synapses_and_memory()
    {
        var network = new TinyNetwork();
        var (a, b) = (network.AddLayer("Input", [5, 5]), network.AddLayer("Hidden", [2, 2, 20, 20]));
        network.Project(a, b);
        network.Project(b, b, Connectivity.OneToOne);
        network.Build();
        Assert.Equal(
            """
            Network 'Tiny'

            Layer       Shape           Units  Memory
            Input       [5, 5]             25   256 B
            Hidden      [2, 2, 20, 20]  1,600   12 kB
            All layers                  1,625   13 kB

            Projection       Pattern   Synapses  Memory
            InputToHidden    Full        40,000     0 B
            HiddenToHidden   OneToOne     1,600   12 kB
            All projections              41,600   12 kB

            """,
            network.SizeReport());
    }

    internal static (TinyNetwork Network, TinyLayer A, TinyLayer B) Two()
    {
        var network = new TinyNetwork();
        var (a, b) = (network.AddLayer("A", [1, 2]), network.AddLayer("B", [1, 3]));
        network.Project(a, b);
        return (network, a, b);
    }

    internal static void AssertSays(Func<object?> action, params string[] parts)
    {
        var message = Assert.Throws<EmergentException>(() => { action(); }).Message;
        foreach (var part in parts) { Assert.Contains(part, message, StringComparison.Ordinal); }
    }

    internal static void AssertSays(Action action, params string[] parts) => AssertSays(() => { action(); return null; }, parts);
}

internal static class TinyNetworkExtensions
{
    public static TinyNetwork With(this TinyNetwork network, string layer)
    {
        network.AddLayer(layer, [1, 1]);
        return network;
    }
}
