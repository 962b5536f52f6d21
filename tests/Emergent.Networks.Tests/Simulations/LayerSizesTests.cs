using Emergent.Data;

namespace Emergent.Networks.Tests;

/// <summary>Layers of other sizes than the model gives them.</summary>
public class LayerSizesTests
{
    [Fact]
    public void Sizes_take_the_place_of_the_models_own()
    {
        var simulation = new Sized();
        Assert.Equal(("[5, 5]", "[2, 2, 3, 3]"), Shapes(simulation));
        simulation.Set("Sim.LayerSizes=Hidden=10x12, Pools = 1x3x2x2");
        simulation.Initialize();
        Assert.Equal(("[10, 12]", "[1, 3, 2, 2]"), Shapes(simulation));
        simulation = new Sized { LayerSizes = "Pools=1x1x1x1" };
        Assert.Equal(("[5, 5]", "[1, 1, 1, 1]"), Shapes(simulation));
    }

    [Fact]
    public void Style_sets_have_sizes_too()
    {
        var simulation = new Sized();
        simulation.UseStyles("Small");
        simulation.Initialize();
        Assert.Equal("[2, 2]", Shapes(simulation).Hidden);
    }

    [Theory]
    [InlineData("Hiden=3x3", "layer 'Hiden'", "Did you mean 'Hidden'?")]
    [InlineData("Input=3x3", "layer 'Input'", "of a size of its own")]
    [InlineData("Hidden=3", "'Hidden=3'; a size is Hidden1=10x10")]
    [InlineData("Hidden=0x3", "'Hidden=0x3'")]
    [InlineData("Hidden=axb", "'Hidden=axb'")]
    [InlineData("Hidden", "'Hidden'; a size is")]
    [InlineData("Hidden=1x2x3", "'Hidden=1x2x3'")]
    [InlineData("Hidden=1x1x3x3", "4 sizes for layer 'Hidden', [1, 1, 3, 3]; the model gives it 2, [5, 5]")]
    [InlineData("Hidden=3x3,Hidden=4x4", "two sizes for layer 'Hidden'")]
    public void Wrong_sizes_are_named(string sizes, params string[] parts)
    {
        var simulation = new Sized { LayerSizes = sizes };
        NetworkTests.AssertSays(simulation.Initialize, parts);
        simulation.LayerSizes = "";
        simulation.Initialize();
        Assert.Equal("[5, 5]", Shapes(simulation).Hidden);
    }

    private static (string Hidden, string Pools) Shapes(Simulation simulation) => (simulation.Network["Hidden"].Shape.ToString(), simulation.Network["Pools"].Shape.ToString());

    private sealed class Sized() : Simulation(runs: 1, epochs: 1)
    {
        protected override Network BuildNetwork()
        {
            var network = new TinyNetwork();
            network.AddLayer("Input", [1, 4], LayerKind.Input);
            network.AddLayer("Hidden", SizeOf("Hidden", [5, 5]));
            network.AddLayer("Pools", SizeOf("Pools", [2, 2, 3, 3]));
            network.Styles["Small"] = new() { { "Sim", "for a quick look", (Simulation s) => s.LayerSizes = "Hidden=2x2" } };
            return network;
        }

        protected override void Configure(SimulationPlan plan)
        {
            var table = new Table("One");
            table.AddColumn<float>("Input", [1, 4]);
            table.Add((object)new float[] { 1, 0, 0, 0 });
            plan.Train(new TableEnvironment(table));
        }
    }
}
