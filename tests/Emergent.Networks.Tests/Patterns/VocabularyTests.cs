using System.Globalization;
using Emergent.Data;
using FsCheck;
using FsCheck.Fluent;

namespace Emergent.Networks.Tests;

public class VocabularyTests
{
    private static readonly Config Fixed = Config.QuickThrowOnFailure.WithReplay(8, 9);

    private static int Active(Tensor<float> list, int row) => list.Slice(row).Values.ToArray().Count(v => v == 1);

    private static float Difference(Tensor<float> list, int a, int b) => Patterns.HalfHamming(list.Slice(a).Values, list.Slice(b).Values);

    private static Vocabulary Ten(long seed = 1)
    {
        var vocabulary = new Vocabulary();
        vocabulary.AddPermutedBinary("A", rows: 10, pool: [6, 6], active: 0.3, minimumDifference: 0.5, seed);
        return vocabulary;
    }

    [Fact]
    public void Statistics_of_every_generator_are_those_of_the_reference()
    {
        foreach (var golden in GoldenData.Table("f/patgen_stats.tsv"))
        {
            int rows = int.Parse(golden["rows"], CultureInfo.InvariantCulture), cells = int.Parse(golden["cells"], CultureInfo.InvariantCulture);
            var averages = new List<double>();
            for (var seed = 0; seed < 20; seed++)
            {
                var list = Generate(golden["fun"], golden["args"], rows, cells, seed);
                var pairs = (from a in Enumerable.Range(0, rows) from b in Enumerable.Range(0, a) select Difference(list, a, b)).ToList();
                Assert.All(Enumerable.Range(0, rows), row => Assert.Equal(golden["n_on_min"], $"{Active(list, row)}"));
                if (golden["fun"].Contains("MinDiff", StringComparison.Ordinal) || golden["fun"] == "AddVocabPermutedBinary")
                {
                    Assert.True(pairs.Min() >= float.Parse(golden["min_pair_diff"], CultureInfo.InvariantCulture));
                }
                averages.Add(pairs.Average());
            }
            // The recorded mean is of one draw, as each of these is: it lies among them.
            var (mean, deviation) = (averages.Average(), Math.Sqrt(averages.Average(a => (a - averages.Average()) * (a - averages.Average()))));
            Assert.Equal(mean, double.Parse(golden["mean_pair_diff"], CultureInfo.InvariantCulture), tolerance: 4.5 * deviation + 0.01);
        }
    }

    private static Tensor<float> Generate(string function, string arguments, int rows, int cells, long seed)
    {
        Shape shape = [1, cells];
        var vocabulary = new Vocabulary();
        switch (function, arguments)
        {
            case ("PermutedBinaryRows", "nOn=6"):
                return Patterns.RandomBits(rows, [cells], 6, seed, "P").Column<float>("P").AllCells;
            case ("PermutedBinaryMinDiff", "nOn=6,minDiff=3"):
                return Patterns.RandomBitsMinimumDifference(rows, [cells], 6, 3, seed, "P").Column<float>("P").AllCells;
            case ("PermutedBinaryMinDiff", "nOn=15,minDiff=9"):
                return Patterns.RandomBitsMinimumDifference(rows, [cells], 15, 9, seed, "P").Column<float>("P").AllCells;
            case ("FlipBitsRows", _):
                var column = Patterns.RandomBitsMinimumDifference(rows, [cells], 6, 3, seed, "P").Column<float>("P");
                Patterns.FlipBits(column, 2, arguments == "nOff=2,nOn=2" ? 2 : 0, seed + 1);
                return column.AllCells;
            case ("AddVocabPermutedBinary", "pctAct=.3,minPctDiff=.5"):
                return vocabulary.AddPermutedBinary("A", rows, shape, 0.3, 0.5, seed);
            case ("AddVocabDrift", _):
                vocabulary.AddPermutedBinary("A", 1, shape, 0.3, 0.5, seed);
                return vocabulary.AddDrift("D", "A", 0, rows, 0.25, seed);
            default:
                throw new InvalidOperationException($"Golden data has a new generator: {function} {arguments}.");
        }
    }

    [Fact]
    public void Each_step_of_a_drift_exchanges_as_many_units_as_in_the_reference()
    {
        var list = Ten().AddDrift("D", "A", row: 0, rows: 10, drift: 0.25, seed: 3);
        foreach (var golden in GoldenData.Table("f/patgen_drift_steps.tsv"))
        {
            var row = int.Parse(golden["row"], CultureInfo.InvariantCulture);
            Assert.Equal(golden["half_hamming_to_prev"], $"{Difference(list, row, row - 1)}");
            Assert.Equal(golden["n_on"], $"{Active(list, row)}");
        }
    }

    [Fact]
    public void A_drift_goes_as_far_as_it_says_on_average() => Prop.ForAll(
        (from drift in Gen.Choose(0, 100) from rows in Gen.Choose(2, 20) from seed in Gen.Choose(0, 999) select (drift / 100.0, rows, seed)).ToArbitrary(),
        ((double Drift, int Rows, int Seed) given) =>
        {
            var vocabulary = Ten(given.Seed);
            var list = vocabulary.AddDrift("D", "A", 2, given.Rows, given.Drift, given.Seed);
            var total = Enumerable.Range(1, given.Rows - 1).Sum(row => Difference(list, row, row - 1));
            return list.Slice(0).ContentsEqual(vocabulary["A"].Slice(2))
                && Enumerable.Range(0, given.Rows).All(row => Active(list, row) == 11)
                && Math.Abs(total - given.Drift * 11 * (given.Rows - 1)) <= 0.5 + 1e-6;
        }).Check(Fixed);

    [Fact]
    public void Permuted_binary_lists_have_their_active_units_and_differences() => Prop.ForAll(
        (from active in Gen.Choose(10, 50) from difference in Gen.Choose(0, 40) from seed in Gen.Choose(0, 999) select (active / 100.0, difference / 100.0, seed)).ToArbitrary(),
        ((double Active, double Difference, int Seed) given) =>
        {
            var list = new Vocabulary().AddPermutedBinary("L", 8, [6, 8], given.Active, given.Difference, given.Seed);
            var on = Patterns.Count(given.Active, 48);
            return Enumerable.Range(0, 8).All(a => Active(list, a) == on
                && Enumerable.Range(0, a).All(b => Difference(list, a, b) >= Patterns.Count(given.Difference, on)));
        }).Check(Fixed);

    [Fact]
    public void Lists_are_copied_repeated_joined_cut_and_shuffled()
    {
        var vocabulary = Ten();
        var a = vocabulary["A"];
        Assert.Equal([10, 6, 6], a.Shape);
        Assert.True(vocabulary.AddClone("B", "A").ContentsEqual(a));
        vocabulary.Shuffle("B", seed: 4);
        Assert.False(vocabulary["B"].ContentsEqual(a));
        Assert.Equal(Enumerable.Range(0, 10).Select(i => string.Concat(a.Slice(i).Values.ToArray())).Order(),
            Enumerable.Range(0, 10).Select(i => string.Concat(vocabulary["B"].Slice(i).Values.ToArray())).Order());
        var repeated = vocabulary.AddRepeat("C", "A", row: 3, rows: 4);
        for (var i = 0; i < 4; i++) { Assert.True(repeated.Slice(i).ContentsEqual(a.Slice(3))); }
        var joined = vocabulary.AddConcatenation("AC", "A", "C");
        Assert.Equal([14, 6, 6], joined.Shape);
        Assert.True(joined.Slice(11).ContentsEqual(a.Slice(3)));
        Assert.True(vocabulary.AddSlice("S", "AC", row: 10, rows: 4).ContentsEqual(repeated));
        Assert.Equal(0, vocabulary.AddEmpty("empty", 2, [6, 6]).Values.ToArray().Sum());
        vocabulary.Add("own", new Tensor<float>([1, 1, 2], [1, 0]));
        Assert.Equal(["A", "B", "C", "AC", "S", "empty", "own"], vocabulary.Names);
        vocabulary.Remove("C");
        Assert.False(vocabulary.Contains("C"));
        Assert.True(Ten()["A"].ContentsEqual(a));   // the same seed gives the same list
        Assert.False(Ten(seed: 2)["A"].ContentsEqual(a));
    }

    [Fact]
    public void Pools_of_a_pattern_come_from_the_lists_named()
    {
        var vocabulary = Ten();
        vocabulary.AddEmpty("empty", 10, [6, 6]);
        vocabulary.AddRepeat("context", "A", 9, 10);
        var table = Patterns.Empty(rows: 10, shape: [1, 3, 6, 6], "Input", "ECout");
        var column = table.Column<float>("Input");
        Patterns.Mix(column, vocabulary, "A", "empty", "context");
        for (var row = 0; row < 10; row++)
        {
            var cell = column.CellTensor(row);
            Assert.True(cell.Slice(0, 0).ContentsEqual(vocabulary["A"].Slice(row)));
            Assert.Equal(0, cell.Slice(0, 1).Values.ToArray().Sum());
            Assert.True(cell.Slice(0, 2).ContentsEqual(vocabulary["A"].Slice(9)));
        }
        Assert.Equal(0, table.Column<float>("ECout").Values.ToArray().Sum());
        Assert.All(Patterns.ActiveFractions(column), fraction => Assert.Equal(22 / 108f, fraction));

        Patterns.Mix(column, vocabulary, row: 2, from: 5, rows: 3, "empty", "A", "A");
        Assert.True(column.CellTensor(4).Slice(0, 1).ContentsEqual(vocabulary["A"].Slice(7)));
        Assert.True(column.CellTensor(5).Slice(0, 0).ContentsEqual(vocabulary["A"].Slice(5)));
        Assert.Equal(Enumerable.Range(1, 9).Select(row => Patterns.HalfHamming(column.Cell(row), column.Cell(row - 1))), Patterns.DifferencesToPrevious(column));
    }

    [Fact]
    public void Rows_are_shuffled_together_or_each_column_by_itself() => Prop.ForAll(
        (from rows in Gen.Choose(1, 30) from seed in Gen.Choose(0, 999) select (rows, seed)).ToArbitrary(),
        ((int Rows, int Seed) given) =>
        {
            var table = Patterns.RandomBits(given.Rows, [3, 4], 5, given.Seed, "Input", "Output");
            table.AddColumn<int>("Number");
            for (var row = 0; row < given.Rows; row++) { table.Row(row).Set("Number", row); }
            var (together, apart, some) = (table.Clone(), table.Clone(), table.Clone());
            Patterns.Shuffle(together, given.Seed);
            Patterns.ShuffleIndependently(apart, given.Seed, "Number", "Name");
            int[] even = [.. Enumerable.Range(0, given.Rows).Where(row => row % 2 == 0)];
            Patterns.Shuffle(some, even, given.Seed, "Number");
            int[] Numbers(Table shuffled) => shuffled.Column<int>("Number").Values.ToArray();
            return Numbers(together).Order().SequenceEqual(Enumerable.Range(0, given.Rows))
                && Numbers(apart).Order().SequenceEqual(Enumerable.Range(0, given.Rows))
                && Numbers(some).Where((_, row) => row % 2 == 0).Order().SequenceEqual(even)
                && Enumerable.Range(0, given.Rows).All(row =>
                    together.Row(row).Get<string>("Name") == $"row_{Numbers(together)[row]}"
                    && together.Row(row).Cell<float>("Output").SequenceEqual(table.Row(Numbers(together)[row]).Cell<float>("Output"))
                    && apart.Row(row).Cell<float>("Input").SequenceEqual(table.Row(row).Cell<float>("Input"))
                    && (row % 2 == 0 || Numbers(some)[row] == row));
        }).Check(Fixed);

    [Fact]
    public void Independently_shuffled_columns_go_different_ways()
    {
        var table = Patterns.RandomBits(30, [4], 2, 1, "Input");
        table.AddColumn<string>("Other");
        foreach (var row in table.Rows) { row.Set("Other", row.Get<string>("Name")); }
        Patterns.ShuffleIndependently(table, 1);
        Assert.Contains(table.Rows, row => row.Get<string>("Name") != row.Get<string>("Other"));
    }

    [Fact]
    public void Pools_and_units_swap_and_swap_back()
    {
        var pattern = new Tensor<float>([2, 3, 4, 5], [.. Enumerable.Range(0, 120).Select(i => (float)i)]);
        var swapped = Patterns.PoolsAndUnitsSwapped(pattern);
        Assert.Equal([4, 5, 2, 3], swapped.Shape);
        Assert.Equal(pattern[1, 2, 3, 4], swapped[3, 4, 1, 2]);
        Assert.Equal(pattern[0, 1, 2, 0], swapped[2, 0, 0, 1]);
        Assert.True(Patterns.PoolsAndUnitsSwapped(swapped).ContentsEqual(pattern));
        Assert.Throws<ArgumentException>(() => Patterns.PoolsAndUnitsSwapped(new Tensor<float>([4])));
    }

    [Fact]
    public void Wrong_lists_and_mixtures_are_refused_and_change_nothing()
    {
        static string Message(Action act) => Assert.Throws<EmergentException>(act).Message;
        var vocabulary = Ten();
        Assert.Contains("The vocabulary has no list 'AA'. Did you mean 'A'?", Message(() => vocabulary.AddClone("X", "AA")), StringComparison.Ordinal);
        Assert.Contains("already has a list 'A'", Message(() => vocabulary.AddEmpty("A", 3, [2, 2])), StringComparison.Ordinal);
        Assert.Contains("needs a name", Message(() => vocabulary.AddEmpty(" ", 3, [2, 2])), StringComparison.Ordinal);
        Assert.Contains("List 'A' of the vocabulary has no row 10; it has 10, from 0 to 9", Message(() => vocabulary.AddRepeat("X", "A", 10, 3)), StringComparison.Ordinal);
        Assert.Throws<EmergentException>(() => vocabulary.AddSlice("X", "A", 8, 3));
        Assert.Throws<EmergentException>(() => vocabulary.AddDrift("X", "A", -1, 3, 0.1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => vocabulary.AddDrift("X", "A", 0, 3, 1.1, 1));
        Assert.Throws<ArgumentException>(() => vocabulary.AddEmpty("X", 3, [2]));
        Assert.Throws<ArgumentOutOfRangeException>(() => vocabulary.AddEmpty("X", 0, [2, 2]));
        Assert.Contains("takes patterns [rows, units Y, units X]; it was given shape [4]", Message(() => vocabulary.Add("X", new([4]))), StringComparison.Ordinal);
        Assert.Matches(@"List 'X': after 100 passes \d+ pairs of 20 patterns with 2 of 4 units active still differ in fewer than 2",
            Message(() => vocabulary.AddPermutedBinary("X", 20, [2, 2], 0.5, 1, 1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => vocabulary.AddPermutedBinary("X", 3, [2, 2], 1.5, 0, 1));
        vocabulary.AddPermutedBinary("full", 1, [2, 2], 0.75, 0, 1);
        Assert.Contains("a drift of 1 exchanges 3 of 3 active units, but only 1 others are free", Message(() => vocabulary.AddDrift("X", "full", 0, 3, 1, 1)), StringComparison.Ordinal);
        Assert.Contains("cannot join 'A', with pools of shape [6, 6], and 'full', with [2, 2]", Message(() => vocabulary.AddConcatenation("X", "A", "full")), StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => vocabulary.AddConcatenation("X"));
        Assert.False(vocabulary.Contains("X"));

        var column = Patterns.Empty(11, [1, 2, 6, 6], "Input").Column<float>("Input");
        Assert.Contains("has patterns of 1 × 2 pools; 1 lists were named", Message(() => Patterns.Mix(column, vocabulary, "A")), StringComparison.Ordinal);
        Assert.Contains("List 'A' of the vocabulary has 10 rows; column 'Input' needs rows 0 to 10", Message(() => Patterns.Mix(column, vocabulary, "A", "A")), StringComparison.Ordinal);
        Assert.Contains("Pool 1 of column 'Input' has units of shape [6, 6], but list 'full' of the vocabulary has [2, 2]", Message(() => Patterns.Mix(column, vocabulary, 0, 0, 1, "A", "full")), StringComparison.Ordinal);
        Assert.Contains("four dimensions", Message(() => Patterns.Mix(Patterns.Empty(1, [3], "I").Column<float>("I"), vocabulary, "A")), StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => Patterns.Mix(column, vocabulary, 5, 0, 7, "A", "A"));
        Assert.Equal(0, column.Values.ToArray().Sum());

        var table = Patterns.RandomBits(3, [2], 1, 1, "Input");
        Assert.Contains("Did you mean 'Input'?", Message(() => Patterns.Shuffle(table, 1, "Inptu")), StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => Patterns.Shuffle(table, [0, 3], 1));
        Assert.Throws<ArgumentException>(() => Patterns.Shuffle(table, [0, 0], 1));
        var random = new CounterRandom(1, 0, 0);
        Assert.Throws<ArgumentOutOfRangeException>(() => Patterns.PermuteBits(new float[3], 4, ref random));
    }
}
