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
    public void Short_ways_give_patterns_that_take_their_parameters()
    {
        Assert.Equal(new CircleConnectivity { Radius = 3, TopoWts = true, Wrap = false }, Connectivity.Circle(3) with { TopoWts = true, Wrap = false });
        Assert.Equal(new PoolTileConnectivity { Recip = true }, Connectivity.PoolTile with { Recip = true });
        Assert.Equal(new UniformRandomConnectivity { PCon = 0.2f, Seed = 5, Recip = true }, Connectivity.UniformRandom(0.2f, seed: 5) with { Recip = true });
        Assert.Equal(new FullConnectivity { SelfCon = true }, Connectivity.Full with { SelfCon = true });
        Assert.Equal(Connectivity.Full, (Connectivity)new FullConnectivity());
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
    public void Tiles_of_sub_pools_with_Recip_are_the_transpose_of_those_without()
    {
        var tile = new PoolTileSubConnectivity { Size = new(2, 3), Skip = new(1, 2), Subs = new(2, 1), Wrap = false };
        AssertTransposed(tile.Connect([4, 5, 2, 1], [3, 4, 1, 3]), (tile with { Recip = true }).Connect([3, 4, 1, 3], [4, 5, 2, 1]));
        var parts = tile with { SendSubs = true, Wrap = true };
        AssertTransposed(parts.Connect([4, 6, 2, 1], [3, 4, 1, 3]), (parts with { Recip = true }).Connect([3, 4, 1, 3], [4, 6, 2, 1]));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 9)]
    [InlineData(2, 21)]
    [InlineData(8, 225)]
    public void A_circle_has_all_senders_whose_rounded_distance_is_at_most_its_radius(int radius, int senders)
    {
        var connections = Connectivity.Circle(radius).Connect([20, 20], [20, 20]);
        Assert.All(connections.SendersPerReceiver(), count => Assert.Equal(senders, count));
        Assert.True(connections.Contains(receiver: 210, sender: 210 + radius * 20));
        Assert.False(connections.Contains(receiver: 210, sender: 210 + (radius + 1) * 20));
    }

    [Fact]
    public void A_circle_between_layers_with_pools_counts_rows_and_columns_over_all_pools()
    {
        // Unit 3 of pool 0 is at row 1, column 1; its neighbours to the right and behind are in pools 1, 2 and 3.
        var connections = new CircleConnectivity { Radius = 1, Wrap = false }.Connect([2, 2, 2, 2], [2, 2, 2, 2]);
        Assert.Equal([0, 1, 2, 3, 4, 6, 8, 9, 12], connections.SendersOf(3).ToArray());
    }

    [Fact]
    public void A_circle_with_AutoScale_keeps_a_margin_of_Start_at_either_end()
    {
        // Six senders less one at either end, for two receivers: centres at 1 and 3.
        var connections = new CircleConnectivity { Radius = 0, Start = new(1, 0), AutoScale = true, Wrap = false }.Connect([1, 6], [1, 2]);
        Assert.Equal([1], connections.SendersOf(0).ToArray());
        Assert.Equal([3], connections.SendersOf(1).ToArray());
    }

    [Fact]
    public void Gaussian_scales_of_a_circle_are_largest_in_the_middle_and_there_MaxWt()
    {
        var circle = new CircleConnectivity { Radius = 3, TopoWts = true, MaxWt = 0.8f };
        Shape layer = [9, 9];
        var connections = circle.Connect(layer, layer);
        var scales = circle.TopographicScales(layer, layer, connections);
        for (var r = 0; r < 81; r++)
        {
            var senders = connections.SendersOf(r);
            for (var k = 0; k < senders.Length; k++)
            {
                var scale = scales[connections.ReceiverStart(r) + k];
                Assert.Equal(circle.TopoWeight(layer, layer, senders[k], r), scale);
                if (senders[k] == r) { Assert.Equal(0.8f, scale); }
                else { Assert.InRange(scale, 0.05f, 0.7f); }
            }
        }
        Assert.Equal(0.8f * MathF.Exp(-0.5f * 4f / (1.5f * 1.5f)), circle.TopoWeight(layer, layer, sender: 42, receiver: 40), 1e-4f);
        Assert.Throws<ArgumentOutOfRangeException>(() => circle.TopoWeight(layer, layer, sender: 81, receiver: 0));
    }

    [Fact]
    public void The_way_back_has_the_topographic_scales_of_the_way_there()
    {
        Shape a = [6, 5], b = [4, 7];
        Connectivity circle = new CircleConnectivity { Radius = 2, TopoWts = true, Wrap = false };
        var back = circle.Reversed();
        Assert.Equal("Circle reversed", back.PatternName);
        Assert.True(back.HasTopographicScales);
        Connections there = circle.Connect(a, b), hither = back.Connect(b, a);
        float[] scalesThere = circle.TopographicScales(a, b, there), scalesBack = back.TopographicScales(b, a, hither);
        for (var r = 0; r < hither.ReceiverCount; r++)
        {
            for (var k = 0; k < hither.SendersOf(r).Length; k++)
            {
                var s = hither.SendersOf(r)[k];
                Assert.Equal(scalesThere[there.ReceiverStart(s) + there.SendersOf(s).IndexOf(r)], scalesBack[hither.ReceiverStart(r) + k]);
            }
        }
    }

    [Fact]
    public void Random_choices_within_pools_are_plain_random_choices_where_a_layer_has_no_pools()
    {
        foreach (var (senders, receivers) in new (Shape, Shape)[] { ([6, 6], [2, 2, 3, 3]), ([2, 2, 3, 3], [5, 5]), ([4, 4], [5, 5]) })
        {
            Assert.Equal(Pairs(Connectivity.UniformRandom(0.3f, seed: 3).Connect(senders, receivers)), Pairs(Connectivity.PoolUniformRandom(0.3f, seed: 3).Connect(senders, receivers)));
            AssertTransposed(
                Connectivity.PoolUniformRandom(0.3f, seed: 3).Connect(senders, receivers),
                new PoolUniformRandomConnectivity { PCon = 0.3f, Seed = 3, Recip = true }.Connect(receivers, senders));
        }
    }

    [Fact]
    public void Random_choices_within_pools_are_made_of_the_pool_of_the_same_index()
    {
        var pattern = new PoolUniformRandomConnectivity { PCon = 0.5f, Seed = 8, SendStart = 1, NPools = 2 };
        var connections = pattern.Connect([2, 2, 3, 2], [2, 2, 2, 2]);
        for (var r = 0; r < 16; r++)
        {
            Assert.Equal(r < 8 ? 3 : 0, connections.SendersOf(r).Length);
            foreach (var s in connections.SendersOf(r)) { Assert.Equal(r / 4 + 1, s / 6); }
        }
        // Recip changes nothing between layers with pools, as in emergent; Reversed does.
        Assert.Equal(Pairs(connections), Pairs((pattern with { Recip = true }).Connect([2, 2, 3, 2], [2, 2, 2, 2])));
        AssertTransposed(connections, pattern.Reversed().Connect([2, 2, 2, 2], [2, 2, 3, 2]));
    }

    [Fact]
    public void A_pool_is_connected_to_itself_but_for_its_units_to_themselves()
    {
        var pool = new PoolRectConnectivity();
        var connections = pool.Connect([1, 2, 1, 3], [1, 2, 1, 3], same: true);
        Assert.Equal([3, 5], connections.SendersOf(4).ToArray());
        Assert.Equal([3, 4, 5], (pool with { SelfCon = true }).Connect([1, 2, 1, 3], [1, 2, 1, 3], same: true).SendersOf(4).ToArray());
    }

    [Fact]
    public void Fields_far_larger_than_the_layer_or_far_outside_it_are_found_at_once()
    {
        Xy most = new(int.MaxValue, int.MaxValue), least = new(int.MinValue, int.MinValue);
        Assert.True(new RectConnectivity { Size = most, Start = least }.Connect([3, 4], [2, 2]).IsFull);
        Assert.Equal(0, new RectConnectivity { Size = new(9, 9), Start = least, Wrap = false }.Connect([3, 4], [2, 2]).Count);
        Assert.True(new PoolTileConnectivity { Size = most, Skip = most, Start = most }.Connect([3, 4, 1, 1], [2, 2, 1, 1]).IsFull);
        Assert.True(new CircleConnectivity { Radius = int.MaxValue - 1 }.Connect([3, 4], [2, 2]).IsFull);
    }

    [Fact]
    public void Short_ways_are_the_patterns_with_these_parameters()
    {
        Assert.Equal(new CircleConnectivity { Radius = 3 }, Connectivity.Circle(3));
        Assert.Equal(new PoolRectConnectivity { Size = new(2, 3) }, Connectivity.PoolRect(width: 2, height: 3));
        Assert.Equal(new RectConnectivity { Size = new(2, 3) }, Connectivity.Rect(width: 2, height: 3));
        Assert.Equal(new PoolUniformRandomConnectivity { PCon = 0.2f, Seed = 4 }, Connectivity.PoolUniformRandom(0.2f, seed: 4));
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
        AssertRefused("OneToOne connectivity: RecvStart is -2; it must be at least 0.", () => new OneToOneConnectivity { RecvStart = -2 });
        AssertRefused("GaussTopo: Sigma is 0; it must be a finite number above 0", () => new GaussTopo { Sigma = 0f });
        AssertRefused("GaussTopo: Sigma is NaN;", () => new GaussTopo { Sigma = float.NaN });
        AssertRefused("GaussTopo: CtrMove is NaN; it must be finite.", () => new GaussTopo { CtrMove = float.NaN });
        AssertRefused("SigmoidTopo: Gain is NaN; it must be finite.", () => new SigmoidTopo { Gain = float.NaN });
        AssertRefused("SigmoidTopo: CtrMove is", () => new SigmoidTopo { CtrMove = float.PositiveInfinity });
        AssertRefused("PoolTile connectivity: TopoRange is", () => new PoolTileConnectivity { TopoRange = new(float.NaN, 1f) });
        AssertRefused("PoolTileSub connectivity: Size is (2, -1); it must be at least (1, 1).", () => new PoolTileSubConnectivity { Size = new(2, -1) });
        AssertRefused("PoolTileSub connectivity: Subs is (0, 2); it must be at least (1, 1).", () => new PoolTileSubConnectivity { Subs = new(0, 2) });
        AssertRefused("Circle connectivity: Radius is -1; it must be at least 0.", () => Connectivity.Circle(-1));
        AssertRefused("Circle connectivity: Scale is (NaN, 1); it must be finite.", () => new CircleConnectivity { Scale = new(float.NaN, 1f) });
        AssertRefused("Circle connectivity: Sigma is 0; it must be a finite number above 0", () => new CircleConnectivity { Sigma = 0f });
        AssertRefused("Circle connectivity: MaxWt is NaN; it must be finite.", () => new CircleConnectivity { MaxWt = float.NaN });
        AssertRefused("Rect connectivity: Scale is (1, NaN); it must be finite.", () => new RectConnectivity { Scale = new(1f, float.NaN) });
        AssertRefused("Rect connectivity: RecvN is (0, -1); it must be at least (0, 0).", () => new RectConnectivity { RecvN = new(0, -1) });
        AssertRefused("PoolRect connectivity: Size is (0, 1); it must be at least (1, 1).", () => Connectivity.PoolRect(0, 1));
        AssertRefused("PoolRect connectivity: RecvStart is (-1, 0);", () => new PoolRectConnectivity { RecvStart = new(-1, 0) });
        AssertRefused("PoolUnifRnd connectivity: PCon is -0.1; it must be a proportion from 0 to 1.", () => Connectivity.PoolUniformRandom(-0.1f, seed: 1));
        AssertRefused("PoolUnifRnd connectivity: PCon is NaN;", () => Connectivity.PoolUniformRandom(float.NaN, seed: 1));
        AssertRefused("PoolUnifRnd connectivity: NPools is -1;", () => new PoolUniformRandomConnectivity { NPools = -1 });

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
        AssertError("PoolRect connectivity: RecvStart.Y is 2, but there are 2 rows of pools in the receiving layer; choose it from 0 to 1.",
            new PoolRectConnectivity { RecvStart = new(0, 2) }, [4, 4], [2, 2, 3, 3]);
        AssertError("PoolUnifRnd connectivity: SendStart is 4, but there are 4 sending pools;",
            new PoolUniformRandomConnectivity { SendStart = 4 }, [2, 2, 3, 3], [2, 2, 3, 3]);
        AssertError("PoolTileSub connectivity: Subs is (2, 2), but the receiving layer has 3 columns and 4 rows of pools, which are not whole groups of that size.",
            new PoolTileSubConnectivity(), [4, 4, 1, 1], [4, 3, 1, 1]);
        AssertError("PoolTileSub connectivity: Subs is (2, 2), but the receiving layer has no pools",
            new PoolTileSubConnectivity(), [4, 4, 1, 1], [4, 4]);
        AssertError("PoolTileSub connectivity: Subs is (2, 2), but the sending layer has no pools",
            new PoolTileSubConnectivity { SendSubs = true }, [4, 4], [4, 4, 1, 1]);
        AssertError("PoolTileSub connectivity: Subs is (2, 2), but the sending layer has no pools",
            new PoolTileSubConnectivity { Recip = true }, [4, 4], [4, 4, 1, 1]);
        AssertError("Circle connectivity: the receiving layer has shape [2, 3, 4];", Connectivity.Circle(1), [2, 3], [2, 3, 4]);
        AssertError("PoolUnifRnd connectivity: the sending layer has shape [2, 0] and so no units;", Connectivity.PoolUniformRandom(1f, 0), [2, 0], [2, 3]);
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
    public void A_circle_of_one_unit_has_no_Gaussian()
    {
        var point = new CircleConnectivity { Radius = 0, TopoWts = true };
        var connections = point.Connect([3, 3], [3, 3]);
        var error = Assert.Throws<EmergentException>(() => point.TopographicScales([3, 3], [3, 3], connections));
        Assert.Contains("Circle connectivity: Radius is 0, so that its Gaussian has no width; choose it from 1, or TopoWts = false.", error.Message, StringComparison.Ordinal);
        Assert.All((point with { TopoWts = false }).TopographicScales([3, 3], [3, 3], connections), scale => Assert.Equal(1f, scale));
    }

    [Fact]
    public void The_newer_patterns_are_read_from_emergents_names_and_parameters()
    {
        Assert.Equal(
            new CircleConnectivity { Radius = 3, Start = new(1, 2), Scale = new(2f, 1.5f), TopoWts = true, MaxWt = 0.9f },
            Read("Circle", """{"Radius":3,"Start":{"X":1,"Y":2},"Scale":{"X":2,"Y":1.5},"AutoScale":false,"Wrap":true,"TopoWts":true,"Sigma":0.5,"MaxWt":0.9,"SelfCon":false}"""));
        Assert.Equal(
            new PoolTileSubConnectivity { Subs = new(2, 1), SendSubs = true, SigFull = new() { On = true } },
            Read("PoolTileSub", """{"Subs":{"X":2,"Y":1},"SendSubs":true,"SigFull":{"On":true,"Gain":0.05,"CtrMove":0.5}}"""));
        Assert.Equal(new PoolRectConnectivity { Size = new(3, 2), RoundScale = true }, Read("PoolRect", """{"Size":{"X":3,"Y":2},"RoundScale":true}"""));
        Assert.Equal(new PoolUniformRandomConnectivity { PCon = 0.25f, Seed = 7 }, Read("PoolUnifRnd", """{"PCon":0.25,"Rand":{},"RndSeed":7}"""));
        Assert.False(Connectivity.IsKnown("Circle reversed"));
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
