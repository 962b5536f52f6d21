using Emergent.Data;

namespace Emergent.Networks;

/// <summary>What is logged in one mode: the items, and the tables of trials, epochs and, in training, runs.</summary>
internal sealed class ModeLog
{
    private const int LastEpochs = 5;   // a run's statistics are means over its last epochs, as in the reference's ra25

    private readonly List<LogItem> _items = [];
    private Column<double>?[] _trialCells = [], _epochCells = [], _runCells = [];
    private Column<int> _trialRun = null!, _trialEpoch = null!, _trial = null!, _epochRun = null!, _epoch = null!;
    private Column<string> _trialName = null!;
    private int _runStart;

    public ModeLog(RunMode mode)
    {
        (Trials, Epochs) = (new(mode, TimeScale.Trial, $"{mode}Trial"), new(mode, TimeScale.Epoch, $"{mode}Epoch"));
        if (mode == RunMode.Train) { Runs = new(mode, TimeScale.Run, "TrainRun"); }
    }

    public LogTable Trials { get; }

    public LogTable Epochs { get; }

    public LogTable? Runs { get; }

    public ErrorScore? Score { get; set; }

    public IEnumerable<LogTable> Tables => Runs is null ? [Trials, Epochs] : [Trials, Epochs, Runs];

    public void Add(LogItem item)
    {
        foreach (var other in _items)
        {
            if ((item.TrialColumn ?? item.EpochColumn) == (other.TrialColumn ?? other.EpochColumn))
            {
                throw new EmergentException($"The log already has a column '{item.TrialColumn ?? item.EpochColumn}'. Give the new one another name.");
            }
        }
        _items.Add(item);
    }

    /// <summary>Makes the columns; what comes from a clock stands last, where those who compare files can leave it out.</summary>
    public void MakeColumns()
    {
        var table = Trials.Table;
        (_trialRun, _trialEpoch, _trial, _trialName) = (table.AddColumn<int>("Run"), table.AddColumn<int>("Epoch"), table.AddColumn<int>("Trial"), table.AddColumn<string>("TrialName"));
        _trialCells = [.. _items.Select(i => i.TrialColumn is { } name ? table.AddColumn<double>(name) : null)];
        table = Epochs.Table;
        (_epochRun, _epoch) = (table.AddColumn<int>("Run"), table.AddColumn<int>("Epoch"));
        _epochCells = [.. _items.Select(i => i.EpochColumn is { } name ? table.AddColumn<double>(name) : null)];
        if (Runs is null) { return; }
        table.AddColumn<double>("PerTrlMSec");
        Runs.Table.AddColumn<int>("Run");
        Runs.Table.AddColumn<string>("Params");
        Runs.Table.AddColumn<int>("Epochs");
        Runs.Table.AddColumn<int>("FirstZero");
        _runCells = [.. _items.Select(i => i.EpochColumn is { } name ? Runs.Table.AddColumn<double>(name) : null)];
        Runs.Table.AddColumn<double>("PerTrlMSec");
    }

    public void BeginRun() => _runStart = Epochs.Table.RowCount;

    public void BeginEpoch()
    {
        Trials.Table.Clear();
        Score?.Reset();
        foreach (var item in _items) { item.Reset(); }
    }

    public void EndTrial(int run, int epoch, int trial, string name)
    {
        for (var i = 0; i < _items.Count; i++) { _items[i].Add(); }
        var row = Trials.Table.RowCount;
        Trials.Table.AddRows(1);
        (_trialRun[row], _trialEpoch[row], _trial[row], _trialName[row]) = (run, epoch, trial, name);
        for (var i = 0; i < _items.Count; i++) { if (_trialCells[i] is { } cell) { cell[row] = _items[i].Last; } }
        Trials.Complete();
    }

    public void EndEpoch(int run, int epoch, double milliseconds = 0)
    {
        var row = Epochs.Table.RowCount;
        Epochs.Table.AddRows(1);
        (_epochRun[row], _epoch[row]) = (run, epoch);
        for (var i = 0; i < _items.Count; i++) { if (_epochCells[i] is { } cell) { cell[row] = _items[i].OfEpoch; } }
        if (Runs is not null) { Epochs.Table.Column<double>("PerTrlMSec")[row] = milliseconds; }
        Epochs.Complete();
    }

    public void EndRun(int run, string styles, int firstZero)
    {
        var (row, end) = (Runs!.Table.RowCount, Epochs.Table.RowCount);
        var first = Math.Max(_runStart, end - LastEpochs);
        var filled = Runs.Table.AddRow();
        filled.Set("Run", run);
        filled.Set("Params", styles);
        filled.Set("Epochs", end - _runStart);
        filled.Set("FirstZero", firstZero);
        for (var i = 0; i < _items.Count; i++) { if (_runCells[i] is { } cell) { cell[row] = Mean(_epochCells[i]!, first, end); } }
        filled.Set("PerTrlMSec", Mean(Epochs.Table.Column<double>("PerTrlMSec"), _runStart, end));
        Runs.Complete();
    }

    private static double Mean(Column<double> column, int first, int end)
    {
        var sum = 0.0;
        for (var row = first; row < end; row++) { sum += column[row]; }
        return end > first ? sum / (end - first) : 0;
    }
}
