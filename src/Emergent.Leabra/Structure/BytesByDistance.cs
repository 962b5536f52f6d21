using System.Numerics;

namespace Emergent.Leabra;

/// <summary>Bytes touched, by reuse distance: how many bytes of other data were touched since the same data was touched last.</summary>
/// <remarks>A cache that keeps what was used last serves the bytes of all distances up to its size.</remarks>
public sealed class BytesByDistance
{
    /// <summary>The number of classes of distance: up to 256 kB, 512 kB, 1 MB … 512 MB; the last takes all that is farther, too.</summary>
    public const int Count = 12;

    private const int SmallestBits = 18;   // 256 kB, of which every machine has as much near each core

    private readonly long[] _bytes = new long[Count];

    /// <summary>The bytes of each class.</summary>
    public IReadOnlyList<long> Bytes => _bytes;

    /// <summary>The largest distance of a class, in bytes.</summary>
    public static long Limit(int index) => 1L << SmallestBits + index;

    /// <summary>The class of a distance.</summary>
    internal static int IndexOf(long distance) => distance <= Limit(0) ? 0 : Math.Min(BitOperations.Log2((ulong)(distance - 1)) + 1 - SmallestBits, Count - 1);

    internal void Add(long distance, long bytes) => _bytes[IndexOf(distance)] += bytes;
}
