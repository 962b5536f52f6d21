using FsCheck;
using FsCheck.Fluent;

namespace Emergent.Networks.Tests;

/// <summary>Layers, units and synapses by name, as displays, logs and scripts ask for them.</summary>
public class AccessTests
{
    private static readonly Config Fixed = Config.QuickThrowOnFailure.WithReplay(17, 35).WithMaxTest(200);

    [Fact]
    public void A_layer_is_looked_for_without_an_error()
    {
        var network = StyleSheetTests.Three();
        Assert.True(network.TryGetLayer("Hidden", out var hidden));
        Assert.Same(network["Hidden"], hidden);
        Assert.False(network.TryGetLayer("Hiden", out _));
    }

    [Fact]
    public void Lists_of_layers_are_checked_where_they_are_written()
    {
        var network = StyleSheetTests.Three();
        Assert.Equal(["Fancy", "Input"], network.LayersByName("Fancy", "Input").Select(l => l.Name));
        Assert.Equal(["Hidden", "Fancy"], network.LayersExcept("Input").Select(l => l.Name));
        Assert.Equal(3, network.LayersExcept().Count);
        NetworkTests.AssertSays(() => network.LayersByName("Input", "Fancie"), "no layer 'Fancie'", "Did you mean 'Fancy'?");
        NetworkTests.AssertSays(() => network.LayersExcept("Inptu"), "Did you mean 'Input'?");
        NetworkTests.AssertSays(() => network.LayersByName("Input", "Input"), "'Input' twice");
    }

    [Fact]
    public void Units_come_as_a_tensor_of_the_layers_shape_that_is_a_copy()
    {
        var network = new TinyNetwork();
        var layer = network.AddLayer("A", [2, 1, 1, 3]);
        network.Build();
        layer.Units("Sum")[4] = 5f;
        var tensor = layer.ToTensor("Sum");
        Assert.Equal(layer.Shape, tensor.Shape);
        Assert.Equal(5f, tensor[1, 0, 0, 1]);
        layer.Units("Sum").Clear();
        Assert.Equal(5f, tensor[4]);
        NetworkTests.AssertSays(() => layer.ToTensor("Sun"), "no unit variable 'Sun'", "Did you mean 'Sum'?");
    }

    [Fact]
    public void Rows_and_columns_run_across_pools()
    {
        var network = new TinyNetwork();
        var (flat, pools) = (network.AddLayer("Flat", [3, 5]), network.AddLayer("Pools", [2, 3, 4, 5]));
        Assert.Equal((7, (1, 2)), (flat.UnitAt(1, 2), flat.PlaceOf(7)));
        Assert.Equal((1 * 3 + 2) * 20 + 3 * 5 + 4, pools.UnitAt(7, 14));   // the last of all
        Assert.Equal((2 * 20) + 5, pools.UnitAt(1, 10));
        Assert.Throws<ArgumentOutOfRangeException>(() => pools.UnitAt(8, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => pools.UnitAt(0, -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => pools.PlaceOf(120));
    }

    [Fact]
    public void Every_unit_is_at_its_place()
    {
        var size = Gen.Choose(1, 5);
        var shapes = from a in size from b in size from c in size from d in size select (int[])[a, b, c, d];
        Check.One(Fixed, Prop.ForAll(shapes.ToArbitrary(), sizes =>
        {
            var layer = new TinyNetwork().AddLayer("A", Data.Shape.Create(sizes));
            return Enumerable.Range(0, layer.UnitCount).All(unit => layer.PlaceOf(unit) is var (row, column) && layer.UnitAt(row, column) == unit);
        }));
    }

    [Fact]
    public void Chosen_units_stand_for_the_layer()
    {
        var network = new TinyNetwork();
        var layer = network.AddLayer("A", [10, 10]);
        network.Build();
        for (var i = 0; i < 100; i++) { layer.Units("Sum")[i] = i; }
        Assert.Equal(100, layer.RepresentativeUnits.Count);
        Assert.Equal(layer.ToTensor("Sum").Values.ToArray(), layer.RepresentativeTensor("Sum").Values.ToArray());

        layer.SetRepresentatives([2, 2], 0, 55, 9, 99);
        Assert.Equal([0, 55, 9, 99], layer.RepresentativeUnits);
        var tensor = layer.RepresentativeTensor("Sum");
        Assert.Equal("[2, 2]", tensor.Shape.ToString());
        Assert.Equal([0f, 55f, 9f, 99f], tensor.Values.ToArray());

        Assert.Contains("2 units were given", Assert.Throws<ArgumentException>(() => layer.SetRepresentatives([2, 2], 0, 1)).Message, StringComparison.Ordinal);
        Assert.Contains("unit 100", Assert.Throws<ArgumentException>(() => layer.SetRepresentatives([1, 2], 0, 100)).Message, StringComparison.Ordinal);
        Assert.Contains("unit 7 was given twice", Assert.Throws<ArgumentException>(() => layer.SetRepresentatives([1, 2], 7, 7)).Message, StringComparison.Ordinal);
        Assert.Equal([0, 55, 9, 99], layer.RepresentativeUnits);

        layer.ClearRepresentatives();
        Assert.Equal((100, layer.Shape), (layer.RepresentativeTensor("Sum").Length, layer.RepresentativeShape));
    }

    [Fact]
    public void The_range_of_a_variable_is_over_layers_that_are_on_and_leaves_NaN_out()
    {
        var network = StyleSheetTests.Three();
        NetworkTests.AssertSays(() => network.RangeOf("Sum"), "has no units yet");
        network.Build();
        network["Input"].Units("Sum")[0] = -2f;
        network["Hidden"].Units("Sum")[1] = 7f;
        network["Fancy"].Units("Sum")[0] = float.NaN;
        Assert.Equal((-2f, 7f), network.RangeOf("Sum"));
        network["Input"].IsOff = true;
        Assert.Equal((0f, 7f), network.RangeOf("Sum"));
        foreach (var layer in network.Layers) { layer.Units("Sum").Fill(float.NaN); }
        Assert.Equal((float.NaN, float.NaN), network.RangeOf("Sum"));
        NetworkTests.AssertSays(() => network.RangeOf("Sam"), "no unit variable 'Sam'", "Did you mean 'Sum'?");
    }

    [Fact]
    public void Projections_are_found_by_the_layer_at_their_other_end()
    {
        var network = StyleSheetTests.Three();
        var second = network.Project(network["Input"], network["Hidden"], Connectivity.OneToOne, ProjectionKind.Inhib);
        var hidden = network["Hidden"];
        Assert.Same(network.Projections[0], hidden.ReceivingFrom("Input"));
        Assert.Same(second, hidden.ReceivingFrom("Input", "Inhib"));
        Assert.Same(second, network["Input"].SendingTo("Hidden", "Inhib"));
        Assert.Same(network.Projections[2], hidden.ReceivingFrom("Fancy", "TinyProjection"));
        NetworkTests.AssertSays(() => hidden.ReceivingFrom("Inptu"), "'Hidden' receives no projection from 'Inptu'", "Did you mean 'Input'?");
        NetworkTests.AssertSays(() => hidden.SendingTo("Input"), "'Hidden' sends no projection to 'Input'", "Fancy");
        NetworkTests.AssertSays(() => hidden.ReceivingFrom("Input", "Inhbi"), "receives no projection 'Inhbi' from 'Input'", "Did you mean 'Inhib'?");
    }

    [Fact]
    public void Synapses_of_one_unit_are_a_value_for_each_unit_at_the_other_end()
    {
        var network = new TinyNetwork();
        var (a, b) = (network.AddLayer("A", [1, 3]), network.AddLayer("B", [1, 4]));
        var projection = network.Project(a, b, Connectivity.OneToOne);
        network.Build();
        projection.SetWeight(1, 1, 0.25f);
        Assert.Equal([float.NaN, 0.25f, float.NaN], a.SynapsesTo("Wt", "B", unit: 1));
        Assert.Equal([float.NaN, 0.25f, float.NaN, float.NaN], b.SynapsesFrom("Wt", "A", unit: 1));
        Assert.All(a.SynapsesTo("Wt", "B", unit: 3), value => Assert.True(float.IsNaN(value)));   // the fourth has no counterpart
        Assert.Contains("'B' has units 0…3; there is no unit 4", Assert.Throws<ArgumentOutOfRangeException>(() => a.SynapsesTo("Wt", "B", 4)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => b.SynapsesFrom("Wt", "A", 3));
        NetworkTests.AssertSays(() => a.SynapsesTo("Wg", "B", 0), "no synapse variable 'Wg'");
        Assert.Contains("layer 'A' has 3 units, and there is room for 2 values", Assert.Throws<ArgumentException>(() => a.SendingTo("B").ValuesTo("Wt", 1, new float[2])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Synapses_have_a_place_in_the_list_of_all()
    {
        var network = new TinyNetwork();
        var (a, b) = (network.AddLayer("A", [1, 3]), network.AddLayer("B", [1, 4]));
        var (some, all) = (network.Project(a, b, Connectivity.OneToOne), network.Project(b, a));
        network.Build();
        some.SetSynapse("Wt", 2, 2, 0.75f);
        Assert.Equal([0.5f, 0.5f, 0.75f], some.SynapseValues("Wt"));
        Assert.Equal((2, -1), (some.SynapseIndex(2, 2), some.SynapseIndex(1, 2)));
        Assert.Equal(12, all.SynapseValues("Wt").Length);
        for (var r = 0; r < 3; r++) { for (var s = 0; s < 4; s++) { Assert.Equal(4 * r + s, all.SynapseIndex(s, r)); } }
        Assert.Throws<ArgumentOutOfRangeException>(() => some.SynapseIndex(3, 0));
        NetworkTests.AssertSays(() => some.SetSynapse("Wt", 1, 2, 0.5f), "'AToB'", "no synapse from unit 1 to unit 2");
        NetworkTests.AssertSays(() => some.SetSynapse("Wt", 1, 1, float.NaN), "Wt from unit 1 to unit 1 is NaN");
        NetworkTests.AssertSays(() => some.SetSynapse("Weight", 1, 1, 1f), "no synapse variable 'Weight'");
    }

    [Fact]
    public void A_projection_takes_part_while_nothing_of_it_is_off()
    {
        var network = StyleSheetTests.Three();
        var projection = network.Projections[0];
        Assert.True(projection.TakesPart);
        projection.IsOff = true;
        Assert.False(projection.TakesPart);
        projection.IsOff = false;
        foreach (var layer in (Layer[])[projection.Sender, projection.Receiver])
        {
            layer.IsOff = true;
            Assert.Equal((false, false), (projection.TakesPart, projection.IsOff));
            layer.IsOff = false;
        }
    }
}
