using System.Runtime.CompilerServices;

namespace Emergent.Data;

/// <summary>Functions of lanes that are the reference's own: the same bits at every width.</summary>
internal static class LaneMath
{
    /// <summary>x within [min, max]; a NaN stays a NaN, so that it is found and not hidden.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Clip<T>(T x, T min, T max) where T : struct, ILanes<T> => T.Max(min, T.Min(max, x));

    /// <summary>The reference's fast approximation of e^x: Schraudolph's exponent trick with a quartic correction of the mantissa.</summary>
    /// <remarks>
    /// Relative error up to 6e-6; 0 from −88.02969 down. Defined by its integer arithmetic, so it has the same bits everywhere.
    /// Source: Schraudolph (1999), A fast, compact approximation of the exponential function; emergent nxx1, FastExp.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T FastExp<T>(T x) where T : struct, ILanes<T> => T.IfLessOrEqual(x, -88.02969f, 0f, FastExpInRange(x));

    /// <summary><see cref="FastExp{T}"/> for x in −88…88 only; anything beyond.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T FastExpInRange<T>(T x) where T : struct, ILanes<T>
    {
        var i = T.AddInt(T.ToInt(x * 12102203f), 127 << 23);
        var m = T.AndInt(T.ShiftRightInt(i, 7), 0xFFFF);
        var p = T.MultiplyHigh(m, 3537);
        p = T.ShiftRightInt(T.MultiplyHigh(T.AddInt(p, 13668), m), 2);   // the product shifted by 18
        p = T.ShiftRightInt(T.MultiplyInt(T.AddInt(p, 15817), m), 14);
        p = T.ShiftRightInt(T.MultiplyInt(T.AddInt(p, -80470), m), 11);
        return T.AddInt(i, p);
    }

    /// <summary><see cref="FastExp{T}"/> of one value.</summary>
    public static float FastExp(float x)
    {
        var result = 0f;
        Lanes1.Store(FastExp<Lanes1>(x), ref result, 0);
        return result;
    }
}
