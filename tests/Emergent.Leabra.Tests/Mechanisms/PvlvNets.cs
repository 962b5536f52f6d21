using Emergent.Networks;

namespace Emergent.Leabra.Tests;

/// <summary>Small networks of PVLV, and conditioning with them.</summary>
internal static class PvlvNets
{
    public static readonly PvlvSizes Small = new() { Stimuli = [3, 1], Contexts = [3, 2], Times = [3, 2, 2, 4], Outcomes = 2, Amygdala = [3, 4] };

    /// <summary>All of PVLV, small.</summary>
    public static LeabraNetwork Make(Action<PvlvLayers>? change = null)
    {
        var network = new LeabraNetwork("Pvlv");
        var layers = network.AddPvlv(Small);
        change?.Invoke(layers);
        return network;
    }

    /// <summary>Two layers of the amygdala, of which the first modulates the second, with an input that teaches both.</summary>
    public static LeabraNetwork Pair(Action<BasolateralAmygdalaLayer, BasolateralAmygdalaLayer>? change = null, DopamineReceptor receptor = DopamineReceptor.D1R)
    {
        var network = new LeabraNetwork("Pair");
        var input = network.AddLayer("Input", [1, 2, 2, 2], LayerKind.Input);
        var sender = network.AddLayer(new BasolateralAmygdalaLayer("Sender", [1, 2, 2, 3], receptor));
        var receiver = network.AddLayer(new BasolateralAmygdalaLayer("Receiver", [1, 2, 2, 2], receptor));
        sender.ModReceivers.Add("Receiver", 0.5f);
        network.Project(new AmygdalaProjection(input, sender, Connectivity.PoolOneToOne));
        network.Project(new AmygdalaProjection(input, receiver, Connectivity.UniformRandom(0.6f, seed: 4)));
        change?.Invoke(sender, receiver);
        network.Initialize(seed: 1);
        return network;
    }

    /// <summary>Presents a pattern to the input of a pair, and runs a trial of a few cycles a quarter without learning.</summary>
    public static void Run(LeabraNetwork network, params ReadOnlySpan<float> input)
    {
        network["Input"].Present(input, network["Input"].Shape);
        network.RunTrial(learn: false);
    }

    /// <summary>Runs trials in which stimulus 0 comes before reward 0, and gives dopamine when the stimulus comes and when the reward is due.</summary>
    public static (float Stimulus, float Reward) Condition(PvlvLayers layers, int trials, bool rewards = true)
    {
        var conditioning = new PvlvTrials(layers);
        float[] stimulus = new float[layers.StimIn.UnitCount], context = new float[layers.ContextIn.UnitCount], times = new float[layers.USTimeIn.UnitCount];
        var reward = new float[layers.PosPV.UnitCount];
        var first = times.Length / layers.USTimeIn.Shape[0];   // of the second group: the first is of outcomes that have come
        var dopamine = (Stimulus: 0f, Reward: 0f);
        for (var trial = 0; trial < trials; trial++)
        {
            conditioning.BeginTrial();
            for (var tick = 0; tick < 5; tick++)
            {
                stimulus[0] = context[rewards ? 0 : 1] = tick is >= 1 and <= 3 ? 1f : 0f;
                times.AsSpan().Clear();
                if (tick is 2 or 3) { times[first + tick - 2] = 1f; }
                reward[0] = rewards && tick == 3 ? 1f : 0f;
                conditioning.RunTick(new PvlvInputs { Stimuli = stimulus, Contexts = context, Times = times, Rewards = reward });
                if (tick == 1) { dopamine.Stimulus = layers.VTAp.DA; }
                if (tick == 3) { dopamine.Reward = layers.VTAp.DA; }
            }
            conditioning.EndTrial();
        }
        return dopamine;
    }
}
