using System.Diagnostics.CodeAnalysis;
using Emergent.Data;

namespace Emergent.Networks;

/// <summary>Something that is logged: its value at one time scale, and what becomes of it over the longer ones.</summary>
/// <remarks>
/// <para>The value is asked for once, at the end of each pass of the loop over <see cref="Scale"/>. <see cref="Aggregate"/> makes the values of all
/// passes one value of the next longer scale; beyond that, their mean is taken. A run has the statistic of its last epochs
/// (<see cref="SimulationLog.LastEpochs"/>). <see cref="At(TimeScale, Statistic, string?, int)"/> says otherwise for single scales.</para>
/// <para>An item is immutable; change it with <c>with</c> and <c>At</c> before it is added. Source: emergent elog, Item.</para>
/// </remarks>
public sealed record LogItem
{
    private readonly List<LogStage> _stages = [];

    private LogItem(string name, Type elementType, Shape cellShape)
    {
        RequireColumnName(name, name);
        (Name, ElementType, CellShape) = (name, elementType, cellShape);
    }

    // What with makes has a list of its own.
    private LogItem(LogItem other)
    {
        (Name, ElementType, CellShape, NumberOf, TextOf, FillOf) = (other.Name, other.ElementType, other.CellShape, other.NumberOf, other.TextOf, other.FillOf);
        (Scale, Modes, Aggregate, Plot, DimensionNames) = (other.Scale, other.Modes, other.Aggregate, other.Plot, other.DimensionNames);
        _stages = [.. other._stages];
    }

    /// <summary>The column, and the name that errors bear.</summary>
    public string Name { get; }

    /// <summary>The type of the column's elements: double, string, or float for tensors.</summary>
    public Type ElementType { get; }

    /// <summary>The shape of each cell.</summary>
    public Shape CellShape { get; }

    /// <summary>At the end of which loop's passes the value is asked for.</summary>
    public TimeScale Scale { get; init; } = TimeScale.Trial;

    /// <summary>The modes in which it is logged; none for all that the simulation has.</summary>
    public IReadOnlyList<RunMode> Modes { get; init; } = [];

    /// <summary>How the values of <see cref="Scale"/> become that of the next longer scale; null for not at all. Tensors are treated element by element.</summary>
    public Statistic? Aggregate { get; init; }

    /// <summary>How a plot shows it; null for no word on that.</summary>
    public PlotSettings? Plot { get; init; }

    /// <summary>What each dimension of a tensor stands for, outermost first; null where that need not be said.</summary>
    public IReadOnlyList<string>? DimensionNames { get; init; }

    internal Func<ModeLog, Func<double>>? NumberOf { get; private init; }

    internal Func<string>? TextOf { get; private init; }

    internal Action<Span<float>>? FillOf { get; private init; }

    /// <summary>A number, of which longer scales have the mean.</summary>
    public static LogItem Number(string name, Func<double> value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return Number(name, _ => value);
    }

    /// <summary>A text, which longer scales do not have.</summary>
    public static LogItem Text(string name, Func<string> value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new(name, typeof(string), Shape.Scalar) { TextOf = value };
    }

    /// <summary>A tensor, which longer scales do not have unless <see cref="Aggregate"/> says so.</summary>
    /// <param name="name">The column.</param>
    /// <param name="shape">The shape of each cell.</param>
    /// <param name="fill">Fills a cell, row-major; it holds zeros.</param>
    public static LogItem Tensor(string name, Shape shape, Action<Span<float>> fill)
    {
        ArgumentNullException.ThrowIfNull(shape);
        ArgumentNullException.ThrowIfNull(fill);
        if (shape.Rank == 0 || shape.Length == 0) { throw new ArgumentException($"Log item '{name}' has cells of shape {shape}, which hold no tensor. Give it a shape such as [5, 5], or make it a number.", nameof(shape)); }
        return new(name, typeof(float), shape) { FillOf = fill };
    }

    /// <summary>The same item with another statistic, column or number of rows at a longer scale than its own.</summary>
    /// <param name="scale">The scale.</param>
    /// <param name="statistic">How the values of the next shorter scale become that of this one.</param>
    /// <param name="column">The column there and beyond; that of the shorter scale if left out.</param>
    /// <param name="lastRows">Of how many passes, the last of them; 0 for all.</param>
    /// <exception cref="EmergentException">The scale is not a longer one, or text has no such statistic.</exception>
    public LogItem At(TimeScale scale, Statistic statistic, string? column = null, int lastRows = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(lastRows);
        CheckStatistic(statistic);
        return With(new(scale, column, statistic, lastRows, null));
    }

    /// <summary>The same item with a value of its own at a longer scale.</summary>
    /// <exception cref="EmergentException">The scale is not a longer one, or the item is no number.</exception>
    public LogItem At(TimeScale scale, Func<double> value, string? column = null)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (NumberOf is null) { throw new EmergentException($"Log item '{Name}' is no number; give it no number at {scale}."); }
        return With(new(scale, column, null, 0, value));
    }

    /// <summary>The name of the item.</summary>
    public override string ToString() => Name;

    internal static LogItem Number(string name, Func<ModeLog, Func<double>> value) => new(name, typeof(double), Shape.Scalar) { NumberOf = value, Aggregate = Statistic.Mean };

    internal bool IsIn(RunMode mode) => Modes.Count == 0 || Modes.Contains(mode);

    /// <summary>What is said of a longer scale in particular, if anything is.</summary>
    internal LogStage? StageAt(TimeScale scale) => _stages.Find(s => s.Scale == scale);

    /// <summary>The longer scales of which something is said.</summary>
    internal IEnumerable<TimeScale> NamedScales => _stages.Select(s => s.Scale);

    /// <summary>The statistic that makes the values of a shorter scale that of the next: null where there is none.</summary>
    /// <param name="scale">The longer scale.</param>
    /// <param name="isNext">Whether the shorter one is the item's own.</param>
    internal Statistic? StatisticAt(TimeScale scale, bool isNext) => StageAt(scale) is { } stage ? stage.Statistic : Aggregate is null ? null : isNext ? Aggregate : Statistic.Mean;

    /// <summary>Refuses what can be seen to be wrong without knowing the loops.</summary>
    internal void Check()
    {
        if (Aggregate is { } aggregate) { CheckStatistic(aggregate); }
        Plot?.Check(Name);
        if (DimensionNames is { } names && names.Count != CellShape.Rank) { throw new EmergentException($"Log item '{Name}' has cells of shape {CellShape}, {CellShape.Rank} dimensions; {names.Count} names were given."); }
        foreach (var stage in _stages) { RequireLonger(stage.Scale); }   // the scale may have changed since
    }

    private LogItem With(LogStage stage)
    {
        RequireLonger(stage.Scale);
        if (stage.Column is { } column) { RequireColumnName(column, Name); }
        var item = new LogItem(this);
        item._stages.RemoveAll(s => s.Scale == stage.Scale);
        item._stages.Add(stage);
        return item;
    }

    private void RequireLonger(TimeScale scale)
    {
        if (scale <= Scale) { throw new EmergentException($"Log item '{Name}' has its value at {Scale}; what is said of {scale} must be of a longer time scale."); }
    }

    private void CheckStatistic(Statistic statistic)
    {
        if (TextOf is not null && statistic is not (Statistic.First or Statistic.Last))
        {
            throw new EmergentException($"Log item '{Name}' is text, and text has no {statistic}. Take {Statistic.First} or {Statistic.Last}, or log a number.");
        }
    }

    private static void RequireColumnName([NotNull] string? column, string? item)
    {
        if (string.IsNullOrWhiteSpace(column)) { throw new ArgumentException($"Log item '{item}' needs a name for its column; it is empty.", nameof(column)); }
        if (column.AsSpan().IndexOfAny("[<\r\n\t") >= 0 || column.Trim().Length < column.Length)
        {
            throw new EmergentException($"Log item '{column}' cannot be a column of a file. Choose a name without '[', '<', tabs, line ends or spaces around it.");
        }
    }
}

/// <summary>What is said of an item at one of the longer time scales.</summary>
internal sealed record LogStage(TimeScale Scale, string? Column, Statistic? Statistic, int LastRows, Func<double>? Value);
