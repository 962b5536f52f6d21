using System.Diagnostics;
using Emergent.Leabra;
using Emergent.Networks;

namespace Emergent.Sims;

/// <summary>The benchmark that the Go and C++ programs publish: five layers of one size, fully connected up and down, learning random pairs.</summary>
/// <remarks>Source: emergent leabra, examples/bench.</remarks>
public static class LeabraBenchmark
{
    internal const long Seed = 10;

    private const double LongTrialMs = 20;    // the clock is read 700 times a trial for its steps: nothing in a long one, much in a short one, whose steps are timed in passes of their own
    private const double StepsShare = 0.2;    // of those passes in the time that trials are timed

    /// <summary>Builds the benchmark's network of <paramref name="units"/> units a layer.</summary>
    public static LeabraNetwork BuildNetwork(int units) => BenchmarkCase.Full(units).MakeNetwork();

    /// <summary>Runs a few trials of a tiny network, so that compiling the code is not part of what <see cref="Run(BenchmarkSize, int, double)"/> measures.</summary>
    public static void WarmUp()
    {
        var size = new BenchmarkSize("warm-up", 25, 4, 50);
        var network = BuildNetwork(size.Units);
        network.Threads = 1;
        foreach (var measure in Enum.GetValues<BenchmarkMeasure>())
        {
            network.Initialize(Seed);
            BenchmarkPass.Run(network, size, measure);
        }
    }

    /// <summary>Runs the published benchmark.</summary>
    /// <param name="size">How large, and how long.</param>
    /// <param name="threads">Threads to use; 0 for as the network chooses.</param>
    /// <param name="seconds">How long to time at least; the trials are repeated from the start until then, and are run once in any case.</param>
    public static BenchmarkResult Run(BenchmarkSize size, int threads, double seconds = 0)
    {
        ArgumentNullException.ThrowIfNull(size);
        return Run(BenchmarkCase.Full(size.Units), size, threads, seconds);
    }

    /// <summary>Runs a variant of the benchmark.</summary>
    /// <param name="variant">Which.</param>
    /// <param name="size">How long.</param>
    /// <param name="threads">Threads to use; 0 for as the network chooses.</param>
    /// <param name="seconds">How long to time at least.</param>
    public static BenchmarkResult Run(BenchmarkCase variant, BenchmarkSize size, int threads, double seconds = 0)
    {
        ArgumentNullException.ThrowIfNull(variant);
        ArgumentNullException.ThrowIfNull(size);
        ProcessMemory.Forget();
        var building = Stopwatch.StartNew();
        var network = variant.MakeNetwork();
        network.Threads = threads;
        network.Initialize(Seed);
        building.Stop();

        // A pass is the same trials each time, so the work of each epoch can be counted in one and the time taken in others.
        var counted = BenchmarkPass.Run(network, size, BenchmarkMeasure.Work);
        BenchmarkWork[] works = [.. counted.Profiles.Select(p => BenchmarkWork.Of(p, size.Patterns))];
        var work = BenchmarkWork.Mean(works);
        var synapses = network.Projections.Sum(p => (long)p.SynapseCount);
        var peak = ProcessMemory.PeakMB;   // before the columns by which bandwidth is measured

        var before = RooflineSpeeds.Measure(work, synapses, threads);
        var isLong = Median([.. counted.TrialMs]) > LongTrialMs;
        var passes = Time(network, size, seconds, isLong ? BenchmarkMeasure.Steps : BenchmarkMeasure.Trials);
        var stepPasses = isLong ? passes : Time(network, size, seconds * StepsShare, BenchmarkMeasure.Steps);
        var after = seconds == 0 ? before : RooflineSpeeds.Measure(work, synapses, threads);

        double[] bestByEpoch = [.. Enumerable.Range(0, size.Epochs).Select(epoch => passes.Min(p => p.EpochMs[epoch]))];
        var best = Array.IndexOf(bestByEpoch, bestByEpoch.Min());
        var (steps, stepWork) = stepPasses.SelectMany(p => p.Profiles.Zip(works)).MinBy(p => Enum.GetValues<TrialStep>().Sum(p.First.Milliseconds));
        return new BenchmarkResult
        {
            Size = size,
            Threads = threads,
            Synapses = synapses,
            BuildSeconds = building.Elapsed.TotalSeconds,
            MsPerTrial = passes.SelectMany(p => p.TrialMs).Average(),
            MedianMsPerTrial = Median([.. passes.SelectMany(p => p.TrialMs)]),
            BestMsPerTrial = bestByEpoch[best],
            Work = work,
            BestWork = works[best],
            Speeds = RooflineSpeeds.Best(before, after),
            MsByStep = Enum.GetValues<TrialStep>().ToDictionary(step => step, step => steps.Milliseconds(step) / size.Patterns),
            StepWork = stepWork,
            PeakMemoryMB = peak,
            AllocatedBytes = passes.Sum(p => p.AllocatedBytes),
            Hidden2Activity = passes[0].Hidden2Activity,
            OutputActivity = passes[0].OutputActivity,
            AverageSse = passes[0].AverageSse,
            CosDiff = passes[0].CosDiff,
        };
    }

    /// <summary>Milliseconds a trial that the steps of sending and delivering take of the units of a variant alone, in the fastest epoch: of the same layers, with a single synapse in each projection.</summary>
    /// <inheritdoc cref="Run(BenchmarkCase, BenchmarkSize, int, double)"/>
    public static double UnitMsOfSending(BenchmarkCase variant, BenchmarkSize size, int threads, double seconds = 0)
    {
        ArgumentNullException.ThrowIfNull(variant);
        ArgumentNullException.ThrowIfNull(size);
        var network = (variant with { Pattern = _ => new OneToOneConnectivity { NCons = 1 } }).MakeNetwork();
        network.Threads = threads;
        network.Initialize(Seed);
        return Time(network, size, seconds * StepsShare, BenchmarkMeasure.Steps).SelectMany(p => p.Profiles)
            .Min(p => p.Milliseconds(TrialStep.SendConductance) + p.Milliseconds(TrialStep.IntegrateConductance)) / size.Patterns;
    }

    /// <summary>The value in the middle of some.</summary>
    public static double Median(double[] values)
    {
        double[] sorted = [.. values.Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    private static List<BenchmarkPass> Time(LeabraNetwork network, BenchmarkSize size, double seconds, BenchmarkMeasure measure)
    {
        var passes = new List<BenchmarkPass>();
        var timed = Stopwatch.StartNew();
        while (passes.Count == 0 || timed.Elapsed.TotalSeconds < seconds)
        {
            network.Initialize(Seed);
            passes.Add(BenchmarkPass.Run(network, size, measure));
        }
        return passes;
    }
}
