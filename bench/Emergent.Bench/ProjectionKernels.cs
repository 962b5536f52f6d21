using BenchmarkDotNet.Attributes;

namespace Emergent.Bench;

/// <summary>The passes over the synapses of one projection that every projection has.</summary>
[MemoryDiagnoser]
public abstract class ProjectionKernels
{
    private protected BenchmarkedNetwork Net { get; private set; } = null!;

    [GlobalSetup]
    public void Build()
    {
        Net = MakeNetwork();
        Prepare();
        Net.SendAllActive();
    }

    [Benchmark]
    public void Delivery() => Net.Deliver();

    [Benchmark]
    public void ComputeAndApplyWeightChanges()
    {
        Net.Projection.ComputeWeightChanges();
        Net.Projection.ApplyWeightChanges();
    }

    [Benchmark]
    public void LearnWeights() => Net.Projection.LearnWeights();

    [Benchmark]
    public void WeightBalance() => Net.Projection.Balance.Update(Net.Projection.Synapses, Net.Projection.Learn.WtBal);

    private protected abstract BenchmarkedNetwork MakeNetwork();

    /// <summary>Makes what benchmarks of its own need, before units send.</summary>
    private protected virtual void Prepare() { }
}
