namespace Emergent.Data.Tests;

/// <summary>The examples of docs/tables.md, compiled and run; a test sees to it that the page shows these lines.</summary>
public sealed class TablesPageTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("emergent-page").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Examples_of_the_page_do_what_it_says()
    {
        var training = $"{_folder}/training.tsv";
        var names = $"{_folder}/names.csv";
        var path = $"{_folder}/log.tsv";

        var log = new Table("Training");
        log.AddColumn<int>("Run");
        log.AddColumn<int>("Epoch");
        log.AddColumn<double>("SSE");
        log.AddColumn<float>("HiddenAct", [2, 2]);
        log.Add(0, 0, 6.5, new float[] { 0.1f, 0.9f, 0, 0.4f });
        log.Add(0, 1, 2.25, new float[] { 0.2f, 0.8f, 0, 0.5f });
        log.Add(1, 0, 7.5, new float[] { 0, 0.7f, 0.1f, 0.3f });
        log.Add(1, 1, null, null);                     // null is a null cell: NaN in a column of fractions
        var sse = log.Row(0).Get<double>("SSE");
        log.Row(0)["SSE"] = sse / 2;
        var act = log.Column<float>("HiddenAct").CellTensor(0)[1, 1];
        Console.Write(log);

        Assert.Equal((6.5, 3.25, 0.4f), (sse, log.Row(0)["SSE"], act));
        Assert.Contains($"```\n{log}```", Repository.Read("docs/tables.md"), StringComparison.Ordinal);

        TableView late = log.View().Where<int>("Epoch", epoch => epoch > 0).WithoutNulls("SSE");
        TableView best = log.View().OrderBy("SSE").Take(2);
        TableView runs = log.View().OrderByDescending("Epoch").OrderBy("Run");   // by run, and within it by falling epoch
        double[] errors = best.Numbers("SSE");
        Table copy = late.ToTable("Late");
        TableGroups parts = log.View().Split([("train", 0.75), ("test", 0.25)], seed: 1);

        Assert.Equal([2.25, 3.25], errors);
        Assert.Equal(1, copy.RowCount);
        Assert.Equal([1, 0, 3, 2], runs.RowIndices.ToArray());
        Assert.Equal(3, parts["train"].View.RowCount);

        TableGroups byEpoch = log.View().GroupBy("Epoch").Aggregate("SSE", Statistic.Mean, Statistic.Sem).Aggregate("HiddenAct", Statistic.Max);
        Table means = byEpoch.ToTable();              // Epoch, SSE:Mean, SSE:Sem, HiddenAct:Max
        double first = means.Row(0).Get<double>("SSE:Mean");
        foreach (var group in byEpoch) { Console.WriteLine($"epoch {group["Epoch"]}: {group.View.RowCount} runs"); }
        var hits = log.View().GroupBy("Run").Aggregate("SSE", "Below3", values => Statistics.ProportionIf(values, v => v < 3)).ToTable();

        Assert.Equal(["Epoch", "SSE:Mean", "SSE:Sem", "HiddenAct:Max"], means.Columns.Select(c => c.Name));
        Assert.Equal((3.25 + 7.5) / 2, first);
        Assert.Equal([0.5, 0], hits.View().Numbers("SSE:Below3"));

        double mean = Statistics.Of(log, "SSE", Statistic.Mean);
        double[] quantiles = Statistics.Quantiles(log.View().Numbers("SSE"), 0.05, 0.5, 0.95);
        Table description = Statistics.Describe(log, "SSE", "HiddenAct");   // a row for each of Count, Mean, Std, …
        MinMax<double> range = MinMax<double>.Of(quantiles);

        Assert.Equal((13.0 / 3, 9, 3.25), (mean, description.RowCount, Statistics.Quantile(log.View().Numbers("SSE"), 0.5)));
        Assert.Equal(quantiles[2] - quantiles[0], range.Range);

        var conditions = new Table("Conditions");
        conditions.AddColumn<int>("Run");
        conditions.AddColumn<string>("Lesion");
        conditions.Add(0, "none");
        conditions.Add(1, "hidden");
        Table joined = log.View().Join(conditions, JoinKind.Left, "Run");             // Run, Epoch, SSE, HiddenAct, Lesion
        Table wide = log.View().Pivot("Run", "SSE", "Epoch");                         // Epoch, and a column of SSE for each run
        Table longForm = wide.View().Melt("Run", "SSE", "0", "1");                     // a row for each epoch and run again

        Assert.Equal("hidden", joined.Row(2)["Lesion"]);
        Assert.Equal(["Epoch", "0", "1"], wide.Columns.Select(c => c.Name));
        Assert.Equal(4, longForm.RowCount);

        log.Save(training);                                                // emergent's typed header
        log.Save(names, header: HeaderStyle.Plain);                        // names alone, for other programs
        Table typed = Table.Load(training);
        Table guessed = Table.Load(names);                                 // each column int, long, double, bool or string
        Table all = TableFiles.Concatenate([training, training]);          // as 'emergent cat' does
        using (var growing = new TableLog(log, path)) { growing.Write(log.Row(0)); }

        TableTests.AssertSame(log, typed);
        Assert.Equal(["Run", "Epoch", "SSE", "HiddenAct_0_0", "HiddenAct_0_1", "HiddenAct_1_0", "HiddenAct_1_1"], guessed.Columns.Select(c => c.Name));
        Assert.Equal((8, 1), (all.RowCount, Table.Load(path).RowCount));
    }

    [Fact]
    public void Every_example_of_the_page_stands_here() => PageExamples.AssertStandIn("docs/tables.md", "tests/Emergent.Data.Tests/Tables/TablesPageTests.cs", count: 6);
}
