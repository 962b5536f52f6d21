using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Emergent.Data;

namespace Emergent.Leabra;

/// <summary>The average and the largest of a variable over each of many pools, found for several pools at once.</summary>
/// <remarks>
/// A pool's sum is built one by one, as the reference does. Each addition waits for the one before (4 cycles), so several pools' sums are built
/// side by side in that time. The largest is found by vectors: it has the same bits in any order.
/// </remarks>
internal sealed class PoolSummary
{
    private const int Side = 8;    // sums side by side: an addition takes 4 cycles and two can begin in each
    private const int Pairs = 5;   // pools of which two columns are summed side by side: as many as most networks have without pools, in 5 cycles instead of twice 4

    private readonly List<Entry> _entries = [];
    private readonly List<(LeabraLayer Layer, Pool Pool)> _scattered = [];
    private float[] _sums = [], _otherSums = [];
    private int[] _starts = [];

    /// <summary>A pool whose live units are neighbours: all pools, unless units are lesioned.</summary>
    private readonly record struct Entry(Pool Pool, int Start, int Count, int FirstUnit);

    public void Clear()
    {
        _entries.Clear();
        _scattered.Clear();
    }

    public void Add(LeabraLayer layer, Pool pool)
    {
        var live = layer.LiveUnits;
        var (found, start, count) = (0, 0, 0);
        for (var r = 0; r < live.Count; r++)
        {
            var (s, c) = pool.Within(live[r]);
            if (c > 0) { (found, start, count) = (found + 1, s, c); }
        }
        if (found == 1) { _entries.Add(new Entry(pool, layer.First + start, count, start)); }
        else { _scattered.Add((layer, pool)); }
    }

    /// <summary>Brings pools of one size together, once all are added.</summary>
    public void Arrange()
    {
        _entries.Sort(static (a, b) => a.Count.CompareTo(b.Count));
        if (_sums.Length < _entries.Count + Side)
        {
            (_sums, _otherSums, _starts) = (new float[_entries.Count + Side], new float[_entries.Count + Side], new int[_entries.Count + Side]);
        }
        // Where fewer than a whole side are left, the last is summed again in the free places.
        for (var e = 0; e < _starts.Length && _entries.Count > 0; e++) { _starts[e] = _entries[Math.Min(e, _entries.Count - 1)].Start; }
    }

    /// <summary>Whether both columns are summarized sooner at once than one after the other.</summary>
    public bool PrefersBoth => (_entries.Count + Pairs - 1) / Pairs * Pairs < (_entries.Count + Side - 1) / Side * Side;

    /// <summary>Summarizes the conductances of this cycle; finds the largest only where somebody may ask for it.</summary>
    public void SummarizeConductance(NeuronState units, bool withLargest) => Summarize<ConductanceOfPool>(units.Ge, withLargest);

    /// <summary>Summarizes the activations of this cycle; finds the largest only where somebody may ask for it.</summary>
    public void SummarizeActivation(NeuronState units, bool withLargest) => Summarize<ActivationOfPool>(units.Act, withLargest);

    /// <summary>Summarizes the activations of the last cycle, in which nobody could look, with the conductances of this one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void SummarizeBoth(NeuronState units, bool withLargest)
    {
        var entries = CollectionsMarshal.AsSpan(_entries);
        for (var e = 0; e < entries.Length; e += Pairs) { SumPairs(ref units.Ge.Start, ref units.Act.Start, entries[e..], e); }
        Record<ActivationOfPool>(units.Act, _otherSums, withLargest: false);
        Record<ConductanceOfPool>(units.Ge, _sums, withLargest);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Summarize<TRecord>(AlignedFloats column, bool withLargest) where TRecord : struct, IRecordOfPool
    {
        var entries = CollectionsMarshal.AsSpan(_entries);
        for (var e = 0; e < entries.Length; e += Side) { SumSide(ref column.Start, entries[e..], e); }
        Record<TRecord>(column, _sums, withLargest);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Record<TRecord>(AlignedFloats column, float[] sums, bool withLargest) where TRecord : struct, IRecordOfPool
    {
        var entries = CollectionsMarshal.AsSpan(_entries);
        for (var e = 0; e < entries.Length; e++)
        {
            ref readonly var entry = ref entries[e];
            ref var record = ref TRecord.Of(entry.Pool.Inhib);
            (record.Sum, record.Avg, record.Count) = (sums[e], sums[e] / entry.Count, entry.Count);
            if (!withLargest) { continue; }
            (record.Max, var index) = Largest.Of(column.Slice(entry.Start, entry.Count));
            record.MaxIndex = index < 0 ? index : entry.FirstUnit + index;
        }
        foreach (var (layer, pool) in _scattered)
        {
            var summary = AvgMax.Empty;
            for (var r = 0; r < layer.LiveUnits.Count; r++)
            {
                var (start, count) = pool.Within(layer.LiveUnits[r]);
                if (count > 0) { summary.Add(column.Slice(layer.First + start, count), start); }
            }
            summary.Finish();
            TRecord.Of(pool.Inhib) = summary;
        }
    }

    /// <summary>Sums the next pools, of which the first is the smallest.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void SumSide(ref float column, ReadOnlySpan<Entry> entries, int first)
    {
        var starts = _starts.AsSpan(first, Side);
        ref float p0 = ref Unsafe.Add(ref column, starts[0]), p1 = ref Unsafe.Add(ref column, starts[1]);
        ref float p2 = ref Unsafe.Add(ref column, starts[2]), p3 = ref Unsafe.Add(ref column, starts[3]);
        ref float p4 = ref Unsafe.Add(ref column, starts[4]), p5 = ref Unsafe.Add(ref column, starts[5]);
        ref float p6 = ref Unsafe.Add(ref column, starts[6]), p7 = ref Unsafe.Add(ref column, starts[7]);
        float s0 = 0f, s1 = 0f, s2 = 0f, s3 = 0f, s4 = 0f, s5 = 0f, s6 = 0f, s7 = 0f;
        var shared = (nuint)entries[0].Count;
        for (nuint i = 0; i < shared; i++)
        {
            s0 += Unsafe.Add(ref p0, i);
            s1 += Unsafe.Add(ref p1, i);
            s2 += Unsafe.Add(ref p2, i);
            s3 += Unsafe.Add(ref p3, i);
            s4 += Unsafe.Add(ref p4, i);
            s5 += Unsafe.Add(ref p5, i);
            s6 += Unsafe.Add(ref p6, i);
            s7 += Unsafe.Add(ref p7, i);
        }
        var sums = _sums.AsSpan(first, Side);
        (sums[0], sums[1], sums[2], sums[3], sums[4], sums[5], sums[6], sums[7]) = (s0, s1, s2, s3, s4, s5, s6, s7);
        for (var e = 0; e < Math.Min(Side, entries.Length); e++)
        {
            for (var i = shared; i < (nuint)entries[e].Count; i++) { sums[e] += Unsafe.Add(ref column, (nuint)starts[e] + i); }
        }
    }

    /// <summary>Sums two columns over the next pools, of which the first is the smallest.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void SumPairs(ref float column, ref float other, ReadOnlySpan<Entry> entries, int first)
    {
        var starts = _starts.AsSpan(first, Pairs);
        ref float p0 = ref Unsafe.Add(ref column, starts[0]), p1 = ref Unsafe.Add(ref column, starts[1]), p2 = ref Unsafe.Add(ref column, starts[2]);
        ref float p3 = ref Unsafe.Add(ref column, starts[3]), p4 = ref Unsafe.Add(ref column, starts[4]);
        ref float q0 = ref Unsafe.Add(ref other, starts[0]), q1 = ref Unsafe.Add(ref other, starts[1]), q2 = ref Unsafe.Add(ref other, starts[2]);
        ref float q3 = ref Unsafe.Add(ref other, starts[3]), q4 = ref Unsafe.Add(ref other, starts[4]);
        float s0 = 0f, s1 = 0f, s2 = 0f, s3 = 0f, s4 = 0f, t0 = 0f, t1 = 0f, t2 = 0f, t3 = 0f, t4 = 0f;
        var shared = (nuint)entries[0].Count;
        for (nuint i = 0; i < shared; i++)
        {
            s0 += Unsafe.Add(ref p0, i);
            t0 += Unsafe.Add(ref q0, i);
            s1 += Unsafe.Add(ref p1, i);
            t1 += Unsafe.Add(ref q1, i);
            s2 += Unsafe.Add(ref p2, i);
            t2 += Unsafe.Add(ref q2, i);
            s3 += Unsafe.Add(ref p3, i);
            t3 += Unsafe.Add(ref q3, i);
            s4 += Unsafe.Add(ref p4, i);
            t4 += Unsafe.Add(ref q4, i);
        }
        Span<float> sums = _sums.AsSpan(first, Pairs), others = _otherSums.AsSpan(first, Pairs);
        (sums[0], sums[1], sums[2], sums[3], sums[4]) = (s0, s1, s2, s3, s4);
        (others[0], others[1], others[2], others[3], others[4]) = (t0, t1, t2, t3, t4);
        for (var e = 0; e < Math.Min(Pairs, entries.Length); e++)
        {
            for (var i = shared; i < (nuint)entries[e].Count; i++)
            {
                sums[e] += Unsafe.Add(ref column, (nuint)starts[e] + i);
                others[e] += Unsafe.Add(ref other, (nuint)starts[e] + i);
            }
        }
    }

    private interface IRecordOfPool
    {
        static abstract ref AvgMax Of(PoolInhibition pool);
    }

    private readonly struct ConductanceOfPool : IRecordOfPool
    {
        public static ref AvgMax Of(PoolInhibition pool) => ref pool.GeRecord;
    }

    private readonly struct ActivationOfPool : IRecordOfPool
    {
        public static ref AvgMax Of(PoolInhibition pool) => ref pool.ActRecord;
    }
}
