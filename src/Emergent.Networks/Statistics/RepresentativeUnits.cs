using Emergent.Data;

namespace Emergent.Networks;

/// <summary>Some units of a layer that stand for all of it, where a log or an analysis of every unit would be too large.</summary>
/// <remarks>Source: emergent emer, RepIdxs of a layer; there a corner of the layer or the pools in its middle, here units spread evenly.</remarks>
public sealed class RepresentativeUnits
{
    private readonly int[] _indices;

    private RepresentativeUnits(int[] indices, Shape shape) => (_indices, Shape) = (indices, shape);

    /// <summary>Which units, row-major.</summary>
    public ReadOnlySpan<int> Indices => _indices;

    /// <summary>The shape that they have together: as many dimensions as the layer.</summary>
    public Shape Shape { get; }

    /// <summary>Units spread evenly over each dimension of a layer: all if they are not too many.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="maximum">How many there may be; 0 for all.</param>
    public static RepresentativeUnits Of(Layer layer, int maximum = 0)
    {
        ArgumentNullException.ThrowIfNull(layer);
        ArgumentOutOfRangeException.ThrowIfNegative(maximum);
        int[] steps = new int[layer.Shape.Rank], counts = layer.Shape.Sizes.ToArray();
        Array.Fill(steps, 1);
        while (maximum > 0 && counts.Aggregate(1L, (product, count) => product * count) > maximum)
        {
            var largest = Array.IndexOf(counts, counts.Max());   // which is halved or nearly so, the outermost first
            steps[largest]++;
            counts[largest] = (layer.Shape[largest] + steps[largest] - 1) / steps[largest];
        }
        var shape = Shape.Create(counts);
        var indices = new int[shape.Length];
        for (var i = 0; i < indices.Length; i++)
        {
            var index = shape.Index(i);
            for (var d = 0; d < index.Length; d++) { index[d] *= steps[d]; }
            indices[i] = layer.Shape.Offset(index);
        }
        return new(indices, shape);
    }

    /// <summary>Units that are named one by one.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="shape">The shape that they have together.</param>
    /// <param name="units">Which units, as many as the shape holds.</param>
    /// <exception cref="EmergentException">The layer has no such unit, or there are more or fewer than the shape holds.</exception>
    public static RepresentativeUnits Of(Layer layer, Shape shape, params ReadOnlySpan<int> units)
    {
        ArgumentNullException.ThrowIfNull(layer);
        ArgumentNullException.ThrowIfNull(shape);
        if (units.Length != shape.Length || shape.Rank == 0) { throw new EmergentException($"{units.Length} units of layer '{layer.Name}' cannot have the shape {shape}, which holds {shape.Length}. Give one unit for each element."); }
        foreach (var unit in units)
        {
            if ((uint)unit >= (uint)layer.UnitCount) { throw new EmergentException($"Layer '{layer.Name}' has no unit {unit}; its units go from 0 to {layer.UnitCount - 1}."); }
        }
        return new(units.ToArray(), shape);
    }

    /// <summary>Copies their values out of those of all units.</summary>
    /// <param name="all">The values of all units of the layer.</param>
    /// <param name="values">Where the values go, one for each.</param>
    public void CopyTo(ReadOnlySpan<float> all, Span<float> values)
    {
        for (var i = 0; i < _indices.Length; i++) { values[i] = all[_indices[i]]; }
    }
}
