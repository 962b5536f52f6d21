using Emergent.Data;
using Emergent.Networks;

namespace Emergent.Sims.Tests;

/// <summary>The models that learn by backpropagation: each in short, and whether it learns.</summary>
public class BackpropSimulationTests
{
    [Theory]
    [InlineData("random-associator-backprop", 25)]
    [InlineData("xor", 4)]
    [InlineData("two-spirals", 194)]
    public void Simulation_runs_tests_and_logs(string name, int trials)
    {
        var simulation = SimulationCatalog.BuiltIn.Create(name);
        (simulation.Runs, simulation.Epochs) = (2, 2);
        Assert.Equal(LoopState.Finished, simulation.Run());
        simulation.Test();
        Assert.Equal(4, simulation.Log[RunMode.Train, TimeScale.Epoch].RowCount);
        Assert.Equal(trials, simulation.Log[RunMode.Train, TimeScale.Trial].RowCount);
        Assert.Equal(trials, simulation.Log[RunMode.Test, TimeScale.Trial].RowCount);
        Assert.All(simulation.Log[RunMode.Train, TimeScale.Epoch].Column<double>("AvgSSE").Values.ToArray(), e => Assert.InRange(e, 1e-6, 1));
    }

    [Fact]
    public void Random_associations_are_learned_without_error_in_each_of_ten_runs()
    {
        var runs = Run(new RandomAssociatorBackprop { Runs = 10 });
        Assert.All(runs.Column<int>("FirstZero").Values.ToArray(), epoch => Assert.InRange(epoch, 10, 60));
        Assert.All(runs.Column<double>("PctCor").Values.ToArray(), correct => Assert.Equal(1, correct));
    }

    [Fact]
    public void Random_associations_are_learned_faster_with_adam_and_not_all_of_them_with_squared_error()
    {
        var adam = Run(new RandomAssociatorBackprop { Runs = 3 }, "Adam");
        Assert.All(adam.Column<int>("FirstZero").Values.ToArray(), epoch => Assert.InRange(epoch, 5, 40));
        var squared = Run(new RandomAssociatorBackprop { Runs = 3 }, "SquaredError");
        Assert.All(squared.Column<double>("PctCor").Values.ToArray(), correct => Assert.InRange(correct, 0.1, 0.99));
    }

    [Fact]
    public void Patterns_are_those_of_the_leabra_model()
    {
        Simulation leabra = new RandomAssociator { Runs = 1, Epochs = 1 }, backprop = new RandomAssociatorBackprop { Runs = 1, Epochs = 1 };
        foreach (var simulation in (Simulation[])[leabra, backprop]) { simulation.Test(); }
        Assert.Equal(leabra.Network["Input"].Units("Ext").ToArray(), backprop.Network["Input"].Units("Ext").ToArray());
        Assert.Equal(leabra.Network["Output"].Units("Targ").ToArray(), backprop.Network["Output"].Units("Targ").ToArray());
    }

    [Fact]
    public void Exclusive_or_is_learned_in_each_of_twenty_runs()
    {
        var runs = Run(new Xor { Runs = 20 });
        Assert.All(runs.Column<int>("FirstZero").Values.ToArray(), epoch => Assert.InRange(epoch, 10, 200));
    }

    [Fact]
    public void Exclusive_or_takes_more_than_one_hidden_unit()
    {
        var runs = Run(new Xor { Runs = 3, Epochs = 300, Hidden = 1 });
        Assert.All(runs.Column<int>("FirstZero").Values.ToArray(), epoch => Assert.Equal(-1, epoch));
    }

    [Fact]
    public void Spirals_are_told_apart_with_each_of_three_seeds()
    {
        for (var seed = 1; seed <= 3; seed++)
        {
            var simulation = new TwoSpirals { Runs = 1, Seed = seed };
            Run(simulation);
            simulation.Test();
            Assert.InRange(simulation.Log[RunMode.Test, TimeScale.Epoch].Column<double>("PctCor")[0], 0.97, 1);
        }
    }

    [Fact]
    public void Spirals_begin_outside_and_are_each_others_mirror_images()
    {
        var simulation = new TwoSpirals { Runs = 1, Epochs = 1 };
        simulation.Test();   // ends with the last point of the second spiral
        var point = simulation.Network["Input"].Units("Ext");
        Assert.Equal((0f, -8f / 104), (MathF.Round(point[0], 6), point[1]));   // three times around: straight up for the first, down for the second
    }

    private static Table Run(Simulation simulation, params string[] styles)
    {
        simulation.UseStyles(styles);
        Assert.Equal(LoopState.Finished, simulation.Run());
        return simulation.Log[RunMode.Train, TimeScale.Run];
    }
}
