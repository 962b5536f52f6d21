namespace Emergent.Data;

/// <summary>The label that was given most often among the last so many: steadier than the last one alone.</summary>
/// <remarks>Of labels given equally often, the one that was given last wins. Source: emergent decoder, TopVote.</remarks>
/// <typeparam name="T">The type of labels: int, string …</typeparam>
public sealed class VoteDecoder<T> where T : notnull
{
    private readonly T[] _votes;
    private readonly RingIndex _ring;

    /// <summary>A decoder for the last so many votes.</summary>
    public VoteDecoder(int votes)
    {
        _ring = new(votes);
        _votes = new T[votes];
    }

    /// <summary>How many votes there are, at most as many as it was made for.</summary>
    public int Count => _ring.Count;

    /// <summary>Adds a vote, which takes the place of the oldest when there are enough, and returns the winner.</summary>
    public T Add(T label)
    {
        ArgumentNullException.ThrowIfNull(label);
        _ring.Add();
        _votes[_ring.Last] = label;
        return Winner().Label;
    }

    /// <summary>The label with the most votes, and how many.</summary>
    /// <exception cref="InvalidOperationException">There are no votes.</exception>
    public (T Label, int Votes) Winner()
    {
        if (Count == 0) { throw new InvalidOperationException("There are no votes, so none has won. Add one first."); }
        var counts = new Dictionary<T, int>();
        for (var item = 0; item < Count; item++) { counts[_votes[_ring[item]]] = counts.GetValueOrDefault(_votes[_ring[item]]) + 1; }
        var winner = _votes[_ring.Last];
        for (var item = Count - 2; item >= 0; item--)
        {
            if (counts[_votes[_ring[item]]] > counts[winner]) { winner = _votes[_ring[item]]; }
        }
        return (winner, counts[winner]);
    }

    /// <summary>Forgets all votes.</summary>
    public void Reset() => _ring.Clear();
}
