using Emergent.Data;
using Emergent.Leabra;
using Emergent.Networks;

namespace Emergent.Bench.Window;

/// <summary>A Leabra network of 10,000 units that learns: what watching is not to slow down.</summary>
public sealed class Learner() : Simulation(runs: 1, epochs: 1)
{
    private static readonly Shape Sheet = [50, 50];

    protected override Network BuildNetwork()
    {
        var net = new LeabraNetwork("Learner");
        var input = net.AddLayer("Input", Sheet, LayerKind.Input);
        var hidden1 = net.AddLayer("Hidden1", Sheet);
        var hidden2 = net.AddLayer("Hidden2", Sheet);
        var output = net.AddLayer("Output", Sheet, LayerKind.Target);
        var sparse = new UniformRandomConnectivity { PCon = 0.05f };
        net.Project(input, hidden1, sparse);
        net.ProjectBothWays(hidden1, hidden2, sparse);
        net.ProjectBothWays(hidden2, output, sparse);
        return net;
    }

    protected override void Configure(SimulationPlan plan)
    {
        plan.Train(new TableEnvironment(Patterns.RandomBits(10, Sheet, 250, SeedFor("patterns"), "Input", "Output")), trials: 1_000_000);
        plan.Log.ErrorStatistics("Output");
    }
}
