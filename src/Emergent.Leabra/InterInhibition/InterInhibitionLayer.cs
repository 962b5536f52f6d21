using Emergent.Data;
using Emergent.Networks;

namespace Emergent.Leabra;

/// <summary>A layer that the inhibition of other layers inhibits too, so that layers compete without synapses between them.</summary>
/// <remarks>One step differs: after the layer's own inhibition, before that of its pools, Gi is raised. Source: emergent leabra, interinhib.</remarks>
public class InterInhibitionLayer : LeabraLayer
{
    /// <summary>A layer that is not yet part of a network; see <see cref="InterInhibitionNetworks.AddInterInhibitionLayer"/>.</summary>
    public InterInhibitionLayer(string name, Shape shape, LayerKind kind = LayerKind.Hidden) : base(name, shape, kind) { }

    /// <inheritdoc/>
    public override string TypeName => "ILLayer";

    /// <summary>Which layers inhibit this one, and how strongly.</summary>
    public InterInhibParams ILI { get; } = new();

    /// <inheritdoc/>
    protected internal override void Build()
    {
        base.Build();
        ILI.Lays.Resolve(this, "ILI.Lays");
    }

    /// <inheritdoc/>
    protected internal override void CheckParameters()
    {
        base.CheckParameters();
        if (ILI.Lays.Count > 0 && !Inhib.Layer.On && HasPools)
        {
            throw new EmergentException(
                $"Layer '{Name}' ({TypeName}): ILI.Lays names {string.Join(", ", ILI.Lays.Select(name => $"'{name}'"))}, but with Inhib.Layer.On = false pools do not take the layer's inhibition, and theirs would have no effect. Switch Inhib.Layer.On on.");
        }
    }

    /// <inheritdoc/>
    protected override void InhibitLayer()
    {
        base.InhibitLayer();
        ILI.Raise(PoolArray[0].Inhib);
    }
}
