using Emergent.Data;
using Emergent.Networks;

namespace Emergent.Leabra;

/// <summary>Predicts the reward to come, by temporal differences: in the plus phase what stimuli now predict, before what was predicted a trial ago.</summary>
/// <remarks>Act = Ge in the plus phase, else ActP, which is the previous trial's. Source: emergent leabra, rl, TDRewPredLayer.</remarks>
public class TDRewardPredictionLayer : RewardLayer, IRewardPrediction
{
    /// <summary>A layer that is not yet part of a network; see <see cref="ReinforcementNetworks.AddTemporalDifferences"/>.</summary>
    public TDRewardPredictionLayer(string name) : base(name, [1, 1], LayerKind.Hidden) { }

    /// <inheritdoc/>
    public override string TypeName => "TDRewPredLayer";

    /// <inheritdoc/>
    public DopamineGainParams DaMod { get; } = new();

    /// <inheritdoc/>
    protected internal override void Activate(UnitPart units) => Show(units, LeabraNetwork.Time.IsPlusPhase ? State.Ge : State.ActP);
}
