using Emergent.Sims;

namespace Emergent.Cli;

/// <summary>Sizes whose weights fill L2 to L3: whether the cost grows as the work.</summary>
internal static class BenchScaling
{
    private const int Largest = 32;   // units along a side

    private static readonly int[] Sides = [15, 18, 20, 23, 25, 28, Largest];   // 1.4 to 29 MB of Wt: the L2 of one core to the L3 of most machines

    /// <summary>Measures and prints them.</summary>
    public static void Run(BenchPlan plan, BenchPage page)
    {
        page.Machine();
        LeabraBenchmark.WarmUp();
        var sizes = Sides.Select(side => Size(plan, side)).ToArray();
        var threads = plan.Threads ?? 1;
        var results = BenchRounds.Best(
            sizes.Length, plan.Seconds, page, index => sizes[index].Name, (index, seconds) => LeabraBenchmark.Run(sizes[index], threads, seconds));

        page.Begin(
            ("size", 10), ("Wt MB", 6), ("all MB", 6), ("ms/trial", 8), ("ms/Mvisit", 9), ("median", 6), ("roofline", 8), ("fraction", 8),
            ("synapse ms/Mvisit", 17), ("roofline", 8), ("fraction", 8));
        foreach (var result in results)
        {
            page.Row(
                result.Size.Name, Megabytes(result.Synapses, columns: 1), Megabytes(result.Synapses, columns: 3), BenchSizes.Milliseconds(result.BestMsPerTrial),
                $"{result.MsPerMillionVisits:0.000}", $"{result.MedianMsPerMillionVisits:0.000}", $"{result.RooflineMsPerMillionVisits:0.000}", $"{result.RooflineFraction:0.00}",
                $"{result.SynapseMsPerMillionVisits:0.000}", $"{result.SynapseRooflineMsPerMillionVisits:0.000}", $"{result.SynapseRooflineMsPerMillionVisits / result.SynapseMsPerMillionVisits:0.00}");
            page.Details(result);
        }
        page.Note(
            $"Largest / smallest ms for a million visits: {Spread(results, r => r.MsPerMillionVisits)} of whole trials (median {Spread(results, r => r.MedianMsPerMillionVisits)}), {Spread(results, r => r.RooflineMsPerMillionVisits)} of their roofline; " +
            $"{Spread(results, r => r.SynapseMsPerMillionVisits)} of the steps that visit synapses (SendConductance, IntegrateConductance, Learn), {Spread(results, r => r.SynapseRooflineMsPerMillionVisits)} of theirs. Up to 1.25 is flat; what the roofline does not stay flat is the machine's, and of whole trials the units'.");
    }

    private static BenchmarkSize Size(BenchPlan plan, int side)
    {
        if (plan.Units is { } units) { side = (int)Math.Ceiling(side * Math.Floor(Math.Sqrt(units)) / Largest); }
        return plan.Lengthen(new BenchmarkSize($"{side * side} units", side * side, 3, 10));
    }

    private static string Megabytes(long synapses, int columns) => $"{sizeof(float) * columns * synapses / 1e6:0.0}";

    private static string Spread(IReadOnlyList<BenchmarkResult> results, Func<BenchmarkResult, double> cost) => $"{results.Max(cost) / results.Min(cost):0.00}";
}
