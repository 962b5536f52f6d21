using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;
using Emergent.Data;

namespace Emergent.Leabra;

/// <summary>The rows of a projection that is not full by cache lines of receivers: which of 16 neighbours each sender reaches.</summary>
/// <remarks>
/// What <see cref="LineDelivery"/> walks: the weights stay packed, and a mask says to which lanes they belong. Exists where the processor can take them
/// apart so, and where a line has enough synapses.
/// </remarks>
internal sealed class ReceiverLines
{
    private const int SynapsesWorthwhile = 2;                   // a line, on average: with fewer, adding each synapse takes as long
    private const int MostReceivers = CacheLine.Floats << 16;   // lines are numbered by 16 bits

    private readonly ReceiverLine[] _lines;
    private readonly LineRow[] _rows;   // where each begins, and the end of all
    private readonly RowTable<LineRow> _table;

    private ReceiverLines(SynapseStore synapses, int count)
    {
        _lines = new ReceiverLine[count];
        _rows = new LineRow[synapses.Senders + 1];
        var line = -1;
        for (var sender = 0; sender < synapses.Senders; sender++)
        {
            _rows[sender] = new LineRow(line + 1, synapses.Row(sender).Start);
            var current = -1;
            foreach (var receiver in synapses.ReceiversOf(sender))
            {
                var (number, lane) = Math.DivRem(receiver, CacheLine.Floats);
                if (number != current) { _lines[++line] = new ReceiverLine(0, (ushort)number); }
                current = number;
                _lines[line] = _lines[line] with { Mask = (ushort)(_lines[line].Mask | 1 << lane) };
            }
        }
        _rows[^1] = new LineRow(count, synapses.Length);
        _table = new RowTable<LineRow>(_rows.AsMemory(..^1), _rows.AsMemory(1..), synapses.Receivers, (sender, receiver) =>
        {
            var row = _rows[sender];
            while (row.Line < _rows[sender + 1].Line && _lines[row.Line].Number < receiver / CacheLine.Floats) { row = new LineRow(row.Line + 1, row.Place + ushort.PopCount(_lines[row.Line].Mask)); }
            return row;
        });
    }

    /// <summary>Bytes of all that is stored, for reports.</summary>
    public long Bytes => 4L * _lines.Length + 8L * _rows.Length + _table.CutBytes;

    /// <summary>The lines of these synapses; null where they would not pay.</summary>
    public static ReceiverLines? Of(SynapseStore synapses)
    {
        if (!Avx512F.IsSupported || synapses.IsFull || synapses.Receivers > MostReceivers) { return null; }
        long lines = 0, count = 0;
        for (var sender = 0; sender < synapses.Senders; sender++)
        {
            var current = -1;
            foreach (var receiver in synapses.ReceiversOf(sender))
            {
                if (receiver / CacheLine.Floats != current) { lines++; }
                current = receiver / CacheLine.Floats;
            }
            count += synapses.Row(sender).Count;
        }
        return count > 0 && count >= SynapsesWorthwhile * lines ? new ReceiverLines(synapses, (int)lines) : null;
    }

    /// <summary>Cuts all rows before these receivers, ascending, each the first of a line.</summary>
    public void Cut(ReadOnlySpan<int> receivers) => _table.Cut(receivers);

    /// <summary>Adds change × scale × weight of each sender to the sums of its receivers from <paramref name="start"/> up to <paramref name="end"/>, where rows are cut or end.</summary>
    public void Deliver(ref float weights, ReadOnlySpan<int> senders, ReadOnlySpan<float> changes, float scale, ref float sums, int start, int end) =>
        LineDelivery.Run(ref MemoryMarshal.GetArrayDataReference(_lines), _table.Between(start, end), ref weights, senders, changes, scale, ref sums);
}

/// <summary>Which of the receivers of a cache line a sender reaches.</summary>
/// <param name="Mask">Bit i for the i-th; never 0.</param>
/// <param name="Number">The line's number among those of the receiving layer.</param>
[StructLayout(LayoutKind.Sequential)]
internal readonly record struct ReceiverLine(ushort Mask, ushort Number);

/// <summary>Where a row or a piece of it begins.</summary>
/// <param name="Line">Its first line.</param>
/// <param name="Place">The place of its first synapse.</param>
internal readonly record struct LineRow(int Line, int Place);
