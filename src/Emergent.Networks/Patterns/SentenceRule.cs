using System.Globalization;

namespace Emergent.Networks;

/// <summary>How a rule of a sentence grammar chooses among its items.</summary>
internal enum SentenceChoice
{
    ByChance,
    Conditional,
    Sequential,
    Permuted,
}

/// <summary>A rule of a sentence grammar, or the part of a conditional rule behind one condition.</summary>
internal sealed class SentenceRule(string name, SentenceChoice choice, double repeats, int line)
{
    public string Name { get; } = name;

    public SentenceChoice Choice { get; } = choice;

    /// <summary>The probability of the same item as last time.</summary>
    public double Repeats { get; } = repeats;

    public int Line { get; } = line;

    public List<SentenceState> States { get; } = [];

    public List<SentenceItem> Items { get; } = [];

    /// <summary>The item chosen last, −1 for none; null before the first choice.</summary>
    public int? Last { get; set; }

    /// <summary>How often an item has been taken in order.</summary>
    public int Taken { get; set; }

    public int[] Order { get; set; } = [];

    /// <summary>The rule's lines, as a grammar has them.</summary>
    public IEnumerable<string> Listing()
    {
        var mark = Choice switch { SentenceChoice.Conditional => " ?", SentenceChoice.Sequential => " |", SentenceChoice.Permuted => " $", _ => "" };
        yield return $"{Name}{mark}{(Repeats > 0 ? $" =%{Percent(Repeats)}" : "")} {{";
        foreach (var line in Body()) { yield return "    " + line; }
        yield return "}";
    }

    internal static string Percent(double share) => Math.Round(100 * share, 10).ToString(CultureInfo.InvariantCulture);

    private IEnumerable<string> Body()
    {
        foreach (var state in States) { yield return state.ToString(); }
        foreach (var item in Items)
        {
            if (item.Part is null) { yield return item.ToString(); }
            else
            {
                yield return $"{item.Condition} {{";
                foreach (var line in item.Part.Body()) { yield return "    " + line; }
                yield return "}";
            }
        }
    }
}

/// <summary>One choice of a rule: words and rules that follow each other, or what is behind a condition.</summary>
internal sealed class SentenceItem
{
    public int Line { get; init; }

    /// <summary>The probability given for it, null where none is.</summary>
    public double? Share { get; init; }

    public IReadOnlyList<SentenceElement> Elements { get; init; } = [];

    public IReadOnlyList<SentenceState> States { get; init; } = [];

    public SentenceCondition? Condition { get; init; }

    public SentenceRule? Part { get; init; }

    public override string ToString() =>
        string.Join(' ', (Share is { } share ? [$"%{SentenceRule.Percent(share)}"] : Array.Empty<string>())
            .Concat(Elements.Select(e => e.ToString())).Concat(States.Select(s => s.ToString())));
}

/// <summary>A word, or the rule that takes its place.</summary>
internal sealed record SentenceElement(string Text, bool IsToken)
{
    public override string ToString() => IsToken ? $"'{Text}'" : Text;
}

/// <summary>A state that is set, to a value or to the name of what sets it.</summary>
internal sealed record SentenceState(string Name, string? Value)
{
    public override string ToString() => Value is null ? $"={Name}" : Value.All(SentenceTokenizer.IsWord) && Value.Length > 0 ? $"={Name}={Value}" : $"={Name}='{Value}'";
}
