using System.ComponentModel.DataAnnotations;
using Emergent.Data;
using Emergent.Networks;

namespace Emergent.Sims;

/// <summary>What the simulations share that learn a task until they make no more errors.</summary>
/// <param name="runs">How many runs.</param>
/// <param name="epochs">How many epochs a run has at most.</param>
/// <param name="zeroEpochs">After how many epochs without error in a row it ends before.</param>
public abstract class TaskSimulation(int runs, int epochs, int zeroEpochs) : Simulation(runs, epochs)
{
    /// <summary>After how many epochs without error in a row a run ends; 0 for none.</summary>
    [Display(Name = "NZeroStop", Description = "After how many epochs without error in a row a run ends; 0 for none."), Range(0, 1_000_000), AppliesAt(When.Initialize)]
    public int NZeroStop { get; set; } = zeroEpochs;

    /// <summary>After every how many epochs it is tested; 0 for never.</summary>
    [Display(Name = "TestInterval", Description = "After every how many epochs it is tested; 0 for never."), Range(0, 1_000_000), AppliesAt(When.Initialize)]
    public int TestInterval { get; set; } = 5;

    /// <summary>Trains and tests; logs errors as the textbook's simulations do, and what every unit does in tests.</summary>
    /// <param name="plan">What it does.</param>
    /// <param name="train">What it learns.</param>
    /// <param name="test">What it is tested with.</param>
    /// <param name="output">The layer whose errors count.</param>
    /// <param name="showsTargets">Whether tests show the targets in the plus phase; else outputs are only compared with them. Either leaves other running averages behind.</param>
    /// <param name="between">Which test is made between epochs, if it is not this one.</param>
    private protected void LearnTask(SimulationPlan plan, TableEnvironment train, TableEnvironment test, string output, bool showsTargets = false, RunMode? between = null)
    {
        plan.Train(train).Test(test);
        if (!showsTargets) { plan.CompareTargets(); }
        if (NZeroStop > 0) { plan.StopAfter(NZeroStop); }
        if (TestInterval > 0) { plan.TestEvery(TestInterval, between); }
        plan.Log.ErrorStatistics(output, epochSSE: Statistic.Mean);
        foreach (var layer in Network.Layers) { plan.Log.UnitsOf(layer.Name, "ActM", modes: RunMode.Test); }
        plan.Log.UnitsOf(output, "Targ", modes: RunMode.Test);
    }
}
