using System.Numerics;
using System.Runtime.CompilerServices;
using Emergent.Data;

namespace Emergent.Leabra;

/// <summary>The units of a layer that send in this cycle, ascending, with the change of activation that each sends.</summary>
/// <remarks>
/// Receivers walk this list instead of the layer: typically 5–15 % of the units. Every receiver's sum is then built in
/// ascending order of senders, whoever builds it, which is the reference's order.
/// </remarks>
internal sealed class SenderList(LeabraLayer layer)
{
    private readonly int[] _units = new int[AlignedFloats.Padded(layer.UnitCount)];
    private readonly float[] _changes = new float[AlignedFloats.Padded(layer.UnitCount)];

    public int Count { get; private set; }

    public ReadOnlySpan<int> Units => _units.AsSpan(0, Count);

    public ReadOnlySpan<float> Changes => _changes.AsSpan(0, Count);

    /// <summary>Finds the units that send, and notes what they have sent.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Collect(in UnitConstants constants, NeuronState state)
    {
        var count = 0;
        for (var r = 0; r < layer.LiveUnits.Count; r++)
        {
            var (start, length) = layer.LiveUnits[r];
            // With the padding behind the last unit, so that whole vectors have no tail.
            if (start + length == layer.UnitCount) { length = _units.Length - start; }
            Kernel.Run(new CollectKernel(in constants, state, layer.First, _units, _changes, ref count), start, length);
        }
        while (count > 0 && _units[count - 1] >= layer.UnitCount) { count--; }   // padding is no sender
        Count = count;
    }

    /// <summary>Compares activation with what was sent, and packs what is to be sent.</summary>
    /// <remarks>
    /// Above Send, a change of more than Delta is sent; at or below, what was sent is taken back. Without a branch, since nobody could foretell which groups of units have senders:
    /// a loop over the senders of groups that have any took twice as long (MEDIUM, 42 of 500 units; measured 2026-11, Intel Xeon). Source: emergent leabra, layer.go, SendGDelta.
    /// </remarks>
    private readonly ref struct CollectKernel(in UnitConstants p, NeuronState state, int first, int[] units, float[] changes, ref int count) : IKernel
    {
        private readonly ref readonly UnitConstants _p = ref p;
        private readonly ref float _act = ref Unsafe.Add(ref state.Act.Start, first), _sent = ref Unsafe.Add(ref state.ActSent.Start, first);
        private readonly ref float _units = ref Unsafe.As<int, float>(ref units[0]), _changes = ref changes[0];
        private readonly ref int _count = ref count;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Invoke<T>(nuint i) where T : struct, ILanes<T>
        {
            T act = T.Load(ref _act, i), sent = T.Load(ref _sent, i);
            var isSender = T.Select(T.LessThan(_p.SendThr, act), T.LessThan(_p.SendDelta, T.Abs(act - sent)), T.LessThan(_p.SendThr, sent));
            var sending = T.IfLess(_p.SendThr, act, act, 0f);
            // There are no more senders so far than units, so that what is stored behind them is never beyond the units.
            var end = (nuint)_count;
            T.StoreWhere(isSender, T.AddInt(T.LaneNumbers, (int)i), ref _units, end);
            T.StoreWhere(isSender, sending - sent, ref _changes, end);
            T.Store(T.Select(isSender, sending, sent), ref _sent, i);
            _count += BitOperations.PopCount(T.Bits(isSender));
        }
    }
}
