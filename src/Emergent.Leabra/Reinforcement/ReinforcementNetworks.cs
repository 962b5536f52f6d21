using Emergent.Networks;

namespace Emergent.Leabra;

/// <summary>Reward learning in networks: its layers, wired together.</summary>
public static class ReinforcementNetworks
{
    /// <summary>Adds the layers Rew, RWPred and DA, which learn by Rescorla and Wagner's rule what stimuli predict of a reward.</summary>
    /// <param name="network">The network.</param>
    /// <param name="prefix">What their names begin with.</param>
    /// <exception cref="EmergentException">A name is taken, or the network is built.</exception>
    public static RescorlaWagnerLayers AddRescorlaWagner(this LeabraNetwork network, string prefix = "")
    {
        ArgumentNullException.ThrowIfNull(network);
        var reward = network.AddLayer($"{prefix}Rew", [1, 1], LayerKind.Input);
        var prediction = network.AddLayer(new RescorlaWagnerPredictionLayer($"{prefix}RWPred"));
        var dopamine = network.AddLayer(new RescorlaWagnerDopamineLayer($"{prefix}DA") { RewLay = reward.Name, RWPredLay = prediction.Name });
        dopamine.SendDA.Add(prediction.Name);
        return new(reward, prediction, dopamine);
    }

    /// <summary>Adds the layers Rew, RewPred, RewInteg and TD, which learn by temporal differences what stimuli predict of a reward to come.</summary>
    /// <param name="network">The network.</param>
    /// <param name="prefix">What their names begin with.</param>
    /// <exception cref="EmergentException">A name is taken, or the network is built.</exception>
    public static TemporalDifferenceLayers AddTemporalDifferences(this LeabraNetwork network, string prefix = "")
    {
        ArgumentNullException.ThrowIfNull(network);
        var reward = network.AddLayer($"{prefix}Rew", [1, 1], LayerKind.Input);
        var prediction = network.AddLayer(new TDRewardPredictionLayer($"{prefix}RewPred"));
        var integration = network.AddLayer(new TDRewardIntegrationLayer($"{prefix}RewInteg"));
        integration.RewInteg.RewPred = prediction.Name;
        var dopamine = network.AddLayer(new TDDopamineLayer($"{prefix}TD") { RewInteg = integration.Name });
        dopamine.SendDA.Add(prediction.Name);
        var rewarding = network.Project(reward, integration, Connectivity.Full);
        rewarding.AddClass("TDRewToInteg");
        rewarding.Learn.Learn = false;
        (rewarding.WtInit.Mean, rewarding.WtInit.Var, rewarding.WtInit.Sym) = (1f, 0f, false);
        network.Styles.TakeAsDefaults(integration, dopamine, rewarding);
        return new(reward, prediction, integration, dopamine, rewarding);
    }
}
