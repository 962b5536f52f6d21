namespace Emergent.Data.Tests;

public class TableRowsAndColumnsTests
{
    private static Table Abc()
    {
        var table = new Table("abc");
        table.AddColumn<int>("A");
        table.AddColumn<string>("B");
        table.AddColumn<float>("C", [2]).DimensionNames = ["X"];
        table.Add(1, "one", new float[] { 1, 10 });
        table.Add(null, "two", null);
        table.Add(3, null, new float[] { 3, 30 });
        return table;
    }

    private static string[] Names(Table table) => [.. table.Columns.Select(c => c.Name)];

    [Fact]
    public void Columns_are_inserted_moved_ordered_renamed_and_cleared()
    {
        var table = Abc();
        table.InsertColumn<double>(0, "First");
        var known = typeof(bool);
        table.InsertColumn(4, known, "Last");
        Assert.Equal(["First", "A", "B", "C", "Last"], Names(table));
        Assert.Equal([0, 0, 0], table.View().Numbers("First"));
        table.MoveColumn("C", 0);
        Assert.Equal(["C", "First", "A", "B", "Last"], Names(table));
        table.OrderColumns("B", "A");
        Assert.Equal(["B", "A", "C", "First", "Last"], Names(table));
        table.RenameColumn("A", "Alpha");
        Assert.Equal(3, table.Row(2).Get<int>("Alpha"));
        Assert.False(table.TryGetColumn("A", out _));
        table.ClearColumns();
        Assert.Equal((0, 3), (table.Columns.Count, table.RowCount));
    }

    [Fact]
    public void Wrong_places_and_names_of_columns_change_nothing()
    {
        var table = Abc();
        Assert.Throws<ArgumentOutOfRangeException>(() => table.InsertColumn<int>(4, "D"));
        Assert.Throws<EmergentException>(() => table.InsertColumn<int>(0, "A"));
        Assert.Throws<ArgumentOutOfRangeException>(() => table.MoveColumn("A", 3));
        Assert.Throws<EmergentException>(() => table.RenameColumn("A", "B"));
        Assert.Throws<EmergentException>(() => table.RenameColumn("A", " "));
        Assert.Contains("named twice", Assert.Throws<EmergentException>(() => table.OrderColumns("B", "B")).Message, StringComparison.Ordinal);
        Assert.Throws<EmergentException>(() => table.OrderColumns("B", "Z"));
        Assert.Equal(["A", "B", "C"], Names(table));
    }

    [Fact]
    public void Schema_makes_a_table_with_the_same_columns()
    {
        var table = new Table("copy", Abc().Schema, rows: 2);
        Assert.Equal(Abc().Schema, table.Schema);
        Assert.Equal(2, table.RowCount);
        Assert.Equal(["X"], table["C"].DimensionNames);
        Assert.NotEqual(new ColumnSchema("A", typeof(int)), new ColumnSchema("A", typeof(int), [1]));
        Assert.Equal(new ColumnSchema("A", typeof(int)).GetHashCode(), new ColumnSchema("A", typeof(int), Shape.Scalar).GetHashCode());
        Assert.Throws<EmergentException>(() => new Table("t", [new ColumnSchema("A", typeof(int)), new ColumnSchema("A", typeof(int))]));
    }

    [Fact]
    public void Rows_are_inserted_with_what_new_rows_hold()
    {
        var table = Abc();
        table.InsertRows(1, 2);
        Assert.Equal([1, 0, 0, null, 3], table.Rows.Select(r => r["A"]));
        Assert.Equal(["one", "", "", "two", null], table.Rows.Select(r => r["B"]));
        Assert.Equal([1, 10, 0, 0, 0, 0, float.NaN, float.NaN, 3, 30], table.Column<float>("C").Values.ToArray());
        table.InsertRows(5);
        Assert.Equal(0, table.Row(5)["A"]);
        Assert.Throws<ArgumentOutOfRangeException>(() => table.InsertRows(7));
        table.SetRowCount(1);
        Assert.Equal(1, table.RowCount);
        table.SetRowCount(3);
        Assert.Equal([1, 0, 0], table.Rows.Select(r => r["A"]));
    }

    [Fact]
    public void Rows_of_another_table_are_appended_by_the_names_of_its_columns()
    {
        var (table, other) = (Abc(), Abc());
        other.OrderColumns("C", "B");
        table.AppendRows(other.View().Skip(1));
        Assert.Equal([1, null, 3, null, 3], table.Rows.Select(r => r["A"]));
        Assert.Equal(30, table.Column<float>("C").Cell(4)[1]);
        table.AppendRows(table);
        Assert.Equal(10, table.RowCount);
        Assert.Null(table.Row(8)["A"]);
        var empty = new Table("empty");
        empty.AppendRows(other);
        Assert.Equal((3, "C"), (empty.RowCount, empty.Columns[0].Name));
    }

    [Fact]
    public void Rows_of_other_columns_are_refused_and_nothing_is_changed()
    {
        var table = Abc();
        var other = Abc();
        other.RenameColumn("B", "b");
        Assert.Contains("they have no column 'B'. Did you mean 'b'?", Assert.Throws<EmergentException>(() => table.AppendRows(other)).Message, StringComparison.Ordinal);
        other.RenameColumn("b", "B");
        other.AddColumn<int>("D");
        Assert.Contains("which has no column 'D'", Assert.Throws<EmergentException>(() => table.AppendRows(other)).Message, StringComparison.Ordinal);
        other.RemoveColumn("D");
        other.RemoveColumn("A");
        other.AddColumn<double>("A");
        Assert.Contains("has cells int, column 'A' of table 'abc' double", Assert.Throws<EmergentException>(() => table.AppendRows(other)).Message, StringComparison.Ordinal);
        Assert.Equal(3, table.RowCount);
    }

    [Fact]
    public void Cells_and_metadata_are_copied()
    {
        var (table, other) = (Abc(), Abc());
        other.MetaData["desc"] = "other";
        table.CopyCell("A", 0, other.Row(1));
        table.CopyCell("C", 1, other.Row(2));
        table.CopyMetaData(other);
        Assert.Null(table.Row(0)["A"]);
        Assert.Equal([3, 30], table.Column<float>("C").Cell(1).ToArray());
        Assert.Equal("other", table.MetaData["desc"]);
        Assert.Throws<EmergentException>(() => table.CopyCell("A", 0, other.Row(0), "B"));
        Assert.Throws<ArgumentOutOfRangeException>(() => table.CopyCell("A", 3, other.Row(0)));
    }
}
