using Emergent.Data;

namespace Emergent.Networks;

/// <summary>What the runs of a simulation have in common and how they differ: statistics over the rows of its log of runs.</summary>
/// <remarks>
/// A row for each parameter set; for each column Count, Mean, Std, Sem, Min, Q1, Median, Q3 and Max, named <c>PctCor:Mean</c>. A FirstZero or LastZero of −1,
/// which says that a run had no epoch without error, is left out: Count says how many had one. Source: emergent elog, RunStats.
/// </remarks>
public static class RunStatistics
{
    private static readonly string[] OfLearning = ["FirstZero", "LastZero"];

    // Nine statistics of each column make a wide table, so by default only of how well was learned, and how fast.
    private static readonly string[] Chosen = ["Epochs", "FirstZero", "SSE", "PctErr", "PctCor", "CosDiff"];

    // Which run it was, and what comes from a clock.
    private static readonly string[] NoResults = ["Run", "PerTrlMSec"];

    /// <summary>The statistics of some columns of a log of runs.</summary>
    /// <param name="runs">The log, several joined with <see cref="Table.AppendRows"/>, or some of its rows.</param>
    /// <param name="by">The column that groups rows; <c>Params</c>, the style sets, in a log of runs.</param>
    /// <param name="columns">The columns; when none is named, Epochs, FirstZero, SSE, PctErr, PctCor and CosDiff, or in a log without errors all numbers but Run and PerTrlMSec.</param>
    /// <exception cref="EmergentException">There is no such column, or it holds no numbers.</exception>
    public static Table Of(TableView runs, string by = "Params", params ReadOnlySpan<string> columns)
    {
        ArgumentNullException.ThrowIfNull(runs);
        string[] chosen = columns.IsEmpty ? [.. Default(runs.Table).Where(name => name != by)] : [.. columns];
        var copy = runs.ToTable();
        foreach (var name in OfLearning.Where(n => copy.TryGetColumn(n, out var column) && column is Column<int>)) { WithoutNever(copy.Column<int>(name)); }
        var statistics = copy.View().GroupBy(by).Describe(chosen).ToTable();
        statistics.Name = "RunStats";
        statistics.MetaData["XAxisCol"] = by;
        statistics.MetaData["Type"] = "Bar";
        foreach (var name in chosen)
        {
            new PlotSettings { IsOn = name == "FirstZero", Min = 0, ErrorColumn = $"{name}:Sem" }.WriteTo(statistics.MetaData, $"{name}:Mean");
        }
        return statistics;
    }

    private static IEnumerable<string> Default(Table runs)
    {
        var numbers = runs.Columns.Where(c => c.IsScalar && c.ElementType != typeof(string)).Select(c => c.Name).ToList();
        return numbers.Contains("PctCor") ? Chosen.Intersect(numbers) : numbers.Except(NoResults);
    }

    private static void WithoutNever(Column<int> column)
    {
        for (var row = 0; row < column.RowCount; row++) { if (column[row] < 0) { column.CellTensor(row).SetNull(0); } }
    }
}
