using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Emergent.Leabra;

/// <summary>Where each row of a projection that is not full begins and ends, and where rows are cut so that each of several threads walks what leads to receivers of its own.</summary>
/// <typeparam name="T">A point of a row, counted in what is walked: runs, lines or places.</typeparam>
/// <remarks>
/// Looked up, not searched for: in a row of 125 synapses finding both ends took longer than adding those between (two threads, 5 % random: 1.2 times the time of one
/// thread, measured 2026-11, Intel Xeon).
/// </remarks>
/// <param name="starts">Where each sender's row begins.</param>
/// <param name="ends">Where it ends.</param>
/// <param name="receivers">The number of receivers.</param>
/// <param name="find">Finds the point of a sender's row at which what leads to a receiver, and to those behind it, begins.</param>
internal sealed class RowTable<T>(ReadOnlyMemory<T> starts, ReadOnlyMemory<T> ends, int receivers, Func<int, int, T> find) where T : struct
{
    private int[] _receivers = [];
    private T[] _cuts = [];

    /// <summary>Bytes of the cuts, for reports.</summary>
    public long CutBytes => (long)Unsafe.SizeOf<T>() * _cuts.Length;

    /// <summary>Cuts all rows before these receivers, ascending.</summary>
    public void Cut(ReadOnlySpan<int> before)
    {
        if (before.SequenceEqual(_receivers)) { return; }
        (_receivers, _cuts) = (before.ToArray(), new T[starts.Length * before.Length]);
        for (int sender = 0, cut = 0; sender < starts.Length; sender++)
        {
            foreach (var receiver in _receivers) { _cuts[cut++] = find(sender, receiver); }
        }
    }

    /// <summary>The pieces of rows that lead to receivers from <paramref name="start"/> up to <paramref name="end"/>, where rows are cut or end.</summary>
    public Pieces Between(int start, int end)
    {
        ref var first = ref start == 0 ? ref MemoryMarshal.GetReference(starts.Span) : ref CutAt(start);
        ref var behind = ref end >= receivers ? ref MemoryMarshal.GetReference(ends.Span) : ref CutAt(end);
        return new Pieces(ref first, start == 0 ? 1 : _receivers.Length, ref behind, end >= receivers ? 1 : _receivers.Length);
    }

    private ref T CutAt(int receiver)
    {
        var cut = Array.IndexOf(_receivers, receiver);
        if (cut < 0) { throw new InvalidOperationException($"Rows are not cut at receiver {receiver}."); }
        return ref _cuts[cut];
    }

    /// <summary>A piece of each row: from one column of points to another.</summary>
    public readonly ref struct Pieces(ref T first, nint firstStride, ref T behind, nint behindStride)
    {
        private readonly ref T _first = ref first, _behind = ref behind;

        /// <summary>Where a sender's piece begins.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public T Start(nint sender) => Unsafe.Add(ref _first, sender * firstStride);

        /// <summary>Where it ends.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public T End(nint sender) => Unsafe.Add(ref _behind, sender * behindStride);
    }
}
