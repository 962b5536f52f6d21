namespace Emergent.Leabra;

/// <summary>Where the rows of a projection that is not full are cut, so that each of several threads walks what leads to receivers of its own.</summary>
/// <remarks>
/// Looked up, not searched for: in a row of 125 synapses finding both ends took longer than adding those between (two threads, 5 % random: 1.2 times the time of one
/// thread, measured 2026-11, Intel Xeon). Rows are runs of neighbours where the projection has runs.
/// </remarks>
internal sealed class RowCuts(SynapseStore synapses)
{
    private int[] _receivers = [], _places = [];

    /// <summary>Cuts all rows before these receivers, ascending, where threads are to part.</summary>
    public void Set(ReadOnlySpan<int> receivers)
    {
        if (receivers.SequenceEqual(_receivers)) { return; }
        (_receivers, _places) = (receivers.ToArray(), new int[synapses.Senders * receivers.Length]);
        for (int sender = 0, place = 0; sender < synapses.Senders; sender++)
        {
            foreach (var receiver in _receivers) { _places[place++] = synapses.HasRuns ? RunsBefore(sender, receiver) : SynapsesBefore(sender, receiver); }
        }
    }

    /// <summary>The pieces of rows that lead to receivers from <paramref name="start"/> up to <paramref name="end"/>, where rows are cut or end.</summary>
    public Piece Between(int start, int end) => new(this, synapses, start == 0 ? -1 : CutAt(start), end >= synapses.Receivers ? -1 : CutAt(end));

    private int CutAt(int receiver)
    {
        var cut = Array.IndexOf(_receivers, receiver);
        return cut >= 0 ? cut : throw new InvalidOperationException($"Rows are not cut at receiver {receiver}.");
    }

    private int SynapsesBefore(int sender, int receiver)
    {
        var found = synapses.ReceiversOf(sender).BinarySearch(receiver);
        return found < 0 ? ~found : found;
    }

    // A run that the cut goes through belongs to both sides.
    private int RunsBefore(int sender, int receiver)
    {
        var runs = synapses.RunsOf(sender);
        var count = 0;
        while (count < runs.Length && runs[count].Receiver + runs[count].Count <= receiver) { count++; }
        return count;
    }

    /// <summary>A piece of each row.</summary>
    public readonly struct Piece(RowCuts cuts, SynapseStore synapses, int from, int to)
    {
        private readonly int[] _places = cuts._places;
        private readonly int _width = cuts._receivers.Length;

        /// <summary>Which synapses of a sender, or which of its runs; the first and the last run may reach beyond the piece.</summary>
        public (int From, int To) Of(int sender)
        {
            var row = sender * _width;
            var count = synapses.HasRuns ? synapses.RunsOf(sender).Length : synapses.Row(sender).Count;
            var behind = to < 0 ? count : _places[row + to];
            return (from < 0 ? 0 : _places[row + from], synapses.HasRuns ? Math.Min(behind + 1, count) : behind);
        }
    }
}
