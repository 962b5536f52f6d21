using Emergent.Data;
using FsCheck;
using FsCheck.Fluent;

namespace Emergent.Networks.Tests;

public class FrequencyEnvironmentTests
{
    private static Table Rows(params double[] frequencies)
    {
        var table = new Table("Events");
        table.AddColumn<string>("Name");
        table.AddColumn<double>("Freq");
        table.AddColumn<float>("Input", [2]);
        for (var i = 0; i < frequencies.Length; i++) { table.Add($"evt{i}", frequencies[i], new float[] { i, 0 }); }
        return table;
    }

    private static List<int> Epoch(TableEnvironment environment) => [.. environment.NextEpoch().Select(trial => trial.Row)];

    [Fact]
    public void Steps_and_counters_are_those_of_the_reference()
    {
        FrequencyEnvironment? environment = null;
        foreach (var row in GoldenData.Table("f/env_freqtable.tsv"))
        {
            // The frequencies of the recorded table follow from how often it showed each row.
            environment ??= new(Rows(1, 0.5, 0.25, 0.5), samples: int.Parse(row["NSamples"], null), Order.Sequential);
            Assert.True(environment.Step());
            Assert.Equal(row["trial_cur"], $"{environment.Trial.Current}");
            Assert.Equal(row["epoch_cur"], $"{environment.Epoch.Current}");
            Assert.Equal(row["row"], $"{environment.Row}");
            Assert.Equal(row["TrialName"], environment.TrialName);
            Assert.Equal(row["order_len"], $"{environment.TrialsPerEpoch}");
        }
        Assert.NotNull(environment);
    }

    [Fact]
    public void Every_epoch_has_each_row_as_often_as_its_frequency_says() => Prop.ForAll(
        (from weights in Gen.Choose(0, 20).ListOf(6) from samples in Gen.Choose(1, 12) from seed in Gen.Choose(0, 1000) select (weights, samples, seed)).ToArbitrary(),
        ((List<int> Weights, int Samples, int Seed) given) =>
        {
            double[] frequencies = [1, .. given.Weights.Select(w => w / 10.0)];
            var environment = new FrequencyEnvironment(Rows(frequencies), given.Samples, Order.Permuted, seed: given.Seed);
            var (first, second) = (Epoch(environment), Epoch(environment));
            return Enumerable.Range(0, frequencies.Length).All(row =>
                first.Count(r => r == row) == (int)Math.Round(given.Samples * frequencies[row], MidpointRounding.AwayFromZero))
                && first.Order().SequenceEqual(second.Order());
        }).Check(Config.QuickThrowOnFailure.WithReplay(3, 5));

    [Fact]
    public void Rows_drawn_by_chance_come_as_often_on_average()
    {
        var environment = new FrequencyEnvironment(Rows(0.8, 0.3, 0), samples: 5, Order.Sequential, drawsRows: true);
        var counts = new int[3];
        for (var epoch = 0; epoch < 1000; epoch++)
        {
            var rows = Epoch(environment);
            Assert.Equal(rows.Order(), rows);
            foreach (var row in rows) { counts[row]++; }
        }
        Assert.InRange(counts[0], 4000 - 4.5 * 28.3, 4000 + 4.5 * 28.3);   // 5000 draws, standard deviation √(5000·0.8·0.2)
        Assert.InRange(counts[1], 1500 - 4.5 * 32.4, 1500 + 4.5 * 32.4);
        Assert.Equal(0, counts[2]);
    }

    [Fact]
    public void Epoch_is_never_empty_however_rarely_rows_are_drawn()
    {
        var environment = new FrequencyEnvironment(Rows(0.01, 0), samples: 1, drawsRows: true);
        for (var epoch = 0; epoch < 50; epoch++) { Assert.Equal([0], Epoch(environment)); }
    }

    [Fact]
    public void With_replacement_rows_are_drawn_by_their_trials()
    {
        var environment = new FrequencyEnvironment(Rows(3, 1), samples: 1, Order.WithReplacement);
        var rows = Enumerable.Range(0, 1000).SelectMany(_ => Epoch(environment)).ToList();
        Assert.Equal(4000, rows.Count);
        Assert.InRange(rows.Count(r => r == 0), 3000 - 4.5 * 27.4, 3000 + 4.5 * 27.4);
    }

    [Fact]
    public void Same_seed_gives_the_same_epochs()
    {
        List<int> Third(long seed)
        {
            var environment = new FrequencyEnvironment(Rows(1, 1, 1, 2, 2), samples: 3, seed: seed);
            Epoch(environment);
            Epoch(environment);
            return Epoch(environment);
        }

        Assert.Equal(Third(4), Third(4));
        Assert.NotEqual(Third(4), Third(5));
    }

    [Fact]
    public void Another_column_can_hold_the_frequencies()
    {
        var table = Rows(1, 1);
        table.AddColumn<int>("Times");
        table.Row(1).Set("Times", 3);
        Assert.Equal([1, 1, 1], Epoch(new FrequencyEnvironment(table, frequencyColumn: "Times")));
    }

    [Fact]
    public void Wrong_frequencies_are_refused()
    {
        static string Message(Func<object> make) => Assert.Throws<EmergentException>(make).Message;

        var without = Rows(1);
        without.RemoveColumn("Freq");
        without.AddColumn<float>("Frq");
        Assert.Contains("table 'Events' has no column 'Freq' that says how often each row is shown. Did you mean 'Frq'?", Message(() => new FrequencyEnvironment(without)), StringComparison.Ordinal);
        Assert.Contains("column 'Input' of table 'Events' is to say how often each row is shown; it takes single numbers", Message(() => new FrequencyEnvironment(Rows(1), frequencyColumn: "Input")), StringComparison.Ordinal);
        Assert.Contains("it takes single numbers", Message(() => new FrequencyEnvironment(Rows(1), frequencyColumn: "Name")), StringComparison.Ordinal);
        Assert.Contains("table 'Events', row 1, column 'Freq' is -0.5; a frequency is a finite number of at least 0", Message(() => new FrequencyEnvironment(Rows(1, -0.5))), StringComparison.Ordinal);
        Assert.Contains("row 0, column 'Freq' is NaN", Message(() => new FrequencyEnvironment(Rows(double.NaN))), StringComparison.Ordinal);
        Assert.Contains("so small that with 2 samples no row is shown", Message(() => new FrequencyEnvironment(Rows(0.2, 0), samples: 2)), StringComparison.Ordinal);
        Assert.Contains("10,000,000 trials of an epoch or more", Message(() => new FrequencyEnvironment(Rows(1e9))), StringComparison.Ordinal);
        Assert.Contains("is a probability from 0 to 1", Message(() => new FrequencyEnvironment(Rows(2), drawsRows: true)), StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => new FrequencyEnvironment(Rows(1), samples: 0));
    }
}
