using System.Diagnostics;
using Emergent.Data;
using Emergent.Leabra;
using Emergent.Networks;

namespace Emergent.Sims;

/// <summary>What mechanisms cost: networks with one, and the same layers without it, in turns.</summary>
public static class MechanismBenchmark
{
    private const int Trials = 20;             // a pass: the same trials, bit for bit, each time
    private const float ActiveShare = 0.2f;

    /// <summary>What trials cost a network.</summary>
    /// <param name="MsByStep">Milliseconds a trial of the fastest pass, by step.</param>
    /// <param name="Visits">Synapses sent through and learned, a trial.</param>
    /// <param name="Synapses">How many there are.</param>
    public sealed record Cost(IReadOnlyDictionary<TrialStep, double> MsByStep, double Visits, long Synapses)
    {
        /// <summary>Milliseconds a trial.</summary>
        public double Ms => MsByStep.Values.Sum();
    }

    /// <summary>Measures a network with a mechanism, and the same layers without it.</summary>
    /// <param name="mechanism">Which.</param>
    /// <param name="threads">Threads to use; 0 for as the network chooses.</param>
    /// <param name="seconds">How long to time at least; three passes of each network in any case.</param>
    public static (Cost With, Cost Without) Run(MechanismCase mechanism, int threads, double seconds)
    {
        ArgumentNullException.ThrowIfNull(mechanism);
        LeabraNetwork[] networks = [mechanism.Make(), mechanism.MakePlain()];
        var costs = new Cost[networks.Length];
        foreach (var (i, network) in networks.Index())
        {
            network.Threads = threads;
            var counted = Pass(network, countsWork: true);
            costs[i] = new Cost(MsByStep(counted), BenchmarkWork.Of(counted, Trials).Visits, network.Projections.Sum(p => (long)p.SynapseCount));
        }
        var timed = Stopwatch.StartNew();
        for (var pass = 0; pass < 3 || timed.Elapsed.TotalSeconds < seconds; pass++)
        {
            foreach (var (i, network) in networks.Index())
            {
                var cost = costs[i] with { MsByStep = MsByStep(Pass(network, countsWork: false)) };
                if (cost.Ms < costs[i].Ms) { costs[i] = cost; }
            }
        }
        return (costs[0], costs[1]);
    }

    private static Dictionary<TrialStep, double> MsByStep(TrialProfile profile) => Enum.GetValues<TrialStep>().ToDictionary(step => step, step => profile.Milliseconds(step) / Trials);

    private static TrialProfile Pass(LeabraNetwork network, bool countsWork)
    {
        var random = new CounterRandom(LeabraBenchmark.Seed, run: 0, CounterRandom.StreamOf("mechanism patterns"));
        network.Initialize(LeabraBenchmark.Seed);
        network.Profile = new TrialProfile { CountsWork = countsWork };
        for (var trial = 0; trial < Trials; trial++)
        {
            network.ClearInputs();
            foreach (var layer in network.Layers)
            {
                if (layer.Kind == LayerKind.Hidden) { continue; }
                float[] pattern = [.. Enumerable.Range(0, layer.UnitCount).Select(_ => random.NextDouble() < ActiveShare ? 1f : 0f)];
                layer.Present(pattern, layer.Shape);
            }
            network.RunTrial();
        }
        var profile = network.Profile;
        network.Profile = null;
        return profile;
    }
}
