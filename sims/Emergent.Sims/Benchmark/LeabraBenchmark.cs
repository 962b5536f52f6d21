using System.Diagnostics;
using Emergent.Data;
using Emergent.Leabra;
using Emergent.Networks;

namespace Emergent.Sims;

/// <summary>The benchmark that the Go and C++ programs publish: five layers of one size, fully connected up and down, learning random pairs.</summary>
/// <remarks>Source: emergent leabra, examples/bench.</remarks>
public static class LeabraBenchmark
{
    private const long Seed = 10;

    /// <summary>Builds the benchmark's network of <paramref name="units"/> units a layer.</summary>
    public static LeabraNetwork BuildNetwork(int units)
    {
        var side = (int)Math.Sqrt(units);
        var network = new LeabraNetwork("BenchNet")
        {
            Style =
            {
                { "Prjn", "as in the published benchmark", (LeabraProjection p) => (p.Learn.Norm.On, p.Learn.Momentum.On, p.Learn.WtBal.On) = (true, true, false) },
                { "Layer", "as in the published benchmark", (LeabraLayer l) => (l.Inhib.Layer.Gi, l.Act.Gbar.L) = (1.8f, 0.2f) },
                { "#Output", "small layers need less", (LeabraLayer l) => l.Inhib.Layer.Gi = 1.4f },
                { ".Back", "top-down must stay weaker", (LeabraProjection p) => p.WtScale.Rel = 0.2f },
            },
        };
        var layers = new List<LeabraLayer>();
        foreach (var name in (string[])["Input", "Hidden1", "Hidden2", "Hidden3", "Output"])
        {
            layers.Add(network.AddLayer(name, [side, side], name == "Input" ? LayerKind.Input : name == "Output" ? LayerKind.Target : LayerKind.Hidden));
        }
        for (var i = 0; i < 4; i++) { network.Project(layers[i], layers[i + 1], Connectivity.Full); }
        for (var i = 4; i > 1; i--) { network.Project(layers[i], layers[i - 1], Connectivity.Full, ProjectionKind.Back); }
        return network;
    }

    /// <summary>Runs a few trials of a tiny network, so that compiling the code is not part of what <see cref="Run"/> measures.</summary>
    public static void WarmUp()
    {
        for (var times = 0; times < 3; times++) { Run(new BenchmarkSize("warm-up", 25, 4, 50), threads: 1); }
    }

    /// <summary>Runs the benchmark.</summary>
    /// <param name="size">How large, and how long.</param>
    /// <param name="threads">Threads to use; 0 for as the network chooses.</param>
    public static BenchmarkResult Run(BenchmarkSize size, int threads)
    {
        var building = Stopwatch.StartNew();
        var network = BuildNetwork(size.Units);
        network.Threads = threads;
        network.Initialize(Seed);
        building.Stop();
        var output = network["Output"];
        var patterns = Patterns.RandomBits(size.Patterns, output.Shape, size.Units / 6, Seed, "Input", "Output");
        var environment = new TableEnvironment(patterns, Order.Permuted, "Train", Seed);

        var (hidden2, outputs, sse, cosines, times) = (new List<double>(), new List<double>(), new List<double>(), new List<double>(), new List<double>());
        long allocated = 0;
        for (var epoch = 0; epoch < size.Epochs; epoch++)
        {
            double sseSum = 0, cosineSum = 0, seconds = 0;
            for (var trial = 0; trial < size.Patterns; trial++)
            {
                environment.Step();
                var bytes = GC.GetAllocatedBytesForCurrentThread();
                var start = Stopwatch.GetTimestamp();
                network.Present(environment);
                network.RunTrial();
                sseSum += output.SquaredError().Mean;
                cosineSum += output.CosDiff.Cos;
                seconds += Stopwatch.GetElapsedTime(start).TotalSeconds;
                // The first epoch makes what later ones use again.
                if (epoch > 0) { allocated += GC.GetAllocatedBytesForCurrentThread() - bytes; }
            }
            hidden2.Add(network["Hidden2"].AverageActivity);
            outputs.Add(output.AverageActivity);
            sse.Add(sseSum / size.Patterns);
            cosines.Add(cosineSum / size.Patterns);
            times.Add(seconds * 1000 / size.Patterns);
        }
        return new BenchmarkResult
        {
            Size = size,
            Threads = threads,
            Synapses = network.Projections.Sum(p => (long)p.SynapseCount),
            BuildSeconds = building.Elapsed.TotalSeconds,
            MsPerTrial = times.Average(),
            BestMsPerTrial = times.Min(),
            MsByStep = ProfileEpoch(network, environment, size.Patterns),
            PeakMemoryMB = PeakMemoryMB(),
            AllocatedBytes = allocated,
            Hidden2Activity = hidden2,
            OutputActivity = outputs,
            AverageSse = sse,
            CosDiff = cosines,
        };
    }

    private static Dictionary<TrialStep, double> ProfileEpoch(LeabraNetwork network, TableEnvironment environment, int patterns)
    {
        var profile = network.Profile = new TrialProfile();
        for (var trial = 0; trial < patterns; trial++)
        {
            environment.Step();
            network.Present(environment);
            network.RunTrial();
        }
        network.Profile = null;
        return Enum.GetValues<TrialStep>().ToDictionary(step => step, step => profile.Milliseconds(step) / patterns);
    }

    private static double PeakMemoryMB()
    {
        using var process = Process.GetCurrentProcess();
        return process.PeakWorkingSet64 / 1e6;
    }
}
