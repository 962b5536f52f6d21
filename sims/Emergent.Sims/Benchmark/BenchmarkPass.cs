using System.Diagnostics;
using Emergent.Data;
using Emergent.Leabra;
using Emergent.Networks;

namespace Emergent.Sims;

/// <summary>One pass over all epochs of the benchmark, from the initial weights on: the same trials, bit for bit, each time.</summary>
internal sealed class BenchmarkPass
{
    private BenchmarkPass() { }

    /// <summary>Milliseconds of each trial.</summary>
    public List<double> TrialMs { get; } = [];

    /// <summary>Milliseconds a trial of each epoch.</summary>
    public List<double> EpochMs { get; } = [];

    /// <summary>What each epoch's trials did, if that was asked for.</summary>
    public List<TrialProfile> Profiles { get; } = [];

    /// <summary>Bytes allocated by trials from the second epoch on.</summary>
    public long AllocatedBytes { get; private set; }

    public List<double> Hidden2Activity { get; } = [];

    public List<double> OutputActivity { get; } = [];

    public List<double> AverageSse { get; } = [];

    public List<double> CosDiff { get; } = [];

    /// <summary>Runs the trials of a network that has just been initialized.</summary>
    /// <param name="network">The network.</param>
    /// <param name="size">How many epochs and patterns.</param>
    /// <param name="measure">What is measured besides the time of trials.</param>
    public static BenchmarkPass Run(LeabraNetwork network, BenchmarkSize size, BenchmarkMeasure measure)
    {
        var pass = new BenchmarkPass();
        var output = network["Output"];
        var patterns = Patterns.RandomBits(size.Patterns, output.Shape, size.Units / 6, LeabraBenchmark.Seed, "Input", "Output");
        var environment = new TableEnvironment(patterns, Order.Permuted, "Train", LeabraBenchmark.Seed);
        for (var epoch = 0; epoch < size.Epochs; epoch++)
        {
            if (measure != BenchmarkMeasure.Trials)
            {
                network.Profile = new TrialProfile(before: network.Profile) { CountsWork = measure == BenchmarkMeasure.Work };
                pass.Profiles.Add(network.Profile);
            }
            pass.RunEpoch(network, output, environment, size.Patterns, isFirst: epoch == 0);
        }
        network.Profile = null;
        return pass;
    }

    private void RunEpoch(LeabraNetwork network, LeabraLayer output, TableEnvironment environment, int trials, bool isFirst)
    {
        double sse = 0, cosine = 0, milliseconds = 0;
        for (var trial = 0; trial < trials; trial++)
        {
            environment.Step();
            var bytes = GC.GetAllocatedBytesForCurrentThread();
            var start = Stopwatch.GetTimestamp();
            network.Present(environment);
            network.RunTrial();
            sse += output.SquaredError().Mean;
            cosine += output.CosDiff.Cos;
            var elapsed = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            // The first epoch makes what later ones use again.
            if (!isFirst) { AllocatedBytes += GC.GetAllocatedBytesForCurrentThread() - bytes; }
            milliseconds += elapsed;
            TrialMs.Add(elapsed);
        }
        EpochMs.Add(milliseconds / trials);
        Hidden2Activity.Add(network["Hidden2"].AverageActivity);
        OutputActivity.Add(output.AverageActivity);
        AverageSse.Add(sse / trials);
        CosDiff.Add(cosine / trials);
    }
}
