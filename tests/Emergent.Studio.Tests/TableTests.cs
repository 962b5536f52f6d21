using Emergent.Data;
using Emergent.Networks;
using Emergent.Sims;

namespace Emergent.Studio.Tests;

public class TableTests
{
    [Fact]
    public async Task Rows_come_as_they_are_logged()
    {
        var simulation = new RandomAssociator { Runs = 1, Epochs = 6 };
        await using var window = await Windows.Open(simulation);
        await using var page = await Page.Open(window);
        await page.CommandTo("finished", "run", new { mode = "Train" });
        await page.Until(_ => page.Rows("train_epoch") is [{ Length: 6 }, ..] && HasAllRows(page, simulation), what: "rows");
        AssertComplete(page, simulation);
        var table = await page.Until(m => Page.TypeOf(m) == "table" && m.GetProperty("name").GetString() == "train_epoch");
        Assert.Equal("Epoch", table.GetProperty("xAxis").GetString());
        var settings = table.GetProperty("columns").EnumerateArray().ToDictionary(c => c.GetProperty("name").GetString()!, c => c.GetProperty("settings"));
        Assert.Equal("+", settings["PctErr"].GetProperty("On").GetString());
    }

    [Fact]
    public async Task Tables_are_complete_after_a_reconnect_and_what_is_there_is_not_sent_again()
    {
        var simulation = new RandomAssociator { Runs = 1, Epochs = 8 };
        await using var window = await Windows.Open(simulation);
        var cookie = await Page.Enter(window);
        var first = await Page.Open(window, cookie);
        await first.CommandTo("paused", "step", new { mode = "Train", scale = "Epoch", count = 3 });
        await first.Until(_ => first.Rows("train_epoch") is [{ Length: 3 }, ..], what: "rows");
        var id = first.Messages.Last(m => Page.TypeOf(m) == "table" && m.GetProperty("name").GetString() == "train_epoch").GetProperty("id").GetInt64();
        Assert.InRange(id, 1, (1L << 53) - 1);   // a page has doubles for numbers
        await first.DisposeAsync();

        await using var second = await Page.Open(window, cookie);   // has no rows
        await second.CommandTo("finished", "run", new { mode = "Train" });
        await second.Until(_ => second.Rows("train_epoch") is [{ Length: 8 }, ..] && HasAllRows(second, simulation), what: "rows");
        AssertComplete(second, simulation);

        await using var third = await Page.Open(window, cookie, new { type = "hello", protocol = 1, rows = new { train_epoch = 3 }, ids = new { train_epoch = id } });
        await third.Until(_ => third.Rows("train_epoch") is [{ Length: 5 }, ..], what: "the other rows");
        Assert.Equal([3, 4, 5, 6, 7], third.Rows("train_epoch")[1].Select(e => e.GetInt32()));
        Assert.DoesNotContain(third.Messages, m => Page.TypeOf(m) == "table" && m.GetProperty("name").GetString() == "train_epoch");

        await using var fourth = await Page.Open(window, cookie, new { type = "hello", protocol = 1, rows = new { train_epoch = 3 }, ids = new { train_epoch = id + 500_000 } });
        await fourth.Until(_ => fourth.Rows("train_epoch") is [{ Length: 8 }, ..], what: "all rows, since the table was another");
    }

    [Fact]
    public async Task Tables_begin_anew_with_init()
    {
        await using var window = await Windows.Open(new Fallible());
        await using var page = await Page.Open(window);
        await page.CommandTo("paused", "step", new { mode = "Train", scale = "Epoch", count = 2 });
        await page.CommandTo("ready", "init");
        await page.CommandTo("paused", "step", new { mode = "Train", scale = "Epoch", count = 1 });
        await page.Until(_ => page.Rows("train_epoch") is [{ Length: 1 }, ..], what: "one row");
    }

    private static IEnumerable<LogTable> LogsWithRows(Simulation simulation) => simulation.Log.Tables.Where(t => t.Scale >= TimeScale.Epoch && t.Table.RowCount > 0);

    private static bool HasAllRows(Page page, Simulation simulation) => LogsWithRows(simulation).All(t => page.Rows(t.FileSuffix) is [{ } first, ..] && first.Length == t.Table.RowCount);

    private static void AssertComplete(Page page, Simulation simulation)
    {
        foreach (var log in LogsWithRows(simulation))
        {
            var told = page.Rows(log.FileSuffix);
            foreach (var (column, cells) in log.Table.Columns.Zip(told))
            {
                Assert.Equal(log.Table.RowCount * column.CellShape.Length, cells.Length);
                for (var i = 0; i < cells.Length; i++)
                {
                    if (column.ElementType == typeof(string)) { Assert.Equal(column.AllCells.GetText(i), cells[i].GetString()); }
                    else if (cells[i].ValueKind == System.Text.Json.JsonValueKind.Null) { Assert.False(double.IsFinite(column.AllCells.GetDouble(i))); }
                    else { Assert.Equal(column.AllCells.GetDouble(i), cells[i].GetDouble()); }
                }
            }
        }
    }
}
