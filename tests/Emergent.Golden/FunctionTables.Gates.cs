using Emergent.Leabra;
using Emergent.Networks;

namespace Emergent.Golden;

// Gates, traces and the modulation by dopamine of prefrontal cortex and basal ganglia.
internal static partial class FunctionTables
{
    // Every column is a function of the first: dopamine is 2 act − 1, excitation 0.5, gain 100, and Go and NoGo are given.
    private static void GatesAndModulation(TsvFile table, Comparison result)
    {
        var network = new LeabraNetwork("Gates");
        var ganglia = network.AddDorsalBG(rows: 1, maintaining: 1, output: 0, unitsY: 1, unitsX: 1);
        var input = network.AddPbwmLayer("Input", [1, 1], LayerKind.Input);
        var traces = network.ProjectToMatrix(input, ganglia.MatrixGo, Connectivity.Full);
        traces.Trace.NotGatedLR = 1f;   // the gate is shut
        network.Initialize(seed: 1);
        input.Units("Act")[0] = 1f;
        var mod = new DaModParams { Plus = 0.01f, NegGain = 0.1f, PosGain = 0.1f };
        foreach (var row in table.Rows)
        {
            var act = table.Float(row, "act");
            ganglia.MatrixGo.Units("Act")[0] = act;
            traces.ComputeWeightChanges();
            result.Add(-traces.Synapse("NTr", 0, 0), table.Text(row, "LrnFactor_deriv"), $"{Where(table, row)} LrnFactor_deriv");
            ganglia.GPiThal.Units("Go")[0] = table.Float(row, "goRaw");
            ganglia.GPiThal.Units("NoGo")[0] = table.Float(row, "nogoRaw");
            ganglia.GPiThal.IntegrateConductance(UnitPart.Of(ganglia.GPiThal));
            result.Add(ganglia.GPiThal.Units("GeRaw")[0], table.Text(row, "GPiGeRaw"), $"{Where(table, row)} GPiGeRaw");
            var da = act * 2f - 1f;
            result.Add(mod.Excitation(da, isPlusPhase: true) * 0.5f, table.Text(row, "DaGe_plus"), $"{Where(table, row)} DaGe_plus");
            result.Add(mod.Gain(100f, da, isPlusPhase: true), table.Text(row, "DaGain_plus"), $"{Where(table, row)} DaGain_plus");
        }
    }

    private static void MaintenanceDynamics(TsvFile table, Comparison result)
    {
        var kinds = PFCDynamics.Full();
        foreach (var row in table.Rows)
        {
            var dynamics = kinds[table.Int(row, "dyn")];
            foreach (var (ours, column) in ((float, string)[])[
                (dynamics.Init, "init"), (dynamics.RiseTau, "rise"), (dynamics.DecayTau, "decay"), (dynamics.Value(table.Float(row, "time")), "value")])
            {
                result.Add(ours, table.Text(row, column), $"{Where(table, row)} {column}");
            }
        }
    }
}
