using System.Text;
using Emergent.Data;
using Emergent.Studio.Tests;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Emergent.Studio.Browser.Tests;

[Collection(Chromium.Collection)]
public class TableTests(Chromium chromium)
{
    [Fact]
    public async Task Cells_are_edited_and_taken_back_and_what_is_wrong_changes_nothing()
    {
        var simulation = new Fallible();
        await using var visit = await Visit.Open(chromium, simulation);
        await visit.OpenView("Patterns table");
        var patterns = simulation.Patterns;
        var (name, error) = (visit.Page.GetByLabel("Name, row 1", new() { Exact = true }), visit.Page.Locator(".table-error"));
        await name.FillAsync("emu");
        await name.PressAsync("Enter");
        await Visit.Until(() => Task.FromResult(patterns.Column<string>("Name")[1] == "emu"), "the name");

        // A press switches an element, a number that is typed sets it.
        var tensor = visit.Page.GetByRole(AriaRole.Cell, new() { NameRegex = new("^Input, row 1") });
        var before = patterns.Column<float>("Input").Cell(1).ToArray();
        var box = (await tensor.Locator("canvas").BoundingBoxAsync())!;
        await tensor.Locator("canvas").ClickAsync(new() { Position = new() { X = 3, Y = box.Height - 3 } });   // row 0 is at the bottom
        await Visit.Until(() => Task.FromResult(patterns.Column<float>("Input").Cell(1)[0] == 1 - before[0]), "element 0, switched");
        await visit.Page.Keyboard.PressAsync("ArrowRight");
        await visit.Page.Keyboard.TypeAsync("0.25");
        await visit.Page.Keyboard.PressAsync("Enter");
        await Visit.Until(() => Task.FromResult(patterns.Column<float>("Input").Cell(1)[1] == 0.25f), "element 1, set");
        await visit.Page.Keyboard.TypeAsync("-");
        await visit.Page.Keyboard.PressAsync("Enter");
        await Expect(error).ToHaveTextAsync("Table 'patterns', column 'Input', row 1: '-' is no number. Give a finite one, such as 0.5.");
        Assert.Equal(0.25f, patterns.Column<float>("Input").Cell(1)[1]);

        await tensor.FocusAsync();
        await visit.Page.Keyboard.PressAsync("Enter");
        await Expect(visit.Page.GetByRole(AriaRole.Dialog, new() { Name = "Input, row 1" }).GetByLabel("Input, row 1, element 1")).ToHaveValueAsync("0.25");
        await visit.Page.Keyboard.PressAsync("Escape");

        await tensor.FocusAsync();
        await visit.Page.Keyboard.PressAsync("Control+z");
        await Visit.Until(() => Task.FromResult(patterns.Column<float>("Input").Cell(1)[1] == before[1]), "element 1, taken back");
        await Expect(error).ToBeHiddenAsync();
        await visit.Button("Take the last edit back (Ctrl+Z)").ClickAsync();
        await visit.Button("Take the last edit back (Ctrl+Z)").ClickAsync();
        await Expect(name).ToHaveValueAsync("dog");
        Assert.Equal(before, patterns.Column<float>("Input").Cell(1).ToArray());
        await visit.Button("Do it again (Ctrl+Shift+Z)").ClickAsync();
        await Expect(name).ToHaveValueAsync("emu");
    }

    [Fact]
    public async Task Rows_are_chosen_with_shift_and_ctrl_and_added_copied_pasted_deleted_and_put_in_random_order()
    {
        var simulation = new Fallible();
        await using var visit = await Visit.Open(chromium, simulation);
        await visit.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await visit.OpenView("Patterns table");
        var table = visit.Page.Locator(".table");
        await Names("cat", "dog", "dog", "cow");
        await Row(0).ClickAsync();
        await Do("Duplicate (Ctrl+D)");
        await Names("cat", "cat", "dog", "dog", "cow");
        await Expect(Row(1)).ToHaveAttributeAsync("aria-pressed", "true");   // the copy is chosen
        await Expect(table.GetByText("5 rows, 1 chosen")).ToBeVisibleAsync();
        await Row(2).ClickAsync();
        await Do("Delete (Del)");
        await Names("cat", "cat", "dog", "cow");
        await Row(0).ClickAsync();
        await Do("Insert a row above");
        await Names("", "cat", "cat", "dog", "cow");
        await Do("Insert a row below");
        await Names("", "", "cat", "cat", "dog", "cow");
        await visit.Button("Add a row at the end").ClickAsync();
        await Names("", "", "cat", "cat", "dog", "cow", "");

        // Several: those between, one less, one more.
        await Row(0).ClickAsync();
        await Row(3).ClickAsync(new() { Modifiers = [KeyboardModifier.Shift] });
        await Row(2).ClickAsync(new() { Modifiers = [KeyboardModifier.Control] });
        await Row(6).ClickAsync(new() { Modifiers = [KeyboardModifier.Control] });
        await Expect(table.GetByText("7 rows, 4 chosen")).ToBeVisibleAsync();
        await visit.Page.Keyboard.PressAsync("Delete");
        await Names("cat", "dog", "cow");
        await Row(1).ClickAsync();
        await visit.Page.Keyboard.PressAsync("Shift+ArrowDown");
        await Expect(Row(2)).ToBeFocusedAsync();
        await visit.Page.Keyboard.PressAsync("Control+c");
        await Row(0).ClickAsync();
        await Visit.Until(async () => (await visit.Page.EvaluateAsync<string>("() => navigator.clipboard.readText()")).Contains("cow", StringComparison.Ordinal), "the rows on the clipboard");
        await visit.Page.Keyboard.PressAsync("Control+v");
        await Names("cat", "dog", "cow", "dog", "cow");
        await Expect(table.GetByText("5 rows, 2 chosen")).ToBeVisibleAsync();
        Assert.Equal(simulation.Patterns.Column<float>("Output").Cell(4).ToArray(), simulation.Patterns.Column<float>("Output").Cell(2).ToArray());
        for (var i = 0; i < 7; i++) { await visit.Button("Take the last edit back (Ctrl+Z)").ClickAsync(); }
        await Names("cat", "dog", "dog", "cow");

        // The order in which rows are shown changes nothing in the table.
        await visit.Page.Locator(".table").GetByLabel("Filter rows").FillAsync("!Name~co");
        await Names("cat", "dog", "dog");
        await visit.Page.Locator(".table").GetByLabel("Filter rows").FillAsync("");
        var numbers = table.Locator(".row-number");
        await Visit.Until(async () =>
        {
            await Do("In random order");
            await Task.Delay(200);
            return !(await numbers.AllTextContentsAsync()).SequenceEqual(["0", "1", "2", "3"]);   // one in 24 is the same
        }, "another order");
        Assert.Equal(["0", "1", "2", "3"], (await numbers.AllTextContentsAsync()).Order());
        await Do("In sequence");
        await Names("cat", "dog", "dog", "cow");
        Assert.Equal(["cat", "dog", "dog", "cow"], simulation.Patterns.Column<string>("Name").Values.ToArray());
        simulation.Patterns.MetaData["read-only"] = "+";
        await visit.Init.ClickAsync();
        await Expect(table.GetByText("read only", new() { Exact = true })).ToBeVisibleAsync();
        await Expect(visit.Page.Locator("input[aria-label^='Name, row']")).ToHaveCountAsync(0);
        await Do("Show as a plot");
        await Expect(visit.Tab("Patterns")).ToHaveAttributeAsync("aria-selected", "true");

        ILocator Row(int row) => table.GetByRole(AriaRole.Button, new() { Name = $"Row {row}", Exact = true });

        async Task Do(string what)
        {
            await table.GetByRole(AriaRole.Button, new() { Name = "Rows", Exact = true }).ClickAsync();
            await visit.Page.GetByRole(AriaRole.Menuitem, new() { Name = what, Exact = true }).ClickAsync();
        }

        async Task Names(params string[] names)
        {
            var fields = visit.Page.Locator("input[aria-label^='Name, row']");
            await Expect(fields).ToHaveCountAsync(names.Length);
            for (var i = 0; i < names.Length; i++) { await Expect(fields.Nth(i)).ToHaveValueAsync(names[i]); }
        }
    }

    [Fact]
    public async Task Numbers_of_a_tensor_are_seen_and_edited_by_keyboard_and_by_a_double_click()
    {
        var simulation = new Fallible();
        await using var visit = await Visit.Open(chromium, simulation);
        await visit.OpenView("Patterns table");
        await visit.Button("Row 2").ClickAsync();
        await visit.Button("Rows").FocusAsync();
        await visit.Page.Keyboard.PressAsync("Enter");
        var item = visit.Page.GetByRole(AriaRole.Menuitem, new() { Name = "Numbers of Output…" });
        await item.FocusAsync();
        await visit.Page.Keyboard.PressAsync("Enter");
        var dialog = visit.Page.GetByRole(AriaRole.Dialog, new() { Name = "Output, row 2" });
        var field = dialog.GetByLabel("Output, row 2, element 3");
        await field.FillAsync("0.75");
        await field.PressAsync("Enter");
        await Visit.Until(() => Task.FromResult(simulation.Patterns.Column<float>("Output").Values[(2 * 4) + 3] == 0.75f), "the edit");
        await visit.Page.Keyboard.PressAsync("Escape");
        await Expect(dialog).ToHaveCountAsync(0);

        // Where nothing can be edited, the cell itself opens them.
        var kept = new Fallible();
        kept.Patterns.MetaData["read-only"] = "+";
        await using var other = await Visit.Open(chromium, kept);
        await other.OpenView("Patterns table");
        await other.Page.Locator(".table-row .tensor").First.DblClickAsync();
        var numbers = other.Page.GetByRole(AriaRole.Dialog, new() { Name = "Input, row 0" });
        await Expect(numbers.GetByRole(AriaRole.Cell)).ToHaveCountAsync(4);
        await Expect(numbers.GetByRole(AriaRole.Textbox)).ToHaveCountAsync(0);
        await numbers.GetByRole(AriaRole.Button, new() { Name = "As a grid" }).ClickAsync();
        await Expect(numbers.GetByRole(AriaRole.Img, new() { Name = "Input, row 0 as a grid" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Head_sorts_up_then_down_and_the_number_brings_the_order_back()
    {
        await using var visit = await Visit.Open(chromium, new Fallible());
        await visit.OpenView("Patterns table");
        var head = visit.Page.GetByRole(AriaRole.Columnheader, new() { Name = "Name" });
        var names = visit.Page.Locator("input[aria-label^='Name, row']");
        await Reads("cat", "dog", "dog", "cow");
        await head.GetByRole(AriaRole.Button).ClickAsync();
        await Reads("cat", "cow", "dog", "dog");
        await Expect(head).ToHaveAttributeAsync("aria-sort", "ascending");
        await head.GetByRole(AriaRole.Button).ClickAsync();
        await Reads("dog", "dog", "cow", "cat");
        await Expect(head).ToHaveAttributeAsync("aria-sort", "descending");
        await visit.Page.GetByRole(AriaRole.Columnheader).First.GetByRole(AriaRole.Button).ClickAsync();
        await Reads("cat", "dog", "dog", "cow");

        async Task Reads(params string[] expected)
        {
            for (var i = 0; i < expected.Length; i++) { await Expect(names.Nth(i)).ToHaveValueAsync(expected[i]); }
        }
    }

    [Fact]
    public async Task Csv_goes_out_and_comes_in_and_a_wrong_file_changes_nothing()
    {
        var simulation = new Fallible();
        await using var visit = await Visit.Open(chromium, simulation);
        await visit.OpenView("Patterns table");
        var files = visit.Button("CSV out and in");
        await files.ClickAsync();
        var download = await visit.Page.RunAndWaitForDownloadAsync(() => visit.Page.GetByRole(AriaRole.Menuitem, new() { Name = "Save as CSV" }).ClickAsync());
        Assert.Equal("Patterns.csv", download.SuggestedFilename);
        var text = await File.ReadAllTextAsync((await download.PathAsync())!);
        Assert.Equal(TextOf(simulation.Patterns), TextOf(Table.Read(new StringReader(text))));

        // With emergent's header, which the toolkit reads too.
        await files.ClickAsync();
        var typed = await visit.Page.RunAndWaitForDownloadAsync(() => visit.Page.GetByRole(AriaRole.Menuitem, new() { Name = "Save as TSV" }).ClickAsync());
        Assert.Equal("Patterns.tsv", typed.SuggestedFilename);
        var table = Table.Read(new StringReader(await File.ReadAllTextAsync((await typed.PathAsync())!)));
        Assert.Equal(["cat", "dog", "dog", "cow"], table.Column<string>("Name").Values.ToArray());
        var (input, of) = (table.Column<double>("Input"), simulation.Patterns.Column<float>("Input"));
        Assert.Equal([2, 2], input.CellShape);
        Assert.Equal(of.Values.ToArray().Select(v => (double)v), input.Values.ToArray());

        await Take("Replace all rows by a CSV file…", text.Replace("cow", "yak", StringComparison.Ordinal));
        await Expect(visit.Page.GetByLabel("Name, row 3", new() { Exact = true })).ToHaveValueAsync("yak");
        await Take("Add the rows of a CSV file…", text);
        await Expect(visit.Page.GetByText("8 rows", new() { Exact = true })).ToBeVisibleAsync();
        await visit.Page.Locator(".table-scroll").First.EvaluateAsync(
            "(table, text) => { const data = new DataTransfer(); data.setData('text', text); table.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true })); }", text);
        await Expect(visit.Page.GetByText("12 rows, 4 chosen", new() { Exact = true })).ToBeVisibleAsync();
        var before = TextOf(simulation.Patterns);
        await Take("Replace all rows by a CSV file…", "Name\ncat\n");
        await Expect(visit.Page.Locator(".table-error")).ToContainTextAsync("CSV has no column 'Input', which table 'patterns' has.");
        Assert.Equal(before, TextOf(simulation.Patterns));

        async Task Take(string how, string csv)
        {
            await files.ClickAsync();
            var chooser = await visit.Page.RunAndWaitForFileChooserAsync(() => visit.Page.GetByRole(AriaRole.Menuitem, new() { Name = how }).ClickAsync());
            await chooser.SetFilesAsync(new FilePayload { Name = "patterns.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(csv) });
        }
    }

    [Fact]
    public async Task Rows_of_a_column_are_compared_clustered_and_projected()
    {
        var simulation = new Fallible();
        await using var visit = await Visit.Open(chromium, simulation);
        var picture = visit.Page.Locator(".analysis svg[role=img]");
        var labels = picture.Locator("text");

        await visit.OpenView("Patterns similarity");
        await visit.Page.GetByLabel("Metric").SelectOptionAsync("Euclidean");
        await Expect(picture.Locator("rect")).ToHaveCountAsync(1 + 16);   // the ground, and four by four
        Assert.Equal(["cat", "cat", "dog", "dog", "cow", "cow"], await labels.AllTextContentsAsync());   // beside and above, each group once
        var matrix = SimilarityMatrix.Of(simulation.Patterns, "Input", Metric.Euclidean, "Name");
        var box = (await picture.Locator("rect").Nth(2).BoundingBoxAsync())!;   // row 0, column 1
        await visit.Page.Mouse.MoveAsync(box.X + box.Width / 2, box.Y + box.Height / 2);
        var distance = matrix.ToTensor().Values[1];
        await Expect(visit.Page.Locator(".analysis .readout")).ToContainTextAsync($"cat – dog: {distance.ToString("G4", System.Globalization.CultureInfo.InvariantCulture)}"[..14]);
        await Saved("SVG", "Patterns similarity.svg");

        await visit.OpenView("Patterns clusters");
        await Expect(labels.Filter(new() { HasTextRegex = new("^(cat|dog|cow)$") })).ToHaveCountAsync(4);
        await Expect(visit.Page.Locator(".analysis .readout")).ToHaveTextAsync("4 rows");
        await visit.Page.Locator(".analysis").GetByLabel("Filter rows").FillAsync("name=dog");
        await Expect(visit.Page.Locator(".analysis .readout")).ToHaveTextAsync("2 rows");
        await Saved("CSV", "Patterns clusters.csv");

        await visit.OpenView("Patterns components");
        await Expect(picture.Locator("circle")).ToHaveCountAsync(4);
        await Expect(labels.Filter(new() { HasText = "of the variance" })).ToHaveCountAsync(2);
        var share = PrincipalComponents.Of(simulation.Patterns, "Input").VarianceShare(0, 1);
        await Expect(labels.Filter(new() { HasText = "component 0" })).ToContainTextAsync($"{Math.Round(100 * share)} %");

        // It follows the table.
        await visit.OpenView("Patterns table");
        await visit.Button("Row 0").ClickAsync();
        await visit.Page.Keyboard.PressAsync("Delete");
        await visit.Tab("Patterns components").ClickAsync();
        await Expect(picture.Locator("circle")).ToHaveCountAsync(3);

        async Task Saved(string kind, string file)
        {
            await visit.Page.Locator(".analysis").GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
            var download = await visit.Page.RunAndWaitForDownloadAsync(() => visit.Page.GetByRole(AriaRole.Menuitem, new() { Name = kind, Exact = true }).ClickAsync());
            Assert.Equal(file, download.SuggestedFilename);
            Assert.Contains("cat", kind == "CSV" ? "cat" : await File.ReadAllTextAsync((await download.PathAsync())!), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Grid_is_drawn_as_asked_and_shows_its_numbers()
    {
        var simulation = new Fallible();
        simulation.Patterns.MetaData["Input:grid-max"] = "1";   // 13 pixels
        await using var visit = await Visit.Open(chromium, simulation);
        await visit.OpenView("Patterns grid");
        var tile = visit.Page.Locator(".tile canvas").First;
        await Width(26);
        await visit.Button("How tensors are drawn").ClickAsync();
        var panel = visit.Page.GetByRole(AriaRole.Dialog);
        await panel.GetByLabel("Greatest cell").FillAsync("4");
        await Width(104);
        await panel.GetByLabel("Whole").FillAsync("4");
        await Width(52);
        await panel.GetByLabel("Least cell").FillAsync("40");
        await Width(80);
        await panel.GetByLabel("Labels").FillAsync("20");
        await Expect(visit.Page.Locator(".tile button").First).ToHaveCSSAsync("font-size", "20px");
        await panel.GetByLabel("Ground").SelectOptionAsync("black");
        await Expect(tile).ToHaveCSSAsync("background-color", "rgb(0, 0, 0)");
        await visit.Button("As the simulation says").ClickAsync();
        await Width(26);
        await visit.Page.Keyboard.PressAsync("Escape");

        await visit.Page.Locator(".tile").First.GetByRole(AriaRole.Button, new() { Name = "cat" }).ClickAsync();
        var numbers = visit.Page.GetByRole(AriaRole.Dialog, new() { Name = "Input, cat" });
        var input = simulation.Patterns.Column<float>("Input").Cell(0).ToArray();
        // Row 0 is at the bottom, as in the grid.
        await Expect(numbers.GetByRole(AriaRole.Row).Last.GetByLabel("Input, row 0, element 1")).ToHaveValueAsync($"{input[1]}");
        var field = numbers.GetByLabel("Input, row 0, element 2");
        await field.FillAsync("much");
        await field.PressAsync("Enter");
        await Expect(numbers.GetByRole(AriaRole.Alert)).ToContainTextAsync("'much' is no number");
        await field.FillAsync("0.5");
        await field.PressAsync("Enter");
        await Visit.Until(() => Task.FromResult(simulation.Patterns.Column<float>("Input").Cell(0)[2] == 0.5f), "the number");
        await numbers.GetByRole(AriaRole.Button, new() { Name = "As a grid" }).ClickAsync();
        await Expect(numbers.Locator("canvas")).ToHaveCSSAsync("width", "26px");
        await Expect(field).ToBeHiddenAsync();
        await visit.Page.Keyboard.PressAsync("Escape");
        await Expect(numbers).ToHaveCountAsync(0);

        Task Width(int pixels) => Expect(tile).ToHaveCSSAsync("width", $"{pixels}px");
    }

    [Fact]
    public async Task Pointing_at_a_grid_reads_it_and_each_setting_changes_its_picture()
    {
        var simulation = new Fallible();
        simulation.Patterns.MetaData["Input:colormap"] = "Rainbows";
        simulation.Patterns.AddColumn<float>("Deep", [3, 2, 2]);
        for (var i = 0; i < 12; i++) { simulation.Patterns.Column<float>("Deep").Values[i] = i / 12f; }
        await using var visit = await Visit.Open(chromium, simulation);
        var page = visit.Page;
        await visit.OpenView("Patterns grid");
        var (tile, readout) = (page.Locator(".tile canvas").First, page.Locator(".grid-view [role=status]"));
        await Expect(readout).ToContainTextAsync("There is no colour map 'Rainbows', so ColdHot is shown.");
        await page.GetByLabel("Colour map").SelectOptionAsync("Viridis");
        await Expect(readout).Not.ToContainTextAsync("Rainbows");

        var input = simulation.Patterns.Column<float>("Input").Cell(0).ToArray();
        await Point("cat [0]", input[0]);   // row 0 is at the bottom
        await visit.Button("How tensors are drawn").ClickAsync();
        var panel = page.GetByRole(AriaRole.Dialog);
        await panel.GetByLabel("row 0 at the top").CheckAsync();
        await page.Keyboard.PressAsync("Escape");
        await Point("cat [2]", input[2]);

        await page.Locator(".grid-view").GetByLabel("Column", new() { Exact = true }).SelectOptionAsync("Deep");
        await visit.Button("How tensors are drawn").ClickAsync();
        foreach (var (label, value) in ((string, string)[])[("From", "0.2"), ("To", "0.5"), ("Fill", "0.5"), ("Gaps", "1")])
        {
            await Changes(label, async () =>
            {
                await panel.GetByLabel(label, new() { Exact = true }).FillAsync(value);
                await panel.GetByLabel(label, new() { Exact = true }).BlurAsync();
            });
        }
        foreach (var label in (string[])["row 0 at the top", "odd dimension in rows", "as an image"]) { await Changes(label, () => panel.GetByLabel(label).ClickAsync()); }

        async Task Point(string what, float value)
        {
            var box = (await tile.BoundingBoxAsync())!;
            await page.Mouse.MoveAsync(box.X + 3, box.Y + box.Height - 3);
            await Expect(readout).ToHaveTextAsync($"{what} {value:0.####}");
        }

        async Task Changes(string label, Func<Task> set)
        {
            var before = await Picture();
            await set();
            await Visit.Until(async () => await Picture() != before, $"another picture by '{label}'");
        }

        Task<string> Picture() => tile.EvaluateAsync<string>("canvas => canvas.toDataURL()");
    }

    private static string TextOf(Table table)
    {
        using var writer = new StringWriter();
        table.Write(writer);
        return writer.ToString();
    }
}
