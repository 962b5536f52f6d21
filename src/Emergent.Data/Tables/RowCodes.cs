namespace Emergent.Data;

/// <summary>Numbers for rows by the cells of several columns, from which groups and joins are made.</summary>
internal static class RowCodes
{
    /// <summary>A number for each row, 0 … <paramref name="count"/> − 1, equal for rows with equal cells in all columns, and in the order of those cells.</summary>
    public static int[] Of(ReadOnlySpan<Column> columns, int[] rows, out int count)
    {
        var codes = new int[rows.Length];
        count = rows.Length == 0 ? 0 : 1;
        foreach (var column in columns)
        {
            var next = column.Codes(rows, out var nextCount);
            count = Combine(codes, count, next, nextCount);
        }
        return codes;
    }

    /// <summary>The rows of each number, in the order in which they stand.</summary>
    public static int[][] Groups(ReadOnlySpan<int> codes, int count, ReadOnlySpan<int> rows)
    {
        var sizes = new int[count];
        foreach (var code in codes) { sizes[code]++; }
        var groups = new int[count][];
        for (var g = 0; g < count; g++) { groups[g] = new int[sizes[g]]; }
        Array.Clear(sizes);
        for (var r = 0; r < codes.Length; r++) { groups[codes[r]][sizes[codes[r]]++] = rows[r]; }
        return groups;
    }

    /// <summary>Makes one number of two for each row, again without gaps, and says how many there are.</summary>
    private static int Combine(int[] codes, int count, int[] next, int nextCount)
    {
        // Not every pair of numbers occurs, so they are numbered anew: by a table where it is small, else by sorting.
        var pairs = (long)count * nextCount;
        if (pairs <= 1 << 22)
        {
            var ranks = new int[pairs];
            for (var r = 0; r < codes.Length; r++)
            {
                codes[r] = codes[r] * nextCount + next[r];
                ranks[codes[r]] = 1;
            }
            var found = 0;
            for (var i = 0; i < ranks.Length; i++)
            {
                var isFound = ranks[i];
                ranks[i] = found;
                found += isFound;
            }
            for (var r = 0; r < codes.Length; r++) { codes[r] = ranks[codes[r]]; }
            return found;
        }

        var keys = new long[codes.Length];
        var order = new int[codes.Length];
        for (var r = 0; r < keys.Length; r++) { (keys[r], order[r]) = ((long)codes[r] * nextCount + next[r], r); }
        Array.Sort(keys, order);
        var rank = -1;
        for (var i = 0; i < keys.Length; i++)
        {
            if (i == 0 || keys[i] != keys[i - 1]) { rank++; }
            codes[order[i]] = rank;
        }
        return rank + 1;
    }
}
