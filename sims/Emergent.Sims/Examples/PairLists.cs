using Emergent.Data;
using Emergent.Networks;

namespace Emergent.Sims;

/// <summary>Lists of pairs to remember: AB, AC, in which each A has another partner, and lures, which are never learned.</summary>
/// <remarks>
/// A pattern is items A and B (or C) and the context of its list, each in pools of its own; a cue is without the second item. Contexts differ much from list to list and
/// a little from pair to pair. Columns: <c>Input</c>, what is shown, and <c>ECout</c>, the whole memory. Source: emergent leabra, examples/hip and hip_bench.
/// </remarks>
/// <param name="AB">The list that is learned first.</param>
/// <param name="AC">The list that is learned then.</param>
/// <param name="Lures">A list of other items, in another context.</param>
/// <param name="ABCues">The first list without its second items.</param>
/// <param name="ACCues">The second list without its second items.</param>
/// <param name="LureCues">The lures without their second items.</param>
internal sealed record PairLists(Table AB, Table AC, Table Lures, Table ABCues, Table ACCues, Table LureCues)
{
    private const double ItemDifference = 0.5;   // of the active units of any two items, at least

    /// <summary>Lists made by chance.</summary>
    /// <param name="cortex">The shape of a pattern, [pools Y, pools X, units Y, units X].</param>
    /// <param name="itemPools">How many pools each item has; what is left is for the context.</param>
    /// <param name="pairs">How many pairs a list has.</param>
    /// <param name="active">Which part of a pool's units is active.</param>
    /// <param name="contextDifference">Which part of the active units of the contexts of two lists is others, at least.</param>
    /// <param name="contextFlips">Which part of a context's active units is others for each pair, on average.</param>
    /// <param name="seed">What decides the patterns.</param>
    public static PairLists Of(Shape cortex, int itemPools, int pairs, double active, double contextDifference, double contextFlips, long seed)
    {
        Shape pool = [cortex[2], cortex[3]];
        var vocabulary = new Vocabulary();
        vocabulary.AddEmpty("none", pairs, pool);
        foreach (var item in (string[])["A", "B", "C", "LureA", "LureB"])
        {
            for (var p = 0; p < itemPools; p++) { vocabulary.AddPermutedBinary($"{item}{p}", pairs, pool, active, ItemDifference, seed); }
        }
        var contextPools = cortex[0] * cortex[1] - 2 * itemPools;
        var flips = contextFlips * Patterns.Count(active, pool.Length);
        for (var p = 0; p < contextPools; p++)
        {
            vocabulary.AddPermutedBinary($"contexts{p}", 3, pool, active, contextDifference, seed);
            foreach (var (list, row) in ((string, int)[])[("AB", 0), ("AC", 1), ("Lure", 2)])
            {
                var contexts = vocabulary.AddRepeat($"{list}{p}", $"contexts{p}", row, pairs);
                for (var pair = 0; pair < pairs; pair++)
                {
                    var random = new CounterRandom(seed, pair, CounterRandom.StreamOf($"context {list}{p}"));
                    var count = (int)flips + (RandomDistribution.Bool(ref random, flips - Math.Floor(flips)) ? 1 : 0);
                    Patterns.FlipBits(contexts.Slice(pair).Values, count, count, ref random);
                }
            }
        }
        return new(List("AB", "A", "B"), List("AC", "A", "C"), List("Lure", "LureA", "LureB"),
            List("AB", "A", "B", isCue: true), List("AC", "A", "C", isCue: true), List("Lure", "LureA", "LureB", isCue: true));

        Table List(string name, string first, string second, bool isCue = false)
        {
            var table = Patterns.Empty(pairs, cortex, "Input", "ECout");
            table.Name = name;
            for (var row = 0; row < pairs; row++) { table.Column<string>("Name")[row] = $"{name}_{row}"; }
            Patterns.Mix(table.Column<float>("Input"), vocabulary, Pools(isCue ? "none" : second));
            Patterns.Mix(table.Column<float>("ECout"), vocabulary, Pools(second));
            return table;

            string[] Pools(string partner) =>
                [.. Numbered(first, itemPools), .. partner == "none" ? Enumerable.Repeat(partner, itemPools) : Numbered(partner, itemPools), .. Numbered(name, contextPools)];
        }
    }

    /// <summary>All pairs of the three lists, one after the other.</summary>
    public Table All()
    {
        var all = AB.Clone();
        all.AppendRows(AC);
        all.AppendRows(Lures);
        return all;
    }

    private static IEnumerable<string> Numbered(string name, int count) => Enumerable.Range(0, count).Select(i => $"{name}{i}");
}
