using Emergent.Sims;

namespace Emergent.Cli;

/// <summary>Networks with a mechanism beside the same layers without it: what each costs.</summary>
internal static class BenchMechanisms
{
    /// <summary>Measures and prints them.</summary>
    public static void Run(BenchPlan plan, BenchPage page)
    {
        page.Machine();
        LeabraBenchmark.WarmUp();
        page.Begin(("mechanism", 25), ("synapses", 9), ("ms/trial", 8), ("without", 8), ("×", 5), ("Mvisits", 7), ("without", 7), ("work", 5));
        foreach (var mechanism in MechanismCase.All)
        {
            page.Announce(mechanism.Name);
            var (with, without) = MechanismBenchmark.Run(mechanism, plan.Threads ?? 1, plan.Seconds);
            page.Row(
                mechanism.Name, $"{with.Synapses:N0}", BenchSizes.Milliseconds(with.Ms), BenchSizes.Milliseconds(without.Ms), $"{with.Ms / without.Ms:0.00}",
                $"{with.Visits / 1e6:0.00}", $"{without.Visits / 1e6:0.00}",
                $"{with.Visits / without.Visits:0.00}");
            page.Details(string.Join('\n', with.MsByStep.Select(step => $"  {step.Key,-22} {step.Value,8:0.000} {without.MsByStep[step.Key],8:0.000}")));
        }
        page.Note("without: the same layers and projections, all of the plain types. Mvisits: millions of synapses sent through and learned in a trial, which differ because activity and rules do; work: how many times as many. A mechanism that does no more than its work has × no larger than work.");
        foreach (var mechanism in MechanismCase.All) { page.Note($"{mechanism.Name} computes more: {mechanism.Computes}."); }
    }
}
