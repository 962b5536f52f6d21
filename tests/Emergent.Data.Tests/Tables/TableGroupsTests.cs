using FsCheck;
using FsCheck.Fluent;

namespace Emergent.Data.Tests;

public class TableGroupsTests
{
    [Theory]
    [InlineData("Grp")]
    [InlineData("Grp", "Cond")]
    public void Groups_and_their_statistics_are_those_of_the_reference(params string[] columns)
    {
        var groups = TableViewTests.Golden().View().GroupBy(columns);
        var name = string.Join('_', columns);
        var expected = GoldenData.Table($"f/table_split_{name}.tsv");
        Assert.Equal(expected.Select(row => row["values"]), groups.Select(group => string.Join(',', group.Values)));
        Assert.Equal(expected.Select(row => row["row_idxs"]), groups.Select(group => string.Join(',', group.View.RowIndices.ToArray())));
        Assert.All(expected, row => Assert.Equal(row["levels"], string.Join(',', groups.Levels)));

        var table = groups.Aggregate("Val", Statistic.Mean, Statistic.Sem).Aggregate("Vec", Statistic.Sum).ToTable();
        foreach (var (row, index) in GoldenData.Table($"f/table_split_{name}_aggs.tsv").Select((row, i) => (row, i)))
        {
            var cells = row["cells(col=value;...)"].Split(';');
            foreach (var cell in cells)
            {
                var (column, element, value) = (cell[..cell.IndexOf('[', StringComparison.Ordinal)], cell[cell.IndexOf('[', StringComparison.Ordinal) + 1] - '0', cell[(cell.IndexOf('=', StringComparison.Ordinal) + 1)..]);
                var found = table[column].CellTensor(index);
                if (columns.Contains(column)) { Assert.Equal(value, found.GetText(element)); }
                else { Assert.Equal(double.Parse(value), found.GetDouble(element), 1e-12); }
            }
            Assert.Equal(cells.Select(cell => cell[..cell.IndexOf('[', StringComparison.Ordinal)]).Distinct(), table.Columns.Select(c => c.Name));
        }
    }

    [Fact]
    public void Description_of_groups_is_that_of_the_reference()
    {
        var table = TableViewTests.Golden().View().GroupBy("Grp").Describe("Val").ToTable();
        var expected = GoldenData.Table("f/table_split_desc.tsv");
        Assert.Equal(expected[0].Keys, table.Columns.Select(c => c.Name));
        for (var r = 0; r < expected.Count; r++)
        {
            Assert.Equal(expected[r]["Grp"], table.Row(r).Get<string>("Grp"));
            foreach (var (column, value) in expected[r].Skip(1)) { Assert.Equal(double.Parse(value), table.Row(r).Get<double>(column), 1e-12); }
        }
    }

    [Fact]
    public void Groups_put_together_give_all_rows_back() => Prop.ForAll(GeneratedTables.Rows, Gen.SubListOf("Text", "Group", "Number", "Whole", "Truth").ToArbitrary(), (rows, columns) =>
    {
        var table = GeneratedTables.Of(rows);
        var groups = table.View().GroupBy([.. columns]);
        return groups.ToView().RowIndices.ToArray().Order().SequenceEqual(Enumerable.Range(0, rows.Length))
            && groups.All(group => group.View.RowIndices.ToArray().Order().SequenceEqual(group.View.RowIndices.ToArray()))
            && groups.Select(group => string.Join('\u0001', columns.Select(c => group.View.Row(0)[c] ?? "\u0002null"))).Distinct().Count() == groups.Count
            && groups.All(group => columns.All(c => group.View.Rows.All(row => Equals(row[c], group.View.Row(0)[c]))));
    }).Check(GeneratedTables.Fixed);

    [Fact]
    public void Many_groups_by_several_columns_are_in_order()
    {
        var random = new CounterRandom(2, 0, 1);
        var table = new Table("t", "A", "B");
        for (var i = 0; i < 6000; i++) { table.Add(random.NextInt(3000), random.NextInt(3000)); }   // more pairs than a table of them holds
        var groups = table.View().GroupBy("A", "B").ToTable();
        Assert.Equal(groups.View().OrderBy("A", "B").RowIndices.ToArray(), Enumerable.Range(0, groups.RowCount));
        Assert.Equal(table.Rows.Select(r => (r["A"], r["B"])).Distinct().Count(), groups.RowCount);
    }

    [Fact]
    public void Nulls_are_a_group_of_their_own_and_left_out_of_statistics()
    {
        var table = new Table("t");
        table.AddColumn<int>("Run");
        table.AddColumn<double>("SSE");
        table.Add(null, 1);
        table.Add(2, null);
        table.Add(2, 4);
        table.Add(1, null);
        var groups = table.View().GroupBy("Run").Aggregate("SSE", Statistic.Mean, Statistic.Count, Statistic.Sum).ToTable();
        Assert.Equal([1, 2, null], groups.Rows.Select(r => r["Run"]));
        Assert.Equal(typeof(int), groups["Run"].ElementType);
        Assert.Equal([double.NaN, 4, 1], groups.View().Numbers("SSE:Mean"));
        Assert.Equal([0, 1, 1], groups.View().Numbers("SSE:Count"));
        Assert.Equal([0, 4, 1], groups.View().Numbers("SSE:Sum"));
    }

    [Fact]
    public void No_column_at_all_gives_one_group_of_all_rows()
    {
        var groups = TableViewTests.Golden().View().GroupBy();
        Assert.Equal(14, Assert.Single(groups).View.RowCount);
        Assert.Equal(18.353, groups.Aggregate(Statistic.Sum, "Val").ToTable().Row(0).Get<double>("Val:Sum"), 1e-9);
    }

    [Fact]
    public void Groups_by_a_function_are_in_the_order_of_their_names()
    {
        var groups = TableViewTests.Golden().View().GroupBy("Sign", row => row.Get<double>("Val") < 0 ? "negative" : "Positive");
        Assert.Equal(["Positive", "negative"], groups.Select(g => g.Name));
        Assert.Equal([5, 6, 12], groups["negative"].View.RowIndices.ToArray());
        Assert.Equal("Positive", groups[0]["Sign"]);
    }

    [Fact]
    public void Split_puts_each_row_into_one_part_in_proportion()
    {
        var table = new Table("t", "A");
        table.AddRows(103);
        var split = table.View().Split([("train", 0.5), ("validate", 0.3), ("test", 0.2)], seed: 5);
        Assert.Equal([52, 30, 21], split.Select(part => part.View.RowCount));
        Assert.Equal(Enumerable.Range(0, 103), split.ToView().RowIndices.ToArray().Order());
        Assert.Equal(split["test"].View.RowIndices.ToArray(), table.View().Split([("train", 0.5), ("validate", 0.3), ("test", 0.2)], seed: 5)[2].View.RowIndices.ToArray());
        Assert.NotEqual(Enumerable.Range(0, 52), split[0].View.RowIndices.ToArray());
        Assert.Contains("sum to 0.9; they must sum to 1", Assert.Throws<ArgumentException>(() => table.View().Split([("a", 0.5), ("b", 0.4)], seed: 1)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => table.View().Split([("a", -0.5), ("b", 1.5)], seed: 1));
        Assert.Throws<ArgumentException>(() => table.View().Split([("a", double.NaN)], seed: 1));
        Assert.Contains("called 'a'", Assert.Throws<EmergentException>(() => table.View().Split([("a", 0.5), ("a", 0.5)], seed: 1)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Groups_are_filtered_ordered_and_their_levels_rearranged()
    {
        var groups = TableViewTests.Golden().View().GroupBy("Grp", "Cond").Aggregate("Val", Statistic.Mean);
        Assert.Equal(["a, x", "b, x", "c, x"], groups.Where(g => g["Cond"] == "x").Select(g => g.Name));
        Assert.Equal(0.454, groups.Where(g => g["Cond"] == "x").ToTable().Row(2).Get<double>("Val:Mean"), 1e-12);
        Assert.Equal("c, y", groups.OrderByDescending("Val:Mean")[0].Name);
        Assert.Equal(["x, a", "x, b", "x, c", "y, a", "y, b", "y, c"], groups.ReorderLevels("Cond", "Grp").Select(g => g.Name));
        Assert.Equal(2.4485, groups.ReorderLevels("Cond", "Grp").ToTable().Row(5).Get<double>("Val:Mean"), 1e-12);
        var merged = groups.ExtractLevels("Cond");
        Assert.Equal(["x", "y"], merged.Select(g => g.Name));
        Assert.Equal([0, 1, 4, 5, 8, 9, 12, 13], merged["x"].View.RowIndices.ToArray().Order());
        Assert.Equal([5, 8], groups["c", "x"].View.RowIndices.ToArray());
    }

    [Fact]
    public void Own_statistics_and_names_without_statistic()
    {
        var groups = TableViewTests.Golden().View().GroupBy("Grp");
        var table = groups.Aggregate("Val", "Above1", values => Statistics.ProportionIf(values, v => v > 1)).ToTable();
        Assert.Equal([0.4, 0.6, 0.75], table.View().Numbers("Val:Above1"));
        Assert.Equal(["Grp", "Val", "Vec"], groups.Aggregate(Statistic.Mean).ToTable(columnNamesOnly: true).Columns.Select(c => c.Name));
        Assert.Contains("Two columns of the groups of table 'golden' would be called 'Val'",
            Assert.Throws<EmergentException>(() => groups.Aggregate("Val", Statistic.Mean, Statistic.Sem).ToTable(columnNamesOnly: true)).Message, StringComparison.Ordinal);
        var copied = groups.Aggregate("Val", Statistic.Max).ToTable(copyOthers: true);
        Assert.Equal(["it01", "it00", "it02"], copied.Rows.Select(r => r.Get<string>("Name")));
    }

    [Fact]
    public void What_is_not_there_is_named()
    {
        var groups = TableViewTests.Golden().View().GroupBy("Grp");
        Assert.Contains("Did you mean 'Val'?", Assert.Throws<EmergentException>(() => groups.Aggregate("Vall", Statistic.Mean)).Message, StringComparison.Ordinal);
        Assert.Contains("holds text; numbers are needed", Assert.Throws<EmergentException>(() => groups.Aggregate("Name", Statistic.Mean)).Message, StringComparison.Ordinal);
        Assert.Contains("already has a column 'Val:Mean'", Assert.Throws<EmergentException>(() => groups.Aggregate("Val", Statistic.Mean, Statistic.Mean)).Message, StringComparison.Ordinal);
        Assert.Contains("no level 'Cond'", Assert.Throws<EmergentException>(() => groups.ExtractLevels("Cond")).Message, StringComparison.Ordinal);
        Assert.Contains("There are 1 levels (Grp); 0 were named", Assert.Throws<EmergentException>(() => groups.ReorderLevels()).Message, StringComparison.Ordinal);
        Assert.Contains("has no group 'z' by Grp", Assert.Throws<EmergentException>(() => groups["z"]).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => groups[3]);
    }
}
