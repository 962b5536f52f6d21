using System.Globalization;
using System.Text.Json;
using Emergent.Data;
using Xunit.Abstractions;

namespace Emergent.Networks.Tests;

public class GoldenConnectivityTests(ITestOutputHelper output)
{
    private static readonly string[] Drawn = ["UnifRnd", "PoolUnifRnd"];

    private static readonly string[] Compared = ["Full", "OneToOne", "PoolOneToOne", "PoolSameUnit", "PoolTile", "PoolTileSub", "PoolRect", "Rect", "Circle"];

    public static TheoryData<string> ComparedPatterns => [.. Compared];

    [Theory]
    [MemberData(nameof(ComparedPatterns))]
    public void Every_receiver_has_the_senders_it_has_in_emergent(string pattern)
    {
        var senders = GoldenData.Table("e/cons.tsv").ToLookup(row => row["case"], row => row, StringComparer.Ordinal);
        var compared = 0;
        foreach (var row in GoldenData.Table("e/index.tsv").Where(row => row["pattern"] == pattern))
        {
            var connections = Pattern(row).Connect(ShapeOf(row["send_shape"]), ShapeOf(row["recv_shape"]), row["same"] == "1");
            Assert.Equal(int.Parse(row["ncons"]), connections.Count);
            foreach (var receiver in senders[row["case"]])
            {
                var expected = receiver["si_list"].Length == 0 ? [] : receiver["si_list"].Split(',').Select(int.Parse).ToArray();
                var r = int.Parse(receiver["ri"]);
                Assert.True(expected.AsSpan().SequenceEqual(connections.SendersOf(r)),
                    $"Case {row["case"]} {pattern}, receiver {r}: expected {string.Join(' ', expected)}, has {string.Join(' ', connections.SendersOf(r).ToArray())}");
            }
            Assert.Equal(connections.ReceiverCount, senders[row["case"]].Count());
            AssertViewsAgree(connections);
            compared++;
        }
        Assert.True(compared > 0, $"No case of {pattern} was compared.");
        output.WriteLine($"{compared} cases of {pattern} compared");
    }

    [Fact]
    public void Every_golden_case_is_compared()
    {
        var cases = GoldenData.Table("e/index.tsv");
        Assert.Equal(101, cases.Count);
        Assert.Equal(Compared.Order(StringComparer.Ordinal), cases.Select(row => row["pattern"]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        Assert.Equal(Drawn.Order(StringComparer.Ordinal), GoldenData.Table("e/random_counts.tsv").Select(row => row["pattern"]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("UnifRnd", 36)]
    [InlineData("PoolUnifRnd", 24)]
    public void Random_connections_have_the_counts_that_they_have_in_emergent(string pattern, int cases)
    {
        var compared = 0;
        foreach (var row in GoldenData.Table("e/random_counts.tsv").Where(row => row["pattern"] == pattern))
        {
            Shape senders = ShapeOf(row["send_shape"]), receivers = ShapeOf(row["recv_shape"]);
            var (pCon, selfCon, recip, same) = (Number(row["PCon"]), row["SelfCon"] == "1", row["Recip"] == "1", row["same"] == "1");
            Connectivity random = pattern == "UnifRnd"
                ? new UniformRandomConnectivity { PCon = pCon, SelfCon = selfCon, Recip = recip, Seed = compared }
                : new PoolUniformRandomConnectivity { PCon = pCon, SelfCon = selfCon, Recip = recip, Seed = compared };
            var connections = random.Connect(senders, receivers, same);

            Assert.Equal(int.Parse(row["ncons"]), connections.Count);
            var areSendersEven = row["sendn_min"] == row["sendn_max"];
            var (even, evenSide) = areSendersEven ? (connections.ReceiversPerSender(), "sendn") : (connections.SendersPerReceiver(), "recvn");
            Assert.All(even, count => Assert.Equal(int.Parse(row[evenSide + "_min"]), count));
            Assert.Equal(row["recvn_min"] == row["recvn_max"], connections.SendersPerReceiver().Distinct().Count() == 1);
            Assert.Equal(Number(row["sendn_mean"]), (float)connections.ReceiversPerSender().Average(), 1e-5f);
            var leavesOutSelf = same && row["any_self"] == "0";
            AssertSpreadIsBinomial(areSendersEven ? connections.SendersPerReceiver() : connections.ReceiversPerSender(), even.Length, even[0], pattern == "UnifRnd" ? 1 : senders[0] * senders[1], leavesOutSelf);
            if (same) { Assert.Equal(row["any_self"] == "1", Enumerable.Range(0, senders.Length).Any(u => connections.Contains(u, u))); }
            AssertViewsAgree(connections);
            compared++;
        }
        Assert.Equal(cases, compared);

        // How often a unit is chosen is binomial over those that may choose it; the spread of 80 or more counts is within a third.
        static void AssertSpreadIsBinomial(int[] timesChosen, int choosers, int choices, int pools, bool leavesOutSelf)
        {
            var self = leavesOutSelf ? 1 : 0;
            var p = (double)choices / (timesChosen.Length / pools - self);
            var expectedSpread = Math.Sqrt((choosers / pools - self) * p * (1 - p));
            var mean = timesChosen.Average();
            Assert.InRange(Math.Sqrt(timesChosen.Average(count => (count - mean) * (count - mean))), 0.66 * expectedSpread, 1.34 * expectedSpread + 1e-9);
        }
    }

    [Fact]
    public void Topographic_weights_of_tiles_are_those_of_emergent()
    {
        var values = GoldenData.Table("e/topo_wts.tsv").ToLookup(row => row["case"], row => Number(row["wt"]), StringComparer.Ordinal);
        int cases = 0, compared = 0, equalBits = 0;
        foreach (var row in GoldenData.Table("e/topo_index.tsv").Where(row => row["kind"] == "PoolTile.TopoWts"))
        {
            var pattern = (PoolTileConnectivity)Pattern(row, "PoolTile");
            var (shape, weights) = pattern.TopoWeights(ShapeOf(row["send_shape"]), ShapeOf(row["recv_shape"]));
            Assert.Equal(ShapeOf(row["out_shape"]), shape);
            var expected = values[row["case"]].ToArray();
            Assert.Equal(expected.Length, weights.Length);
            for (var i = 0; i < expected.Length; i++)
            {
                Assert.True(Math.Abs(expected[i] - weights[i]) <= 1e-6f, $"Case {row["case"]}, element {i}: expected {expected[i]}, is {weights[i]}");
                if (BitConverter.SingleToInt32Bits(expected[i]) == BitConverter.SingleToInt32Bits(weights[i])) { equalBits++; }
            }
            compared += expected.Length;
            cases++;
        }
        output.WriteLine($"{cases} cases, {compared} weights, {equalBits} of them bit for bit");
        Assert.Equal(16, cases);
        Assert.Equal(compared, equalBits);
    }

    [Fact]
    public void Gaussian_weights_of_circles_are_those_of_emergent()
    {
        var values = GoldenData.Table("e/topo_wts.tsv").ToLookup(row => row["case"], row => Number(row["wt"]), StringComparer.Ordinal);
        int cases = 0, compared = 0, equalBits = 0;
        foreach (var row in GoldenData.Table("e/topo_index.tsv").Where(row => row["kind"].StartsWith("Circle.GaussWts", StringComparison.Ordinal)))
        {
            var pattern = (CircleConnectivity)Pattern(row, "Circle");
            Shape senders = ShapeOf(row["send_shape"]), receivers = ShapeOf(row["recv_shape"]);
            var expected = values[row["case"]].ToArray();
            Assert.Equal(senders.Length * receivers.Length, expected.Length);
            for (var i = 0; i < expected.Length; i++)
            {
                var weight = pattern.TopoWeight(senders, receivers, sender: i % senders.Length, receiver: i / senders.Length);
                Assert.True(Math.Abs(expected[i] - weight) <= 1e-6f, $"Case {row["case"]}, element {i}: expected {expected[i]}, is {weight}");
                if (BitConverter.SingleToInt32Bits(expected[i]) == BitConverter.SingleToInt32Bits(weight)) { equalBits++; }
            }

            var connections = pattern.Connect(senders, receivers);
            var scales = pattern.TopographicScales(senders, receivers, connections);
            for (var r = 0; r < receivers.Length; r++)
            {
                foreach (var (s, scale) in connections.SendersOf(r).ToArray().Zip(scales[connections.ReceiverStart(r)..])) { Assert.Equal(expected[r * senders.Length + s], scale, 1e-6f); }
            }
            compared += expected.Length;
            cases++;
        }
        output.WriteLine($"{cases} cases, {compared} weights, {equalBits} of them bit for bit");
        Assert.Equal(2, cases);
        Assert.Equal(compared, equalBits);
    }

    [Theory]
    [InlineData("Input", "HidA", "PoolTile", "{}")]
    [InlineData("HidB", "HidA", "PoolOneToOne", "{}")]
    [InlineData("HidA", "HidA", "PoolSameUnit", "{}")]
    [InlineData("HidA", "HidB", "PoolOneToOne", "{}")]
    [InlineData("Output", "HidB", "Full", "{}")]
    [InlineData("Input", "HidB", "Rect", """{"Size":{"X":3,"Y":3},"Wrap":false}""")]
    [InlineData("HidB", "Output", "Full", "{}")]
    public void A_whole_network_with_pools_has_emergents_synapses_and_topographic_scales(string sender, string receiver, string pattern, string parameters)
    {
        var shapes = new Dictionary<string, Shape>(StringComparer.Ordinal)
        {
            ["Input"] = [4, 4, 2, 2], ["HidA"] = [2, 2, 4, 4], ["HidB"] = [2, 2, 3, 3], ["Output"] = [4, 4],
        };
        using var document = JsonDocument.Parse(parameters);
        var connectivity = Connectivity.FromJson(pattern, document.RootElement);
        var connections = connectivity.Connect(shapes[sender], shapes[receiver], same: sender == receiver);
        var scales = connectivity.TopographicScales(shapes[sender], shapes[receiver], connections);
        var actual = new List<(int, int, float)>();
        for (var r = 0; r < connections.ReceiverCount; r++)
        {
            var start = connections.ReceiverStart(r);
            for (var k = 0; k < connections.SendersOf(r).Length; k++) { actual.Add((r, connections.SendersOf(r)[k], scales[start + k])); }
        }

        var expected = GoldenData.Table("e/pools_connections.tsv")
            .Where(row => row["send"] == sender && row["recv"] == receiver)
            .Select(row => (Receiver: int.Parse(row["ri"]), Sender: int.Parse(row["si"]), Number(row["Scale"])))
            .OrderBy(row => row.Receiver).ThenBy(row => row.Sender);
        Assert.NotEmpty(actual);
        Assert.Equal(expected, actual);
    }

    [Fact]
    public void Every_pattern_of_a_golden_network_can_be_read()
    {
        var projections = 0;
        foreach (var file in Directory.EnumerateFiles(GoldenData.WholeSet ?? GoldenData.Selection, "*_net.json*", SearchOption.AllDirectories))
        {
            using var text = GoldenData.OpenText(file);
            using var document = JsonDocument.Parse(text.ReadToEnd());
            projections += CountPatterns(document.RootElement);
        }
        Assert.True(projections > 0);
        output.WriteLine($"{projections} projections read");
    }

    private static int CountPatterns(JsonElement element)
    {
        var count = 0;
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray()) { count += CountPatterns(item); }
        }
        if (element.ValueKind != JsonValueKind.Object) { return count; }
        if (element.TryGetProperty("PatternParams", out var parameters))
        {
            var name = element.GetProperty("Pattern").GetString()!;
            Assert.Equal(name, Connectivity.FromJson(name, parameters).PatternName);
            count++;
        }
        foreach (var property in element.EnumerateObject()) { count += CountPatterns(property.Value); }
        return count;
    }

    private static void AssertViewsAgree(Connections connections)
    {
        var pairs = new HashSet<(int Receiver, int Sender)>();
        for (var r = 0; r < connections.ReceiverCount; r++)
        {
            Assert.Equal(connections.SendersOf(r).Length, connections.ReceiverStart(r + 1) - connections.ReceiverStart(r));
            foreach (var s in connections.SendersOf(r)) { Assert.True(pairs.Add((r, s))); }
        }
        var count = 0;
        for (var s = 0; s < connections.SenderCount; s++)
        {
            Assert.Equal(connections.ReceiversOf(s).Length, connections.SenderStart(s + 1) - connections.SenderStart(s));
            var last = -1;
            foreach (var r in connections.ReceiversOf(s))
            {
                Assert.True(r > last);
                Assert.Contains((r, s), pairs);
                last = r;
                count++;
            }
        }
        Assert.Equal(pairs.Count, count);
        Assert.Equal(pairs.Count, connections.Count);
        Assert.Equal(pairs.Count == connections.SenderCount * connections.ReceiverCount, connections.IsFull);
    }

    private static Connectivity Pattern(Dictionary<string, string> row, string? name = null)
    {
        using var parameters = JsonDocument.Parse(row["params_json"]);
        return Connectivity.FromJson(name ?? row["pattern"], parameters.RootElement);
    }

    private static Shape ShapeOf(string text) => Shape.Create([.. text.Trim('[', ']').Split(' ').Select(int.Parse)]);

    private static float Number(string text) => float.Parse(text, CultureInfo.InvariantCulture);
}
