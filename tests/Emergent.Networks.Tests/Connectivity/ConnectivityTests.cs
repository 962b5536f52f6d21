using System.Text.Json;
using Emergent.Data;

namespace Emergent.Networks.Tests;

public class ConnectivityTests
{
    [Fact]
    public void Two_random_patterns_of_one_seed_with_Recip_on_one_side_are_each_others_transpose()
    {
        Shape a = [6, 7], b = [2, 2, 3, 4];
        var there = new UniformRandomConnectivity { PCon = 0.3f, Seed = 17 };
        AssertTransposed(there.Connect(a, b), (there with { Recip = true }).Connect(b, a));
        AssertTransposed(there.Connect(a, a, same: true), (there with { Recip = true }).Connect(a, a, same: true));
    }

    [Fact]
    public void Tiles_and_rectangles_with_Recip_are_the_transpose_of_those_without()
    {
        var tile = new PoolTileConnectivity { Size = new(3, 2), Skip = new(2, 1), Wrap = false };
        AssertTransposed(tile.Connect([4, 5, 2, 1], [3, 2, 1, 3]), (tile with { Recip = true }).Connect([3, 2, 1, 3], [4, 5, 2, 1]));
        AssertTransposed(tile.Connect([4, 5], [3, 2, 1, 3]), (tile with { Recip = true }).Connect([3, 2, 1, 3], [4, 5]));
        var rect = new RectConnectivity { Size = new(3, 2), Start = new(-1, 0), AutoScale = true };
        AssertTransposed(rect.Connect([6, 8], [2, 2, 2, 2]), (rect with { Recip = true }).Connect([2, 2, 2, 2], [6, 8]));
    }

    [Fact]
    public void Random_choices_depend_on_the_seed_alone()
    {
        var first = Connectivity.UniformRandom(0.5f, seed: 1).Connect([10, 10], [10, 10]);
        var again = Connectivity.UniformRandom(0.5f, seed: 1).Connect([10, 10], [10, 10]);
        var other = Connectivity.UniformRandom(0.5f, seed: 2).Connect([10, 10], [10, 10]);
        Assert.Equal(Pairs(first), Pairs(again));
        Assert.NotEqual(Pairs(first), Pairs(other));
        Assert.NotEqual(first.SendersOf(0).ToArray(), first.SendersOf(1).ToArray());
    }

    [Fact]
    public void Every_sender_is_as_likely_to_be_chosen_as_any_other()
    {
        var connections = Connectivity.UniformRandom(0.1f, seed: 5).Connect([5, 10], [100, 200]);
        // 20 000 receivers choose 5 of 50: 2000 each, with a standard deviation of 42.
        for (var s = 0; s < 50; s++) { Assert.InRange(connections.ReceiversOf(s).Length, 1800, 2200); }
    }

    [Fact]
    public void A_tile_that_wraps_past_itself_connects_each_pool_once()
    {
        var connections = new PoolTileConnectivity { Size = new(7, 5), Start = new(-9, -9) }.Connect([2, 3, 1, 2], [1, 1, 2, 2]);
        Assert.True(connections.IsFull);
        Assert.Equal(12 * 4, connections.Count);
    }

    [Fact]
    public void Topographic_scales_follow_the_ascending_senders_of_each_receiver()
    {
        var tile = new PoolTileConnectivity { Size = new(3, 2), Wrap = false, Start = new(0, 0), Skip = new(1, 1) };
        Shape senders = [4, 4, 2, 2], receivers = [3, 2, 2, 3];
        var connections = tile.Connect(senders, receivers);
        var (shape, weights) = tile.TopoWeights(senders, receivers);
        var scales = tile.TopographicScales(senders, receivers, connections);

        Assert.Equal(connections.Count, scales.Length);
        Assert.Equal([2, 3, 2, 3, 2, 2], shape.ToArray());
        for (var r = 0; r < connections.ReceiverCount; r++)
        {
            for (var k = 0; k < connections.SendersOf(r).Length; k++)
            {
                Assert.Equal(weights[r % 6 * 24 + k], scales[connections.ReceiverStart(r) + k]);
            }
        }
    }

    [Fact]
    public void Patterns_without_topography_scale_every_synapse_by_one()
    {
        var connections = Connectivity.OneToOne.Connect([2, 3], [2, 3]);
        Assert.False(Connectivity.OneToOne.HasTopographicScales);
        Assert.Equal([1f, 1f, 1f, 1f, 1f, 1f], Connectivity.OneToOne.TopographicScales([2, 3], [2, 3], connections));
        var plain = new PoolTileConnectivity { GaussFull = new() { On = false }, GaussInPool = new() { On = false } };
        Assert.False(plain.HasTopographicScales);
        Assert.Throws<EmergentException>(() => plain.TopoWeights([2, 2, 2, 2], [2, 2, 2, 2]));
    }

    [Fact]
    public void More_overlapping_tiles_than_there_are_scales_for_are_an_error()
    {
        var back = new PoolTileConnectivity { Size = new(2, 2), Skip = new(1, 1), Recip = true };
        var connections = back.Connect([8, 8, 1, 1], [4, 4, 1, 1]);
        var error = Assert.Throws<EmergentException>(() => back.TopographicScales([8, 8, 1, 1], [4, 4, 1, 1], connections));
        Assert.Contains("has 16 senders, but a tile has scales for 4", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Approximate_exponential_is_near_the_exact_one()
    {
        for (var x = -80f; x < 2f; x += 0.37f) { Assert.Equal(1f, Emergent.Data.LaneMath.FastExp(x) / MathF.Exp(x), 1e-4f); }
        Assert.Equal(0f, Emergent.Data.LaneMath.FastExp(-89f));
    }

    [Fact]
    public void Parameters_out_of_range_are_refused_where_they_are_written()
    {
        AssertRefused("UnifRnd connectivity: PCon is 1.5; it must be a proportion from 0 to 1.", () => new UniformRandomConnectivity { PCon = 1.5f });
        AssertRefused("UnifRnd connectivity: PCon is NaN;", () => Connectivity.UniformRandom(float.NaN, seed: 1));
        AssertRefused("Rect connectivity: Size is (2, 0); it must be at least (1, 1).", () => new RectConnectivity { Size = new(2, 0) });
        AssertRefused("PoolTile connectivity: Size is (0, 1);", () => new PoolTileConnectivity { Size = new(0, 1) });
        AssertRefused("OneToOne connectivity: NCons is -1;", () => new OneToOneConnectivity { NCons = -1 });
        AssertRefused("PoolOneToOne connectivity: SendStart is -1;", () => new PoolOneToOneConnectivity { SendStart = -1 });
        AssertRefused("Sigma is 0;", () => new GaussTopo { Sigma = 0f });

        static void AssertRefused(string message, Func<object> make) =>
            Assert.Contains(message, Assert.Throws<ArgumentException>(make).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Parameters_that_do_not_fit_the_layers_are_errors_that_name_pattern_parameter_and_remedy()
    {
        AssertError("OneToOne connectivity: SendStart is 6, but there are 6 sending units; choose it from 0 to 5.",
            new OneToOneConnectivity { SendStart = 6 }, [2, 3], [2, 3]);
        AssertError("PoolOneToOne connectivity: RecvStart is 4, but there are 4 receiving pools;",
            new PoolOneToOneConnectivity { RecvStart = 4 }, [3, 3], [2, 2, 1, 1]);
        AssertError("Rect connectivity: RecvStart.X is 3, but there are 3 columns in the receiving layer;",
            new RectConnectivity { RecvStart = new(3, 0) }, [4, 4], [4, 3]);
        AssertError("Full connectivity: the sending layer has shape [5];", Connectivity.Full, [5], [2, 3]);
        AssertError("PoolTile connectivity: the receiving layer has shape [2, 3, 4];", Connectivity.PoolTile, [2, 3], [2, 3, 4]);
        AssertError("Full connectivity: the receiving layer has shape [0, 3] and so no units;", Connectivity.Full, [2, 3], [0, 3]);
        Assert.Throws<ArgumentException>(() => Connectivity.Full.Connect([2, 3], [3, 2], same: true));

        static void AssertError(string message, Connectivity pattern, Shape senders, Shape receivers) =>
            Assert.Contains(message, Assert.Throws<EmergentException>(() => pattern.Connect(senders, receivers)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pattern_is_read_from_emergents_name_and_parameters()
    {
        Assert.Equal(
            new RectConnectivity { Size = new(3, 1), Scale = new(0.5f, 2f), Wrap = false, RecvN = new(0, 2) },
            Read("Rect", """{"Size":{"X":3,"Y":1},"Scale":{"X":0.5,"Y":2},"Wrap":false,"RecvN":{"X":0,"Y":2}}"""));
        Assert.Equal(
            new UniformRandomConnectivity { PCon = 0.05f, Seed = -8289955555648655504 },
            Read("UnifRnd", """{"PCon":0.05,"SelfCon":false,"Recip":false,"Rand":{"Rand":{}},"RndSeed":-8289955555648655504}"""));
        Assert.Equal(
            new PoolTileConnectivity { GaussFull = new() { Sigma = 0.4f }, TopoRange = new(0.5f, 1f) },
            Read("PoolTile", """{"GaussFull":{"Sigma":0.4},"TopoRange":{"Min":0.5,"Max":1}}"""));
        Assert.Equal(Connectivity.PoolOneToOne, Connectivity.FromJson("PoolOneToOne", default));
    }

    [Fact]
    public void Unknown_patterns_and_parameters_are_errors_with_a_suggestion()
    {
        Assert.True(Connectivity.IsKnown("PoolSameUnit"));
        Assert.False(Connectivity.IsKnown("PoolSameunit"));
        AssertError("There is no connectivity pattern 'OneToOn'. Did you mean 'OneToOne'?", "OneToOn", "{}");
        AssertError("Rect connectivity has no parameter 'Sise'. Did you mean 'Size'?", "Rect", """{"Sise":{"X":1,"Y":1}}""");
        AssertError("PoolTile connectivity, GaussFull has no parameter 'Sgma'. Did you mean 'Sigma'?", "PoolTile", """{"GaussFull":{"Sgma":1}}""");
        AssertError("Full connectivity has no parameter 'Rand'.", "Full", """{"Rand":{}}""");
        AssertError("Full connectivity has no parameter 'PatternName'.", "Full", """{"PatternName":"Rect"}""");
        AssertError("PCon is 2; it must be", "UnifRnd", """{"PCon":2}""");
        AssertError("UnifRnd connectivity cannot be read", "UnifRnd", """{"PCon":"half"}""");
        AssertError("its parameters are 3;", "Full", "3");

        static void AssertError(string message, string pattern, string parameters) =>
            Assert.Contains(message, Assert.Throws<EmergentException>(() => Read(pattern, parameters)).Message, StringComparison.Ordinal);
    }

    private static Connectivity Read(string pattern, string parameters)
    {
        using var document = JsonDocument.Parse(parameters);
        return Connectivity.FromJson(pattern, document.RootElement);
    }

    private static void AssertTransposed(Connections there, Connections back)
    {
        Assert.True(there.Count > 0);
        Assert.Equal(Pairs(there), Pairs(back).Select(pair => (pair.Sender, pair.Receiver)).Order());
    }

    private static List<(int Receiver, int Sender)> Pairs(Connections connections)
    {
        var pairs = new List<(int, int)>();
        for (var r = 0; r < connections.ReceiverCount; r++)
        {
            foreach (var s in connections.SendersOf(r)) { pairs.Add((r, s)); }
        }
        return pairs;
    }
}
