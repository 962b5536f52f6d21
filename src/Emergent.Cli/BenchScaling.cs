using Emergent.Sims;

namespace Emergent.Cli;

/// <summary>Sizes whose weights fill L2 to L3: whether the cost grows as the work.</summary>
internal static class BenchScaling
{
    private static readonly int[] Units = [225, 324, 400, 529, 625, 784, 1024];   // 1.4 to 29 MB of Wt: the L2 of one core to the L3 of most machines

    /// <summary>Measures and prints them.</summary>
    public static void Run(BenchPlan plan, BenchPage page)
    {
        page.Machine();
        LeabraBenchmark.WarmUp();
        var sizes = Units.Select(units => plan.Lengthen(new BenchmarkSize($"{units} units", units, 3, 10))).ToArray();
        var threads = plan.Threads ?? 1;
        var results = BenchRounds.Best(
            sizes.Length, plan.Seconds, page, index => sizes[index].Name, (index, seconds) => LeabraBenchmark.Run(sizes[index], threads, seconds));

        page.Begin(("size", 10), ("Wt MB", 6), ("all MB", 6), ("ms/trial", 8), ("fraction", 8), ("ms/Mvisit", 9), ("median", 7), ("synapse ms/Mvisit", 17));
        foreach (var result in results)
        {
            page.Row(
                result.Size.Name, $"{Roofline.BytesSent * result.Synapses / 1e6:0.0}", $"{Roofline.BytesKept * result.Synapses / 1e6:0.0}",
                BenchSizes.Milliseconds(result.BestMsPerTrial), $"{result.RooflineFraction:0.00}",
                $"{result.MsPerMillionVisits:0.000}", $"{result.MedianMsPerMillionVisits:0.000}", $"{result.SynapseMsPerMillionVisits:0.000}");
            page.Details(result);
        }
        page.Note($"Largest / smallest ms for a million visits: {Spread(results, r => r.MsPerMillionVisits)} of whole trials (median {Spread(results, r => r.MedianMsPerMillionVisits)}), {Spread(results, r => r.SynapseMsPerMillionVisits)} of the steps IntegrateConductance and Learn. The roofline's: {Spread(results, RooflineCost)}.");
    }

    private static double RooflineCost(BenchmarkResult result) => result.Roofline.Ms / result.BestWork.Visits;

    private static string Spread(IReadOnlyList<BenchmarkResult> results, Func<BenchmarkResult, double> cost) => $"{results.Max(cost) / results.Min(cost):0.00}";
}
