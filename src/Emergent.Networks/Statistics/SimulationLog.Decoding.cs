using Emergent.Data;

namespace Emergent.Networks;

// What can be read out of layers: receptive fields, decoders, confusions, rasters. Source: emergent estats, actrf, decoder, confusion.
public sealed partial class SimulationLog
{
    /// <summary>Averages what a source showed, weighted by how active each unit of a layer was, over the trials of an epoch; at the end its table is written: <c>Hidden1_Input_rf</c>.</summary>
    /// <param name="layer">The layer whose units have the fields.</param>
    /// <param name="source">The layer that shows what the fields are of.</param>
    /// <param name="variable">The unit variable of <paramref name="layer"/>.</param>
    /// <param name="sourceVariable">The unit variable of <paramref name="source"/>.</param>
    /// <param name="mode">The mode; training if left out.</param>
    /// <returns>The fields over the trials of the present epoch.</returns>
    /// <exception cref="EmergentException">There is no such layer, variable or mode, or its table is written already.</exception>
    public ReceptiveField ReceptiveFieldOf(string layer, string source, string variable = "Act", string sourceVariable = "Act", RunMode? mode = null)
    {
        var from = LayerWith(source, sourceVariable);
        return ReceptiveFieldOf(layer, source, from.Shape, target => from.Units(sourceVariable).CopyTo(target), variable, mode);
    }

    /// <summary>The same over a source that is no layer, such as an image or the properties of what is shown.</summary>
    /// <param name="layer">The layer whose units have the fields.</param>
    /// <param name="source">What the source is called.</param>
    /// <param name="shape">The shape of the source.</param>
    /// <param name="fill">Fills in the source's values after a trial.</param>
    /// <param name="variable">The unit variable.</param>
    /// <param name="mode">The mode; training if left out.</param>
    /// <returns>The fields over the trials of the present epoch.</returns>
    /// <exception cref="EmergentException">There is no such layer, variable or mode, or its table is written already.</exception>
    public ReceptiveField ReceptiveFieldOf(string layer, string source, Shape shape, Action<Span<float>> fill, string variable = "Act", RunMode? mode = null)
    {
        ArgumentNullException.ThrowIfNull(shape);
        ArgumentNullException.ThrowIfNull(fill);
        var (units, planned) = (LayerWith(layer, variable), ModeWithEpochs(mode, layer));
        var field = new ReceptiveField(units.Shape, shape);
        var (activations, values) = (new Tensor<float>(units.Shape), new Tensor<float>(shape));
        _plan.Show(new($"{layer}_{source}_rf", () => FieldTable(field, layer)));
        planned.Loops[TimeScale.Epoch].OnStart.Add($"Reset the receptive fields of {layer} over {source}", field.Reset);
        BeforeLog(planned, TimeScale.Trial, $"Add to the receptive fields of {layer} over {source}", () =>
        {
            units.Units(variable).CopyTo(activations.Values);
            fill(values.Values);
            field.Add(activations, values);
        });
        return field;
    }

    /// <summary>Learns to tell from a layer what class a trial is of, and logs what it says and whether it is wrong: <c>Hidden1_Decoded</c>, <c>Hidden1_DecodeErr</c>.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="actual">Gives the class of the present trial.</param>
    /// <param name="classes">The classes, two or more.</param>
    /// <param name="variable">The unit variable.</param>
    /// <param name="learningRate">The decoder's learning rate.</param>
    /// <param name="votes">Above 1, what most of so many last trials of the epoch were taken for is logged too: <c>Hidden1_Voted</c>, <c>Hidden1_VoteErr</c>.</param>
    /// <remarks>It learns in training only, after it has said what it takes the trial for, and forgets all at the start of a run. It has no part in what the network does.</remarks>
    /// <returns>The decoder.</returns>
    /// <exception cref="EmergentException">There is no such layer or variable, or it is logged already.</exception>
    public SoftMaxDecoder DecoderOf(string layer, Func<string> actual, IReadOnlyList<string> classes, string variable = "Act", float learningRate = 0.1f, int votes = 1)
    {
        ArgumentNullException.ThrowIfNull(actual);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(votes);
        ArgumentNullException.ThrowIfNull(classes);
        var source = LayerWith(layer, variable);
        var training = ModeWithEpochs(RunMode.Train, layer);
        var decoder = new SoftMaxDecoder(source.UnitCount, [.. classes]) { LearningRate = learningRate };
        var (decoded, isWrong, voted, isVotedWrong) = ("", false, "", false);
        Add(LogItem.Text($"{layer}_Decoded", () => decoded));
        Add(LogItem.Number($"{layer}_DecodeErr", () => isWrong ? 1 : 0) with { Plot = Share });
        if (votes > 1)
        {
            Add(LogItem.Text($"{layer}_Voted", () => voted));
            Add(LogItem.Number($"{layer}_VoteErr", () => isVotedWrong ? 1 : 0) with { Plot = Share });
        }
        training.Loops[TimeScale.Run].OnStart.Add($"Reset the decoder of {layer}", decoder.Reset);
        foreach (var mode in _plan.Modes.Where(m => m.Loops.Find(TimeScale.Trial) is not null))
        {
            var lastTrials = new VoteDecoder<string>(votes);
            if (votes > 1 && mode.Loops.Find(TimeScale.Epoch) is { } epoch) { epoch.OnStart.Add($"Reset the votes of {layer}", lastTrials.Reset); }
            BeforeLog(mode, TimeScale.Trial, $"Decode {layer}", () =>
            {
                var truth = actual();
                if (!classes.Contains(truth)) { throw new EmergentException($"The decoder of '{layer}' was told that the trial is of class '{truth}'. {Names.DidYouMean(truth ?? "", classes)}"); }
                decoded = decoder.Classes[decoder.Decode(source.Units(variable))];
                isWrong = decoded != truth;
                if (votes > 1) { isVotedWrong = (voted = lastTrials.Add(decoded)) != truth; }
                if (mode.Learns) { decoder.Train(truth); }
            });
        }
        return decoder;
    }

    /// <summary>Learns to tell from a layer numbers that belong to a trial, and logs the sum of squared errors: <c>Hidden1_DecodeSSE</c>.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="outputs">How many numbers there are.</param>
    /// <param name="fill">Fills in the numbers of the present trial.</param>
    /// <param name="variable">The unit variable.</param>
    /// <param name="learningRate">The decoder's learning rate.</param>
    /// <remarks>It learns in training only, after it has said what it takes them for, and forgets all at the start of a run.</remarks>
    /// <returns>The decoder.</returns>
    /// <exception cref="EmergentException">There is no such layer or variable, or it is logged already.</exception>
    public LinearDecoder LinearDecoderOf(string layer, int outputs, Action<Span<float>> fill, string variable = "Act", float learningRate = 0.1f)
    {
        ArgumentNullException.ThrowIfNull(fill);
        var source = LayerWith(layer, variable);
        var training = ModeWithEpochs(RunMode.Train, layer);
        var decoder = new LinearDecoder(source.UnitCount, outputs) { LearningRate = learningRate };
        var (targets, error) = (new float[outputs], 0.0);
        Add(LogItem.Number($"{layer}_DecodeSSE", () => error) with { Plot = FromZero });
        training.Loops[TimeScale.Run].OnStart.Add($"Reset the linear decoder of {layer}", decoder.Reset);
        foreach (var mode in _plan.Modes.Where(m => m.Loops.Find(TimeScale.Trial) is not null))
        {
            BeforeLog(mode, TimeScale.Trial, $"Decode numbers from {layer}", () =>
            {
                fill(targets);
                var said = decoder.Decode(source.Units(variable));
                error = 0;
                for (var i = 0; i < targets.Length; i++) { error += (targets[i] - said[i]) * (double)(targets[i] - said[i]); }
                if (mode.Learns) { decoder.Train(targets); }
            });
        }
        return decoder;
    }

    /// <summary>Counts what was taken for what over the trials of an epoch, and logs the share that was right: <c>Digit_Accuracy</c>; at the end its table is written: <c>Digit_confusion</c>.</summary>
    /// <param name="name">What is told apart.</param>
    /// <param name="classes">The classes.</param>
    /// <param name="actual">Gives the class of the present trial.</param>
    /// <param name="guess">Gives the class that the network takes it for.</param>
    /// <param name="mode">The mode; training if left out.</param>
    /// <returns>The counts of the present epoch.</returns>
    /// <exception cref="EmergentException">There is no such mode, or it is logged already.</exception>
    public ConfusionMatrix ConfusionOf(string name, IReadOnlyList<string> classes, Func<string> actual, Func<string> guess, RunMode? mode = null)
    {
        ArgumentNullException.ThrowIfNull(classes);
        ArgumentNullException.ThrowIfNull(actual);
        ArgumentNullException.ThrowIfNull(guess);
        var planned = ModeWithEpochs(mode, name);
        var matrix = new ConfusionMatrix([.. classes]);
        Add(OfEpoch($"{name}_Accuracy", planned, () => matrix.Accuracy) with { Plot = Share });
        _plan.Show(new($"{name}_confusion", matrix.ToTable));
        planned.Loops[TimeScale.Epoch].OnStart.Add($"Reset the confusions of {name}", matrix.Reset);
        BeforeLog(planned, TimeScale.Trial, $"Count the confusions of {name}", () => matrix.Add(actual(), guess()));
        return matrix;
    }

    /// <summary>Keeps a variable of a layer's units over the cycles of the present trial.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="variable">The unit variable.</param>
    /// <param name="maximum">Of a larger layer so many units, spread evenly; 0 for all units.</param>
    /// <param name="mode">The mode, whose trials must be run cycle by cycle; training if left out.</param>
    /// <returns>The raster of the present trial.</returns>
    /// <exception cref="EmergentException">There is no such layer or variable, or no loop over cycles.</exception>
    public UnitRaster RasterOf(string layer, string variable = "Act", int maximum = 0, RunMode? mode = null)
    {
        mode ??= RunMode.Train;
        var source = LayerWith(layer, variable);
        if (_plan.Find(mode) is not { } planned || planned.Loops.Find(TimeScale.Cycle) is not { } cycle || planned.Loops.Find(TimeScale.Trial) is not { } trial)
        {
            throw new EmergentException($"A raster of '{layer}' needs a loop over cycles, which {mode} does not have. Call plan.CycleByCycle({mode.Code}) first.");
        }
        var raster = new UnitRaster(source, variable, RepresentativeUnits.Of(source, maximum), cycle.Maximum);
        trial.OnStart.Add($"Begin the raster of {variable} of {layer}", () => raster.Begin(cycle.Maximum));
        BeforeLog(planned, TimeScale.Cycle, $"Add to the raster of {variable} of {layer}", raster.AddCycle);
        return raster;
    }

    private static Table FieldTable(ReceptiveField field, string layer)
    {
        var table = new Table($"{layer}_rf");
        table.AddColumn<int>("Unit");
        var column = table.AddColumn<float>("Field", field.SourceShape);
        var (all, size) = (field.Normalized(), field.SourceShape.Length);
        table.AddRows(field.ActivationShape.Length);
        for (var unit = 0; unit < table.RowCount; unit++)
        {
            table.Column<int>("Unit")[unit] = unit;
            all.Values.Slice(unit * size, size).CopyTo(column.Cell(unit));
        }
        return table;
    }
}
