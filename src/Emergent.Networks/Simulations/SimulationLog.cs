using Emergent.Data;

namespace Emergent.Networks;

/// <summary>What a simulation logs of each trial, epoch and run, in training and in tests.</summary>
/// <remarks>Columns have emergent's names. Source: emergent elog, and the example ra25.</remarks>
public sealed class SimulationLog
{
    private readonly Network _network;
    private readonly ModeLog[] _modes = [new(RunMode.Train), new(RunMode.Test)];
    private IScored? _scored;

    internal SimulationLog(Network network) => _network = network;

    /// <summary>All tables: training before tests, and trials before epochs before runs.</summary>
    public IReadOnlyList<LogTable> Tables => [.. _modes.SelectMany(m => m.Tables)];

    /// <summary>The table of one mode over one time scale.</summary>
    /// <exception cref="EmergentException">There is no such log.</exception>
    public Table this[RunMode mode, TimeScale scale] => Tables.FirstOrDefault(t => t.Mode == mode && t.Scale == scale)?.Table
        ?? throw new EmergentException($"There is no log of {mode} over {scale}; there are Train over Trial, Epoch and Run, and Test over Trial and Epoch.");

    /// <summary>Whether the errors of a layer are logged, so that it is known which epochs were without.</summary>
    internal bool HasErrors => _scored is not null;

    /// <summary>Logs how far an output layer is from its target: SSE, AvgSSE, PctErr, PctCor and CosDiff.</summary>
    /// <param name="layer">The layer, which decides what an epoch without error is.</param>
    /// <param name="tolerance">Differences of a unit smaller than this count as none.</param>
    /// <exception cref="EmergentException">There is no such layer, it cannot be scored, or another is.</exception>
    public SimulationLog ErrorStatistics(string layer, float tolerance = 0.5f)
    {
        if (_scored is not null) { throw new EmergentException($"The errors of '{_scored}' are logged already. Log those of '{layer}' as values: log.Value(\"{layer}_SSE\", () => …)."); }
        _scored = ScoredLayer(layer);
        foreach (var mode in _modes)
        {
            var score = mode.Score = new ErrorScore(tolerance);
            mode.Add(new("SSE", "SSE", Aggregate.Sum, () => score.Last.SumSquared));
            mode.Add(new("AvgSSE", "AvgSSE", Aggregate.Mean, () => score.Last.AverageSquared));
            mode.Add(new("Err", "PctErr", Aggregate.Mean, () => score.Last.IsError ? 1 : 0));
            mode.Add(new(null, "PctCor", Aggregate.Mean, () => score.Last.IsError ? 0 : 1));
            mode.Add(new("CosDiff", "CosDiff", Aggregate.Mean, () => score.Last.Agreement));
        }
        return this;
    }

    /// <summary>Logs the average activity of layers: <c>Hidden1_ActAvg</c>.</summary>
    /// <exception cref="EmergentException">There is no such layer, or it cannot say.</exception>
    public SimulationLog ActivityOf(params ReadOnlySpan<string> layers)
    {
        foreach (var name in layers)
        {
            var layer = ScoredLayer(name);
            Value($"{name}_ActAvg", () => layer.AverageActivity);
        }
        return this;
    }

    /// <summary>Logs a value of each trial, in training and in tests.</summary>
    /// <param name="name">The column.</param>
    /// <param name="value">Gives the value, once after each trial.</param>
    /// <param name="aggregate">How the values of trials become that of the epoch.</param>
    /// <exception cref="EmergentException">The name is taken.</exception>
    public SimulationLog Value(string name, Func<double> value, Aggregate aggregate = Aggregate.Mean)
    {
        ArgumentNullException.ThrowIfNull(value);
        foreach (var mode in _modes) { mode.Add(new(name, name, aggregate, value)); }
        return this;
    }

    internal ModeLog Of(RunMode mode) => _modes[(int)mode];

    internal void MakeColumns()
    {
        foreach (var mode in _modes) { mode.MakeColumns(); }
    }

    internal void EndTrial(RunMode mode, int run, int epoch, int trial, string name)
    {
        var log = Of(mode);
        if (_scored is not null) { log.Score!.Add(_scored); }
        log.EndTrial(run, epoch, trial, name);
    }

    private IScored ScoredLayer(string name) => _network[name] as IScored
        ?? throw new EmergentException($"Layer '{name}' ({_network[name].TypeName}) cannot say what its error or activity is: its type does not implement IScored.");
}
