using Emergent.Data;
using Emergent.Networks;

namespace Emergent.Leabra.Tests;

/// <summary>Networks, layers and projections of Leabra: variables, patterns, reports, and what is refused.</summary>
public class LeabraStructureTests
{
    [Fact]
    public void Every_variable_has_a_name_of_its_own_a_meaning_and_a_range()
    {
        var network = Built();
        foreach (var variables in (IReadOnlyList<Variable>[])[network.UnitVariables, network.SynapseVariables])
        {
            Assert.Equal(variables.Count, variables.Select(v => v.Name).Distinct(StringComparer.OrdinalIgnoreCase).Count());
            Assert.All(variables, v =>
            {
                Assert.EndsWith(".", v.Meaning, StringComparison.Ordinal);
                Assert.True(v.Min < v.Max, v.Name);
                Assert.NotEmpty(v.Group);
            });
        }
        Assert.Equal(35, network.UnitVariables.Count);
        Assert.Equal(["Wt", "LWt", "DWt", "Norm", "Moment", "Scale"], network.SynapseVariables.Select(v => v.Name));
    }

    [Fact]
    public void Every_variable_can_be_read()
    {
        var network = Built();
        foreach (var layer in network.Layers) { foreach (var variable in network.UnitVariables) { Assert.Equal(layer.UnitCount, layer.Units(variable.Name).Length); } }
        foreach (var variable in network.SynapseVariables) { Assert.True(float.IsFinite(network.Projections[0].Synapse(variable.Name, 0, 0)), variable.Name); }
    }

    [Fact]
    public void Synapses_all_at_once_are_those_one_by_one()
    {
        var network = new LeabraNetwork("Many");
        var (small, large) = (network.AddLayer("Small", [3, 7]), network.AddLayer("Large", [10, 9]));
        foreach (var pattern in (Connectivity[])[Connectivity.Full, Connectivity.UniformRandom(0.3f, seed: 1), Connectivity.UniformRandom(0.95f, seed: 2), Connectivity.Circle(2)])
        {
            network.Project(small, large, pattern);
            network.Project(large, small, pattern);
        }
        network.Project(large, large, Connectivity.OneToOne);
        network.Initialize(seed: 3);
        foreach (var projection in network.Projections)
        {
            for (var r = 0; r < projection.Receiver.UnitCount; r++) { foreach (var s in projection.Connections.SendersOf(r)) { projection.SetSynapse("DWt", s, r, s - 0.01f * r); } }
            foreach (var variable in network.SynapseVariables)
            {
                var expected = new List<float>();
                for (var r = 0; r < projection.Receiver.UnitCount; r++) { foreach (var s in projection.Connections.SendersOf(r)) { expected.Add(projection.Synapse(variable.Name, s, r)); } }
                Assert.Equal(expected, projection.SynapseValues(variable.Name));
            }
            AssertThrowsForRoom(projection);
        }

        static void AssertThrowsForRoom(Projection projection) =>
            Assert.Contains("room for 2 values", Assert.Throws<ArgumentException>(() => projection.SynapseValues("Wt", new float[2])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_picture_on_a_layer_with_pools_covers_its_rows_and_columns()
    {
        // Pools 2 × 2 of units 2 × 3: the picture has 4 rows and 6 columns; each value tells its row and column.
        var layer = Built()["Pools"];
        var picture = new Tensor<float>([4, 6], [.. Enumerable.Range(0, 24).Select(i => 0.1f * (i / 6) + 0.01f * (i % 6))]);
        layer.Present(picture.Values, picture.Shape);
        for (var i = 0; i < 24; i++)
        {
            int[] at = layer.Shape.Index(i);   // pool row, pool column, unit row, unit column
            var (row, column) = (at[0] * 2 + at[2], at[1] * 3 + at[3]);
            Assert.Equal(0.1f * row + 0.01f * column, layer.Units("Ext")[i]);
        }
    }

    [Fact]
    public void A_pattern_with_pools_and_a_flat_one_fill_the_units_in_order()
    {
        var layer = Built()["Pools"];
        float[] values = [.. Enumerable.Range(0, 24).Select(i => 0.01f * i)];
        layer.Present(values, [2, 2, 2, 3]);
        Assert.Equal(values, layer.Units("Ext").ToArray());
        layer.Units("Ext").Clear();
        layer.Present(values, [24]);
        Assert.Equal(values, layer.Units("Ext").ToArray());
    }

    [Theory]
    [InlineData(new[] { 6, 4 })]
    [InlineData(new[] { 2, 12 })]
    [InlineData(new[] { 2, 2, 3, 2 })]
    [InlineData(new[] { 23 })]
    public void A_pattern_that_does_not_fit_the_pools_is_refused(int[] sizes)
    {
        var layer = Built()["Pools"];
        layer.Units("Ext").Fill(7f);
        var shape = Shape.Create(sizes);
        var error = Assert.Throws<EmergentException>(() => layer.Present(new float[shape.Length], shape));
        Assert.Contains($"Layer 'Pools' has shape [2, 2, 2, 3]; pattern 'Pools' has {shape}.", error.Message, StringComparison.Ordinal);
        Assert.All(layer.Units("Ext").ToArray(), x => Assert.Equal(7f, x));
    }

    [Fact]
    public void Patterns_go_where_the_kind_of_layer_takes_them()
    {
        var network = Built();
        network.Present("Input", new Tensor<float>([1, 2], [1f, 0.5f]));
        network.Present("Output", new Tensor<float>([1, 2], [0.5f, 1f]));
        Assert.Equal([1f, 0.5f], network["Input"].Units("Ext").ToArray());
        Assert.Equal([0.5f, 1f], network["Output"].Units("Targ").ToArray());
        Assert.Equal([0f, 0f], network["Output"].Units("Ext").ToArray());
        network.ClearInputs();
        Assert.Equal([0f, 0f], network["Output"].Units("Targ").ToArray());
    }

    [Fact]
    public void Setting_a_weight_sets_the_linear_weight_with_it()
    {
        var projection = Built().Projections[0];
        projection.SetWeight(1, 3, 0.75f);
        Assert.Equal(0.75f, projection.Synapse("Wt", 1, 3));
        Assert.InRange(projection.Synapse("LWt", 1, 3), 0.5f, 0.6f);   // the contrast makes weights above the middle stronger
    }

    [Fact]
    public void The_key_report_has_what_models_of_Leabra_change_most()
    {
        var network = new LeabraNetwork("Net") { Style = { { "#Hidden", "more", (LeabraLayer l) => l.Inhib.Layer.Gi = 2f }, { ".Back", "weaker", (LeabraProjection p) => p.WtScale.Rel = 0.2f } } };
        var (input, hidden) = (network.AddLayer("Input", [1, 2], LayerKind.Input), network.AddLayer("Hidden", [1, 2]));
        network.ProjectBothWays(input, hidden, Connectivity.Full);
        network.Build();
        Assert.Equal(
            """
            Layer   Kind    Inhib.Layer.Gi  Inhib.Pool.On  Inhib.Pool.Gi  Inhib.ActAvg.Init  Inhib.ActAvg.Fixed  Act.Gbar.L  Act.Init.Decay  Act.Clamp.Hard  Act.Noise.Type
            Input   Input   1.8             false          1.8            0.15               false               0.1         1               true            NoNoise
            Hidden  Hidden  2*              false          1.8            0.15               false               0.1         1               true            NoNoise

            Projection     Pattern  WtScale.Abs  WtScale.Rel  Learn.Learn  Learn.Lrate  WtInit.Mean  WtInit.Var
            InputToHidden  Full     1            1            true         0.04         0.5          0.25
            HiddenToInput  Full     1            0.2*         true         0.04         0.5          0.25
            * differs from the default of its type

            """,
            network.Styles.KeyReport());
    }

    [Fact]
    public void The_size_report_has_the_memory_of_synapses()
    {
        var network = new LeabraNetwork("Net");
        var (input, hidden) = (network.AddLayer("Input", [32, 32], LayerKind.Input), network.AddLayer("Hidden", [32, 32]));
        network.Project(input, hidden, Connectivity.Full);
        network.Project(hidden, hidden, Connectivity.OneToOne);
        network.Build();
        Assert.Equal(
            """
            Network 'Net'

            Layer       Shape     Units  Memory
            Input       [32, 32]  1,024  143 kB
            Hidden      [32, 32]  1,024  143 kB
            All layers            2,048  286 kB

            Projection       Pattern    Synapses  Memory
            InputToHidden    Full      1,048,576   12 MB
            HiddenToHidden   OneToOne      1,024   38 kB
            All projections            1,049,600   12 MB

            """,
            network.SizeReport());
    }

    [Fact]
    public void A_rule_in_code_may_set_any_parameter_of_Leabra_without_harm_to_others()
    {
        var network = Built();
        var before = network.Styles.AllReport();
        network.Style.Add("Layer", "nothing new", (LeabraLayer l) => l.Act.Clamp.Hard = l.Act.Clamp.Hard);
        network.Styles.Apply();
        Assert.Equal(before, network.Styles.AllReport());
    }

    [Fact]
    public void Every_default_is_within_its_range()
    {
        var network = new LeabraNetwork("Net");
        var (a, b) = (network.AddLayer("A", [1, 2]), network.AddLayer(new SpikingLayer("B", [1, 2])));
        network.Project(a, b, Connectivity.Full);
        network.Styles.CheckRanges();
    }

    [Fact]
    public void Parameters_of_the_reference_are_found_by_its_paths()
    {
        var network = new LeabraNetwork("Net");
        network.Project(network.AddLayer("A", [1, 2]), network.AddLayer("B", [1, 2]), Connectivity.Full);
        network.Style.AddText(
            """
            Prjn { Prjn.Learn.Norm.On: true; Prjn.Learn.Momentum.On: true; Prjn.Learn.WtBal.On: true; Prjn.Learn.Lrate: 0.02; Prjn.WtInit.Var: 0.1 }
            Layer { Layer.Inhib.Layer.Gi: 1.8; Layer.Act.Init.Decay: 0; Layer.Act.Gbar.L: 0.1; Layer.Act.XX1.Gain: 80; Layer.Act.Noise.Type: VmNoise }
            """);
        network.Initialize(1);
        Assert.Equal(0.02f, ((LeabraProjection)network.Projections[0]).Learn.Lrate);
    }

    [Fact]
    public void A_failed_build_leaves_a_network_that_can_be_built()
    {
        var network = new LeabraNetwork("Net");
        var (a, b) = (network.AddLayer("A", [1, 2]), network.AddLayer("B", [1, 2]));
        network.Project(a, b, Connectivity.Full);
        network.Style.Add("Layer", "too much", (LeabraLayer l) => l.Inhib.Layer.Gi = -1f);
        var error = Assert.Throws<EmergentException>(() => network.Initialize(1));
        Assert.Contains("'Layer' (too much), 'A': 'Inhib.Layer.Gi' is -1; it must be within 0…100", error.Message, StringComparison.Ordinal);
        Assert.Throws<EmergentException>(() => network.RunTrial());
        network.Style.Clear();
        network.Initialize(1);
        network.Present("A", new Tensor<float>([1, 2], [1f, 0f]));
        network.RunTrial();
        Assert.True(a.Units("ActM")[0] > 0.5f);
    }

    private static LeabraNetwork Built()
    {
        var network = new LeabraNetwork("Net");
        var input = network.AddLayer("Input", [1, 2], LayerKind.Input);
        var pools = network.AddLayer("Pools", [2, 2, 2, 3]);
        var output = network.AddLayer("Output", [1, 2], LayerKind.Target);
        network.Project(input, pools, Connectivity.Full);
        network.Project(pools, output, Connectivity.Full);
        network.Initialize(1);
        return network;
    }
}
