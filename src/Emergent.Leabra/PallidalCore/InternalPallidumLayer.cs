using Emergent.Data;
using Emergent.Networks;

namespace Emergent.Leabra;

/// <summary>Internal globus pallidus (GPi, with it the substantia nigra pars reticulata): tonically active units that hold the thalamus silent until one pool is inhibited.</summary>
/// <remarks>Source: emergent leabra, pcore, GPiLayer.</remarks>
public class InternalPallidumLayer : AlphaMaxLayer
{
    /// <summary>A layer that is not yet part of a network; see <see cref="PallidalCoreNetworks.AddPallidalCore"/>.</summary>
    public InternalPallidumLayer(string name, Shape shape) : base(name, shape)
    {
        TonicUnits.SetDefaults(this);
        TonicUnits.SetTonus(this, leak: 0.3f, vm: 0.57f, act: 0.67f);
    }

    /// <inheritdoc/>
    public override string TypeName => "GPiLayer";

    /// <inheritdoc/>
    protected internal override void SetDefaults(LeabraProjection received)
    {
        var strength = received.Sender switch
        {
            PallidalMatrixLayer => 0.8f,
            SubthalamicLayer { Part: SubthalamicPart.STNs } => 0.2f,
            _ => 1f,
        };
        TonicUnits.SetDefaults(received, strength, weight: 0.5f);
    }
}
