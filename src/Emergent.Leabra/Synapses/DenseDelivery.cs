using System.Runtime.CompilerServices;
using Emergent.Data;

namespace Emergent.Leabra;

/// <summary>Delivers what a list of senders of a full projection sends: long rows of weights four at a time, short ones by blocks of receivers.</summary>
internal static class DenseDelivery
{
    private const int Rows = 4;

    // Rows of up to so many weights are near enough not to be streamed. Delivering in blocks takes 0.8 to 0.9 of the time up to 324 receivers, the same for 400 to 625,
    // 1.05 for 1024 and 1.2 for 2025, whose rows the prefetchers then do not follow (measured 2026-11, Intel Xeon).
    private const int FewReceivers = 512;

    /// <summary>Adds to <paramref name="target"/>, for receivers from <paramref name="start"/> on, the sum over senders of change × scale × weight.</summary>
    /// <param name="senders">The sending units, ascending.</param>
    /// <param name="changes">What each sends.</param>
    /// <param name="scale">The factor on everything sent.</param>
    /// <param name="weights">The weights, [senders, stride].</param>
    /// <param name="stride">The distance of two rows.</param>
    /// <param name="sums">Room for a sum for each receiver; need not be clear.</param>
    /// <param name="target">What the sums are added to.</param>
    /// <param name="start">The first receiver.</param>
    /// <param name="count">How many receivers.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run(
        ReadOnlySpan<int> senders, ReadOnlySpan<float> changes, float scale, ref float weights, int stride, ref float sums, ref float target, int start, int count)
    {
        if (senders.IsEmpty) { return; }
        if (stride <= FewReceivers)
        {
            var kernel = new DenseBlockKernel(senders, changes, scale, ref weights, stride, ref target);
            Kernel.RunRange(ref kernel, start, count);
            return;
        }
        for (var k = 0; k < senders.Length; k += Rows)
        {
            // Where fewer than four are left, the last is streamed again with nothing to send: x + 0 × Wt has the bits of x.
            var left = senders.Length - k;
            int second = left > 1 ? k + 1 : k, third = left > 2 ? k + 2 : second, fourth = left > 3 ? k + 3 : third;
            var rows = new FourRows(
                changes[k] * scale, left > 1 ? changes[second] * scale : 0f, left > 2 ? changes[third] * scale : 0f, left > 3 ? changes[fourth] * scale : 0f,
                ref Unsafe.Add(ref weights, senders[k] * stride), ref Unsafe.Add(ref weights, senders[second] * stride),
                ref Unsafe.Add(ref weights, senders[third] * stride), ref Unsafe.Add(ref weights, senders[fourth] * stride));
            switch (k == 0, left <= Rows)
            {
                case (true, true): Kernel.Run(new DenseSendKernel<FirstRows, LastRows>(rows, ref sums, ref target), start, count); break;
                case (true, false): Kernel.Run(new DenseSendKernel<FirstRows, MoreRows>(rows, ref sums, ref target), start, count); break;
                case (false, false): Kernel.Run(new DenseSendKernel<MoreRows, MoreRows>(rows, ref sums, ref target), start, count); break;
                case (false, true): Kernel.Run(new DenseSendKernel<MoreRows, LastRows>(rows, ref sums, ref target), start, count); break;
            }
        }
    }
}
