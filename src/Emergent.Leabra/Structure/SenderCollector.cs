using System.Numerics;
using System.Runtime.CompilerServices;
using Emergent.Data;

namespace Emergent.Leabra;

/// <summary>Finds the units that send in a cycle, over all neighbouring layers that compute alike at once, and notes what they have sent.</summary>
internal sealed class SenderCollector(int units)
{
    private readonly AlignedFloats _sending = new(units);

    /// <summary>The senders; those found among a range of units stand from the range's first unit on.</summary>
    public int[] Units { get; } = new int[units];

    /// <summary>What each sends.</summary>
    public float[] Changes { get; } = new float[units];

    /// <summary>Finds the senders among units, and gives each layer its share.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Collect(in UnitConstants constants, NeuronState state, UnitPart part)
    {
        int start = part.Start, end = start;
        for (var r = 0; r < part.Live.Count; r++)
        {
            var (first, count) = part.Live[r];
            Kernel.Run(new CollectKernel(in constants, state, _sending, Units, Changes, ref end), first, count);
        }
        part.TakeSenders(start, end);
    }

    /// <summary>Compares activation with what was sent, group by group; groups in which nothing is to send, nearly all, cost a comparison.</summary>
    /// <remarks>Above Send, a change of more than Delta is sent; at or below, what was sent is taken back. Source: emergent leabra, layer.go, SendGDelta.</remarks>
    private readonly ref struct CollectKernel(in UnitConstants p, NeuronState state, AlignedFloats sending, int[] senders, float[] changes, ref int end) : IKernel
    {
        private readonly float _send = p.SendThr, _delta = p.SendDelta;
        private readonly ref float _act = ref state.Act.Start, _sent = ref state.ActSent.Start, _sending = ref sending.Start;
        private readonly int[] _senders = senders;
        private readonly float[] _changes = changes;
        private readonly ref int _end = ref end;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Invoke<T>(nuint i) where T : struct, ILanes<T>
        {
            T act = T.Load(ref _act, i), sent = T.Load(ref _sent, i);
            var isSender = T.Select(T.LessThan(_send, act), T.LessThan(_delta, T.Abs(act - sent)), T.LessThan(_send, sent));
            var bits = T.Bits(isSender);
            if (bits == 0) { return; }
            var sending = T.IfLess(_send, act, act, 0f);
            T.Store(sending - sent, ref _sending, i);
            T.Store(T.Select(isSender, sending, sent), ref _sent, i);
            Append(bits, (int)i);
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private void Append(uint bits, int first)
        {
            var end = _end;
            var (senders, changes) = (_senders, _changes);
            for (; bits != 0; bits &= bits - 1, end++)
            {
                var unit = first + BitOperations.TrailingZeroCount(bits);
                (senders[end], changes[end]) = (unit, Unsafe.Add(ref _sending, unit));
            }
            _end = end;
        }
    }
}
