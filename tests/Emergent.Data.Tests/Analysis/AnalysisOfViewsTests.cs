namespace Emergent.Data.Tests;

/// <summary>Whatever is computed of some rows of a table is what a table of these rows alone gives.</summary>
public class AnalysisOfViewsTests
{
    private static readonly Tensor Probe = GoldenRows.Data()["Vec"].CellTensor(9);

    public static TheoryData<string> Analyses => [.. Computed.Keys];

    private static readonly Dictionary<string, Func<TableView, Table>> Computed = new()
    {
        ["closest row"] = rows => OneRow(Metrics.ClosestRow(rows, "Vec", Probe, Metric.Cosine)),
        ["similarity matrix"] = rows => SimilarityMatrix.Of(rows, "Vec", Metric.Correlation, labels: "Grp").ToTable(),
        ["principal components"] = rows => PrincipalComponents.Of(rows, "Vec").ToTable(),
        ["singular values"] = rows => PrincipalComponents.OfSingularValues(rows, "Vec", Metric.Correlation).ToTable(),
        ["projection"] = rows => PrincipalComponents.Of(GoldenRows.Data(), "Vec").Projection(rows, "Vec", components: 3, labels: "Name"),
        ["clusters"] = rows => Clusters.Of(SimilarityMatrix.Of(rows, "Vec", Metric.Euclidean, labels: "Name"), Linkage.Average).ToTable(),
        ["histogram"] = rows => Histogram.Of(rows, "Vec", bins: 4).ToTable(),
        ["smoothing"] = rows => Smoothing.SmoothedTable(rows, halfSize: 2),
        ["windows"] = rows => Sequences.Windows(rows, Statistic.Max, 3),
        ["sliding windows"] = rows => Sequences.SlidingWindows(rows, Statistic.Median, 3, "Vec"),
        ["differences"] = rows => Sequences.Differences(rows, lag: 2),
        ["lagged"] = rows => Sequences.Lagged(rows, lag: 2),
        ["one-hot code"] = rows => OneRow(string.Join(",", OneHot.Of(rows, "Name").Categories)),
        ["Arrow stream"] = rows => ThroughFile(rows, ArrowStream.Save, ArrowStream.Load),
        [".npz file"] = rows => ThroughFile(rows, (view, path) => NpzFile.Save(view, path), NpzFile.LoadTable),
        ["description"] = rows => Statistics.Describe(rows, "Val", "Vec"),
    };

    [Theory, MemberData(nameof(Analyses))]
    public void A_filtered_and_sorted_view_gives_what_a_table_of_its_rows_gives(string analysis)
    {
        var data = GoldenRows.Data();
        data.MetaData["precision"] = "9";
        var view = data.View().Where("Grp", "b", exclude: true).OrderByDescending("Val").Append(data.View().Take(2));
        var (ofView, ofTable, ofAll) = (Text(Computed[analysis](view)), Text(Computed[analysis](view.ToTable())), Text(Computed[analysis](data)));
        Assert.Equal(ofTable, ofView);
        Assert.NotEqual(ofAll, ofView);
    }

    [Fact]
    public void A_row_that_is_closest_is_one_of_the_table_that_the_view_is_of()
    {
        var data = GoldenRows.Data();
        var (row, _) = Metrics.ClosestRow(data.View().Reverse(), "Vec", Probe, Metric.Euclidean);
        Assert.Equal(data.Row(9), row);
        Assert.NotEqual(9, Metrics.ClosestRow(data.View().Where(r => r.Index != 9), "Vec", Probe, Metric.Euclidean).Row.Index);
    }

    [Fact]
    public void Views_whose_rows_were_deleted_are_refused()
    {
        var data = GoldenRows.Data();
        var view = data.View();
        data.DeleteRows(3, 5);
        Assert.All(Computed.Where(c => c.Key != "projection"), computed =>
            Assert.Contains("rows were deleted since", Assert.Throws<EmergentException>(() => computed.Value(view)).Message, StringComparison.Ordinal));
    }

    private static Table ThroughFile(TableView rows, Action<TableView, string> save, Func<string, Table> load)
    {
        var path = Path.GetTempFileName();
        try
        {
            save(rows, path);
            var table = load(path);
            table.Name = "Loaded";
            return table;
        }
        finally { File.Delete(path); }
    }

    private static Table OneRow(params ReadOnlySpan<object?> cells)
    {
        var table = new Table("Row");
        table.AddColumn<string>("Cells");
        table.Add(string.Join(" ", cells.ToArray().Select(cell => cell is ValueTuple<Row, double> closest ? $"{closest.Item1["Name"]} {closest.Item2:R}" : $"{cell}")));
        return table;
    }

    private static string Text(Table table)
    {
        using var writer = new StringWriter();
        table.Write(writer);
        return $"{string.Join(",", table.MetaData)}\n{writer}";
    }
}
