using Emergent.Data;

namespace Emergent.Networks;

/// <summary>What is logged in one mode: a table for each of its loops that has something to say.</summary>
internal sealed class ModeLog(PlannedMode mode, SimulationPlan plan)
{
    private readonly List<LogRows> _rows = [];   // the shortest time scale first
    private readonly HashSet<(TimeScale, string)> _columns = [];
    private TimeScale _scoreScale;

    /// <summary>The errors of the present epoch, where a layer is scored.</summary>
    public ErrorScore? Score { get; set; }

    public IEnumerable<LogTable> Tables => _rows.Select(r => r.Log);

    public RunMode Mode => mode.Mode;

    private LoopStack Loops => mode.Loops;

    // By index: a lambda would be allocated at each trial.
    public LogRows? Of(TimeScale scale)
    {
        for (var i = 0; i < _rows.Count; i++) { if (_rows[i].Log.Scale == scale) { return _rows[i]; } }
        return null;
    }

    /// <summary>Takes note of the columns of an item.</summary>
    /// <exception cref="EmergentException">One is there already.</exception>
    public void Reserve(LogItem item)
    {
        var steps = LogStep.Of(item, Loops, 0);
        foreach (var step in steps)
        {
            if (_columns.Contains((step.Scale, step.Column)) || SimulationLog.OwnColumns.Contains(step.Column))
            {
                throw new EmergentException($"The log already has a column '{step.Column}'. Give the new one another name.");
            }
        }
        foreach (var step in steps) { _columns.Add((step.Scale, step.Column)); }
    }

    /// <summary>Makes the tables, and what fills them; what the plan did not provide for is added to the loops.</summary>
    public void Complete(IReadOnlyList<LogItem> items)
    {
        _scoreScale = Loops.Loops.Where(l => l.Scale is > TimeScale.Trial and <= TimeScale.Epoch).Select(l => l.Scale).DefaultIfEmpty(TimeScale.Epoch).Max();
        var plans = items.Where(i => i.IsIn(Mode)).Select(i => (Item: i, Steps: LogStep.Of(i, Loops, plan.Log.LastEpochs))).ToList();
        var logged = plans.SelectMany(p => p.Steps).Select(s => s.Scale).ToHashSet();
        foreach (var loop in Loops.Loops.Reverse())
        {
            if (loop.Scale is TimeScale.Trial or TimeScale.Epoch or TimeScale.Run || logged.Contains(loop.Scale)) { AddRows(loop.Scale); }
        }
        foreach (var (item, steps) in plans) { AddCells(item, steps); }
        foreach (var rows in _rows) { plan.Log.CopyMetaData(Mode, rows.Log.Scale, rows.Table); }   // what the model says of a table counts for more than what its items say
        AddFunctions();
    }

    /// <summary>Begins a pass of a loop.</summary>
    public void Begin(TimeScale scale)
    {
        var within = Loops.IndexOf(scale) + 1;
        if (within < Loops.Loops.Count) { Of(Loops.Loops[within].Scale)?.Begin(); }
        if (scale == _scoreScale) { Score?.Reset(); }
    }

    /// <summary>Ends a pass of a loop.</summary>
    public void End(TimeScale scale)
    {
        if (scale == TimeScale.Trial && Score is { } score) { score.Add(plan.Log.Scored!); }
        Of(scale)?.WriteRow();
    }

    private void AddRows(TimeScale scale)
    {
        var rows = new LogRows(new(Mode, scale, $"{Mode}{scale}"));
        _rows.Add(rows);
        var isOfTraining = Loops.Find(TimeScale.Run) is null;   // loops that have no runs of their own belong to one of training
        if (isOfTraining) { AddCount(rows, "Run", () => plan.Last.Run); }
        if (isOfTraining && scale <= TimeScale.Epoch) { AddCount(rows, "Epoch", () => plan.Last.Epoch); }
        foreach (var loop in Loops.Loops)
        {
            if (loop.Scale < scale || (isOfTraining && loop.Scale == TimeScale.Epoch)) { continue; }
            AddCount(rows, loop.Scale.ToString(), () => loop.Current);
            if (loop.Scale == TimeScale.Trial && mode.Stepper is { } stepper) { rows.Add(new TextCell(rows.Table.AddColumn<string>("TrialName"), () => stepper.Environment.TrialName)); }
        }
        if (scale == TimeScale.Run && mode.Learns) { AddLearning(rows); }
        rows.Table.MetaData["XAxisCol"] = scale.ToString();
    }

    private void AddLearning(LogRows rows)
    {
        rows.Add(new TextCell(rows.Table.AddColumn<string>("Params"), () => plan.StyleNames));
        AddCount(rows, "Epochs", () => Of(TimeScale.Epoch) is { } epochs ? epochs.Last(0).GetOffsetAndLength(epochs.Table.RowCount).Length : 0);
        AddCount(rows, "FirstZero", () => plan.Learning.FirstZero);
        AddCount(rows, "LastZero", () => plan.Learning.LastZero);
        AddCount(rows, "NZero", () => plan.Learning.ZerosInARow);
        new PlotSettings { IsOn = plan.Log.HasErrors, Min = 0 }.WriteTo(rows.Table.MetaData, "FirstZero");
    }

    private void AddCells(LogItem item, List<LogStep> steps)
    {
        (LogRows Rows, Column Column)? before = null;
        foreach (var step in steps)
        {
            var rows = Of(step.Scale)!;
            var column = rows.Table.AddColumn(item.ElementType, step.Column, item.CellShape);
            column.DimensionNames = item.DimensionNames;
            item.Plot?.WriteTo(rows.Table.MetaData, step.Column);
            rows.Add(column switch
            {
                Column<double> numbers when step.Value is { } value => new NumberCell(numbers, value),
                Column<double> numbers when before is null => new NumberCell(numbers, item.NumberOf!(this)),
                Column<double> numbers => new StatisticCell(numbers, before.Value.Rows, (Column<double>)before.Value.Column, step.Statistic!.Value, step.LastRows),
                Column<float> tensors when before is null => new TensorCell(tensors, item.FillOf!),
                Column<float> tensors => new TensorStatisticCell(tensors, before.Value.Rows, (Column<float>)before.Value.Column, step.Statistic!.Value, step.LastRows),
                Column<string> texts when before is null => new TextCell(texts, item.TextOf!),
                _ => new TextStatisticCell((Column<string>)column, before!.Value.Rows, (Column<string>)before.Value.Column, step.Statistic == Statistic.First, step.LastRows),
            });
            before = (rows, column);
        }
    }

    private void AddFunctions()
    {
        foreach (var loop in Loops.Loops)
        {
            var (scale, within) = (loop.Scale, Loops.IndexOf(loop.Scale) + 1);
            if (Of(scale) is not null && !loop.OnEnd.Contains(SimulationPlan.LogName(scale))) { loop.OnEnd.Add(SimulationPlan.LogName(scale), () => End(scale)); }
            var isBegun = loop.OnStart.Contains(SimulationPlan.ResetOfRun) || loop.OnStart.Contains(SimulationPlan.ResetOfEpoch);
            if (!isBegun && within < Loops.Loops.Count && Of(Loops.Loops[within].Scale) is not null)
            {
                loop.OnStart.Prepend(new LoopFunction($"Reset the log of {Loops.Loops[within].Scale}", () => Begin(scale)));
            }
        }
    }

    private static void AddCount(LogRows rows, string column, Func<int> value) => rows.Add(new CountCell(rows.Table.AddColumn<int>(column), value));
}
