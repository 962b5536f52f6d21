using Emergent.Data;

namespace Emergent.Networks;

/// <summary>Generates sentences, and what they say of the world, from a grammar of rules that choose at random, on conditions or in order.</summary>
/// <remarks>
/// A grammar is text, a rule after the other; the first is where every sentence begins. Lines of a rule are its items, of which one is chosen; on a line, words in
/// 'single quotes' are generated as they stand and others are the names of rules, in order. // begins a comment.
/// <code>
/// Noun { 'cat' }                  one item by chance, all equally likely
/// Verb { %70 'runs' }             with a probability; where those of all lines add up to less than 100, the rest generates nothing
/// Obj ? { 'runs' || Verb { … } }  conditional: among the parts whose condition on words and rules before holds; &amp;&amp;, ||, !, ( )
/// List | { … }                    in order, sentence after sentence; $ for an order drawn anew each time round
/// Mood =%70 { … }                 with a probability of 70 % the same item as last time
/// 'cat' =Agent=Cat                states: at the end of an item, or on lines at the start of a rule; =Agent alone takes the item's first word or the rule's name
/// </code>
/// The sentence of a number depends on seed, run and number, except for rules in order or with repetition, which go on from the sentence before.
/// Source: emergent esg.
/// </remarks>
public sealed class SentenceGenerator
{
    private const int MaximumDepth = 500;   // of rules within rules; a sentence has a handful

    private readonly List<SentenceRule> _rules;
    private readonly Dictionary<string, SentenceRule> _byName;
    private readonly List<string> _tokens = [];
    private readonly Dictionary<string, string> _states = new(StringComparer.Ordinal);
    private readonly HashSet<string> _fired = new(StringComparer.Ordinal);
    private readonly ulong _stream;
    private long _seed;
    private int _run;

    private SentenceGenerator(List<SentenceRule> rules, string name)
    {
        (_rules, Name, _stream) = (rules, name, CounterRandom.StreamOf($"{name} sentences"));
        _byName = rules.ToDictionary(rule => rule.Name, StringComparer.Ordinal);
        Rules = [.. rules.Select(rule => rule.Name)];
    }

    /// <summary>The grammar's name, which errors bear.</summary>
    public string Name { get; }

    /// <summary>The names of the rules, in order.</summary>
    public IReadOnlyList<string> Rules { get; }

    /// <summary>How many sentences have been generated since the start of the run.</summary>
    public int Count { get; private set; }

    /// <summary>Reads a grammar from text, ready for its first sentence.</summary>
    /// <exception cref="EmergentException">The grammar is damaged, or names rules that it does not have; the message says line and rule.</exception>
    public static SentenceGenerator Parse(string grammar, string name = "sentences")
    {
        ArgumentNullException.ThrowIfNull(grammar);
        return new(SentenceGrammarReader.Read(grammar, name), name);
    }

    /// <summary>Reads a grammar from a file, ready for its first sentence.</summary>
    /// <exception cref="EmergentException">The grammar is damaged, or names rules that it does not have; the message says line and rule.</exception>
    public static SentenceGenerator Load(string path) => Parse(File.ReadAllText(path), Path.GetFileName(path));

    /// <summary>Goes back to before the first sentence; seed and run decide those that follow.</summary>
    public void Initialize(long seed, int run)
    {
        (_seed, _run, Count) = (seed, run, 0);
        foreach (var rule in _rules) { (rule.Last, rule.Taken) = (null, 0); }
    }

    /// <summary>The next sentence.</summary>
    /// <exception cref="EmergentException">A rule leads back to itself without end.</exception>
    public Sentence Next()
    {
        _tokens.Clear();
        _states.Clear();
        _fired.Clear();
        var random = new CounterRandom(_seed, _run, _stream, (ulong)Count);
        Generate(_rules[0], ref random, depth: 0);
        Count++;
        return new([.. _tokens], new Dictionary<string, string>(_states, StringComparer.Ordinal), new HashSet<string>(_fired, StringComparer.Ordinal));
    }

    /// <summary>All rules, as a grammar that reads back as the same.</summary>
    public override string ToString() => string.Concat(_rules.SelectMany(rule => rule.Listing()).Select(line => line + "\n"));

    private void Generate(SentenceRule rule, ref CounterRandom random, int depth)
    {
        if (depth > MaximumDepth)
        {
            throw new EmergentException($"Grammar '{Name}', line {rule.Line}, rule '{rule.Name}': it is {MaximumDepth} rules deep in a sentence, so it leads back to itself too often. Make the items that lead back less likely.");
        }
        _fired.Add(rule.Name);
        foreach (var state in rule.States) { _states[state.Name] = state.Value ?? rule.Name; }
        var isSame = rule.Last is not null && rule.Repeats > 0 && random.NextDouble() < rule.Repeats;
        if (!isSame) { rule.Last = Choose(rule, ref random); }
        if (rule.Last < 0) { return; }
        var item = rule.Items[rule.Last!.Value];
        if (item.Part is { } part) { Generate(part, ref random, depth + 1); }
        foreach (var element in item.Elements)
        {
            if (element.IsToken) { _tokens.Add(element.Text); }
            else { Generate(_byName[element.Text], ref random, depth + 1); }
        }
        foreach (var state in item.States) { _states[state.Name] = state.Value ?? item.Elements[0].Text; }
    }

    /// <summary>The item of a rule that is generated, −1 for none.</summary>
    private int Choose(SentenceRule rule, ref CounterRandom random)
    {
        var count = rule.Items.Count;
        switch (rule.Choice)
        {
            case SentenceChoice.Conditional:
                var met = Enumerable.Range(0, count).Where(i => rule.Items[i].Condition!.IsMet(_fired, _tokens)).ToList();
                return met.Count == 0 ? -1 : met[random.NextInt(met.Count)];
            case SentenceChoice.Sequential:
                return rule.Taken++ % count;
            case SentenceChoice.Permuted:
                if (rule.Taken % count == 0)
                {
                    rule.Order = new CounterRandom(_seed, _run, CounterRandom.StreamOf($"{Name} order {rule.Name}"), (ulong)(rule.Taken / count)).Permutation(count);
                }
                return rule.Order[rule.Taken++ % count];
            default:
                return ChooseByChance(rule, ref random);
        }
    }

    private static int ChooseByChance(SentenceRule rule, ref CounterRandom random)
    {
        var items = rule.Items;
        var without = items.Count(item => item.Share is null);
        if (without == items.Count) { return random.NextInt(items.Count); }
        // Items without a probability share what the others leave; where all have one, what is left generates nothing.
        var left = Math.Max(0, 1 - items.Sum(item => item.Share ?? 0));
        double u = random.NextDouble(), running = 0;
        for (var i = 0; i < items.Count; i++)
        {
            running += items[i].Share ?? left / without;
            if (u < running) { return i; }
        }
        // Rounding of 100 % must not generate nothing.
        return without > 0 || left < 1e-9 ? items.FindLastIndex(item => item.Share is not 0) : -1;
    }
}
