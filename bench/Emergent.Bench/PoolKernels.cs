using BenchmarkDotNet.Attributes;
using Emergent.Data;
using Emergent.Leabra;
using Emergent.Networks;

namespace Emergent.Bench;

/// <summary>The average and the largest of pools: one pool waits for each addition, several are summed side by side.</summary>
[MemoryDiagnoser]
public class PoolKernels
{
    private readonly PoolSummary _pools = new();
    private LeabraLayer _layer = null!;

    [Params(1, 5, 64)]
    public int Pools { get; set; }

    [Params(25, 625)]
    public int UnitsOfPool { get; set; }

    [GlobalSetup]
    public void Build()
    {
        var network = new LeabraNetwork("Pools");
        _layer = network.AddLayer("Layer", [1, Pools, 1, UnitsOfPool]);
        network.Initialize(seed: 1);
        var random = new CounterRandom(1, 0, CounterRandom.StreamOf("activations"));
        foreach (ref var act in _layer.Units("Act")) { act = (float)random.NextDouble(); }
        foreach (var pool in _layer.PoolArray[1..]) { _pools.Add(_layer, pool); }
        _pools.Arrange();
    }

    [Params(false, true)]
    public bool WithLargest { get; set; }

    [Benchmark]
    public void SummarizeActivation() => _pools.SummarizeActivation(_layer.State, WithLargest);

    /// <summary>The largest activation of the layer as a whole.</summary>
    [Benchmark]
    public (float Value, int Index) LargestOfLayer() => Largest.Of(_layer.State.Act.Slice(_layer.First, _layer.UnitCount));
}
