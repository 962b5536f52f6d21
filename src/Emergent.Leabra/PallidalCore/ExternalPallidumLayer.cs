using Emergent.Data;
using Emergent.Networks;

namespace Emergent.Leabra;

/// <summary>External globus pallidus (GPe): tonically active units that hold back what Go and NoGo pathways weigh against each other.</summary>
/// <remarks>Units of a plain layer with other constants; which part it is decides the strength of what it receives. Source: emergent leabra, pcore, GPLayer.</remarks>
public class ExternalPallidumLayer : AlphaMaxLayer
{
    /// <summary>A layer that is not yet part of a network; see <see cref="PallidalCoreNetworks.AddPallidalCore"/>.</summary>
    public ExternalPallidumLayer(string name, Shape shape, ExternalPallidumPart part) : base(name, shape)
    {
        Part = part;
        TonicUnits.SetDefaults(this);
        var (vm, act) = part switch
        {
            ExternalPallidumPart.GPeIn => (0.6f, 0.81f),
            ExternalPallidumPart.GPeTA => (0.5f, 0.26f),
            _ => (0.57f, 0.67f),
        };
        TonicUnits.SetTonus(this, leak: 0.3f, vm, act);
    }

    /// <inheritdoc/>
    public override string TypeName => "GPLayer";

    /// <summary>Which population it is.</summary>
    public ExternalPallidumPart Part { get; }

    /// <inheritdoc/>
    protected internal override void SetDefaults(LeabraProjection received)
    {
        var strength = (Part, received.Sender) switch
        {
            (ExternalPallidumPart.GPeIn, PallidalMatrixLayer) => 1f,
            (ExternalPallidumPart.GPeIn, ExternalPallidumLayer or SubthalamicLayer) => 0.5f,
            (ExternalPallidumPart.GPeTA, ExternalPallidumLayer) => 0.9f,
            (_, PallidalMatrixLayer) => 0.5f,
            (_, SubthalamicLayer) => 0.1f,
            _ => 1f,
        };
        TonicUnits.SetDefaults(received, strength);
    }
}
