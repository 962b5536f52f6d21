using Emergent.Networks;
using FsCheck.Fluent;

namespace Emergent.Backprop.Tests;

public class GradientTests
{
    public static TheoryData<ActivationFunction, ActivationFunction, ErrorFunction> Pairs
    {
        get
        {
            var pairs = new TheoryData<ActivationFunction, ActivationFunction, ErrorFunction>();
            foreach (var hidden in Enum.GetValues<ActivationFunction>())
            {
                foreach (var output in Enum.GetValues<ActivationFunction>())
                {
                    foreach (var error in Enum.GetValues<ErrorFunction>())
                    {
                        if (error == ErrorFunction.SquaredError || CrossEntropy.IsDefinedFor(output)) { pairs.Add(hidden, output, error); }
                    }
                }
            }
            return pairs;
        }
    }

    [Theory, MemberData(nameof(Pairs))]
    public void Gradients_are_central_differences_of_the_error(ActivationFunction hidden, ActivationFunction output, ErrorFunction error)
    {
        var net = Nets.Small(n =>
        {
            n["Hidden"].Act.Function = hidden;
            (n["Output"].Act.Function, n["Output"].Error.Function) = (output, error);
            n["Hidden"].Bias.Init = 0.1f;
        });
        Nets.Present(net, 1);
        DoubleModel.AssertGradients(net, $"{hidden}, {output}, {error}");
    }

    [Fact]
    public void Gradients_are_right_through_pools_skips_partial_projections_and_several_outputs()
    {
        for (var pattern = 0; pattern < 3; pattern++)
        {
            var net = Nets.Rich();
            Nets.Present(net, pattern);
            DoubleModel.AssertGradients(net, $"pattern {pattern}");
        }
    }

    [Theory]
    [InlineData("Top")]
    [InlineData("Middle")]
    [InlineData("Second")]
    public void Gradients_are_right_without_a_layer_that_is_off(string name)
    {
        var net = Nets.Rich();
        net[name].IsOff = true;
        Nets.Present(net, 1);
        var before = Nets.Bits(net);
        DoubleModel.AssertGradients(net, $"without {name}");
        net[name].IsOff = false;
        net.ApplyWeightChanges();
        Nets.Train(net, 2);
        Assert.NotEqual(before, Nets.Bits(net));
    }

    [Fact]
    public void Gradients_are_right_without_a_projection_that_is_off_and_without_biases()
    {
        var net = Nets.Rich(n => n["Pools"].Bias.On = false);
        net.Projections[5].IsOff = true;
        foreach (ref var bias in net["Top"].Units("Bias")) { bias = 0.3f; }
        Nets.Present(net, 1);
        net.BatchSize = 3;
        net.RunTrial();
        var model = new DoubleModel(net);
        Assert.Equal(net["Output"].TrialError + net["Middle"].TrialError, model.Error(), tolerance: 1e-5);
        Assert.Equal(0f, net.Projections[5].Synapse("DWt", 0, 0));
    }

    [Fact]
    public void Hidden_layer_adds_what_is_presented_to_its_net_input()
    {
        var net = Nets.Small();
        Nets.Present(net, 1);
        net["Hidden"].Present([1, -1, 0.5f, 0, 0, 2, -3], [7]);
        DoubleModel.AssertGradients(net, "external input");
    }

    [Fact]
    public void Gradients_are_right_in_networks_drawn_at_random()
    {
        var functions = Enum.GetValues<ActivationFunction>();
        var sizes = Gen.Choose(1, 12);
        var drawn = from a in sizes from b in sizes from c in sizes from d in sizes from seed in Gen.Choose(1, 1000) from hidden in Gen.Elements(functions) from output in Gen.Elements(functions) select (a, b, c, d, seed, hidden, output);
        Properties.ForAll(drawn, 15, x =>
        {
            var net = new BackpropNetwork("Drawn");
            var input = net.AddLayer("Input", [1, x.a], LayerKind.Input);
            var first = net.AddLayer("First", [1, x.b]);
            var second = net.AddLayer("Second", [x.c, 1]);
            var output = net.AddLayer("Output", [1, x.d], LayerKind.Target);
            net.Project(input, first, Connectivity.Full);
            net.Project(first, second, Connectivity.UniformRandom(0.7f, x.seed));
            net.Project(second, output, Connectivity.Full);
            net.Project(first, output, Connectivity.Full);
            (first.Act.Function, second.Act.Function, output.Act.Function) = (x.hidden, x.output, x.output);
            foreach (BackpropLayer layer in net.Layers) { layer.Bias.Init = 0.03f; }   // so that no rectified unit stands at its kink
            if (CrossEntropy.IsDefinedFor(x.output)) { output.Error.Function = ErrorFunction.CrossEntropy; }
            net.Initialize(x.seed);
            Nets.Present(net, x.seed);
            DoubleModel.AssertGradients(net, $"{x}", tolerance: 2e-5f);   // errors of linear units are large, and rounded accordingly
        });
    }

    [Fact]
    public void Compare_layer_is_scored_and_sends_no_error()
    {
        var net = Nets.Small(n =>
        {
            n.Project(n["Hidden"], n.AddLayer("Guess", [1, 3], LayerKind.Compare), Connectivity.Full);
            foreach (BackpropProjection p in n.Projections) { p.Learn.Momentum = 0f; }
        });
        Nets.Present(net, 1);
        DoubleModel.AssertGradients(net, "with a layer to compare");
        Assert.True(net["Guess"].SquaredError(0f).Sum > 0);
        Assert.All(net["Guess"].Units("Delta").ToArray(), d => Assert.Equal(0f, d));
    }
}
