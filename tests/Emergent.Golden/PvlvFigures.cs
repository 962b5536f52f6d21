using Emergent.Leabra;

namespace Emergent.Golden;

/// <summary>The table of dopamine: what the midbrain of a PVLV network computes in each quarter, and the summed activity of layers.</summary>
internal sealed class PvlvFigures(PvlvLayers layers, TsvFile? table, Comparison result)
{
    private readonly Dictionary<(int Tick, int Quarter), string[]> _rows =
        (table?.Rows ?? []).ToDictionary(row => (table!.Int(row, "tick_id"), table.Int(row, "qtr")));

    /// <summary>Compares the row of a quarter that has ended.</summary>
    public void Compare(int tick, int quarter)
    {
        if (!_rows.TryGetValue((tick, quarter), out var row)) { return; }
        foreach (var column in table!.Header)
        {
            if (Value(column, quarter) is { } ours) { result.Add(ours, table.Text(row, column), $"tick {tick} quarter {quarter} {column}"); }
        }
    }

    /// <summary>The network's value; null for what was presented, and for terms outside the plus phase, in which they mean nothing.</summary>
    private float? Value(string column, int quarter) => column switch
    {
        "tick_id" or "block" or "trial" or "tick" or "name" or "qtr" => null,
        "PPTg" => layers.PPTg.Units("Act")[0],
        "PPTg_Ge" => layers.PPTg.Units("Ge")[0],
        "PPTg_GePrev" => layers.PPTg.GePrev,
        "LHbRMTg" => layers.LHbRMTg.Units("Act")[0],
        "VTAp" => layers.VTAp.DA,
        "VTAn" => layers.VTAn.DA,
        "DA_BLAmygPosD1" => layers.BLAmygPosD1.DA,
        _ when column.Contains('_', StringComparison.Ordinal) => quarter == 3 ? Term(column) : null,
        _ => layers.Network[column].TotalAct(),
    };

    private float Term(string column) => column switch
    {
        "lhb_VSPatchPosNet" => layers.LHbRMTg.Terms.VSPatchPosNet,
        "lhb_VSPatchNegNet" => layers.LHbRMTg.Terms.VSPatchNegNet,
        "lhb_VSMatrixPosNet" => layers.LHbRMTg.Terms.VSMatrixPosNet,
        "lhb_VSMatrixNegNet" => layers.LHbRMTg.Terms.VSMatrixNegNet,
        "lhb_NetPos" => layers.LHbRMTg.Terms.NetPos,
        "lhb_NetNeg" => layers.LHbRMTg.Terms.NetNeg,
        "vtap_VSPosPVI" => layers.VTAp.Terms.PVI,
        "vtap_TotBurstDA" => layers.VTAp.Terms.TotBurstDA,
        "vtap_TotDipDA" => layers.VTAp.Terms.TotDipDA,
        "vtap_NetDipDA" => layers.VTAp.Terms.NetDipDA,
        "vtap_NetDA" => layers.VTAp.Terms.NetDA,
        _ => throw new EmergentException($"{table!.Path}: no figure '{column}' is known."),
    };
}
