using Emergent.Leabra;

namespace Emergent.Golden;

// Networks of PVLV: trials of several ticks, whose patterns have a row for each tick.
public sealed partial class GoldenCase
{
    private void RunTicks()
    {
        var layers = new PvlvLayers(_network);
        var trials = new PvlvTrials(layers);
        var byTick = SynapsesByTrial();
        var figures = new PvlvFigures(layers, Open("_da"), _result);
        for (var tick = 0; tick < _patterns.Rows.Count; tick++)
        {
            var row = _patterns.Rows[tick];
            float[] stimuli = Inputs(row, "stim", layers.StimIn), contexts = Inputs(row, "ctx", layers.ContextIn), times = Inputs(row, "ust", layers.USTimeIn);
            float[] rewards = Inputs(row, "pos", layers.PosPV), punishments = Inputs(row, "neg", layers.NegPV);
            if (_patterns.Int(row, "first") == 1) { trials.BeginTrial(); }
            trials.BeginTick(new PvlvInputs { Stimuli = stimuli, Contexts = contexts, Times = times });
            CompareScales(0, tick);
            for (var quarter = 0; quarter < 4; quarter++)
            {
                if (quarter == 3) { trials.PresentOutcomes(new PvlvInputs { Stimuli = stimuli, Contexts = contexts, Times = times, Rewards = rewards, Punishments = punishments }); }
                RunQuarter(0, tick);
                figures.Compare(tick, quarter);
            }
            Learn(tick, tick, byTick);
            CompareTrials(0, tick);
            if (_patterns.Int(row, "last") == 1) { trials.EndTrial(); }
        }
        CompareEnd();
    }

    private float[] Inputs(string[] row, string column, LeabraLayer layer)
    {
        var values = new float[layer.UnitCount];
        for (var unit = 0; unit < values.Length; unit++) { values[unit] = _patterns.Float(row, $"{column}{unit}"); }
        return values;
    }
}
