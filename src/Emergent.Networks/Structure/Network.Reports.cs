using System.Globalization;
using Emergent.Data;

namespace Emergent.Networks;

// What a network is, as text and numbers.
public abstract partial class Network
{
    /// <summary>The box that all layers are drawn in; known after the network is built.</summary>
    /// <exception cref="EmergentException">The network is not built.</exception>
    public NetworkBounds Bounds
    {
        get
        {
            if (!IsBuilt) { throw new EmergentException($"Network '{Name}' has no bounds yet: it is not built. Call Build() or Initialize(seed) first."); }
            var boxes = _layers.ConvertAll(l => l.Bounds);
            return new NetworkBounds(boxes.Min(b => b.X), boxes.Min(b => b.Y), boxes.Min(b => b.Z), boxes.Max(b => b.X + b.Width), boxes.Max(b => b.Y + b.Depth), boxes.Max(b => b.Z));
        }
    }

    /// <summary>The layers that have at least one of these classes, in order of creation; all layers if no class is given.</summary>
    public IReadOnlyList<Layer> LayersByClass(params ReadOnlySpan<string> classes)
    {
        var found = new List<Layer>();
        foreach (var layer in _layers)
        {
            var isFound = classes.IsEmpty;
            foreach (var name in classes) { isFound |= layer.Classes.Contains(name); }
            if (isFound) { found.Add(layer); }
        }
        return found;
    }

    /// <summary>The layers of these names, in the order asked for: a list of names that is checked once, where it is written.</summary>
    /// <exception cref="EmergentException">A name is no layer's, or stands there twice.</exception>
    public IReadOnlyList<Layer> LayersByName(params ReadOnlySpan<string> names)
    {
        var found = new List<Layer>();
        foreach (var name in names)
        {
            var layer = this[name];
            if (found.Contains(layer)) { throw new EmergentException($"The list of layers of network '{Name}' has '{name}' twice. Take one out."); }
            found.Add(layer);
        }
        return found;
    }

    /// <summary>All layers but those of these names, in order of creation.</summary>
    /// <exception cref="EmergentException">A name is no layer's, or stands there twice.</exception>
    public IReadOnlyList<Layer> LayersExcept(params ReadOnlySpan<string> names) => [.. _layers.Except(LayersByName(names))];

    /// <summary>The smallest and the largest value of a unit variable over all layers that are not off, as a display scales by them.</summary>
    /// <remarks>NaN counts as no value; NaN and NaN where there is none at all.</remarks>
    /// <exception cref="EmergentException">The variable does not exist, or the network is not built.</exception>
    public (float Min, float Max) RangeOf(string variable)
    {
        var (min, max) = (float.NaN, float.NaN);
        foreach (var layer in _layers)
        {
            var values = layer.Units(variable);   // of layers that are off too, so that a wrong name never passes
            if (layer.IsOff) { continue; }
            foreach (var value in values)
            {
                if (!(value >= min)) { min = float.IsNaN(value) ? min : value; }
                if (!(value <= max)) { max = float.IsNaN(value) ? max : value; }
            }
        }
        return (min, max);
    }

    /// <summary>Where the value of a parameter comes from: the rule that won, and those it overrode.</summary>
    /// <param name="styled">A layer or projection of this network.</param>
    /// <param name="path">The parameter: <c>Inhib.Layer.Gi</c>, or with the first word, <c>Layer.Inhib.Layer.Gi</c>.</param>
    /// <exception cref="EmergentException">There is no such parameter, or the object is of another network.</exception>
    public string Explain(IStyled styled, string path) => Styles.Explain(styled, path);

    /// <summary>How large the network is: units of each layer, synapses of each projection, the memory of both, and totals.</summary>
    /// <exception cref="EmergentException">The network is not built.</exception>
    public string SizeReport()
    {
        if (!IsBuilt) { throw new EmergentException($"Network '{Name}' has no units and synapses yet: it is not built. Call Build() or Initialize(seed) first."); }
        var layers = new TextTable(["Layer", "Shape", "Units", "Memory"], numbersFrom: 2);
        foreach (var layer in _layers) { layers.Add([layer.Name, layer.Shape.ToString(), Count(layer.UnitCount), Memory(layer.Bytes)]); }
        layers.Add(["All layers", "", Count(_layers.Sum(l => (long)l.UnitCount)), Memory(_layers.Sum(l => l.Bytes))]);

        var projections = new TextTable(["Projection", "Pattern", "Synapses", "Memory"], numbersFrom: 2);
        foreach (var projection in _projections) { projections.Add([projection.Name, projection.Connectivity.PatternName, Count(projection.SynapseCount), Memory(projection.Bytes)]); }
        projections.Add(["All projections", "", Count(_projections.Sum(p => (long)p.SynapseCount)), Memory(_projections.Sum(p => p.Bytes))]);

        return $"Network '{Name}'\n\n{layers}\n{projections}";
    }

    private static string Count(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    private static string Memory(long bytes) => bytes switch
    {
        < 10_000 => $"{Count(bytes)} B",
        < 10_000_000 => $"{Count(bytes / 1000)} kB",
        _ => $"{Count(bytes / 1_000_000)} MB",
    };
}
