namespace Emergent.Leabra;

/// <summary>One sender's synapses as runs of neighbouring receivers: a single run for a full projection.</summary>
internal struct RowRuns(SynapseStore synapses, int row)
{
    private int _next = synapses.IsFull ? -1 : synapses.RunStarts[row] - 1;
    private readonly int _last = synapses.IsFull ? 0 : synapses.RunStarts[row + 1] - 1;

    public readonly RowRuns GetEnumerator() => this;

    public bool MoveNext() => _next++ < _last;

    public readonly SynapseRun Current => synapses.IsFull ? new SynapseRun(0, row * synapses.Stride, synapses.Receivers) : synapses.Runs[_next];
}
