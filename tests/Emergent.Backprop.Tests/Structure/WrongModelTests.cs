using Emergent.Networks;

namespace Emergent.Backprop.Tests;

public class WrongModelTests
{
    [Fact]
    public void Projection_backwards_is_refused_where_it_is_made()
    {
        var net = new BackpropNetwork("Net");
        var (first, second) = (net.AddLayer("First", [1, 2]), net.AddLayer("Second", [1, 2]));
        Throws("Projection 'SecondToFirst' leads backwards: layer 'First' was added before 'Second', and in network 'Net' layers compute once a trial", () => net.Project(second, first, Connectivity.Full));
        Throws("layer 'First' would receive from itself", () => net.Project(first, first, Connectivity.Full));
        Assert.Empty(net.Projections);
        Throws("'Other' is not in network 'Net'", () => net.Project(first, new BackpropLayer("Other", [1, 2]), Connectivity.Full));
    }

    [Fact]
    public void Projection_to_an_input_layer_is_refused()
    {
        var net = new BackpropNetwork("Net");
        Throws("'Input' is an Input layer, whose activation is its pattern", () => net.Project(net.AddLayer("A", [1, 2]), net.AddLayer("Input", [1, 2], LayerKind.Input), Connectivity.Full));
    }

    [Fact]
    public void Network_without_output_is_refused()
    {
        var net = new BackpropNetwork("Net");
        net.Project(net.AddLayer("Input", [1, 2], LayerKind.Input), net.AddLayer("Hidden", [1, 2]), Connectivity.Full);
        Throws("Network 'Net' has no Target layer", () => net.Initialize(seed: 1));
    }

    [Fact]
    public void Output_that_nothing_is_projected_to_is_refused() =>
        Throws("Layer 'Lonely' is a Target layer that nothing is projected to", () => Nets.Small(n => n.AddLayer("Lonely", [1, 2], LayerKind.Target)));

    [Theory]
    [InlineData(ActivationFunction.ReLU)]
    [InlineData(ActivationFunction.Linear)]
    public void Cross_entropy_of_what_is_no_probability_is_refused(ActivationFunction function)
    {
        var message = $"Layer 'Output': Error.Function is CrossEntropy, which {function} units have not";
        Throws(message, () => Nets.Small(n => (n["Output"].Act.Function, n["Output"].Error.Function) = (function, ErrorFunction.CrossEntropy)));
        var net = Nets.Small();
        Nets.Present(net, 1);
        (net["Output"].Act.Function, net["Output"].Error.Function) = (function, ErrorFunction.CrossEntropy);
        Throws(message, () => net.RunTrial());
    }

    [Theory]
    [InlineData(-0.1f)]
    [InlineData(101f)]
    [InlineData(float.NaN)]
    public void Learning_rate_out_of_range_is_refused(float rate)
    {
        Throws("it must be within 0…100", () => Nets.Small(n => ((BackpropProjection)n.Projections[0]).Learn.Lrate = rate));
        Throws("it must be within 0…100", () => Nets.Small(n => n.Style.Add("Layer", "too much", (BackpropLayer l) => l.Bias.Learn.Lrate = rate)));
        var net = Nets.Small();
        Nets.Train(net, 1);
        var before = Nets.Bits(net);
        ((BackpropProjection)net.Projections[1]).Learn.Lrate = rate;
        Throws("Prjn 'HiddenToOutput': 'Learn.Lrate' is", () => net.RunTrial());
        Throws("it must be within 0…100", () => net.RunTrial());   // and again, until it is mended
        Assert.Equal(before, Nets.Bits(net));
        ((BackpropProjection)net.Projections[1]).Learn.Lrate = 0.5f;
        net.RunTrial();
    }

    [Fact]
    public void Parameter_changed_between_trials_counts_from_the_next_on()
    {
        BackpropNetwork one = Nets.Small(), other = Nets.Small();
        Nets.Train(one, 2);
        Nets.Train(other, 2);
        ((BackpropProjection)other.Projections[1]).Learn.Lrate = 0.5f;
        Assert.Equal(Nets.Bits(one), Nets.Bits(other));
        Nets.Train(one, 1);
        Nets.Train(other, 1);
        Assert.NotEqual(Nets.Bits(one), Nets.Bits(other));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-3)]
    public void Batch_of_nothing_is_refused(int size)
    {
        var net = new BackpropNetwork("Net");
        Assert.Contains($"a batch has at least 1 trial; {size} were asked for", Assert.Throws<ArgumentOutOfRangeException>(() => net.BatchSize = size).Message, StringComparison.Ordinal);
        Assert.Equal(1, net.BatchSize);
    }

    [Fact]
    public void Values_that_are_no_numbers_are_refused_and_leave_all_as_it_was()
    {
        var net = Nets.Small();
        Nets.Present(net, 1);
        var before = Nets.Bits(net);
        Throws("Pattern 'Input' has the value NaN at element 2", () => net["Input"].Present([0, 1, float.NaN, 0, 0], [5]));
        Throws("Pattern 'Output' has the value", () => net["Output"].Present([0, float.PositiveInfinity, 0], [3]));
        Assert.Equal(before, Nets.Bits(net));
    }

    [Theory]
    [InlineData(ActivationFunction.Sigmoid, 1.5f, "needs targets within 0…1")]
    [InlineData(ActivationFunction.Sigmoid, -0.5f, "needs targets within 0…1")]
    [InlineData(ActivationFunction.Tanh, -1.5f, "needs targets within -1…1")]
    [InlineData(ActivationFunction.Softmax, -0.5f, "needs targets of 0 or more")]
    public void Target_that_is_no_probability_has_no_cross_entropy(ActivationFunction function, float target, string message)
    {
        var net = Nets.Small(n => (n["Output"].Act.Function, n["Output"].Error.Function) = (function, ErrorFunction.CrossEntropy));
        Throws(message, () => net["Output"].Present([0, 0, target], [3]));
        Assert.All(net["Output"].Units("Targ").ToArray(), t => Assert.Equal(0f, t));
    }

    [Fact]
    public void Wrong_pattern_of_an_environment_leaves_those_before_it_unshown()
    {
        var net = Nets.Small(n => n["Output"].Error.Function = ErrorFunction.CrossEntropy);
        var table = new Emergent.Data.Table("Wrong");
        table.AddColumn<float>("Input", [1, 5]);
        table.AddColumn<float>("Output", [1, 3]);
        table.Add(new float[] { 1, 1, 1, 1, 1 }, new float[] { 0, 2, 0 });
        var environment = new TableEnvironment(table);
        environment.Step();
        Throws("Pattern 'Output' has the value 2 at element 1", () => net.Present(environment));
        Assert.All(net["Input"].Units("Ext").ToArray(), v => Assert.Equal(0f, v));
    }

    [Fact]
    public void Trial_without_input_or_target_is_refused()
    {
        var net = Nets.Small();
        Throws("no layer was given input for this trial. Present a pattern to an Input layer, such as 'Input'", () => net.RunTrial());
        net["Input"].Present(new float[5], [5]);
        Throws("no layer was given a target for this trial, so that there is nothing to learn. Present a pattern to a Target layer, such as 'Output'", () => net.RunTrial());
        net.RunTrial(learn: false);
        Throws("Layer 'Output' has no target that it could be scored against", () => net["Output"].SquaredError());
        Throws("Layer 'Hidden' has no target", () => _ = net["Hidden"].Agreement);
    }

    [Fact]
    public void Weights_that_grow_beyond_all_bounds_are_an_error_that_names_the_layer()
    {
        var net = Nets.Small(n =>
        {
            n["Output"].Act.Function = ActivationFunction.Linear;
            n["Output"].Bias.Learn.Lrate = 100f;
        });
        Throws("unit 0 has come to NaN; weights have grown beyond all bounds. Lower Learn.Lrate", () => Nets.Train(net, 100));
    }

    [Fact]
    public void Network_must_be_initialized_before_it_is_run()
    {
        var net = new BackpropNetwork("Net");
        var layer = net.AddLayer("Layer", [1, 1]);
        Throws("Network 'Net' has no weights yet, so it cannot run. Call Initialize(seed) first.", () => net.RunTrial());
        Throws("Layer 'Layer' has no units yet", () => layer.SquaredError());
        Throws("Layer 'Layer' has no units yet", () => _ = layer.AverageActivity);
    }

    private static void Throws(string message, Action action) => Assert.Contains(message, Assert.Throws<EmergentException>(action).Message, StringComparison.Ordinal);
}
