using System.Globalization;
using Kind = Emergent.Networks.SentenceTokenizer.Kind;
using Piece = Emergent.Networks.SentenceTokenizer.Piece;

namespace Emergent.Networks;

/// <summary>Reads the rules of a sentence grammar from text, and checks that they fit together.</summary>
internal sealed class SentenceGrammarReader
{
    private readonly string _grammar;
    private readonly List<Piece> _pieces;
    private int _at;
    private string _rule = "";

    private SentenceGrammarReader(string text, string grammar) => (_grammar, _pieces) = (grammar, SentenceTokenizer.Split(text, grammar));

    private Piece Next => _pieces[Math.Min(_at, _pieces.Count - 1)];

    private bool IsAtEnd => _at >= _pieces.Count;

    /// <exception cref="EmergentException">The grammar is damaged; the message says line and rule.</exception>
    public static List<SentenceRule> Read(string text, string grammar) => new SentenceGrammarReader(text, grammar).ReadAll();

    private List<SentenceRule> ReadAll()
    {
        var rules = new List<SentenceRule>();
        for (SkipLineEnds(); !IsAtEnd; SkipLineEnds())
        {
            var rule = ReadRule();
            if (rules.Find(r => r.Name == rule.Name) is { } same) { throw Wrong(rule.Line, $"there is a rule of this name already, in line {same.Line}. Give one of them another name."); }
            rules.Add(rule);
        }
        if (rules.Count == 0) { throw new EmergentException($"Grammar '{_grammar}' has no rules. A rule is a name and its items between braces: Noun {{ 'cat' }}."); }
        foreach (var rule in rules) { CheckNames(rule, rule, rules); }
        return rules;
    }

    private SentenceRule ReadRule()
    {
        _rule = "";
        var name = Take();
        if (name.Kind != Kind.Word) { throw Wrong(name.Line, $"a rule begins with its name, not with {name}."); }
        _rule = name.Text;
        var choice = SentenceChoice.ByChance;
        if (Next.Is("?")) { choice = SentenceChoice.Conditional; }
        else if (Next.Is("|")) { choice = SentenceChoice.Sequential; }
        else if (Next.Is("$")) { choice = SentenceChoice.Permuted; }
        if (choice != SentenceChoice.ByChance) { _at++; }
        var repeats = 0.0;
        if (!IsAtEnd && Next.Is("="))
        {
            _at++;
            Expect("%", "after = in the head of a rule comes the probability of repeating: =%70");
            repeats = ReadPercent();
        }
        Expect("{", "after its name a rule has ?, | or $ if it is of that kind, =%p if it repeats, and then {");
        var rule = new SentenceRule(name.Text, choice, repeats, name.Line);
        if (choice == SentenceChoice.Conditional) { ReadConditions(rule); }
        else { ReadItems(rule, isPart: false); }
        return rule;
    }

    private void ReadConditions(SentenceRule rule)
    {
        ReadStates(rule, isPart: false);
        while (!TakesEnd(rule))
        {
            var line = Next.Line;
            var condition = ReadEither();
            Expect("{", "after a condition comes {");
            var part = new SentenceRule(rule.Name, SentenceChoice.ByChance, 0, line);
            ReadItems(part, isPart: true);
            rule.Items.Add(new SentenceItem { Line = line, Condition = condition, Part = part });
        }
        if (rule.Items.Count == 0) { throw Wrong(rule.Line, "it has no conditions. Give it one at least: Noun || 'cat' { 'runs' }."); }
    }

    private void ReadItems(SentenceRule rule, bool isPart)
    {
        ReadStates(rule, isPart);
        while (!TakesEnd(rule)) { rule.Items.Add(ReadItem(rule)); }
        if (rule.Items.Count == 0) { throw Wrong(rule.Line, "it has no items. Give it one at least: a 'word' or the name of a rule."); }
        var given = rule.Items.Where(item => item.Share is not null).ToList();
        if (given.Count > 0 && rule.Choice != SentenceChoice.ByChance)
        {
            throw Wrong(rule.Line, "its items come in order, so they can have no %. Leave out the %, or the mark in its head.");
        }
        var sum = given.Sum(item => item.Share!.Value);
        if (sum > 1 + 1e-9)
        {
            throw Wrong(rule.Line, $"its items have {SentenceRule.Percent(sum)} % in all; they can have 100 at most. With less, what is missing generates nothing.");
        }
    }

    private SentenceItem ReadItem(SentenceRule rule)
    {
        var line = Next.Line;
        double? share = null;
        if (Next.Is("%"))
        {
            _at++;
            share = ReadPercent();
        }
        var elements = new List<SentenceElement>();
        while (!IsAtEnd && Next.Kind is Kind.Word or Kind.Token)
        {
            var piece = Take();
            elements.Add(new(piece.Text, piece.Kind == Kind.Token));
        }
        if (elements.Count == 0)
        {
            throw Wrong(line, Next.Is("=") ? "a state stands on a line of its own after the first item. Put it at the start of the rule, or at the end of the line of an item."
                : $"an item has 'words' and names of rules; here is {Next}.");
        }
        var states = new List<SentenceState>();
        while (!IsAtEnd && Next.Is("=")) { states.Add(ReadState()); }
        if (!IsAtEnd && Next.Kind != Kind.LineEnd && !Next.Is("}"))
        {
            throw Wrong(Next.Line, $"after an item comes its states, the end of the line or }}; here is {Next}. Only a conditional rule, with ? in its head, has conditions.");
        }
        return new() { Line = line, Share = share, Elements = elements, States = states };
    }

    private void ReadStates(SentenceRule rule, bool isPart)
    {
        for (SkipLineEnds(); !IsAtEnd && Next.Is("="); SkipLineEnds())
        {
            var state = ReadState();
            if (isPart && state.Value is null)
            {
                throw Wrong(Next.Line, $"what is behind a condition has no name that state {state.Name} could have as its value. Write the value: ={state.Name}=Value.");
            }
            rule.States.Add(state);
        }
    }

    private SentenceState ReadState()
    {
        var line = Take().Line;   // =
        var name = TakeOnLine(line);
        if (name.Kind != Kind.Word) { throw Wrong(line, $"after = comes the name of a state: =Name or =Name=Value; here is {name}."); }
        if (IsAtEnd || !Next.Is("=") || !IsValueNext(line)) { return new(name.Text, null); }
        _at++;
        var value = TakeOnLine(line);
        return value.Kind is Kind.Word or Kind.Token ? new(name.Text, value.Text)
            : throw Wrong(line, $"after ={name.Text}= comes its value; here is {value}.");
    }

    /// <summary>Whether an equals sign gives the value of a state, as in =Name=Value, or begins another, as in =Name =Other.</summary>
    private bool IsValueNext(int line) => Next.Line == line && Next.FollowsAtOnce;

    private SentenceCondition ReadEither()
    {
        var left = ReadBoth();
        while (!IsAtEnd && Next.Is("||"))
        {
            _at++;
            left = new SentenceCondition.Both(left, IsAnd: false, ReadBoth());
        }
        return left;
    }

    private SentenceCondition ReadBoth()
    {
        var left = ReadSingle();
        while (!IsAtEnd && Next.Is("&&"))
        {
            _at++;
            left = new SentenceCondition.Both(left, IsAnd: true, ReadSingle());
        }
        return left;
    }

    private SentenceCondition ReadSingle()
    {
        var piece = Take();
        if (piece.Is("!")) { return new SentenceCondition.Not(ReadSingle()); }
        if (piece.Is("("))
        {
            var inner = ReadEither();
            Expect(")", "a parenthesis is opened and not closed");
            return inner;
        }
        return piece.Kind is Kind.Word or Kind.Token ? new SentenceCondition.Generated(new(piece.Text, piece.Kind == Kind.Token))
            : throw Wrong(piece.Line, $"a condition is made of names of rules and 'words' with &&, ||, ! and parentheses; here is {piece}.");
    }

    private double ReadPercent()
    {
        var piece = Take();
        if (piece.Kind != Kind.Word || !double.TryParse(piece.Text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent) || percent > 100)
        {
            throw Wrong(piece.Line, $"after % comes a number from 0 to 100; here is {piece}.");
        }
        return percent / 100;
    }

    private void CheckNames(SentenceRule rule, SentenceRule part, List<SentenceRule> rules)
    {
        _rule = rule.Name;
        foreach (var item in part.Items)
        {
            var names = item.Elements.Where(e => !e.IsToken).Select(e => e.Text).Concat(item.Condition?.Rules ?? []);
            foreach (var name in names.Where(name => rules.TrueForAll(r => r.Name != name)))
            {
                throw Wrong(item.Line, $"there is no rule '{name}'. {Names.DidYouMean(name, rules.Select(r => r.Name))} A word that is generated as it stands is 'quoted'.");
            }
            if (item.Part is { } inner) { CheckNames(rule, inner, rules); }
        }
    }

    private bool TakesEnd(SentenceRule rule)
    {
        SkipLineEnds();
        if (IsAtEnd) { throw Wrong(rule.Line, "its { is not closed. Write } after its last item."); }
        if (!Next.Is("}")) { return false; }
        _at++;
        return true;
    }

    private void SkipLineEnds()
    {
        while (!IsAtEnd && Next.Kind == Kind.LineEnd) { _at++; }
    }

    private void Expect(string sign, string rule)
    {
        var piece = Take();
        if (!piece.Is(sign)) { throw Wrong(piece.Line, $"{rule}; here is {piece}."); }
    }

    private Piece Take() => IsAtEnd ? throw Wrong(Next.Line, "the grammar ends in the middle of it.") : _pieces[_at++];

    private Piece TakeOnLine(int line)
    {
        var piece = Take();
        return piece.Line == line ? piece : throw Wrong(line, "the line ends in the middle of it.");
    }

    private EmergentException Wrong(int line, string what) =>
        new(_rule.Length == 0 ? $"Grammar '{_grammar}', line {line}: {what}" : $"Grammar '{_grammar}', line {line}, rule '{_rule}': {what}");
}
