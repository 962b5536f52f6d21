using Emergent.Data;
using Emergent.Networks;

namespace Emergent.Leabra;

/// <summary>An input layer whose first unit is a level of acetylcholine that the model presents.</summary>
/// <remarks>At the end of each cycle ACh becomes its activation, and is sent: it acts from the next cycle on. Source: emergent leabra, rl, ClampAChLayer.</remarks>
public class ClampedAcetylcholineLayer : LeabraLayer, IAcetylcholineReceiver
{
    /// <summary>A layer that is not yet part of a network; see <see cref="LeabraNetwork.AddLayer{TLayer}(TLayer)"/>.</summary>
    public ClampedAcetylcholineLayer(string name) : base(name, [1, 1], LayerKind.Input) { }

    /// <inheritdoc/>
    public override string TypeName => "ClampAChLayer";

    /// <inheritdoc/>
    public float ACh { get; set; }

    /// <summary>The layers that acetylcholine is sent to.</summary>
    public AcetylcholineTargets SendACh { get; } = new();

    /// <inheritdoc/>
    protected internal override void Build()
    {
        base.Build();
        SendACh.Resolve(this);
    }

    /// <inheritdoc/>
    protected internal override void InitializeActivity()
    {
        base.InitializeActivity();
        ACh = 0f;
    }

    /// <inheritdoc/>
    protected internal override void SendSignals()
    {
        ACh = State.Act.Span[First];
        SendACh.Send(ACh);
    }
}
