using Emergent.Data;

namespace Emergent.Leabra;

/// <summary>Basolateral amygdala: learns which stimuli come before outcomes, and modulates the ventral striatum.</summary>
/// <remarks>The inhibition of other layers, such as that of the opposite valence, can raise its own. Source: emergent leabra, pvlv, BlAmygLayer.</remarks>
public class BasolateralAmygdalaLayer : ModulatedLayer
{
    /// <summary>A layer that is not yet part of a network; see <see cref="PvlvNetworks.AddPvlv"/>.</summary>
    /// <param name="name">The name, unique in the network.</param>
    /// <param name="shape">[poolsY, poolsX, unitsY, unitsX], a pool for each outcome.</param>
    /// <param name="receptor">Which dopamine receptors its units bear.</param>
    public BasolateralAmygdalaLayer(string name, Shape shape, DopamineReceptor receptor) : base(name, shape, receptor)
    {
        ActModZero = true;
        (DaMod.On, DaMod.BurstGain, DaMod.DipGain) = (true, 0.04f, 0.1f);
        (Minus, Plus) = (1f, 1f);
        Act.Init.Vm = 0.55f;
    }

    /// <inheritdoc/>
    public override string TypeName => "BlAmygLayer";

    /// <summary>Which layers' inhibition acts on this one, and how strongly; not at all by default.</summary>
    /// <remarks>Without inhibition of the layer as a whole (Inhib.Layer.On), it does not reach the units of a layer with pools.</remarks>
    public InterInhibParams ILI { get; } = new() { Gi = 0f };

    /// <inheritdoc/>
    protected internal override void Build()
    {
        base.Build();
        ILI.Lays.Resolve(this, "ILI.Lays");
    }

    /// <inheritdoc/>
    protected override void InhibitLayer()
    {
        base.InhibitLayer();
        ILI.Raise(PoolArray[0].Inhib);
    }
}
