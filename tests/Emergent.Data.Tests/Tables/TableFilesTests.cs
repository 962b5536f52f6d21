using FsCheck;
using FsCheck.Fluent;

namespace Emergent.Data.Tests;

public sealed class TableFilesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("emergent-cat").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Save(string name, params (string Name, int Epoch, double SSE)[] rows)
    {
        var table = new Table("log");
        table.AddColumn<string>("Name");
        table.AddColumn<int>("Epoch");
        table.AddColumn<double>("SSE");
        foreach (var row in rows) { table.Add(row.Name, row.Epoch, row.SSE); }
        var path = Path.Combine(_folder, name);
        table.Save(path);
        return path;
    }

    [Fact]
    public void Files_are_put_one_after_the_other()
    {
        string[] files = [Save("0.tsv", ("a", 0, 1), ("a", 1, 2)), Save("1.csv", ("b", 0, 3)), Save("2.tsv.gz")];
        var all = TableFiles.Concatenate(files);
        Assert.Equal(["a", "a", "b"], all.View().Texts("Name"));
        Assert.Equal([1, 2, 3], all.View().Numbers("SSE"));
    }

    [Fact]
    public void Fractions_are_averaged_row_by_row_over_the_files_that_have_the_row()
    {
        string[] files = [Save("0.tsv", ("a", 0, 1), ("a", 1, double.NaN)), Save("1.tsv", ("b", 5, 3), ("b", 6, 4), ("b", 7, 9))];
        var average = TableFiles.Average(files);
        Assert.Equal([2, 4, 9], average.View().Numbers("SSE"));
        Assert.Equal([0, 1, 7], average.View().Numbers("Epoch"));
        Assert.Equal(["a", "a", "b"], average.View().Texts("Name"));
    }

    [Fact]
    public void No_files_and_files_with_other_columns_are_refused()
    {
        var other = Path.Combine(_folder, "other.tsv");
        new Table("other", "X").Save(other);
        var file = Save("0.tsv", ("a", 0, 1));
        Assert.Contains("they have no column 'Name'", Assert.Throws<EmergentException>(() => TableFiles.Concatenate([file, other])).Message, StringComparison.Ordinal);
        Assert.Contains("they have no column 'Name'", Assert.Throws<EmergentException>(() => TableFiles.Average([file, other])).Message, StringComparison.Ordinal);
        Assert.Contains("Give at least one", Assert.Throws<EmergentException>(() => TableFiles.Concatenate([])).Message, StringComparison.Ordinal);
        Assert.Contains("Give at least one", Assert.Throws<EmergentException>(() => TableFiles.Average(Array.Empty<Table>())).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Average_of_a_table_with_itself_is_the_table() => Prop.ForAll(GeneratedTables.Rows, Gen.Choose(1, 5).ToArbitrary(), (rows, times) =>
    {
        var table = GeneratedTables.Of(rows);
        var average = TableFiles.Average(Enumerable.Repeat(table, times));
        return average.RowCount == table.RowCount && average.Columns.All(c => c.Name == table[c.Name].Name
            && Enumerable.Range(0, c.AllCells.Length).All(i => !c.IsNumeric || Same(c.AllCells.GetDouble(i), table[c.Name].AllCells.GetDouble(i))));

        static bool Same(double a, double b) => a.Equals(b) || Math.Abs(a - b) <= 1e-9 * Math.Abs(b) || Math.Abs(b) > 1e300;   // of which the sum may be infinite
    }).Check(GeneratedTables.Fixed);
}
