using FsCheck;
using FsCheck.Fluent;

namespace Emergent.Data.Tests;

public class SequencesTests
{
    [Fact]
    public void Windows_have_the_mean_of_their_rows()
    {
        var means = Sequences.Windows(Log(), Statistic.Mean, 2);
        Assert.Equal(["Epoch", "Error", "Act"], means.Columns.Select(column => column.Name));
        Assert.Equal([0.5, 2.5, 4], means.Column<double>("Epoch").Values.ToArray());
        Assert.Equal([8, 4, 1], means.Column<double>("Error").Values.ToArray());
        Assert.Equal([0.5, -0.5, 2.5, -2.5, 4, -4], means.Column<double>("Act").Values.ToArray());
        Assert.Equal(["Error"], Sequences.Windows(Log(), Statistic.Mean, 2, "Error").Columns.Select(column => column.Name));
    }

    [Fact]
    public void Running_means_are_of_the_rows_before()
    {
        var means = Sequences.SlidingWindows(Log(), Statistic.Mean, 3);
        Assert.Equal([10, 8, 20.0 / 3, 5, 2.5], means.Column<double>("Error").Values.ToArray());
        Assert.Equal([0, 1, 2, 3, 4], means.Column<int>("Epoch").Values.ToArray());
        Assert.Equal([0f, 0, 0.5f, -0.5f, 1, -1, 2, -2, 3, -3], means.Column<float>("Act").Values.ToArray());
        Assert.Equal([0, 0.5, 1, 2, 3], Sequences.SlidingWindows(Log(), Statistic.Mean, 3, "Epoch").Column<double>("Epoch").Values.ToArray());
    }

    [Fact]
    public void Differences_are_to_the_rows_before()
    {
        Assert.Equal([double.NaN, -4, -2, double.NaN, double.NaN], Sequences.Differences(Log()).Column<double>("Error").Values.ToArray());
        Assert.Equal([double.NaN, double.NaN, -6, double.NaN, -3], Sequences.Differences(Log(), 2, "Error").Column<double>("Error").Values.ToArray());
    }

    [Fact]
    public void Lagged_columns_hold_what_was_before()
    {
        var log = Log();
        var lagged = Sequences.Lagged(log, 2, "Name", "Act", "Epoch");
        Assert.Equal(["Epoch", "Name", "Error", "Act", "Name-2", "Act-2", "Epoch-2"], lagged.Columns.Select(column => column.Name));
        Assert.Equal(["", "", "a", "b", "c"], lagged.Column<string>("Name-2").Values.ToArray());
        Assert.Equal([1f, -1], lagged.Column<float>("Act-2").Cell(3).ToArray());
        Assert.Null(lagged.Row(1)["Epoch-2"]);
        Assert.Equal(2, lagged.Row(4)["Epoch-2"]);
        Assert.Equal(4, log.Columns.Count);
        Assert.Equal(8, Sequences.Lagged(log).Columns.Count);
        Assert.Null(Sequences.Lagged(log, 9, "Epoch").Row(4)["Epoch-9"]);
    }

    [Fact]
    public void Nothing_gives_nothing()
    {
        var empty = new Table("Empty", "X");
        Assert.All([Sequences.Windows(empty, Statistic.Mean, 3), Sequences.SlidingWindows(empty, Statistic.Mean, 3), Sequences.Differences(empty), Sequences.Lagged(empty)], table => Assert.Equal(0, table.RowCount));
    }

    [Fact]
    public void Steps_below_1_text_and_names_that_are_not_there_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Sequences.Windows(Log(), Statistic.Mean, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Sequences.SlidingWindows(Log(), Statistic.Mean, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Sequences.Differences(Log(), 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Sequences.Lagged(Log(), 0));
        Assert.Contains("holds text", Assert.Throws<EmergentException>(() => Sequences.Windows(Log(), Statistic.Mean, 2, "Name")).Message, StringComparison.Ordinal);
        Assert.Contains("Did you mean 'Error'?", Assert.Throws<EmergentException>(() => Sequences.Lagged(Log(), 1, "Eror")).Message, StringComparison.Ordinal);
        Assert.Contains("already has a column 'Error-1'", Assert.Throws<EmergentException>(() => Sequences.Lagged(Sequences.Lagged(Log(), 1, "Error"), 1, "Error")).Message, StringComparison.Ordinal);
    }

    private static Table Log()
    {
        var log = new Table("Log");
        log.AddColumn<int>("Epoch");
        log.AddColumn<string>("Name");
        log.AddColumn<double>("Error");
        log.AddColumn<float>("Act", [2]);
        (string Name, double? Error)[] rows = [("a", 10), ("b", 6), ("c", 4), ("d", null), ("e", 1)];
        foreach (var (epoch, row) in rows.Index()) { log.Add(epoch, row.Name, row.Error, (float[])[epoch, -epoch]); }
        return log;
    }

    [Fact]
    public void Differences_add_up_to_the_values_and_means_of_all_rows_are_the_mean() => Prop.ForAll(Gen.NonEmptyListOf(GoldenRows.Number).ToArbitrary(), Gen.Choose(1, 6).ToArbitrary(), (list, size) =>
    {
        double[] values = [.. list];
        var table = new Table("T", "X");
        foreach (var value in values) { table.Add(value); }
        double[] differences = X(Sequences.Differences(table)), windows = X(Sequences.Windows(table, Statistic.Mean, size)), running = X(Sequences.SlidingWindows(table, Statistic.Mean, size)), lagged = Sequences.Lagged(table, size).Column<double>($"X-{size}").Values.ToArray();
        return Math.Abs(values[0] + differences[1..].Sum() - values[^1]) < 1e-9 && double.IsNaN(differences[0])
            && windows.Length == (values.Length + size - 1) / size && windows.Index().All(w => Math.Abs(w.Item - values.Skip(w.Index * size).Take(size).Average()) < 1e-9)
            && running.Index().All(r => Math.Abs(r.Item - values[Math.Max(0, r.Index - size + 1)..(r.Index + 1)].Average()) < 1e-9)
            && lagged.Index().All(l => l.Index < size ? double.IsNaN(l.Item) : l.Item == values[l.Index - size])
            && X(Sequences.Windows(table, Statistic.Mean, 1)).SequenceEqual(values) && X(Sequences.SlidingWindows(table, Statistic.Mean, 1)).SequenceEqual(values);

        static double[] X(Table t) => t.Column<double>("X").Values.ToArray();
    }).Check(GoldenRows.Fixed);
}
