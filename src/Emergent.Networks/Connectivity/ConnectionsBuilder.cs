namespace Emergent.Networks;

/// <summary>Gathers the pairs of units that a pattern connects, in any order; a pair added twice counts once.</summary>
public sealed class ConnectionsBuilder
{
    private const int FirstChunk = 64, LargestChunk = 1 << 16;

    private readonly int _senderCount, _receiverCount;

    // Chunks, so that gathering copies nothing and takes 8 bytes a pair.
    private readonly List<(int Receiver, int Sender)[]> _filled = [];
    private (int Receiver, int Sender)[] _current = new (int, int)[FirstChunk];
    private long _filledCount;
    private int _count;
    private bool _isFull;

    /// <summary>An empty set of connections between two layers of so many units.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative.</exception>
    public ConnectionsBuilder(int senderCount, int receiverCount)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(senderCount);
        ArgumentOutOfRangeException.ThrowIfNegative(receiverCount);
        (_senderCount, _receiverCount) = (senderCount, receiverCount);
    }

    /// <summary>Connects one sender to one receiver.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such unit.</exception>
    /// <exception cref="EmergentException">There are more synapses than a projection holds.</exception>
    public void Add(int receiver, int sender)
    {
        if ((uint)receiver >= (uint)_receiverCount || (uint)sender >= (uint)_senderCount) { throw OutOfRange(receiver, sender); }
        if (_isFull) { return; }
        if (_count == _current.Length) { BeginChunk(); }
        _current[_count++] = (receiver, sender);
    }

    /// <summary>Connects every sender to every receiver, at no cost of memory.</summary>
    public void AddAll()
    {
        _isFull = true;
        _filled.Clear();
        (_current, _count, _filledCount) = ([], 0, 0);
    }

    /// <summary>Connects every sender of one contiguous range to every receiver of another: one pool to one pool.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such unit.</exception>
    public void AddBlock(int firstReceiver, int receivers, int firstSender, int senders)
    {
        for (var r = firstReceiver; r < firstReceiver + receivers; r++)
        {
            for (var s = firstSender; s < firstSender + senders; s++) { Add(r, s); }
        }
    }

    /// <summary>The connections gathered so far.</summary>
    public Connections Build() => _isFull
        ? Connections.Full(_senderCount, _receiverCount)
        : Connections.FromPairs(_senderCount, _receiverCount, [.. _filled.Select(chunk => new ArraySegment<(int, int)>(chunk)), new(_current, 0, _count)]);

    private void BeginChunk()
    {
        _filled.Add(_current);
        _filledCount += _count;
        if (_filledCount + LargestChunk > Array.MaxLength) { throw Connections.TooMany("too many synapses", _senderCount, _receiverCount); }
        _current = new (int, int)[Math.Min(2 * _current.Length, LargestChunk)];
        _count = 0;
    }

    private ArgumentOutOfRangeException OutOfRange(int receiver, int sender) =>
        (uint)receiver >= (uint)_receiverCount
            ? new ArgumentOutOfRangeException(nameof(receiver), $"There is no receiver {receiver}; the receivers go from 0 to {_receiverCount - 1}.")
            : new ArgumentOutOfRangeException(nameof(sender), $"There is no sender {sender}; the senders go from 0 to {_senderCount - 1}.");
}
