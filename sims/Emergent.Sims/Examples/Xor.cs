using System.ComponentModel.DataAnnotations;
using Emergent.Backprop;
using Emergent.Data;
using Emergent.Networks;

namespace Emergent.Sims;

/// <summary>Learns exclusive or: the smallest task that needs hidden units.</summary>
/// <remarks>Source: Rumelhart, Hinton and Williams (1986), Learning internal representations by error propagation, in Parallel Distributed Processing, volume 1, chapter 8.</remarks>
public sealed class Xor() : Simulation(runs: 10, epochs: 1000)
{
    /// <inheritdoc/>
    public override string Description => "Learns exclusive or, the smallest task that needs hidden units, by backpropagation.";

    /// <summary>How many hidden units there are; two can do, but are caught in a local minimum in some runs.</summary>
    [Display(Name = "Hidden units", Description = "How many hidden units there are; two can do, but are caught in a local minimum in some runs."), Range(1, 1000)]
    public int Hidden { get; set; } = 4;

    /// <inheritdoc/>
    protected override Network BuildNetwork()
    {
        var net = new BackpropNetwork("Xor")
        {
            Style =
            {
                { "Prjn",    "few patterns and few weights bear large steps", (BackpropProjection p) => p.Learn.Lrate = 0.2f },
                { "Layer",   "biases as weights",                             (BackpropLayer l) => l.Bias.Learn.Lrate = 0.2f },
                { "#Hidden", "tanh is odd, so that units begin in the middle", (BackpropLayer l) => l.Act.Function = ActivationFunction.Tanh },
                { "#Output", "a probability of true",                         (BackpropLayer l) => l.Error.Function = ErrorFunction.CrossEntropy },
            },
        };
        net.BatchSize = 4;   // all four patterns, so that their order does not matter
        var input = net.AddLayer("Input", [1, 2], LayerKind.Input);
        var hidden = net.AddLayer("Hidden", [1, Hidden]);
        var output = net.AddLayer("Output", [1, 1], LayerKind.Target);
        net.Project(input, hidden, Connectivity.Full);
        net.Project(hidden, output, Connectivity.Full);
        return net;
    }

    /// <inheritdoc/>
    protected override void Configure(SimulationPlan plan)
    {
        var patterns = TruthTable();
        plan.Train(new TableEnvironment(patterns, Order.Permuted)).StopAfter(zeroErrorEpochs: 5);
        plan.Test(new TableEnvironment(patterns, Order.Sequential, "Test"));
        plan.Log.ErrorStatistics("Output").Value("Output_Act", () => Network["Output"].Units("Act")[0]);
    }

    private static Table TruthTable()
    {
        var table = new Table("Xor");
        table.AddColumn<string>("Name");
        table.AddColumn<float>("Input", [1, 2]);
        table.AddColumn<float>("Output", [1, 1]);
        foreach (var (a, b) in ((int, int)[])[(0, 0), (0, 1), (1, 0), (1, 1)]) { table.Add($"{a} xor {b}", new float[] { a, b }, new float[] { a ^ b }); }
        return table;
    }
}
