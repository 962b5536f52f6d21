using System.Runtime.InteropServices;

namespace Emergent.Data;

public sealed partial class Column<T>
{
    private static readonly IComparer<T> CellOrder = typeof(T) == typeof(string) ? (IComparer<T>)StringComparer.Ordinal : Comparer<T>.Default;

    internal override int[] Order(ReadOnlySpan<int> rows, bool isDescending)
    {
        if (HasFewValues(rows)) { return OrderByCounting(rows, isDescending); }
        var places = new int[rows.Length];
        var keys = new T[rows.Length];
        var nulls = new List<int>();
        var present = 0;
        for (var r = 0; r < rows.Length; r++)
        {
            if (IsNullAt(rows[r])) { nulls.Add(r); }
            else
            {
                keys[present] = _store.Values[rows[r]];
                places[present++] = r;
            }
        }
        nulls.CopyTo(places, present);

        var sortedKeys = keys.AsSpan(0, present);
        var sorted = places.AsSpan(0, present);
        if (keys is string[] texts) { TextOrder.Sort(texts.AsSpan(0, present), sorted); }
        else { sortedKeys.Sort(sorted); }
        if (isDescending)
        {
            sortedKeys.Reverse();
            sorted.Reverse();
        }
        // The sort above leaves equal keys in any order; their places, ascending, are the order in which they stood.
        for (int start = 0, end; start < present; start = end)
        {
            for (end = start + 1; end < present && EqualityComparer<T>.Default.Equals(keys[end], keys[start]);) { end++; }
            if (end - start > 1) { sorted[start..end].Sort(); }
        }
        return places;
    }

    internal override int[] Codes(ReadOnlySpan<int> rows, out int count)
    {
        var codes = Codes(rows, out count, out var hasNull);
        if (hasNull) { count++; }
        return codes;
    }

    internal override (int[] Codes, int[] OtherCodes) MatchingCodes(ReadOnlySpan<int> rows, Column other, ReadOnlySpan<int> otherRows)
    {
        int[] codes = new int[rows.Length], otherCodes = new int[otherRows.Length];
        var known = new Dictionary<Key, int>();
        FillCodes(rows, codes, known);
        ((Column<T>)other).FillCodes(otherRows, otherCodes, known);
        return (codes, otherCodes);
    }

    /// <summary>A number for each row in the order of the cells; null cells have the last, which <paramref name="distinct"/> does not count.</summary>
    private int[] Codes(ReadOnlySpan<int> rows, out int distinct, out bool hasNull)
    {
        var codes = new int[rows.Length];
        var known = new Dictionary<Key, int>();
        FillCodes(rows, codes, known);

        // Numbered so far by first appearance; now by order.
        var values = new T[known.Count];
        foreach (var (key, code) in known) { values[code] = key.Value; }
        var order = new int[values.Length];
        for (var i = 0; i < order.Length; i++) { order[i] = i; }
        Array.Sort(values, order, CellOrder);
        var ranks = new int[order.Length];
        for (var i = 0; i < order.Length; i++) { ranks[order[i]] = i; }

        (distinct, hasNull) = (ranks.Length, false);
        for (var r = 0; r < codes.Length; r++)
        {
            hasNull |= codes[r] < 0;
            codes[r] = codes[r] < 0 ? distinct : ranks[codes[r]];
        }
        return codes;
    }

    /// <summary>Whether a sample of the rows has each value several times, so that counting is faster than sorting.</summary>
    private bool HasFewValues(ReadOnlySpan<int> rows)
    {
        const int Sample = 256;
        if (rows.Length < 4 * Sample) { return false; }
        var values = new HashSet<Key>();
        for (var i = 0; i < Sample; i++) { values.Add(new(_store.Values[rows[(int)((long)i * rows.Length / Sample)]])); }
        return values.Count <= Sample / 2;
    }

    private int[] OrderByCounting(ReadOnlySpan<int> rows, bool isDescending)
    {
        var codes = Codes(rows, out var distinct, out _);
        var starts = new int[distinct + 2];
        foreach (var code in codes) { starts[Rank(code) + 1]++; }
        for (var rank = 1; rank < starts.Length; rank++) { starts[rank] += starts[rank - 1]; }
        var places = new int[rows.Length];
        for (var r = 0; r < codes.Length; r++) { places[starts[Rank(codes[r])]++] = r; }
        return places;

        int Rank(int code) => isDescending && code < distinct ? distinct - 1 - code : code;
    }

    /// <summary>The first elements' numbers in order of first appearance; −1 for null ones.</summary>
    private void FillCodes(ReadOnlySpan<int> rows, Span<int> codes, Dictionary<Key, int> known)
    {
        var size = CellShape.Length;
        for (var r = 0; r < rows.Length; r++)
        {
            var i = rows[r] * size;
            var value = _store.Values[i];
            if (IsNullAt(i)) { codes[r] = -1; }
            else if (r > 0 && codes[r - 1] >= 0 && EqualityComparer<T>.Default.Equals(value, _store.Values[rows[r - 1] * size])) { codes[r] = codes[r - 1]; }
            else
            {
                ref var code = ref CollectionsMarshal.GetValueRefOrAddDefault(known, new(value), out var isKnown);
                if (!isKnown) { code = known.Count - 1; }
                codes[r] = code;
            }
        }
    }

    /// <summary>A value as the key of a dictionary, with an equality that is compiled in for each type.</summary>
    private readonly struct Key(T value) : IEquatable<Key>
    {
        public T Value { get; } = value;

        public bool Equals(Key other) => EqualityComparer<T>.Default.Equals(Value, other.Value);

        public override bool Equals(object? obj) => obj is Key other && Equals(other);

        public override int GetHashCode() => Value is null ? 0 : EqualityComparer<T>.Default.GetHashCode(Value);
    }
}
