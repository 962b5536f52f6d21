using System.Globalization;
using Emergent.Data;

namespace Emergent.Networks;

/// <summary>Where style sets set the same parameter, under the same selector, to different values.</summary>
/// <remarks>
/// Rules written in code are compared by what they set in this network. What only one set has is no difference: sets are made to add to each other. Numbers are compared as numbers.
/// Source: emergent params, DiffsAll, DiffsFirst and DiffsWithin.
/// </remarks>
public sealed class StyleDifferences
{
    private StyleDifferences(IReadOnlyList<StyleDifference> all) => All = all;

    /// <summary>The differences, in order of the sets and then of the first set's rules.</summary>
    public IReadOnlyList<StyleDifference> All { get; }

    /// <summary>Each set against each that comes after it.</summary>
    /// <param name="styles">The style sets of a network.</param>
    /// <param name="sets">The sets to compare; all there are if none is named.</param>
    /// <exception cref="EmergentException">There is no such set, or a rule of one is wrong.</exception>
    public static StyleDifferences Of(StyleSets styles, params ReadOnlySpan<string> sets)
    {
        ArgumentNullException.ThrowIfNull(styles);
        var entries = Read(styles, sets.IsEmpty ? [.. styles.Names] : sets);
        return new([.. entries.Index().SelectMany(first => entries.Skip(first.Index + 1).SelectMany(second => Between(first.Item, second)))]);
    }

    /// <summary>The first set against each of the others.</summary>
    /// <param name="styles">The style sets of a network.</param>
    /// <param name="first">The set to compare with, such as <c>Base</c>.</param>
    /// <param name="others">The sets to compare; all others there are if none is named.</param>
    /// <exception cref="EmergentException">There is no such set, or a rule of one is wrong.</exception>
    public static StyleDifferences FromFirst(StyleSets styles, string first, params ReadOnlySpan<string> others)
    {
        ArgumentNullException.ThrowIfNull(styles);
        var entries = Read(styles, [first, .. others.IsEmpty ? styles.Names.Where(n => n != first).ToArray() : others]);
        return new([.. entries.Skip(1).SelectMany(other => Between(entries[0], other))]);
    }

    /// <summary>What one set sets more than once, be it to the same value: each time against the time before.</summary>
    /// <exception cref="EmergentException">There is no such set, or a rule of it is wrong.</exception>
    public static StyleDifferences Within(StyleSets styles, string set)
    {
        ArgumentNullException.ThrowIfNull(styles);
        var entries = Read(styles, [set])[0].Entries;
        return new([.. entries.GroupBy(e => (e.Selector, e.Path)).SelectMany(same => same.Zip(same.Skip(1), (a, b) => new StyleDifference(a.Selector, a.Path, set, a.Value, set, b.Value)))]);
    }

    /// <summary>The differences as a table with a row for each.</summary>
    public Table ToTable()
    {
        var table = new Table("Differences");
        foreach (var name in (string[])["Selector", "Path", "FirstSet", "FirstValue", "SecondSet", "SecondValue"]) { table.AddColumn<string>(name); }
        foreach (var d in All) { table.Add(d.Selector, d.Path, d.FirstSet, d.FirstValue, d.SecondSet, d.SecondValue); }
        return table;
    }

    /// <summary>The differences as text with a line for each.</summary>
    public override string ToString()
    {
        if (All.Count == 0) { return "There are no differences.\n"; }
        var text = new TextTable(["Selector", "Path", "Set", "Value", "Set", "Value"]);
        foreach (var d in All) { text.Add([d.Selector, d.Path, d.FirstSet, d.FirstValue, d.SecondSet, d.SecondValue]); }
        return text.ToString();
    }

    private static List<(string Set, List<(string Selector, string Path, string Value)> Entries)> Read(StyleSets styles, ReadOnlySpan<string> sets)
    {
        var read = new List<(string, List<(string, string, string)>)>();
        foreach (var set in sets) { read.Add((set, [.. styles.Entries(set)])); }
        return read;
    }

    private static IEnumerable<StyleDifference> Between((string Set, List<(string Selector, string Path, string Value)> Entries) first, (string Set, List<(string Selector, string Path, string Value)> Entries) second)
    {
        // Of what a set sets more than once, the last counts.
        var others = second.Entries.GroupBy(e => (e.Selector, e.Path)).ToDictionary(same => same.Key, same => same.Last().Value);
        foreach (var same in first.Entries.GroupBy(e => (e.Selector, e.Path)))
        {
            var value = same.Last().Value;
            if (others.TryGetValue(same.Key, out var other) && !AreEqual(value, other)) { yield return new(same.Key.Selector, same.Key.Path, first.Set, value, second.Set, other); }
        }
    }

    private static bool AreEqual(string a, string b) =>
        a == b || (double.TryParse(a, NumberStyles.Float, CultureInfo.InvariantCulture, out var x) && double.TryParse(b, NumberStyles.Float, CultureInfo.InvariantCulture, out var y) && x.Equals(y));
}
