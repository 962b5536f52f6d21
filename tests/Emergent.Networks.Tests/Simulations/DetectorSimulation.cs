using Emergent.Data;

namespace Emergent.Networks.Tests;

/// <summary>Only tests: a perceptron that never learns sees four patterns.</summary>
internal sealed class DetectorSimulation() : Simulation(runs: 1, epochs: 1)
{
    public Table Patterns { get; } = PerceptronSimulation.FourPatterns(4);

    /// <summary>What a test wants to be otherwise in the plan.</summary>
    public Action<SimulationPlan>? Change { get; set; }

    protected override Network BuildNetwork() => new PerceptronNetwork(4);

    protected override void Configure(SimulationPlan plan)
    {
        plan.Test(new TableEnvironment(Patterns, Order.Sequential, "Test"));
        plan.Log.ActivityOf("Output");
        plan.Show(new("patterns", () => Patterns) { IsEditable = true });
        Change?.Invoke(plan);
    }
}
