namespace Emergent.Networks;

/// <summary>Gathers the pairs of units that a pattern connects, in any order; a pair added twice counts once.</summary>
public sealed class ConnectionsBuilder
{
    private readonly int _senderCount, _receiverCount;
    private int[] _receivers = new int[16], _senders = new int[16];
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
        if (_count == _receivers.Length)
        {
            if (_count == Array.MaxLength) { throw Connections.TooMany("too many synapses", _senderCount, _receiverCount); }
            var capacity = (int)Math.Min(2L * _count, Array.MaxLength);
            Array.Resize(ref _receivers, capacity);
            Array.Resize(ref _senders, capacity);
        }
        _receivers[_count] = receiver;
        _senders[_count] = sender;
        _count++;
    }

    /// <summary>Connects every sender to every receiver, at no cost of memory.</summary>
    public void AddAll()
    {
        _isFull = true;
        (_receivers, _senders, _count) = ([], [], 0);
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
        : Connections.FromPairs(_senderCount, _receiverCount, _receivers.AsSpan(0, _count), _senders.AsSpan(0, _count));

    private ArgumentOutOfRangeException OutOfRange(int receiver, int sender) =>
        (uint)receiver >= (uint)_receiverCount
            ? new ArgumentOutOfRangeException(nameof(receiver), $"There is no receiver {receiver}; the receivers go from 0 to {_receiverCount - 1}.")
            : new ArgumentOutOfRangeException(nameof(sender), $"There is no sender {sender}; the senders go from 0 to {_senderCount - 1}.");
}
