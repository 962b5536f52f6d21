using Emergent.Leabra;
using Emergent.Networks;

namespace Emergent.Golden;

/// <summary>A table of figures of each trial of a task; where the network's own choice decides the dopamine, it is presented from that choice.</summary>
internal sealed class TaskTable(LeabraNetwork network, TsvFile table, Comparison result)
{
    private int? _gated;
    private float _dopamine;

    /// <summary>Ends the minus phase of a trial: dopamine for the choice, but in every seventh trial.</summary>
    public void EndMinusPhase(int trial)
    {
        if (!table.Has("gated_pool")) { return; }
        var row = table.Rows[trial];
        _gated = ((VentralThalamusLayer)network["VThal"]).GatedUnit();
        _dopamine = trial % 7 == 6 ? 0f : _gated is not { } pool ? -0.2f : pool == table.Int(row, "correct_pool") ? 0.6f : -0.6f;
        if (_dopamine != 0f) { network["SNc"].Present([_dopamine], network["SNc"].Shape); }
    }

    /// <summary>Compares the figures of a trial that has ended.</summary>
    public void EndTrial(int trial)
    {
        var row = table.Rows[trial];
        foreach (var column in table.Header) { if (Figure(column) is { } ours) { result.Add(ours, table.Text(row, column), $"trial {trial} {column}"); } }
    }

    /// <summary>The network's value of a column; null for what was presented.</summary>
    private float? Figure(string column)
    {
        var pool = char.IsAsciiDigit(column[^1]) ? column[^1] - '0' : 0;
        return column.TrimEnd('0', '1') switch
        {
            "trial" or "cue" or "correct_pool" or "phase" or "pool" => null,
            "gated_pool" => _gated ?? -1,
            "da" => _dopamine,
            "ACh_Go" => ((PallidalMatrixLayer)network["MtxGo"]).ACh,
            "DA_Go" => ((PallidalMatrixLayer)network["MtxGo"]).DA,
            "DALrn_Go" => ((PallidalMatrixLayer)network["MtxGo"]).DALrn,
            "DALrn_No" => ((PallidalMatrixLayer)network["MtxNo"]).DALrn,
            "CIN_Act" => network["CIN"].Units("Act")[0],
            "VThalAMax" => network["VThal"].Units("AlphaMax")[pool],
            "GoActMax" => LargestOfPool("MtxGo", "Act", pool),
            "NoActMax" => LargestOfPool("MtxNo", "Act", pool),
            "MVThalAMax" or "OVThalAMax" => network[column[..^5]].Units("AlphaMax")[pool],
            "MntMax" => LargestOfPool("PFCMnt", "Act", pool),
            "OutMax" => LargestOfPool("PFCOut", "Act", pool),
            "MntNMDAmax" => LargestOfPool("PFCMnt", "NMDA", pool),
            "MntGABABmax" => LargestOfPool("PFCMnt", "GABAB", pool),
            "pulse_clears" => network["PFCOut"].Pools[0].Inhib.Act.Max > ((GatedOutputLayer)network["PFCOut"]).Out.ResetThr ? 1f : 0f,   // whether it still clears in the last cycle
            "GPiAct" => network["GPi"].Units("Act")[pool],
            _ => throw new EmergentException($"{table.Path}: no figure '{column}' is known."),
        };
    }

    private float LargestOfPool(string layer, string variable, int pool)
    {
        var units = network[layer].UnitsPerPool;
        var largest = 0f;
        foreach (var value in network[layer].Units(variable).Slice(pool * units, units)) { largest = MathF.Max(largest, value); }
        return largest;
    }
}
