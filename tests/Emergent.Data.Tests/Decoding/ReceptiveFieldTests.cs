using FsCheck;
using FsCheck.Fluent;

namespace Emergent.Data.Tests;

public class ReceptiveFieldTests
{
    [Fact]
    public void Fields_are_those_of_the_reference()
    {
        var field = new ReceptiveField([2, 2], [2, 3]);
        foreach (var (act, src) in Inputs()) { field.Add(act, src, threshold: 0.3f); }   // not recorded; its sums of the source allow 0.2998 to 0.3015
        var golden = GoldenData.Table("f/actrf.tsv");
        GoldenRows.Near(golden.Select(row => double.Parse(row["SumProd"])), Doubles(field.Sum()));
        GoldenRows.Near(golden.Select(row => double.Parse(row["RF"])), Doubles(field.Average()));
        GoldenRows.Near(golden.Select(row => double.Parse(row["NormRF"])), Doubles(field.Normalized()));
        var source = GoldenData.Table("f/actrf_src.tsv");
        GoldenRows.Near(source.Select(row => double.Parse(row["SumSrc"])), Doubles(field.SourceSum()));
        GoldenRows.Near(source.Select(row => double.Parse(row["NormSrc"])), Doubles(field.SourceShare()));
        Assert.Equal([2, 2, 2, 3], field.Average().Shape);
        Assert.Equal(20, field.Count);
    }

    [Fact]
    public void Running_average_is_that_of_the_reference()
    {
        var field = new ReceptiveField([2, 2], [2, 3]);
        foreach (var (row, (act, src)) in GoldenRows.Of("f/actrf_running.tsv").Zip(Inputs()))
        {
            field.AddToRunningAverage(act, src, tau: float.Parse(row[1]));
            GoldenRows.Near(GoldenRows.Numbers(row, 2), Doubles(field.RunningAverage()));
        }
        Assert.Equal(0, field.Count);
    }

    [Fact]
    public void A_unit_that_follows_one_element_has_its_field_there()
    {
        var fields = new ReceptiveFields();
        for (var trial = 0; trial < 12; trial++)
        {
            var image = new Tensor<float>([4]);
            image[trial % 4] = 1;
            fields.Add("Hidden:Image", new Tensor<float>([2], [image[2], 0.5f]), image);
        }
        Assert.Equal([0f, 0, 1, 0, 0.5f, 0.5f, 0.5f, 0.5f], fields["Hidden:Image"].Average().Values.ToArray());
        Assert.Equal([0f, 0, 1, 0, 0, 0, 0, 0], fields["Hidden:Image"].Normalized().Values.ToArray());
        Assert.Equal([0f, 0, 1, 0, 0, 0, 0, 0], fields.ToTable().Column<float>("Hidden:Image").Cell(0).ToArray());
        fields.Reset();
        Assert.Equal((0, 1), (fields["Hidden:Image"].Count, fields.Names.Count));
        Assert.All(fields.Single().Value.Average().Values.ToArray(), value => Assert.Equal(0, value));
        Assert.Equal(0, new ReceptiveFields().ToTable().RowCount);
    }

    [Fact]
    public void Fields_of_two_runs_add_up_to_the_field_of_both()
    {
        ReceptiveField all = new([2, 2], [2, 3]), first = new([2, 2], [2, 3]), second = new([2, 2], [2, 3]);
        foreach (var (trial, (act, src)) in Inputs().Index())
        {
            all.Add(act, src);
            (trial < 10 ? first : second).Add(act, src);
        }
        first.Add(second);
        GoldenRows.Near(Doubles(all.Average()), Doubles(first.Average()));
        Assert.Equal(20, first.Count);
    }

    [Fact]
    public void What_does_not_fit_is_refused_and_adds_nothing()
    {
        var fields = new ReceptiveFields();
        Tensor<float> act = new([2], [1, 1]), src = new([3], [1, 2, 3]);
        Assert.Contains("source of a receptive field need all values; element 1 is NaN", Assert.Throws<EmergentException>(() => fields.Add("A:B", act, new Tensor<float>([2], [1, float.NaN]))).Message, StringComparison.Ordinal);
        Assert.Empty(fields.Names);
        fields.Add("A:B", act, src);
        Assert.Contains("activations of this receptive field have shape [2]; the tensor has [3]", Assert.Throws<EmergentException>(() => fields.Add("A:B", src, src)).Message, StringComparison.Ordinal);
        Assert.Contains("no receptive field 'A:C'. Did you mean 'A:B'?", Assert.Throws<EmergentException>(() => fields["A:C"]).Message, StringComparison.Ordinal);
        Assert.Contains("needs a name", Assert.Throws<EmergentException>(() => fields.Add(" ", act, src)).Message, StringComparison.Ordinal);
        Assert.Contains("over a source [3] cannot take one of [3]", Assert.Throws<EmergentException>(() => fields["A:B"].Add(new ReceptiveField([3], [3]))).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => fields["A:B"].Add(act, src, float.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => fields["A:B"].AddToRunningAverage(act, src, tau: 0.5f));
        Assert.Equal(1, fields["A:B"].Count);
        Assert.Equal([1f, 1, 1, 1, 1, 1], fields["A:B"].Average().Values.ToArray());
    }

    private static IEnumerable<(Tensor<float> Act, Tensor<float> Src)> Inputs() => GoldenRows.Of("f/actrf_inputs.tsv").Select(row =>
    {
        float[] numbers = [.. row[1..].Select(float.Parse)];
        return (new Tensor<float>([2, 2], numbers[..4]), new Tensor<float>([2, 3], numbers[4..]));
    });

    private static IEnumerable<double> Doubles(Tensor<float> tensor) => tensor.Values.ToArray().Select(value => (double)value);

    [Fact]
    public void Field_is_the_mean_activity_weighted_by_the_source() => Prop.ForAll(GoldenRows.Rows(1, 8, 5, 5).ToArbitrary(), rows =>
    {
        var field = new ReceptiveField([2], [3]);
        float[][] trials = [.. Enumerable.Range(0, rows.Shape[0]).Select(r => rows.Slice(r).Values.ToArray().Select(x => (float)Math.Abs(x)).ToArray())];
        foreach (var trial in trials) { field.Add(new Tensor<float>([2], trial[..2]), new Tensor<float>([3], trial[2..]), threshold: 2); }
        return Enumerable.Range(0, 2).All(unit => Enumerable.Range(0, 3).All(element =>
        {
            var shown = trials.Where(t => t[2 + element] >= 2).ToList();
            var expected = shown.Count == 0 ? 0 : shown.Sum(t => t[unit] * t[2 + element]) / shown.Sum(t => t[2 + element]);
            return Math.Abs(field.Average()[unit, element] - expected) < 1e-4 && field.Normalized()[unit, element] is >= 0 and <= 1;
        }));
    }).Check(GoldenRows.Fixed);
}
