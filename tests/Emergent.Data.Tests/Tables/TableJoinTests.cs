using FsCheck;
using FsCheck.Fluent;

namespace Emergent.Data.Tests;

public class TableJoinTests
{
    private static (Table Train, Table Test) Logs()
    {
        var train = new Table("Train");
        train.AddColumn<int>("Run");
        train.AddColumn<string>("Cond");
        train.AddColumn<double>("SSE");
        train.Add(0, "a", 1);
        train.Add(1, "a", 2);
        train.Add(null, "a", 3);
        train.Add(1, "b", 4);
        var test = new Table("Test");
        test.AddColumn<string>("Cond");
        test.AddColumn<double>("SSE");
        test.AddColumn<int>("Run");
        test.AddColumn<float>("Act", [2]);
        test.Add("a", 10, 1, new float[] { 1, 2 });
        test.Add("a", 20, 1, new float[] { 3, 4 });
        test.Add("b", 30, 0, new float[] { 5, 6 });
        test.Add("a", 40, null, new float[] { 7, 8 });
        return (train, test);
    }

    private static string[] Lines(Table table)
    {
        var writer = new StringWriter();
        table.Write(writer, header: HeaderStyle.Plain);
        return writer.ToString().Split('\n')[..^1];
    }

    [Fact]
    public void Inner_join_has_the_rows_that_match_and_null_keys_match_nothing()
    {
        var (train, test) = Logs();
        Assert.Equal(["Run\tCond\tSSE\tTest.SSE\tAct_0\tAct_1", "1\ta\t2\t10\t1\t2", "1\ta\t2\t20\t3\t4"], Lines(train.View().Join(test, JoinKind.Inner, "Run", "Cond")));
    }

    [Fact]
    public void Left_join_keeps_the_rows_of_the_first_table_and_outer_join_those_of_both()
    {
        var (train, test) = Logs();
        string[] left = ["0\ta\t1\tNaN\tNaN\tNaN", "1\ta\t2\t10\t1\t2", "1\ta\t2\t20\t3\t4", "\ta\t3\tNaN\tNaN\tNaN", "1\tb\t4\tNaN\tNaN\tNaN"];
        Assert.Equal(left, Lines(train.View().Join(test, JoinKind.Left, "Run", "Cond"))[1..]);
        Assert.Equal([.. left, "0\tb\tNaN\t30\t5\t6", "\ta\tNaN\t40\t7\t8"], Lines(train.View().Join(test, JoinKind.Outer, "Run", "Cond"))[1..]);
    }

    [Fact]
    public void Keys_of_different_types_missing_keys_and_tensor_keys_are_refused()
    {
        var (train, test) = Logs();
        var wrong = new Table("Wrong", "Run", "Cond");
        Assert.Contains("Key 'Run' is int in table 'Train' and double in table 'Wrong'", Assert.Throws<EmergentException>(() => train.View().Join(wrong, JoinKind.Inner, "Run")).Message, StringComparison.Ordinal);
        Assert.Contains("Table 'Train' has no column 'Rnu'. Did you mean 'Run'?", Assert.Throws<EmergentException>(() => train.View().Join(test, JoinKind.Inner, "Rnu")).Message, StringComparison.Ordinal);
        Assert.Contains("Table 'Train' has no column 'Act'", Assert.Throws<EmergentException>(() => train.View().Join(test, JoinKind.Inner, "Act")).Message, StringComparison.Ordinal);
        Assert.Contains("a join needs single values", Assert.Throws<EmergentException>(() => test.View().Join(test, JoinKind.Inner, "Act")).Message, StringComparison.Ordinal);
        Assert.Contains("without key columns", Assert.Throws<EmergentException>(() => train.View().Join(test, JoinKind.Inner)).Message, StringComparison.Ordinal);
        train.AddColumn<int>("Test.SSE");
        Assert.Contains("'Test.SSE' is taken too", Assert.Throws<EmergentException>(() => train.View().Join(test, JoinKind.Inner, "Run")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Inner_join_of_any_tables_has_each_pair_of_equal_rows() => Prop.ForAll(GeneratedTables.Rows, GeneratedTables.Rows, (rows, otherRows) =>
    {
        var (table, other) = (GeneratedTables.Of(rows), GeneratedTables.Of(otherRows));
        var expected = from a in table.Rows from b in other.Rows where a["Whole"] is not null && a["Truth"] is not null && Equals(a["Whole"], b["Whole"]) && Equals(a["Truth"], b["Truth"]) select (a.Index, b.Index);
        var joined = table.View().Join(other, JoinKind.Inner, "Whole", "Truth");
        return joined.Rows.Select(r => (r.Get<int>("Row"), r.Get<int>("generated.Row"))).SequenceEqual(expected);
    }).Check(GeneratedTables.Fixed);

    [Fact]
    public void Melt_puts_columns_below_one_another_and_pivot_puts_them_back()
    {
        var table = new Table("t");
        table.AddColumn<int>("Run");
        table.AddColumn<double>("SSE");
        table.AddColumn<double>("CosDiff");
        table.Add(0, 1.5, null);
        table.Add(1, 2.5, 0.5);
        var melted = table.View().Melt("Measure", "Value", "SSE", "CosDiff");
        Assert.Equal(["Run\tMeasure\tValue", "0\tSSE\t1.5", "0\tCosDiff\tNaN", "1\tSSE\t2.5", "1\tCosDiff\t0.5"], Lines(melted));
        TableTests.AssertSame(table, melted.View().Pivot("Measure", "Value"));
    }

    [Fact]
    public void Melt_and_pivot_are_a_round_trip() => Prop.ForAll(GeneratedTables.Rows, rows =>
    {
        var table = new Table("t");
        table.AddColumn<int>("Row");
        table.AddColumn<string>("Text");
        table.AddColumn<double>("A");
        table.AddColumn<double>("B");
        for (var r = 0; r < rows.Length; r++) { table.Add(r, rows[r].Text, rows[r].Number, -rows[r].Number); }
        var back = table.View().Melt("Name", "Value", "A", "B").View().Pivot("Name", "Value");
        if (rows.Length == 0) { return back.RowCount == 0; }
        TableTests.AssertSame(table, back);
        return true;
    }).Check(GeneratedTables.Fixed);

    [Fact]
    public void Cells_that_no_row_gives_are_null_and_two_for_one_cell_are_refused()
    {
        var table = new Table("t");
        table.AddColumn<string>("Item");
        table.AddColumn<int>("Time");
        table.AddColumn<int>("Value");
        table.Add("x", 2, 5);
        table.Add("y", 1, 6);
        table.Add("x", 1, 7);
        Assert.Equal(["Item\t2\t1", "x\t5\t7", "y\t\t6"], Lines(table.View().Pivot("Time", "Value", "Item")));
        table.Add("x", 2, 8);
        Assert.Contains("Rows 0 and 3 of table 't' have the same keys (Item) and the same name '2'", Assert.Throws<EmergentException>(() => table.View().Pivot("Time", "Value")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Columns_of_different_numbers_become_double_and_text_beside_numbers_is_refused()
    {
        var table = GeneratedTables.Of([new("text", "g", 1.5, 2, 3, true)]);
        Assert.Equal([1.5, 3, 1], table.View().Melt("Name", "Value", "Number", "Whole", "Truth").View().Numbers("Value"));
        Assert.Contains("Columns 'Number' (double) and 'Text' (string)", Assert.Throws<EmergentException>(() => table.View().Melt("N", "V", "Number", "Text")).Message, StringComparison.Ordinal);
        Assert.Contains("'Pair' (float[1, 2])", Assert.Throws<EmergentException>(() => table.View().Melt("N", "V", "Number", "Pair")).Message, StringComparison.Ordinal);
        Assert.Contains("already has a column 'Text'", Assert.Throws<EmergentException>(() => table.View().Melt("Text", "V", "Number")).Message, StringComparison.Ordinal);
        Assert.Throws<EmergentException>(() => table.View().Melt("N", "V"));
        Assert.Throws<EmergentException>(() => table.View().Pivot("Text", "Number"));
    }
}
