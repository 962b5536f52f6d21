using Emergent.Sims;

namespace Emergent.Cli;

/// <summary>The published sizes, each with one thread and with threads by size, beside the roofline and the Go and C++ programs.</summary>
internal static class BenchSizes
{
    /// <summary>Measures and prints them.</summary>
    public static void Run(BenchPlan plan, BenchPage page)
    {
        page.Machine();
        page.Begin(
            ("size", 10), ("units", 5), ("synapses", 10), ("threads", 7), ("ms/trial", 8), ("median", 8), ("roofline", 8), ("fraction", 8), ("of ideal", 8), ("ms/Mvisit", 9),
            ("Go ms", 5), ("×", 5), ("C++ ms", 6), ("×", 5), ("MB", 5), ("build s", 7));
        LeabraBenchmark.WarmUp();
        foreach (var size in plan.Sizes)
        {
            foreach (var threads in (int[])(plan.Threads is { } asked ? [asked] : [1, 0]))
            {
                page.Announce($"{size.Name}, {(threads == 0 ? "threads by size" : $"{threads} threads")}");
                var result = LeabraBenchmark.Run(plan.Lengthen(size), threads, plan.Seconds);
                var (go, cpp) = PeerTimes.Of(size.Name) is not { } peer ? ((double?)null, (double?)null) : threads == 1 ? (peer.Go, peer.Cpp) : (peer.GoThreads, peer.CppThreads);
                var side = (int)Math.Sqrt(size.Units);
                page.Row(
                    size.Name, $"{side * side}", $"{result.Synapses:N0}", threads == 0 ? "by size" : $"{threads}",
                    Milliseconds(result.BestMsPerTrial), Milliseconds(result.MedianMsPerTrial), Milliseconds(result.Roofline.Ms), $"{result.RooflineFraction:0.00}", $"{result.IdealCache.Ms / result.BestMsPerTrial:0.00}", $"{result.MsPerMillionVisits:0.000}",
                    go is null ? "" : Milliseconds(go.Value), Ratio(go / result.BestMsPerTrial), cpp is null ? "" : Milliseconds(cpp.Value), Ratio(cpp / result.BestMsPerTrial),
                    $"{result.PeakMemoryMB:0}", $"{result.BuildSeconds:0.00}");
                page.Details(result);
            }
        }
        page.Note("ms/trial: the fastest epoch. roofline: ms at this machine's speeds, weights coming from the cache or memory that holds them all; ideal: from the nearest cache that could still hold them. ms/Mvisit: ms for a million synapse visits. See bench/README.md.");
        page.Note("Go and C++: their best on a 2-core AMD Zen 5 machine, with two threads too where ours are by size; × compares machines as well as programs.");
    }

    /// <summary>Three digits that matter, whatever the size.</summary>
    internal static string Milliseconds(double ms) => ms switch { < 10 => $"{ms:0.000}", < 100 => $"{ms:0.00}", _ => $"{ms:0.0}" };

    private static string Ratio(double? ratio) => ratio is null ? "" : $"{ratio:0.0}";
}
