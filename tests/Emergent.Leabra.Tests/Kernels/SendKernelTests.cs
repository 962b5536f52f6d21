using Emergent.Data;

namespace Emergent.Leabra.Tests;

[Collection(WidthsCollection.Name)]
public class SendKernelTests
{
    private static readonly int[] Senders = [0, 2, 3, 7, 8, 11];
    private static readonly float[] Changes = [0.3f, -0.7f, 0.95f, 0.006f, -0.2f, 0.5f];
    private const float GScale = 0.37f;

    private static readonly int[] Sizes = [.. Widths.Sizes, 128, 150, 300];

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

    [Fact]
    public void Run_of_neighbours_is_delivered_with_the_same_bits_at_every_width()
    {
        foreach (var size in Widths.Sizes)
        {
            Widths.AssertSameBits($"a run of {size}", () =>
            {
                AlignedFloats weights = Numbers.Column(size + 3, 1), sums = Numbers.Column(size + 5, 2);
                if (size > 0) { SparseDelivery.AddRun(0.3f, ref weights.Span[1], ref sums.Span[2], size); }
                return [.. sums.Span];
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
