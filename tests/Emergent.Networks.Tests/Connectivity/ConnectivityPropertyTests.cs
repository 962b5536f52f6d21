using Emergent.Data;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Core;

namespace Emergent.Networks.Tests;

/// <summary>What is true of every pattern between any two layers that it joins.</summary>
public class ConnectivityPropertyTests
{
    // A fixed start of the draws, so that every run checks the same cases.
    private static readonly FsCheck.Config Fixed = FsCheck.Config.QuickThrowOnFailure
        .WithReplay(FSharpOption<Replay>.Some(new Replay(new Rnd(4, 5), FSharpOption<int>.None))).WithQuietOnSuccess(true).WithMaxTest(200);

    private static readonly Gen<Shape> Layers =
        from rank in Gen.Elements(2, 4)
        from sizes in Gen.Choose(1, rank == 2 ? 7 : 3).ArrayOf(rank)
        select Shape.Create(sizes);

    private static readonly Gen<Xy> Sizes = from x in Gen.Choose(1, 7) from y in Gen.Choose(1, 7) select new Xy(x, y);

    private static readonly Gen<Xy> Starts = from x in Gen.Choose(-9, 9) from y in Gen.Choose(-9, 9) select new Xy(x, y);

    private static readonly Gen<XyF> Scales = from x in Gen.Choose(-4, 12) from y in Gen.Choose(-4, 12) select new XyF(x / 4f, y / 4f);

    private static readonly Gen<bool[]> Flags = Gen.Elements(false, true).ArrayOf(6);

    private static readonly Gen<Connectivity> Patterns = Gen.OneOf(
        from flags in Flags select (Connectivity)new FullConnectivity { SelfCon = flags[0] },
        from count in Gen.Choose(0, 9) select (Connectivity)new OneToOneConnectivity { NCons = count },
        from count in Gen.Choose(0, 9) select (Connectivity)new PoolOneToOneConnectivity { NPools = count },
        from flags in Flags select (Connectivity)new PoolSameUnitConnectivity { SelfCon = flags[0] },
        from size in Sizes from start in Starts from scale in Scales from f in Flags
        select (Connectivity)new RectConnectivity { Size = size, Start = start, Scale = scale, AutoScale = f[0], RoundScale = f[1], Wrap = f[2], SelfCon = f[3], Recip = f[4] },
        from size in Sizes from start in Starts from scale in Scales from f in Flags
        select (Connectivity)new PoolRectConnectivity { Size = size, Start = start, Scale = scale, AutoScale = f[0], RoundScale = f[1], Wrap = f[2], SelfCon = f[3] },
        from radius in Gen.Choose(0, 6) from start in Starts from scale in Scales from f in Flags
        select (Connectivity)new CircleConnectivity { Radius = radius, Start = start, Scale = scale, AutoScale = f[0], Wrap = f[2], SelfCon = f[3] },
        from size in Sizes from start in Starts from skip in Sizes from f in Flags
        select (Connectivity)new PoolTileConnectivity { Size = size, Start = start, Skip = skip, Wrap = f[2], Recip = f[4] },
        from size in Sizes from start in Starts from skip in Sizes from subs in Gen.Choose(1, 2).ArrayOf(2) from f in Flags
        select (Connectivity)new PoolTileSubConnectivity { Size = size, Start = start, Skip = skip, Subs = new(subs[0], subs[1]), SendSubs = f[1], Wrap = f[2], Recip = f[4] },
        from percent in Gen.Choose(0, 100) from seed in Gen.Choose(0, 1000) from f in Flags
        select (Connectivity)new UniformRandomConnectivity { PCon = percent / 100f, Seed = seed, SelfCon = f[3], Recip = f[4] },
        from percent in Gen.Choose(0, 100) from seed in Gen.Choose(0, 1000) from f in Flags
        select (Connectivity)new PoolUniformRandomConnectivity { PCon = percent / 100f, Seed = seed, SelfCon = f[3], Recip = f[4] });

    [Fact]
    public void Both_indices_of_the_connections_have_the_same_pairs_and_all_units_are_in_range() =>
        ForAllConnections((_, _, _, _, connections) =>
        {
            var byReceiver = PairsByReceiver(connections);
            var bySender = new List<(int Receiver, int Sender)>();
            for (var s = 0; s < connections.SenderCount; s++)
            {
                foreach (var r in connections.ReceiversOf(s)) { bySender.Add((r, s)); }
            }
            Assert.Equal(byReceiver, bySender.Order());
            Assert.Equal(byReceiver.Distinct().Order(), byReceiver);
            Assert.Equal(byReceiver.Count, connections.Count);
            Assert.Equal(connections.Count, connections.SendersPerReceiver().Sum());
            Assert.Equal(connections.Count, connections.ReceiversPerSender().Sum());
            Assert.DoesNotContain(byReceiver, pair => pair.Receiver < 0 || pair.Receiver >= connections.ReceiverCount || pair.Sender < 0 || pair.Sender >= connections.SenderCount);
        });

    [Fact]
    public void The_same_pattern_makes_the_same_connections_again() =>
        ForAllConnections((pattern, senders, receivers, same, connections) =>
            Assert.Equal(PairsByReceiver(connections), PairsByReceiver((pattern with { }).Connect(senders, receivers, same))));

    [Fact]
    public void The_way_back_of_any_pattern_is_the_exact_transpose() =>
        ForAllConnections((pattern, senders, receivers, same, connections) =>
        {
            var back = pattern.Reversed().Connect(receivers, senders, same);
            Assert.Equal(PairsByReceiver(connections).Select(pair => (pair.Sender, pair.Receiver)).Order(), PairsByReceiver(back));
            Assert.Equal(PairsByReceiver(connections), PairsByReceiver(back.Transposed()));
            Assert.Equal(pattern, pattern.Reversed().Reversed());
        });

    [Fact]
    public void The_pair_built_with_Recip_is_the_exact_transpose() =>
        ForAllConnections((pattern, senders, receivers, same, connections) =>
        {
            // Not PoolUnifRnd, whose Recip does nothing between layers with pools, as in emergent.
            Connectivity? back = pattern switch
            {
                RectConnectivity rect => rect with { Recip = !rect.Recip },
                TileConnectivity tile => tile with { Recip = !tile.Recip },
                UniformRandomConnectivity random => random with { Recip = !random.Recip },
                _ => null,
            };
            if (back is null) { return; }
            Assert.Equal(PairsByReceiver(connections).Select(pair => (pair.Sender, pair.Receiver)).Order(), PairsByReceiver(back.Connect(receivers, senders, same)));
        });

    [Fact]
    public void Topographic_scales_stay_within_their_range_and_follow_it() => Check.One(Fixed, Prop.ForAll(
        (from senders in Layers from receivers in Layers from size in Sizes from flags in Flags from sigma in Gen.Choose(1, 30) from gain in Gen.Choose(-20, 20) from move in Gen.Choose(0, 8)
         let gauss = new GaussTopo { Sigma = sigma / 10f, Wrap = flags[4], CtrMove = move / 4f }
         let sigmoid = new SigmoidTopo { Gain = gain / 100f, CtrMove = move / 4f }
         select (senders, receivers, new PoolTileConnectivity
         {
             Size = size,
             GaussFull = gauss with { On = flags[0] },
             GaussInPool = gauss with { On = flags[1] },
             SigFull = sigmoid with { On = flags[2] },
             SigInPool = sigmoid with { On = flags[3] },
             TopoRange = new(0.5f, 1.5f),
         })).Where(drawn => drawn.Item3.HasTopographicScales).ToArbitrary(),
        ((Shape Senders, Shape Receivers, PoolTileConnectivity Pattern) given) =>
        {
            var (shape, scales) = given.Pattern.TopoWeights(given.Senders, given.Receivers);
            var (_, closeness) = (given.Pattern with { TopoRange = new(0, 1) }).TopoWeights(given.Senders, given.Receivers);
            return shape.Length == scales.Length && scales.All(scale => scale is >= 0.5f and <= 1.5f)
                && scales.Zip(closeness).All(pair => pair.First == 0.5f + pair.Second);
        }));

    [Fact]
    public void No_unit_is_connected_to_itself_without_SelfCon() =>
        ForAllConnections((pattern, _, _, same, connections) =>
        {
            bool? hasSelf = pattern switch
            {
                FullConnectivity full => full.SelfCon,
                RectConnectivity rect => rect.SelfCon,
                PoolRectConnectivity rect => rect.SelfCon,
                CircleConnectivity circle => circle.SelfCon,
                UniformRandomConnectivity random => random.SelfCon,
                _ => null,
            };
            if (same && hasSelf == false) { Assert.DoesNotContain(PairsByReceiver(connections), pair => pair.Receiver == pair.Sender); }
        });

    [Fact]
    public void A_field_that_wraps_around_is_the_same_field_moved_for_every_receiver()
    {
        var cases = from rows in Gen.Choose(1, 9) from columns in Gen.Choose(1, 9) from size in Sizes from start in Starts from radius in Gen.Choose(0, 6)
                    select (Rows: rows, Columns: columns, Size: size, Start: start, Radius: radius);
        Check.One(Fixed, Prop.ForAll(cases.ToArbitrary(), c =>
        {
            Shape layer = [c.Rows, c.Columns];
            Connectivity[] patterns =
            [
                new RectConnectivity { Size = c.Size, Start = c.Start }, new CircleConnectivity { Radius = c.Radius },
            ];
            foreach (var pattern in patterns)
            {
                var connections = pattern.Connect(layer, layer);
                var first = connections.SendersOf(0).ToArray();
                for (var r = 0; r < connections.ReceiverCount; r++)
                {
                    var moved = first.Select(s => (s / c.Columns + r / c.Columns) % c.Rows * c.Columns + (s % c.Columns + r % c.Columns) % c.Columns);
                    Assert.Equal(moved.Order(), connections.SendersOf(r).ToArray());
                }
            }
        }));
    }

    [Fact]
    public void Circles_that_wrap_around_are_symmetric()
    {
        var cases = from rows in Gen.Choose(1, 7) from columns in Gen.Choose(1, 7) from radius in Gen.Choose(1, 6) select (Rows: rows, Columns: columns, Radius: radius);
        Check.One(Fixed, Prop.ForAll(cases.ToArbitrary(), c =>
        {
            Shape layer = [c.Rows, c.Columns];
            var circle = new CircleConnectivity { Radius = c.Radius, TopoWts = true };
            var connections = circle.Connect(layer, layer, same: true);
            foreach (var (r, s) in PairsByReceiver(connections))
            {
                Assert.True(connections.Contains(receiver: s, sender: r));
                Assert.Equal(circle.TopoWeight(layer, layer, s, r), circle.TopoWeight(layer, layer, r, s));
            }
        }));
    }

    [Fact]
    public void Connections_are_those_of_the_pairs_however_they_were_added()
    {
        var cases = from receivers in Gen.Choose(1, 12) from senders in Gen.Choose(1, 12) from count in Gen.Choose(0, 300)
                    from r in Gen.Choose(0, receivers - 1).ArrayOf(count) from s in Gen.Choose(0, senders - 1).ArrayOf(count)
                    select (Receivers: receivers, Senders: senders, Pairs: r.Zip(s).ToArray());
        Check.One(Fixed, Prop.ForAll(cases.ToArbitrary(), c =>
        {
            var builder = new ConnectionsBuilder(c.Senders, c.Receivers);
            foreach (var (r, s) in c.Pairs) { builder.Add(r, s); }
            var connections = builder.Build();
            Assert.Equal(c.Pairs.Distinct().Order(), PairsByReceiver(connections));
            for (var s = 0; s < c.Senders; s++) { Assert.Equal(c.Pairs.Where(pair => pair.Second == s).Select(pair => pair.First).Distinct().Order(), connections.ReceiversOf(s).ToArray()); }
        }));
    }

    private static void ForAllConnections(Action<Connectivity, Shape, Shape, bool, Connections> check)
    {
        var cases = from pattern in Patterns from senders in Layers from receivers in Layers from same in Gen.Elements(false, true)
                    select (Pattern: pattern, Senders: senders, Receivers: same ? senders : receivers, Same: same);
        Check.One(Fixed, Prop.ForAll(cases.Where(c => c.Pattern is not PoolTileSubConnectivity sub || (HasGroups(c.Senders, sub.Subs) && HasGroups(c.Receivers, sub.Subs))).ToArbitrary(), c => check(c.Pattern, c.Senders, c.Receivers, c.Same, c.Pattern.Connect(c.Senders, c.Receivers, c.Same))));
    }

    private static bool HasGroups(Shape layer, Xy subs) => layer.Rank == 4 ? layer[0] % subs.Y == 0 && layer[1] % subs.X == 0 : subs == new Xy(1, 1);

    private static List<(int Receiver, int Sender)> PairsByReceiver(Connections connections)
    {
        var pairs = new List<(int Receiver, int Sender)>();
        for (var r = 0; r < connections.ReceiverCount; r++)
        {
            foreach (var s in connections.SendersOf(r)) { pairs.Add((r, s)); }
        }
        return pairs;
    }
}
