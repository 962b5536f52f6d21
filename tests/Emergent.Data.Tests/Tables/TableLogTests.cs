namespace Emergent.Data.Tests;

public sealed class TableLogTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("emergent-log").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string PathOf(string name) => Path.Combine(_folder, name);

    [Fact]
    public void Log_can_be_read_while_it_grows_and_never_shows_half_a_row()
    {
        var table = new Table("Training", "Epoch", "SSE");
        using var log = new TableLog(table, PathOf("log.tsv"));
        Assert.Equal(0, Table.Load(PathOf("log.tsv")).RowCount);
        for (var epoch = 0; epoch < 20; epoch++)
        {
            log.Write(table.Add(epoch, 1.0 / (epoch + 1)));
            TableTests.AssertSame(table, Table.Load(PathOf("log.tsv")));
        }
    }

    [Fact]
    public void Log_and_saved_table_are_the_same_file()
    {
        var table = new Table("Training", "Epoch", "SSE") { MetaData = { ["precision"] = "4" } };
        using (var log = new TableLog(table, PathOf("log.csv")))
        {
            log.Write(table.Add(0, Math.PI));
            log.Write(table.Add(1, Math.E));
        }
        table.Save(PathOf("saved.csv"));
        Assert.Equal(File.ReadAllText(PathOf("saved.csv")), File.ReadAllText(PathOf("log.csv")));
    }

    [Fact]
    public void Writing_a_row_allocates_nothing()
    {
        var table = new Table("Training", "SSE", "CosDiff");
        table.AddColumn<int>("Trial");
        table.AddColumn<string>("TrialName");
        table.AddColumn<float>("Act");
        using var log = new TableLog(table, PathOf("log.tsv"));
        var row = table.Add(-1.0 / 3, 1.25e-7, 12, "row 12", 0.1f);
        log.Write(row);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var times = 0; times < 100; times++) { log.Write(row); }
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
        Assert.Equal("-0.3333333333333333\t1.25e-07\t12\trow 12\t0.1", File.ReadLines(PathOf("log.tsv")).Last());
    }

    [Fact]
    public void Row_of_another_table_or_of_changed_columns_is_refused_and_the_file_unharmed()
    {
        var table = new Table("Training", "Epoch");
        using var log = new TableLog(table, PathOf("log.tsv"));
        log.Write(table.Add(1));
        var before = File.ReadAllText(PathOf("log.tsv"));
        Assert.Contains("given one of table 'Other'", Assert.Throws<EmergentException>(() => log.Write(new Table("Other", "Epoch").AddRow())).Message, StringComparison.Ordinal);
        Assert.Throws<EmergentException>(() => log.Write(default));
        table.AddColumn<float>("SSE");
        Assert.Contains("other columns", Assert.Throws<EmergentException>(() => log.Write(table.Row(0))).Message, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllText(PathOf("log.tsv")));
    }

    [Fact]
    public void Log_that_cannot_be_begun_is_refused()
    {
        var table = new Table("Training", "Epoch");
        Assert.Contains("could not be begun", Assert.Throws<EmergentException>(() => new TableLog(table, PathOf("no/such/log.tsv"))).Message, StringComparison.Ordinal);
        Assert.Contains("cannot be compressed", Assert.Throws<EmergentException>(() => new TableLog(table, PathOf("log.tsv.gz"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Column_that_was_renamed_or_moved_ends_the_log()
    {
        var table = new Table("Training", "Epoch", "SSE");
        using var log = new TableLog(table, PathOf("renamed.tsv"));
        table.RenameColumn("SSE", "Error");
        Assert.Contains("Begin a new log", Assert.Throws<EmergentException>(() => log.Write(table.Add(0, 1))).Message, StringComparison.Ordinal);
        table.RenameColumn("Error", "SSE");
        table.MoveColumn("SSE", 0);
        Assert.Throws<EmergentException>(() => log.Write(table.Row(0)));
    }
}
