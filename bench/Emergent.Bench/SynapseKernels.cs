using BenchmarkDotNet.Attributes;

namespace Emergent.Bench;

/// <summary>Each pass over the synapses of one full projection. 400 units have about as many synapses as the projections of <see cref="PartialSynapseKernels"/>.</summary>
public class SynapseKernels : ProjectionKernels
{
    [Params(25, 100, 400, 625, 2048)]
    public int Units { get; set; }

    private protected override BenchmarkedNetwork MakeNetwork() => BenchmarkedNetwork.Published(Units);
}
