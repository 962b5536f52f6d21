namespace Emergent.Leabra;

/// <summary>Finds for each touch of data how many bytes of other data were touched since it was touched last.</summary>
/// <remarks>
/// A Fenwick tree over the times of touches holds at each the bytes that were touched then and not since, so that a distance is a sum over the times after the last touch:
/// O(log n). When the times are used up, those that still hold something are numbered anew.
/// Source: Bennett and Kruskal (1975), LRU stack processing; Olken (1981).
/// </remarks>
internal sealed class ReuseDistances(int times = 1024)
{
    private const int Nothing = -1;

    private readonly List<int> _lastTime = [];   // of each datum
    private readonly List<long> _bytes = [];     // of each datum
    private int[] _datumAt = new int[times];     // what was touched at each time and not since
    private long[] _tree = new long[times + 1];
    private long _total;
    private int _now;

    /// <summary>The distance of what was never touched.</summary>
    public const long Never = long.MaxValue;

    /// <summary>Adds so many data, and gives the number of the first.</summary>
    public int AddData(int count)
    {
        var first = _lastTime.Count;
        for (var i = 0; i < count; i++)
        {
            _lastTime.Add(Nothing);
            _bytes.Add(0);
        }
        return first;
    }

    /// <summary>Touches a datum of so many bytes, the same each time, and gives the distance to its last touch.</summary>
    public long Touch(int datum, long bytes)
    {
        if (_now == _datumAt.Length) { Renumber(); }
        var last = _lastTime[datum];
        var distance = last == Nothing ? Never : _total - SumUpTo(last);
        if (last != Nothing) { Forget(last, datum); }
        _bytes[datum] = bytes;
        Append(datum);
        return distance;
    }

    private void Forget(int time, int datum)
    {
        _datumAt[time] = Nothing;
        Add(time, -_bytes[datum]);
    }

    private void Append(int datum)
    {
        _lastTime[datum] = _now;
        _datumAt[_now] = datum;
        Add(_now, _bytes[datum]);
        _now++;
    }

    private void Renumber()
    {
        int[] live = [.. _datumAt.Where(datum => datum != Nothing)];
        var capacity = Math.Max(_datumAt.Length, 4 * live.Length);   // mostly free, so that renumbering is rare
        (_datumAt, _tree, _total, _now) = (new int[capacity], new long[capacity + 1], 0, 0);
        foreach (var datum in live) { Append(datum); }
    }

    private void Add(int time, long bytes)
    {
        _total += bytes;
        for (var i = time + 1; i < _tree.Length; i += i & -i) { _tree[i] += bytes; }
    }

    private long SumUpTo(int time)
    {
        var sum = 0L;
        for (var i = time + 1; i > 0; i -= i & -i) { sum += _tree[i]; }
        return sum;
    }
}
