namespace Emergent.Networks;

/// <summary>Which sending unit is connected to which receiving unit: what a <see cref="Connectivity"/> makes of two layers.</summary>
/// <remarks>
/// Immutable. Memory is proportional to the number of synapses (8 bytes each); full connections take none.
/// A synapse has a position in either order: sender by sender, each with its receivers ascending, or receiver by receiver,
/// each with its senders ascending.
/// </remarks>
public sealed partial class Connections
{
    // Rows of a compressed sparse matrix: unit u's partners are list[starts[u] … starts[u + 1]). Empty when full.
    private readonly int[] _receiverStarts, _senders, _senderStarts, _receivers;
    private int[]? _everyUnit;

    private Connections(int senderCount, int receiverCount, int[] receiverStarts, int[] senders, int[] senderStarts, int[] receivers)
    {
        SenderCount = senderCount;
        ReceiverCount = receiverCount;
        IsFull = senders.Length == (long)senderCount * receiverCount;
        Count = senders.Length;
        (_receiverStarts, _senders, _senderStarts, _receivers) = IsFull ? ([], [], [], []) : (receiverStarts, senders, senderStarts, receivers);
    }

    private Connections(int senderCount, int receiverCount)
    {
        var count = (long)senderCount * receiverCount;
        if (count > Array.MaxLength) { throw TooMany($"{count} synapses", senderCount, receiverCount); }
        SenderCount = senderCount;
        ReceiverCount = receiverCount;
        IsFull = true;
        Count = (int)count;
        (_receiverStarts, _senders, _senderStarts, _receivers) = ([], [], [], []);
    }

    /// <summary>The number of units in the sending layer, connected or not.</summary>
    public int SenderCount { get; }

    /// <summary>The number of units in the receiving layer, connected or not.</summary>
    public int ReceiverCount { get; }

    /// <summary>The number of synapses.</summary>
    public int Count { get; }

    /// <summary>Whether every sender is connected to every receiver, whatever the pattern was called.</summary>
    public bool IsFull { get; }

    /// <summary>The senders of one receiver, ascending.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such receiver.</exception>
    public ReadOnlySpan<int> SendersOf(int receiver)
    {
        CheckUnit(receiver, ReceiverCount, nameof(receiver));
        return IsFull ? EveryUnit(SenderCount) : _senders.AsSpan(_receiverStarts[receiver].._receiverStarts[receiver + 1]);
    }

    /// <summary>The receivers of one sender, ascending.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such sender.</exception>
    public ReadOnlySpan<int> ReceiversOf(int sender)
    {
        CheckUnit(sender, SenderCount, nameof(sender));
        return IsFull ? EveryUnit(ReceiverCount) : _receivers.AsSpan(_senderStarts[sender].._senderStarts[sender + 1]);
    }

    /// <summary>The position, receiver by receiver, of the first synapse of <paramref name="receiver"/>; for the receiver count, the number of synapses.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such receiver.</exception>
    public int ReceiverStart(int receiver)
    {
        CheckUnit(receiver, ReceiverCount + 1, nameof(receiver));
        return IsFull ? receiver * SenderCount : _receiverStarts[receiver];
    }

    /// <summary>The position, sender by sender, of the first synapse of <paramref name="sender"/>; for the sender count, the number of synapses.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such sender.</exception>
    public int SenderStart(int sender)
    {
        CheckUnit(sender, SenderCount + 1, nameof(sender));
        return IsFull ? sender * ReceiverCount : _senderStarts[sender];
    }

    /// <summary>Whether <paramref name="sender"/> is connected to <paramref name="receiver"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such receiver or sender.</exception>
    public bool Contains(int receiver, int sender)
    {
        CheckUnit(receiver, ReceiverCount, nameof(receiver));
        CheckUnit(sender, SenderCount, nameof(sender));
        return IsFull || SendersOf(receiver).BinarySearch(sender) >= 0;
    }

    /// <summary>The receiver of every synapse, sender by sender; empty when full.</summary>
    internal int[] ReceiversBySender => _receivers;

    /// <summary>Where each sender's synapses begin in it; empty when full.</summary>
    internal int[] SenderStarts => _senderStarts;

    /// <summary>Every sender to every receiver.</summary>
    internal static Connections Full(int senderCount, int receiverCount) => new(senderCount, receiverCount);

    /// <summary>The error of connections that no array could hold.</summary>
    internal static EmergentException TooMany(string synapses, int senderCount, int receiverCount) =>
        new($"Connections from {senderCount} to {receiverCount} units would be {synapses}; a projection holds at most {Array.MaxLength}. Choose a sparser pattern or smaller layers.");

    /// <summary>The same pairs with the roles exchanged, which share this one's memory.</summary>
    public Connections Transposed() => IsFull
        ? new Connections(ReceiverCount, SenderCount)
        : new Connections(ReceiverCount, SenderCount, _senderStarts, _receivers, _receiverStarts, _senders);

    /// <summary>The connections in chunks of pairs in any order, equal pairs counting once.</summary>
    internal static Connections FromPairs(int senderCount, int receiverCount, IReadOnlyList<ArraySegment<(int Receiver, int Sender)>> chunks)
    {
        // Pairs go to their sender's row in the order in which they come; walking those rows gives each receiver its senders
        // ascending, and walking the receivers' rows gives each sender its receivers ascending. Three passes, no sorting, and no
        // memory but for the two views.
        int[] senderStarts = new int[senderCount + 1], receiverStarts = new int[receiverCount + 1];
        foreach (var chunk in chunks)
        {
            foreach (var (receiver, sender) in chunk) { senderStarts[sender + 1]++; receiverStarts[receiver + 1]++; }
        }
        Accumulate(senderStarts);
        Accumulate(receiverStarts);
        int[] receivers = new int[senderStarts[^1]], senders = new int[receivers.Length];
        var next = senderStarts[..^1];
        foreach (var chunk in chunks)
        {
            foreach (var (receiver, sender) in chunk) { receivers[next[sender]++] = receiver; }
        }
        Transpose(senderStarts, receivers, receiverStarts, senders);

        if (RemoveRepeated(receiverStarts, senders) is var count && count < senders.Length)
        {
            if (count == (long)senderCount * receiverCount) { return new Connections(senderCount, receiverCount); }
            Array.Resize(ref senders, count);
            receivers = new int[count];
            Array.Clear(senderStarts);
            foreach (var sender in senders) { senderStarts[sender + 1]++; }
            Accumulate(senderStarts);
        }
        Transpose(receiverStarts, senders, senderStarts, receivers);
        return new Connections(senderCount, receiverCount, receiverStarts, senders, senderStarts, receivers);
    }

    // Walks rows in order and puts the row's number at the next place of each partner's own row.
    private static void Transpose(int[] starts, int[] partners, int[] partnerStarts, int[] rows)
    {
        var next = partnerStarts[..^1];
        for (var row = 0; row < starts.Length - 1; row++)
        {
            foreach (var partner in partners.AsSpan(starts[row]..starts[row + 1])) { rows[next[partner]++] = row; }
        }
    }

    // Closes up rows of ascending partners in which some stand more than once; returns how many remain.
    private static int RemoveRepeated(int[] starts, int[] partners)
    {
        var count = 0;
        for (var row = 0; row < starts.Length - 1; row++)
        {
            var (start, end) = (starts[row], starts[row + 1]);
            starts[row] = count;
            for (var i = start; i < end; i++)
            {
                if (i == start || partners[i] != partners[i - 1]) { partners[count++] = partners[i]; }
            }
        }
        starts[^1] = count;
        return count;
    }

    private static void Accumulate(int[] starts)
    {
        for (var i = 1; i < starts.Length; i++) { starts[i] += starts[i - 1]; }
    }

    private static void CheckUnit(int unit, int count, string name)
    {
        if ((uint)unit >= (uint)count) { throw new ArgumentOutOfRangeException(name, $"There is no {name} {unit}; the {name}s go from 0 to {count - 1}."); }
    }

    // Full connections have one partner list for everybody, made when first asked for; both views are beginnings of it.
    private ReadOnlySpan<int> EveryUnit(int count)
    {
        _everyUnit ??= [.. Enumerable.Range(0, Math.Max(SenderCount, ReceiverCount))];
        return _everyUnit.AsSpan(0, count);
    }
}
