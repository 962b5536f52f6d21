using System.Numerics;
using System.Runtime.InteropServices;
using Emergent.Data;

namespace Emergent.Leabra;

/// <summary>The receivers of a projection whose rows lead to receivers that lie anywhere: at each synapse's place its receiver, in 16 bits where that is enough.</summary>
/// <remarks>
/// What <see cref="ScatterDelivery"/> walks in whole blocks: places of a row's padding have receivers too, behind the last unit, whose sums nobody reads.
/// </remarks>
internal sealed class ReceiverNumbers
{
    private readonly ushort[] _narrow = [];
    private readonly int[] _wide = [], _ends;
    private readonly RowTable<int> _table;

    public ReceiverNumbers(SynapseStore synapses)
    {
        if (synapses.Stride + CacheLine.Floats <= 1 << 16) { _narrow = Of<ushort>(synapses); }
        else { _wide = Of<int>(synapses); }
        _ends = new int[synapses.Senders];
        for (var sender = 0; sender < synapses.Senders; sender++)
        {
            var (start, count) = synapses.Row(sender);
            var blocks = (count + ScatterDelivery.Block - 1) / ScatterDelivery.Block * ScatterDelivery.Block;
            _ends[sender] = start + Math.Min(blocks, synapses.Room(count));
        }
        _table = new RowTable<int>(synapses.RowStarts, _ends, synapses.Receivers, (sender, receiver) =>
        {
            var found = synapses.ReceiversOf(sender).BinarySearch(receiver);
            return synapses.Row(sender).Start + (found < 0 ? ~found : found);
        });
    }

    /// <summary>Bytes of all that is stored, for reports.</summary>
    public long Bytes => sizeof(ushort) * _narrow.LongLength + sizeof(int) * (_wide.LongLength + _ends.Length) + _table.CutBytes;

    /// <summary>Cuts all rows before these receivers, ascending.</summary>
    public void Cut(ReadOnlySpan<int> receivers) => _table.Cut(receivers);

    /// <summary>Adds change × scale × weight of each sender to the sums of its receivers from <paramref name="start"/> up to <paramref name="end"/>, where rows are cut or end.</summary>
    public void Deliver(ref float weights, ReadOnlySpan<int> senders, ReadOnlySpan<float> changes, float scale, ref float sums, int start, int end)
    {
        var pieces = _table.Between(start, end);
        if (_wide.Length == 0) { ScatterDelivery.Run(ref MemoryMarshal.GetArrayDataReference(_narrow), pieces, ref weights, senders, changes, scale, ref sums); }
        else { ScatterDelivery.Run(ref MemoryMarshal.GetArrayDataReference(_wide), pieces, ref weights, senders, changes, scale, ref sums); }
    }

    private static T[] Of<T>(SynapseStore synapses) where T : unmanaged, IBinaryInteger<T>
    {
        var numbers = new T[synapses.Length];
        for (var sender = 0; sender < synapses.Senders; sender++)
        {
            var (start, count) = synapses.Row(sender);
            var receivers = synapses.ReceiversOf(sender);
            for (var i = 0; i < synapses.Room(count); i++) { numbers[start + i] = T.CreateTruncating(i < count ? receivers[i] : synapses.Stride + i % CacheLine.Floats); }
        }
        return numbers;
    }
}
