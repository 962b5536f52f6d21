using Emergent.Data;
using Emergent.Sims;

namespace Emergent.Cli;

/// <summary>Variants of the network with equally many synapses, beside the full one: what partial connectivity and each mechanism cost.</summary>
internal static class BenchCases
{
    private const double LeastShare = 0.25;   // of two times' difference in the longer one, for that difference to be more than their uncertainty

    /// <summary>Measures and prints them.</summary>
    public static void Run(BenchPlan plan, BenchPage page)
    {
        page.Machine();
        LeabraBenchmark.WarmUp();
        var cases = plan.Units is { } units ? BenchmarkCase.Variants(units) : BenchmarkCase.Variants();
        var threads = plan.Threads ?? 1;
        BenchmarkSize[] sizes = [.. cases.Select(c => plan.Lengthen(new BenchmarkSize(c.Name, c.Shape.Length, 3, 10)))];
        var unitMs = new double[cases.Count];
        Array.Fill(unitMs, double.PositiveInfinity);
        var results = BenchRounds.Best(cases.Count, plan.Seconds, page, index => cases[index].Name, (index, seconds) =>
        {
            unitMs[index] = Math.Min(unitMs[index], LeabraBenchmark.UnitMsOfSending(cases[index], sizes[index], threads, seconds));
            return LeabraBenchmark.Run(cases[index], sizes[index], threads, seconds);
        });

        var full = results[0];
        double?[] projections = [.. results.Select((result, i) =>
            result.ProjectionMsPerMillionVisits(unitMs[i]) is var ms && ms >= LeastShare * result.SynapseMsPerMillionVisits ? ms : (double?)null)];
        page.Begin(("case", 18), ("units", 5), ("synapses", 9), ("ms/trial", 8), ("Mvisits", 7), ("ms/Mvisit", 9), ("× full", 6), ("projections", 11), ("× full", 6));
        for (var i = 0; i < results.Count; i++)
        {
            var result = results[i];
            page.Row(
                cases[i].Name, $"{cases[i].Shape.Length}", $"{result.Synapses:N0}", BenchSizes.Milliseconds(result.BestMsPerTrial), $"{result.BestWork.Visits / 1e6:0.00}",
                $"{result.MsPerMillionVisits:0.000}", $"{result.MsPerMillionVisits / full.MsPerMillionVisits:0.00}",
                projections[i] is { } ms ? $"{ms:0.000}" : "–", projections[i] / projections[0] is { } ratio ? $"{ratio:0.00}" : "–");
            page.Details(result, cases[i].Name);
        }
        page.Note("ms/Mvisit: ms for a million synapse visits, of the whole trial; layers are larger where connections are partial. projections: the same of what projections do alone, delivering and learning: the steps SendConductance, IntegrateConductance and Learn, less what they take of the same layers with a single synapse a projection; – where that is nearly all.");
    }
}
