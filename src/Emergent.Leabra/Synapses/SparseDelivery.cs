using System.Runtime.CompilerServices;
using Emergent.Data;

namespace Emergent.Leabra;

/// <summary>Delivers what a list of senders of a projection that is not full sends, in ascending order of senders.</summary>
/// <remarks>
/// Rows are short and lie anywhere, so the next one is asked for while one is walked. Where the machine can, lines of receivers are walked (<see cref="LineDelivery"/>); where
/// neighbours are few, each synapse (<see cref="ScatterDelivery"/>).
/// Else a run of neighbours is added by whole vectors, in which the weights of other runs are masked: runs of many lengths would make a branch on them wrong half the
/// time, which costs more than the run.
/// </remarks>
internal static class SparseDelivery
{
    /// <summary>Adds to <paramref name="sums"/>, for receivers from <paramref name="start"/> up to <paramref name="end"/>, change × scale × weight of each sender.</summary>
    /// <param name="synapses">The synapses.</param>
    /// <param name="senders">The sending units, ascending.</param>
    /// <param name="changes">What each sends.</param>
    /// <param name="scale">The factor on everything sent.</param>
    /// <param name="sums">A sum for each receiver, with room for a cache line behind the last.</param>
    /// <param name="start">The first receiver.</param>
    /// <param name="end">The end of the receivers; another thread may be busy with those behind, unless it is the end of all.</param>
    public static void Run(SynapseStore synapses, ReadOnlySpan<int> senders, ReadOnlySpan<float> changes, float scale, ref float sums, int start, int end)
    {
        if (synapses.Lines is { } lines && Kernel.MachineLanes == CacheLine.Floats) { lines.Deliver(ref synapses.Wt.Start, senders, changes, scale, ref sums, start, end); }
        else if (synapses.Numbers is { } numbers) { numbers.Deliver(ref synapses.Wt.Start, senders, changes, scale, ref sums, start, end); }
        else { SendRuns(synapses, senders, changes, scale, ref sums, start, end); }
    }

    private static void SendRuns(SynapseStore synapses, ReadOnlySpan<int> senders, ReadOnlySpan<float> changes, float scale, ref float sums, int start, int end)
    {
        var limit = end >= synapses.Receivers ? AlignedFloats.Padded(synapses.Receivers) + CacheLine.Floats : end;   // how far a vector may reach
        var pieces = synapses.RunPieces(start, end);
        for (var k = 0; k < senders.Length; k++)
        {
            if (k + 1 < senders.Length) { AskFor(synapses, senders[k + 1]); }
            var x = changes[k] * scale;
            var first = pieces.Start(senders[k]);
            var behind = Math.Min(pieces.End(senders[k]) + 1, synapses.RunStarts[senders[k] + 1]);   // a run that the cut goes through belongs to both sides
            var runs = synapses.Runs.AsSpan(first, behind - first);
            switch (Kernel.MachineLanes)
            {
                case 16 or 8: Send<Lanes8>(runs, x, ref synapses.Wt.Start, ref sums, ref LaneMasks.Table, start, end, limit); break;
                case 4: Send<Lanes4>(runs, x, ref synapses.Wt.Start, ref sums, ref LaneMasks.Table, start, end, limit); break;
                default: Send<Lanes1>(runs, x, ref synapses.Wt.Start, ref sums, ref LaneMasks.Table, start, end, limit); break;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Send<T>(ReadOnlySpan<SynapseRun> runs, float x, ref float weights, ref float sums, ref float masks, int start, int end, int limit) where T : struct, ILanes<T>
    {
        T change = x;
        foreach (ref readonly var run in runs)
        {
            int first = Math.Max(run.Receiver, start), behind = Math.Min(run.Receiver + run.Count, end);
            ref var row = ref Unsafe.Add(ref weights, run.Place - run.Receiver);   // where the weight of receiver 0 would be
            if (behind + T.Count > limit)
            {
                for (var i = first; i < behind; i++) { Unsafe.Add(ref sums, i) += Unsafe.Add(ref row, i) * x; }
                continue;
            }
            for (var i = first; i < behind; i += T.Count)
            {
                var weight = T.Load(ref row, (nuint)i) & LaneMasks.First<T>(ref masks, behind - i);
                T.Store(T.Load(ref sums, (nuint)i) + weight * change, ref sums, (nuint)i);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AskFor(SynapseStore synapses, int sender)
    {
        var (first, count) = synapses.Row(sender);
        for (var i = 0; i < count; i += CacheLine.Floats) { Prefetch.Line(ref synapses.Wt.Start, first + i); }
    }
}
