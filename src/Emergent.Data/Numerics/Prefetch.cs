using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace Emergent.Data;

/// <summary>Asks for cache lines before they are needed, where the processor can be asked; a wish, without effect on any result.</summary>
internal static class Prefetch
{
    /// <summary>Asks for the line of an element of a column or an array; of an array that moves meanwhile, for another. Anywhere in memory will do.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void Line<T>(ref T first, nint index) where T : unmanaged
    {
        if (Sse.IsSupported) { Sse.Prefetch0((T*)Unsafe.AsPointer(ref first) + index); }
    }
}
