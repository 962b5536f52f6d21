using FsCheck;
using FsCheck.Fluent;
using Emergent.Data;

namespace Emergent.Networks.Tests;

public class PatternsTests
{
    private static int Active(ReadOnlySpan<float> pattern)
    {
        var count = 0;
        foreach (var value in pattern)
        {
            Assert.True(value is 0 or 1);
            if (value == 1) { count++; }
        }
        return count;
    }

    private static int Difference(Column<float> column, int a, int b) =>
        column.Cell(a).ToArray().Zip(column.Cell(b).ToArray()).Count(pair => pair.First == 1 && pair.Second != 1);

    [Fact]
    public void Random_bits_have_exactly_the_active_units_asked_for()
    {
        var table = Patterns.RandomBits(rows: 25, shape: [5, 5], active: 6, seed: 1, "Input", "Output");
        Assert.Equal(["Name", "Input", "Output"], table.Columns.Select(c => c.Name));
        Assert.Equal(25, table.RowCount);
        Assert.Equal("row_24", table.Row(24).Get<string>("Name"));
        foreach (var row in table.Rows)
        {
            Assert.Equal(6, Active(row.Cell<float>("Input")));
            Assert.Equal(6, Active(row.Cell<float>("Output")));
        }
        Assert.Equal([5, 5], table["Input"].CellShape);
    }

    [Fact]
    public void Columns_rows_and_seeds_differ_and_the_same_seed_is_the_same()
    {
        var table = Patterns.RandomBits(20, [10], 5, seed: 1, "Input", "Output");
        Assert.False(table["Input"].AllCells.ContentsEqual(table["Output"].AllCells));
        Assert.True(table["Input"].AllCells.ContentsEqual(Patterns.RandomBits(20, [10], 5, seed: 1, "Input")["Input"].AllCells));
        Assert.False(table["Input"].AllCells.ContentsEqual(Patterns.RandomBits(20, [10], 5, seed: 2, "Input")["Input"].AllCells));

        var more = Patterns.RandomBits(30, [10], 5, seed: 1, "Output", "Input");
        for (var row = 0; row < 20; row++) { Assert.Equal(table.Row(row).Cell<float>("Input"), more.Row(row).Cell<float>("Input")); }
    }

    [Fact]
    public void Every_unit_is_active_equally_often_and_pairs_overlap_as_in_the_reference()
    {
        var column = Patterns.RandomBits(4000, [5, 5], 6, seed: 3, "Input").Column<float>("Input");
        var counts = new int[25];
        for (var row = 0; row < 4000; row++)
        {
            for (var unit = 0; unit < 25; unit++) { counts[unit] += (int)column.Cell(row)[unit]; }
        }
        Assert.All(counts, count => Assert.InRange(count, 960 - 4.5 * 27, 960 + 4.5 * 27));   // 4000·6/25, standard deviation 27

        var mean = Enumerable.Range(0, 2000).Average(i => Difference(column, 2 * i, 2 * i + 1));
        Assert.Equal(6 * 19 / 25.0, mean, tolerance: 0.1);   // golden patgen_stats: 4.57 on average
    }

    [Theory]
    [InlineData(25, 25, 6, 3)]     // golden patgen_stats
    [InlineData(100, 100, 15, 9)]
    [InlineData(10, 36, 11, 6)]
    [InlineData(1, 4, 2, 3)]       // a single pattern differs from none
    [InlineData(5, 9, 3, 0)]
    public void Minimum_difference_holds_for_every_pair(int rows, int units, int active, int minimum)
    {
        var table = Patterns.RandomBitsMinimumDifference(rows, [units], active, minimum, seed: 1, "A", "B");
        foreach (var name in new[] { "A", "B" })
        {
            var column = table.Column<float>(name);
            for (var a = 0; a < rows; a++)
            {
                Assert.Equal(active, Active(column.Cell(a)));
                for (var b = 0; b < a; b++) { Assert.InRange(Difference(column, a, b), minimum, active); }
            }
        }
    }

    [Fact]
    public void Patterns_that_are_far_enough_apart_already_are_left_as_they_are()
    {
        var plain = Patterns.RandomBits(4, [100], 10, seed: 5, "A");
        var apart = Patterns.RandomBitsMinimumDifference(4, [100], 10, 2, seed: 5, "A");
        Assert.True(plain["A"].AllCells.ContentsEqual(apart["A"].AllCells));
    }

    [Fact]
    public void Difference_that_cannot_be_had_is_refused()
    {
        var error = Assert.Throws<EmergentException>(() => Patterns.RandomBitsMinimumDifference(20, [6], 3, 3, seed: 1, "A"));
        Assert.Matches(@"Column 'A': after 100 passes \d+ pairs of 20 patterns with 3 of 6 units active still differ in fewer than 3", error.Message);
        Assert.Contains("at most 2 of them; 3 were asked for",
            Assert.Throws<ArgumentOutOfRangeException>(() => Patterns.RandomBitsMinimumDifference(2, [6], 4, 3, seed: 1, "A")).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, 2)]
    [InlineData(2, 0)]
    [InlineData(0, 3)]
    [InlineData(99, 99)]
    public void Flipped_bits_are_as_many_as_asked_for_or_as_there_are(int turnOff, int turnOn)
    {
        var table = Patterns.RandomBits(25, [5, 5], 6, seed: 1, "Input");
        var before = table.Clone().Column<float>("Input");
        var after = table.Column<float>("Input");
        Patterns.FlipBits(after, turnOff, turnOn, seed: 2);
        for (var row = 0; row < 25; row++)
        {
            var pairs = before.Cell(row).ToArray().Zip(after.Cell(row).ToArray()).ToList();
            Assert.Equal(Math.Min(turnOff, 6), pairs.Count(p => p is (1, 0)));
            Assert.Equal(Math.Min(turnOn, 19), pairs.Count(p => p is (0, 1)));
        }
    }

    [Fact]
    public void Flipping_takes_other_values_for_on_and_off()
    {
        float[] pattern = [0.9f, 0.1f, 0.9f, 0.5f];
        var random = new CounterRandom(1, 0, 0);
        Patterns.FlipBits(pattern, 2, 1, ref random, on: 0.9f, off: 0.1f);
        Assert.Equal([0.1f, 0.9f, 0.1f, 0.5f], pattern);
    }

    [Theory]
    [InlineData(0.3, 36, 11)]
    [InlineData(0.5, 11, 6)]    // golden patgen_stats: a half goes up
    [InlineData(0.15, 10, 2)]
    [InlineData(0, 10, 0)]
    [InlineData(1, 10, 10)]
    [InlineData(0.24, 25, 6)]
    public void Count_of_a_fraction_is_rounded(double fraction, int units, int expected) => Assert.Equal(expected, Patterns.Count(fraction, units));

    [Fact]
    public void Wrong_arguments_are_refused()
    {
        Assert.Contains("Patterns of shape [2, 2] have 4 units; 5 of them cannot be active", Assert.Throws<ArgumentOutOfRangeException>(() => Patterns.RandomBits(1, [2, 2], 5, 1, "A")).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => Patterns.RandomBits(1, [2, 2], -1, 1, "A"));
        Assert.Throws<ArgumentOutOfRangeException>(() => Patterns.RandomBits(-1, [2, 2], 1, 1, "A"));
        Assert.Contains("Name at least one column", Assert.Throws<ArgumentException>(() => Patterns.RandomBits(1, [2, 2], 1, 1)).Message, StringComparison.Ordinal);
        Assert.Throws<EmergentException>(() => Patterns.RandomBits(1, [2, 2], 1, 1, "A", "A"));
        Assert.Throws<ArgumentOutOfRangeException>(() => Patterns.Count(1.2, 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => Patterns.Count(double.NaN, 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => Patterns.FlipBits(Patterns.RandomBits(1, [4], 1, 1, "A").Column<float>("A"), -1, 0, 1));
    }

    [Fact]
    public void Patterns_can_be_saved_and_shown()
    {
        var table = Patterns.RandomBits(25, [5, 5], 6, seed: 1, "Input", "Output");
        var writer = new StringWriter();
        table.Write(writer);
        var read = Table.Read(new StringReader(writer.ToString()));
        var environment = new TableEnvironment(read, Order.Permuted, seed: 1);
        Assert.Equal(25, environment.NextEpoch().Select(trial => trial.TrialName).Distinct().Count());
        Assert.True(read["Output"].AllCells.ContentsEqual(table["Output"].AllCells));
    }

    [Fact]
    public void Flipped_bits_are_as_many_as_asked_for_and_differences_say_so() => Prop.ForAll(
        (from active in Gen.Choose(1, 9) from turnOff in Gen.Choose(0, active) from turnOn in Gen.Choose(0, 16 - active) from seed in Gen.Choose(0, 9999) select (active, turnOff, turnOn, seed)).ToArbitrary(),
        ((int Active, int Off, int On, int Seed) given) =>
        {
            var random = new CounterRandom(given.Seed, 0, 1);
            float[] pattern = new float[16];
            Patterns.PermuteBits(pattern, given.Active, ref random);
            float[] flipped = [.. pattern];
            Patterns.FlipBits(flipped, given.Off, given.On, ref random);
            var table = Patterns.Empty(2, [16], "P");
            pattern.CopyTo(table.Column<float>("P").Cell(0));
            flipped.CopyTo(table.Column<float>("P").Cell(1));
            return pattern.Count(x => x == 1) == given.Active && flipped.Count(x => x == 1) == given.Active - given.Off + given.On
                && pattern.Zip(flipped).Count(p => p.First > p.Second) == given.Off && pattern.Zip(flipped).Count(p => p.First < p.Second) == given.On
                && Patterns.DifferencesToPrevious(table.Column<float>("P")).Single() == (given.Off + given.On) / 2f
                && Patterns.ActiveFractions(table.Column<float>("P"))[0] == given.Active / 16f;
        }).Check(Config.QuickThrowOnFailure.WithReplay(4, 19));
}
