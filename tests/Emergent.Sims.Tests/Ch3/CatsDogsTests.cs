using Emergent.Data;
using Emergent.Networks;
using Emergent.Tests;

namespace Emergent.Sims.Tests;

public class CatsDogsTests
{
    private static readonly string[] Layers = ["Name", "Identity", "Color", "FavoriteFood", "Size", "Species", "FavoriteToy"];

    [Fact]
    public void Harmony_and_activity_of_every_cycle_are_the_references_bit_for_bit()
    {
        var simulation = new CatsDogs();
        var cases = 0;
        foreach (var cycles in GoldenRows.Cases("ch3_cats_dogs/cycle.tsv", "case"))
        {
            var log = Ask(simulation, cycles.Key);
            Assert.Equal(100, log.RowCount);
            foreach (var (expected, row) in cycles.Zip(log.Rows))
            {
                Assert.True(expected.Float("Harmony").Equals((float)row.Number("Harmony")), $"{cycles.Key}, cycle {row.Index}: {(float)row.Number("Harmony"):R} instead of {expected["Harmony"]}");
                foreach (var layer in Layers)
                {
                    var act = log.Column<float>($"{layer}_Act").Cell(row.Index).ToArray();
                    Assert.Equal(act.Select((_, unit) => expected.Float($"{layer}{unit}")), act);
                }
            }
            cases++;
        }
        Assert.True(cases >= 5);
    }

    [Fact]
    public void Final_activity_of_every_question_is_the_references_bit_for_bit()
    {
        var simulation = new CatsDogs();
        foreach (var expected in GoldenData.Table("sims/ch3_cats_dogs/final.tsv"))
        {
            var log = Ask(simulation, expected["case"]);
            Assert.Equal(expected.Float("Harmony_c99"), (float)log.Row(99).Number("Harmony"));
            Assert.Equal(Layers.SelectMany(layer => Enumerable.Range(0, simulation.Network[layer].UnitCount).Select(unit => expected.Float($"{layer}{unit}"))), Layers.SelectMany(layer => simulation.Network[layer].Units("Act").ToArray()));
            Assert.Equal(expected.Integer("n_decrease_after10"), Enumerable.Range(11, 89).Count(c => (float)log.Row(c).Number("Harmony") < (float)log.Row(c - 1).Number("Harmony")));
        }
    }

    [Fact]
    public void Weights_are_the_facts_both_ways()
    {
        var simulation = new CatsDogs();
        simulation.Initialize();
        var reference = GoldenData.Table("sims/ch3_cats_dogs/weights_used.tsv");
        Assert.Equal(reference.Count, simulation.Network.Projections.Sum(p => p.SynapseCount));
        foreach (var synapse in reference)
        {
            var projection = simulation.Network.Projections.Single(p => p.Sender.Name == synapse["send"] && p.Receiver.Name == synapse["recv"]);
            Assert.Equal(synapse.Float("Wt"), projection.Synapse("Wt", synapse.Integer("si"), synapse.Integer("ri")));
        }
    }

    [Fact]
    public void A_name_recalls_all_that_is_known_and_a_species_what_is_typical_of_it()
    {
        var simulation = new CatsDogs();
        Ask(simulation, "Morris");
        Assert.Equal("Morris Morris orange grass small cat string", Active(simulation));
        Ask(simulation, "dog");
        Assert.Contains("dog", Active(simulation), StringComparison.Ordinal);
    }

    private static string Active(CatsDogs simulation) => simulation.Log[RunMode.Test, TimeScale.Trial].Row(0).Get<string>("Active");

    /// <summary>Edits the pattern as a user does, and tests it.</summary>
    private static Table Ask(CatsDogs simulation, string question)
    {
        foreach (var layer in Layers) { simulation.Inputs.Column<float>(layer).Values.Clear(); }
        foreach (var word in question.Split('+'))
        {
            var (layer, unit) = Place(word);
            simulation.Inputs.Column<float>(layer).Cell(0)[unit] = 1;
        }
        simulation.Test();
        return simulation.Log[RunMode.Test, TimeScale.Cycle];
    }

    // Shoes are food and toy: the reference's data names which.
    private static (string Layer, int Unit) Place(string word)
    {
        if (Pets.Names.ToList().IndexOf(word) is >= 0 and var name) { return ("Name", name); }
        var (feature, value) = word.Split('_') is [var kind, var what] ? (kind == "food" ? "FavoriteFood" : "FavoriteToy", what) : ("", word);
        var found = Pets.Features.First(f => f.Values.Contains(value) && (feature.Length == 0 || f.Feature == feature));
        return (found.Feature, Array.IndexOf(found.Values, value));
    }
}
