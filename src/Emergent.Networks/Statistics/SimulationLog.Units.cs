using Emergent.Data;

namespace Emergent.Networks;

// What is logged of the units of layers. Source: emergent elog and estats.
public sealed partial class SimulationLog
{
    /// <summary>Logs a variable of a layer's units as tensors: <c>Hidden1_Act</c>.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="variable">The unit variable.</param>
    /// <param name="maximum">Of a larger layer so many units, spread evenly; 0 for all units.</param>
    /// <param name="scale">At the end of what: of trials, epochs, cycles.</param>
    /// <param name="aggregate">How the next longer scale sums them up, element by element; null for not at all.</param>
    /// <param name="modes">The modes; all that the simulation has if none is given.</param>
    /// <exception cref="EmergentException">There is no such layer, variable or loop, or it is logged already.</exception>
    public SimulationLog UnitsOf(string layer, string variable = "Act", int maximum = 0, TimeScale scale = TimeScale.Trial, Statistic? aggregate = null, params ReadOnlySpan<RunMode> modes)
    {
        var source = LayerWith(layer, variable);
        return UnitsOf(source, variable, RepresentativeUnits.Of(source, maximum), scale, aggregate, modes);
    }

    /// <summary>Logs a variable of some of a layer's units as tensors: <c>Hidden1_Act</c>.</summary>
    /// <exception cref="EmergentException">There is no such variable or loop, or it is logged already.</exception>
    public SimulationLog UnitsOf(Layer layer, string variable, RepresentativeUnits units, TimeScale scale = TimeScale.Trial, Statistic? aggregate = null, params ReadOnlySpan<RunMode> modes)
    {
        ArgumentNullException.ThrowIfNull(layer);
        ArgumentNullException.ThrowIfNull(units);
        var source = LayerWith(layer.Name, variable);
        return Add(LogItem.Tensor($"{source.Name}_{variable}", units.Shape, cell => units.CopyTo(source.Units(variable), cell)) with
        {
            Scale = scale, Aggregate = aggregate, Modes = modes.ToArray(), Plot = new() { TensorIndex = 0 },
            DimensionNames = units.Shape.Rank switch { 2 => ["Y", "X"], 4 => ["PoolY", "PoolX", "Y", "X"], _ => null },
        });
    }

    /// <summary>Logs which of some patterns is closest to what a layer did in a trial: <c>Output_Closest</c> (its name), <c>…ClosestRow</c> and <c>…ClosestCorrel</c>.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="patterns">Gives the table of patterns, which may be another in each run.</param>
    /// <param name="column">Its column of patterns of the layer's size; the layer's name if left out.</param>
    /// <param name="variable">The unit variable.</param>
    /// <param name="metric">What closest means; correlation as in emergent's ClosestPat.</param>
    /// <remarks>The first of equals. Where no pattern can be compared, as when all units are alike, the row is −1, the name empty and the value NaN.</remarks>
    /// <exception cref="EmergentException">There is no such layer, variable or column, or the patterns are of another size.</exception>
    public SimulationLog ClosestPattern(string layer, Func<Table> patterns, string? column = null, string variable = "Act", Metric metric = Metric.Correlation)
    {
        ArgumentNullException.ThrowIfNull(patterns);
        var closest = new ClosestPattern(LayerWith(layer, variable), variable, patterns, column ?? layer, metric);
        closest.Check();
        Add(LogItem.Number($"{layer}_ClosestRow", () => closest.Find().Row) with { Aggregate = null });
        Add(LogItem.Number($"{layer}_ClosestCorrel", () => closest.Value) with { Plot = Share });
        return Add(LogItem.Text($"{layer}_Closest", () => closest.Name));
    }

    /// <summary>Logs how two variables of a layer's units correlate in each trial, −1…1: <c>Output_ActM_ActP</c>.</summary>
    /// <exception cref="EmergentException">There is no such layer or variable, or it is logged already.</exception>
    public SimulationLog CorrelationOf(string layer, string first, string second)
    {
        var source = LayerWith(layer, first);
        LayerWith(layer, second);
        return Value($"{layer}_{first}_{second}", () => Metrics.Of(source.Units(first), source.Units(second), Metric.Correlation));
    }

    /// <summary>Logs which share of a layer's units hog trials and which share is dead, at each epoch: <c>Hidden1_Hog</c>, <c>Hidden1_Dead</c>.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="variable">The unit variable.</param>
    /// <param name="activeAbove">A unit is active in a trial if it is above this.</param>
    /// <param name="hogShare">A unit is a hog if it is active in more than this share of the epoch's trials.</param>
    /// <param name="mode">The mode; training if left out.</param>
    /// <returns>The use of each unit in the present epoch.</returns>
    /// <exception cref="EmergentException">There is no such layer, variable or mode, or it is logged already.</exception>
    public UnitUse UnitUseOf(string layer, string variable = "Act", float activeAbove = 0.5f, float hogShare = 0.3f, RunMode? mode = null)
    {
        var (source, planned) = (LayerWith(layer, variable), ModeWithEpochs(mode, layer));
        var use = new UnitUse(source.UnitCount, activeAbove, hogShare);
        Add(OfEpoch($"{layer}_Hog", planned, () => use.Hogs) with { Plot = Share });
        Add(OfEpoch($"{layer}_Dead", planned, () => use.Dead) with { Plot = Share });
        planned.Loops[TimeScale.Epoch].OnStart.Add($"Reset the use of units of {layer}", use.Reset);
        BeforeLog(planned, TimeScale.Trial, $"Count the active units of {layer}", () => use.Add(source.Units(variable)));
        return use;
    }

    /// <summary>Logs along how many directions a layer's activations vary over an epoch, and how much: <c>Hidden1_PCA_NStrong</c>, <c>_Top5</c>, <c>_Next5</c>, <c>_Rest</c>.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="every">In the first epoch of every so many; other epochs cost nothing, and their cells are null.</param>
    /// <param name="variable">The unit variable.</param>
    /// <param name="maximum">Of a larger layer so many units, spread evenly; 0 for all units. The time goes with the cube of the number.</param>
    /// <param name="mode">The mode; training if left out.</param>
    /// <remarks>
    /// NStrong is the number of principal components of the covariance with a variance of at least 0.01; Top5, Next5 and Rest are mean variances of the five
    /// largest, the five after them and all others. Of a run the last that there was. Source: emergent estats, PCAStats.
    /// </remarks>
    /// <exception cref="EmergentException">There is no such layer, variable or mode, or it is logged already.</exception>
    public SimulationLog PrincipalComponentsOf(string layer, int every = 1, string variable = "Act", int maximum = 0, RunMode? mode = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(every);
        var (source, planned) = (LayerWith(layer, variable), ModeWithEpochs(mode, layer));
        var analysis = new EpochComponents(source, variable, RepresentativeUnits.Of(source, maximum), every);
        Add(OfEpoch($"{layer}_PCA_NStrong", planned, () => analysis.Strong) with { Plot = FromZero });
        Add(OfEpoch($"{layer}_PCA_Top5", planned, () => analysis.MeanVariance(0, 5)) with { Plot = FromZero });
        Add(OfEpoch($"{layer}_PCA_Next5", planned, () => analysis.MeanVariance(5, 5)) with { Plot = FromZero });
        Add(OfEpoch($"{layer}_PCA_Rest", planned, () => analysis.MeanVariance(10, int.MaxValue)) with { Plot = FromZero });
        planned.Loops[TimeScale.Epoch].OnStart.Add($"Begin the analysis of {layer}", analysis.Begin);
        if (planned.Loops.Find(TimeScale.Run) is { } run) { run.OnStart.Add($"Begin the analyses of {layer}", analysis.BeginRun); }
        BeforeLog(planned, TimeScale.Trial, $"Record {layer}", analysis.AddTrial);
        BeforeLog(planned, TimeScale.Epoch, every == 1 ? $"Analyse {layer}" : $"Analyse {layer} after the first of every {every} epochs", analysis.Analyse);
        return this;
    }

    internal Layer LayerWith(string layer, string variable)
    {
        var found = _network[layer];
        found.Units(variable);   // says what is wrong with the name
        return found;
    }

    /// <summary>A mode with trials and epochs, or the error that says that there is none.</summary>
    internal PlannedMode ModeWithEpochs(RunMode? mode, string what)
    {
        mode ??= RunMode.Train;
        return _plan.Find(mode) is { } planned && planned.Loops.Find(TimeScale.Epoch) is not null && planned.Loops.Find(TimeScale.Trial) is not null ? planned
            : throw new EmergentException($"Statistics of '{what}' over the trials of an epoch need loops over both, which {mode} does not have. {(mode == RunMode.Train ? "Call plan.Train(environment) first." : $"Call {mode.TestCode} first.")}");
    }

    /// <summary>Has something done before a row is logged.</summary>
    internal static void BeforeLog(PlannedMode mode, TimeScale scale, string name, Action action)
    {
        var (functions, log) = (mode.Loops[scale].OnEnd, SimulationPlan.LogName(scale));
        if (functions.Contains(log)) { functions.InsertBefore(log, name, action); }
        else { functions.Add(name, action); }   // of loops of a model's own, whose logs are added in the end
    }

    /// <summary>A number of each epoch of one mode, and of a run that of the last epoch which has it.</summary>
    private static LogItem OfEpoch(string name, PlannedMode mode, Func<double> value)
    {
        var item = LogItem.Number(name, value) with { Scale = TimeScale.Epoch, Modes = [mode.Mode] };
        return mode.Loops.Find(TimeScale.Run) is null ? item : item.At(TimeScale.Run, Statistic.Last);
    }
}
