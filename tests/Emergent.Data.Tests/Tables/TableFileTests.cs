using System.IO.Compression;
using System.Text;

namespace Emergent.Data.Tests;

public sealed class TableFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("emergent-table").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string PathOf(string name) => Path.Combine(_folder, name);

    private static Table Read(string text, Delimiter delimiter = Delimiter.Detect) => Table.Read(new StringReader(text), "test.tsv", delimiter);

    private static string Write(Table table, Delimiter delimiter = Delimiter.Tab)
    {
        var writer = new StringWriter { NewLine = "\n" };
        table.Write(writer, delimiter);
        return writer.ToString();
    }

    private static Table Everything()
    {
        var table = new Table("all");
        table.AddColumn<string>("Name");
        table.AddColumn<float>("Input", [2, 3]);
        table.AddColumn<double>("SSE");
        table.AddColumn<int>("Epoch");
        table.AddColumn<bool>("Done");
        table.AddColumn<float>("Pools", [1, 2, 2, 1]);
        table.AddColumn<string>("Words", [2]);
        table.AddColumn<int>("One", [1]);
        table.Add("plain", new float[] { 0, -0f, 0.1f, 1e-45f, 3.4028235e38f, float.NaN }, Math.PI, -7, true, new float[] { 1, 2, 3, 4 }, new[] { "x", "" }, new[] { 5 });
        table.Add("tab\there, comma \"quote\"\nand line", null, null, null, null, null, new[] { " lead", "trail " }, null);
        table.Add("", new float[6], 1e-300, int.MinValue, false, new float[4], new[] { "\"", "," }, new[] { int.MaxValue });
        return table;
    }

    [Theory]
    [InlineData(Delimiter.Tab)]
    [InlineData(Delimiter.Comma)]
    [InlineData(Delimiter.Space)]
    public void Everything_that_is_written_is_read_back(Delimiter delimiter)
    {
        var table = Everything();
        var text = Write(table, delimiter);
        TableTests.AssertSame(table, Read(text));
        TableTests.AssertSame(table, Read(text, delimiter));
        Assert.Equal(text, Write(Read(text), delimiter));
        TableTests.AssertSame(table, Read(text.Replace("\n", "\r\n", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("all.tsv", "$Name\t%Input[2:0,0]<2:2,3>\t%Input[2:0,1]\t%Input[2:0,2]\t%Input[2:1,0]\t")]
    [InlineData("all.csv", "$Name,\"%Input[2:0,0]<2:2,3>\",\"%Input[2:0,1]\",")]
    [InlineData("all.tsv.gz", null)]
    [InlineData("all.csv.gz", null)]
    public void Files_are_read_back_whatever_their_extension(string name, string? start)
    {
        var table = Everything();
        table.Save(PathOf(name));
        var loaded = Table.Load(PathOf(name));
        Assert.Equal("all", loaded.Name);
        TableTests.AssertSame(table, loaded);
        if (start is not null) { Assert.StartsWith(start, File.ReadAllText(PathOf(name)), StringComparison.Ordinal); }
        else { Assert.Equal([0x1f, 0x8b], File.ReadAllBytes(PathOf(name))[..2]); }
        Assert.Single(Directory.GetFiles(_folder));
    }

    [Fact]
    public void Header_and_cells_are_written_as_emergent_writes_them()
    {
        var table = new Table("t");
        table.AddColumn<string>("Name");
        table.AddColumn<float>("Act", [2]);
        table.AddColumn<double>("SSE");
        table.AddColumn<int>("Epoch");
        table.AddColumn<bool>("Ok");
        table.Add("a", new[] { 0.1f, 1e-5f }, 1234567.0, 12, true);
        Assert.Equal("$Name\t%Act[1:0]<1:2>\t%Act[1:1]\t#SSE\t|Epoch\t^Ok\na\t0.1\t1e-05\t1.234567e+06\t12\ttrue\n", Write(table));
    }

    [Fact]
    public void Precision_limits_fractions_only()
    {
        var table = new Table("t") { MetaData = { ["precision"] = "4" } };
        table.AddColumn<double>("SSE");
        table.AddColumn<float>("Act");
        table.AddColumn<int>("Epoch");
        table.Add(3.14159265, 1 / 3f, 123456);
        Assert.Equal("#SSE\t%Act\t|Epoch\n3.142\t0.3333\t123456\n", Write(table));
        table.MetaData["precision"] = "four";
        Assert.Contains("precision 'four'", Assert.Throws<EmergentException>(() => Write(table)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Old_files_with_marks_x_before_y_and_type_aliases_are_read_in_file_order()
    {
        var table = Read("_H:\t$Name\t%Input[2:0,0]<2:2,2>\t%Input[2:1,0]\t%Input[2:0,1]\t%Input[2:1,1]\t&Group\t@Byte\tRest\t\n"
            + "_D:\ta\t1\t2\t3\t4\tg\t255\tr\tx\n_D:\tb\t5\t6\t7\t8\tg\t0\ts\ty\n");
        Assert.Equal(["Name", "Input", "Group", "Byte", "Rest", "col_8"], table.Columns.Select(c => c.Name));
        Assert.Equal([5, 6, 7, 8], table.Row(1).Cell<float>("Input").ToArray());
        Assert.Equal(typeof(string), table["Rest"].ElementType);
        Assert.Equal(255, table.Row(0).Get<int>("Byte"));
    }

    [Fact]
    public void Marks_on_data_lines_are_optional()
    {
        var table = Read("_H:\t$Name\t|N\na\t1\n_D:\tb\t2\n");
        Assert.Equal(["a", "b"], table.Rows.Select(r => r.Get<string>("Name")));
    }

    [Fact]
    public void Plain_header_leaves_the_types_to_the_data()
    {
        var table = Read("Name,Count,Value,Big,Gap,Mixed,Nothing,Spread\na,1,2.5,3000000000,,1,,NaN\nb,-2,1,1,4,x,,2\n");
        Assert.Equal([typeof(string), typeof(int), typeof(double), typeof(long), typeof(int), typeof(string), typeof(string), typeof(double)],
            table.Columns.Select(c => c.ElementType));
        Assert.Null(table.Row(0)["Gap"]);
        Assert.Equal(4, table.Row(1)["Gap"]);
        Assert.Null(table.Row(0)["Spread"]);
        Assert.Equal("1", table.Row(0)["Mixed"]);
    }

    [Fact]
    public void Header_of_a_plain_file_may_begin_with_a_type_letter_here_and_there()
    {
        var table = Read("trial\t%correct\n1\t50\n");
        Assert.Equal(["trial", "%correct"], table.Columns.Select(c => c.Name));
    }

    [Theory]
    [InlineData("%A[2:0,0]<2:2,2>\t%A[2:0,1]\t%A[2:1,0]\t%A[2:1,1]\n1\t2\t3\t4\n")]
    [InlineData("\"%A[2:0,0]<2:2,2>\",\"%A[2:0,1]\",\"%A[2:1,0]\",\"%A[2:1,1]\"\n1,2,3,4\n")]
    [InlineData("%A[2:0,0]<2:2,2> %A[2:0,1] %A[2:1,0] %A[2:1,1]\n1 2 3 4\n")]
    public void Delimiter_is_detected_in_spite_of_commas_in_tensor_headers(string text) => Assert.Equal([1, 2, 3, 4], Read(text).Row(0).Cell<float>("A").ToArray());

    [Fact]
    public void Spaces_in_a_plain_header_belong_to_the_name() => Assert.Equal("Reaction time", Read("Reaction time\n1\n").Columns[0].Name);

    [Fact]
    public void Empty_NaN_and_Inf_cells_are_null()
    {
        var table = Read("%F\t|I\t^B\t$S\nNaN\t\t\t\n-Inf\tNaN\tNaN\tNaN\n+Inf\t3\t1\tInf\n");
        Assert.All(table.Rows, row => Assert.Null(row["F"]));
        Assert.Equal([true, true, false], table.Rows.Select(row => row["I"] is null));
        Assert.Equal([null, null, true], table.Rows.Select(row => row["B"]));
        Assert.Equal(["", "NaN", "Inf"], table.Rows.Select(row => row["S"]));
    }

    [Fact]
    public void Null_alone_on_its_line_is_still_a_row()
    {
        var table = new Table("t");
        table.AddColumn<int>("A");
        table.Add([null]);
        table.Add(2);
        TableTests.AssertSame(table, Read(Write(table)));
    }

    [Fact]
    public void Header_alone_is_a_table_without_rows()
    {
        var table = Read("$Name\t%Act[1:0]<1:2>\t%Act[1:1]");
        Assert.Equal(0, table.RowCount);
        Assert.Equal([2], table["Act"].CellShape);
    }

    [Theory]
    [InlineData("", "File 'test.tsv' is empty.")]
    [InlineData("\n\n", "File 'test.tsv' is empty.")]
    [InlineData("$Name\t%SSE\na\t1\n\nb\tabc\n", "File 'test.tsv', line 4, column 'SSE': found 'abc', but a column marked % takes a number or an empty cell.")]
    [InlineData("|N\n1.5\n", "line 2, column 'N': found '1.5', but a column marked | takes a whole number")]
    [InlineData("|N\n30000000000000000000\n", "found '30000000000000000000'")]
    [InlineData("%F\n1e60\n", "found '1e60'")]
    [InlineData("^B\nyes\n", "found 'yes', but a column marked ^ takes true, false, 1 or 0")]
    [InlineData("$Name\t%A[2:0,0]<2:2,2>\t%A[2:0,1]\t%A[2:1,0]\t%A[2:1,1]\na\t1\t2\tx\t4\n", "line 2, column 'A'[1, 0]: found 'x'")]
    [InlineData("$Name\t%SSE\na\n", "line 2: found 1 cells, but the header declares 2")]
    [InlineData("$Name\t%SSE\na\t1\t2\n", "line 2: found 3 cells, but the header declares 2")]
    [InlineData("_H:\t$Name\n_D:\ta\tb\n", "line 2: found 3 cells, but the header declares 1")]
    [InlineData("$Name\t$Name\n", "line 1 (header), cell 2: column 'Name' stands in cell 1 already")]
    [InlineData("$Name\t%A[2:0,0]<2:2,2>\t%A[2:0,1]\n", "cell 2: found the shape '<2:2,2>'")]
    [InlineData("%A[1:0]<1:2>\t%B[1:1]\n", "cell 2: found '%B[1:1]', but column 'A' has shape [2] and so 2 cells, of which this must be number 2")]
    [InlineData("%A[1:0]<1:2>\t%A[1:0]<1:2>\n", "cell 2: found '%A[1:0]<1:2>'")]
    [InlineData("%A[1:0]<2:2>\t%A[1:1]\n", "found the shape '<2:2>'")]
    [InlineData("%A[1:0]<1:x>\t%A[1:1]\n", "found the shape '<1:x>'")]
    [InlineData("%A[1:0]<1:2\t%A[1:1]\n", "found the shape '<1:2'")]
    [InlineData("%A[1:0]<2:99999,99999>\t%A[1:1]\n", "found the shape '<2:99999,99999>'")]
    [InlineData("%A[1:0]<9:99999,99999,99999,99999,99999,99999,99999,99999,99999>\n", "found the shape")]
    [InlineData("%A[1:1]\t$N\n", "cell 1: found '%A[1:1]', but the first cell of a tensor column must give its shape")]
    [InlineData("$A\t$B\n\"open\tb\nx\ty\n", "line 2, cell 1: a quote is opened and never closed")]
    [InlineData("$A\t$B\na\t\"b\"c\n", "line 2, cell 2: 'c' follows the quote that closes a cell")]
    public void Damaged_text_is_refused_with_the_place_and_the_rule(string text, string expected)
    {
        var error = Assert.Throws<EmergentException>(() => Read(text));
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Line_numbers_count_the_lines_inside_quotes()
    {
        var error = Assert.Throws<EmergentException>(() => Read("$A\t%B\n\"x\ny\nz\"\t1\nb\tbad\n"));
        Assert.Contains("line 5, column 'B'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void File_cut_off_anywhere_is_read_up_to_a_whole_row_or_refused()
    {
        var table = Everything();
        var text = Write(table);
        for (var length = 0; length < text.Length; length++)
        {
            try { Assert.InRange(Read(text[..length]).RowCount, 0, table.RowCount); }
            catch (EmergentException) { /* refused in words */ }
        }
    }

    [Fact]
    public void Missing_damaged_or_foreign_files_are_refused()
    {
        Assert.Contains("does not exist", Assert.Throws<EmergentException>(() => Table.Load(PathOf("none.tsv"))).Message, StringComparison.Ordinal);

        File.WriteAllBytes(PathOf("foreign.tsv.gz"), [1, 2, 3, 4]);
        Assert.Contains("could not be read", Assert.Throws<EmergentException>(() => Table.Load(PathOf("foreign.tsv.gz"))).Message, StringComparison.Ordinal);

        File.WriteAllBytes(PathOf("binary.tsv"), [0x89, 0x50, 0xff, 0xfe, 0x00]);
        Assert.Contains("not text in UTF-8", Assert.Throws<EmergentException>(() => Table.Load(PathOf("binary.tsv"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Compressed_file_that_is_cut_off_is_refused()
    {
        var table = new Table("t", "A");
        for (var i = 0; i < 5000; i++) { table.Add(i * 0.37); }
        table.Save(PathOf("whole.tsv.gz"));
        var bytes = File.ReadAllBytes(PathOf("whole.tsv.gz"));
        foreach (var length in new[] { 5, bytes.Length / 2, bytes.Length - 9, bytes.Length - 1 })
        {
            File.WriteAllBytes(PathOf("cut.tsv.gz"), bytes[..length]);
            Assert.Throws<EmergentException>(() => Table.Load(PathOf("cut.tsv.gz")));
        }
    }

    [Fact]
    public void File_that_cannot_be_written_leaves_the_old_one_as_it_was()
    {
        var good = new Table("t", "A");
        good.Add(1);
        good.Save(PathOf("t.tsv"));
        var bad = new Table("t", "A");
        bad.AddColumn<float>("Empty", [0]);
        Assert.Contains("hold nothing", Assert.Throws<EmergentException>(() => bad.Save(PathOf("t.tsv"))).Message, StringComparison.Ordinal);
        TableTests.AssertSame(good, Table.Load(PathOf("t.tsv")));
        Assert.Single(Directory.GetFiles(_folder));
        Assert.Throws<EmergentException>(() => good.Save(PathOf("no/such/folder/t.tsv")));
    }

    [Theory]
    [InlineData("A[1]")]
    [InlineData("A<")]
    [InlineData("A ")]
    public void Name_that_would_be_read_as_something_else_is_not_written(string name) =>
        Assert.Contains("cannot be written", Assert.Throws<EmergentException>(() => Write(new Table("t", name))).Message, StringComparison.Ordinal);

    [Fact]
    public void Byte_order_mark_is_not_part_of_the_first_name()
    {
        File.WriteAllText(PathOf("bom.csv"), "$Name,|N\r\na,1\r\n", new UTF8Encoding(true));
        Assert.Equal("a", Table.Load(PathOf("bom.csv")).Row(0).Get<string>("Name"));
    }

    [Fact]
    public void Tables_of_the_reference_are_read()
    {
        var data = Table.Load(Golden("table_data"));
        Assert.Equal((14, 9), (data.RowCount, data.Columns.Count));
        var aggregates = Table.Load(Golden("table_split_Grp"));
        Assert.Equal("1,4,7,10,13", aggregates.Row(0).Get<string>("row_idxs"));
        var quantiles = Table.Load(Golden("table_quantiles"));
        Assert.Equal(18.352999999999998, data.Column<double>("Val").Values.ToArray().Sum(), tolerance: 1e-12);
        Assert.Equal(data.Column<double>("Val").Values.ToArray().Min(), quantiles.Row(0).Get<double>("value"));
        // table_agg is ragged (its README says so), as no table is; every other one is read and written back byte for byte.
        Assert.Throws<EmergentException>(() => Table.Load(Golden("table_agg")));
        foreach (var name in (string[])["table_data", "table_quantiles", "table_sort", "table_split_Grp", "table_split_Grp_Cond", "table_split_Grp_aggs", "table_split_Grp_Cond_aggs", "table_split_desc"])
        {
            var table = Table.Load(Golden(name));
            TableTests.AssertSame(table, Read(Write(table)));
            using var file = GoldenData.OpenText(Golden(name));
            Assert.Equal(file.ReadToEnd().TrimEnd('\n').Split('\n').Skip(1), Write(table).TrimEnd('\n').Split('\n').Skip(1));
        }

        static string Golden(string name) => GoldenData.Find($"f/{name}.tsv")!;
    }
}
