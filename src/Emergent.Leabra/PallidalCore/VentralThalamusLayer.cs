using Emergent.Data;
using Emergent.Networks;

namespace Emergent.Leabra;

/// <summary>Ventral thalamus (VA, VL, MD), one unit for each pool of the striatum: a unit that the pallidum lets go is the action taken, or the gate opened.</summary>
/// <remarks>Source: emergent leabra, pcore, VThalLayer.</remarks>
public class VentralThalamusLayer : AlphaMaxLayer
{
    /// <summary>A layer that is not yet part of a network; see <see cref="PallidalCoreNetworks.AddPallidalCore"/>.</summary>
    public VentralThalamusLayer(string name, Shape shape) : base(name, shape) => TonicUnits.SetDefaults(this);

    /// <inheritdoc/>
    public override string TypeName => "VThalLayer";

    /// <summary>The unit whose largest activation of the trial was the largest, the first of equals: the pool that was gated. None if it was not above a threshold.</summary>
    /// <param name="threshold">The activation above which a gate is open; 0.25 is what the striatum learns by.</param>
    /// <exception cref="EmergentException">The network is not built.</exception>
    public int? GatedUnit(float threshold = 0.25f)
    {
        var largest = AlphaMaxOfUnits;
        int? gated = null;
        for (var unit = 0; unit < largest.Length; unit++)
        {
            if (largest[unit] > threshold) { (gated, threshold) = (unit, largest[unit]); }
        }
        return gated;
    }

    /// <inheritdoc/>
    protected internal override void SetDefaults(LeabraProjection received) =>
        TonicUnits.SetDefaults(received, received.Sender is InternalPallidumLayer ? 2.5f : 1f);
}
