using Emergent.Leabra;

namespace Emergent.Sims;

/// <summary>What one trial has to do, on average, whoever does it.</summary>
/// <param name="UnitCycles">Units advanced by a cycle: units times cycles.</param>
/// <param name="SynapsesSent">Synapses through which something was sent, once for each time.</param>
/// <param name="SynapsesLearned">Synapses whose change was computed.</param>
/// <param name="BytesSent">Bytes that sending reads, by classes of reuse distance (<see cref="BytesByDistance"/>).</param>
/// <param name="BytesLearned">Bytes that learning reads and then writes, likewise.</param>
public sealed record BenchmarkWork(double UnitCycles, double SynapsesSent, double SynapsesLearned, IReadOnlyList<double> BytesSent, IReadOnlyList<double> BytesLearned)
{
    /// <summary>Synapses visited: sent through or learned.</summary>
    public double Visits => SynapsesSent + SynapsesLearned;

    internal static BenchmarkWork Of(TrialProfile profile, int trials) => new(
        (double)profile.UnitCycles / trials, (double)profile.SynapsesSent / trials, (double)profile.SynapsesLearned / trials,
        [.. profile.BytesSent.Bytes.Select(bytes => (double)bytes / trials)], [.. profile.BytesLearned.Bytes.Select(bytes => (double)bytes / trials)]);

    internal static BenchmarkWork Mean(IReadOnlyCollection<BenchmarkWork> parts) => new(
        parts.Average(w => w.UnitCycles), parts.Average(w => w.SynapsesSent), parts.Average(w => w.SynapsesLearned),
        Mean(parts, w => w.BytesSent), Mean(parts, w => w.BytesLearned));

    private static double[] Mean(IReadOnlyCollection<BenchmarkWork> parts, Func<BenchmarkWork, IReadOnlyList<double>> bytes) =>
        [.. Enumerable.Range(0, BytesByDistance.Count).Select(index => parts.Average(w => bytes(w)[index]))];
}
