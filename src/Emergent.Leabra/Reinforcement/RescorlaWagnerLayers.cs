namespace Emergent.Leabra;

/// <summary>The layers of reward learning after Rescorla and Wagner.</summary>
/// <param name="Reward">The input layer that is given the reward; without input there is none, and no dopamine.</param>
/// <param name="Prediction">Predicts it; project to it with <see cref="RescorlaWagnerProjection"/>.</param>
/// <param name="Dopamine">Reward less prediction, which it sends to the prediction.</param>
public sealed record RescorlaWagnerLayers(LeabraLayer Reward, RescorlaWagnerPredictionLayer Prediction, RescorlaWagnerDopamineLayer Dopamine);
