using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Emergent.Data;
using Emergent.Leabra;
using Emergent.Networks;

namespace Emergent.Studio.Tests;

/// <summary>A small network that can be told to fail, and to do things.</summary>
public sealed class Fallible() : Simulation(runs: 1, epochs: 1000)
{
    /// <summary>The trial that fails, −1 for none.</summary>
    [AppliesAt(When.Initialize)]
    public int FailsAt { get; set; } = -1;

    /// <summary>How many units the hidden layer has a side.</summary>
    [Range(1, 20)]
    public int Side { get; set; } = 3;

    /// <summary>What the action was told.</summary>
    public string Told = "";

    /// <summary>Done by the action.</summary>
    public Action OnTold = () => { };

    [Action("Tell")]
    [Description("Tells it something.")]
    public string Tell([Description("What.")] string what, [Range(1, 3)] int times = 2)
    {
        OnTold();
        Told = string.Concat(Enumerable.Repeat(what, times));
        return Told;
    }

    [Action("Fail")]
    public void Fail() => throw new EmergentException("It failed.");

    protected override Network BuildNetwork()
    {
        var net = new LeabraNetwork("Fallible");
        var input = net.AddLayer("Input", [2, 2], LayerKind.Input);
        var hidden = net.AddLayer("Hidden", [Side, Side]);
        var output = net.AddLayer("Output", [2, 2], LayerKind.Target);
        net.Project(input, hidden, Connectivity.Full);
        net.ProjectBothWays(hidden, output, Connectivity.Full);
        return net;
    }

    protected override void Configure(SimulationPlan plan)
    {
        var patterns = Patterns.RandomBits(4, [2, 2], 2, SeedFor("patterns"), "Input", "Output");
        plan.Train(new TableEnvironment(patterns, Order.Sequential)).TestEvery(epochs: 2);
        plan.Test(new TableEnvironment(patterns, Order.Sequential, "Test"));
        plan.Log.ErrorStatistics("Output");
        var trial = plan.Loops(RunMode.Train)[TimeScale.Trial];
        trial.OnEnd.Add("Fail", () => { if (trial.Current == FailsAt) { throw new EmergentException($"Trial {trial.Current} was to fail."); } });
    }
}
