namespace Emergent.Data.Tests;

public class ShownTablesTests
{
    private static Table Log()
    {
        var table = new Table("Log");
        table.AddColumn<int>("Epoch");
        table.AddColumn<string>("Name");
        table.AddColumn<double>("SSE");
        table.AddColumn<float>("Act", [2, 2]);
        table.AddColumn<float>("Large", [3, 3]);
        table.Add(9, "row_1", 179.40938806533813, new float[] { 0, 0.5f, 0.123456789f, 1 }, new float[9]);
        table.Add(10, "two\nlines, and words that go on and on and on", null, new float[] { 1, 2, 3, 4 }, new float[] { 1, 2, 3, 4, 5, 6, 7, 8, 9 });
        table.Add(null, null, 1e-7, new float[4], new float[9]);
        return table;
    }

    [Fact]
    public void Table_is_shown_as_aligned_text_with_five_digits() => Assert.Equal(
        """
        Epoch  Name                                         SSE  Act[2, 2]        Large[3, 3]
            9  row_1                                     179.41  0 0.5 0.12346 1  0 0 0 0 0 … (9)
           10  two lines, and words that go on and on …     NaN  1 2 3 4          1 2 3 4 5 … (9)
                                                          1e-07  0 0 0 0          0 0 0 0 0 … (9)
        (Log: 3 rows)

        """, Log().ToString());

    [Fact]
    public void View_is_shown_in_its_order_and_a_table_without_rows_by_its_names()
    {
        var table = new Table("Pairs", "A", "B");
        Assert.Equal("A  B\n(Pairs: 0 rows)\n", table.ToString());
        table.Add(1, 10);
        table.Add(2, 20);
        Assert.Equal("A   B\n2  20\n1  10\n(Pairs: 2 rows)\n", table.View().OrderByDescending("A").ToString());
        Assert.Equal("A   B\n2  20\n(Pairs: 1 row)\n", table.View().Skip(1).ToString());
    }

    [Theory]
    [InlineData(20, 22)]
    [InlineData(21, 23)]   // ten, a line of dots, ten
    [InlineData(500, 23)]
    public void Of_more_than_twenty_rows_the_first_and_last_ten_are_shown(int rows, int lines)
    {
        var table = new Table("Long", "A");
        for (var i = 0; i < rows; i++) { table.Add(i); }
        var shown = table.ToString().TrimEnd('\n').Split('\n');
        Assert.Equal((lines, $"{rows - 1}", $"(Long: {rows} rows)"), (shown.Length, shown[^2].Trim(), shown[^1]));
        Assert.Equal(rows > 20, shown[11].Contains('…', StringComparison.Ordinal));
        Assert.Equal(rows + 2, table.View().ToText().TrimEnd('\n').Split('\n').Length);
    }

    [Fact]
    public void Row_column_groups_and_clusters_say_what_they_are()
    {
        var table = Log();
        Assert.Equal("Epoch 9, Name row_1, SSE 179.41, Act 0 0.5 0.12346 1, Large 0 0 0 0 0 … (9)", table.Row(0).ToString());
        Assert.Equal(("SSE: double", "Act: float[2, 2]"), (table["SSE"].ToString(), table["Act"].ToString()));
        Assert.Equal("Name   SSE:Mean\nrow_1    179.41\n(Log: 1 row)\n", table.View().Take(1).GroupBy("Name").Aggregate("SSE", Statistic.Mean).ToString());
        var clusters = Clusters.Of(SimilarityMatrix.Of(new Tensor<float>([3, 1], [0, 1, 10]), Metric.Abs, ["a", "b", "c"]), Linkage.Minimum);
        Assert.Equal(["b, a at 1", "b, a, c at 9"], clusters.Merges.Select(m => m.ToString()));
        Assert.Equal("a", clusters.Root.Leaves.Single(l => l.Index == 0).ToString());
    }

    [Fact]
    public void Tensor_is_drawn_in_two_dimensions_with_room_between_pools()
    {
        var pools = new Tensor<float>([2, 2, 1, 2], [1, 2, 3, 4, 5, 6.25f, 7, 8]);
        Assert.Equal("1    2   3 4\n\n5 6.25   7 8\n", pools.ToText());
        Assert.Equal("a   bb\nNaN c\n", new Tensor<string>([2, 2], ["a", "bb", "NaN", "c"]).ToText());
        Assert.Equal("1 NaN\n", new Tensor<double>([2], [1, double.NaN]).ToText());
        Assert.Equal("true\n", new Tensor<bool>([], [true]).ToText());
        Assert.Equal("", new Tensor<int>([0, 3]).ToText());
    }

    [Fact]
    public void Files_that_are_no_tables_are_named_as_what_they_are()
    {
        var folder = Directory.CreateTempSubdirectory().FullName;
        try
        {
            Assert.Contains("is a folder, not a table", Assert.Throws<EmergentException>(() => Table.Load(folder)).Message, StringComparison.Ordinal);
            var path = Path.Combine(folder, "x.tsv.gz");
            File.WriteAllText(path, "a\tb\n");
            Assert.Contains("not compressed with gzip, although its name ends in .gz.", Assert.Throws<EmergentException>(() => Table.Load(path)).Message, StringComparison.Ordinal);
        }
        finally { Directory.Delete(folder, recursive: true); }
        Assert.Contains("found 'a;b', which has semicolons", Assert.Throws<EmergentException>(() => Table.Read(new StringReader("a;b\n1,5;2\n"))).Message, StringComparison.Ordinal);
        Assert.Equal(2, Table.Read(new StringReader("a;b\tc\n1\t2\n")).Columns.Count);   // a name may have one
    }
}
