using Emergent.Data;

namespace Emergent.Leabra;

/// <summary>What a network goes through in each cycle: its units in parts, and its pools.</summary>
/// <remarks>
/// Neighbouring layers that compute alike are one range of the columns: in a network of small layers a kernel's start costs as much as its work
/// on a layer (5 layers of 25 units as one range, with sums side by side and one division a unit: 1.6 times as fast, measured 2026-11, Intel Xeon). A network large enough for several threads is cut
/// into parts that whoever is free takes.
/// </remarks>
internal sealed class CyclePlan
{
    private const int PartsPerThread = 4;      // so that a thread whose core is taken away leaves little behind
    private const int SynapsesPerUnit = 10;    // the work of advancing one unit, in synapses sent through

    private readonly List<UnitPart> _parts = [], _wholes = [];
    private int _partCount, _wholeCount, _unitCount;

    /// <summary>The sums of all pools.</summary>
    public PoolSummary Pools { get; } = new();

    /// <summary>The work of advancing all units, in synapses sent through.</summary>
    public long UnitCost => (long)SynapsesPerUnit * _unitCount;

    public int PartCount => _partCount;

    public UnitPart this[int part] => _parts[part];

    /// <summary>Ranges of layers that compute alike, uncut.</summary>
    public int WholeCount => _wholeCount;

    /// <summary>A range of layers that compute alike, uncut.</summary>
    public UnitPart Whole(int index) => _wholes[index];

    /// <summary>Plans anew for the layers that take part, as they are now.</summary>
    public void Update(ReadOnlySpan<LeabraLayer> layers, WorkerTeam workers)
    {
        _partCount = _wholeCount = _unitCount = 0;
        Pools.Clear();
        foreach (var layer in layers)
        {
            _unitCount += layer.UnitCount;
            foreach (var pool in layer.PoolArray) { Pools.Add(layer, pool); }
        }
        Pools.Arrange();
        var threads = workers.ThreadsFor(MostCost(layers));
        var size = threads == 1 ? int.MaxValue : Math.Max(CacheLine.Floats, AlignedFloats.Padded(_unitCount / (threads * PartsPerThread)));
        for (var first = 0; first < layers.Length;)
        {
            var next = first + 1;
            while (next < layers.Length && layers[next - 1].AdvancesLike(layers[next])) { next++; }
            Cut(layers[first..next], int.MaxValue, _wholes, ref _wholeCount);
            Cut(layers[first..next], size, _parts, ref _partCount);
            first = next;
        }
    }

    /// <summary>The work of a cycle in which a fifth of the units send, which is as many as ever do for long.</summary>
    private long MostCost(ReadOnlySpan<LeabraLayer> layers)
    {
        var synapses = 0L;
        foreach (var layer in layers) { synapses += layer.SynapsesPerSender * layer.UnitCount; }
        return UnitCost + synapses / 5;
    }

    /// <summary>Cuts a range of layers into parts of so many units.</summary>
    private static void Cut(ReadOnlySpan<LeabraLayer> layers, int size, List<UnitPart> parts, ref int count)
    {
        UnitPart? part = null;
        var room = 0;
        foreach (var layer in layers)
        {
            var end = AlignedFloats.Padded(layer.UnitCount);
            for (int start = 0, taken; start < end; start += taken, room -= taken)
            {
                if (room == 0)
                {
                    if (count == parts.Count) { parts.Add(new UnitPart()); }
                    part = parts[count++];
                    part.Begin(layers[0]);
                    room = size;
                }
                taken = Math.Min(room, end - start);
                part!.Add(layer, start, start + taken);
            }
        }
    }
}
