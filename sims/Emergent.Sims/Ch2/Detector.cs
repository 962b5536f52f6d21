using System.ComponentModel.DataAnnotations;
using Emergent.Data;
using Emergent.Leabra;
using Emergent.Networks;

namespace Emergent.Sims;

/// <summary>One unit whose weights are a picture of the digit 8: what a neuron detects, and how leak decides how sure it has to be.</summary>
/// <remarks>Nothing is random and nothing is learned. Source: the textbook's simulation detector (chapter 2).</remarks>
public sealed class Detector() : Simulation(runs: 1, epochs: 1)
{
    private const int Detected = 8;

    /// <inheritdoc/>
    public override string Description => "One unit that detects the digit 8 among ten: weights as a pattern, excitation as overlap, leak as threshold.";

    /// <summary>The digits that are shown.</summary>
    public Table Patterns { get; } = Digits.Table();

    /// <summary>Leak conductance of the detector: how much excitation it takes to fire.</summary>
    [Display(Name = "GbarL", Description = "Leak conductance of the detector: how much excitation it takes to fire."), Range(0.0, 4.0), AppliesAt(When.Now)]
    public float GbarL { get; set; } = 2f;   // between 1.8 and 2.3 only the 8 is detected

    /// <inheritdoc/>
    protected override Network BuildNetwork()
    {
        var net = new LeabraNetwork("Detector")
        {
            Style =
            {
                { "Layer",  "one unit has nobody to compete with",        (LeabraLayer l) => l.Inhib.Layer.On = false },
                { "#Input", "17 of 35 pixels, so that the 8 itself is 1", (LeabraLayer l) => (l.Inhib.ActAvg.Init, l.Inhib.ActAvg.Fixed) = (0.4857f, true) },
                { "Prjn",   "what is detected is given",                  (LeabraProjection p) => p.Learn.Learn = false },
            },
        };
        net.Time.CyclesPerQuarter = 5;   // 20 cycles are enough for one unit
        var input = net.AddLayer("Input", [7, 5], LayerKind.Input);
        var receiver = net.AddLayer("RecvNeuron", [1, 1]);
        var pixels = Digits.Pixels(Detected);
        net.Project(input, receiver, Connectivity.Full).InitialWeight = (pixel, _) => pixels[pixel];
        return net;
    }

    /// <inheritdoc/>
    protected override void Configure(SimulationPlan plan)
    {
        Layer input = Network["Input"], receiver = Network["RecvNeuron"];
        plan.Test(new TableEnvironment(Patterns, Order.Sequential, "Test")).CycleByCycle();
        plan.Loops(RunMode.Test)[TimeScale.Trial].OnStart.InsertBefore("Begin trial", "Set parameters", () => ((LeabraLayer)receiver).Act.Gbar.L = GbarL);
        plan.Log.Add(LogItem.Tensor("Input", input.Shape, cell => input.Units("Act").CopyTo(cell)));
        foreach (var variable in (string[])["Ge", "Act"])
        {
            plan.Log.Add(LogItem.Number(variable, () => receiver.Units(variable)[0]) with { Scale = TimeScale.Cycle, Aggregate = Statistic.Last, Plot = new() { IsOn = true, Min = 0, Max = 1 } });
        }
        plan.Show(new("Digits", () => Patterns) { Description = "The digits that are shown.", IsEditable = true });
    }
}
