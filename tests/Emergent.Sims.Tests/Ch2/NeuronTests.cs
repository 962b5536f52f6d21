using Emergent.Networks;

namespace Emergent.Sims.Tests;

public class NeuronTests
{
    private static readonly string[] Logged = ["Ge", "Inet", "Vm", "Act", "Spike", "Gk", "ISI", "AvgISI"];

    [Fact]
    public void Every_cycle_is_the_references_bit_for_bit()
    {
        var simulation = new Neuron();
        simulation.Initialize();
        var cases = 0;
        foreach (var cycles in GoldenRows.Cases("ch2_neuron/cycle.tsv", "mode", "KNa", "GbarE", "GbarL", "ErevE", "ErevL"))
        {
            Set(simulation, cycles.First());
            simulation.Test();   // what the control panel says holds from here on
            var log = simulation.Log[RunMode.Test, TimeScale.Cycle];
            Assert.Equal(200, log.RowCount);
            foreach (var (expected, row) in cycles.Zip(log.Rows))
            {
                foreach (var column in Logged) { Assert.True(expected.Float(column).Equals((float)row.Number(column)), $"{cycles.Key}, cycle {row.Index}, {column}: {row.Number(column):R} instead of {expected[column]}"); }
            }
            cases++;
        }
        Assert.True(cases >= 28);
    }

    [Fact]
    public void It_fires_from_an_excitation_of_13_hundredths_on_and_up_to_a_leak_of_72()
    {
        Assert.Equal((0, 5), (Spikes(s => s.GbarE = 0.12f), Spikes(s => s.GbarE = 0.13f)));
        Assert.True(Spikes(s => s.GbarL = 0.72f) > 0);
        Assert.Equal(0, Spikes(s => s.GbarL = 0.75f));
        Assert.True(Spikes(s => s.KNaAdapt = false) > Spikes(_ => { }));

        static int Spikes(Action<Neuron> change)
        {
            var simulation = new Neuron();
            change(simulation);
            simulation.Run();
            return (int)simulation.Log[RunMode.Test, TimeScale.Trial].Row(0).Number("Spikes");
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Spike_vs_rate_without_noise_is_the_references_bit_for_bit(bool adapts)
    {
        var expected = SpikeVsRate(adapts, noise: 0).ToList();
        var simulation = new Neuron { KNaAdapt = adapts };
        simulation.SpikeVsRate(noise: 0, samples: 1);
        var found = simulation.Shown.Single(t => t.Name == "SpikeVsRate").Table();
        Assert.Equal(expected.Select(row => (row.Float("GbarE"), row.Float("Spike"), row.Float("Rate"))), found.Rows.Select(row => (row.Get<float>("GBarE"), row.Get<float>("Spike"), row.Get<float>("Rate"))));
    }

    [Fact]
    public void Spike_vs_rate_with_noise_has_the_references_means()
    {
        var expected = SpikeVsRate(adapts: true, noise: 0.1).GroupBy(row => row.Float("GbarE")).ToList();
        var tables = Enumerable.Range(1, TestSize.Of(20, 1)).AsParallel().AsOrdered().Select(seed =>
        {
            var simulation = new Neuron { Seed = seed };
            simulation.SpikeVsRate();
            return simulation.Shown.Single(t => t.Name == "SpikeVsRate").Table();
        }).ToList();
        for (var row = 0; row < 24; row++)
        {
            foreach (var column in (string[])["Spike", "Rate"])
            {
                double[] theirs = [.. expected[row].Select(s => s.Double(column))], ours = [.. tables.Select(t => t.Row(row).Number(column))];
                Assert.Equal(10, theirs.Length);
                // Of 48 such comparisons none should be as far off as one in a thousand: Student's t with 9 degrees of freedom.
                var error = Math.Sqrt(theirs.Sum(v => Math.Pow(v - theirs.Average(), 2)) / 9 * (1.0 / 10 + 1.0 / ours.Length));
                Assert.True(Math.Abs(ours.Average() - theirs.Average()) <= 4.78 * error, $"GbarE {expected[row].Key}, {column}: {ours.Average()} instead of {theirs.Average()}, error {error}");
            }
        }
    }

    [Fact]
    public void Noise_depends_on_the_seed_alone()
    {
        Assert.Equal(Potentials(seed: 1), Potentials(seed: 1));
        Assert.NotEqual(Potentials(seed: 1), Potentials(seed: 2));

        static double[] Potentials(int seed)
        {
            var simulation = new Neuron { Seed = seed, Noise = 0.1f };
            simulation.Run();
            return simulation.Log[RunMode.Test, TimeScale.Cycle].Numbers("Vm");
        }
    }

    private static IEnumerable<Dictionary<string, string>> SpikeVsRate(bool adapts, double noise) =>
        Emergent.Tests.GoldenData.Table("sims/ch2_neuron/spike_vs_rate.tsv").Where(row => row["KNa"] == (adapts ? "1" : "0") && row.Double("Noise") == noise);

    private static void Set(Neuron simulation, Dictionary<string, string> parameters) =>
        (simulation.Spike, simulation.KNaAdapt, simulation.GbarE, simulation.GbarL, simulation.ErevE, simulation.ErevL) =
        (parameters["mode"] == "spike", parameters["KNa"] == "1", parameters.Float("GbarE"), parameters.Float("GbarL"), parameters.Float("ErevE"), parameters.Float("ErevL"));
}
