namespace Emergent.Data;

/// <summary>Sorts texts by their UTF-16 code units, with items beside them: four code units at a time as one number, which is several times faster than comparing texts.</summary>
internal static class TextOrder
{
    private const int Step = 4, Few = 16;

    /// <summary>Puts <paramref name="texts"/> into order and <paramref name="items"/> with them; equal texts in any order.</summary>
    public static void Sort(Span<string> texts, Span<int> items)
    {
        Sort(texts, items, 0);
    }

    private static void Sort(Span<string> texts, Span<int> items, int depth)
    {
        if (texts.Length <= Few)
        {
            texts.Sort(items, string.CompareOrdinal);
            return;
        }
        var keys = new ulong[texts.Length];
        var order = new int[texts.Length];
        for (var i = 0; i < keys.Length; i++) { (keys[i], order[i]) = (KeyOf(texts[i], depth), i); }
        Array.Sort(keys, order);
        string[] oldTexts = [.. texts];
        int[] oldItems = [.. items];
        for (var i = 0; i < order.Length; i++) { (texts[i], items[i]) = (oldTexts[order[i]], oldItems[order[i]]); }

        for (int start = 0, end; start < keys.Length; start = end)
        {
            var isLonger = texts[start].Length > depth + Step;
            for (end = start + 1; end < keys.Length && keys[end] == keys[start]; end++) { isLonger |= texts[end].Length > depth + Step; }
            if (end - start == 1) { continue; }
            if (isLonger && !AreAllEqual(texts[start..end])) { Sort(texts[start..end], items[start..end], depth + Step); }
            // Texts that end here have equal keys when one has more \0 than the other: the shorter one is first.
            else if (!isLonger) { texts[start..end].Sort(items[start..end], string.CompareOrdinal); }
        }
    }

    private static ulong KeyOf(string text, int depth)
    {
        var key = 0UL;
        for (var i = depth; i < depth + Step; i++) { key = key << 16 | (i < text.Length ? text[i] : 0u); }
        return key;
    }

    private static bool AreAllEqual(ReadOnlySpan<string> texts)
    {
        foreach (var text in texts) { if (!string.Equals(text, texts[0], StringComparison.Ordinal)) { return false; } }
        return true;
    }
}
