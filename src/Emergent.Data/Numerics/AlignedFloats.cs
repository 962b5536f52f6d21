using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Emergent.Data;

/// <summary>A column of floats that starts on a 64-byte boundary and never moves, so that vector loads of a slice on a 16-float boundary touch one cache line.</summary>
internal sealed class AlignedFloats
{
    private readonly float[] _memory;
    private readonly int _offset;

    public AlignedFloats(int length)
    {
        Length = length;
        // Pinned: the collector never moves it, so the alignment found here stays.
        // A cache line more on either side than alignment needs, so that whole vectors can be read that begin or end anywhere in the column.
        _memory = GC.AllocateArray<float>(length + 3 * CacheLine.Floats, pinned: true);
        var address = (nuint)Marshal.UnsafeAddrOfPinnedArrayElement(_memory, 0);
        _offset = CacheLine.Floats + (int)((64 - address % 64) % 64 / sizeof(float));
        LargePages.Advise(address, (nuint)_memory.LongLength * sizeof(float));
    }

    public int Length { get; }

    public ref float Start
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_memory), _offset);
    }

    public Span<float> Span => new(_memory, _offset, Length);

    public Span<float> Slice(int start, int count) => Span.Slice(start, count);

    /// <summary><paramref name="count"/> rounded up to whole cache lines.</summary>
    public static int Padded(int count) => (count + CacheLine.Floats - 1) / CacheLine.Floats * CacheLine.Floats;
}
