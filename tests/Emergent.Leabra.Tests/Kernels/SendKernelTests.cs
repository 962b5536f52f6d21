using System.Runtime.Intrinsics.X86;
using Emergent.Data;

namespace Emergent.Leabra.Tests;

[Collection(WidthsCollection.Name)]
public class SendKernelTests
{
    private static readonly int[] Senders = [0, 2, 3, 7, 8, 11];
    private static readonly float[] Changes = [0.3f, -0.7f, 0.95f, 0.006f, -0.2f, 0.5f];
    private const float GScale = 0.37f;

    private static readonly int[] Sizes = [.. Widths.Sizes, 128, 150, 300, 600];

    [Fact]
    public void Full_projection_delivers_the_same_bits_at_every_width()
    {
        foreach (var size in Sizes)
        {
            var stride = AlignedFloats.Padded(size);
            for (var count = 0; count <= Senders.Length; count++)
            {
                Widths.AssertSameBits($"{count} senders to {size} units", () => [.. Dense(stride, count).Span]);
            }
        }
    }

    [Fact]
    public void Full_projection_builds_each_sum_from_0_in_ascending_order_of_senders()
    {
        foreach (var size in Sizes)
        {
            var stride = AlignedFloats.Padded(size);
            var (weights, g) = (Numbers.Column(12 * stride, 1), Numbers.Column(stride, 2));
            var delivered = Dense(stride, Senders.Length);
            for (var receiver = 0; receiver < stride; receiver++)
            {
                var sum = 0f;
                for (var k = 0; k < Senders.Length; k++) { sum += Changes[k] * GScale * weights.Span[Senders[k] * stride + receiver]; }
                Assert.Equal(g.Span[receiver] + sum, delivered.Span[receiver]);
            }
        }
    }

    /// <summary>Two senders to runs of all lengths, to single receivers, and to so few of each cache line that each synapse is added by itself: short rows, rows in whole blocks, and of more receivers than 16 bits can number.</summary>
    public static TheoryData<string, int[], int[]> Rows => new()
    {
        { "runs", [.. Enumerable.Range(3, 5), .. Enumerable.Range(10, 9), .. Enumerable.Range(30, 33)], [.. Enumerable.Range(0, 16), .. Enumerable.Range(17, 17), .. Enumerable.Range(50, 20)] },
        { "scattered", [0, 2, 5, 9, 31, 33, 64, 69], [1, 2, 8, 30, 40, 50, 60, 62] },
        { "sparse", [15, 16, 40, 69], [] },
        { "sparse, in blocks", [.. Enumerable.Range(0, 80).Select(i => 15 * i)], [.. Enumerable.Range(0, 67).Select(i => 3 + 17 * i)] },
        { "sparse, of many", [0, 15, 40, 65_519, 65_520, 65_536, 69_999], [31, 64, 68, 70_000] },
        { "one sender's", [], [0, 15, 16, 31, 32, 47, 48, 63, 64, 69] },
    };

    [Theory, MemberData(nameof(Rows))]
    public void Partial_projection_delivers_the_same_bits_at_every_width_and_in_parts(string what, int[] first, int[] second)
    {
        var receivers = Math.Max(70, first.Concat(second).Max() + 1);
        var synapses = new SynapseStore(new ListedConnectivity([first, second]).Connect([1, 2], [1, receivers]));
        Assert.Equal(what == "runs", synapses.HasRuns);
        Assert.Equal(!what.StartsWith("sparse", StringComparison.Ordinal) && Avx512F.IsSupported, synapses.Lines is not null);
        foreach (ref var weight in synapses.Wt.Span) { weight = 0.3f; }
        for (var place = 0; place < synapses.Length; place++) { synapses.Wt.Span[place] += place * 1e-3f; }
        var expected = new float[receivers];
        foreach (var (sender, change) in ((int, float)[])[(0, 0.7f), (1, -0.2f)])
        {
            var (start, count) = synapses.Row(sender);
            for (var place = start; place < start + count; place++) { expected[synapses.Receiver(sender, place)] += change * GScale * synapses.Wt.Span[place]; }
        }
        foreach (var parts in (int[][])[[0, receivers], [0, 16, 32, 48, 64, receivers], [0, 32, receivers]])
        {
            synapses.CutRows(parts.AsSpan(1..^1));
            Widths.AssertSameBits(what, () =>
            {
                var sums = new AlignedFloats(AlignedFloats.Padded(receivers) + CacheLine.Floats);
                SparseDelivery.Run(synapses, [], [], GScale, ref sums.Start, 0, receivers);
                for (var p = 1; p < parts.Length; p++) { SparseDelivery.Run(synapses, [0, 1], [0.7f, -0.2f], GScale, ref sums.Start, parts[p - 1], parts[p]); }
                Assert.Equal(expected, sums.Slice(0, receivers).ToArray());
                return sums.Slice(0, receivers).ToArray();
            });
        }
    }

    private static AlignedFloats Dense(int stride, int count)
    {
        var (weights, g) = (Numbers.Column(12 * stride, 1), Numbers.Column(stride, 2));
        var sums = Numbers.Column(stride, 3);
        DenseDelivery.Run(Senders.AsSpan(0, count), Changes.AsSpan(0, count), GScale, ref weights.Start, stride, ref sums.Start, ref g.Start, 0, stride);
        return g;
    }
}
