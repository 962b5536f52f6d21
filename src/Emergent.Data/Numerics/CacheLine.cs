using System.Runtime.CompilerServices;

namespace Emergent.Data;

/// <summary>As many floats as a cache line holds, moved at once.</summary>
internal static class CacheLine
{
    /// <summary>Floats in a cache line.</summary>
    public const int Floats = 16;

    public const int Bytes = Floats * sizeof(float);

    /// <summary>Copies the floats of one cache line's length; columns have room for one behind their end.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Copy(ref float from, ref float to) => Unsafe.As<float, Line>(ref to) = Unsafe.As<float, Line>(ref from);

    [InlineArray(Floats)]
    private struct Line
    {
        private float _first;
    }
}
