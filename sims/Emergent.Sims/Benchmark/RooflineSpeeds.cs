using Emergent.Data;

namespace Emergent.Sims;

/// <summary>How fast the machine does each kind of work of a trial, at the sizes that they have in one network.</summary>
/// <param name="SendBandwidth">Bytes read in a second from a column as large as the weights that one trial sends through.</param>
/// <param name="ResendBandwidth">Bytes read in a second from a column as large as the weights that one cycle sends through.</param>
/// <param name="LearnBandwidth">Bytes read in a second from a column as large as all columns that learning changes.</param>
/// <param name="MultiplyAddRate">Pairs of a multiplication and an addition in a second.</param>
public sealed record RooflineSpeeds(double SendBandwidth, double ResendBandwidth, double LearnBandwidth, double MultiplyAddRate)
{
    /// <summary>Measures them, in about a fifth of a second.</summary>
    /// <param name="work">What a trial does.</param>
    /// <param name="synapses">The network's synapses.</param>
    /// <param name="threads">The number of threads; 0 for as many as there are processors.</param>
    public static RooflineSpeeds Measure(BenchmarkWork work, long synapses, int threads)
    {
        ArgumentNullException.ThrowIfNull(work);
        if (threads == 0) { threads = Environment.ProcessorCount; }
        return new(
            MachineSpeed.ReadBandwidth((long)(Roofline.BytesSent * work.SynapsesSentOnce), threads),
            MachineSpeed.ReadBandwidth((long)(Roofline.BytesSent * work.SynapsesSentInCycle), threads),
            MachineSpeed.ReadBandwidth(Roofline.BytesKept * synapses, threads),
            MachineSpeed.MultiplyAddRate(threads));
    }

    /// <summary>The better of two measurements, figure by figure: a machine that is shared is slower at times.</summary>
    public static RooflineSpeeds Best(RooflineSpeeds first, RooflineSpeeds second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        return new(
            Math.Max(first.SendBandwidth, second.SendBandwidth),
            Math.Max(first.ResendBandwidth, second.ResendBandwidth),
            Math.Max(first.LearnBandwidth, second.LearnBandwidth),
            Math.Max(first.MultiplyAddRate, second.MultiplyAddRate));
    }
}
