using System.Runtime.CompilerServices;
using Emergent.Data;

namespace Emergent.Leabra;

/// <summary>Delivers what the senders of a full projection send: g += Σ over senders of (change × GScale) × Wt.</summary>
/// <remarks>
/// A block of receivers stays in registers while all senders are walked in ascending order, so each receiver's sum is built from 0 in the
/// reference's order, and only the sums touch memory besides the weights. Blocks of 8 vectors hide the latency of the additions.
/// Shapes: weights [senders, stride]; g [stride], whose padding takes sums of 0.
/// Source: emergent leabra, prjn.go, SendGDelta and RecvGInc.
/// </remarks>
internal readonly ref struct DenseSendKernel(ReadOnlySpan<int> senders, ReadOnlySpan<float> changes, float gscale, ref float weights, int stride, ref float g)
{
    private readonly ReadOnlySpan<int> _senders = senders;
    private readonly ReadOnlySpan<float> _changes = changes;
    private readonly float _gscale = gscale;
    private readonly ref float _weights = ref weights, _g = ref g;
    private readonly int _stride = stride;

    /// <summary>Delivers to the receivers from <paramref name="start"/> to before <paramref name="end"/>, both multiples of 16.</summary>
    public static void Run(in DenseSendKernel kernel, int start, int end)
    {
        switch (Kernel.MachineLanes)
        {
            case 16: Blocks<Lanes16>(in kernel, (nuint)start, (nuint)end); break;
            case 8: Blocks<Lanes8>(in kernel, (nuint)start, (nuint)end); break;
            case 4: Blocks<Lanes4>(in kernel, (nuint)start, (nuint)end); break;
            default: Blocks<Lanes1>(in kernel, (nuint)start, (nuint)end); break;
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void Blocks<T>(in DenseSendKernel kernel, nuint i, nuint end) where T : struct, ILanes<T>
    {
        var own = kernel;
        var lanes = (nuint)T.Count;
        for (; i + 8 * lanes <= end; i += 8 * lanes) { own.Eight<T>(i, lanes); }
        for (; i + 2 * lanes <= end; i += 2 * lanes) { own.Two<T>(i, lanes); }
        for (; i < end; i += lanes) { own.One<T>(i); }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ref float Row(int sender) => ref Unsafe.Add(ref _weights, (nint)sender * _stride);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Eight<T>(nuint i, nuint lanes) where T : struct, ILanes<T>
    {
        T s0 = 0f, s1 = 0f, s2 = 0f, s3 = 0f, s4 = 0f, s5 = 0f, s6 = 0f, s7 = 0f;
        for (var k = 0; k < _senders.Length; k++)
        {
            T x = _changes[k] * _gscale;
            ref var row = ref Unsafe.Add(ref Row(_senders[k]), i);
            s0 += x * T.Load(ref row, 0);
            s1 += x * T.Load(ref row, lanes);
            s2 += x * T.Load(ref row, 2 * lanes);
            s3 += x * T.Load(ref row, 3 * lanes);
            s4 += x * T.Load(ref row, 4 * lanes);
            s5 += x * T.Load(ref row, 5 * lanes);
            s6 += x * T.Load(ref row, 6 * lanes);
            s7 += x * T.Load(ref row, 7 * lanes);
        }
        Add(s0, i);
        Add(s1, i + lanes);
        Add(s2, i + 2 * lanes);
        Add(s3, i + 3 * lanes);
        Add(s4, i + 4 * lanes);
        Add(s5, i + 5 * lanes);
        Add(s6, i + 6 * lanes);
        Add(s7, i + 7 * lanes);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Two<T>(nuint i, nuint lanes) where T : struct, ILanes<T>
    {
        T s0 = 0f, s1 = 0f;
        for (var k = 0; k < _senders.Length; k++)
        {
            T x = _changes[k] * _gscale;
            ref var row = ref Unsafe.Add(ref Row(_senders[k]), i);
            s0 += x * T.Load(ref row, 0);
            s1 += x * T.Load(ref row, lanes);
        }
        Add(s0, i);
        Add(s1, i + lanes);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void One<T>(nuint i) where T : struct, ILanes<T>
    {
        T sum = 0f;
        for (var k = 0; k < _senders.Length; k++)
        {
            sum += (T)(_changes[k] * _gscale) * T.Load(ref Row(_senders[k]), i);
        }
        Add(sum, i);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Add<T>(T sum, nuint i) where T : struct, ILanes<T> => T.Store(T.Load(ref _g, i) + sum, ref _g, i);
}
