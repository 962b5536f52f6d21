using FsCheck;
using FsCheck.Fluent;

namespace Emergent.Networks.Tests;

public class SentenceGeneratorTests
{
    private const string Story = """
        // who does what
        Sentence {
            =Kind
            Agent Verb Object
        }
        Agent {
            %60 'cat' =Agent=Cat
            %40 'dog' =Agent
        }
        Verb {
            'chases' =Action
            'sees'   // seen is not done
        }
        Object ? {
            'cat' && 'chases' { 'mouse' =Patient }
            !'cat' && (Verb || Agent) {
                =Seen=Yes
                %50 'the' 'cat'
                %50 'a' 'bird'
            }
        }
        """;

    private static List<Sentence> Sentences(string grammar, int count, long seed = 1, int run = 0)
    {
        var generator = SentenceGenerator.Parse(grammar);
        generator.Initialize(seed, run);
        return [.. Enumerable.Range(0, count).Select(_ => generator.Next())];
    }

    private static string Words(string grammar, int count, long seed = 1) => string.Join(' ', Sentences(grammar, count, seed).SelectMany(s => s.Tokens));

    private static void AssertNear(double probability, int hits, int draws) =>
        Assert.InRange(hits, draws * probability - 4.5 * Math.Sqrt(draws * probability * (1 - probability)), draws * probability + 4.5 * Math.Sqrt(draws * probability * (1 - probability)));

    [Fact]
    public void Sentences_have_the_words_states_and_rules_that_the_grammar_says()
    {
        var sentences = Sentences(Story, 2000);
        foreach (var sentence in sentences)
        {
            Assert.Superset(new HashSet<string> { "Sentence", "Agent", "Verb", "Object" }, new HashSet<string>(sentence.Fired));
            Assert.Equal("Sentence", sentence.States["Kind"]);
            Assert.Equal(sentence.Tokens[0] == "cat" ? "Cat" : "dog", sentence.States["Agent"]);
            Assert.Equal(sentence.Tokens[1] == "chases", sentence.States.ContainsKey("Action"));
            var rest = string.Join(' ', sentence.Tokens.Skip(2));
            switch (sentence.Tokens[0], sentence.Tokens[1])
            {
                case ("cat", "chases"):
                    Assert.Equal(("mouse", "mouse"), (rest, sentence.States["Patient"]));
                    break;
                case ("cat", _):
                    Assert.Equal("", rest);   // no condition is met
                    break;
                default:
                    Assert.Contains(rest, (string[])["the cat", "a bird"]);
                    Assert.Equal("Yes", sentence.States["Seen"]);
                    break;
            }
        }
        AssertNear(0.6, sentences.Count(s => s.Tokens[0] == "cat"), sentences.Count);
        AssertNear(0.5, sentences.Count(s => s.Tokens[1] == "sees"), sentences.Count);
        Assert.StartsWith("dog sees", sentences.First(s => s.Tokens[0] == "dog" && s.Tokens[1] == "sees").ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Probabilities_below_100_leave_the_rest_to_nothing_or_to_items_without_one()
    {
        var some = Sentences("A {\n%30 'x'\n%20 'y'\n}", 4000);
        AssertNear(0.3, some.Count(s => s.ToString() == "x"), 4000);
        AssertNear(0.5, some.Count(s => s.Tokens.Count == 0), 4000);
        var shared = Sentences("A {\n%40 'x'\n'y'\n'z'\n}", 4000);
        AssertNear(0.3, shared.Count(s => s.ToString() == "y"), 4000);
        AssertNear(0.3, shared.Count(s => s.ToString() == "z"), 4000);
        Assert.All(Sentences("A {\n%33.3 'x'\n%33.3 'y'\n%33.4 'z'\n%0 'never'\n}", 4000), s => Assert.Contains(s.ToString(), (string[])["x", "y", "z"]));
    }

    [Fact]
    public void Items_in_order_come_round_and_permuted_ones_each_once_a_round()
    {
        Assert.Equal("a b c a b c a", Words("Top | {\n'a'\n'b'\n'c'\n}", 7));
        var words = Words("Top $ {\n'a'\n'b'\n'c'\n'd'\n}", 400).Split(' ');
        var rounds = words.Chunk(4).Select(round => string.Concat(round)).ToList();
        Assert.All(rounds, round => Assert.Equal("abcd", string.Concat(round.Order())));
        Assert.True(rounds.Distinct().Count() > 15);
    }

    [Fact]
    public void Rule_repeats_its_item_as_often_as_it_says()
    {
        var words = Words("Top =%70 {\n'a'\n'b'\n'c'\n'd'\n}", 4000).Split(' ');
        var same = words.Zip(words.Skip(1)).Count(pair => pair.First == pair.Second);
        AssertNear(0.7 + 0.3 / 4, same, words.Length - 1);
        Assert.Equal("a a a", Words("Top | =%100 {\n'a'\n'b'\n}", 3));
    }

    [Fact]
    public void Conditions_bind_as_in_logic()
    {
        static string Result(string first, string condition) => Words($"S {{ A B }}\nA {{ {first} }}\nB ? {{ {condition} {{ 'yes' }} }}\nC {{ 'c' }}\nD {{ 'd' }}", 1);

        Assert.Equal("c yes", Result("C", "C || D && D"));        // and binds closer
        Assert.Equal("c", Result("C", "(C || D) && D"));
        Assert.Equal("c d yes", Result("C D", "(C || D) && D"));
        Assert.Equal("c", Result("C", "!C || D"));                // not binds closest
        Assert.Equal("c yes", Result("C", "!(C && D)"));
        Assert.Equal("c yes", Result("C", "'c' && !'d'"));
    }

    [Fact]
    public void Of_several_conditions_that_are_met_any_may_be_chosen()
    {
        var words = Sentences("S { A B }\nA { 'a' }\nB ? {\n A { 'x' }\n 'a' { 'y' }\n !A { 'z' }\n}", 1000).Select(s => s.Tokens[1]).ToList();
        AssertNear(0.5, words.Count(w => w == "x"), 1000);
        Assert.DoesNotContain("z", words);
    }

    [Fact]
    public void Same_seed_run_and_number_give_the_same_sentences()
    {
        Assert.Equal(Sentences(Story, 50).Select(s => s.ToString()), Sentences(Story, 50).Select(s => s.ToString()));
        Assert.NotEqual(Sentences(Story, 50).Select(s => s.ToString()), Sentences(Story, 50, seed: 2).Select(s => s.ToString()));
        Assert.NotEqual(Sentences(Story, 50).Select(s => s.ToString()), Sentences(Story, 50, run: 1).Select(s => s.ToString()));

        var generator = SentenceGenerator.Parse("Top | =%50 {\n'a'\n'b'\n'c'\n}");
        var first = Enumerable.Range(0, 20).Select(_ => generator.Next().ToString()).ToList();
        Assert.Equal(20, generator.Count);
        generator.Initialize(0, 0);
        Assert.Equal(first, Enumerable.Range(0, 20).Select(_ => generator.Next().ToString()));
    }

    [Fact]
    public void Listing_reads_back_as_the_same_grammar() => Prop.ForAll(
        (from kind in Gen.Elements("", " |", " $") from repeats in Gen.Choose(0, 99) from words in Gen.Elements("a", "b c", "{d}").NonEmptyListOf().Select(list => list.ToList())
         from condition in Gen.Elements("A", "!A && 'x'", "!(A || 'x') && A", "A && 'x' || !A") select (kind, repeats, words, condition)).ToArbitrary(),
        ((string Kind, int Repeats, List<string> Words, string Condition) given) =>
        {
            var grammar = $"Top {{\n=State\n=Other=Value\nA B =Last =More='two words'\n}}\nA{given.Kind} =%{given.Repeats} {{\n{string.Join('\n', given.Words.Select(w => $"'{w}'"))}\n}}\nB ? {{\n{given.Condition} {{\n%40 'x' A\n%60 'y'\n}}\n}}";
            var read = SentenceGenerator.Parse(grammar);
            var again = SentenceGenerator.Parse(read.ToString());
            return read.ToString() == again.ToString()
                && Enumerable.Range(0, 30).All(_ => read.Next() is var a && again.Next() is var b && a.ToString() == b.ToString() && a.States.SequenceEqual(b.States));
        }).Check(Config.QuickThrowOnFailure.WithReplay(5, 3));

    [Fact]
    public void Listing_shows_every_rule_as_it_was_written()
    {
        var generator = SentenceGenerator.Parse(Story, "story");
        Assert.Equal(["Sentence", "Agent", "Verb", "Object"], generator.Rules);
        Assert.StartsWith("Sentence {\n    =Kind\n    Agent Verb Object\n}\nAgent {\n    %60 'cat' =Agent=Cat\n", generator.ToString(), StringComparison.Ordinal);
        Assert.Contains("    !'cat' && (Verb || Agent) {\n        =Seen=Yes\n        %50 'the' 'cat'\n", generator.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "Grammar 'g' has no rules")]
    [InlineData("// nothing", "Grammar 'g' has no rules")]
    [InlineData("A {\n'x'\n", "line 1, rule 'A': its { is not closed")]
    [InlineData("A {\n}", "line 1, rule 'A': it has no items")]
    [InlineData("A ? {\n}", "line 1, rule 'A': it has no conditions")]
    [InlineData("A 'x'", "line 1, rule 'A': after its name a rule has ?, | or $ if it is of that kind, =%p if it repeats, and then {; here is 'x'")]
    [InlineData("'x' {", "line 1: a rule begins with its name, not with 'x'")]
    [InlineData("A {\n'x\n}", "line 2: a quote is opened and not closed: 'x")]
    [InlineData("A { '' }", "line 1: '' is no word")]
    [InlineData("A {\nNuon\n}\nNoun { 'x' }", "line 2, rule 'A': there is no rule 'Nuon'. Did you mean 'Noun'?")]
    [InlineData("A ? {\nB { 'x' }\n}", "line 2, rule 'A': there is no rule 'B'")]
    [InlineData("A { 'x' }\n\nA { 'y' }", "line 3, rule 'A': there is a rule of this name already, in line 1")]
    [InlineData("A {\n%60 'x'\n%50 'y'\n}", "line 1, rule 'A': its items have 110 % in all")]
    [InlineData("A {\n%x 'y'\n}", "line 2, rule 'A': after % comes a number from 0 to 100; here is x")]
    [InlineData("A {\n%101 'y'\n}", "after % comes a number from 0 to 100; here is 101")]
    [InlineData("A {\n%50\n}", "line 2, rule 'A': an item has 'words' and names of rules; here is the end of the line")]
    [InlineData("A | {\n%50 'x'\n}", "line 1, rule 'A': its items come in order, so they can have no %")]
    [InlineData("A =70 { 'x' }", "line 1, rule 'A': after = in the head of a rule comes the probability of repeating: =%70; here is 70")]
    [InlineData("A {\n'x' =\n}", "line 2, rule 'A': after = comes the name of a state: =Name or =Name=Value; here is the end of the line")]
    [InlineData("A {\n'x' =S=\n}", "line 2, rule 'A': after =S= comes its value; here is the end of the line")]
    [InlineData("A {\n'x'\n=S=v\n'y'\n}", "line 3, rule 'A': a state stands on a line of its own after the first item")]
    [InlineData("A ? {\nA {\n=S\n'x'\n}\n}", "rule 'A': what is behind a condition has no name that state S could have as its value")]
    [InlineData("A {\n'x' || 'y' { 'z' }\n}", "line 2, rule 'A': after an item comes its states, the end of the line or }; here is ||. Only a conditional rule")]
    [InlineData("A ? {\n(A || 'x' { 'z' }\n}", "line 2, rule 'A': a parenthesis is opened and not closed; here is {")]
    [InlineData("A ? {\n&& A { 'z' }\n}", "line 2, rule 'A': a condition is made of names of rules and 'words'")]
    [InlineData("A ? {\nA", "line 2, rule 'A': after a condition comes {; here is the end of the line")]
    [InlineData("A", "line 1, rule 'A': after its name a rule has")]
    public void Damaged_grammar_is_refused_with_line_and_rule(string grammar, string message)
    {
        var error = Assert.Throws<EmergentException>(() => SentenceGenerator.Parse(grammar, "g"));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Rule_that_leads_back_to_itself_without_end_is_refused()
    {
        var generator = SentenceGenerator.Parse("A { B }\nB { 'x' A }", "round");
        Assert.Contains("Grammar 'round', line", Assert.Throws<EmergentException>(generator.Next).Message, StringComparison.Ordinal);
        Assert.Equal(0, generator.Count);
        Assert.NotEmpty(Sentences("A {\n%60 'x'\n%40 'y' A\n}", 100));   // this one ends
    }
}
