using Emergent.Data;
using Emergent.Leabra;

namespace Emergent.Golden;

// Inhibition, average activity, and the strength of projections that follows from it.
internal static partial class FunctionTables
{
    private static void FeedForwardFeedback(TsvFile table, Comparison result)
    {
        var pool = new PoolInhibition();
        foreach (var row in table.Rows)
        {
            if (IsFirst(table, row)) { pool.Reset(); }
            (pool.GeRecord.Avg, pool.GeRecord.Max, pool.ActRecord.Avg) = (table.Float(row, "geAvg"), table.Float(row, "geMax"), table.Float(row, "actAvg"));
            pool.Advance(new FFFBParams
            {
                Gi = table.Float(row, "Gi"),
                FF = table.Float(row, "FF"),
                FB = table.Float(row, "FB"),
                FBTau = table.Float(row, "FBTau"),
                MaxVsAvg = table.Float(row, "MaxVsAvg"),
                FF0 = table.Float(row, "FF0"),
            });
            result.Add(pool.FFi, table.Text(row, "FFi"), $"{Where(table, row)} FFi");
            result.Add(pool.FBi, table.Text(row, "FBi"), $"{Where(table, row)} FBi");
            result.Add(pool.Gi, table.Text(row, "GiOut"), $"{Where(table, row)} GiOut");
            result.Add(pool.GiOrig, table.Text(row, "GiOrig"), $"{Where(table, row)} GiOrig");
        }
    }

    private static void SelfInhibition(TsvFile table, Comparison result)
    {
        var unit = Alone();
        foreach (var row in table.Rows)
        {
            if (IsFirst(table, row)) { unit.Units("GiSelf")[0] = 0f; }
            unit.Units("Act")[0] = table.Float(row, "act");
            var p = new SelfInhibParams { Gi = table.Float(row, "Gi"), Tau = table.Float(row, "Tau") };
            Kernel.Run(new SelfInhibitionKernel(p, unit.State), unit.First, 1);
            result.Add(unit.Units("GiSelf")[0], table.Text(row, "GiSelf"), Where(table, row));
        }
    }

    private static void RunningActivity(TsvFile table, Comparison result)
    {
        var pool = new Pool(0, 1);
        foreach (var row in table.Rows)
        {
            var p = new ActAvgParams
            {
                UseFirst = table.Int(row, "UseFirst") == 1,
                Fixed = table.Int(row, "Fixed") == 1,
                Init = table.Float(row, "Init"),
                Adjust = table.Float(row, "Adjust"),
            };
            if (IsFirst(table, row)) { pool.ResetAverages(p); }
            pool.ActM = pool.ActP = new AvgMax { Avg = table.Float(row, "act") };
            pool.UpdateAverages(p);
            result.Add(pool.ActMAvg, table.Text(row, "avg"), $"{Where(table, row)} avg of the minus phase");
            result.Add(pool.ActPAvg, table.Text(row, "avg"), $"{Where(table, row)} avg");
            result.Add(pool.ActPAvgEff, table.Text(row, "eff"), $"{Where(table, row)} eff");
        }
    }

    private static void Strength(TsvFile table, Comparison result)
    {
        foreach (var row in table.Rows)
        {
            var p = new WtScaleParams { Abs = table.Float(row, "Abs"), Rel = table.Float(row, "Rel") };
            float activity = table.Float(row, "savg"), senders = table.Float(row, "snu"), perReceiver = table.Float(row, "ncon");
            result.Add(ProjectionScaling.ByActivity(activity, senders, perReceiver), table.Text(row, "SLayActScale"), $"{Where(table, row)} SLayActScale");
            result.Add(ProjectionScaling.Full(p, activity, senders, perReceiver), table.Text(row, "FullScale"), $"{Where(table, row)} FullScale");
        }
    }
}
