using Emergent.Data;
using Emergent.Networks;

namespace Emergent.Sims.Tests;

public class DeepFsaTests
{
    [Fact]
    public void Grammar_is_learned_to_legal_predictions_with_each_of_ten_seeds()
    {
        for (var seed = 1; seed <= 10; seed++)
        {
            var simulation = new DeepFsa { Seed = seed, Runs = 1, Epochs = 25 };
            Assert.Equal(LoopState.Finished, simulation.Run());
            var epochs = simulation.Log[RunMode.Train, TimeScale.Epoch].Numbers("PctErr");
            Console.WriteLine($"{seed}: {simulation.Learning.FirstZero} {epochs[0]:F3} {epochs[^5..].Average():F4}");
        }
    }

    [Fact]
    public void Strings_are_of_the_grammar_and_take_both_ways_equally_often()
    {
        var strings = new ReberGrammarEnvironment(sequences: 1000);
        strings.Initialize(seed: 1, run: 0);
        var (letters, ways) = (new List<char>(), new Dictionary<string, int>());
        while (strings.Step() && strings.Counters.Single(c => c.Scale == TimeScale.Epoch).Current == 0)
        {
            var letter = ReberGrammarEnvironment.Letters[strings.State("Input").Values.IndexOf(1f)];
            letters.Add(letter);
            ways[strings.TrialName] = ways.GetValueOrDefault(strings.TrialName) + 1;
            var legal = string.Concat(ReberGrammarEnvironment.Letters.Where((_, unit) => strings.State("Targets").Values[unit] == 1f).Order());
            Assert.Equal(string.Concat(strings.TrialName.Where(char.IsLetter).Order()), legal);
            Assert.Equal(strings.TrialName[0], letter);
        }
        var text = string.Concat(letters);
        Assert.Equal(1000, text.Count(c => c == 'E'));
        // The language of the automaton, with its states 2 … 5 as they are left: a loop through 3, 5, 4 for each P.
        Assert.Matches("^(B(TS*X(S|XT*V(PXT*V)*(PS|V))|PT*V(PXT*V)*(PS|V))E)+$", text);
        foreach (var (one, other) in ((string, string)[])[("T|P", "P|T"), ("T|V", "V|T"), ("P|V", "V|P")]) { Assert.InRange((double)ways[one] / (ways[one] + ways[other]), 0.46, 0.54); }
    }

    [Fact]
    public void Network_is_that_of_the_reference()
    {
        var net = new DeepFsa().Network;
        net.Build();
        Assert.Equal(["Input [1, 7]", "Hidden [8, 8]", "HiddenCT [8, 8]", "HiddenP [1, 7]", "Targets [1, 7]"], net.Layers.Select(l => $"{l.Name} {l.Shape}"));
        Assert.Equal(
            [
                "HiddenToHiddenCT CTCtxtPrjn 64", "HiddenCTToHiddenP Prjn 448", "HiddenPToHidden Prjn 448", "HiddenPToHiddenCT Prjn 448",
                "InputToHidden Prjn 448", "HiddenCTToHiddenCT CTCtxtPrjn 4096", "InputToHiddenCT CTCtxtPrjn 448",
            ],
            net.Projections.Select(p => $"{p.Name} {p.TypeName} {p.SynapseCount}"));
    }
}
