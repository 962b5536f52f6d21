namespace Emergent.Data;

/// <summary>The values behind a tensor and all its views, and which of them are null.</summary>
/// <remarks>Views hold the store, not its array, so that they stay views when a column grows and the array is replaced.</remarks>
internal sealed class TensorStore<T>(T[] values)
{
    private ulong[]? _nulls;

    public T[] Values { get; private set; } = values;

    /// <summary>Whether no value was ever marked as null.</summary>
    public bool HasNoNulls => _nulls is null;

    public bool IsNull(int i) => _nulls is not null && i >> 6 < _nulls.Length && (_nulls[i >> 6] >> (i & 63) & 1) != 0;

    public void MarkNull(int i, bool isNull)
    {
        if (_nulls is null || i >> 6 >= _nulls.Length)
        {
            if (!isNull) { return; }
            Array.Resize(ref _nulls, Math.Max((Values.Length + 63) >> 6, (i >> 6) + 1));
        }
        if (isNull) { _nulls[i >> 6] |= 1UL << (i & 63); }
        else { _nulls[i >> 6] &= ~(1UL << (i & 63)); }
    }

    /// <summary>Makes room for <paramref name="length"/> values, doubling so that adding row by row stays cheap.</summary>
    public void Reserve(int length)
    {
        if (length <= Values.Length) { return; }
        var larger = new T[Math.Max(length, (int)Math.Min(2L * Values.Length, Array.MaxLength))];
        Values.CopyTo(larger, 0);
        Values = larger;
    }

    public void Reset(int start, int length, T value)
    {
        Values.AsSpan(start, length).Fill(value);
        if (_nulls is null) { return; }
        for (var i = start; i < start + length; i++) { MarkNull(i, false); }
    }

    public void Move(int from, int to, int length)
    {
        Array.Copy(Values, from, Values, to, length);
        if (_nulls is null) { return; }
        // Only ever towards the front, so that ascending order reads each mark before it is overwritten.
        for (var i = 0; i < length; i++) { MarkNull(to + i, IsNull(from + i)); }
    }

    public TensorStore<T> Copy(int start, int length)
    {
        var copy = new TensorStore<T>(Values.AsSpan(start, length).ToArray());
        if (_nulls is not null)
        {
            for (var i = 0; i < length; i++)
            {
                if (IsNull(start + i)) { copy.MarkNull(i, true); }
            }
        }
        return copy;
    }
}
