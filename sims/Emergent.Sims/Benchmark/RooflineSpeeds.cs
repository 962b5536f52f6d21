using Emergent.Data;
using Emergent.Leabra;

namespace Emergent.Sims;

/// <summary>How fast the machine does each kind of work of a trial.</summary>
/// <param name="SendBandwidth">Bytes read in a second from where all Wt of the network lie.</param>
/// <param name="LearnBandwidth">Bytes read in a second from where all Wt, LWt and Moment of the network lie.</param>
/// <param name="Bandwidths">Bytes read in a second, for each class of reuse distance (<see cref="BytesByDistance"/>); 0 where a trial touches nothing.</param>
/// <param name="MultiplyAddRate">Pairs of a multiplication and an addition in a second.</param>
public sealed record RooflineSpeeds(double SendBandwidth, double LearnBandwidth, IReadOnlyList<double> Bandwidths, double MultiplyAddRate)
{
    private const long EnoughForMemory = 256 << 20;   // larger than caches are

    /// <summary>Measures them, in about 30 ms for each class in which something is touched.</summary>
    /// <param name="work">What a trial does.</param>
    /// <param name="synapses">The number of synapses.</param>
    /// <param name="threads">The number of threads; 0 for as many as there are processors.</param>
    public static RooflineSpeeds Measure(BenchmarkWork work, long synapses, int threads)
    {
        ArgumentNullException.ThrowIfNull(work);
        if (threads == 0) { threads = Environment.ProcessorCount; }
        return new(
            MachineSpeed.ReadBandwidth(Math.Min(synapses * sizeof(float), EnoughForMemory), threads),
            MachineSpeed.ReadBandwidth(Math.Min(3 * synapses * sizeof(float), EnoughForMemory), threads),
            [.. Enumerable.Range(0, BytesByDistance.Count).Select(index => work.BytesSent[index] + work.BytesLearned[index] > 0 ? MachineSpeed.ReadBandwidth(Footprint(index), threads) : 0)],
            MachineSpeed.MultiplyAddRate(threads));
    }

    /// <summary>The better of two measurements, figure by figure: a machine that is shared is slower at times.</summary>
    public static RooflineSpeeds Best(RooflineSpeeds first, RooflineSpeeds second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        return new(
            Math.Max(first.SendBandwidth, second.SendBandwidth), Math.Max(first.LearnBandwidth, second.LearnBandwidth),
            [.. first.Bandwidths.Zip(second.Bandwidths, Math.Max)], Math.Max(first.MultiplyAddRate, second.MultiplyAddRate));
    }

    /// <summary>The bytes that stand for a class: its middle, because caches are as large as its ends, where bandwidth falls.</summary>
    internal static long Footprint(int index) => BytesByDistance.Limit(index) / 4 * 3;
}
