using Emergent.Leabra;
using Emergent.Networks;

namespace Emergent.Golden;

/// <summary>A network of reward learning, whose one table has both the trials and the figures: all it computes that matters.</summary>
internal sealed class ConditioningCase(LeabraNetwork network, TsvFile table, Comparison result, ReplayOptions options)
{
    private float _dopamineInMinusPhase;

    /// <summary>Runs all trials of the table.</summary>
    public void Run()
    {
        var present = table.Has("csA") ? (Action<string[]>)PresentStimuli : PresentSerialCompound;
        foreach (var row in table.Rows)
        {
            network.ClearInputs();
            present(row);
            RunTrial();
            var where = $"trial {table.Text(row, "trial")}{(table.Has("tick") ? $" tick {table.Text(row, "tick")}" : "")}";
            foreach (var column in table.Header) { if (Value(column) is { } ours) { result.Add(ours, table.Text(row, column), $"{where} {column}"); } }
        }
    }

    /// <summary>The network's value of a column of figures; null for what was presented.</summary>
    private float? Value(string column) => column switch
    {
        "pred_act" => Unit("RWPred", "Act"),
        "pred_ge" => Unit("RWPred", "Ge"),
        "da_act_minus" => _dopamineInMinusPhase,
        "da_end" => ((RescorlaWagnerDopamineLayer)network["DA"]).DA,
        "rewpred_actM" => Unit("RewPred", "ActM"),
        "rewpred_actP" => Unit("RewPred", "ActP"),
        "rewpred_ge" => Unit("RewPred", "Ge"),
        "integ_actM" => Unit("RewInteg", "ActM"),
        "integ_actP" => Unit("RewInteg", "ActP"),
        "integ_ge" => Unit("RewInteg", "Ge"),
        "td_actP" => Unit("TD", "ActP"),
        "DA" => ((TDDopamineLayer)network["TD"]).DA,
        _ when column.StartsWith("Wt", StringComparison.Ordinal) => network["Input"].SendingProjections[0].Synapse("Wt", int.Parse(column[2..]), 0),
        "trial" or "tick" or "csA" or "csB" or "csC" or "has_rew" or "rew" or "stim" or "csc_t" => null,
        _ => throw new EmergentException($"{table.Path}: no figure '{column}' is known."),
    };

    private float Unit(string layer, string variable) => network[layer].Units(variable)[0];

    private void PresentStimuli(string[] row)
    {
        Present("Input", table.Float(row, "csA"), table.Float(row, "csB"), table.Float(row, "csC"));
        if (table.Int(row, "has_rew") == 1) { Present("Rew", table.Float(row, "rew")); }
    }

    /// <summary>Each stimulus has a row of units, one for each tick since it came.</summary>
    private void PresentSerialCompound(string[] row)
    {
        var input = network["Input"];
        var values = new float[input.UnitCount];
        if (table.Int(row, "csc_t") is >= 0 and var tick) { values[table.Int(row, "stim") * input.Shape[1] + tick] = 1f; }
        Present("Input", values);
        Present("Rew", table.Float(row, "rew"));
    }

    private void Present(string layer, params float[] values) => network[layer].Present(values, network[layer].Shape);

    private void RunTrial()
    {
        network.BeginTrial();
        for (var quarter = 0; quarter < 4; quarter++)
        {
            for (var cycle = 0; cycle < network.Time.CyclesPerQuarter; cycle++) { network.RunCycle(); }
            if (quarter == 2 && network.TryGetLayer("DA", out var dopamine)) { _dopamineInMinusPhase = dopamine.Units("Act")[0]; }
            network.EndQuarter();
        }
        if (options.Fused) { network.LearnWeights(); }
        else
        {
            network.ComputeWeightChanges();
            network.ApplyWeightChanges();
        }
    }
}
