using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Emergent.Data;

namespace Emergent.Leabra;

/// <summary>Delivers what a list of senders of a projection that is not full sends, in ascending order of senders.</summary>
internal static class SparseDelivery
{
    /// <summary>Adds to <paramref name="sums"/>, for receivers from <paramref name="start"/> up to <paramref name="end"/>, change × scale × weight of each sender.</summary>
    public static void Run(SynapseStore synapses, ReadOnlySpan<int> senders, ReadOnlySpan<float> changes, float scale, ref float sums, int start, int end)
    {
        for (var k = 0; k < senders.Length; k++)
        {
            if (synapses.HasRuns) { SendRuns(synapses, senders[k], changes[k] * scale, ref sums, start, end); }
            else { SendEach(synapses, senders[k], changes[k] * scale, ref sums, start, end); }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void SendRuns(SynapseStore synapses, int sender, float x, ref float sums, int start, int end)
    {
        ref var weights = ref synapses.Wt.Start;
        foreach (ref readonly var run in synapses.RunsOf(sender))
        {
            var first = Math.Max(run.Receiver, start);
            var count = Math.Min(run.Receiver + run.Count, end) - first;
            if (count > 0) { AddRun(x, ref Unsafe.Add(ref weights, run.Place + first - run.Receiver), ref Unsafe.Add(ref sums, first), count); }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void SendEach(SynapseStore synapses, int sender, float x, ref float sums, int start, int end)
    {
        var (place, count) = synapses.Row(sender);
        var receivers = synapses.ReceiverOf.AsSpan(place, count);
        var from = start == 0 ? 0 : FirstAtLeast(receivers, start);
        var to = end >= synapses.Receivers ? count : FirstAtLeast(receivers, end);
        ref var row = ref Unsafe.Add(ref synapses.Wt.Start, place);
        for (var i = from; i < to; i++) { Unsafe.Add(ref sums, receivers[i]) += x * Unsafe.Add(ref row, i); }
    }

    /// <summary>sum += x × Wt over neighbouring receivers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void AddRun(float x, ref float weights, ref float sums, int count)
    {
        if (Vector512.IsHardwareAccelerated && Kernel.MaxLanes >= 16 && count >= 16) { AddRun<Lanes16>(x, ref weights, ref sums, count); }
        else if (Vector256.IsHardwareAccelerated && Kernel.MaxLanes >= 8 && count >= 8) { AddRun<Lanes8>(x, ref weights, ref sums, count); }
        else if (Vector128.IsHardwareAccelerated && Kernel.MaxLanes >= 4 && count >= 4) { AddRun<Lanes4>(x, ref weights, ref sums, count); }
        else { AddRun<Lanes1>(x, ref weights, ref sums, count); }
    }

    // The last group overlaps the one before, so that short runs have no tail; it is computed first, from sums that nothing was added to yet.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddRun<T>(float x, ref float weights, ref float sums, int count) where T : struct, ILanes<T>
    {
        var last = (nuint)(count - T.Count);
        var end = T.Load(ref sums, last) + T.Load(ref weights, last) * x;
        for (nuint i = 0; i < last; i += (nuint)T.Count) { T.Store(T.Load(ref sums, i) + T.Load(ref weights, i) * x, ref sums, i); }
        T.Store(end, ref sums, last);
    }

    private static int FirstAtLeast(ReadOnlySpan<int> receivers, int start)
    {
        var found = receivers.BinarySearch(start);
        return found < 0 ? ~found : found;
    }
}
