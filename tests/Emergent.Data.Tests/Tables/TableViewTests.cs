using FsCheck;
using FsCheck.Fluent;

namespace Emergent.Data.Tests;

public class TableViewTests
{
    private static Table Log()
    {
        var table = new Table("Log");
        table.AddColumn<string>("Name");
        table.AddColumn<double>("SSE");
        table.AddColumn<int>("Epoch");
        table.AddColumn<float>("Act", [2]);
        table.Add("beta", 2.0, 1, new float[] { 1, 2 });
        table.Add("alpha", null, 0, new float[] { 3, 4 });
        table.Add("Beta", 1.0, null, new float[] { 5, float.NaN });
        table.Add(null, 2.0, 0, new float[] { 7, 8 });
        return table;
    }

    private static int[] Rows(TableView view) => view.RowIndices.ToArray();

    [Fact]
    public void Sorting_by_the_reference_gives_its_rows()
    {
        var data = Golden();
        var expected = GoldenData.Table("f/table_sort.tsv");
        Assert.Equal(expected[0]["idxs"], $"[{string.Join(' ', Rows(data.View().OrderBy("Val")))}]");
        Assert.Equal(expected[1]["idxs"], $"[{string.Join(' ', Rows(data.View().OrderBy("Grp", "Cond")))}]");
    }

    [Fact]
    public void Order_is_numeric_for_numbers_ordinal_for_text_and_null_comes_last_both_ways()
    {
        var table = Log();
        Assert.Equal([2, 0, 3, 1], Rows(table.View().OrderBy("SSE")));
        Assert.Equal([0, 3, 2, 1], Rows(table.View().OrderByDescending("SSE")));
        Assert.Equal([2, 1, 0, 3], Rows(table.View().OrderBy("Name")));
        Assert.Equal([0, 1, 2, 3], Rows(table.View().OrderByDescending("Name")));
        Assert.Equal([1, 3, 0, 2], Rows(table.View().OrderBy("Epoch")));
        Assert.Equal([0, 1, 3, 2], Rows(table.View().OrderByDescending("Epoch")));
        Assert.Equal([3, 1, 0, 2], Rows(table.View().OrderByDescending("Epoch").OrderBy("Epoch").OrderBy((a, b) => b.Index - a.Index).OrderBy("Epoch")));
    }

    [Fact]
    public void Order_by_a_comparison_is_stable() =>
        Assert.Equal([0, 2, 3, 1], Rows(Log().View().OrderBy((a, b) => string.CompareOrdinal($"{b["Name"]}".ToUpperInvariant(), $"{a["Name"]}".ToUpperInvariant())).OrderBy((a, b) => (a.Index == 1).CompareTo(b.Index == 1))));

    [Fact]
    public void Sort_is_a_stable_permutation() => Prop.ForAll(GeneratedTables.Rows, Gen.Elements("Text", "Group", "Number", "Whole", "Truth").ToArbitrary(), Gen.Elements(true, false).ToArbitrary(), (rows, column, isDescending) =>
    {
        // Many rows, so that sorting by counting and by parts of texts is tried too.
        var table = GeneratedTables.Of([.. Enumerable.Repeat(rows, 1100 / Math.Max(rows.Length, 1) + 1).SelectMany(r => r)]);
        var sorted = isDescending ? table.View().OrderByDescending(column) : table.View().OrderBy(column);
        var expected = Enumerable.Range(0, table.RowCount).OrderBy(r => table[column].IsNull(r)).ThenBy(r => table.Row(r)[column], Comparer<object?>.Create((a, b) =>
            a is null || b is null ? 0 : (isDescending ? -1 : 1) * (a is string s ? string.CompareOrdinal(s, (string)b) : ((IComparable)a).CompareTo(b))));
        return Rows(sorted).SequenceEqual(expected);
    }).Check(GeneratedTables.Fixed);

    [Fact]
    public void Long_texts_with_common_beginnings_are_sorted_as_comparison_sorts_them()
    {
        var random = new CounterRandom(1, 0, 1);
        var texts = new string[3000];
        for (var i = 0; i < texts.Length; i++) { texts[i] = new string('x', random.NextInt(12)) + (random.NextInt(3) == 0 ? "\0" : "") + (char)('a' + random.NextInt(5)) + random.NextInt(40); }
        var table = new Table("t");
        table.AddColumn<string>("T");
        foreach (var text in texts) { table.Add(text); }
        Assert.Equal(texts.OrderBy(t => t, StringComparer.Ordinal), table.View().OrderBy("T").Values<string>("T"));
    }

    [Fact]
    public void Where_chooses_by_row_by_value_and_by_text()
    {
        var table = Log();
        Assert.Equal([0, 3], Rows(table.View().Where(row => row["SSE"] is double and > 1)));
        Assert.Equal([0, 3], Rows(table.View().Where<double>("SSE", sse => sse > 1)));
        Assert.Equal([1, 3], Rows(table.View().Where("Epoch", 0)));
        Assert.Equal([0, 2], Rows(table.View().Where("Epoch", 0, exclude: true)));
        Assert.Equal([2], Rows(table.View().Where("Epoch", double.NaN)));
        Assert.Equal([0], Rows(table.View().Where("Name", "beta")));
        Assert.Equal([0, 2], Rows(table.View().Where("Name", "BETA", ignoreCase: true)));
        Assert.Equal([0, 2], Rows(table.View().Where("Name", "eta", contains: true)));
        Assert.Equal([1, 3], Rows(table.View().Where("Name", "eta", contains: true, exclude: true)));
        Assert.Equal([1, 3], Rows(table.View().Where("Epoch", "0")));
    }

    [Fact]
    public void Number_in_a_column_of_float_is_found_by_its_decimal()
    {
        var table = new Table("t");
        table.AddColumn<float>("F");
        table.Add(0.1);
        Assert.Equal(1, table.View().Where("F", 0.1).RowCount);
    }

    [Fact]
    public void Rows_without_nulls_are_those_with_none_in_any_element()
    {
        var table = Log();
        Assert.Equal([0, 2, 3], Rows(table.View().WithoutNulls("SSE")));
        Assert.Equal([0, 1, 3], Rows(table.View().WithoutNulls("Act")));
        Assert.Equal([0], Rows(table.View().WithoutNulls()));
    }

    [Fact]
    public void Parts_are_taken_skipped_appended_and_picked()
    {
        var table = Log();
        var view = table.View().Skip(1);
        Assert.Equal([1, 2, 3], Rows(view));
        Assert.Equal([1, 2], Rows(view.Take(2)));
        Assert.Empty(Rows(view.Skip(9)));
        Assert.Equal([1, 2, 3], Rows(view.Take(9)));
        Assert.Equal([3, 1, 3], Rows(view.At(2, 0, 2)));
        Assert.Equal([1, 2, 3, 0], Rows(view.Append(table.View().Take(1))));
        Assert.Equal([3, 2, 1], Rows(view.Reverse()));
        Assert.Equal(2, view.Row(1).Index);
        Assert.Throws<ArgumentOutOfRangeException>(() => view.Row(3));
        Assert.Throws<ArgumentOutOfRangeException>(() => view.At(3));
        Assert.Throws<ArgumentOutOfRangeException>(() => view.Take(-1));
        Assert.Contains("cannot hold rows of table 'Log'", Assert.Throws<EmergentException>(() => view.Append(Log())).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Sample_and_shuffle_depend_on_the_seed_alone()
    {
        var table = new Table("t", "A");
        table.AddRows(200);
        Assert.Equal(Rows(table.View().Sample(50, seed: 3)), Rows(table.View().Sample(50, seed: 3)));
        Assert.NotEqual(Rows(table.View().Sample(50, seed: 3)), Rows(table.View().Sample(50, seed: 4)));
        Assert.Equal(Rows(table.View().Sample(50, seed: 3)).Order().Distinct(), Rows(table.View().Sample(50, seed: 3)));
        Assert.Equal(Enumerable.Range(0, 200), Rows(table.View().Shuffle(seed: 3)).Order());
        Assert.NotEqual(Enumerable.Range(0, 200), Rows(table.View().Shuffle(seed: 3)));
        Assert.Contains("A sample of 201 rows", Assert.Throws<ArgumentOutOfRangeException>(() => table.View().Sample(201, seed: 1)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Columns_are_read_in_the_order_of_the_view()
    {
        var view = Log().View().OrderByDescending("Epoch");
        Assert.Equal([2, double.NaN, 2, 1], view.Numbers("SSE"));
        Assert.Equal([1, 2, 3, 4, 7, 8, 5, float.NaN], view.Values<float>("Act"));
        Assert.Equal([1, 2, 3, 4, 7, 8, 5, double.NaN], view.Numbers("Act"));
        Assert.Equal([1, 0, 0, double.NaN], view.Numbers("Epoch"));
        Assert.Equal(["beta", "alpha", "", "Beta"], view.Texts("Name"));
        Assert.Equal(["1", "0", "0", ""], view.Texts("Epoch"));
        Assert.Equal([4, 2], view.Cells("Act").Shape);
        Assert.Contains("holds text; numbers are needed", Assert.Throws<EmergentException>(() => view.Numbers("Name")).Message, StringComparison.Ordinal);
        Assert.Contains("Did you mean 'SSE'?", Assert.Throws<EmergentException>(() => view.Numbers("SES")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Table_of_a_view_has_its_rows_its_nulls_and_its_metadata_and_shares_nothing()
    {
        var table = Log();
        table.MetaData["desc"] = "d";
        table["Act"].DimensionNames = ["X"];
        var copy = table.View().OrderBy("Epoch").ToTable("Sorted");
        Assert.Equal(("Sorted", "d"), (copy.Name, copy.MetaData["desc"]));
        Assert.Equal(["X"], copy["Act"].DimensionNames);
        Assert.Null(copy.Row(3)["Epoch"]);
        Assert.Null(copy.Row(1)["Name"]);
        copy.Row(0)["SSE"] = 9;
        Assert.Null(table.Row(1)["SSE"]);
    }

    [Fact]
    public void Table_converts_to_a_view_of_all_its_rows()
    {
        TableView view = Log();
        Assert.Equal(4, view.RowCount);
    }

    [Fact]
    public void View_of_rows_that_were_deleted_says_so()
    {
        var table = Log();
        var view = table.View();
        table.DeleteRows(3);
        Assert.Contains("rows beyond its 3", Assert.Throws<EmergentException>(() => view.Numbers("SSE")).Message, StringComparison.Ordinal);
        Assert.Equal([2, double.NaN, 1], view.WithoutDeleted().Numbers("SSE"));
        table.AddRows(2);
        Assert.Equal(4, view.Numbers("SSE").Length);
    }

    [Fact]
    public void Tensor_columns_and_unknown_ones_cannot_order_choose_or_group()
    {
        var view = Log().View();
        Assert.Contains("has cells of shape [2]; ordering needs single values", Assert.Throws<EmergentException>(() => view.OrderBy("Act")).Message, StringComparison.Ordinal);
        Assert.Contains("grouping needs single values", Assert.Throws<EmergentException>(() => view.GroupBy("Act")).Message, StringComparison.Ordinal);
        Assert.Throws<EmergentException>(() => view.Where<float>("Act", a => a > 0));
        Assert.Throws<EmergentException>(() => view.Where("SSE", "x").OrderBy("Nmae"));
        Assert.Throws<EmergentException>(() => view.OrderBy());
        Assert.Contains("Ask for Column<double>", Assert.Throws<EmergentException>(() => view.Where<float>("SSE", a => a > 0)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void View_of_an_empty_table_is_empty_whatever_is_asked()
    {
        var table = Log();
        table.Clear();
        var view = table.View();
        Assert.Empty(view.OrderBy("SSE").Where("Name", "a").WithoutNulls().Shuffle(1).Sample(0, 1).Rows);
        Assert.Empty(view.GroupBy("Name"));
        Assert.Equal(0, view.ToTable().RowCount);
    }

    /// <summary>The table that the reference's figures are of, with Vec0 … Vec4 as one column of tensors.</summary>
    internal static Table Golden()
    {
        var table = new Table("golden");
        table.AddColumn<string>("Name");
        table.AddColumn<string>("Grp");
        table.AddColumn<string>("Cond");
        table.AddColumn<double>("Val");
        table.AddColumn<double>("Vec", [5]);
        foreach (var row in GoldenData.Table("f/table_data.tsv"))
        {
            table.Add(row["Name"], row["Grp"], row["Cond"], double.Parse(row["Val"]), Enumerable.Range(0, 5).Select(i => double.Parse(row[$"Vec{i}"])).ToArray());
        }
        return table;
    }
}
