namespace Emergent.Networks;

/// <summary>Something that is logged: a value of each trial, and what becomes of it over an epoch.</summary>
/// <param name="trialColumn">The column of trial logs; null for none.</param>
/// <param name="epochColumn">The column of epoch logs; null for none.</param>
/// <param name="aggregate">How the values of trials become that of the epoch.</param>
/// <param name="value">The value of the last trial.</param>
internal sealed class LogItem(string? trialColumn, string? epochColumn, Aggregate aggregate, Func<double> value)
{
    private double _sum, _min, _max;
    private int _count;

    public string? TrialColumn { get; } = trialColumn;

    public string? EpochColumn { get; } = epochColumn;

    /// <summary>The value of the last trial.</summary>
    public double Last { get; private set; }

    /// <summary>The value of the epoch so far.</summary>
    public double OfEpoch => _count == 0 ? 0 : aggregate switch
    {
        Aggregate.Sum => _sum,
        Aggregate.Min => _min,
        Aggregate.Max => _max,
        Aggregate.Last => Last,
        _ => _sum / _count,
    };

    public void Reset() => (_sum, _min, _max, _count) = (0, double.PositiveInfinity, double.NegativeInfinity, 0);

    public void Add()
    {
        Last = value();
        _sum += Last;
        _min = Math.Min(_min, Last);
        _max = Math.Max(_max, Last);
        _count++;
    }
}
