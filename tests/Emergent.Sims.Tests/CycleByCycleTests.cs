using Emergent.Data;
using Emergent.Networks;

namespace Emergent.Sims.Tests;

public class CycleByCycleTests
{
    [Fact]
    public void Trials_of_a_Leabra_network_cycle_by_cycle_are_the_same_bits()
    {
        var (whole, cycles) = (new Small(cycles: false), new Small(cycles: true));
        whole.Run();
        while (cycles.State != LoopState.Finished) { cycles.Step(37, TimeScale.Cycle); }
        foreach (var column in (string[])["SSE", "CosDiff", "Hidden_ActAvg", "Hidden_PCA_Top5"])
        {
            Assert.Equal(whole.Log[RunMode.Train, TimeScale.Epoch].Column<double>(column).Values.ToArray(), cycles.Log[RunMode.Train, TimeScale.Epoch].Column<double>(column).Values.ToArray());
        }
        foreach (var (mine, its) in whole.Network.Projections.Zip(cycles.Network.Projections))
        {
            for (var r = 0; r < 49; r++) { Assert.Equal(mine.Synapse("Wt", 3, r % mine.Receiver.UnitCount), its.Synapse("Wt", 3, r % its.Receiver.UnitCount)); }
        }
        Assert.Equal(["at 0: minus", "at 75: plus"], cycles.Training.Describe().Split('\n').Select(l => l.Trim()).Where(l => l.StartsWith("at ", StringComparison.Ordinal)));
    }

    [Fact]
    public void Logs_of_layers_allocate_nothing_in_a_trial_of_the_network()
    {
        var simulation = new Small(cycles: false) { Epochs = 10_000 };
        simulation.Step(40, TimeScale.Trial);
        var before = GC.GetAllocatedBytesForCurrentThread();
        simulation.Network.RunTrial();
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private sealed class Small(bool cycles) : Simulation(runs: 1, epochs: 4)
    {
        protected override Network BuildNetwork() => SmallNetwork.Build("Small");

        protected override void Configure(SimulationPlan plan)
        {
            Threads = 1;
            plan.Train(new TableEnvironment(Patterns.RandomBits(8, [5, 5], 6, SeedFor("patterns"), "Input", "Output")));
            if (cycles)
            {
                plan.CycleByCycle(RunMode.Train);
                plan.Loops(RunMode.Train)[TimeScale.Cycle].Events.Add("minus", at: 0, () => { });
                plan.Loops(RunMode.Train)[TimeScale.Cycle].Events.Add("plus", at: 75, () => { });
                plan.Log.UnitsOf("Hidden", "Ge", scale: TimeScale.Cycle);
            }
            plan.Log.ErrorStatistics("Output").ActivityOf("Hidden").PrincipalComponentsOf("Hidden", every: 2, variable: "ActM");
        }
    }
}
