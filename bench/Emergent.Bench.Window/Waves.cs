using Emergent.Data;
using Emergent.Networks;

namespace Emergent.Bench.Window;

/// <summary>Lets waves run until it is stopped.</summary>
public sealed class Waves(int units, double hertz) : Simulation(runs: 1, epochs: 1)
{
    private const int Sheets = 10;

    /// <summary>The network that it runs.</summary>
    public WaveNetwork Sea => (WaveNetwork)Network;

    protected override Network BuildNetwork() => new WaveNetwork(Sheets, (int)Math.Round(Math.Sqrt((double)units / Sheets)), hertz);

    protected override void Configure(SimulationPlan plan)
    {
        var calm = new Table("Calm");
        calm.AddColumn<float>(Network.Layers[0].Name, Network.Layers[0].Shape);   // an environment has to show something
        calm.AddRows(1);
        plan.Train(new TableEnvironment(calm, Order.WithReplacement), trials: 1_000_000);
    }
}
