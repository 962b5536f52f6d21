namespace Emergent.Data;

/// <summary>Where the newest so many items are in an array that is filled again from its beginning when it is full.</summary>
/// <remarks>It holds no items: the array of <see cref="Capacity"/> is the caller's. Source: emergent ringidx.</remarks>
public sealed class RingIndex
{
    /// <summary>An empty ring.</summary>
    /// <param name="capacity">The size of the array, 1 or more.</param>
    public RingIndex(int capacity)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(capacity);
        Capacity = capacity;
    }

    /// <summary>The most items there can be.</summary>
    public int Capacity { get; }

    /// <summary>The number of items.</summary>
    public int Count { get; private set; }

    /// <summary>Where in the array the oldest item is.</summary>
    public int Start { get; private set; }

    /// <summary>Whether the next item takes the place of the oldest.</summary>
    public bool IsFull => Count == Capacity;

    /// <summary>Where in the array the newest item is.</summary>
    /// <exception cref="InvalidOperationException">There are no items.</exception>
    public int Last => Count > 0 ? this[Count - 1] : throw new InvalidOperationException("The ring is empty, so it has no last item.");

    /// <summary>Where in the array an item is; 0 is the oldest, <see cref="Count"/> − 1 the newest.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such item; see <see cref="IsValid"/>.</exception>
    public int this[int item] => IsValid(item)
        ? (int)(((long)Start + item) % Capacity)
        : throw new ArgumentOutOfRangeException(nameof(item), $"Item {item} is not in the ring; it has {Count}.");

    /// <summary>Whether there is such an item.</summary>
    public bool IsValid(int item) => (uint)item < (uint)Count;

    /// <summary>Adds items; when full, each takes the place of the oldest.</summary>
    public void Add(int items = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(items);
        var all = (long)Count + items;
        Count = (int)Math.Min(all, Capacity);
        Start = (int)((Start + all - Count) % Capacity);
    }

    /// <summary>Takes the oldest items away.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer.</exception>
    public void RemoveOldest(int items = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(items);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(items, Count);
        Start = (int)(((long)Start + items) % Capacity);
        Count -= items;
    }

    /// <summary>Takes all items away.</summary>
    public void Clear() => (Start, Count) = (0, 0);
}
