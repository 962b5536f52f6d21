using System.Runtime.CompilerServices;
using Emergent.Data;

namespace Emergent.Leabra;

/// <summary>Brings what learning reads of a row's receivers into the order of the row's synapses, for projections that are not full.</summary>
/// <remarks>
/// One copy of six columns a row, after which a row of scattered receivers is learned by the kernel of full projections: 1.5 times the price of a full row for
/// runs of neighbours, which are copied by whole cache lines, the next run over what the last left behind its end (measured 2026-11).
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

    /// <summary>The values of a row's receivers.</summary>
    public ReceiverValues Gather(SynapseStore synapses, int row, ReceiverValues from)
    {
        var (start, count) = synapses.Row(row);
        if (synapses.HasRuns)
        {
            foreach (var run in synapses.RunsOf(row))
            {
                var place = run.Place - start;
                CopyRun(ref from.ShortAverage, ref _columns[0].Start, run, place);
                CopyRun(ref from.MediumAverage, ref _columns[1].Start, run, place);
                CopyRun(ref from.AvgL, ref _columns[2].Start, run, place);
                CopyRun(ref from.AvgLLrn, ref _columns[3].Start, run, place);
                CopyRun(ref from.Increase, ref _columns[4].Start, run, place);
                CopyRun(ref from.Decrease, ref _columns[5].Start, run, place);
            }
        }
        else
        {
            var receivers = synapses.ReceiverOf.AsSpan(start, count);
            CopyEach(ref from.ShortAverage, _columns[0].Span, receivers);
            CopyEach(ref from.MediumAverage, _columns[1].Span, receivers);
            CopyEach(ref from.AvgL, _columns[2].Span, receivers);
            CopyEach(ref from.AvgLLrn, _columns[3].Span, receivers);
            CopyEach(ref from.Increase, _columns[4].Span, receivers);
            CopyEach(ref from.Decrease, _columns[5].Span, receivers);
        }
        return new ReceiverValues(ref _columns[0].Start, ref _columns[1].Start, ref _columns[2].Start, ref _columns[3].Start, ref _columns[4].Start, ref _columns[5].Start);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void CopyRun(ref float from, ref float to, SynapseRun run, int place)
    {
        for (var i = 0; i < run.Count; i += CacheLine.Floats) { CacheLine.Copy(ref Unsafe.Add(ref from, run.Receiver + i), ref Unsafe.Add(ref to, place + i)); }
    }

    private static void CopyEach(ref float from, Span<float> to, ReadOnlySpan<int> receivers)
    {
        for (var i = 0; i < receivers.Length; i++) { to[i] = Unsafe.Add(ref from, receivers[i]); }
    }
}
