namespace Emergent.Data.Tests;

/// <summary>The examples of docs/analysis.md: compiled and run here, and shown there word for word.</summary>
public class AnalysisExamples
{
    [Fact]
    public void Examples_of_the_page_are_these() => PageExamples.AssertStandIn("docs/analysis.md", "tests/Emergent.Data.Tests/Analysis/AnalysisExamples.cs", count: 15);

    [Fact]
    public void Metrics_of_vectors()
    {
        var table = GoldenRows.Data();
        var probe = table["Vec"].CellTensor(9);
        double[] target = [1, 0, 1, 0], output = [0.9, 0.3, 0.2, 0];
        var error = Metrics.Of(target, output, Metric.SumSquares);
        var (row, distance) = Metrics.ClosestRow(table, "Vec", probe, Metric.Euclidean);
        Console.WriteLine($"{error:F2}; closest to the probe is {row.Get<string>("Name")}, {distance:F3} away");
        Assert.Equal(0.74, error, 1e-12);
        Assert.Equal(9, row.Index);
    }

    [Fact]
    public void Matrices() => WithFile(path =>
    {
        var table = GoldenRows.Data();
        var prototypes = new Tensor<double>([3, 5], [1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 1, 0, 0]);
        Similarity(table, prototypes, path);
        Assert.Equal(14, Table.Load(path).RowCount);
    });

    [Fact]
    public void Components()
    {
        var table = GoldenRows.Data();
        var components = PrincipalComponents.Of(table, "Vec", Metric.Covariance);
        var plane = components.Projection(table, "Vec", components: 2, labels: "Name");
        Console.WriteLine($"{components.VarianceShare(0, 2):P0} of the variance lies in the plane of {plane.RowCount} points");
        Assert.Equal(0.864, components.VarianceShare(0, 2), 1e-3);
    }

    [Fact]
    public void Cluster_trees()
    {
        var table = GoldenRows.Data();
        var distances = SimilarityMatrix.Of(table, "Vec", Metric.Euclidean, labels: "Name");
        var clusters = Clusters.Of(distances, Linkage.Average);
        var lines = Dendrogram.Of(clusters).ToTable();
        int[] groups = clusters.Assignments(3);
        Console.WriteLine($"last merge at {clusters.Root.Distance:F3}; {lines.RowCount} points; row 0 is in group {groups[0]} of 3");
        Assert.Equal((109, 0, 2), (lines.RowCount, groups[0], groups.Max()));
    }

    [Fact]
    public void Histograms()
    {
        var table = GoldenRows.Data();
        var histogram = Histogram.Of(table, "Val", bins: 8, min: -1, max: 3);
        Console.WriteLine($"{string.Join(' ', histogram.Counts)}, and {histogram.Outside} outside");
        Assert.Equal(14, histogram.Counts.Sum());
    }

    [Fact]
    public void Smooth_series()
    {
        var table = GoldenRows.Data();
        var smooth = Smoothing.SmoothedTable(table, halfSize: 3, sigma: 0.5, "Val");
        double[] kernel = Smoothing.GaussianKernel(halfSize: 2), series = Smoothing.Convolution([0, 0, 1, 0, 0], kernel);
        Console.WriteLine($"{smooth.RowCount} rows; {series[2]:F3}");
        Assert.Equal(kernel[2], series[2]);
    }

    [Fact]
    public void Normalized_tensors()
    {
        var table = GoldenRows.Data();
        Tensor<float> weights = new([2, 2], [3, 4, 6, 8]), image = new([2], [5, 7]);
        Normalization.ZScore(table["Vec"].AllCells, inner: 1);           // each element over all rows
        Normalization.DivideBy(weights, Statistic.L2, outer: 1);         // each row to length 1
        Normalization.Unit(image);                                       // from 0 to 1
        Assert.Equal([0.6f, 0.8f, 0.6f, 0.8f, 0, 1], [.. weights.Values, .. image.Values]);
    }

    [Fact]
    public void One_hot_codes()
    {
        var table = GoldenRows.Data();
        var code = OneHot.Of(table, "Grp");
        code.AddEncoded(table, "Grp", "GrpCode");
        var back = code.Decode(table["GrpCode"].CellTensor(0));
        Console.WriteLine($"{string.Join(' ', code.Categories)}: row 0 is {back}");
        Assert.Equal("b", back);
    }

    [Fact]
    public void Rows_in_time()
    {
        var table = GoldenRows.Data();
        var coarse = Sequences.Windows(table, Statistic.Mean, 5);        // a row for each five
        var running = Sequences.SlidingWindows(table, Statistic.Mean, 10, "Val");
        var changes = Sequences.Differences(table, lag: 1, "Val");
        var lagged = Sequences.Lagged(table, lag: 1, "Vec");             // adds Vec-1, the row before
        Console.WriteLine($"{coarse.RowCount} {running.RowCount} {changes.RowCount} {lagged.Columns.Count}");
        Assert.Equal((3, 14, 14, 5), (coarse.RowCount, running.RowCount, changes.RowCount, lagged.Columns.Count));
    }

    [Fact]
    public void Decoders()
    {
        var table = WithActivations();
        var decoder = new SoftMaxDecoder(inputs: 5, "a", "b", "c");
        foreach (var trial in table.Rows)
        {
            decoder.Decode(trial.Cell<float>("Act"));
            decoder.Train(trial.Get<string>("Grp"));
        }
        Console.WriteLine($"{decoder.Classes[decoder.Sorted()[0]]}: {decoder.Probabilities[decoder.Sorted()[0]]:F2}");
        Assert.Equal(1, decoder.Probabilities.ToArray().Sum(), 1e-6);
    }

    [Fact]
    public void Confusion_matrices() => WithFile(path =>
    {
        Confusion(path);
        Assert.Equal(2, ConfusionMatrix.Load(path).Total);
    });

    [Fact]
    public void Receptive_fields()
    {
        var table = WithActivations();
        var fields = new ReceptiveFields();
        foreach (var trial in table.Rows) { fields.Add("Hidden:Vec", table["Act"].CellTensor(trial.Index), table["Vec"].CellTensor(trial.Index), threshold: 0.01f); }
        var field = fields["Hidden:Vec"].Normalized();
        Console.WriteLine(field.Shape);
        Assert.Equal([5, 5], field.Shape);
    }

    [Fact]
    public void Rings()
    {
        float[] values = [.. Enumerable.Range(0, 130)];
        var ring = new RingIndex(capacity: 100);
        var last100 = new float[ring.Capacity];
        foreach (var value in values)
        {
            ring.Add();
            last100[ring.Last] = value;
        }
        Console.WriteLine($"{ring.Count} values, the oldest {last100[ring[0]]}");
        Assert.Equal(30, last100[ring[0]]);
    }

    private static void Similarity(Table table, Tensor prototypes, string path)
    {
        var matrix = SimilarityMatrix.Of(table, "Vec", Metric.Correlation, labels: "Grp");
        matrix.ToTable(blankRepeats: true).Save(path);
        var between = SimilarityMatrix.Of(table["Vec"].AllCells, prototypes, Metric.Cosine);
        Console.WriteLine($"rows 0 and 1: {matrix[0, 1]:F3}; row 0 and prototype 2: {between[0, 2]:F3}");
    }

    [Fact]
    public void Edges_of_a_sheet()
    {
        var sheet = new float[5, 5];
        for (var x = -1; x <= 1; x++) { sheet[2, Edges.Wrap(4 + x, 5)] = Curves.Gaussian(x, sigma: 1); }   // columns 3, 4 and 0
        Console.WriteLine($"{sheet[2, 0]:F2}, {Edges.WrappedDistance(0, 4, 5)} apart");
        Assert.Equal((1, 0), (sheet[2, 4], sheet[2, 1]));
        Assert.Equal(sheet[2, 3], sheet[2, 0]);
    }

    [Fact]
    public void Times_of_repetitions()
    {
        var table = GoldenRows.Data();
        var timer = new AverageTimer();
        for (var repetition = 0; repetition < 3; repetition++)
        {
            timer.Start();
            PrincipalComponents.Of(table, "Vec");
            timer.Stop();
        }
        Console.WriteLine($"{timer.Average.TotalMilliseconds:F1} ms, the mean of {timer.Count}");
        Assert.Equal(3, timer.Count);
    }

    private static void Confusion(string path)
    {
        var confusion = new ConfusionMatrix("cat", "dog", "bird");
        confusion.Add(actual: "cat", predicted: "dog");
        confusion.Add(actual: "dog", predicted: "dog");
        var dog = confusion.Scores(1);
        Console.WriteLine($"accuracy {confusion.Accuracy}, precision for dog {dog.Precision}, recall {dog.Recall}");
        confusion.Save(path);
    }

    private static void WithFile(Action<string> use)
    {
        var path = Path.Combine(Path.GetTempPath(), $"analysis-{Guid.NewGuid():N}.tsv");
        try { use(path); }
        finally { File.Delete(path); }
    }

    private static Table WithActivations()
    {
        var table = GoldenRows.Data();
        var act = table.AddColumn<float>("Act", [5]);
        for (var i = 0; i < act.Values.Length; i++) { act.Values[i] = (float)table.Column<double>("Vec").Values[i]; }
        return table;
    }
}
