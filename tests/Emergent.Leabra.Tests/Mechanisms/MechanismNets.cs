using Emergent.Networks;

namespace Emergent.Leabra.Tests;

/// <summary>A small network for each mechanism, for tests that all mechanisms must pass.</summary>
internal static class MechanismNets
{
    /// <summary>The names of the networks.</summary>
    public static TheoryData<string> Names => [.. All.Keys];

    private static readonly Dictionary<string, Func<LeabraNetwork>> All = new()
    {
        ["rescorla-wagner"] = RescorlaWagner,
        ["temporal differences"] = TemporalDifferences,
    };

    /// <summary>Makes a network and initializes it.</summary>
    public static LeabraNetwork Make(string name)
    {
        var network = All[name]();
        network.Initialize(seed: 1);
        return network;
    }

    /// <summary>Stimuli that predict reward.</summary>
    public static LeabraNetwork RescorlaWagner()
    {
        var network = new LeabraNetwork("RescorlaWagner");
        var input = network.AddLayer("Input", [4, 5], LayerKind.Input);
        var reward = network.AddRescorlaWagner();
        network.Project(new RescorlaWagnerProjection(input, reward.Prediction, Connectivity.Full)).Learn.Lrate = 0.2f;
        return network;
    }

    /// <summary>Stimuli that predict reward to come, through a sparse projection.</summary>
    public static LeabraNetwork TemporalDifferences()
    {
        var network = new LeabraNetwork("TemporalDifferences");
        var input = network.AddLayer("Input", [4, 5], LayerKind.Input);
        var reward = network.AddTemporalDifferences();
        network.Project(new TDRewardPredictionProjection(input, reward.Prediction, Connectivity.UniformRandom(0.5f, seed: 2)));
        return network;
    }
}
