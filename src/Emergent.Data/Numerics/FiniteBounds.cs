using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Emergent.Data;

/// <summary>The least and the greatest finite value of a row of values; +∞ and −∞ where there is none.</summary>
internal static class FiniteBounds
{
    public static readonly (float Min, float Max) None = (float.PositiveInfinity, float.NegativeInfinity);

    /// <summary>The bounds of some values.</summary>
    public static (float Min, float Max) Of(ReadOnlySpan<float> values)
    {
        if (values.Length < CacheLine.Floats) { return OfFew(values); }
        var (mins, maxs) = (Vector512.Create(None.Min), Vector512.Create(None.Max));
        for (var i = 0; i <= values.Length - CacheLine.Floats; i += CacheLine.Floats) { Extend(ref mins, ref maxs, Vector512.Create(values[i..])); }
        Extend(ref mins, ref maxs, Vector512.Create(values[^CacheLine.Floats..]));   // what is left, and some that have been looked at
        return Of(mins, maxs);
    }

    /// <summary>The bounds of values that are copied meanwhile, past the caches: to where nobody reads soon.</summary>
    /// <remarks>
    /// What is written over must else be fetched from memory first, and takes the caches' room from what is needed next. Recording 10,000 values, copied and then searched for their bounds, took
    /// some 10 µs of a cycle of 100 in training; so it takes 5, which is what one core writes to memory in that time (measured 2026-11, Intel Xeon).
    /// </remarks>
    public static unsafe (float Min, float Max) OfCopied(ReadOnlySpan<float> from, Span<float> to)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(to.Length, from.Length);
        if (from.Length < CacheLine.Floats)
        {
            from.CopyTo(to);
            return OfFew(from);
        }
        fixed (float* source = from, target = to)
        {
            var (mins, maxs) = (Vector512.Create(None.Min), Vector512.Create(None.Max));
            // The first and the last go anywhere, those between to whole cache lines.
            var (first, last) = (Vector512.Load(source), Vector512.Load(source + from.Length - CacheLine.Floats));
            first.Store(target);
            last.Store(target + from.Length - CacheLine.Floats);
            Extend(ref mins, ref maxs, first);
            Extend(ref mins, ref maxs, last);
            for (var i = (int)((CacheLine.Bytes - (nuint)target % CacheLine.Bytes) % CacheLine.Bytes / sizeof(float)); i <= from.Length - CacheLine.Floats; i += CacheLine.Floats)
            {
                var values = Vector512.Load(source + i);
                Extend(ref mins, ref maxs, values);
                values.StoreAlignedNonTemporal(target + i);
            }
            return Of(mins, maxs);
        }
    }

    /// <summary>The bounds of two rows.</summary>
    public static (float Min, float Max) Both((float Min, float Max) a, (float Min, float Max) b) => (Math.Min(a.Min, b.Min), Math.Max(a.Max, b.Max));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Extend(ref Vector512<float> mins, ref Vector512<float> maxs, Vector512<float> values)
    {
        var isFinite = Vector512.LessThan(Vector512.Abs(values), Vector512.Create(float.PositiveInfinity));
        mins = Vector512.MinNative(mins, Vector512.ConditionalSelect(isFinite, values, mins));
        maxs = Vector512.MaxNative(maxs, Vector512.ConditionalSelect(isFinite, values, maxs));
    }

    private static (float Min, float Max) Of(Vector512<float> mins, Vector512<float> maxs)
    {
        var (mins8, maxs8) = (Vector256.MinNative(mins.GetLower(), mins.GetUpper()), Vector256.MaxNative(maxs.GetLower(), maxs.GetUpper()));
        var (mins4, maxs4) = (Vector128.MinNative(mins8.GetLower(), mins8.GetUpper()), Vector128.MaxNative(maxs8.GetLower(), maxs8.GetUpper()));
        var bounds = None;
        for (var lane = 0; lane < Vector128<float>.Count; lane++) { bounds = Both(bounds, (mins4[lane], maxs4[lane])); }
        return bounds;
    }

    private static (float Min, float Max) OfFew(ReadOnlySpan<float> values)
    {
        var bounds = None;
        foreach (var value in values) { if (float.IsFinite(value)) { bounds = Both(bounds, (value, value)); } }
        return bounds;
    }
}
