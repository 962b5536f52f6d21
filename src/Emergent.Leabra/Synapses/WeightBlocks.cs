using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Emergent.Data;

namespace Emergent.Leabra;

/// <summary>The weights of a projection to runs of neighbours once more, as sending reads them: for each sender those to whole cache lines of receivers, 0 where there is no synapse.</summary>
/// <remarks>
/// A run begins and ends anywhere, so a vector of its own weights meets the sums at an address that no cache line and no earlier store agrees with: 5 to 8 ns a run, however
/// short. A block meets them where they lie, in 1.3 ns, and x + 0 × change has the bits of x. It takes 1 to 2.5 times the memory of the weights; learning, which
/// has much to do for each place, stays with the rows, and copies what it has changed (measured 2026-11, Intel Xeon).
/// </remarks>
internal sealed class WeightBlocks
{
    private readonly SynapseStore _synapses;
    private readonly int[] _starts;      // of each sender's blocks
    private readonly int[] _receivers;   // of each block, the first
    private readonly AlignedFloats _weights;

    public WeightBlocks(SynapseStore synapses)
    {
        _synapses = synapses;
        var receivers = new List<int>();
        _starts = new int[synapses.Senders + 1];
        for (var sender = 0; sender < synapses.Senders; sender++)
        {
            foreach (ref readonly var run in synapses.RunsOf(sender))
            {
                var first = LineOf(run.Receiver);
                if (receivers.Count > _starts[sender] && receivers[^1] == first) { first += CacheLine.Floats; }   // shared with the run before
                for (; first < run.Receiver + run.Count; first += CacheLine.Floats) { receivers.Add(first); }
            }
            _starts[sender + 1] = receivers.Count;
        }
        _receivers = [.. receivers];
        _weights = new AlignedFloats(checked(_receivers.Length * CacheLine.Floats));
    }

    /// <summary>Bytes of all that is stored, for reports.</summary>
    public long Bytes => sizeof(float) * (long)_weights.Length + sizeof(int) * ((long)_starts.Length + _receivers.Length);

    /// <summary>Adds to <paramref name="sums"/>, for receivers from <paramref name="start"/> up to <paramref name="end"/>, change × scale × weight of each sender.</summary>
    /// <param name="senders">The sending units, ascending.</param>
    /// <param name="changes">What each sends.</param>
    /// <param name="scale">The factor on everything sent.</param>
    /// <param name="sums">A sum for each receiver, with its padding, from a cache line's start on.</param>
    /// <param name="start">The first receiver, at the start of a cache line.</param>
    /// <param name="end">The end of the receivers; the end of a cache line, or of all.</param>
    public void Send(ReadOnlySpan<int> senders, ReadOnlySpan<float> changes, float scale, ref float sums, int start, int end)
    {
        switch (Kernel.MachineLanes)
        {
            case 16: Send<Lanes16>(senders, changes, scale, ref sums, start, end); break;
            case 8: Send<Lanes8>(senders, changes, scale, ref sums, start, end); break;
            case 4: Send<Lanes4>(senders, changes, scale, ref sums, start, end); break;
            default: Send<Lanes1>(senders, changes, scale, ref sums, start, end); break;
        }
    }

    /// <summary>Copies all weights as they are now.</summary>
    public void CopyAll()
    {
        for (var sender = 0; sender < _synapses.Senders; sender++) { CopyRow(sender); }
    }

    /// <summary>Copies a sender's weights as they are now.</summary>
    public void CopyRow(int sender)
    {
        var block = _starts[sender];
        foreach (ref readonly var run in _synapses.RunsOf(sender))
        {
            while (_receivers[block] < LineOf(run.Receiver)) { block++; }
            var to = block * CacheLine.Floats + run.Receiver % CacheLine.Floats;   // the lines of a run follow each other
            _synapses.Wt.Slice(run.Place, run.Count).CopyTo(_weights.Slice(to, run.Count));
        }
    }

    /// <summary>Sets the weight of one synapse.</summary>
    public void Set(int sender, int receiver, float weight)
    {
        var (start, end) = (_starts[sender], _starts[sender + 1]);
        var block = start + _receivers.AsSpan(start, end - start).BinarySearch(LineOf(receiver));
        _weights.Span[block * CacheLine.Floats + receiver % CacheLine.Floats] = weight;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Send<T>(ReadOnlySpan<int> senders, ReadOnlySpan<float> changes, float scale, ref float sums, int start, int end) where T : struct, ILanes<T>
    {
        ref var weights = ref _weights.Start;
        ref var receivers = ref MemoryMarshal.GetArrayDataReference(_receivers);
        ref var starts = ref MemoryMarshal.GetArrayDataReference(_starts);
        for (var k = 0; k < senders.Length; k++)
        {
            T change = changes[k] * scale;
            int block = Unsafe.Add(ref starts, senders[k]), behind = Unsafe.Add(ref starts, senders[k] + 1);
            while (block < behind && Unsafe.Add(ref receivers, block) < start) { block++; }
            while (block < behind && Unsafe.Add(ref receivers, behind - 1) >= end) { behind--; }
            for (; block < behind; block++)
            {
                nuint from = (nuint)block * CacheLine.Floats, to = (nuint)Unsafe.Add(ref receivers, block);
                for (nuint i = 0; i < CacheLine.Floats; i += (nuint)T.Count)
                {
                    T.Store(T.Load(ref sums, to + i) + T.Load(ref weights, from + i) * change, ref sums, to + i);
                }
            }
        }
    }

    private static int LineOf(int receiver) => receiver / CacheLine.Floats * CacheLine.Floats;
}
