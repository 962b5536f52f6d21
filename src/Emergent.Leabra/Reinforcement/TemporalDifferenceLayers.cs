namespace Emergent.Leabra;

/// <summary>The layers of reward learning by temporal differences.</summary>
/// <param name="Reward">The input layer that is given the reward.</param>
/// <param name="Prediction">Predicts reward to come; project to it with <see cref="TDRewardPredictionProjection"/>.</param>
/// <param name="Integration">Adds up reward and discounted prediction.</param>
/// <param name="Dopamine">The temporal difference, which it sends to the prediction.</param>
/// <param name="RewardToIntegration">Brings the reward, with weights of 1 that do not learn.</param>
public sealed record TemporalDifferenceLayers(
    LeabraLayer Reward, TDRewardPredictionLayer Prediction, TDRewardIntegrationLayer Integration, TDDopamineLayer Dopamine, LeabraProjection RewardToIntegration);
