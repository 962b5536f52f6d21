using BenchmarkDotNet.Attributes;
using Emergent.Leabra;

namespace Emergent.Bench;

/// <summary>Each pass over the synapses of one projection that is not full: rows of long runs of neighbours (PoolTile), of shorter ones (Circle), and scattered.</summary>
[MemoryDiagnoser]
public class PartialSynapseKernels
{
    private BenchmarkedNetwork _net = null!;
    private ReceiverAverages _averages = null!;

    [Params("PoolTile", "Circle", "UniformRandom 10 %")]
    public string Pattern { get; set; } = "";

    [GlobalSetup]
    public void Build()
    {
        _net = BenchmarkedNetwork.Variant(Pattern);
        _averages = new ReceiverAverages(_net.Layer.UnitCount);
        ReadAverages();
        _net.SendAllActive();
    }

    [Benchmark]
    public void SparseDelivery() => _net.Deliver();

    [Benchmark]
    public void ReadAverages() => _averages.Read(_net.Layer, _net.Projection.Constants.DThr);

    /// <summary>For all rows, where learning does it only for those whose sender was active.</summary>
    [Benchmark]
    public void ReceiverGather()
    {
        var synapses = _net.Projection.Synapses;
        var balance = _net.Projection.Balance;
        var gather = Leabra.ReceiverGather.Mine(synapses.LongestRow);
        var receivers = new ReceiverValues(
            ref _averages.Short, ref _averages.Medium, ref _net.State.AvgL.Slice(_net.Layer.First, 1)[0], ref _net.State.AvgLLrn.Slice(_net.Layer.First, 1)[0],
            ref balance.Increase.Start, ref balance.Decrease.Start);
        for (var row = 0; row < synapses.Senders; row++) { gather.Gather(synapses, row, receivers, balance: false); }
    }

    [Benchmark]
    public void ComputeAndApplyWeightChanges()
    {
        _net.Projection.ComputeWeightChanges();
        _net.Projection.ApplyWeightChanges();
    }

    [Benchmark]
    public void LearnWeights() => _net.Projection.LearnWeights();

    [Benchmark]
    public void WeightBalance() => _net.Projection.Balance.Update(_net.Projection.Synapses, _net.Projection.Learn.WtBal);
}
