using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Emergent.Data;

/// <summary>Finds the largest of a row of values.</summary>
internal static class Largest
{
    /// <summary>The largest value and the first place where it stands; −<see cref="float.MaxValue"/> and −1 if none is larger than that. NaN is passed over.</summary>
    public static (float Value, int Index) Of(ReadOnlySpan<float> values)
    {
        ref var start = ref MemoryMarshal.GetReference(values);
        if (Vector512.IsHardwareAccelerated && Kernel.MaxLanes >= 16 && values.Length >= 16) { return Find<Lanes16>(ref start, values.Length); }
        if (Vector256.IsHardwareAccelerated && Kernel.MaxLanes >= 8 && values.Length >= 8) { return Find<Lanes8>(ref start, values.Length); }
        if (Vector128.IsHardwareAccelerated && Kernel.MaxLanes >= 4 && values.Length >= 4) { return Find<Lanes4>(ref start, values.Length); }
        return values.IsEmpty ? (-float.MaxValue, -1) : Find<Lanes1>(ref start, values.Length);
    }

    // The last group of lanes overlaps the one before instead of leaving a tail: no value is larger for being looked at twice.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static (float Value, int Index) Find<T>(ref float start, int length) where T : struct, ILanes<T>
    {
        var last = (nuint)(length - T.Count);
        T largest = -float.MaxValue;
        for (nuint i = 0; i < last; i += (nuint)T.Count) { largest = T.Max(T.Load(ref start, i), largest); }
        var value = T.LargestLane(T.Max(T.Load(ref start, last), largest));
        if (value == -float.MaxValue) { return (value, -1); }
        for (nuint i = 0; ; i = Math.Min(i + (nuint)T.Count, last))
        {
            var bits = T.Bits(T.Equal(T.Load(ref start, i), value));
            if (bits == 0) { continue; }
            var index = (int)i + BitOperations.TrailingZeroCount(bits);
            return (Unsafe.Add(ref start, index), index);   // as it stands there: 0 and −0 are equal
        }
    }
}
