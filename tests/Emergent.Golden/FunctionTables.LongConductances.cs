using Emergent.Data;
using Emergent.Leabra;

namespace Emergent.Golden;

// NMDA and GABA-B channels.
internal static partial class FunctionTables
{
    // The table gives the channels no conductance to add to, and reads none of their effects on the unit.
    private static void LongConductances(TsvFile table, Comparison result)
    {
        var unit = Alone(new LongConductanceLayer("Unit", [1, 1]));
        var constants = new LongConductanceConstants(unit.NMDA, unit.GABAB);
        foreach (var row in table.Rows)
        {
            if (IsFirst(table, row)) { unit.InitializeActivity(); }
            foreach (var (variable, column) in ((string, string)[])[("NMDASyn", "nmdaSyn"), ("Vm", "vm"), ("Act", "act"), ("Gi", "gi")]) { unit.Units(variable)[0] = table.Float(row, column); }
            Kernel.Run(new NMDAKernel(in constants, unit.State, unit.Long, unit.State.Target), unit.First, 1);
            Kernel.Run(new GABABKernel(in constants, unit.State, unit.Long), unit.First, 1);
            foreach (var variable in (string[])["VmEff", "NMDA", "Gnmda", "GABAB", "GABABx", "GgabaB"])
            {
                result.Add(unit.Units(variable)[0], table.Text(row, variable), $"{Where(table, row)} {variable}");
            }
        }
    }

    private static void LongConductanceFunctions(TsvFile table, Comparison result)
    {
        var (nmda, gabab) = (new NMDAParams(), new GABABParams());
        foreach (var row in table.Rows)
        {
            result.Add(nmda.VoltageGate(table.Float(row, "v")), table.Text(row, "NMDA_GFmV"), $"{Where(table, row)} NMDA_GFmV");
            result.Add(gabab.VoltageGate(table.Float(row, "v")), table.Text(row, "GABAB_GFmV"), $"{Where(table, row)} GABAB_GFmV");
            result.Add(gabab.SpikeDrive(table.Float(row, "s")), table.Text(row, "GABAB_GFmS"), $"{Where(table, row)} GABAB_GFmS");
            result.Add(gabab.TauFact, table.Text(row, "TauFact"), $"{Where(table, row)} TauFact");
            result.Add(gabab.MaxTime, table.Text(row, "MaxTime"), $"{Where(table, row)} MaxTime");
        }
    }
}
