using Emergent.Data;
using Emergent.Leabra;
using Emergent.Networks;

namespace Emergent.Golden;

// Learning: the rule, normalization and momentum, contrast and balance of weights, agreement of the phases.
internal static partial class FunctionTables
{
    private static void CheckMark(TsvFile table, Comparison result)
    {
        foreach (var row in table.Rows)
        {
            var p = new LearnSynapseParams();
            p.XCal.DRev = table.Float(row, "DRev");
            var constants = new LearnConstants(p);
            var change = 0f;
            Lanes1.Store(LearningRule.XCal<Lanes1>(in constants, table.Float(row, "srval"), table.Float(row, "thrP")), ref change, 0);
            result.Add(change, table.Text(row, "DWt"), Where(table, row));
        }
    }

    private static void NormAndMomentum(TsvFile table, Comparison result)
    {
        var projection = OneSynapse();
        var p = projection.Learn;
        // The rule's raw change becomes whatever is asked for: f(x, θ) = x − θ for all x ≥ 0, and no Hebbian part.
        (p.XCal.DThr, p.XCal.DRev, p.XCal.LrnThr, p.XCal.SetLLrn, p.XCal.LLrn) = (-1f, -1e6f, -1f, true, 0f);
        projection.UpdateConstants();
        projection.Receiver.Units("AvgSLrn")[0] = projection.Receiver.Units("AvgM")[0] = 1f;
        (projection.Synapses.Wt.Span[0], projection.Synapses.LWt.Span[0]) = (0.5f, 0.5f);
        foreach (var row in table.Rows)
        {
            var raw = table.Float(row, "raw_dwt");
            projection.Sender.Units("AvgSLrn")[0] = Math.Max(raw, 0f);
            projection.Sender.Units("AvgM")[0] = Math.Max(-raw, 0f);
            projection.ComputeWeightChanges();
            var factor = 0f;
            Lanes1.Store(LearningRule.NormFactor<Lanes1>(in projection.Constants, projection.Synapse("Norm", 0, 0)), ref factor, 0);
            result.Add(factor, table.Text(row, "norm_fact"), $"{Where(table, row)} norm_fact");
            var moment = p.Momentum.LrComp * projection.Synapse("Moment", 0, 0);
            result.Add(moment, table.Text(row, "moment_out"), $"{Where(table, row)} moment_out");
            result.Add(projection.Synapse("DWt", 0, 0), table.Text(row, "dwt_final"), $"{Where(table, row)} dwt_final");
            projection.ApplyWeightChanges();
            foreach (var variable in (string[])["Norm", "Moment", "LWt", "Wt"])
            {
                result.Add(projection.Synapse(variable, 0, 0), table.Text(row, variable), $"{Where(table, row)} {variable}");
            }
        }
    }

    private static void WeightFromChange(TsvFile table, Comparison result)
    {
        var projection = OneSynapse();
        projection.Learn.WtBal.On = true;
        // A silent sender: nothing is computed, so that the changes applied are the table's.
        projection.Sender.Units("AvgS")[0] = projection.Sender.Units("AvgM")[0] = 0f;
        foreach (var row in table.Rows)
        {
            projection.Learn.WtSig.SoftBound = table.Int(row, "SoftBound") == 1;
            projection.UpdateConstants();
            (projection.Balance.Increase.Span[0], projection.Balance.Decrease.Span[0]) = (table.Float(row, "wbInc"), table.Float(row, "wbDec"));
            float lwt = table.Float(row, "lwt_in"), scale = table.Float(row, "scale");
            projection.SetSynapse(0, 0, scale * Enhanced(projection.Learn.WtSig, lwt), lwt, norm: 0f, moment: 0f, scale);
            projection.ComputeWeightChanges();
            projection.Synapses.RequireDWt().Span[0] = table.Float(row, "dwt");
            projection.ApplyWeightChanges();
            result.Add(projection.Synapse("LWt", 0, 0), table.Text(row, "lwt_out"), $"{Where(table, row)} lwt_out");
            result.Add(projection.Synapse("Wt", 0, 0), table.Text(row, "wt_out"), $"{Where(table, row)} wt_out");
        }
    }

    private static void ContrastOfWeights(TsvFile table, Comparison result)
    {
        foreach (var row in table.Rows)
        {
            var p = new WtSigParams { Gain = table.Float(row, "gain"), Off = table.Float(row, "off") };
            var weight = table.Float(row, "w");
            result.Add(Enhanced(p, weight), table.Text(row, "SigFmLinWt"), $"{Where(table, row)} SigFmLinWt");
            result.Add(Contrast.Linear(p, weight), table.Text(row, "LinFmSigWt"), $"{Where(table, row)} LinFmSigWt");
        }
    }

    private static float Enhanced(WtSigParams p, float linear)
    {
        var weight = 0f;
        if (p is not { Gain: 1f, Off: 1f }) { linear = Math.Clamp(linear, 0f, 1f); }   // ours leaves to its caller what the reference's does itself
        Contrast.Choose(p, new Enhancing(linear, ref weight));
        return weight;
    }

    private readonly ref struct Enhancing(float linear, ref float weight) : IContrastUse
    {
        private readonly float _linear = linear;
        private readonly ref float _weight = ref weight;

        public void With<TContrast>(TContrast contrast) where TContrast : struct, IContrast => Lanes1.Store(contrast.Enhance<Lanes1>(_linear), ref _weight, 0);
    }

    private static void Balance(TsvFile table, Comparison result)
    {
        foreach (var row in table.Rows)
        {
            var (fact, increase, decrease) = WeightBalance.Factors(table.Float(row, "wbAvg"), new WtBalParams());
            result.Add(fact, table.Text(row, "fact"), $"{Where(table, row)} fact");
            result.Add(increase, table.Text(row, "inc"), $"{Where(table, row)} inc");
            result.Add(decrease, table.Text(row, "dec"), $"{Where(table, row)} dec");
        }
    }

    private static void Agreement(TsvFile table, Comparison result)
    {
        var agreement = new PhaseAgreement();
        foreach (var row in table.Rows)
        {
            agreement.Update(table.Float(row, "cos"), new LearnNeuronParams(), isTarget: false);
            result.Add(agreement.Avg, table.Text(row, "Avg"), $"{Where(table, row)} Avg");
            result.Add(agreement.Var, table.Text(row, "Var"), $"{Where(table, row)} Var");
            result.Add(agreement.ModAvgLLrn, table.Text(row, "ErrMod"), $"{Where(table, row)} ErrMod");
        }
    }

    private static LeabraProjection OneSynapse()
    {
        var network = new LeabraNetwork("OneSynapse");
        var projection = network.Project(network.AddLayer("Sender", [1, 1]), network.AddLayer("Receiver", [1, 1]), Connectivity.Full);
        network.Initialize(seed: 1);
        return projection;
    }
}
