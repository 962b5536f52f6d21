namespace Emergent.Data.Tests;

public class TableTests
{
    private static Table Patterns()
    {
        var table = new Table("Patterns");
        table.AddColumn<string>("Name");
        table.AddColumn<float>("Input", [2, 2]);
        table.AddColumn<int>("Count");
        table.AddColumn<bool>("Seen");
        return table;
    }

    [Fact]
    public void Names_alone_make_columns_of_double()
    {
        var log = new Table("Training", "Run", "Epoch", "SumSquaredError");
        log.Add(0, 3, 1.5f);
        Assert.Equal(typeof(double), log["Run"].ElementType);
        Assert.Equal(3.0, log.Row(0)["Epoch"]);
        Assert.Equal(1.5f, log.Row(0).Get<float>("SumSquaredError"));
        Assert.Equal(3, log.Row(0).Get<int>("Epoch"));
    }

    [Fact]
    public void Missing_column_is_refused_with_the_name_that_was_meant()
    {
        var error = Assert.Throws<EmergentException>(() => Patterns()["Inptu"]);
        Assert.Equal("Table 'Patterns' has no column 'Inptu'. Did you mean 'Input'?", error.Message);
    }

    [Fact]
    public void Column_of_another_element_type_is_refused_with_its_own()
    {
        var error = Assert.Throws<EmergentException>(() => Patterns().Column<double>("Input"));
        Assert.Equal("Column 'Input' of table 'Patterns' has elements of type float, not double. Ask for Column<float>(\"Input\").", error.Message);
    }

    [Fact]
    public void Name_that_is_taken_is_refused()
    {
        var error = Assert.Throws<EmergentException>(() => Patterns().AddColumn<int>("Input"));
        Assert.Contains("already has a column 'Input'", error.Message, StringComparison.Ordinal);
        Assert.Throws<EmergentException>(() => new Table("t", "A", "A"));
        Assert.Throws<EmergentException>(() => new Table("t", " "));
    }

    [Fact]
    public void Unsupported_element_type_is_refused_and_adds_no_column()
    {
        var table = Patterns();
        Assert.Throws<EmergentException>(() => table.AddColumn<DateTime>("When"));
        var known = typeof(DateTime);
        Assert.Throws<EmergentException>(() => table.AddColumn(known, "When"));
        Assert.Equal(4, table.Columns.Count);
    }

    [Fact]
    public void Row_with_a_value_that_does_not_fit_leaves_the_table_unchanged()
    {
        var table = new Table("Log");
        table.AddColumn<int>("Epoch");
        table.AddColumn<string>("Name");
        table.Add(1, "a");
        var before = table.Clone();

        Assert.Contains("has 2 columns (Epoch, Name); 1 values were given", Assert.Throws<EmergentException>(() => table.Add(1)).Message, StringComparison.Ordinal);
        Assert.Equal("Column 'Epoch' of table 'Log' takes a whole number from -2147483648 to 2147483647; it was given '1.5' (double).",
            Assert.Throws<EmergentException>(() => table.Add(1.5, "b")).Message);
        Assert.Equal("Column 'Name' of table 'Log' takes text; it was given '3' (int).", Assert.Throws<EmergentException>(() => table.Add(1, 3)).Message);
        Assert.Throws<EmergentException>(() => table.Add(1, "b", 3));
        AssertSame(before, table);
    }

    [Fact]
    public void Row_takes_numbers_of_any_type_nulls_and_tensors()
    {
        var table = Patterns();
        table.Add("a", new Tensor<float>([2, 2], [1, 2, 3, 4]), 3L, true);
        table.Add(null, new float[] { 5, 6, 7, 8 }, 4.0, false);
        table.Add("c", null, null, null);
        Assert.Equal([1, 2, 3, 4], table.Row(0).Cell<float>("Input").ToArray());
        Assert.Equal(8, table.Column<float>("Input").CellTensor(1)[1, 1]);
        Assert.Equal(3, table.Row(0)["Count"]);
        Assert.Null(table.Row(1)["Name"]);
        Assert.Null(table.Row(2)["Count"]);
        Assert.Null(table.Row(2)["Seen"]);
        Assert.True(float.IsNaN(table.Row(2).Cell<float>("Input")[3]));
        Assert.Contains("takes tensors float[2, 2]; it was given a tensor float[4]",
            Assert.Throws<EmergentException>(() => table.Add("d", new Tensor<float>([4]), 1, true)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Cell_tensor_is_a_view_that_survives_growth_of_the_table()
    {
        var table = Patterns();
        table.AddRow();
        var cell = table.Column<float>("Input").CellTensor(0);
        for (var i = 0; i < 1000; i++) { table.AddRow(); }
        cell[1, 0] = 3;
        Assert.Equal(3, table.Column<float>("Input").Cell(0)[2]);
        Assert.Equal(3, ((Tensor<float>)table.Row(0)["Input"]!)[1, 0]);
        Assert.Equal([1001, 2, 2], table["Input"].AllCells.Shape);
    }

    [Fact]
    public void Row_sets_cells_by_name()
    {
        var row = Patterns().AddRow();
        row["Name"] = "a";
        row.Set("Count", 7);
        row["Seen"] = true;
        row.Cell<float>("Input")[3] = 2;
        Assert.Equal("a", row.Get<string>("Name"));
        Assert.Equal(7, row.Get<double>("Count"));
        Assert.True(row.Get<bool>("Seen"));
        Assert.Equal(2, ((Tensor<float>)row["Input"]!)[1, 1]);
    }

    [Fact]
    public void Value_that_cannot_be_got_as_the_type_asked_for_is_refused()
    {
        var table = Patterns();
        var row = table.AddRow();
        row["Name"] = "abc";
        row["Count"] = null;
        Assert.Contains("Row 0, column 'Name' of table 'Patterns' is 'abc'; double needs a number", Assert.Throws<EmergentException>(() => row.Get<double>("Name")).Message, StringComparison.Ordinal);
        Assert.Contains("is null; int needs", Assert.Throws<EmergentException>(() => row.Get<int>("Count")).Message, StringComparison.Ordinal);
        Assert.True(double.IsNaN(row.Get<double>("Count")));
        Assert.Contains("cells of shape [2, 2], not single values", Assert.Throws<EmergentException>(() => row.Get<float>("Input")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Deleted_rows_are_gone_and_the_rest_move_up_with_their_nulls()
    {
        var table = Patterns();
        for (var i = 0; i < 5; i++) { table.Add($"r{i}", new float[] { i, i, i, i }, i == 3 ? null : i, false); }
        table.DeleteRows(1, 2);
        Assert.Equal(["r0", "r3", "r4"], table.Rows.Select(r => r.Get<string>("Name")));
        Assert.Null(table.Row(1)["Count"]);
        Assert.Equal(4, table.Row(2).Cell<float>("Input")[0]);
        Assert.Equal("", table.AddRow().Get<string>("Name"));
        Assert.Equal(0, table.Row(3)["Count"]);

        table.Clear();
        Assert.Equal(0, table.RowCount);
        Assert.Empty(table.Rows);
        Assert.Equal(0, table.AddRow().Cell<float>("Input")[0]);
    }

    [Theory]
    [InlineData(-1, 1)]
    [InlineData(0, 3)]
    [InlineData(2, 1)]
    [InlineData(0, -1)]
    [InlineData(1, int.MaxValue)]
    public void Rows_that_are_not_there_cannot_be_deleted_or_read(int start, int count)
    {
        var table = new Table("t", "A");
        table.AddRows(2);
        Assert.Throws<ArgumentOutOfRangeException>(() => table.DeleteRows(start, count));
        Assert.Equal(2, table.RowCount);
        Assert.Throws<ArgumentOutOfRangeException>(() => table.Row(2));
        Assert.Throws<ArgumentOutOfRangeException>(() => table.Column<double>("A").Cell(2));
    }

    [Fact]
    public void Removed_column_is_gone_and_its_name_free()
    {
        var table = Patterns();
        table.RemoveColumn("Count");
        Assert.False(table.TryGetColumn("Count", out _));
        table.AddColumn<double>("Count");
        Assert.Equal(["Name", "Input", "Seen", "Count"], table.Columns.Select(c => c.Name));
        Assert.Throws<EmergentException>(() => table.RemoveColumn("Cuont"));
    }

    [Fact]
    public void New_column_has_a_cell_for_each_row_already_there()
    {
        var table = new Table("t", "A");
        table.AddRows(3);
        Assert.Equal(["", "", ""], table.AddColumn<string>("Name").Values.ToArray());
    }

    [Fact]
    public void Clone_shares_nothing()
    {
        var table = Patterns();
        table.MetaData["precision"] = "4";
        table.Add("a", new float[] { 1, 2, 3, 4 }, null, true);
        var copy = table.Clone();
        AssertSame(table, copy);
        copy.Row(0).Cell<float>("Input").Fill(9);
        copy.AddRow();
        copy.MetaData["precision"] = "5";
        Assert.Equal(1, table.Row(0).Cell<float>("Input")[0]);
        Assert.Equal(1, table.RowCount);
        Assert.Equal("4", table.MetaData["precision"]);
    }

    internal static void AssertSame(Table expected, Table actual)
    {
        Assert.Equal(expected.RowCount, actual.RowCount);
        Assert.Equal(expected.Columns.Select(c => (c.Name, c.ElementType, c.CellShape)), actual.Columns.Select(c => (c.Name, c.ElementType, c.CellShape)));
        foreach (var column in expected.Columns) { Assert.True(column.AllCells.ContentsEqual(actual[column.Name].AllCells), $"column {column.Name}"); }
    }
}
