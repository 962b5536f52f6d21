using Emergent.Data;
using Emergent.Networks;

namespace Emergent.Leabra;

/// <summary>An input layer of outcomes: what is of value by itself, rewards or punishments.</summary>
/// <remarks>In the plus phase it tells the amygdala its values, which stay there until <see cref="ModulatedLayer.ClearModulation"/>. Source: emergent leabra, pvlv, PVLayer.</remarks>
public class PrimaryValueLayer : LeabraLayer
{
    /// <summary>A layer that is not yet part of a network; see <see cref="PvlvNetworks.AddPvlv"/>.</summary>
    /// <param name="name">The name, unique in the network.</param>
    /// <param name="shape">[poolsY, poolsX, 1, 1], a unit for each outcome.</param>
    public PrimaryValueLayer(string name, Shape shape) : base(name, shape, LayerKind.Input) { }

    /// <inheritdoc/>
    public override string TypeName => "PVLayer";

    /// <summary>The layers that are told primary values.</summary>
    public PrimaryValueTargets PVReceivers { get; } = new();

    /// <inheritdoc/>
    protected internal override void Build()
    {
        base.Build();
        PVReceivers.Resolve(this);
    }

    /// <inheritdoc/>
    protected internal override void SendSignals()
    {
        if (LeabraNetwork.Time.IsPlusPhase) { PVReceivers.Send(this); }
    }
}
