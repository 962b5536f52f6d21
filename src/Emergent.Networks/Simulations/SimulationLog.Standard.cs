using Emergent.Data;

namespace Emergent.Networks;

// The items that most simulations log. Source: emergent elog, stditems.go.
public sealed partial class SimulationLog
{
    private static readonly PlotSettings Share = new() { Min = 0, Max = 1 }, FromZero = new() { Min = 0 };

    /// <summary>The layer whose errors are logged, if one is.</summary>
    internal IScored? Scored { get; private set; }

    /// <summary>Logs how far an output layer is from its target: SSE, AvgSSE, PctErr, PctCor and CosDiff.</summary>
    /// <param name="layer">The layer, which decides what an epoch without error is.</param>
    /// <param name="tolerance">Differences of a unit smaller than this count as none.</param>
    /// <param name="epochSSE">What of its trials' SSE an epoch has: the sum, or the mean, as in the textbook's simulations.</param>
    /// <exception cref="EmergentException">There is no such layer, it cannot be scored, or another is.</exception>
    public SimulationLog ErrorStatistics(string layer, float tolerance = 0.5f, Statistic epochSSE = Statistic.Sum)
    {
        if (Scored is not null) { throw new EmergentException($"The errors of '{Scored}' are logged already. Log those of '{layer}' as values: log.Value(\"{layer}_SSE\", () => …)."); }
        return ErrorStatistics(ScoredLayer(layer), tolerance, epochSSE);
    }

    /// <summary>Logs the errors of a model that counts them otherwise than by the difference of a layer from its target, with the same columns.</summary>
    /// <param name="scored">What says how far the last trial was from right; it decides what an epoch without error is.</param>
    /// <param name="tolerance">What it is asked with.</param>
    /// <param name="epochSSE">What of its trials' SSE an epoch has: the sum, or the mean.</param>
    /// <exception cref="EmergentException">The errors of a layer, or others, are logged already.</exception>
    public SimulationLog ErrorStatistics(IScored scored, float tolerance = 0.5f, Statistic epochSSE = Statistic.Sum)
    {
        ArgumentNullException.ThrowIfNull(scored);
        if (Scored is not null) { throw new EmergentException($"The errors of '{Scored}' are logged already, and '{scored}' cannot be scored too. Log the others as values: log.Value(\"SSE2\", () => …)."); }
        _ = new ErrorScore(tolerance);   // which says here, not in the first epoch, what is wrong with it
        Add(OfScore("SSE", tolerance, s => s.Last.SumSquared) with { Aggregate = epochSSE, Plot = FromZero });
        Add(OfScore("AvgSSE", tolerance, s => s.Last.AverageSquared) with { Plot = FromZero });
        Add((OfScore("Err", tolerance, s => s.Last.IsError ? 1 : 0) with { Plot = Share with { IsOn = true } }).At(TimeScale.Epoch, Statistic.Mean, "PctErr"));
        Add(OfScore("PctCor", tolerance, s => s.PercentCorrect) with { Scale = TimeScale.Epoch, Plot = Share });
        Add(OfScore("CosDiff", tolerance, s => s.Last.Agreement) with { Plot = Share });
        Scored = scored;
        return this;
    }

    /// <summary>Logs the average activity of layers, as their algorithm keeps it over trials: <c>Hidden1_ActAvg</c>.</summary>
    /// <exception cref="EmergentException">There is no such layer, or it cannot say.</exception>
    public SimulationLog ActivityOf(params ReadOnlySpan<string> layers)
    {
        foreach (var name in layers)
        {
            var layer = ScoredLayer(name);
            Value($"{name}_ActAvg", () => layer.AverageActivity, plot: FromZero);
        }
        return this;
    }

    /// <summary>Logs in training what another mode last logged in the same run: <c>TestPctErr</c>, NaN until there is something.</summary>
    /// <param name="mode">The other mode.</param>
    /// <param name="scale">Of which of its logs; training has it at its epochs, and at the end of a run the last.</param>
    /// <param name="columns">The columns, which are numbers.</param>
    /// <exception cref="EmergentException">There is no such column yet: log it first.</exception>
    /// <exception cref="ArgumentException">No column is named.</exception>
    public SimulationLog CopyFrom(RunMode mode, TimeScale scale, params ReadOnlySpan<string> columns)
    {
        ArgumentNullException.ThrowIfNull(mode);
        return CopyFrom(mode, scale, columns, mode.Name);
    }

    /// <summary>Logs in training what another mode last logged in the same run, under names that begin with a prefix of one's own; see <see cref="CopyFrom(RunMode, TimeScale, ReadOnlySpan{string})"/>.</summary>
    /// <param name="mode">The other mode.</param>
    /// <param name="scale">Of which of its logs.</param>
    /// <param name="columns">The columns, which are numbers.</param>
    /// <param name="prefix">What the names begin with.</param>
    /// <exception cref="EmergentException">There is no such column yet: log it first.</exception>
    /// <exception cref="ArgumentException">No column is named.</exception>
    public SimulationLog CopyFrom(RunMode mode, TimeScale scale, ReadOnlySpan<string> columns, string prefix)
    {
        ArgumentNullException.ThrowIfNull(mode);
        ArgumentNullException.ThrowIfNull(prefix);
        if (columns.IsEmpty)
        {
            throw new ArgumentException($"No column of the log of {mode} over {scale} was named to copy. Name at least one: CopyFrom({mode.Code}, TimeScale.{scale}, \"PctErr\").", nameof(columns));
        }
        var known = _items.Where(i => i.IsIn(mode) && i.ElementType == typeof(double)).SelectMany(i => LogStep.Of(i, _plan.PlannedModeOf(mode).Loops, 0)).Where(s => s.Scale == scale).Select(s => s.Column).ToList();
        foreach (var column in columns)
        {
            if (!known.Contains(column)) { throw new EmergentException($"The log of {mode} over {scale} has no numbers '{column}' yet. {Names.DidYouMean(column, known)}"); }
        }
        foreach (var column in columns)
        {
            var name = column;
            var plot = _items.Find(i => i.IsIn(mode) && i.Name == name)?.Plot;
            Add((LogItem.Number($"{prefix}{name}", () => LastOf(mode, scale, name)) with { Scale = TimeScale.Epoch, Modes = [RunMode.Train], Plot = plot }).At(TimeScale.Run, () => LastOf(mode, scale, name)));
        }
        return this;
    }

    /// <summary>Logs the time that a trial of training took, in milliseconds: last, where those who compare files can leave it out.</summary>
    internal void AddTrialTime(Func<double> milliseconds) =>
        Add((LogItem.Number("PerTrlMSec", milliseconds) with { Scale = TimeScale.Epoch, Modes = [RunMode.Train] }).At(TimeScale.Run, Statistic.Mean));

    internal IScored ScoredLayer(string name) => _network[name] as IScored
        ?? throw new EmergentException($"Layer '{name}' ({_network[name].TypeName}) cannot say what its error or activity is: its type does not implement IScored.");

    private static LogItem OfScore(string name, float tolerance, Func<ErrorScore, double> value) => LogItem.Number(name, log =>
    {
        var score = log.Score ??= new ErrorScore(tolerance);
        return () => value(score);
    });

    private double LastOf(RunMode mode, TimeScale scale, string column)
    {
        var table = this[mode, scale];
        var last = table.RowCount - 1;
        return last >= 0 && table.Column<int>("Run")[last] == _plan.Last.Run ? table.Column<double>(column)[last] : double.NaN;
    }
}
