using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace Emergent.Data;

/// <summary>Asks for cache lines before they are needed, where the processor can be asked; a wish, without effect on any result.</summary>
internal static class Prefetch
{
    /// <summary>Asks for the line of an element of a column that never moves; anywhere in memory will do.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void Line(ref float column, nint index)
    {
        if (Sse.IsSupported) { Sse.Prefetch0((float*)Unsafe.AsPointer(ref column) + index); }
    }

    /// <summary>Asks for the line of an element of an array; if the array moves meanwhile, for another.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void Line(ref int array, nint index)
    {
        if (Sse.IsSupported) { Sse.Prefetch0((int*)Unsafe.AsPointer(ref array) + index); }
    }
}
