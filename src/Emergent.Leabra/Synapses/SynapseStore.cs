using Emergent.Data;
using Emergent.Networks;

namespace Emergent.Leabra;

/// <summary>The synapses of a projection as columns, in sender order: for each sending unit a row of its receivers, ascending.</summary>
/// <remarks>
/// Sender order, because sending and learning both walk the rows of the few active senders and stream each row; receiver order would touch
/// all of them. A full projection needs no index: its rows have one place for each receiver, padded to whole cache lines so that rows
/// start on one; the padding stays 0. Others have rows of their own lengths, padded likewise if they are long, with the receiver of each synapse, and as runs of
/// neighbouring receivers and lines of 16 where those have enough. Norm is one number a row, since after each update it is shared by the whole row anyway.
/// Scale is stored only if some synapse has one, DWt only once somebody separates computing changes from applying them.
/// </remarks>
internal sealed class SynapseStore
{
    private const int RunLengthWorthwhile = 4;
    private const int PaddingWorthwhile = 64;   // synapses a row, on average: padding takes an eighth more memory at most

    private readonly int[] _rowStarts, _receiverStarts, _receivers;
    private readonly bool _isPadded;
    private readonly RowTable<int>? _runRows;

    public SynapseStore(Connections connections)
    {
        (Senders, Receivers, IsFull) = (connections.SenderCount, connections.ReceiverCount, connections.IsFull);
        Stride = AlignedFloats.Padded(Receivers);
        (_receiverStarts, _receivers) = (connections.SenderStarts, connections.ReceiversBySender);
        _isPadded = IsFull || connections.Count >= (long)PaddingWorthwhile * Senders;
        _rowStarts = _isPadded && !IsFull ? PaddedStarts() : _receiverStarts;
        var length = IsFull ? (long)Senders * Stride : _rowStarts[^1];
        if (length > Array.MaxLength - 64) { throw new EmergentException($"A full projection from {Senders:N0} to {Receivers:N0} units takes {length:N0} places; it can take at most {Array.MaxLength - 64:N0}. Choose a sparser pattern or smaller layers."); }
        Length = (int)length;
        if (!IsFull)
        {
            Runs = FindRuns(out var runStarts);
            RunStarts = runStarts;
            if (HasRuns) { _runRows = new RowTable<int>(RunStarts.AsMemory(..^1), RunStarts.AsMemory(1..), Receivers, FindRun); }
            else { Numbers = new ReceiverNumbers(this); }
            Lines = ReceiverLines.Of(this);
        }
        (Wt, LWt, Moment) = (new AlignedFloats(Length), new AlignedFloats(Length), new AlignedFloats(Length));
        Norm = new float[Senders];
        for (var sender = 0; sender < Senders; sender++) { LongestRow = Math.Max(LongestRow, Row(sender).Count); }
    }

    public int Senders { get; }

    public int Receivers { get; }

    public bool IsFull { get; }

    /// <summary>The distance of two rows of a full projection.</summary>
    public int Stride { get; }

    /// <summary>The number of places, padding included.</summary>
    public int Length { get; }

    /// <summary>The rows of a projection that is not full as runs of neighbouring receivers; empty where runs are too short to pay.</summary>
    public SynapseRun[] Runs { get; } = [];

    /// <summary>Where each sender's runs begin.</summary>
    public int[] RunStarts { get; } = [];

    public bool HasRuns => Runs.Length > 0;

    /// <summary>The synapses of the longest row.</summary>
    public int LongestRow { get; }

    /// <summary>A sender's runs.</summary>
    public ReadOnlySpan<SynapseRun> RunsOf(int sender) => Runs.AsSpan(RunStarts[sender], RunStarts[sender + 1] - RunStarts[sender]);

    /// <summary>Which runs of each row lead to receivers from <paramref name="start"/> up to <paramref name="end"/>, where rows are cut or end, of a projection that has runs. Of a run that is cut through, the piece behind the cut has it.</summary>
    public RowTable<int>.Pieces RunPieces(int start, int end) => _runRows!.Between(start, end);

    /// <summary>The rows of a projection that is not full as lines of receivers; null where that does not pay, or the machine cannot walk them.</summary>
    public ReceiverLines? Lines { get; }

    /// <summary>The receivers of a projection whose receivers lie anywhere, by place; null for others.</summary>
    public ReceiverNumbers? Numbers { get; }

    public AlignedFloats Wt { get; }

    public AlignedFloats LWt { get; }

    public AlignedFloats Moment { get; }

    /// <summary>One for each sender.</summary>
    public float[] Norm { get; }

    /// <summary>Changes computed and not yet applied; null until somebody computes them without applying them at once.</summary>
    public AlignedFloats? DWt { get; private set; }

    /// <summary>Null while all are 1.</summary>
    public AlignedFloats? Scale { get; private set; }

    /// <summary>Cuts all rows before these receivers, ascending, where threads are to part; each is the first of a cache line.</summary>
    public void CutRows(ReadOnlySpan<int> receivers)
    {
        _runRows?.Cut(receivers);
        Numbers?.Cut(receivers);
        Lines?.Cut(receivers);
    }

    /// <summary>The place of each sender's first synapse, of a projection that is not full.</summary>
    public ReadOnlyMemory<int> RowStarts => _rowStarts.AsMemory(..^1);

    /// <summary>The places of a sender's synapses: the first, and how many.</summary>
    public (int Start, int Count) Row(int sender) =>
        IsFull ? (sender * Stride, Receivers) : (_rowStarts[sender], _receiverStarts[sender + 1] - _receiverStarts[sender]);

    /// <summary>The length of a row of so many synapses with its padding, if it has any.</summary>
    public int Room(int count) => _isPadded ? AlignedFloats.Padded(count) : count;

    /// <summary>The receivers of a sender's synapses, of a projection that is not full.</summary>
    public ReadOnlySpan<int> ReceiversOf(int sender) => _receivers.AsSpan(_receiverStarts[sender], _receiverStarts[sender + 1] - _receiverStarts[sender]);

    /// <summary>The receiver of the synapse at a place of a sender's row.</summary>
    public int Receiver(int sender, int place) => IsFull ? place - sender * Stride : _receivers[_receiverStarts[sender] + place - _rowStarts[sender]];

    /// <summary>The place of the synapse between two units; −1 if they are not connected.</summary>
    public int Find(int sender, int receiver)
    {
        if (IsFull) { return sender * Stride + receiver; }
        var found = ReceiversOf(sender).BinarySearch(receiver);
        return found < 0 ? -1 : _rowStarts[sender] + found;
    }

    /// <summary>Copies a column receiver by receiver, each with its senders ascending.</summary>
    public void CopyByReceiver(AlignedFloats column, Connections connections, Span<float> to)
    {
        var from = column.Span;
        if (IsFull)
        {
            // A cache line of what is written at a time, from as many rows, which are forward streams.
            for (var first = 0; first < Senders; first += CacheLine.Floats)
            {
                var count = Math.Min(CacheLine.Floats, Senders - first);
                for (var receiver = 0; receiver < Receivers; receiver++)
                {
                    var line = to.Slice(receiver * Senders + first, count);
                    for (var i = 0; i < line.Length; i++) { line[i] = from[(first + i) * Stride + receiver]; }
                }
            }
            return;
        }
        var places = new int[Receivers];
        for (var receiver = 0; receiver < Receivers; receiver++) { places[receiver] = connections.ReceiverStart(receiver); }
        for (var sender = 0; sender < Senders; sender++)
        {
            var place = _rowStarts[sender];
            foreach (var receiver in ReceiversOf(sender)) { to[places[receiver]++] = from[place++]; }
        }
    }

    public AlignedFloats RequireDWt() => DWt ??= new AlignedFloats(Length);

    public AlignedFloats RequireScale()
    {
        if (Scale is null)
        {
            Scale = new AlignedFloats(Length);
            Scale.Span.Fill(1f);
        }
        return Scale;
    }

    public float ScaleAt(int place) => Scale is null ? 1f : Scale.Span[place];

    /// <summary>Bytes of all that is stored, for reports.</summary>
    public long Bytes => 4L * (Length * (3L + (DWt is null ? 0 : 1) + (Scale is null ? 0 : 1)) + Norm.Length + _receivers.Length + _rowStarts.Length + RunStarts.Length + 3L * Runs.Length) + (Lines?.Bytes ?? 0) + (Numbers?.Bytes ?? 0);

    // The first run that reaches to or behind a receiver.
    private int FindRun(int sender, int receiver)
    {
        var run = RunStarts[sender];
        while (run < RunStarts[sender + 1] && Runs[run].Receiver + Runs[run].Count <= receiver) { run++; }
        return run;
    }

    private int[] PaddedStarts()
    {
        var starts = new int[Senders + 1];
        for (var s = 0; s < Senders; s++) { starts[s + 1] = checked(starts[s] + AlignedFloats.Padded(_receiverStarts[s + 1] - _receiverStarts[s])); }
        return starts;
    }

    private SynapseRun[] FindRuns(out int[] runStarts)
    {
        var runs = new List<SynapseRun>();
        runStarts = new int[Senders + 1];
        for (var s = 0; s < Senders; s++)
        {
            var receivers = ReceiversOf(s);
            for (var i = 0; i < receivers.Length; i++)
            {
                if (i > 0 && receivers[i] == receivers[i - 1] + 1) { runs[^1] = runs[^1] with { Count = runs[^1].Count + 1 }; }
                else { runs.Add(new SynapseRun(receivers[i], _rowStarts[s] + i, 1)); }
            }
            runStarts[s + 1] = runs.Count;
        }
        if (_receivers.Length >= RunLengthWorthwhile * runs.Count) { return [.. runs]; }
        runStarts = [];
        return [];
    }
}

/// <summary>Synapses of one sender with receivers that are neighbours.</summary>
/// <param name="Receiver">The first receiver.</param>
/// <param name="Place">The place of its synapse.</param>
/// <param name="Count">How many.</param>
internal readonly record struct SynapseRun(int Receiver, int Place, int Count);
