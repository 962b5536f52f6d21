using BenchmarkDotNet.Attributes;

namespace Emergent.Bench;

/// <summary>Each pass over the synapses of one full projection. 400 units have about as many synapses as the projections of <see cref="PartialSynapseKernels"/>.</summary>
[MemoryDiagnoser]
public class SynapseKernels
{
    private BenchmarkedNetwork _net = null!;

    [Params(25, 100, 400, 625, 2048)]
    public int Units { get; set; }

    [GlobalSetup]
    public void Build()
    {
        _net = BenchmarkedNetwork.Published(Units);
        _net.SendAllActive();
    }

    [Benchmark]
    public void DenseDelivery() => _net.Deliver();

    [Benchmark]
    public void ComputeAndApplyWeightChanges()
    {
        _net.Projection.ComputeWeightChanges();
        _net.Projection.ApplyWeightChanges();
    }

    /// <summary>Full rows.</summary>
    [Benchmark]
    public void LearnWeights() => _net.Projection.LearnWeights();

    [Benchmark]
    public void WeightBalance() => _net.Projection.Balance.Update(_net.Projection.Synapses, _net.Projection.Learn.WtBal);
}
