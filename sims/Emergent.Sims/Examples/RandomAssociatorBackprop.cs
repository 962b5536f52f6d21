using System.ComponentModel.DataAnnotations;
using Emergent.Backprop;
using Emergent.Networks;

namespace Emergent.Sims;

/// <summary>Learns the 25 random associations of <see cref="RandomAssociator"/> by backpropagation of error.</summary>
/// <remarks>
/// The same patterns for the same seed, the same layers and logs, another algorithm: what differs between the two models is <see cref="BuildNetwork"/>.
/// Source: emergent etorch, examples/etra25, which trains such a network in PyTorch.
/// </remarks>
public sealed class RandomAssociatorBackprop() : Simulation(runs: 10, epochs: 100)
{
    /// <inheritdoc/>
    public override string Description => "Learns the 25 random associations by backpropagation, for comparison with Leabra.";

    /// <summary>How many pairs are to be learned.</summary>
    [Display(Name = "Patterns", Description = "How many pairs are to be learned."), Range(1, 10_000), AppliesAt(When.Initialize)]
    public int PatternCount { get; set; } = 25;

    /// <summary>How many units are on in each pattern.</summary>
    [Display(Name = "Active units", Description = "How many units are on in each pattern."), Range(1, 24), AppliesAt(When.Initialize)]
    public int Active { get; set; } = 6;

    /// <inheritdoc/>
    protected override Network BuildNetwork()
    {
        var net = new BackpropNetwork("RandomAssociatorBackprop")
        {
            Style =
            {
                { "Prjn",    "with momentum 0.9; at 0.05 units saturate before they have learned", (BackpropProjection p) => p.Learn.Lrate = 0.02f },
                { "Layer",   "biases as weights",                                              (BackpropLayer l) => l.Bias.Learn.Lrate = 0.02f },
                { ".Hidden", "tanh is odd: three times as fast as sigmoid here",               (BackpropLayer l) => l.Act.Function = ActivationFunction.Tanh },
                { "#Output", "each unit is on or off, and learns most where it is most wrong", (BackpropLayer l) => l.Error.Function = ErrorFunction.CrossEntropy },
            },
        };
        net.Styles["SquaredError"] = new()
        {
            { "#Output", "for comparison: units that are wrong and sure of it hardly learn", (BackpropLayer l) => l.Error.Function = ErrorFunction.SquaredError },
        };
        net.Styles["Adam"] = new()
        {
            { "Prjn",  "a step of its own for each weight", (BackpropProjection p) => (p.Learn.Optimizer, p.Learn.Lrate) = (Optimizer.Adam, 0.005f) },
            { "Layer", "biases as weights",                 (BackpropLayer l) => (l.Bias.Learn.Optimizer, l.Bias.Learn.Lrate) = (Optimizer.Adam, 0.005f) },
        };

        var input = net.AddLayer("Input", [5, 5], LayerKind.Input);
        var hidden1 = net.AddLayer("Hidden1", [7, 7]);
        var hidden2 = net.AddLayer("Hidden2", [7, 7]);
        var output = net.AddLayer("Output", [5, 5], LayerKind.Target);
        net.Project(input, hidden1, Connectivity.Full);
        net.Project(hidden1, hidden2, Connectivity.Full);
        net.Project(hidden2, output, Connectivity.Full);
        return net;
    }

    /// <inheritdoc/>
    protected override void Configure(SimulationPlan plan)
    {
        var output = (BackpropLayer)Network["Output"];
        var patterns = Patterns.RandomBits(PatternCount, [5, 5], Active, SeedFor("patterns"), "Input", "Output");
        plan.Train(new TableEnvironment(patterns, Order.Permuted)).StopAfter(zeroErrorEpochs: 5).TestEvery(epochs: 5);
        plan.Test(new TableEnvironment(patterns, Order.Sequential, "Test"));
        plan.ClearsInputs = false;   // every trial shows all of Input and Output anew
        plan.Log.ErrorStatistics("Output").ActivityOf("Hidden1", "Hidden2", "Output").Value("Error", () => output.TrialError);
    }
}
