using Emergent.Networks;

namespace Emergent.Leabra.Tests;

public class ReinforcementTests
{
    [Fact]
    public void Prediction_comes_to_equal_the_reward_and_dopamine_to_vanish()
    {
        // The example of docs/algorithm/reinforcement.md.
        var net = new LeabraNetwork("Conditioning");
        var input = net.AddLayer("Input", [1, 3], LayerKind.Input);
        var reward = net.AddRescorlaWagner();
        var predicting = net.Project(new RescorlaWagnerProjection(input, reward.Prediction, Connectivity.Full));
        (predicting.Learn.Lrate, predicting.WtInit.Mean, predicting.WtInit.Var) = (0.2f, 0f, 0f);
        net.Initialize(seed: 1);
        for (var trial = 0; trial < 100; trial++)
        {
            net.ClearInputs();
            input.Present([1f, 0f, 0f], input.Shape);
            reward.Reward.Present([0.8f], reward.Reward.Shape);
            net.RunTrial();
        }
        Assert.Equal(0.8f, reward.Prediction.Units("Act")[0], tolerance: 0.02f);
        Assert.Equal(0f, reward.Dopamine.DA, tolerance: 0.02f);
    }

    [Fact]
    public void Dopamine_arrives_at_the_end_of_the_cycle_that_computes_it()
    {
        var net = MechanismNets.RescorlaWagner();
        net.Initialize(seed: 1);
        var (prediction, dopamine) = ((RescorlaWagnerPredictionLayer)net["RWPred"], (RescorlaWagnerDopamineLayer)net["DA"]);
        net["Rew"].Present([0.5f], [1, 1]);
        net.BeginTrial();
        Assert.Equal(0f, prediction.DA);
        net.RunCycle();
        Assert.Equal(0.5f - prediction.Units("Act")[0], prediction.DA);
        Assert.Equal(dopamine.Units("Act")[0], prediction.DA);
    }

    [Fact]
    public void Layer_that_activates_in_turn_sees_layers_behind_it_as_they_were()
    {
        var net = new LeabraNetwork("Reversed");
        var dopamine = net.AddLayer(new RescorlaWagnerDopamineLayer("DA"));
        dopamine.SendDA.Add("RWPred");
        var prediction = net.AddLayer(new RescorlaWagnerPredictionLayer("RWPred"));
        var reward = net.AddLayer("Rew", [1, 1], LayerKind.Input);
        net.Initialize(seed: 1);
        reward.Present([0.5f], [1, 1]);
        net.BeginTrial();
        net.RunCycle();
        Assert.Equal(0.5f, dopamine.DA);   // the prediction was 0, and is 0.01 from now on
        net.RunCycle();
        Assert.Equal(0.5f - 0.01f, dopamine.DA);
        Assert.Equal(0.01f, prediction.Units("Act")[0]);
    }

    [Theory]
    [InlineData(2f, 1f, 2f)]
    [InlineData(1f, 3f, 1f)]
    public void Drugs_scale_what_bursts_teach(float burstGain, float dipGain, float expected)
    {
        Assert.Equal(expected * Change(1f, 1f), Change(burstGain, dipGain));

        static float Change(float burstGain, float dipGain)
        {
            var net = MechanismNets.RescorlaWagner();
            var prediction = (RescorlaWagnerPredictionLayer)net["RWPred"];
            (prediction.DaMod.BurstGain, prediction.DaMod.DipGain) = (burstGain, dipGain);
            ((LeabraProjection)net.Projections[0]).WtInit.Mean = ((LeabraProjection)net.Projections[0]).WtInit.Var = 0f;
            net.Initialize(seed: 1);
            SmallNet.Present(net, 0);
            net["Rew"].Present([1f], [1, 1]);
            net.RunTrial(learn: false);
            net.ComputeWeightChanges();
            return net.Projections[0].SynapseValues("DWt").Max();
        }
    }

    [Fact]
    public void Clamped_dopamine_and_acetylcholine_are_what_was_presented()
    {
        var net = new LeabraNetwork("Clamped");
        var dopamine = net.AddLayer(new ClampedDopamineLayer("DA"));
        var acetylcholine = net.AddLayer(new ClampedAcetylcholineLayer("ACh"));
        var prediction = net.AddLayer(new RescorlaWagnerPredictionLayer("RWPred"));
        dopamine.SendDA.AddAllBut(net, "DA");
        Assert.Equal(["RWPred"], dopamine.SendDA);
        acetylcholine.SendACh.AddAllBut(net);
        Assert.Equal(["ACh"], acetylcholine.SendACh);
        net.Initialize(seed: 1);
        dopamine.Present([-0.5f], [1, 1]);
        acetylcholine.Present([1f], [1, 1]);
        net.RunTrial();
        Assert.Equal((-0.5f, 0.95f), (prediction.DA, acetylcholine.ACh));
        net.InitializeActivity();
        Assert.Equal((0f, 0f, 0f), (dopamine.DA, acetylcholine.ACh, prediction.DA));
    }

    [Fact]
    public void Weights_are_not_bounded()
    {
        var net = MechanismNets.RescorlaWagner();
        ((RescorlaWagnerPredictionLayer)net["RWPred"]).PredRange.Max = 10f;
        net["Rew"].Act.Clamp.Range.Max = 5f;
        net.Initialize(seed: 1);
        for (var trial = 0; trial < 30; trial++)
        {
            SmallNet.Present(net, 0);
            net["Rew"].Present([5f], [1, 1]);
            net.RunTrial();
        }
        Assert.True(net.Projections[0].SynapseValues("Wt").Max() > 1f);
        Assert.Equal(net.Projections[0].SynapseValues("Wt"), net.Projections[0].SynapseValues("LWt"));
    }

    [Fact]
    public void Dopamine_that_reaches_no_layer_is_refused_when_the_network_is_built()
    {
        foreach (var sender in (LeabraLayer[])[new ClampedDopamineLayer("DA"), new TDDopamineLayer("DA"), new RescorlaWagnerDopamineLayer("DA")])
        {
            var net = new LeabraNetwork("Alone");
            net.AddLayer("Rew", [1, 1], LayerKind.Input);
            net.AddLayer(new RescorlaWagnerPredictionLayer("RWPred"));
            var prediction = net.AddLayer(new TDRewardPredictionLayer("RewPred"));
            net.AddLayer(new TDRewardIntegrationLayer("RewInteg")).RewInteg.RewPred = prediction.Name;
            net.AddLayer(sender);
            var message = Assert.Throws<EmergentException>(() => net.Initialize(seed: 1)).Message;
            Assert.StartsWith($"Layer 'DA' ({sender.TypeName}) sends dopamine to no layer: SendDA is empty. Add those that it teaches: 'RWPred' (RWPredLayer), 'RewPred' (TDRewPredLayer)", message, StringComparison.Ordinal);
            Assert.False(net.IsBuilt);
        }

        var alone = new LeabraNetwork("Alone");
        alone.AddLayer(new ClampedDopamineLayer("DA"));
        Assert.Equal(
            "Layer 'DA' (ClampDaLayer) sends dopamine to no layer: SendDA is empty. Network 'Alone' has no other layer that takes dopamine: add one, such as a RescorlaWagnerPredictionLayer or a PbwmMatrixLayer, or take 'DA' away.",
            Assert.Throws<EmergentException>(() => alone.Initialize(seed: 1)).Message);
    }

    [Fact]
    public void Wrong_layers_are_refused_when_the_network_is_built()
    {
        AssertRefused(net => ((RescorlaWagnerDopamineLayer)net["DA"]).RWPredLay = "RWPre", "Layer 'DA' (RWDaLayer): RWPredLay names 'RWPre', and network 'RescorlaWagner' has no such layer; it must be one that predicts reward (RWPredLayer). Did you mean 'RWPred'?");
        AssertRefused(net => ((RescorlaWagnerDopamineLayer)net["DA"]).RWPredLay = "Rew", "Layer 'DA' (RWDaLayer): RWPredLay names 'Rew', which is of type Layer; it must be a layer that predicts reward (RWPredLayer).");
        AssertRefused(net => ((RescorlaWagnerDopamineLayer)net["DA"]).SendDA.Add("Input"), "Layer 'DA' (RWDaLayer): SendDA names 'Input', which is of type Layer; it must be a layer that takes dopamine.");
        AssertRefused(
            net => net.Project(new RescorlaWagnerProjection(net["Input"], net["DA"], Connectivity.Full)),
            "Projection 'InputToDA' (RWPrjn) from layer 'Input': layer 'DA' is of type RWDaLayer; it must be one that predicts reward (RWPredLayer, TDRewPredLayer).");

        static void AssertRefused(Action<LeabraNetwork> change, string message)
        {
            var net = MechanismNets.RescorlaWagner();
            change(net);
            Assert.Equal(message, Assert.Throws<EmergentException>(() => net.Initialize(seed: 1)).Message);
            Assert.False(net.IsBuilt);
        }
    }
}
