using Emergent.Data;

namespace Emergent.Networks;

/// <summary>What a simulation logs of each cycle, trial, epoch and run, in training and in other modes.</summary>
/// <remarks>
/// Columns have emergent's names. What nobody asks for costs nothing: a table of cycles is there only where an item is of cycles. Tables of trials and
/// cycles hold the present epoch or trial; <see cref="LogTable.RowAdded"/> sees every row. Source: emergent elog and estats, and the example ra25.
/// </remarks>
public sealed partial class SimulationLog
{
    /// <summary>Columns that logs have by themselves, so that no item can have them.</summary>
    internal static readonly HashSet<string> OwnColumns = [.. Enum.GetNames<TimeScale>(), "TrialName", "Params", "Epochs", "FirstZero", "LastZero", "NZero"];

    private readonly Network _network;
    private readonly SimulationPlan _plan;
    private readonly List<LogItem> _items = [];
    private readonly List<(RunMode Mode, TimeScale Scale, string Key, string Value)> _metaData = [];
    private bool _isComplete;

    internal SimulationLog(Network network, SimulationPlan plan) => (_network, _plan) = (network, plan);

    /// <summary>All tables: training before tests before other modes, and trials before epochs before runs; empty until the plan is complete.</summary>
    public IReadOnlyList<LogTable> Tables => [.. _plan.Modes.SelectMany(m => m.Log.Tables)];

    /// <summary>What is logged, in the order of columns.</summary>
    public IReadOnlyList<LogItem> Items => _items;

    /// <summary>A run's row has the statistics of this many of its last epochs, at least 1.</summary>
    public int LastEpochs
    {
        get;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value);
            field = value;
        }
    } = 5;   // as in the reference's ra25

    /// <summary>The table of one mode over one time scale.</summary>
    /// <exception cref="EmergentException">There is no such log.</exception>
    public Table this[RunMode mode, TimeScale scale] => Tables.FirstOrDefault(t => t.Mode == mode && t.Scale == scale)?.Table
        ?? throw new EmergentException($"There is no log of {mode} over {scale}; there are {string.Join(", ", Tables.GroupBy(t => t.Mode).Select(g => $"{g.Key} over {string.Join(" and ", g.Select(t => t.Scale))}"))}.");

    /// <summary>Whether the errors of a layer are logged, so that it is known which epochs were without.</summary>
    internal bool HasErrors => Scored is not null;

    /// <summary>Logs an item.</summary>
    /// <exception cref="EmergentException">A column is taken, or the item is of a mode or time scale that the simulation does not have.</exception>
    public SimulationLog Add(LogItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        if (_isComplete) { throw new EmergentException($"Log item '{item.Name}' comes too late: the tables are made. Add it in Configure."); }
        item.Check();
        foreach (var name in item.Modes) { RequireLoops(item, name); }
        PlannedMode[] modes = [.. _plan.Modes.Where(m => m.Loops.Loops.Count > 0 && item.IsIn(m.Mode))];
        foreach (var scale in item.NamedScales.Append(item.Scale))
        {
            if (modes.Length > 0 && modes.All(m => m.Loops.Find(scale) is null)) { throw NoLoop(item, scale, modes); }
        }
        foreach (var mode in modes) { mode.Log.Reserve(item); }
        _items.Add(item);
        return this;
    }

    /// <summary>Logs a number of each trial, in all modes.</summary>
    /// <param name="name">The column.</param>
    /// <param name="value">Gives the value, once after each trial.</param>
    /// <param name="aggregate">How the values of trials become that of the epoch.</param>
    /// <param name="plot">How a plot shows it.</param>
    /// <exception cref="EmergentException">The name is taken.</exception>
    public SimulationLog Value(string name, Func<double> value, Statistic aggregate = Statistic.Mean, PlotSettings? plot = null) =>
        Add(LogItem.Number(name, value) with { Aggregate = aggregate, Plot = plot });

    /// <summary>Logs a text of each trial, in all modes.</summary>
    /// <exception cref="EmergentException">The name is taken.</exception>
    public SimulationLog Text(string name, Func<string> value) => Add(LogItem.Text(name, value));

    /// <summary>Says something of a table, such as how plots show it (<c>Type</c>, <c>LegendCol</c>, <c>precision</c>).</summary>
    /// <exception cref="EmergentException">There will be no such log.</exception>
    public SimulationLog MetaData(RunMode mode, TimeScale scale, string key, string value)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(key);
        ArgumentNullException.ThrowIfNull(value);
        if (_plan.Find(mode)?.Loops.Find(scale) is null) { throw new EmergentException($"There will be no log of {mode} over {scale}, of which '{key}' could be said. Plan its loops first: plan.Train or plan.Test."); }
        _metaData.Add((mode, scale, key, value));
        return this;
    }

    /// <summary>Statistics over the runs that have ended; see <see cref="Networks.RunStatistics"/>.</summary>
    /// <param name="columns">The columns of the log of runs; when none is named, those that tell how well and how fast was learned.</param>
    /// <exception cref="EmergentException">There is no such column, or it holds no numbers.</exception>
    public Table RunStatistics(params ReadOnlySpan<string> columns) => Networks.RunStatistics.Of(this[RunMode.Train, TimeScale.Run], "Params", columns);

    internal void CopyMetaData(RunMode mode, TimeScale scale, Table table)
    {
        foreach (var said in _metaData) { if (said.Mode == mode && said.Scale == scale) { table.MetaData[said.Key] = said.Value; } }
    }

    /// <summary>Makes the tables.</summary>
    internal void Complete()
    {
        foreach (var item in _items)
        {
            if (!_plan.Modes.Any(m => item.IsIn(m.Mode) && m.Loops.Find(item.Scale) is not null)) { throw NoLoop(item, item.Scale, _plan.Modes); }
        }
        _isComplete = true;
        foreach (var mode in _plan.Modes) { mode.Log.Complete(_items); }
    }

    private void RequireLoops(LogItem item, RunMode name)
    {
        var mode = _plan.Find(name);
        if (mode is null || mode.Loops.Loops.Count == 0)
        {
            throw new EmergentException($"Log item '{item.Name}' is of mode {name}, which has no loops yet. Plan it first: {(name == RunMode.Train ? "plan.Train(environment)" : name.TestCode)}.");
        }
        if (mode.Loops.Find(item.Scale) is null) { throw NoLoop(item, item.Scale, [mode]); }
    }

    private static EmergentException NoLoop(LogItem item, TimeScale scale, IEnumerable<PlannedMode> modes) =>
        new($"Log item '{item.Name}' is of {scale}, but there is no loop over {scale}. "
            + string.Join("; ", modes.Where(m => m.Loops.Loops.Count > 0).Select(m => $"{m.Mode} loops over {string.Join(", ", m.Loops.Loops.Select(l => l.Scale))}")) + ". "
            + (scale == TimeScale.Cycle ? $"One over cycles is made by plan.CycleByCycle({modes.First().Mode.Code})." : $"Give the item the time scale of one: Scale = TimeScale.Trial."));
}
