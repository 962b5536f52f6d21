using System.Runtime.InteropServices;
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

    private readonly List<UnitPart> _parts = [];
    private readonly List<int> _turns = [], _cuts = [];
    private readonly List<LeabraLayer> _modulators = [], _signallers = [], _enders = [], _contextSenders = [], _contextReceivers = [];
    private int _partCount, _unitCount;

    /// <summary>The sums of all pools.</summary>
    public PoolSummary Pools { get; } = new();

    /// <summary>Whether a layer may ask within a cycle for the largest value of a pool; plain ones whose inhibition follows averages do not.</summary>
    public bool AsksForLargest { get; private set; }

    /// <summary>The work of advancing all units, in synapses sent through.</summary>
    public long UnitCost => (long)SynapsesPerUnit * _unitCount;

    public int PartCount => _partCount;

    public UnitPart this[int part] => _parts[part];

    /// <summary>How often activation stops for all parts so far: after the last, and before and after a layer that activates in turn.</summary>
    public int TurnCount => _turns.Count;

    /// <summary>The number of parts up to the end of a turn.</summary>
    public int EndOfTurn(int turn) => _turns[turn];

    /// <summary>The layers that take a step which plain layers do not.</summary>
    public List<LeabraLayer> Takers(LayerSteps step) => step switch
    {
        LayerSteps.SendModulation => _modulators,
        LayerSteps.SendSignals => _signallers,
        LayerSteps.EndCycle => _enders,
        LayerSteps.SendContext => _contextSenders,
        _ => _contextReceivers,
    };

    /// <summary>Plans anew for the layers that take part, as they are now.</summary>
    public void Update(ReadOnlySpan<LeabraLayer> layers, WorkerTeam workers)
    {
        _partCount = _unitCount = 0;
        _turns.Clear();
        Pools.Clear();
        foreach (var step in (ReadOnlySpan<LayerSteps>)[LayerSteps.SendModulation, LayerSteps.SendSignals, LayerSteps.EndCycle, LayerSteps.SendContext, LayerSteps.ReceiveContext])
        {
            var takers = Takers(step);
            takers.Clear();
            foreach (var layer in layers) { if ((layer.Steps & step) != 0) { takers.Add(layer); } }
        }
        AsksForLargest = false;
        foreach (var layer in layers)
        {
            AsksForLargest |= layer.AsksForLargest;
            _unitCount += layer.UnitCount;
            foreach (var pool in layer.PoolArray) { Pools.Add(layer, pool); }
        }
        Pools.Arrange();
        var threads = workers.ThreadsFor<Receiving>(MostCost(layers));
        var size = threads == 1 ? int.MaxValue : Math.Max(CacheLine.Floats, AlignedFloats.Padded(_unitCount / (threads * PartsPerThread)));
        for (var first = 0; first < layers.Length;)
        {
            var next = first + 1;
            while (next < layers.Length && layers[next - 1].AdvancesLike(layers[next])) { next++; }
            var inTurn = layers[first].ActivatesInTurn;
            if (inTurn) { EndTurn(); }
            Cut(layers[first..next], inTurn || layers[first].IsUndivided ? int.MaxValue : size);
            if (inTurn) { EndTurn(); }
            first = next;
        }
        EndTurn();
    }

    private void EndTurn()
    {
        if (_partCount > (_turns.Count == 0 ? 0 : _turns[^1])) { _turns.Add(_partCount); }
    }

    /// <summary>The work of a cycle in which a fifth of the units send, which is as many as ever do for long.</summary>
    private long MostCost(ReadOnlySpan<LeabraLayer> layers)
    {
        var synapses = 0L;
        foreach (var layer in layers) { synapses += layer.SynapsesPerSender * layer.UnitCount; }
        return UnitCost + synapses / 5;
    }

    /// <summary>Cuts a range of layers into parts of so many units; of a layer no sliver is cut off, since each part walks all its senders.</summary>
    private void Cut(ReadOnlySpan<LeabraLayer> layers, int size)
    {
        UnitPart? part = null;
        var room = 0;
        foreach (var layer in layers)
        {
            var end = AlignedFloats.Padded(layer.UnitCount);
            for (int start = 0, taken; start < end; start += taken, room -= taken)
            {
                var left = end - start;
                if (room < Math.Min(left, size / 2))
                {
                    if (_partCount == _parts.Count) { _parts.Add(new UnitPart()); }
                    part = _parts[_partCount++];
                    part.Begin(layers[0]);
                    room = size;
                }
                taken = left - room < size / 2 ? left : room;
                part!.Add(layer, start, start + taken);
                if (start > 0) { _cuts.Add(start); }
            }
            if (_cuts.Count > 0) { layer.CutRows(CollectionsMarshal.AsSpan(_cuts)); }
            _cuts.Clear();
        }
    }

    /// <summary>Delivery and integration of conductances, divided among threads by receiving units: each sum is built in the same order by whoever builds it.</summary>
    /// <param name="plan">The parts.</param>
    /// <param name="backwards">Whether to begin with the last; which is first is no matter, for parts have nothing in common.</param>
    public readonly struct Receiving(CyclePlan plan, bool backwards) : IParallelWork
    {
        public void Do(int start, int end)
        {
            for (var part = start; part < end; part++) { plan[backwards ? plan.PartCount - 1 - part : part].Receive(backwards); }
        }
    }

    /// <summary>Activation of parts from <paramref name="first"/> on.</summary>
    public readonly struct Activating(CyclePlan plan, int first) : IParallelWork
    {
        public void Do(int start, int end)
        {
            for (var part = first + start; part < first + end; part++) { plan[part].Layer.Activate(plan[part]); }
        }
    }
}
