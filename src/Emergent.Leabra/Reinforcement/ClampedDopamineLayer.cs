using Emergent.Data;
using Emergent.Networks;

namespace Emergent.Leabra;

/// <summary>An input layer whose first unit is a level of dopamine that the model presents.</summary>
/// <remarks>At the end of each cycle DA becomes its activation, and is sent: it acts from the next cycle on. Source: emergent leabra, rl, ClampDaLayer.</remarks>
public class ClampedDopamineLayer : LeabraLayer, IDopamineReceiver
{
    /// <summary>A layer that is not yet part of a network; see <see cref="LeabraNetwork.AddLayer{TLayer}(TLayer)"/>.</summary>
    public ClampedDopamineLayer(string name) : base(name, [1, 1], LayerKind.Input)
    {
        (Act.Clamp.Range.Min, Act.Clamp.Range.Max) = (-1f, 1f);   // dips are below 0
    }

    /// <inheritdoc/>
    public override string TypeName => "ClampDaLayer";

    /// <inheritdoc/>
    public float DA { get; set; }

    /// <summary>The layers that dopamine is sent to.</summary>
    public DopamineTargets SendDA { get; } = new();

    /// <inheritdoc/>
    protected internal override void Build()
    {
        base.Build();
        SendDA.Resolve(this);
    }

    /// <inheritdoc/>
    protected internal override void InitializeActivity()
    {
        base.InitializeActivity();
        DA = 0f;
    }

    /// <inheritdoc/>
    protected internal override void SendSignals()
    {
        DA = State.Act.Span[First];
        SendDA.Send(DA);
    }
}
