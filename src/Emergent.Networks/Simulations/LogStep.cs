using Emergent.Data;

namespace Emergent.Networks;

/// <summary>One column that an item has in the logs of a mode.</summary>
/// <param name="Scale">The time scale.</param>
/// <param name="Column">The column.</param>
/// <param name="Statistic">What makes it of the column of the step before; null where it has a value of its own.</param>
/// <param name="LastRows">Of how many rows, the last of them; 0 for all.</param>
/// <param name="Value">Its own value, where it is not that of the item.</param>
internal readonly record struct LogStep(TimeScale Scale, string Column, Statistic? Statistic, int LastRows, Func<double>? Value)
{
    /// <summary>The columns of an item, from its own scale to the longest.</summary>
    /// <param name="item">The item, which is in this mode.</param>
    /// <param name="loops">The loops of the mode.</param>
    /// <param name="lastEpochs">Of how many epochs a run has the statistic.</param>
    /// <exception cref="EmergentException">A statistic has no values to be made of.</exception>
    public static List<LogStep> Of(LogItem item, LoopStack loops, int lastEpochs)
    {
        var steps = new List<LogStep>();
        if (loops.Find(item.Scale) is null) { return steps; }
        steps.Add(new(item.Scale, item.Name, null, 0, null));
        foreach (var scale in loops.Loops.Select(l => l.Scale).Where(s => s > item.Scale).Order())
        {
            var (before, stage) = (steps[^1], item.StageAt(scale));
            var statistic = item.StatisticAt(scale, isNext: before.Scale == item.Scale);
            if (stage?.Value is null && statistic is null)
            {
                if (item.NamedScales.Any(s => s > scale && loops.Find(s) is not null && item.StageAt(s)!.Value is null))
                {
                    throw new EmergentException($"Log item '{item.Name}' is to have a statistic of its values at {scale} in {loops.Mode}, and has none there. Say what it is there too: item.At(TimeScale.{scale}, Statistic.Mean).");
                }
                continue;
            }
            var lastRows = stage is not null ? stage.LastRows : scale == TimeScale.Run ? lastEpochs : 0;
            steps.Add(new(scale, stage?.Column ?? before.Column, statistic, lastRows, stage?.Value));
        }
        return steps;
    }
}
