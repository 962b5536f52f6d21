using Emergent.Data;
using Emergent.Networks;

namespace Emergent.Leabra;

/// <summary>Computes dopamine as the temporal difference: what is expected now, reward included, less what was expected a trial ago.</summary>
/// <remarks>Plus phase: Act = integration's Act − its ActM; before: 0. Source: emergent leabra, rl, TDDaLayer.</remarks>
public class TDDopamineLayer : DopamineLayer
{
    private TDRewardIntegrationLayer _integration = null!;

    /// <summary>A layer that is not yet part of a network; see <see cref="ReinforcementNetworks.AddTemporalDifferences"/>.</summary>
    public TDDopamineLayer(string name) : base(name, [1, 1], LayerKind.Hidden)
    {
        (Act.Clamp.Range.Min, Act.Clamp.Range.Max) = (-100f, 100f);   // as in the reference; nothing clamps it
    }

    /// <inheritdoc/>
    public override string TypeName => "TDDaLayer";

    /// <summary>The name of the layer that adds up reward and prediction.</summary>
    public string RewInteg { get; set; } = "RewInteg";

    /// <inheritdoc/>
    protected internal override void Build()
    {
        base.Build();
        _integration = LayerReferences.One<TDRewardIntegrationLayer>(this, RewInteg, nameof(RewInteg), "adds up reward and prediction (TDRewIntegLayer)");
    }

    /// <inheritdoc/>
    protected internal override void Activate(UnitPart units) =>
        Show(units, LeabraNetwork.Time.IsPlusPhase ? Value(_integration) - _integration.State.ActM.Span[_integration.First] : 0f);
}
