namespace Emergent;

/// <summary>Finds what a misspelt name was probably meant to be.</summary>
public static class Names
{
    /// <summary>The candidate nearest to <paramref name="name"/>, or null when none is near.</summary>
    /// <remarks>Distance is the number of insertions, deletions, replacements and swaps of neighbours, ignoring case;
    /// near means at most a third of the longer name, at least 2, and less than all of it.</remarks>
    public static string? Nearest(string name, IEnumerable<string> candidates)
    {
        var best = (Name: (string?)null, Distance: int.MaxValue);
        foreach (var candidate in candidates)
        {
            var distance = Distance(name.ToUpperInvariant(), candidate.ToUpperInvariant());
            var longer = Math.Max(name.Length, candidate.Length);
            var far = Math.Min(Math.Max(2, longer / 3), longer - 1);
            if (distance <= far && distance < best.Distance)
            {
                best = (candidate, distance);
            }
        }
        return best.Name;
    }

    /// <summary>A sentence for the end of an error message: “Did you mean 'Hidden1'?” with the choices when none is near.</summary>
    public static string DidYouMean(string name, IEnumerable<string> candidates)
    {
        var list = candidates.ToList();
        if (Nearest(name, list) is { } nearest) { return $"Did you mean '{nearest}'?"; }
        return list.Count == 0 ? "There are none." : $"There {(list.Count == 1 ? "is" : "are")}: {string.Join(", ", list.Take(20))}{(list.Count > 20 ? ", …" : "")}.";
    }

    private static int Distance(string a, string b)
    {
        var d = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++) { d[i, 0] = i; }
        for (var j = 0; j <= b.Length; j++) { d[0, j] = j; }
        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = 1; j <= b.Length; j++)
            {
                var replace = d[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                d[i, j] = Math.Min(replace, Math.Min(d[i - 1, j], d[i, j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) { d[i, j] = Math.Min(d[i, j], d[i - 2, j - 2] + 1); }
            }
        }
        return d[a.Length, b.Length];
    }
}
