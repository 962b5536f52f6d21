using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Emergent.Data;

namespace Emergent.Leabra;

/// <summary>Delivers what a list of senders of a projection that is not full sends, in ascending order of senders.</summary>
/// <remarks>
/// Rows are short and lie anywhere, so the next one is asked for while one is walked. A run of neighbours is added by whole vectors whose weights behind its
/// end are masked: runs of many lengths would make a branch on them wrong half the time, which costs more than the run (measured 2026-11, Intel Xeon).
/// </remarks>
internal static class SparseDelivery
{
    /// <summary>Adds to <paramref name="sums"/>, for receivers from <paramref name="start"/> up to <paramref name="end"/>, change × scale × weight of each sender.</summary>
    /// <param name="synapses">The synapses.</param>
    /// <param name="senders">The sending units, ascending.</param>
    /// <param name="changes">What each sends.</param>
    /// <param name="scale">The factor on everything sent.</param>
    /// <param name="sums">A sum for each receiver, with room for a vector behind the last.</param>
    /// <param name="start">The first receiver.</param>
    /// <param name="end">The end of the receivers; another thread may be busy with those behind, unless it is the end of all.</param>
    public static void Run(SynapseStore synapses, ReadOnlySpan<int> senders, ReadOnlySpan<float> changes, float scale, ref float sums, int start, int end)
    {
        for (var k = 0; k < senders.Length; k++)
        {
            if (k + 1 < senders.Length) { AskFor(synapses, senders[k + 1]); }
            var x = changes[k] * scale;
            if (!synapses.HasRuns) { SendEach(synapses, senders[k], x, ref sums, start, end); }
            else
            {
                switch (Kernel.MachineLanes)
                {
                    case 16: SendRuns<Lanes16>(synapses, senders[k], x, ref sums, start, end); break;
                    case 8: SendRuns<Lanes8>(synapses, senders[k], x, ref sums, start, end); break;
                    case 4: SendRuns<Lanes4>(synapses, senders[k], x, ref sums, start, end); break;
                    default: SendRuns<Lanes1>(synapses, senders[k], x, ref sums, start, end); break;
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void SendRuns<T>(SynapseStore synapses, int sender, float x, ref float sums, int start, int end) where T : struct, ILanes<T>
    {
        ref var weights = ref synapses.Wt.Start;
        var limit = end == synapses.Receivers ? int.MaxValue : end;
        foreach (ref readonly var run in synapses.RunsOf(sender))
        {
            var first = Math.Max(run.Receiver, start);
            var count = Math.Min(run.Receiver + run.Count, end) - first;
            if (count <= 0) { continue; }
            ref var row = ref Unsafe.Add(ref weights, run.Place + first - run.Receiver);
            ref var sum = ref Unsafe.Add(ref sums, first);
            if (first + count + T.Count > limit)
            {
                for (var i = 0; i < count; i++) { Unsafe.Add(ref sum, i) += Unsafe.Add(ref row, i) * x; }
                continue;
            }
            for (var i = 0; i < count; i += T.Count)
            {
                var weight = T.Load(ref row, (nuint)i) & LaneMasks.First<T>(count - i);
                T.Store(T.Load(ref sum, (nuint)i) + weight * x, ref sum, (nuint)i);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void SendEach(SynapseStore synapses, int sender, float x, ref float sums, int start, int end)
    {
        var receivers = synapses.ReceiversOf(sender);
        var from = start == 0 ? 0 : FirstAtLeast(receivers, start);
        var to = end >= synapses.Receivers ? receivers.Length : FirstAtLeast(receivers, end);
        ref var receiver = ref MemoryMarshal.GetReference(receivers);
        ref var row = ref Unsafe.Add(ref synapses.Wt.Start, synapses.Row(sender).Start);
        for (var i = from; i < to; i++) { Unsafe.Add(ref sums, Unsafe.Add(ref receiver, i)) += Unsafe.Add(ref row, i) * x; }
    }

    /// <summary>Asks for a row before it is walked.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AskFor(SynapseStore synapses, int sender)
    {
        var (start, count) = synapses.Row(sender);
        for (var i = 0; i < count; i += CacheLine.Floats) { Prefetch.Line(ref synapses.Wt.Start, start + i); }
        if (synapses.HasRuns) { return; }
        ref var receiver = ref MemoryMarshal.GetReference(synapses.ReceiversOf(sender));
        for (var i = 0; i < count; i += CacheLine.Floats) { Prefetch.Line(ref receiver, i); }
    }

    private static int FirstAtLeast(ReadOnlySpan<int> receivers, int start)
    {
        var found = receivers.BinarySearch(start);
        return found < 0 ? ~found : found;
    }
}
