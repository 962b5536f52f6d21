using Emergent.Data;
using Emergent.Networks;

namespace Emergent.Backprop;

/// <summary>The synapses of a projection: a row of receivers for each sender, ascending, without index where every sender has all.</summary>
/// <remarks>
/// Rows by sender are what forward sums in ascending order of senders can be built from, many receivers at a time. Errors go back in ascending order
/// of receivers, for which a full projection keeps its weights a second time, by receiver, and brings them up to date once an update.
/// </remarks>
internal sealed class SynapseStore
{
    private const int Tile = 16;   // floats of a cache line: rows are turned a square at a time, so that lines are touched once

    private readonly Connections _connections;
    private AlignedFloats? _transposed;
    private bool _transposedIsOld = true;

    public SynapseStore(Connections connections)
    {
        _connections = connections;
        (IsFull, Senders, Receivers) = (connections.IsFull, connections.SenderCount, connections.ReceiverCount);
        (Stride, TransposedStride) = (AlignedFloats.Padded(Receivers), AlignedFloats.Padded(Senders));
        var length = IsFull ? (long)Senders * Stride : connections.Count;
        if (IsFull && (length > Array.MaxLength / 2 || (long)Receivers * TransposedStride > Array.MaxLength / 2))
        {
            throw new EmergentException($"A projection from {Senders:N0} to {Receivers:N0} units has too many synapses; it can have about {Array.MaxLength / 2:N0}. Choose a sparser pattern or smaller layers.");
        }
        Learned = new LearnedColumn(new AlignedFloats((int)length));
    }

    public bool IsFull { get; }

    public int Senders { get; }

    public int Receivers { get; }

    /// <summary>The distance of two rows of a full projection: the receivers, padded.</summary>
    public int Stride { get; }

    /// <summary>The distance of two rows of the weights by receiver: the senders, padded.</summary>
    public int TransposedStride { get; }

    public LearnedColumn Learned { get; }

    public AlignedFloats Wt => Learned.Values;

    /// <summary>Sums of gradients over a batch; null while batches are single trials.</summary>
    public AlignedFloats? DWt { get; private set; }

    public long Bytes => sizeof(float) * ((long)Wt.Length * (1 + Count(DWt) + Count(Learned.Moment) + Count(Learned.Square)) + (_transposed?.Length ?? 0));

    /// <summary>The place of a sender's first synapse, and how many there are, padding included.</summary>
    public (int Start, int Count) Row(int sender) =>
        IsFull ? (sender * Stride, Stride) : (_connections.SenderStart(sender), _connections.SenderStart(sender + 1) - _connections.SenderStart(sender));

    /// <summary>The receivers of a sender's synapses.</summary>
    public ReadOnlySpan<int> ReceiversOf(int sender) => _connections.ReceiversOf(sender);

    /// <summary>The place of the synapse between two units that are connected.</summary>
    public int Find(int sender, int receiver) => IsFull ? sender * Stride + receiver : _connections.SenderStart(sender) + ReceiversOf(sender).BinarySearch(receiver);

    public AlignedFloats RequireDWt() => DWt ??= new AlignedFloats(Wt.Length);

    /// <summary>Says that weights have changed.</summary>
    public void WeightsChange() => _transposedIsOld = true;

    /// <summary>The weights of a full projection, [receivers, padded senders].</summary>
    public AlignedFloats Transposed()
    {
        _transposed ??= new AlignedFloats(Receivers * TransposedStride);
        if (_transposedIsOld) { Transpose(Wt.Span, Stride, _transposed.Span, TransposedStride); }
        _transposedIsOld = false;
        return _transposed;
    }

    private void Transpose(ReadOnlySpan<float> from, int fromStride, Span<float> to, int toStride)
    {
        for (var r0 = 0; r0 < Receivers; r0 += Tile)
        {
            var receivers = Math.Min(r0 + Tile, Receivers);
            for (var s = 0; s < Senders; s++)
            {
                var row = from.Slice(s * fromStride, receivers);
                for (var r = r0; r < row.Length; r++) { to[r * toStride + s] = row[r]; }
            }
        }
    }

    private static int Count(AlignedFloats? column) => column is null ? 0 : 1;
}
