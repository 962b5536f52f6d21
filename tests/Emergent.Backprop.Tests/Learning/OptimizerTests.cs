using Emergent.Networks;

namespace Emergent.Backprop.Tests;

/// <summary>One linear unit with one weight, whose gradient is (t − w x) x: what an optimizer does with it can be written down.</summary>
public class OptimizerTests
{
    private const double X = 0.5, Target = 0.8, Start = -0.3, Rate = 0.1;

    [Fact]
    public void Gradient_descent_without_momentum_takes_the_learning_rate_times_the_gradient() =>
        Assert.Equal(Expect((w, g, _) => w + Rate * g), Learned(p => p.Momentum = 0f), tolerance: 1e-6);

    [Fact]
    public void Momentum_adds_a_share_of_the_last_change_and_decay_takes_from_the_weight()
    {
        var moment = 0.0;
        Assert.Equal(Expect((w, g, _) => w + Rate * (moment = 0.8 * moment + g - 0.05 * w)), Learned(p => (p.Momentum, p.Decay) = (0.8f, 0.05f)), tolerance: 1e-6);
    }

    [Fact]
    public void Adam_divides_the_mean_gradient_by_its_size_and_corrects_both_for_their_beginning()
    {
        double m = 0, v = 0;
        var expected = Expect((w, g, t) =>
        {
            (m, v) = (0.8 * m + 0.2 * g, 0.9 * v + 0.1 * g * g);
            return w - Rate * 0.05 * w + Rate * (m / (1 - Math.Pow(0.8, t))) / (Math.Sqrt(v / (1 - Math.Pow(0.9, t))) + 1e-3);
        });
        Assert.Equal(expected, Learned(p => (p.Optimizer, p.Beta1, p.Beta2, p.Epsilon, p.Decay) = (Optimizer.Adam, 0.8f, 0.9f, 1e-3f, 0.05f)), tolerance: 1e-6);
    }

    [Fact]
    public void Weights_that_do_not_learn_stay() => Assert.Equal((float)Start, Learned(p => p.Learn = false));

    [Fact]
    public void Learning_rate_can_be_multiplied_until_the_network_is_initialized()
    {
        double expected = Expect((w, g, _) => w + 3 * Rate * g);
        var net = Net(p => p.Momentum = 0f);
        net.LrateMult(3f);
        Assert.Equal(expected, Run(net), tolerance: 1e-6);
        net.Initialize(seed: 1);
        Assert.Equal(Expect((w, g, _) => w + Rate * g), Run(net), tolerance: 1e-6);
        Assert.Contains("can be multiplied by 0 or more; NaN was given", Assert.Throws<ArgumentOutOfRangeException>(() => net.LrateMult(float.NaN)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Biases_learn_as_weights_from_a_unit_that_is_always_1()
    {
        foreach (var change in (Action<LearnParams>[])[p => p.Momentum = 0f, p => p.Decay = 0.02f, p => p.Optimizer = Optimizer.Adam])
        {
            BackpropNetwork byBias = Net(p => p.Learn = false), byWeight = Net(change);
            change(byBias["Output"].Bias.Learn);
            (byBias["Output"].Bias.On, byBias["Output"].Bias.Learn.Lrate) = (true, (float)Rate);
            foreach (var net in (BackpropNetwork[])[byBias, byWeight])
            {
                net.Projections[0].SetWeight(0, 0, 0f);
                for (var trial = 0; trial < 5; trial++)
                {
                    net["Input"].Present([1], [1]);
                    net["Output"].Present([0.9f], [1]);
                    net.RunTrial();
                }
            }
            Assert.NotEqual(0f, byBias["Output"].Units("Bias")[0]);
            Assert.Equal(byWeight.Projections[0].Synapse("Wt", 0, 0), byBias["Output"].Units("Bias")[0]);
        }
    }

    [Fact]
    public void Batch_learns_from_the_mean_of_its_gradients()
    {
        var net = Net(p => p.Momentum = 0f);
        net.BatchSize = 2;
        foreach (var target in (float[])[0.2f, 0.6f])
        {
            net["Output"].Present([target], [1]);
            net["Input"].Present([0.5f], [1]);
            Assert.Equal((float)Start, net.Projections[0].Synapse("Wt", 0, 0));
            net.RunTrial();
        }
        var gradient = 0.5 * ((0.2 - Start * 0.5) * 0.5 + (0.6 - Start * 0.5) * 0.5);
        Assert.Equal(Start + Rate * gradient, net.Projections[0].Synapse("Wt", 0, 0), tolerance: 1e-6);
        Assert.Equal((0, 0f), (net.TrialsInBatch, net.Projections[0].Synapse("DWt", 0, 0)));
    }

    [Theory]
    [InlineData(Optimizer.GradientDescent, 0f)]
    [InlineData(Optimizer.GradientDescent, 0.9f)]
    [InlineData(Optimizer.Adam, 0f)]
    public void Learning_at_once_gives_the_same_bits_as_gathering_and_applying(Optimizer optimizer, float momentum)
    {
        BackpropNetwork atOnce = Rich(), inTwoSteps = Rich();
        inTwoSteps.BatchSize = 100;
        for (var trial = 0; trial < 10; trial++)
        {
            foreach (var net in (BackpropNetwork[])[atOnce, inTwoSteps])
            {
                Nets.Present(net, trial % 5);
                net.RunTrial();
            }
            inTwoSteps.ApplyWeightChanges();
        }
        Assert.Equal(Nets.Bits(atOnce), Nets.Bits(inTwoSteps));

        BackpropNetwork Rich() => Nets.Rich(n =>
        {
            foreach (BackpropProjection p in n.Projections) { (p.Learn.Optimizer, p.Learn.Momentum) = (optimizer, momentum); }
            foreach (BackpropLayer l in n.Layers) { (l.Bias.Learn.Optimizer, l.Bias.Learn.Momentum) = (optimizer, momentum); }
        });
    }

    [Fact]
    public void Test_between_the_trials_of_a_batch_changes_nothing()
    {
        BackpropNetwork without = Nets.Small(n => n.BatchSize = 3), with = Nets.Small(n => n.BatchSize = 3);
        for (var trial = 0; trial < 7; trial++)
        {
            Nets.Present(with, 4);
            with.RunTrial(learn: false);
            foreach (var net in (BackpropNetwork[])[without, with])
            {
                Nets.Present(net, trial % 5);
                net.RunTrial();
            }
        }
        Assert.Equal(Nets.Bits(without), Nets.Bits(with));
        Assert.Equal(1, with.TrialsInBatch);
    }

    private static double Expect(Func<double, double, int, double> step)
    {
        var w = Start;
        for (var t = 1; t <= 6; t++) { w = step(w, (Target - w * X) * X, t); }
        return w;
    }

    private static float Learned(Action<LearnParams> change) => Run(Net(change));

    private static float Run(BackpropNetwork net)
    {
        net.Projections[0].SetWeight(0, 0, (float)Start);
        for (var t = 0; t < 6; t++)
        {
            net["Input"].Present([(float)X], [1]);
            net["Output"].Present([(float)Target], [1]);
            net.RunTrial();
        }
        return net.Projections[0].Synapse("Wt", 0, 0);
    }

    private static BackpropNetwork Net(Action<LearnParams> change)
    {
        var net = new BackpropNetwork("One");
        var input = net.AddLayer("Input", [1, 1], LayerKind.Input);
        var output = net.AddLayer("Output", [1, 1], LayerKind.Target);
        var projection = net.Project(input, output, Connectivity.Full);
        (output.Act.Function, output.Bias.On) = (ActivationFunction.Linear, false);
        projection.Learn.Lrate = (float)Rate;
        change(projection.Learn);
        net.Initialize(seed: 1);
        projection.SetWeight(0, 0, (float)Start);
        return net;
    }
}
