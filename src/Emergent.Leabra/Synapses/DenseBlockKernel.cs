using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Emergent.Data;

namespace Emergent.Leabra;

/// <summary>Delivers what all senders of a full projection send to few receivers: four vectors of sums stay in registers while all senders are walked.</summary>
/// <remarks>
/// Each sum is built as <see cref="DenseSendKernel{TFirst, TLast}"/> builds it. Nothing is begun anew for each four senders, and none is sent in vain.
/// Shapes: weights [senders, stride]; target [stride]. Source: emergent leabra, prjn.go, SendGDelta.
/// </remarks>
internal readonly ref struct DenseBlockKernel(ReadOnlySpan<int> senders, ReadOnlySpan<float> changes, float scale, ref float weights, int stride, ref float target) : IRangeKernel
{
    private readonly ref int _senders = ref MemoryMarshal.GetReference(senders);
    private readonly ref float _changes = ref MemoryMarshal.GetReference(changes);
    private readonly ref float _weights = ref weights, _target = ref target;
    private readonly nint _count = senders.Length, _stride = stride;
    private readonly float _scale = scale;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Invoke<T>(nuint start, nuint end) where T : struct, ILanes<T>
    {
        nuint one = (nuint)T.Count, four = 4 * one;
        var i = start;
        for (; i + four <= end; i += four) { Deliver<T, FourVectors>(i, added: 0); }
        if (i == end) { return; }
        // What is left begins earlier, where there is an earlier: those sums are built again and not added.
        if (end - start >= four) { Deliver<T, FourVectors>(end - four, added: i - (end - four)); }
        else
        {
            if (end - i >= 2 * one)
            {
                Deliver<T, TwoVectors>(i, added: 0);
                i += 2 * one;
            }
            if (i < end) { Deliver<T, OneVector>(i, added: 0); }
        }
    }

    /// <summary>Delivers to a block of vectors, of which the first have been added before.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Deliver<T, TBlock>(nuint i, nuint added) where T : struct, ILanes<T> where TBlock : struct, IVectorCount
    {
        nuint one = (nuint)T.Count;
        ref var sender = ref _senders;
        ref var change = ref _changes;
        ref var weights = ref Unsafe.Add(ref _weights, i);
        ref var target = ref Unsafe.Add(ref _target, i);
        var (count, stride, scale) = (_count, _stride, _scale);
        var x = change * scale;
        ref var row = ref Unsafe.Add(ref weights, sender * stride);
        T sum0 = T.Load(ref row, 0) * x, sum1 = sum0, sum2 = sum0, sum3 = sum0;
        if (TBlock.Count > 1) { sum1 = T.Load(ref row, one) * x; }
        if (TBlock.Count > 2) { (sum2, sum3) = (T.Load(ref row, 2 * one) * x, T.Load(ref row, 3 * one) * x); }
        for (nint k = 1; k < count; k++)
        {
            x = Unsafe.Add(ref change, k) * scale;
            row = ref Unsafe.Add(ref weights, Unsafe.Add(ref sender, k) * stride);
            sum0 += T.Load(ref row, 0) * x;
            if (TBlock.Count > 1) { sum1 += T.Load(ref row, one) * x; }
            if (TBlock.Count > 2)
            {
                sum2 += T.Load(ref row, 2 * one) * x;
                sum3 += T.Load(ref row, 3 * one) * x;
            }
        }
        if (added == 0) { T.Store(T.Load(ref target, 0) + sum0, ref target, 0); }
        if (TBlock.Count > 1 && added <= one) { T.Store(T.Load(ref target, one) + sum1, ref target, one); }
        if (TBlock.Count > 2)
        {
            if (added <= 2 * one) { T.Store(T.Load(ref target, 2 * one) + sum2, ref target, 2 * one); }
            T.Store(T.Load(ref target, 3 * one) + sum3, ref target, 3 * one);
        }
    }

    /// <summary>How many vectors a block has; known when a kernel is compiled.</summary>
    private interface IVectorCount
    {
        static abstract int Count { get; }
    }

    private readonly struct OneVector : IVectorCount
    {
        public static int Count => 1;
    }

    private readonly struct TwoVectors : IVectorCount
    {
        public static int Count => 2;
    }

    private readonly struct FourVectors : IVectorCount
    {
        public static int Count => 4;
    }
}
