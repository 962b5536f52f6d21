using Emergent.Data;
using Emergent.Networks;

namespace Emergent.Leabra;

/// <summary>Adds up reward and the discounted prediction of what follows it, by temporal differences.</summary>
/// <remarks>
/// Plus phase: Act = Ge + Discount × prediction's Act; before: Act = prediction's ActP, which is the previous trial's. The prediction is this cycle's if its
/// layer comes before, else the last cycle's. Source: emergent leabra, rl, TDRewIntegLayer.
/// </remarks>
public class TDRewardIntegrationLayer : RewardLayer
{
    private TDRewardPredictionLayer _prediction = null!;

    /// <summary>A layer that is not yet part of a network; see <see cref="ReinforcementNetworks.AddTemporalDifferences"/>.</summary>
    public TDRewardIntegrationLayer(string name) : base(name, [1, 1], LayerKind.Hidden) { }

    /// <inheritdoc/>
    public override string TypeName => "TDRewIntegLayer";

    /// <summary>How reward and prediction come together.</summary>
    public TDRewardIntegrationParams RewInteg { get; } = new();

    /// <inheritdoc/>
    protected internal override bool ActivatesInTurn => true;

    /// <inheritdoc/>
    protected internal override void Build()
    {
        base.Build();
        _prediction = LayerReferences.One<TDRewardPredictionLayer>(this, RewInteg.RewPred, "RewInteg.RewPred", "predicts reward (TDRewPredLayer)");
    }

    /// <inheritdoc/>
    protected internal override void Activate(UnitPart units)
    {
        if (!LeabraNetwork.Time.IsPlusPhase)
        {
            Show(units, _prediction.State.ActP.Span[_prediction.First]);
            return;
        }
        var following = RewInteg.Discount * Value(_prediction);
        for (var r = 0; r < units.Live.Count; r++)
        {
            var (start, count) = units.Live[r];
            for (var unit = start; unit < start + count; unit++) { State.Act.Span[unit] = State.Ge.Span[unit] + following; }
        }
    }
}
