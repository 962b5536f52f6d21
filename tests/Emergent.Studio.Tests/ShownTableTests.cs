using System.Text.Json;
using Emergent.Data;
using Emergent.Networks;

namespace Emergent.Studio.Tests;

public class ShownTableTests
{
    [Fact]
    public async Task Tables_that_are_shown_are_told_like_logs()
    {
        var simulation = new Fallible();
        simulation.Patterns.MetaData["Input:colormap"] = "Jet";
        await using var window = await Windows.Open(simulation);
        await using var page = await Page.Open(window);
        var infos = (await page.Until("hello")).GetProperty("tables").EnumerateArray().ToDictionary(t => t.GetProperty("name").GetString()!);
        Assert.True(infos["patterns"].GetProperty("isEditable").GetBoolean());
        Assert.False(infos["train_epoch"].GetProperty("isEditable").GetBoolean());
        Assert.Equal("Similarity", infos["found"].GetProperty("as").GetString());
        await page.Until(_ => page.Rows("patterns") is [{ Length: 4 }, { Length: 16 }, ..], what: "rows");
        var columns = (await page.Until(m => Page.TypeOf(m) == "table" && m.GetProperty("name").GetString() == "patterns")).GetProperty("columns");
        Assert.Equal("Jet", columns[1].GetProperty("settings").GetProperty("colormap").GetString());
        Assert.Equal(["cat", "dog", "dog", "cow"], page.Rows("patterns")[0].Select(c => c.GetString()));
        Assert.Equal(simulation.Patterns.Column<float>("Input").Values.ToArray(), page.Rows("patterns")[1].Select(c => c.GetSingle()));
    }

    [Fact]
    public async Task Result_of_an_action_is_told_once_it_is_there()
    {
        await using var window = await Windows.Open(new Fallible());
        await using var page = await Page.Open(window);
        Assert.Equal("Table 'found' could not be made: Nothing has been found. Press Find.", (await page.Until("log")).GetProperty("text").GetString());
        await page.Command("action", new { name = "Find", arguments = new { } });
        await page.Until(_ => page.Rows("found") is [{ Length: 4 }, { Length: 16 }], what: "rows");
        Assert.Equal("cat", page.Rows("found")[0][0].GetString());
    }

    [Fact]
    public async Task Table_that_an_action_returns_is_told_under_its_name_and_stays_after_init()
    {
        await using var window = await Windows.Open(new Fallible());
        await using var page = await Page.Open(window);
        Assert.Equal("Compare", await Answered("Compare"));
        await page.Until(_ => page.Rows("Compare") is [{ Length: 4 }, { Length: 16 }], what: "rows");
        Assert.Contains(page.Messages, m => Page.TypeOf(m) == "tables" && m.GetProperty("tables").EnumerateArray().Any(t => t.GetProperty("name").GetString() == "Compare"));
        Assert.Contains(page.Messages, m => Page.TypeOf(m) == "log" && m.GetProperty("text").GetString() == "Compare: table 'Compare', 4 rows.");
        Assert.Contains("is a result", await page.Error("row", new { table = "Compare", @do = "add", row = -1 }), StringComparison.Ordinal);

        var from = page.Messages.Count;
        await page.CommandTo("ready", "init");
        Assert.Equal("Compare", await Answered("Compare"));   // it takes the place of the former answer
        await page.Until(m => Page.TypeOf(m) == "table" && m.GetProperty("name").GetString() == "Compare", from);
        Assert.DoesNotContain(page.Messages.Skip(from), m => Page.TypeOf(m) == "tables");

        Assert.Equal("patterns", await Answered("All patterns"));   // a table that is shown anyway

        async Task<string?> Answered(string action) => (await page.Result("action", new { name = action, arguments = new { } })).GetProperty("result").GetProperty("table").GetString();
    }

    [Fact]
    public async Task Table_that_the_model_changes_itself_is_told_again_from_the_first_row_that_differs()
    {
        var simulation = new Fallible();
        await using var window = await Windows.Open(simulation);
        await using var page = await Page.Open(window);
        await page.Until(_ => page.Rows("patterns") is [{ Length: 4 }, ..], what: "rows");
        var from = page.Messages.Count;
        simulation.Patterns.Column<string>("Name")[2] = "owl";   // the session rests, and looks after the step
        await page.CommandTo("paused", "step", new { mode = "Train", scale = "Trial", count = 1 });
        var told = await page.Until(IsRowsOf("patterns"), from);
        Assert.Equal(2, told.GetProperty("from").GetInt32());
        Assert.Equal("owl", told.GetProperty("columns")[0][0].GetString());
        Assert.DoesNotContain(page.Messages.Skip(from), m => Page.TypeOf(m) == "table" && m.GetProperty("name").GetString() == "patterns");
    }

    [Fact]
    public async Task Table_that_is_made_of_the_log_of_runs_has_the_last_run_too()
    {
        await using var window = await Windows.Open(new SlowRun { Epochs = 1 });
        await using var page = await Page.Open(window);
        await page.CommandTo("finished", "run", new { mode = "Train" });
        await page.Until(_ => page.Rows("runs") is [{ Length: 1 }, ..], what: "the run");
    }

    /// <summary>A run whose last epoch is so long that tables are looked at when it ends, which is before the run is logged.</summary>
    private sealed class SlowRun : Fallible
    {
        protected override void Configure(SimulationPlan plan)
        {
            base.Configure(plan);
            plan.Loops(RunMode.Train)[TimeScale.Trial].OnEnd.Add("Take time", () => Thread.Sleep(200));
            plan.Show(new("runs", () => Log[RunMode.Train, TimeScale.Run].View().ToTable()));
        }
    }

    [Fact]
    public async Task Cells_can_be_changed()
    {
        var simulation = new Fallible();
        await using var window = await Windows.Open(simulation);
        await using var page = await Page.Open(window);
        await page.Until(_ => page.Rows("patterns") is [{ Length: 4 }, ..], what: "rows");
        var from = page.Messages.Count;
        await page.Command("cell", new { table = "patterns", column = "Input", row = 1, element = 3, value = "0.25" });
        await page.Command("cell", new { table = "patterns", column = "Name", row = 1, value = "emu" });
        Assert.Equal(0.25f, simulation.Patterns.Column<float>("Input").Cell(1)[3]);
        Assert.Equal("emu", simulation.Patterns.Column<string>("Name")[1]);
        Assert.Equal(1, (await page.Until(IsRowsOf("patterns"), from)).GetProperty("from").GetInt32());

        var before = TextOf(simulation.Patterns);
        Assert.Equal("Table 'patterns', column 'Input', row 1: 'x' is no number. Give a finite one, such as 0.5.", await Error("Input", 1, 0, "x"));
        Assert.Contains("no number", await Error("Input", 1, 0, "NaN"), StringComparison.Ordinal);
        Assert.Contains("no number", await Error("Input", 1, 0, ""), StringComparison.Ordinal);
        Assert.Contains("rows 0…3; there is no row 99", await Error("Input", 99, 0, "1"), StringComparison.Ordinal);
        Assert.Contains("elements 0…3; there is no element 4", await Error("Input", 1, 4, "1"), StringComparison.Ordinal);
        Assert.Contains("Did you mean 'Input'?", await Error("Inputt", 1, 0, "1"), StringComparison.Ordinal);
        Assert.Contains("Did you mean 'patterns'?", await page.Error("cell", new { table = "pattern", column = "Input", row = 1, value = "1" }), StringComparison.Ordinal);
        Assert.Equal(before, TextOf(simulation.Patterns));

        Task<string> Error(string column, int row, int element, string value) => page.Error("cell", new { table = "patterns", column, row, element, value });
    }

    [Fact]
    public async Task Logs_and_results_cannot_be_changed()
    {
        await using var window = await Windows.Open(new Fallible());
        await using var page = await Page.Open(window);
        Assert.Contains("is a log", await page.Error("cell", new { table = "train_epoch", column = "SSE", row = 0, value = "1" }), StringComparison.Ordinal);
        Assert.Contains("is a result", await page.Error("row", new { table = "found", @do = "add", row = -1 }), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rows_can_be_added_duplicated_and_deleted()
    {
        var simulation = new Fallible();
        await using var window = await Windows.Open(simulation);
        await using var page = await Page.Open(window);
        await page.Command("row", new { table = "patterns", @do = "duplicate", row = 0 });
        await page.Command("row", new { table = "patterns", @do = "add", row = 4 });
        await page.Command("row", new { table = "patterns", @do = "delete", row = 2 });
        Assert.Equal(["cat", "cat", "dog", "cow", ""], simulation.Patterns.Column<string>("Name").Values.ToArray());
        Assert.Equal(simulation.Patterns.Column<float>("Output").Cell(0).ToArray(), simulation.Patterns.Column<float>("Output").Cell(1).ToArray());
        await page.Command("row", new { table = "patterns", @do = "delete", row = 4 });   // the last row: nothing after it differs
        await page.Until(_ => page.Rows("patterns") is [{ Length: 4 }, ..] rows && rows[0][1].GetString() == "cat", what: "rows");
        Assert.Contains("rows 0…3", await page.Error("row", new { table = "patterns", @do = "delete", row = 4 }), StringComparison.Ordinal);
        Assert.Contains("Did you mean 'delete'?", await page.Error("row", new { table = "patterns", @do = "delet", row = 0 }), StringComparison.Ordinal);
        for (var i = 0; i < 4; i++) { await page.Command("row", new { table = "patterns", @do = "delete", row = 0 }); }
        await page.Until(m => Page.TypeOf(m) == "table" && m.GetProperty("name").GetString() == "patterns", page.Messages.ToList().FindLastIndex(m => Page.TypeOf(m) == "done"));
        Assert.Contains("has no rows", await page.Error("row", new { table = "patterns", @do = "delete", row = 0 }), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Edits_of_a_table_are_taken_back_and_done_again()
    {
        var simulation = new Fallible();
        await using var window = await Windows.Open(simulation);
        await using var page = await Page.Open(window);
        Assert.Equal("Table 'patterns' has no edit to take back.", await page.Error("undo", new { table = "patterns" }));
        var states = new List<string> { TextOf(simulation.Patterns) };
        await Edit("cell", new { table = "patterns", column = "Input", row = 1, element = 3, value = "0.25" });
        await Edit("row", new { table = "patterns", @do = "delete", row = 0 });
        await page.Error("cell", new { table = "patterns", column = "Input", row = 1, element = 0, value = "x" });   // what is refused is no step
        await Edit("csv", new { table = "patterns", text = (await page.Command("csv", new { table = "patterns" }))!, replace = false });
        await Go("undo", 2, 1, 0);
        await Go("redo", 1, 2);
        await Edit("cell", new { table = "patterns", column = "Name", row = 0, value = "emu" });
        Assert.Equal("Table 'patterns' has no edit that was taken back.", await page.Error("redo", new { table = "patterns" }));
        await page.Until(_ => page.Rows("patterns") is [{ Length: 3 } names, ..] && names[0].GetString() == "emu", what: "rows");
        Assert.Contains("is a log", await page.Error("undo", new { table = "train_epoch" }), StringComparison.Ordinal);

        async Task Edit(string command, object args)
        {
            await page.Command(command, args);
            states.Add(TextOf(simulation.Patterns));
        }

        async Task Go(string command, params int[] to)
        {
            foreach (var state in to)
            {
                await page.Command(command, new { table = "patterns" });
                Assert.Equal(states[state], TextOf(simulation.Patterns));
            }
        }
    }

    [Fact]
    public async Task Edits_are_taken_back_after_init_too()
    {
        var simulation = new Fallible();
        await using var window = await Windows.Open(simulation);
        await using var page = await Page.Open(window);
        var before = TextOf(simulation.Patterns);
        await page.Command("cell", new { table = "patterns", column = "Input", row = 1, element = 3, value = "0.25" });
        await page.Command("cell", new { table = "patterns", column = "Name", row = 1, value = "emu" });
        var edited = TextOf(simulation.Patterns);
        await page.Command("undo", new { table = "patterns" });
        await page.CommandTo("ready", "init");
        await page.Command("redo", new { table = "patterns" });
        Assert.Equal(edited, TextOf(simulation.Patterns));
        // Undo that comes with Init, before anybody has looked at the tables again, finds the table too.
        await page.Send(new { type = "command", id = 1001, name = "init", args = new { } });
        await page.Command("undo", new { table = "patterns" });
        await page.Command("undo", new { table = "patterns" });
        Assert.Equal(before, TextOf(simulation.Patterns));
        await page.Until(_ => page.Rows("patterns") is [{ Length: 4 } names, ..] && names[1].GetString() == "dog", what: "rows");
    }

    [Theory]
    [InlineData("other table")]
    [InlineData("other columns")]
    public async Task Edits_of_what_is_no_more_cannot_be_taken_back(string after)
    {
        var simulation = new Redrawing();
        await using var window = await Windows.Open(simulation);
        await using var page = await Page.Open(window);
        await page.Command("cell", new { table = "drawn", column = "X", row = 0, value = "5" });
        if (after == "other table") { simulation.Drawn = NewTable(); }
        else { simulation.Drawn.AddColumn<float>("Y"); }
        await page.CommandTo("ready", "init");
        var now = TextOf(simulation.Drawn);
        Assert.Equal("Table 'drawn' has no edit to take back.", await page.Error("undo", new { table = "drawn" }));
        Assert.Equal(now, TextOf(simulation.Drawn));
    }

    private static Table NewTable() => new("drawn", [new("X", typeof(float))], rows: 1);

    /// <summary>Shows a table that may be another after an Init.</summary>
    private sealed class Redrawing : Fallible
    {
        public Table Drawn = NewTable();

        protected override void Configure(SimulationPlan plan)
        {
            base.Configure(plan);
            plan.Show(new("drawn", () => Drawn) { IsEditable = true });
        }
    }

    [Fact]
    public async Task Csv_goes_out_and_comes_back()
    {
        var simulation = new Fallible();
        await using var window = await Windows.Open(simulation);
        await using var page = await Page.Open(window);
        var text = (await page.Command("csv", new { table = "patterns" }))!;
        var before = TextOf(simulation.Patterns);
        await page.Command("csv", new { table = "patterns", text, replace = true });
        Assert.Equal(before, TextOf(simulation.Patterns));
        await page.Command("csv", new { table = "patterns", text });
        Assert.Equal(8, simulation.Patterns.RowCount);

        before = TextOf(simulation.Patterns);
        var lines = text.Split('\n');
        var first = lines[1].Split(',');
        first[1] = "NaN";
        Assert.Equal("CSV, row 0, column 'Input', element 0: 'NaN' is no number. Give a finite one, such as 0.5.", await Error($"{lines[0]}\n{string.Join(',', first)}\n"));
        Assert.Contains("no column 'Input'", await Error("Name\ncat\n"), StringComparison.Ordinal);
        Assert.Contains("a column 'Colour', which table 'patterns' has not", await Error("Name,Colour\ncat,3\n"), StringComparison.Ordinal);
        Assert.Equal(before, TextOf(simulation.Patterns));

        Task<string> Error(string csv) => page.Error("csv", new { table = "patterns", text = csv, replace = true });
    }

    [Fact]
    public async Task Rows_of_a_column_are_compared_clustered_and_projected()
    {
        var simulation = new Fallible();
        await using var window = await Windows.Open(simulation);
        await using var page = await Page.Open(window);
        var matrix = SimilarityMatrix.Of(simulation.Patterns, "Input", Metric.Euclidean, "Name");
        var similarity = await Analyze(new { table = "patterns", kind = "similarity", metric = "Euclidean" });
        Assert.Equal(matrix.ToTensor().Values.ToArray(), Numbers(similarity, "values"));
        Assert.Equal(matrix.RowLabels, Texts(similarity));

        var tree = Dendrogram.Of(Clusters.Of(matrix, Linkage.Maximum)).Points;
        var clusters = await Analyze(new { table = "patterns", kind = "clusters", column = "Input", metric = "Euclidean", linkage = "Maximum", labels = "Name" });
        Assert.Equal(tree.Select(p => (p.X, p.Y, p.Label)), Numbers(clusters, "x").Zip(Numbers(clusters, "y"), Texts(clusters)));

        var components = PrincipalComponents.Of(simulation.Patterns, "Input");
        var along = components.Projection(simulation.Patterns, "Input", 2);
        var points = await Analyze(new { table = "patterns", kind = "components", column = "Input", x = 1, y = 0 });
        Assert.Equal(along.Column<double>("Component1").Values.ToArray(), Numbers(points, "x"));
        Assert.Equal(along.Column<double>("Component0").Values.ToArray(), Numbers(points, "y"));
        Assert.Equal(components.VarianceShare(0, 1), Numbers(points, "shares")[0]);

        var some = await Analyze(new { table = "patterns", kind = "similarity", metric = "Euclidean", rows = new[] { 3, 0 } });
        Assert.Equal(["cow", "cat"], Texts(some));

        Assert.Contains("Did you mean 'clusters'?", await page.Error("analyze", new { table = "patterns", kind = "cluster" }), StringComparison.Ordinal);
        Assert.Contains("Did you mean 'Euclidean'?", await page.Error("analyze", new { table = "patterns", kind = "similarity", metric = "Euclid" }), StringComparison.Ordinal);
        Assert.Contains("components 0…3", await page.Error("analyze", new { table = "patterns", kind = "components", x = 9 }), StringComparison.Ordinal);
        Assert.Contains("1 row to compare", await page.Error("analyze", new { table = "patterns", kind = "clusters", rows = new[] { 3 } }), StringComparison.Ordinal);
        Assert.Contains("larger for what is more alike", await page.Error("analyze", new { table = "patterns", kind = "clusters", metric = "Cosine" }), StringComparison.Ordinal);
        Assert.Contains("no column of tensors", await page.Error("analyze", new { table = "train_epoch", kind = "clusters" }), StringComparison.Ordinal);

        async Task<JsonElement> Analyze(object args) => (await page.Result("analyze", args)).GetProperty("result");
        static double[] Numbers(JsonElement result, string name) => [.. result.GetProperty(name).EnumerateArray().Select(v => v.GetDouble())];
        static string[] Texts(JsonElement result) => [.. result.GetProperty("labels").EnumerateArray().Select(v => v.GetString()!)];
    }

    private static Func<JsonElement, bool> IsRowsOf(string name) => m => Page.TypeOf(m) == "rows" && m.GetProperty("name").GetString() == name;

    private static string TextOf(Table table)
    {
        using var writer = new StringWriter();
        table.Write(writer);
        return writer.ToString();
    }
}
