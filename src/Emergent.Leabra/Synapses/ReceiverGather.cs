using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Emergent.Data;

namespace Emergent.Leabra;

/// <summary>Brings what learning reads of a row's receivers into the order of the row's synapses, for projections that are not full.</summary>
/// <remarks>
/// One copy of a few columns a row, after which a row of scattered receivers is learned by the kernel of full projections: 1.4 to 1.8 times the price of a full row for
/// runs of neighbours, which are copied by whole cache lines, the next run over what the last left behind its end (measured 2026-11, Intel Xeon).
/// One for each thread that learns.
/// </remarks>
internal sealed class ReceiverGather
{
    private const int Columns = 6;

    [ThreadStatic] private static ReceiverGather? _mine;
    private AlignedFloats[] _columns = [];

    /// <summary>This thread's, with room for rows of so many synapses.</summary>
    public static ReceiverGather Mine(int longestRow)
    {
        var mine = _mine ??= new ReceiverGather();
        if (mine._columns.Length == 0 || mine._columns[0].Length < longestRow)
        {
            mine._columns = new AlignedFloats[Columns];
            for (var c = 0; c < Columns; c++) { mine._columns[c] = new AlignedFloats(AlignedFloats.Padded(longestRow)); }
        }
        return mine;
    }

    /// <summary>The columns to which rows are brought.</summary>
    public ReceiverValues Values => new(ref _columns[0].Start, ref _columns[1].Start, ref _columns[2].Start, ref _columns[3].Start, ref _columns[4].Start, ref _columns[5].Start);

    /// <summary>Brings the values of a row's receivers; those on weight balance only if it is on. Asks for the numbers of those of the row that comes next.</summary>
    public void Gather(SynapseStore synapses, int row, int next, ReceiverValues from, bool balance)
    {
        var (start, count) = synapses.Row(row);
        var values = Values;
        ref float shortAverage = ref values.ShortAverage, mediumAverage = ref values.MediumAverage, avgL = ref values.AvgL, avgLLrn = ref values.AvgLLrn;
        ref float increase = ref values.Increase, decrease = ref values.Decrease;
        if (synapses.HasRuns)
        {
            foreach (ref readonly var run in synapses.RunsOf(row))
            {
                for (int to = run.Place - start, receiver = run.Receiver, end = run.Receiver + run.Count; receiver < end; to += CacheLine.Floats, receiver += CacheLine.Floats)
                {
                    CacheLine.Copy(ref Unsafe.Add(ref from.ShortAverage, receiver), ref Unsafe.Add(ref shortAverage, to));
                    CacheLine.Copy(ref Unsafe.Add(ref from.MediumAverage, receiver), ref Unsafe.Add(ref mediumAverage, to));
                    CacheLine.Copy(ref Unsafe.Add(ref from.AvgL, receiver), ref Unsafe.Add(ref avgL, to));
                    CacheLine.Copy(ref Unsafe.Add(ref from.AvgLLrn, receiver), ref Unsafe.Add(ref avgLLrn, to));
                    if (!balance) { continue; }
                    CacheLine.Copy(ref Unsafe.Add(ref from.Increase, receiver), ref Unsafe.Add(ref increase, to));
                    CacheLine.Copy(ref Unsafe.Add(ref from.Decrease, receiver), ref Unsafe.Add(ref decrease, to));
                }
            }
        }
        else
        {
            var receivers = synapses.ReceiversOf(row);
            ref var nextReceiver = ref MemoryMarshal.GetReference(synapses.ReceiversOf(next));
            for (var i = 0; i < receivers.Length; i += CacheLine.Floats) { Prefetch.Line(ref nextReceiver, i); }   // about as many
            Data.Gather.Copy(ref from.ShortAverage, receivers, ref shortAverage);
            Data.Gather.Copy(ref from.MediumAverage, receivers, ref mediumAverage);
            Data.Gather.Copy(ref from.AvgL, receivers, ref avgL);
            Data.Gather.Copy(ref from.AvgLLrn, receivers, ref avgLLrn);
            if (balance)
            {
                Data.Gather.Copy(ref from.Increase, receivers, ref increase);
                Data.Gather.Copy(ref from.Decrease, receivers, ref decrease);
            }
        }
        // Where a row is learned with its padding, nothing changes there.
        for (var to = count; to < synapses.Room(count); to++) { Unsafe.Add(ref shortAverage, to) = Unsafe.Add(ref mediumAverage, to) = 0f; }
    }
}
