using Emergent.Leabra;
using Emergent.Networks;

namespace Emergent.Golden;

/// <summary>The statistics of an epoch of the target layer, compared with the reference's table of them.</summary>
internal sealed class EpochStatistics(TsvFile? table, Comparison result)
{
    private double _sse, _averageSse, _cosine;
    private int _errors, _trials;
    private LeabraLayer? _target;

    public void Add(LeabraNetwork network)
    {
        if (table is null) { return; }
        _target ??= (LeabraLayer)network.Layers.First(l => l.Kind == LayerKind.Target);
        var (sum, mean) = _target.SquaredError();
        _sse += sum;
        _averageSse += mean;
        _cosine += _target.CosDiff.Cos;
        _errors += sum != 0 ? 1 : 0;
        _trials++;
    }

    public void EndEpoch(int epoch)
    {
        if (table?.Rows.Find(r => table.Int(r, "epoch") == epoch) is not { } row) { return; }
        Compare("SSE_sum", _sse);
        Compare("SSE_mean", _sse / _trials);
        Compare("AvgSSE_mean", _averageSse / _trials);
        Compare("CosDiff_mean", _cosine / _trials);
        Compare("PctErr", (double)_errors / _trials);
        Compare("CntErr", _errors);
        result.Add(_target!.CosDiff.Avg, table.Text(row, "OutCosAvg"), $"epoch {epoch} OutCosAvg");
        (_sse, _averageSse, _cosine, _errors, _trials) = (0, 0, 0, 0, 0);

        void Compare(string column, double ours) => result.Add(ours, table.Text(row, column), $"epoch {epoch} {column}");
    }
}
