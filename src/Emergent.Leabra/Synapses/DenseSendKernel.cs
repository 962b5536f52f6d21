using System.Runtime.CompilerServices;
using Emergent.Data;

namespace Emergent.Leabra;

/// <summary>Delivers what four senders of a full projection send: sum ← (((sum + x₀ Wt₀) + x₁ Wt₁) + x₂ Wt₂) + x₃ Wt₃.</summary>
/// <remarks>
/// Senders are walked in ascending order, so each receiver's sum is built from 0 in the reference's order, and then added to what other projections
/// delivered. Four rows are streamed at once: the sums, which stay in the innermost cache, are touched a quarter as often, and four forward streams
/// are what the prefetchers follow. With no more than four senders, as in most cycles of small networks, sums need no memory at all.
/// Shapes: weights [senders, stride]; sums, target [stride]. Source: emergent leabra, prjn.go, SendGDelta.
/// </remarks>
/// <typeparam name="TFirst">Whether these are the first rows, which begin the sums.</typeparam>
/// <typeparam name="TLast">Whether these are the last rows, after which the sums reach their target.</typeparam>
internal readonly ref struct DenseSendKernel<TFirst, TLast>(FourRows rows, ref float sums, ref float target) : IKernel
    where TFirst : struct, IRowPosition
    where TLast : struct, IRowPosition
{
    private readonly FourRows _rows = rows;
    private readonly ref float _sums = ref sums, _target = ref target;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Invoke<T>(nuint i) where T : struct, ILanes<T>
    {
        var sum = T.Load(ref _rows.Row0, i) * _rows.X0;
        if (!TFirst.IsFirst) { sum = T.Load(ref _sums, i) + sum; }
        sum += T.Load(ref _rows.Row1, i) * _rows.X1;
        sum += T.Load(ref _rows.Row2, i) * _rows.X2;
        sum += T.Load(ref _rows.Row3, i) * _rows.X3;
        if (TLast.IsLast) { T.Store(T.Load(ref _target, i) + sum, ref _target, i); }
        else { T.Store(sum, ref _sums, i); }
    }
}

/// <summary>Four senders' rows of weights, and what each sends.</summary>
internal readonly ref struct FourRows(float x0, float x1, float x2, float x3, ref float row0, ref float row1, ref float row2, ref float row3)
{
    public readonly float X0 = x0, X1 = x1, X2 = x2, X3 = x3;
    public readonly ref float Row0 = ref row0, Row1 = ref row1, Row2 = ref row2, Row3 = ref row3;
}

/// <summary>Where among the rows of a delivery four rows stand; known when a kernel is compiled.</summary>
internal interface IRowPosition
{
    static abstract bool IsFirst { get; }
    static abstract bool IsLast { get; }
}

internal readonly struct FirstRows : IRowPosition
{
    public static bool IsFirst => true;
    public static bool IsLast => false;
}

internal readonly struct MoreRows : IRowPosition
{
    public static bool IsFirst => false;
    public static bool IsLast => false;
}

internal readonly struct LastRows : IRowPosition
{
    public static bool IsFirst => false;
    public static bool IsLast => true;
}
