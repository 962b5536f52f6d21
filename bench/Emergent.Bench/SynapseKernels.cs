using BenchmarkDotNet.Attributes;
using Emergent.Data;

namespace Emergent.Bench;

/// <summary>Each pass over the synapses of one full projection.</summary>
[MemoryDiagnoser]
public class SynapseKernels
{
    private BenchmarkedNetwork _net = null!;

    [Params(25, 100, 625, 2048)]
    public int Units { get; set; }

    [GlobalSetup]
    public void Build()
    {
        _net = new BenchmarkedNetwork(Units);
        // Everything falls silent and is sent anew, so that there is something to deliver.
        _net.Projection.LeabraSender.State.ActSent.Span.Clear();
        _net.Collect(_net.Projection.LeabraSender);
    }

    [Benchmark]
    public void ReceiveConductance() => _net.Projection.ReceiveConductance(0, AlignedFloats.Padded(_net.Layer.UnitCount));

    [Benchmark]
    public void ComputeAndApplyWeightChanges()
    {
        _net.Projection.ComputeWeightChanges();
        _net.Projection.ApplyWeightChanges();
    }

    [Benchmark]
    public void LearnWeights() => _net.Projection.LearnWeights();
}
