using Emergent.Data;
using Emergent.Networks;

namespace Emergent.Leabra;

/// <summary>Computes dopamine as reward less its prediction, after Rescorla and Wagner.</summary>
/// <remarks>
/// Act = reward − prediction while the reward layer's first unit has external input, else 0, from this cycle's activation of layers before and the last
/// cycle's of layers behind. Source: emergent leabra, rl, RWDaLayer.
/// </remarks>
public class RescorlaWagnerDopamineLayer : DopamineLayer
{
    private LeabraLayer _reward = null!;
    private RewardLayer _prediction = null!;

    /// <summary>A layer that is not yet part of a network; see <see cref="ReinforcementNetworks.AddRescorlaWagner"/>.</summary>
    public RescorlaWagnerDopamineLayer(string name) : base(name, [1, 1], LayerKind.Hidden) { }

    /// <inheritdoc/>
    public override string TypeName => "RWDaLayer";

    /// <summary>The name of the layer whose first unit is the reward.</summary>
    public string RewLay { get; set; } = "Rew";

    /// <summary>The name of the layer that predicts it.</summary>
    public string RWPredLay { get; set; } = "RWPred";

    /// <inheritdoc/>
    protected internal override void Build()
    {
        base.Build();
        _reward = LayerReferences.One<LeabraLayer>(this, RewLay, nameof(RewLay), "is given the reward");
        _prediction = LayerReferences.One<RescorlaWagnerPredictionLayer>(this, RWPredLay, nameof(RWPredLay), "predicts reward (RWPredLayer)");
    }

    /// <inheritdoc/>
    protected internal override void Activate(UnitPart units)
    {
        var isRewarded = (_reward.Flags[0] & UnitFlags.HasExt) != 0;
        Show(units, isRewarded ? Value(_reward) - Value(_prediction) : 0f);
    }
}
