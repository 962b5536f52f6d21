using System.ComponentModel.DataAnnotations;
using Emergent.Backprop;
using Emergent.Data;
using Emergent.Networks;

namespace Emergent.Sims;

/// <summary>Learns to tell two spirals apart that are wound around each other three times.</summary>
/// <remarks>
/// No line, and no few of them, separates the two, so it takes several hidden layers; each also receives from all layers before it.
/// Source: Lang and Witbrock (1988), Learning to tell two spirals apart; the points are those of their benchmark, 97 of each spiral.
/// </remarks>
public sealed class TwoSpirals() : Simulation(runs: 5, epochs: 500)
{
    /// <inheritdoc/>
    public override string Description => "Learns to tell two interlocking spirals apart, by backpropagation through three hidden layers.";

    /// <summary>How many units each hidden layer has.</summary>
    [Display(Name = "Hidden units", Description = "How many units each hidden layer has."), Range(1, 1000)]
    public int Hidden { get; set; } = 40;

    /// <summary>How many points each spiral has.</summary>
    [Display(Name = "Points", Description = "How many points each spiral has."), Range(2, 100_000), AppliesAt(When.Initialize)]
    public int Points { get; set; } = 97;

    /// <inheritdoc/>
    protected override Network BuildNetwork()
    {
        var net = new BackpropNetwork("TwoSpirals")
        {
            Style =
            {
                { "Prjn",    "Adam finds a step for each weight", (BackpropProjection p) => (p.Learn.Optimizer, p.Learn.Lrate) = (Optimizer.Adam, 0.005f) },
                { "Layer",   "biases as weights", (BackpropLayer l) => (l.Bias.Learn.Optimizer, l.Bias.Learn.Lrate) = (Optimizer.Adam, 0.005f) },
                { ".Hidden", "rectified units cut the plane in pieces, which sigmoids take long to", (BackpropLayer l) => l.Act.Function = ActivationFunction.ReLU },
                { "Prjn",    "√2, since half the rectified units are silent", (BackpropProjection p) => (p.WtInit.Dist, p.WtInit.Var) = (Distribution.Gaussian, 1.41421356f) },
                { "#Output", "a probability for each spiral", (BackpropLayer l) => (l.Act.Function, l.Error.Function) = (ActivationFunction.Softmax, ErrorFunction.CrossEntropy) },
            },
        };
        net.BatchSize = 8;
        var before = new List<Layer> { net.AddLayer("Input", [1, 2], LayerKind.Input) };
        foreach (var name in (string[])["Hidden1", "Hidden2", "Hidden3", "Output"])
        {
            var layer = name == "Output" ? net.AddLayer(name, [1, 2], LayerKind.Target) : net.AddLayer(name, [1, Hidden]);
            foreach (var sender in before) { net.Project(sender, layer, Connectivity.Full); }
            before.Add(layer);
        }
        return net;
    }

    /// <inheritdoc/>
    protected override void Configure(SimulationPlan plan)
    {
        var patterns = Spirals(Points);
        plan.Train(new TableEnvironment(patterns, Order.Permuted)).StopAfter(zeroErrorEpochs: 5);
        plan.Test(new TableEnvironment(patterns, Order.Sequential, "Test"));
        plan.Log.ErrorStatistics("Output").Value("Error", () => ((BackpropLayer)Network["Output"]).TrialError);
    }

    /// <summary>Points along both spirals: angle i π/16 and radius falling from 1 towards 0 over 104 steps of the benchmark, whatever their number.</summary>
    private static Table Spirals(int points)
    {
        var table = new Table("TwoSpirals");
        table.AddColumn<string>("Name");
        table.AddColumn<float>("Input", [1, 2]);
        table.AddColumn<float>("Output", [1, 2]);
        for (var i = 0; i < points; i++)
        {
            var step = 96.0 * i / (points - 1);
            var (angle, radius) = (step * Math.PI / 16, (104 - step) / 104);
            float x = (float)(radius * Math.Sin(angle)), y = (float)(radius * Math.Cos(angle));
            table.Add($"first {i}", new float[] { x, y }, new float[] { 1, 0 });
            table.Add($"second {i}", new float[] { -x, -y }, new float[] { 0, 1 });
        }
        return table;
    }
}
