using Emergent.Data;
using Emergent.Networks;

namespace Emergent.Leabra;

/// <summary>A layer that computes dopamine and sends it.</summary>
/// <remarks>At the end of each cycle DA becomes the first unit's activation, and is sent: it acts from the next cycle on.</remarks>
public abstract class DopamineLayer : RewardLayer
{
    private protected DopamineLayer(string name, Shape shape, LayerKind kind) : base(name, shape, kind) { }

    /// <summary>The layers that dopamine is sent to.</summary>
    public DopamineTargets SendDA { get; } = new();

    /// <inheritdoc/>
    protected internal override bool ActivatesInTurn => true;

    /// <inheritdoc/>
    protected internal override void Build()
    {
        base.Build();
        SendDA.Resolve(this);
    }

    /// <inheritdoc/>
    protected internal override void SendSignals()
    {
        DA = Value(this);
        SendDA.Send(DA);
    }
}
