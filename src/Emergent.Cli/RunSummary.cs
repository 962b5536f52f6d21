using System.Globalization;
using Emergent.Data;
using Emergent.Networks;

namespace Emergent.Cli;

/// <summary>Prints how the runs of a simulation ended, and their mean; of a simulation that does not learn, its trials.</summary>
internal static class RunSummary
{
    private static readonly string[] Statistics = ["SSE", "PctErr", "PctCor", "CosDiff"];   // as far as they are logged

    private const int MostColumns = 10;   // as many as fit on a terminal

    /// <summary>Prints the summary of the runs that were completed.</summary>
    public static void Write(Simulation simulation, string? logFolder)
    {
        if (simulation.Learns) { WriteRuns(simulation); }
        else { WriteTrials(simulation); }
        if (logFolder is not null) { Console.WriteLine($"Logs are in {logFolder}."); }
    }

    private static void WriteTrials(Simulation simulation)
    {
        var trials = simulation.Log[simulation.Main.Stack.Mode, TimeScale.Trial];
        Column[] shown = [.. trials.Columns.Where(c => c.IsScalar && c.Name is not ("Run" or "Epoch"))];
        var table = new TextTable([.. shown.Select(c => c.Name)], column => shown[column] is not Column<string>);
        foreach (var row in trials.Rows) { table.Add([.. shown.Select(c => c is Column<double> ? Text(row.Get<double>(c.Name)) : c.AllCells.GetText(row.Index))]); }
        Console.WriteLine();
        Console.Write(table);
    }

    private static void WriteRuns(Simulation simulation)
    {
        var runs = simulation.Log[RunMode.Train, TimeScale.Run];
        if (runs.RowCount == 0)
        {
            Console.WriteLine("No run was completed.");
        }
        else
        {
            // Besides, what the model itself puts into its plots of runs.
            var plotted = runs.Columns.Where(c => c is Column<double> { IsScalar: true } && PlotSettings.Of(runs, c.Name).IsOn).Select(c => c.Name);
            string[] statistics = [.. Statistics.Where(s => runs.TryGetColumn(s, out _)).Concat(plotted).Distinct().Take(MostColumns - 1), "PerTrlMSec"];
            // The first epoch without error says nothing where errors are not logged.
            var hasErrors = PlotSettings.Of(runs, "FirstZero").IsOn;
            var table = new TextTable(["Run", "Epochs", .. IfErrors("FirstZero"), .. statistics], numbersFrom: 0);
            foreach (var row in runs.Rows)
            {
                var firstZero = row.Get<int>("FirstZero");
                table.Add([$"{row.Get<int>("Run")}", $"{row.Get<int>("Epochs")}", .. IfErrors(firstZero < 0 ? "never" : $"{firstZero}"), .. statistics.Select(s => Text(row.Get<double>(s)))]);
            }
            if (runs.RowCount > 1) { table.Add(["mean", Text(Mean(runs, "Epochs")), .. IfErrors(FirstZeroMean(runs)), .. statistics.Select(s => Text(Mean(runs, s)))]); }
            Console.WriteLine();
            Console.Write(table);
            Console.WriteLine($"({(hasErrors ? "FirstZero: the first epoch without error. The others" : "All but Run and Epochs")} are means of the last {simulation.Log.LastEpochs} epochs of a run.)");

            string[] IfErrors(string cell) => hasErrors ? [cell] : [];
        }
    }

    private static double Mean(Table runs, string column) => runs.Rows.Average(r => r.Get<double>(column));

    /// <summary>The mean over the runs that had an epoch without error.</summary>
    private static string FirstZeroMean(Table runs)
    {
        int[] found = [.. runs.Rows.Select(r => r.Get<int>("FirstZero")).Where(e => e >= 0)];
        return found.Length == 0 ? "never" : Text(found.Average());
    }

    private static string Text(double value) => value.ToString("0.####", CultureInfo.InvariantCulture);
}
