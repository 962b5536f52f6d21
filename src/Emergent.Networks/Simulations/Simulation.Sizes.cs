using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Emergent.Data;

namespace Emergent.Networks;

// Layers of other sizes than the model gives them.
public abstract partial class Simulation
{
    private readonly HashSet<string> _sizesAsked = new(StringComparer.Ordinal);

    /// <summary>Sizes that take the place of those that the model gives its layers: <c>Hidden1=10x10, Hidden2=2x2x5x5</c>.</summary>
    /// <remarks>For layers that the model makes with <see cref="SizeOf"/>; another is an error when the network is made. Source: emergent emer, NetSize.</remarks>
    [Display(Name = "Layer sizes", Description = "Sizes that take the place of those that the model gives its layers: Hidden1=10x10, Hidden2=2x2x5x5."), AppliesAt(When.Build)]
    public string LayerSizes { get; set; } = "";

    /// <summary>The size of a layer: that of <see cref="LayerSizes"/>, or the model's own.</summary>
    /// <param name="layer">The layer's name.</param>
    /// <param name="shape">The model's own: [Y, X], or [poolsY, poolsX, unitsY, unitsX].</param>
    /// <exception cref="EmergentException">LayerSizes is malformed, or has another number of sizes for this layer.</exception>
    protected Shape SizeOf(string layer, Shape shape)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(layer);
        ArgumentNullException.ThrowIfNull(shape);
        _sizesAsked.Add(layer);
        if (!ReadSizes().TryGetValue(layer, out var size)) { return shape; }
        return size.Rank == shape.Rank ? size
            : throw new EmergentException($"Sim.LayerSizes has {size.Rank} sizes for layer '{layer}', {size}; the model gives it {shape.Rank}, {shape}. Give as many.");
    }

    /// <summary>Refuses sizes for layers whose size the model does not ask for.</summary>
    private void CheckSizes()
    {
        foreach (var name in ReadSizes().Keys)
        {
            if (!_sizesAsked.Contains(name)) { throw new EmergentException($"Sim.LayerSizes has a size for layer '{name}', which simulation '{Name}' has not, or of a size of its own. {Names.DidYouMean(name, _sizesAsked)}"); }
        }
    }

    private Dictionary<string, Shape> ReadSizes()
    {
        var sizes = new Dictionary<string, Shape>(StringComparer.Ordinal);
        foreach (var entry in LayerSizes.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (entry.Split('=', StringSplitOptions.TrimEntries) is not [{ Length: > 0 } name, var text] || Sizes(text) is not { } shape) { throw new EmergentException($"Sim.LayerSizes has '{entry}'; a size is Hidden1=10x10, or Hidden1=2x2x5x5 for a layer with pools, each number at least 1."); }
            if (!sizes.TryAdd(name, shape)) { throw new EmergentException($"Sim.LayerSizes has two sizes for layer '{name}'. Take one out."); }
        }
        return sizes;
    }

    private static Shape? Sizes(string text)
    {
        var sizes = new List<int>();
        foreach (var word in text.Split('x', StringSplitOptions.TrimEntries))
        {
            if (!int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var size) || size is < 1 or > 1_000_000) { return null; }
            sizes.Add(size);
        }
        return sizes.Count is 2 or 4 ? Shape.Create([.. sizes]) : null;
    }
}
