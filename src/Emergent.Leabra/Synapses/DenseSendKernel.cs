using System.Runtime.CompilerServices;
using Emergent.Data;

namespace Emergent.Leabra;

/// <summary>Delivers what four senders of a full projection send: sum ← (((sum + x₀ Wt₀) + x₁ Wt₁) + x₂ Wt₂) + x₃ Wt₃.</summary>
/// <remarks>
/// Senders are walked in ascending order, so each receiver's sum is built from 0 in the reference's order. Four rows are streamed at once:
/// the sums, which stay in the innermost cache, are touched a quarter as often, and four forward streams are what the prefetchers follow.
/// Shapes: weights [senders, stride]; sums [stride]. Source: emergent leabra, prjn.go, SendGDelta.
/// </remarks>
internal readonly ref struct DenseSendKernel(Span<float> x, ref float row0, ref float row1, ref float row2, ref float row3, ref float sums) : IKernel
{
    private readonly float _x0 = x[0], _x1 = x[1], _x2 = x[2], _x3 = x[3];
    private readonly ref float _row0 = ref row0, _row1 = ref row1, _row2 = ref row2, _row3 = ref row3, _sums = ref sums;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Invoke<T>(nuint i) where T : struct, ILanes<T>
    {
        var sum = T.Load(ref _sums, i) + _x0 * T.Load(ref _row0, i);
        sum += _x1 * T.Load(ref _row1, i);
        sum += _x2 * T.Load(ref _row2, i);
        T.Store(sum + _x3 * T.Load(ref _row3, i), ref _sums, i);
    }
}
