using Emergent.Data;
using Emergent.Leabra;

namespace Emergent.Golden;

// Units: activation functions, averages, adaptation, whole neurons.
internal static partial class FunctionTables
{
    private const int InputsEnd = 110;       // neuron_rate: cycles from here on are without input
    private const int SpikeInputsStart = 10; // neuron_spike: excitation begins here
    private const int SpikeInputsEnd = 160;  // … and ends here

    // Leaves out NoisyXX1Gain40, a variant with a gain of its own that no core mechanism uses.
    private static void ActivationFunction(TsvFile table, Comparison result)
    {
        foreach (var row in table.Rows)
        {
            var x = table.Float(row, "x");
            var f = new XX1Function(new XX1Params { Gain = table.Float(row, "gain"), NVar = table.Float(row, "nvar") });
            var ratio = 0f;
            Lanes1.Store(XX1Function.XX1<Lanes1>(x), ref ratio, 0);
            result.Add(ratio, table.Text(row, "XX1_raw"), $"{Where(table, row)} XX1_raw");
            result.Add(f.GainCorrected(x), table.Text(row, "XX1GainCor"), $"{Where(table, row)} XX1GainCor");
            result.Add(f.NoisyXX1(x), table.Text(row, "NoisyXX1"), $"{Where(table, row)} NoisyXX1");
        }
    }

    private static void ActivationConstants(TsvFile table, Comparison result)
    {
        foreach (var row in table.Rows)
        {
            var f = new XX1Function(new XX1Params { Gain = table.Float(row, "gain"), NVar = table.Float(row, "nvar") });
            result.Add(-f.NegSigGainNVar, table.Text(row, "SigGainNVar"), $"{Where(table, row)} SigGainNVar");
            result.Add(f.SigMultEff, table.Text(row, "SigMultEff"), $"{Where(table, row)} SigMultEff");
            result.Add(f.SigValAt0, table.Text(row, "SigValAt0"), $"{Where(table, row)} SigValAt0");
            result.Add(f.InterpVal, table.Text(row, "InterpVal"), $"{Where(table, row)} InterpVal");
        }
    }

    // Leaves out Exp, which is the exponential that FastExp approximates.
    private static void FastExp(TsvFile table, Comparison result)
    {
        foreach (var row in table.Rows) { result.Add(LaneMath.FastExp(table.Float(row, "x")), table.Text(row, "FastExp"), $"x = {table.Text(row, "x")}"); }
    }

    private static void LearningAverages(TsvFile table, Comparison result)
    {
        var unit = Alone();
        foreach (var row in table.Rows)
        {
            unit.Units("ActLrn")[0] = table.Float(row, "act");
            Kernel.Run(new LearningAveragesKernel(in unit.Constants, unit.State), unit.First, 1);
            unit.UpdateLearningSignal();
            foreach (var variable in (string[])["AvgSS", "AvgS", "AvgM", "AvgSLrn"])
            {
                result.Add(unit.Units(variable)[0], table.Text(row, variable), $"{Where(table, row)} {variable}");
            }
        }
    }

    private static void LongAverage(TsvFile table, Comparison result)
    {
        var unit = Alone();
        foreach (var row in table.Rows)
        {
            if (IsFirst(table, row)) { unit.Units("AvgL")[0] = unit.Learn.AvgL.Init; }
            unit.Learn.AvgL.Gain = table.Float(row, "Gain");
            unit.Units("AvgM")[0] = table.Float(row, "avgM");
            Kernel.Run(new LongAverageKernel(unit.Learn.AvgL, errorFactor: 1f, unit.State), unit.First, 1);
            result.Add(unit.Units("AvgL")[0], table.Text(row, "AvgL"), $"{Where(table, row)} AvgL");
            result.Add(unit.Units("AvgLLrn")[0], table.Text(row, "AvgLLrn"), $"{Where(table, row)} AvgLLrn");
        }
    }

    private static void SoftClamp(TsvFile table, Comparison result)
    {
        var unit = Alone();
        (unit.Act.Clamp.Hard, unit.Act.Clamp.Avg) = (false, true);
        unit.Act.Dt.GTau = 1f;   // so that Ge is what the clamp gives, not a step towards it
        unit.UpdateConstants();
        foreach (var row in table.Rows)
        {
            (unit.Units("Ge")[0], unit.Units("GeRaw")[0], unit.Units("Ext")[0]) = (0f, table.Float(row, "ge"), table.Float(row, "ext"));
            Kernel.Run(new SoftClampKernel(in unit.Constants, unit.State, unit.State.GeRaw), unit.First, 1);
            result.Add(unit.Units("Ge")[0], table.Text(row, "AvgGe"), Where(table, row));
        }
    }

    private static void Adaptation(TsvFile table, Comparison result)
    {
        var rate = Alone();
        var spiking = Alone(new SpikingLayer("Spiking", [1, 1]));
        spiking.Act.KNa.On = true;
        spiking.Spike.Tr = 0;   // else Gk would rest for some cycles after a spike, as the potential does
        spiking.UpdateConstants();
        foreach (var row in table.Rows)
        {
            var unit = table.Text(row, "mode") == "rate" ? rate : spiking;
            var input = table.Float(row, "act_or_spike");
            if (unit == rate)
            {
                unit.Units("Act")[0] = input;
                Kernel.Run(new AdaptationKernel(in unit.Adaptation, unit.State), unit.First, 1);
            }
            else
            {
                var units = UnitPart.Of(spiking).Live;
                unit.Units("Vm")[0] = input;   // 1 is above threshold, 0 below
                spiking.Fire(units);
                spiking.AdvancePotential(units);
            }
            foreach (var (variable, column) in ((string, string)[])[("GknaFast", "Fast"), ("GknaMed", "Med"), ("GknaSlow", "Slow"), ("Gk", "Gk")])
            {
                result.Add(unit.Units(variable)[0], table.Text(row, column), $"{Where(table, row)} {column}");
            }
        }
    }

    private static void RateNeuron(TsvFile table, Comparison result)
    {
        var unit = Alone();
        foreach (var row in table.Rows)
        {
            var cycle = table.Int(row, "cyc");
            if (cycle == 0) { unit = RateNeuronOf(table.Text(row, "case")); }
            var isDriven = cycle < InputsEnd;
            unit.Units("GeRaw")[0] = isDriven ? table.Float(row, "geRaw") : 0f;
            unit.Units("GiRaw")[0] = isDriven ? table.Float(row, "giRaw") : 0f;
            Kernel.Run(new ExcitationKernel(in unit.Constants, unit.State, unit.State.GeRaw), unit.First, 1);
            Kernel.Run(new SynapticInhibitionKernel(in unit.Constants, unit.State), unit.First, 1);
            Kernel.Run(new TotalInhibitionKernel(table.Float(row, "giFFFB"), unit.State), unit.First, 1);
            unit.Activate(UnitPart.Of(unit));
            unit.UpdateLearningSignal();
            (unit.Units("GeRaw")[0], unit.Units("GiRaw")[0]) = (0f, 0f);   // arguments in the reference's driver, not state
            CompareState(table, row, unit, result);
        }
    }

    /// <summary>A unit with the parameters that the name of a case stands for.</summary>
    private static LeabraLayer RateNeuronOf(string name)
    {
        var layer = new LeabraLayer("Unit", [1, 1]);
        switch (name)
        {
            case "slow": (layer.Act.Dt.VmTau, layer.Act.Dt.GTau) = (10f, 5f); break;
            case "integ0.5": layer.Act.Dt.Integ = 0.5f; break;
            case "gl0.2_ge0.4": layer.Act.Gbar.L = 0.2f; break;
            case "kna_ge0.4": layer.Act.KNa.On = true; break;
        }
        return Alone(layer);
    }

    // Leaves out ActLrn: in the reference it is not the neuron but the layer around it that copies Act there, and the table is of neurons.
    private static void SpikingNeuron(TsvFile table, Comparison result)
    {
        var unit = Alone(new SpikingLayer("Unit", [1, 1]));
        foreach (var row in table.Rows)
        {
            var cycle = table.Int(row, "cyc");
            if (cycle == 0)
            {
                unit = new SpikingLayer("Unit", [1, 1]);
                (unit.Spike.Exp, unit.Spike.Tr, unit.Act.KNa.On) = (table.Int(row, "exp") == 1, table.Int(row, "Tr"), table.Int(row, "kna") == 1);
                Alone(unit);
            }
            unit.Units("Ge")[0] = cycle is >= SpikeInputsStart and < SpikeInputsEnd ? table.Float(row, "ge") : 0f;
            unit.Units("Gi")[0] = table.Float(row, "gi");
            var units = UnitPart.Of(unit).Live;
            unit.AdvancePotential(units);
            unit.Fire(units);
            CompareState(table, row, unit, result, leftOut: "ActLrn");
        }
    }

    /// <summary>Compares all columns that are unit variables, which come last.</summary>
    private static void CompareState(TsvFile table, string[] row, LeabraLayer unit, Comparison result, string leftOut = "")
    {
        var where = Where(table, row);
        for (var c = table.Column("cyc") + 1; c < row.Length; c++)
        {
            var variable = table.Header[c];
            if (variable != leftOut) { result.Add(unit.Units(variable)[0], row[c], $"{where} {variable}"); }
        }
    }

    private static void Intervals(TsvFile table, Comparison result)
    {
        var p = new SpikeParams();
        foreach (var row in table.Rows)
        {
            result.Add(p.IntervalFromAct(table.Float(row, "act")), table.Text(row, "ActToISI"), $"{Where(table, row)} ActToISI");
            result.Add(p.ActFromInterval(table.Float(row, "isi")), table.Text(row, "ActFmISI"), $"{Where(table, row)} ActFmISI");
        }
    }
}
