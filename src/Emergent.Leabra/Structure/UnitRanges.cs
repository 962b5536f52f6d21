namespace Emergent.Leabra;

/// <summary>Units as runs of neighbours, so that kernels run over some of the units without a mask.</summary>
internal sealed class UnitRanges
{
    private readonly List<(int Start, int Count)> _ranges = [];

    public int Count => _ranges.Count;

    public (int Start, int Count) this[int index] => _ranges[index];

    public bool IsEmpty => _ranges.Count == 0;

    public void Clear() => _ranges.Clear();

    /// <summary>Adds the next units, in ascending order.</summary>
    public void Add(int start, int count = 1)
    {
        if (_ranges.Count > 0 && _ranges[^1] is var last && last.Start + last.Count == start) { _ranges[^1] = (last.Start, last.Count + count); }
        else { _ranges.Add((start, count)); }
    }
}
