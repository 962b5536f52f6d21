using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Emergent.Data.Tests;

/// <summary>The parser below <see cref="Table.Load"/>: what emergent's files and other programs' files hold.</summary>
public class TableTextTests
{
    private static Table Read(string text, Delimiter delimiter = Delimiter.Detect, bool fillShortRows = false, bool reverseOldShapes = false) =>
        Table.Read(new StringReader(text), "test.tsv", delimiter, fillShortRows, reverseOldShapes);

    private static string Write(Table table, Delimiter delimiter = Delimiter.Tab, HeaderStyle header = HeaderStyle.Typed)
    {
        var writer = new StringWriter();
        table.Write(writer, delimiter, header);
        return writer.ToString();
    }

    [Fact]
    public void Any_table_that_is_written_is_read_back() => Prop.ForAll(GeneratedTables.Rows, Gen.Elements(Delimiter.Tab, Delimiter.Comma, Delimiter.Space).ToArbitrary(), (rows, delimiter) =>
    {
        // A file has one kind of line end, and no null text.
        var table = GeneratedTables.Of([.. rows.Select(r => r with { Text = r.Text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n') })]);
        TableTests.AssertSame(table, Read(Write(table, delimiter)));
        TableTests.AssertSame(table, Read(Write(table, delimiter), delimiter));
        return true;
    }).Check(GeneratedTables.Fixed);

    [Fact]
    public void Plain_tables_are_read_back_with_the_narrowest_types()
    {
        var table = Read("i,l,d,b,s\n-1,3000000000,0.5,true,x\n,1,2,FALSE,\n7,,1e3,,y\n");
        Assert.Equal([typeof(int), typeof(long), typeof(double), typeof(bool), typeof(string)], table.Columns.Select(c => c.ElementType));
        Assert.Equal([true, false, null], table.Rows.Select(r => r["b"]));
        TableTests.AssertSame(table, Read(Write(table, Delimiter.Comma, HeaderStyle.Plain)));
    }

    [Theory]
    [InlineData("3000000000", typeof(long))]
    [InlineData("0.5", typeof(double))]
    [InlineData("NaN", typeof(double))]
    [InlineData("x", typeof(string))]
    [InlineData("true", typeof(string))]
    public void Column_whose_late_cells_are_of_another_kind_is_still_guessed_right(string last, Type expected)
    {
        var table = Read("n\n" + string.Concat(Enumerable.Range(0, 3000).Select(i => $"0{i}\n")) + last + "\n");
        Assert.Equal((expected, 3001), (table["n"].ElementType, table.RowCount));
        Assert.Equal(expected == typeof(string) ? "0123" : "123", table["n"].CellTensor(123).GetText(0));
        Assert.Equal(typeof(string), Read($"a\n{string.Concat(Enumerable.Repeat("\"\"\n", 3000))}x\n")["a"].ElementType);
        Assert.Equal(typeof(int), Read($"a\n{string.Concat(Enumerable.Repeat("\"\"\n", 3000))}5\n")["a"].ElementType);
        Assert.Equal(typeof(string), Read($"a\n{string.Concat(Enumerable.Repeat("true\n", 3000))}1\n")["a"].ElementType);
    }

    [Fact]
    public void Column_of_whole_numbers_beyond_int_is_long()
    {
        var table = Read("|N\t|M\n1\t1\n3000000000\t2\n");
        Assert.Equal((typeof(long), typeof(int)), (table["N"].ElementType, table["M"].ElementType));
        Assert.Equal(3000000000L, table.Row(1)["N"]);
    }

    [Fact]
    public void Short_rows_are_refused_or_filled_with_nulls()
    {
        const string Text = "$Name\t%SSE\t|N\na\t1\t2\nb\t3\nc\n";
        Assert.Contains("line 3: found 2 cells, but the header declares 3. The line is cut off or a delimiter inside a text is not quoted. Or read it with fillShortRows: true",
            Assert.Throws<EmergentException>(() => Read(Text)).Message, StringComparison.Ordinal);
        var table = Read(Text, fillShortRows: true);
        Assert.Equal([2, null, null], table.Rows.Select(r => r["N"]));
        Assert.Equal([1f, 3f, null], table.Rows.Select(r => r["SSE"]));
        Assert.Equal(["a", "b"], Read("_H:\t$Name\t%SSE\t|N\n_D:\ta\t1\t2\n_D:\tb\t3\n", fillShortRows: true).View().Texts("Name"));
        Assert.Contains("found 4 cells", Assert.Throws<EmergentException>(() => Read("a,b,c\n1,2,3,4\n", fillShortRows: true)).Message, StringComparison.Ordinal);
        Assert.Equal(2, Read("a,b\n1,2\n3\n", fillShortRows: true).RowCount);
        Assert.Throws<EmergentException>(() => Read("a,b\n1,2\n3\n"));
    }

    [Fact]
    public void Old_shapes_with_x_before_y_are_read_as_they_stand_marked_and_turned_round_when_asked()
    {
        const string Text = "_H:\t%In[2:0,0]<2:3,2>\t%In[2:1,0]\t%In[2:2,0]\t%In[2:0,1]\t%In[2:1,1]\t%In[2:2,1]\n_D:\t1\t2\t3\t4\t5\t6\n";
        var asIs = Read(Text);
        Assert.Equal([3, 2], asIs["In"].CellShape);
        Assert.Equal("In", asIs.MetaData["old-shapes"]);
        var turned = Read(Text, reverseOldShapes: true);
        Assert.Equal([2, 3], turned["In"].CellShape);
        Assert.Equal(4, turned.Column<float>("In").CellTensor(0)[1, 0]);
        Assert.Empty(turned.MetaData);
        Assert.Equal(asIs.Column<float>("In").Values.ToArray(), turned.Column<float>("In").Values.ToArray());
    }

    [Fact]
    public void Current_shapes_are_not_turned_round()
    {
        const string Text = "%In[2:0,0]<2:3,2>\t%In[2:0,1]\t%In[2:1,0]\t%In[2:1,1]\t%In[2:2,0]\t%In[2:2,1]\n1\t2\t3\t4\t5\t6\n";
        Assert.Equal([3, 2], Read(Text, reverseOldShapes: true)["In"].CellShape);
        Assert.Empty(Read(Text).MetaData);
        Assert.Equal([3, 1], Read("%In[2:0,0]<2:3,1>\t%In[2:1,0]\t%In[2:2,0]\n1\t2\t3\n", reverseOldShapes: true)["In"].CellShape);
    }

    [Fact]
    public void Quoted_cells_in_columns_of_numbers_and_lone_carriage_returns_are_read()
    {
        var table = Read("\"%A\",\"$B\"\r\"1\",\"x\"\"y\"\r\r\"\",z\r");
        Assert.Equal(["x\"y", "z"], table.View().Texts("B"));
        Assert.Equal([1f, null], table.Rows.Select(r => r["A"]));
    }

    [Fact]
    public void Plain_header_numbers_the_elements_of_tensors()
    {
        var table = new Table("t");
        table.AddColumn<float>("In", [2, 1]);
        table.AddColumn<string>("Name");
        table.Add(new float[] { 1, 2 }, "a");
        Assert.Equal("In_0_0,In_1_0,Name\n1,2,a\n", Write(table, Delimiter.Comma, HeaderStyle.Plain));
    }

    [Fact]
    public void Texts_that_repeat_and_texts_that_do_not_are_all_read()
    {
        var texts = Enumerable.Range(0, 5000).Select(i => i % 3 == 0 ? "same" : i % 3 == 1 ? $"é{i % 700}" : $"text {i}").ToArray();
        Assert.Equal(texts, Read("$T\n" + string.Concat(texts.Select(t => t + "\n"))).View().Texts("T"));
    }

    [Fact]
    public void Numbers_are_read_to_the_nearest_there_is() => Prop.ForAll(GeneratedTables.Number.Where(d => !double.IsNaN(d)).ToArbitrary(), Gen.Choose(1, 20).ToArbitrary(), (number, digits) =>
    {
        foreach (var text in (string[])[number.ToString("R", CultureInfo.InvariantCulture), number.ToString($"E{digits}", CultureInfo.InvariantCulture), GoFormat.Shortest(number), Math.IEEERemainder(number, 1e6).ToString($"F{digits}", CultureInfo.InvariantCulture)])
        {
            var expected = double.Parse(text, CultureInfo.InvariantCulture);
            var isNumber = NumberText.TryParse(Encoding.UTF8.GetBytes(text), out double value);
            if (isNumber != double.IsFinite(expected) || (isNumber && BitConverter.DoubleToInt64Bits(value) != BitConverter.DoubleToInt64Bits(expected))) { return false; }
            var small = float.Parse(text, CultureInfo.InvariantCulture);
            isNumber = NumberText.TryParse(Encoding.UTF8.GetBytes(text), out float single);
            if (isNumber != float.IsFinite(small) || (isNumber && BitConverter.SingleToInt32Bits(single) != BitConverter.SingleToInt32Bits(small))) { return false; }
        }
        return true;
    }).Check(GeneratedTables.Fixed.WithMaxTest(5000));

    [Fact]
    public void Numbers_of_16_to_19_digits_at_all_powers_are_read_to_the_nearest_there_is()
    {
        var random = new CounterRandom(3, 0, 1);
        for (var i = 0; i < 100_000; i++)
        {
            var digits = (ulong)random.NextBits() << 32 | random.NextBits();
            var text = $"{digits >> random.NextInt(16)}e{random.NextInt(130) - 65}";
            Assert.True(NumberText.TryParse(Encoding.UTF8.GetBytes(text), out double value));
            Assert.Equal(double.Parse(text, CultureInfo.InvariantCulture), value);
        }
    }

    [Theory]
    [InlineData("1", 1.0)]
    [InlineData("-0", -0.0)]
    [InlineData("+1.5", 1.5)]
    [InlineData(" 2 ", 2.0)]
    [InlineData(".5", 0.5)]
    [InlineData("5.", 5.0)]
    [InlineData("0.0000000000000000000000001", 1e-25)]
    [InlineData("9007199254740993", 9007199254740992.0)]
    [InlineData("1e22", 1e22)]
    [InlineData("1E+05", 1e5)]
    [InlineData("", null)]
    [InlineData("-", null)]
    [InlineData(".", null)]
    [InlineData("e5", null)]
    [InlineData("1e", null)]
    [InlineData("1.2.3", null)]
    [InlineData("1e5x", null)]
    [InlineData("1e400", null)]
    [InlineData("1,5", null)]
    [InlineData("0x10", null)]
    public void Number_is_the_whole_text(string text, double? expected)
    {
        Assert.Equal(expected is not null, NumberText.TryParse(Encoding.UTF8.GetBytes(text), out double value));
        if (expected is { } number) { Assert.Equal(BitConverter.DoubleToInt64Bits(number), BitConverter.DoubleToInt64Bits(value)); }
    }

    [Theory]
    [InlineData("2147483647", 2147483647)]
    [InlineData("-2147483648", -2147483648)]
    [InlineData("007", 7)]
    [InlineData("+3", 3)]
    [InlineData("2147483648", null)]
    [InlineData("1.0", null)]
    [InlineData("-", null)]
    [InlineData("", null)]
    public void Whole_number_is_the_whole_text(string text, int? expected)
    {
        Assert.Equal(expected is not null, NumberText.TryParse(Encoding.UTF8.GetBytes(text), out int value));
        if (expected is { } number) { Assert.Equal(number, value); }
    }
}
