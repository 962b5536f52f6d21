using System.Numerics;
using System.Runtime.CompilerServices;
using Emergent.Data;

namespace Emergent.Leabra;

/// <summary>The units of a layer that send in this cycle, ascending, with the change of activation that each sends.</summary>
/// <remarks>
/// Receivers walk this list instead of the layer: typically 5–15 % of the units. Every receiver's sum is then built in
/// ascending order of senders, whoever builds it, which is the reference's order.
/// </remarks>
internal sealed class SenderList(int capacity)
{
    private readonly int[] _units = new int[AlignedFloats.Padded(capacity)];
    private readonly float[] _changes = new float[AlignedFloats.Padded(capacity)];

    public int Count { get; private set; }

    public ReadOnlySpan<int> Units => _units.AsSpan(0, Count);

    public ReadOnlySpan<float> Changes => _changes.AsSpan(0, Count);

    public void Clear() => Count = 0;

    /// <summary>Finds the senders among the layer's units and notes what they have sent.</summary>
    public void Collect(LeabraLayer layer)
    {
        var count = 0;
        var live = layer.LiveUnits;
        for (var r = 0; r < live.Count; r++)
        {
            var (start, length) = live[r];
            var end = start + length == layer.UnitCount ? AlignedFloats.Padded(layer.UnitCount) : start + length;
            Kernel.Run(new CollectKernel(in layer.Constants, layer.State, layer.First, _units, _changes, ref count), layer.First + start, end - start);
        }
        while (count > 0 && _units[count - 1] >= layer.UnitCount) { count--; }   // padding is no sender
        Count = count;
    }

    /// <summary>Compares activation with what was sent, group by group; groups in which nothing is to send, nearly all, cost a comparison.</summary>
    /// <remarks>Above Send, a change of more than Delta is sent; at or below, what was sent is taken back. Source: emergent leabra, layer.go, SendGDelta.</remarks>
    private readonly ref struct CollectKernel(
        in UnitConstants p, NeuronState units, int first, Span<int> senders, Span<float> changes, ref int count) : IKernel
    {
        private readonly float _send = p.SendThr, _delta = p.SendDelta;
        private readonly int _first = first;
        private readonly ref float _act = ref units.Act.Start, _sent = ref units.ActSent.Start;
        private readonly Span<int> _senders = senders;
        private readonly Span<float> _changes = changes;
        private readonly ref int _count = ref count;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Invoke<T>(nuint i) where T : struct, ILanes<T>
        {
            T act = T.Load(ref _act, i), sent = T.Load(ref _sent, i);
            var isActive = T.LessThan(_send, act);
            var isSender = T.Select(isActive, T.LessThan(_delta, T.Abs(act - sent)), T.LessThan(_send, sent));
            var bits = T.Bits(isSender);
            if (bits != 0) { Append(bits, i); }
        }

        private void Append(uint bits, nuint i)
        {
            for (; bits != 0; bits &= bits - 1)
            {
                var unit = i + (nuint)BitOperations.TrailingZeroCount(bits);
                ref var sent = ref Unsafe.Add(ref _sent, unit);
                var act = Unsafe.Add(ref _act, unit);
                _senders[_count] = (int)unit - _first;
                if (act > _send) { (_changes[_count++], sent) = (act - sent, act); }
                else { (_changes[_count++], sent) = (-sent, 0f); }
            }
        }
    }
}
