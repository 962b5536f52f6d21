using Emergent.Data;
using Emergent.Leabra;
using Emergent.Networks;

namespace Emergent.Sims.Tests;

public class DeepFsaTests
{
    [Fact]
    public void Grammar_is_learned_to_legal_predictions_with_each_of_ten_seeds()
    {
        var last = new List<double>();
        var perfect = 0;
        for (var seed = 1; seed <= TestSize.Of(10, 3); seed++)
        {
            var simulation = new DeepFsa { Seed = seed, Runs = 1, Epochs = 25, Threads = 1 };
            Assert.Equal(LoopState.Finished, simulation.Run());
            var errors = simulation.Log[RunMode.Train, TimeScale.Epoch].Numbers("PctErr");
            Assert.InRange(errors[0], 0.3, 1);
            last.Add(errors[^5..].Average());
            if (simulation.Learning.FirstZero >= 0) { perfect++; }
        }
        // Measured: 0.4 to 3.6 % of predictions, and an epoch of 190 letters without any in 7 of 10. The reference says that it learns all in about 20 epochs.
        Assert.All(last, share => Assert.InRange(share, 0, 0.05));
        if (!TestSize.IsFull) { return; }
        Assert.InRange(last.Average(), 0, 0.02);
        Assert.InRange(perfect, 5, 10);
    }

    [Fact]
    public void A_letter_without_what_came_before_does_not_tell_what_follows()
    {
        var simulation = new DeepFsa { Runs = 1, Epochs = 15 };
        simulation.UseStyles("NoContext");
        simulation.Run();
        Assert.InRange(simulation.Log[RunMode.Train, TimeScale.Epoch].Numbers("PctErr")[^5..].Average(), 0.2, 1);
    }

    [Fact]
    public void A_prediction_is_right_when_it_names_what_is_legal_and_nothing_else()
    {
        var net = new DeepFsa().Network;
        net.Initialize(seed: 1);
        var prediction = new LegalPrediction((LeabraLayer)net["HiddenP"], (LeabraLayer)net["Targets"]);
        net["Targets"].Present([0, 0, 1, 1, 0, 0, 0], [1, 7]);   // S or X
        Assert.Equal(0, ErrorOf(0, 0, 0.45f, 0.45f, 0.2f, 0, 0));
        Assert.Equal(0, ErrorOf(0, 0, 0.41f, 0, 0.5f, 0, 0));
        Assert.Equal(1, ErrorOf(0, 0, 0.3f, 0.4f, 0.1f, 0, 0));
        Assert.Equal(0.75, ErrorOf(0, 0, 0.6f, 0, 0.75f, 0, 0));
        Assert.Equal(1.75, ErrorOf(0, 0, 0, 0, 0.75f, 0, 0));

        double ErrorOf(params ReadOnlySpan<float> predicted)
        {
            predicted.CopyTo(net["HiddenP"].Units("ActM"));
            return prediction.SquaredError().Sum;
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
        foreach (var (one, other) in ((string, string)[])[("T|P", "P|T"), ("T|V", "V|T"), ("P|V", "V|P")])
        {
            Assert.InRange((double)ways[one] / (ways[one] + ways[other]), 0.46, 0.54);
        }
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
