using System.Runtime.CompilerServices;
using Emergent.Data;

namespace Emergent.Leabra;

/// <summary>The average and the largest of a variable over each of many pools, found for several pools at once.</summary>
/// <remarks>
/// A pool's sum is built one by one, as the reference does. Each addition waits for the one before (4 cycles), so several pools' sums are built
/// side by side in that time. The largest is found by vectors: it has the same bits in any order.
/// </remarks>
internal sealed class PoolSummary
{
    private const int Side = 8;   // sums side by side: an addition takes 4 cycles and two can begin in each

    private readonly List<Entry> _entries = [];
    private readonly List<(LeabraLayer Layer, Pool Pool)> _scattered = [];
    private float[] _sums = [];

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
        if (_sums.Length < _entries.Count + Side) { _sums = new float[_entries.Count + Side]; }
    }

    /// <summary>Summarizes the conductances of this cycle.</summary>
    public void SummarizeConductance(NeuronState units) => Summarize<ConductanceOfPool>(units.Ge);

    /// <summary>Summarizes the activations of this cycle.</summary>
    public void SummarizeActivation(NeuronState units) => Summarize<ActivationOfPool>(units.Act);

    private void Summarize<TRecord>(AlignedFloats column) where TRecord : struct, IRecordOfPool
    {
        for (var e = 0; e < _entries.Count; e += Side) { SumSide(column, e); }
        for (var e = 0; e < _entries.Count; e++)
        {
            var entry = _entries[e];
            ref var record = ref TRecord.Of(entry.Pool.Inhib);
            var values = column.Slice(entry.Start, entry.Count);
            (record.Sum, record.Count) = (_sums[e], entry.Count);
            record.Avg = record.Sum / entry.Count;
            (record.Max, var index) = Largest.Of(values);
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

    /// <summary>Sums the next pools; where fewer are left, the last is summed again in the free places.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void SumSide(AlignedFloats column, int first)
    {
        var last = _entries.Count - 1;
        ref var start = ref column.Start;
        ref var p0 = ref Unsafe.Add(ref start, _entries[first].Start);
        ref var p1 = ref Unsafe.Add(ref start, _entries[Math.Min(first + 1, last)].Start);
        ref var p2 = ref Unsafe.Add(ref start, _entries[Math.Min(first + 2, last)].Start);
        ref var p3 = ref Unsafe.Add(ref start, _entries[Math.Min(first + 3, last)].Start);
        ref var p4 = ref Unsafe.Add(ref start, _entries[Math.Min(first + 4, last)].Start);
        ref var p5 = ref Unsafe.Add(ref start, _entries[Math.Min(first + 5, last)].Start);
        ref var p6 = ref Unsafe.Add(ref start, _entries[Math.Min(first + 6, last)].Start);
        ref var p7 = ref Unsafe.Add(ref start, _entries[Math.Min(first + 7, last)].Start);
        float s0 = 0f, s1 = 0f, s2 = 0f, s3 = 0f, s4 = 0f, s5 = 0f, s6 = 0f, s7 = 0f;
        var shared = (nuint)_entries[first].Count;   // the smallest, since pools are in order of their size
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
        (_sums[first], _sums[first + 1], _sums[first + 2], _sums[first + 3]) = (s0, s1, s2, s3);
        (_sums[first + 4], _sums[first + 5], _sums[first + 6], _sums[first + 7]) = (s4, s5, s6, s7);
        for (var e = first; e <= Math.Min(first + Side - 1, last); e++)
        {
            for (var i = shared; i < (nuint)_entries[e].Count; i++) { _sums[e] += Unsafe.Add(ref start, (nuint)_entries[e].Start + i); }
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
