using System.Text;
using Emergent.Data;

namespace Emergent.Networks;

// One line that says where the simulation is. Source: emergent estats, PrintVals, and the counters under NetView.
public sealed partial class SimulationLog
{
    private string[] _inStatus = [];

    /// <summary>Chooses the columns that <see cref="Simulation.Status"/> shows after the counts; without a choice it is SSE, where errors are logged.</summary>
    /// <exception cref="EmergentException">No item has this name or writes this column.</exception>
    public SimulationLog InStatus(params ReadOnlySpan<string> columns)
    {
        var known = _items.SelectMany(i => _plan.Modes.Where(m => i.IsIn(m.Mode)).SelectMany(m => LogStep.Of(i, m.Loops, 0)).Select(s => s.Column)).ToHashSet();
        foreach (var column in columns)
        {
            if (!known.Contains(column)) { throw new EmergentException($"Nothing that is logged has a column '{column}', which the status could show. {Names.DidYouMean(column, known)}"); }
        }
        _inStatus = columns.ToArray();
        return this;
    }

    /// <summary>The counts of the row that was logged last, if they are wanted, then the last value of each chosen column.</summary>
    internal string StatusOf(PlannedMode mode, bool hasCounts)
    {
        LogTable[] tables = [.. mode.Log.Tables.Where(t => t.Table.RowCount > 0)];   // the shortest time scale first
        if (tables.Length == 0) { return hasCounts ? string.Join("  ", mode.Loops.Loops.Select(l => $"{l.Scale}: {l.Current}")) : ""; }
        var text = new StringBuilder();
        foreach (var column in tables[0].Table.Columns.Where(c => hasCounts && (c.Name == "TrialName" || Enum.IsDefined(typeof(TimeScale), c.Name)))) { Append(text, column); }
        foreach (var name in _inStatus.Length == 0 && Scored is not null ? ["SSE"] : _inStatus)
        {
            if (tables.Select(t => t.Table.TryGetColumn(name, out var found) ? found : null).FirstOrDefault(c => c is { IsScalar: true }) is { } column) { Append(text, column); }
        }
        return text.ToString();
    }

    private static void Append(StringBuilder text, Column column)
    {
        if (text.Length > 0) { text.Append("  "); }
        var cells = column.AllCells;
        var value = column.ElementType == typeof(double) ? GoFormat.Significant(cells.GetDouble(cells.Length - 1), 4) : cells.GetText(cells.Length - 1);
        text.Append($"{column.Name}: {value}");
    }
}
