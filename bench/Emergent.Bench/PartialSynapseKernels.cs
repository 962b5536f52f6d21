using BenchmarkDotNet.Attributes;
using Emergent.Leabra;

namespace Emergent.Bench;

/// <summary>Each pass over the synapses of one projection that is not full: rows of long runs of neighbours (PoolTile), of shorter ones (Circle), and scattered.</summary>
public class PartialSynapseKernels : ProjectionKernels
{
    private ReceiverAverages _averages = null!;

    [Params("PoolTile", "Circle", "UniformRandom 10 %")]
    public string Pattern { get; set; } = "";

    [Benchmark]
    public void ReadAverages() => _averages.Read(Net.Layer, Net.Projection.Constants.DThr);

    /// <summary>For all rows, where learning does it only for those whose sender was active.</summary>
    [Benchmark]
    public void ReceiverGather()
    {
        var synapses = Net.Projection.Synapses;
        var balance = Net.Projection.Balance;
        var gather = Leabra.ReceiverGather.Mine(synapses.LongestRow);
        var receivers = new ReceiverValues(
            ref _averages.Short, ref _averages.Medium, ref Net.State.AvgL.Slice(Net.Layer.First, 1)[0], ref Net.State.AvgLLrn.Slice(Net.Layer.First, 1)[0],
            ref balance.Increase.Start, ref balance.Decrease.Start);
        for (var row = 0; row < synapses.Senders; row++) { gather.Gather(synapses, row, Math.Min(row + 1, synapses.Senders - 1), receivers, balance: false); }
    }

    private protected override BenchmarkedNetwork MakeNetwork() => BenchmarkedNetwork.Variant(Pattern);

    private protected override void Prepare()
    {
        _averages = new ReceiverAverages(Net.Layer.UnitCount);
        ReadAverages();
    }
}
