using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Emergent.Data;

/// <summary>Reads elements of a column that lie anywhere.</summary>
internal static class Gather
{
    /// <summary>Copies the elements of a column that never moves at these places, one behind the other.</summary>
    /// <param name="from">The column.</param>
    /// <param name="places">Places in it.</param>
    /// <param name="to">Room for as many floats.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static unsafe void Copy(ref float from, ReadOnlySpan<int> places, ref float to)
    {
        ref var place = ref MemoryMarshal.GetReference(places);
        nint i = 0;
        if (Avx2.IsSupported)
        {
            for (; i + Vector256<int>.Count <= places.Length; i += Vector256<int>.Count)
            {
                Avx2.GatherVector256((float*)Unsafe.AsPointer(ref from), Vector256.LoadUnsafe(ref place, (nuint)i), sizeof(float)).StoreUnsafe(ref to, (nuint)i);
            }
        }
        for (; i < places.Length; i++) { Unsafe.Add(ref to, i) = Unsafe.Add(ref from, (nint)Unsafe.Add(ref place, i)); }
    }
}
