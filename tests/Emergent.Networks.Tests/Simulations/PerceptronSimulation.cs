using System.ComponentModel.DataAnnotations;
using Emergent.Data;

namespace Emergent.Networks.Tests;

/// <summary>Trains a perceptron on four patterns.</summary>
internal sealed class PerceptronSimulation() : Simulation(runs: 2, epochs: 12)
{
    [Range(4, 10)]
    public int InputSize { get; set; } = 4;

    [AppliesAt(When.Initialize)]
    public float Gain { get; set; } = 1;

    public int Pressed { get; private set; }

    /// <summary>What a test wants to be otherwise in the plan.</summary>
    public Action<SimulationPlan>? Change { get; set; }

    public Func<IEnvironment>? Environment { get; set; }

    public int EpochTrials { get; set; }

    /// <summary>Not a parameter, as it cannot be set.</summary>
    public Statistic EpochSSE { private get; init; } = Statistic.Sum;

    public PerceptronNetwork Perceptron => (PerceptronNetwork)Network;

    [Action("Press the button")]
    public void Press() => Pressed++;

    [Action("Press it so often")]
    [System.ComponentModel.Description("Presses the button several times.")]
    public int PressOften([System.ComponentModel.Description("How often.")] int times, bool isUndone = false) => Pressed += isUndone ? -times : times;

    public static Table FourPatterns(int size)
    {
        var table = new Table("Four");
        table.AddColumn<string>("Name");
        table.AddColumn<float>("Input", [1, size]);
        table.AddColumn<float>("Output", [1, 2]);
        for (var row = 0; row < 4; row++)
        {
            var input = new float[size];
            input[row] = 1;
            table.Add($"p{row}", input, new float[] { row % 2, row / 2 });
        }
        return table;
    }

    protected override Network BuildNetwork()
    {
        var network = new PerceptronNetwork(InputSize);
        network.Styles["Long"] = new() { { "Sim", "more time", (Simulation s) => s.Epochs = 20 } };
        network.Styles["Wide"] = new() { { "Sim", "more room", (PerceptronSimulation s) => s.InputSize = 8 } };
        network.Styles["Lost"] = new() { { "#Nowhere", "", (PerceptronLayer l) => l.Learn.Lrate = 1 } };
        return network;
    }

    protected override void Configure(SimulationPlan plan)
    {
        plan.Train(Environment?.Invoke() ?? new TableEnvironment(FourPatterns(InputSize)), EpochTrials).TestEvery(epochs: 3);
        plan.Test(new TableEnvironment(FourPatterns(InputSize), Order.Sequential, "Test"));
        plan.Log.ErrorStatistics("Output", epochSSE: EpochSSE).ActivityOf("Output").Value("Gain", () => Gain, Statistic.Max);
        Change?.Invoke(plan);
    }
}
