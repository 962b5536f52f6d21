using System.Globalization;
using Emergent.Data;
using FsCheck;
using FsCheck.Fluent;

namespace Emergent.Networks.Tests;

public class PopulationCodeTests
{
    private const float Tolerance = 1e-6f;
    private static readonly Config Fixed = Config.QuickThrowOnFailure.WithReplay(20, 7);

    /// <summary>The fields of each row, since the pattern at the end of a row has as many as there are units.</summary>
    private static List<string[]> Rows(string file)
    {
        using var reader = GoldenData.OpenText(GoldenData.Find(file) ?? throw new FileNotFoundException($"There is no golden file {file}."));
        reader.ReadLine();
        var rows = new List<string[]>();
        while (reader.ReadLine() is { } line) { rows.Add(line.Split('\t')); }
        Assert.NotEmpty(rows);
        return rows;
    }

    private static float Number(string text) => float.Parse(text, CultureInfo.InvariantCulture);

    private static float[] Numbers(string[] row, int from) => [.. row[from..].Select(Number)];

    private static void AssertNear(float[] expected, float[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (var i = 0; i < expected.Length; i++) { Assert.Equal(expected[i], actual[i], Tolerance); }
    }

    private static PopulationCode OneDimension(string[] row) => new() { Code = row[0] == "0" ? TuningCurve.GaussBump : TuningCurve.Localist, Clip = row[1] == "1" };

    [Fact]
    public void Patterns_and_values_of_one_dimension_are_those_of_the_reference()
    {
        var patterns = Rows("f/popcode1d_encode.tsv").ToDictionary(row => (row[0], row[1], row[2], row[3]), row => Numbers(row, 4));
        foreach (var (key, expected) in patterns)
        {
            AssertNear(expected, OneDimension([key.Item1, key.Item2]).Encode(Number(key.Item4), expected.Length));
        }
        foreach (var row in Rows("f/popcode1d_decode.tsv"))
        {
            var code = OneDimension(row);
            (code.Thr, code.MinSum) = (Number(row[4]), Number(row[5]));
            Assert.Equal(Number(row[6]), code.Decode(patterns[(row[0], row[1], row[2], row[3])]), Tolerance);
        }
    }

    [Fact]
    public void Peaks_are_those_of_the_reference_where_it_finds_what_was_encoded()
    {
        var code = new PopulationCode { Min = -0.25f, Max = 1.25f, Sigma = 0.1f };
        foreach (var row in Rows("f/popcode1d_npeaks.tsv"))
        {
            var expected = Numbers(row, 6);
            var pattern = code.Encode(Number(row[0]), int.Parse(row[2], CultureInfo.InvariantCulture));
            code.Encode(pattern, Number(row[1]), add: true);
            AssertNear(expected, pattern);

            var peaks = code.DecodePeaks(pattern, count: 2, width: int.Parse(row[3], CultureInfo.InvariantCulture)).Order().ToArray();
            Assert.Equal([Number(row[0]), Number(row[1])], peaks, (a, b) => MathF.Abs(a - b) < 0.02f);
            if (row[0] == "0.1") { AssertNear([Number(row[4]), Number(row[5])], peaks); }
        }
    }

    [Fact]
    public void Peaks_of_the_reference_are_the_units_of_the_highest_means_or_of_none_where_NaN_breaks_its_sort()
    {
        var code = new PopulationCode { Min = -0.25f, Max = 1.25f, Sigma = 0.1f };
        foreach (var row in Rows("f/popcode1d_npeaks.tsv"))
        {
            var pattern = Numbers(row, 6);
            var peaks = ReferencePeaks(code, pattern, width: int.Parse(row[3], CultureInfo.InvariantCulture));
            var first = (row[0], row[1]) switch
            {
                ("0.1", "0.9") => [3, 11],
                ("0.2", "0.7") => [10, 9],   // both of the peak at 0.7: unit 11, below Thr, does not lower the mean of unit 10
                _ => (int[])[6, 7],
            };
            if (row[0] == "0")
            {
                // Go 1.19's sort, to which NaN is neither above nor below, leaves two empty windows in front.
                Assert.Equal([6, 7, 8], peaks.Where(p => float.IsNaN(p.Mean)).Select(p => p.Unit).Order());
            }
            else { Assert.Equal(first, peaks[..2].Select(p => p.Unit)); }
            AssertNear([Number(row[4]), Number(row[5])], [.. first.Select(unit => peaks.Single(p => p.Unit == unit).Value)]);
        }
    }

    /// <summary>The reference's rule: units by falling mean of those in their window that reach Thr, NaN last, each with the value that its window stands for.</summary>
    private static (int Unit, float Mean, float Value)[] ReferencePeaks(PopulationCode code, float[] pattern, int width)
    {
        var centres = code.Values(pattern.Length);
        var peaks =
            from unit in Enumerable.Range(0, pattern.Length)
            let window = Enumerable.Range(unit - width, 2 * width + 1).Where(i => i >= 0 && i < pattern.Length && pattern[i] >= code.Thr).ToList()
            let sum = window.Sum(i => pattern[i])
            select (Unit: unit, Mean: sum / window.Count, Value: window.Sum(i => centres[i] * pattern[i]) / MathF.Max(sum, code.MinSum));
        return [.. peaks.OrderByDescending(p => p.Mean)];
    }

    [Fact]
    public void Ring_patterns_and_values_are_those_of_the_reference()
    {
        foreach (var row in Rows("f/popcode_ring.tsv"))
        {
            var code = new RingCode { Min = Number(row[0]), Max = Number(row[1]), Sigma = Number(row[2]) };
            var expected = Numbers(row, 6);
            AssertNear(expected, code.Encode(Number(row[4]), expected.Length));
            // Relative, since numbers near 360 have steps of 3e-5; the reference's 359.99997 may be 0 as well.
            var decoded = code.Decode(expected);
            Assert.Equal(Number(row[5]), decoded, tolerance: Tolerance * 360);
        }
    }

    [Fact]
    public void Patterns_and_values_of_two_dimensions_are_those_of_the_reference()
    {
        foreach (var row in Rows("f/popcode2d.tsv"))
        {
            var code = new PopulationCode2D
            {
                Code = row[0] == "0" ? TuningCurve.GaussBump : TuningCurve.Localist,
                Clip = row[1] == "1",
                WrapX = row[2] == "1",
                WrapY = row[3] == "1",
            };
            var expected = Numbers(row, 10);
            var pattern = new Tensor<float>([int.Parse(row[4], CultureInfo.InvariantCulture), int.Parse(row[5], CultureInfo.InvariantCulture)]);
            code.Encode(pattern, new(Number(row[6]), Number(row[7])));
            AssertNear(expected, pattern.Values.ToArray());
            var decoded = code.Decode(pattern);
            Assert.Equal(Number(row[8]), decoded.X, Tolerance);
            Assert.Equal(Number(row[9]), decoded.Y, Tolerance);
        }
    }

    [Fact]
    public void Centres_go_from_the_first_value_to_the_last()
    {
        Assert.Equal([-0.5f, 0, 0.5f, 1, 1.5f], new PopulationCode().Values(5));
        var (x, y) = new PopulationCode2D { Max = new(1.5f, 0.5f) }.Values([3, 2]);
        Assert.Equal([-0.5f, 1.5f], x);
        Assert.Equal([-0.5f, 0, 0.5f], y);
    }

    [Fact]
    public void Values_within_the_range_come_back() => Prop.ForAll(
        (from value in Gen.Choose(0, 1000) from units in Gen.Choose(8, 40) select (value / 1000f, units)).ToArbitrary(),
        ((float Value, int Units) given) =>
        {
            var code = new PopulationCode();
            return MathF.Abs(code.Decode(code.Encode(given.Value, given.Units)) - given.Value) < 0.03f;
        }).Check(Fixed);

    [Fact]
    public void Localist_values_come_back_exactly_wherever_they_are() => Prop.ForAll(
        (from value in Gen.Choose(-500, 1500) from units in Gen.Choose(2, 40) select (value / 1000f, units)).ToArbitrary(),
        ((float Value, int Units) given) =>
        {
            var code = new PopulationCode { Code = TuningCurve.Localist, Thr = 0 };
            var pattern = code.Encode(given.Value, given.Units);
            return MathF.Abs(code.Decode(pattern) - given.Value) < 1e-5f && MathF.Abs(pattern.Sum() - 1) < 1e-4f;
        }).Check(Fixed);

    [Fact]
    public void Angles_come_back_within_the_spacing_of_units() => Prop.ForAll(
        (from angle in Gen.Choose(0, 359) from units in Gen.Choose(24, 72) select (angle, units)).ToArbitrary(),
        ((int Angle, int Units) given) =>
        {
            var code = new RingCode { Sigma = 0.15f };
            var error = MathF.Abs(code.Decode(code.Encode(given.Angle, given.Units)) - given.Angle);
            return MathF.Min(error, 360 - error) < 360f / (given.Units - 1);
        }).Check(Fixed);

    [Fact]
    public void Places_within_the_range_come_back() => Prop.ForAll(
        (from x in Gen.Choose(0, 1000) from y in Gen.Choose(0, 1000) from wraps in Gen.Elements(true, false) select (x / 1000f, y / 1000f, wraps)).ToArbitrary(),
        ((float X, float Y, bool Wraps) given) =>
        {
            var code = new PopulationCode2D { WrapX = given.Wraps };
            var sheet = new Tensor<float>([12, 12]);
            code.Encode(sheet, new(given.X, given.Y));
            var place = code.Decode(sheet);
            return MathF.Abs(place.X - given.X) < 0.05f && MathF.Abs(place.Y - given.Y) < 0.05f;
        }).Check(Fixed);

    [Fact]
    public void Two_values_far_apart_are_both_found() => Prop.ForAll(
        (from a in Gen.Choose(0, 400) from b in Gen.Choose(800, 1200) select (a / 1000f, b / 1000f)).ToArbitrary(),
        ((float A, float B) given) =>
        {
            var code = new PopulationCode { Sigma = 0.08f };
            var pattern = code.Encode(given.A, 25);
            code.Encode(pattern, given.B, add: true);
            var peaks = code.DecodePeaks(pattern, 2).Order().ToArray();
            return peaks.Length == 2 && MathF.Abs(peaks[0] - given.A) < 0.03f && MathF.Abs(peaks[1] - given.B) < 0.03f;
        }).Check(Fixed);

    [Fact]
    public void Two_places_far_apart_are_both_found() => Prop.ForAll(
        (from x1 in Gen.Choose(0, 300) from y1 in Gen.Choose(0, 1000) from x2 in Gen.Choose(700, 1000) from y2 in Gen.Choose(0, 1000) select (new XyF(x1 / 1000f, y1 / 1000f), new XyF(x2 / 1000f, y2 / 1000f))).ToArbitrary(),
        ((XyF A, XyF B) given) =>
        {
            var code = new PopulationCode2D { Sigma = new(0.08f, 0.08f) };
            var sheet = new Tensor<float>([25, 25]);
            code.Encode(sheet, given.A);
            code.Encode(sheet, given.B, add: true);
            var places = code.DecodePeaks(sheet, 2).OrderBy(p => p.X).ToArray();
            return places.Length == 2 && Near(places[0], given.A) && Near(places[1], given.B);

            static bool Near(XyF a, XyF b) => MathF.Abs(a.X - b.X) < 0.05f && MathF.Abs(a.Y - b.Y) < 0.05f;
        }).Check(Fixed);

    [Fact]
    public void Two_places_are_both_found_the_stronger_first()
    {
        var code = new PopulationCode2D { Sigma = new(0.08f, 0.08f) };
        var sheet = new Tensor<float>([25, 25]);
        code.Encode(sheet, new(1, 0));
        foreach (ref var unit in sheet.Values) { unit *= 0.8f; }
        code.Encode(sheet, new(0, 1), add: true);
        var places = code.DecodePeaks(sheet, count: 5);
        Assert.Equal(2, places.Length);
        Assert.Equal((0, 1), (MathF.Round(places[0].X, 1), MathF.Round(places[0].Y, 1)));
        Assert.Equal((1, 0), (MathF.Round(places[1].X, 1), MathF.Round(places[1].Y, 1)));
    }

    [Fact]
    public void Angles_beyond_the_range_are_those_they_come_round_to()
    {
        var code = new RingCode();
        AssertNear(code.Encode(330, 24), code.Encode(-30, 24));
        AssertNear(code.Encode(10, 24), code.Encode(730, 24));
        Assert.Equal(0, code.Decode(new float[24]));
        Assert.Equal(90, code.DecodePeaks(code.Encode(90, 25), 3).Single(), tolerance: 1f);
    }

    [Fact]
    public void Silence_and_noise_below_the_threshold_stand_for_nothing()
    {
        var code = new PopulationCode();
        Assert.Equal(0, code.Decode(new float[12]));
        Assert.Equal(0, code.Decode([0.05f, 0.09f, 0.05f]));
        Assert.Empty(code.DecodePeaks(new float[12], 3));
        Assert.Empty(code.DecodePeaks([0.05f, 0.09f, 0.05f], 3));
        Assert.Equal(new XyF(0, 0), new PopulationCode2D { WrapY = true }.Decode(new Tensor<float>([4, 4])));
        Assert.Empty(new PopulationCode2D().DecodePeaks(new Tensor<float>([4, 4]), 2));
    }

    [Fact]
    public void Wrong_units_values_and_parameters_are_refused()
    {
        var code = new PopulationCode();
        Assert.Contains("needs at least two units, for a value lies between two; there is 1", Assert.Throws<ArgumentException>(() => code.Encode(0.5f, 1)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => code.Decode([]));
        Assert.Throws<ArgumentException>(() => code.DecodePeaks([1], 1));
        Assert.Throws<ArgumentException>(() => code.Values(1));
        Assert.Contains("NaN cannot be encoded", Assert.Throws<ArgumentException>(() => code.Encode(float.NaN, 5)).Message, StringComparison.Ordinal);
        Assert.Contains("A ring code needs at least two units", Assert.Throws<ArgumentException>(() => new RingCode().Encode(1, 0)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new RingCode().Encode(float.PositiveInfinity, 5));
        Assert.Contains("has Sigma 0; it is a width above 0", Assert.Throws<EmergentException>(() => new PopulationCode { Sigma = 0 }.Encode(0.5f, 5)).Message, StringComparison.Ordinal);
        Assert.Contains("Min has to be below Max", Assert.Throws<EmergentException>(() => new PopulationCode { Min = 2 }.Decode([1, 1])).Message, StringComparison.Ordinal);

        var sheet = new PopulationCode2D();
        Assert.Contains("needs units of two dimensions, [rows, columns]; shape [4] was given", Assert.Throws<ArgumentException>(() => sheet.Encode(new([4]), new(0, 0))).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => sheet.Decode(new([4, 1])));
        Assert.Throws<ArgumentException>(() => sheet.Encode(new([4, 4]), new(0, float.NaN)));
        Assert.Throws<EmergentException>(() => new PopulationCode2D { Sigma = new(1, 0) }.Decode(new([4, 4])));
    }
}
