using Emergent.Leabra;

namespace Emergent.Sims;

/// <summary>What one trial has to do, on average, whoever does it.</summary>
/// <param name="Cycles">Cycles of a trial.</param>
/// <param name="UnitCycles">Units advanced by a cycle: units times cycles.</param>
/// <param name="SynapsesSent">Synapses through which something was sent, once for each time.</param>
/// <param name="SynapsesSentOnce">Synapses through which something was sent, once: the weights that a trial reads at all.</param>
/// <param name="SynapsesLearned">Synapses whose change was computed.</param>
public sealed record BenchmarkWork(double Cycles, double UnitCycles, double SynapsesSent, double SynapsesSentOnce, double SynapsesLearned)
{
    /// <summary>Synapses visited: sent through or learned.</summary>
    public double Visits => SynapsesSent + SynapsesLearned;

    /// <summary>Synapses sent through in one cycle: the weights that the next cycle finds in a cache as large.</summary>
    public double SynapsesSentInCycle => Math.Min(SynapsesSent / Cycles, SynapsesSentOnce);

    internal static BenchmarkWork Of(TrialProfile profile, LeabraNetwork network, int trials) => new(
        4 * network.Time.CyclesPerQuarter,
        (double)profile.UnitCycles / trials, (double)profile.SynapsesSent / trials, (double)profile.SynapsesSentOnce / trials, (double)profile.SynapsesLearned / trials);

    internal static BenchmarkWork Mean(IReadOnlyCollection<BenchmarkWork> parts) => new(
        parts.Average(w => w.Cycles), parts.Average(w => w.UnitCycles), parts.Average(w => w.SynapsesSent), parts.Average(w => w.SynapsesSentOnce), parts.Average(w => w.SynapsesLearned));
}
