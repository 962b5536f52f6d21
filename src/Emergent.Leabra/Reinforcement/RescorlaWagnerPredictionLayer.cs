using Emergent.Data;
using Emergent.Networks;

namespace Emergent.Leabra;

/// <summary>Predicts reward as the sum of what stimuli predict, after Rescorla and Wagner.</summary>
/// <remarks>Act = clip(Ge, PredRange). Source: emergent leabra, rl, RWPredLayer.</remarks>
public class RescorlaWagnerPredictionLayer : RewardLayer, IRewardPrediction
{
    /// <summary>A layer that is not yet part of a network; see <see cref="ReinforcementNetworks.AddRescorlaWagner"/>.</summary>
    public RescorlaWagnerPredictionLayer(string name) : base(name, [1, 1], LayerKind.Hidden) { }

    /// <inheritdoc/>
    public override string TypeName => "RWPredLayer";

    /// <summary>The limits of the prediction.</summary>
    public RangeParams PredRange { get; } = new() { Min = 0.01f, Max = 0.99f }; // never quite sure, so that there is always something to learn

    /// <inheritdoc/>
    public DopamineGainParams DaMod { get; } = new();

    /// <inheritdoc/>
    protected internal override void CheckParameters()
    {
        base.CheckParameters();
        if (PredRange.Min > PredRange.Max) { throw new EmergentException($"Layer '{Name}': PredRange.Min is {PredRange.Min}, above PredRange.Max, {PredRange.Max}. Exchange them."); }
    }

    /// <inheritdoc/>
    protected internal override void Activate(UnitPart units) => RunKernel(new LimitKernel(PredRange, ref State.Ge.Start, ref State.Act.Start), units.Live);
}
