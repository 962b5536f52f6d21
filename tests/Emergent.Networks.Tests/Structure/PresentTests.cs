using Emergent.Data;

namespace Emergent.Networks.Tests;

/// <summary>Presenting patterns: which fit, and what the errors say.</summary>
public class PresentTests
{
    [Theory]
    [InlineData(new[] { 2, 1 })]
    [InlineData(new[] { 3 })]
    [InlineData(new[] { 1, 3 })]
    [InlineData(new[] { 1, 1, 1, 2 })]
    public void A_pattern_of_another_shape_is_refused(int[] sizes)
    {
        var (network, a, _) = Built();
        var shape = Shape.Create(sizes);
        NetworkTests.AssertSays(() => network.Present("A", new Tensor<float>(shape)), "Layer 'A' has shape [1, 2]", $"pattern 'A' has {shape}", "Give the pattern the layer's shape");
        Assert.Equal([7f, 7f], a.Units("Input").ToArray());
    }

    [Fact]
    public void A_flat_pattern_of_as_many_values_fits()
    {
        var (network, a, _) = Built();
        network.Present("A", new Tensor<float>([2], [1f, 2f]));
        Assert.Equal([1f, 2f], a.Units("Input").ToArray());
    }

    [Fact]
    public void A_smaller_pattern_is_for_the_units_from_the_first_row_and_column_on_where_a_layer_takes_it()
    {
        var network = new TinyNetwork();
        var layer = new TinyLayer("A", [3, 4]) { TakesSmallerPatterns = true };
        network.Add(layer);
        network.Build();
        network.Present("A", new Tensor<float>([2, 3], [1f, 2f, 3f, 4f, 5f, 6f]));
        Assert.Equal([1f, 2f, 3f, 0f, 4f, 5f, 6f, 0f, 0f, 0f, 0f, 0f], layer.Units("Input").ToArray());
        NetworkTests.AssertSays(() => network.Present("A", new Tensor<float>([2, 5])), "Layer 'A' has shape [3, 4]", "pattern 'A' has [2, 5]");
        NetworkTests.AssertSays(() => network.Present("A", new Tensor<float>([4, 1])), "Layer 'A' has shape [3, 4]", "pattern 'A' has [4, 1]");
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    public void A_value_that_is_not_a_number_is_named_by_its_place(float value)
    {
        var (network, a, _) = Built();
        NetworkTests.AssertSays(() => network.Present("A", new Tensor<float>([1, 2], [1f, value])), "Pattern 'A'", $"the value {value}", "[0, 1]", "finite");
        Assert.Equal([7f, 7f], a.Units("Input").ToArray());
    }

    [Fact]
    public void A_shape_needs_as_many_values()
    {
        var (_, a, _) = Built();
        NetworkTests.AssertSays(() => a.Present([1f], [1, 2]), "'A' has 1 values", "[1, 2] needs 2");
    }

    [Fact]
    public void A_pattern_for_an_unknown_layer_is_refused() =>
        NetworkTests.AssertSays(() => Built().Network.Present("AA", new Tensor<float>([1, 2])), "no layer 'AA'", "Did you mean 'A'?");

    [Fact]
    public void Each_state_of_an_environment_goes_to_the_layer_of_its_name()
    {
        var (network, a, b) = Built();
        network.Present(new TwoStates("B", [1, 3], "Reward", [1, 1]));
        Assert.Equal([1f, 1f, 1f], b.Units("Input").ToArray());
        Assert.Equal([7f, 7f], a.Units("Input").ToArray());
    }

    [Fact]
    public void An_environment_without_a_state_for_any_layer_is_refused() =>
        NetworkTests.AssertSays(() => Built().Network.Present(new TwoStates("X", [1, 2], "Y", [1, 2])), "'Two states' has the states X, Y", "'Tiny' has the layers A, B", "same name");

    [Fact]
    public void No_state_reaches_its_layer_if_one_does_not_fit()
    {
        var (network, a, _) = Built();
        NetworkTests.AssertSays(() => network.Present(new TwoStates("A", [1, 2], "B", [2, 2])), "Layer 'B' has shape [1, 3]");
        Assert.Equal([7f, 7f], a.Units("Input").ToArray());
    }

    [Fact]
    public void Nothing_is_presented_before_the_network_is_built() =>
        NetworkTests.AssertSays(() => NetworkTests.Two().Network.Present(new TwoStates("A", [1, 2], "B", [1, 3])), "'Tiny' has no units yet", "Initialize");

    private static (TinyNetwork Network, TinyLayer A, TinyLayer B) Built()
    {
        var (network, a, b) = NetworkTests.Two();
        network.Build();
        a.Units("Input").Fill(7f);
        return (network, a, b);
    }

    /// <summary>Shows two tensors of ones.</summary>
    private sealed class TwoStates(string first, Shape firstShape, string second, Shape secondShape) : IEnvironment
    {
        public string Name => "Two states";

        public IReadOnlyList<StateElement> States => [new(first, firstShape), new(second, secondShape)];

        public IReadOnlyList<Counter> Counters => [];

        public string TrialName => "";

        public void Initialize(long seed, int run) { }

        public bool Step() => true;

        public Tensor<float> State(string name)
        {
            var state = new Tensor<float>(name == first ? firstShape : secondShape);
            state.Fill(1f);
            return state;
        }
    }
}
