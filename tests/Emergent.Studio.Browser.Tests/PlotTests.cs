using Emergent.Sims;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Emergent.Studio.Browser.Tests;

[Collection(Chromium.Collection)]
public class PlotTests(Chromium chromium)
{
    [Fact]
    public async Task Points_have_the_names_that_the_simulation_gives_them_until_its_user_says_otherwise()
    {
        await using var visit = await Visit.Open(chromium, new FaceCateg());
        await visit.Button("Cluster plots").First.ClickAsync();
        await visit.Page.Locator(".guide .sim-link", new() { HasTextString = "PrjnEmoteGend" }).ClickAsync();
        var plot = visit.Page.Locator(".plot", new() { Has = visit.Page.GetByRole(AriaRole.Checkbox, new() { Name = "Name", Exact = true }) });
        var names = plot.GetByRole(AriaRole.Checkbox, new() { Name = "Name", Exact = true });
        await Expect(names).ToBeCheckedAsync();
        await Expect(plot.Locator(".empty")).ToBeHiddenAsync();   // all rows have come

        var named = await Svg(visit, plot);
        Assert.Equal(12, Count(named, "<circle"));
        Assert.DoesNotContain("<path d=\"M", named, StringComparison.Ordinal);   // no lines
        Assert.InRange(Count(named, "_happy<") + Count(named, "_sad<"), 9, 12);    // what would cover another is left out

        await names.UncheckAsync();
        var unnamed = await Svg(visit, plot);
        Assert.Equal(12, Count(unnamed, "<circle"));
        Assert.Equal(0, Count(unnamed, "_happy<") + Count(unnamed, "_sad<"));

        await plot.Locator(".plot-column", new() { HasTextString = "Y" }).HoverAsync();
        await plot.GetByRole(AriaRole.Button, new() { Name = "How Y is plotted" }).ClickAsync();
        await visit.Page.GetByLabel("Drawn as").SelectOptionAsync("lines");
        var lines = await Svg(visit, plot);
        Assert.Equal(0, Count(lines, "<circle"));
        Assert.Contains("<path d=\"M", lines, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Plot_is_drawn_as_its_settings_say_zoomed_moved_filtered_and_saved_as_it_is()
    {
        await using var visit = await Visit.Open(chromium, new RandomAssociator { Runs = 2, Epochs = 4 });
        await visit.Run.ClickAsync();
        await visit.Becomes("finished");
        var (page, plot) = (visit.Page, visit.Page.Locator(".plot").First);
        await visit.Tab("Train epoch").ClickAsync();
        await Expect(plot.Locator(".empty")).ToBeHiddenAsync();
        var usual = await Svg(visit, plot);
        Assert.Contains(">Train epoch<", usual, StringComparison.Ordinal);

        // All that is seldom said stands behind one button.
        var settings = visit.Button("How the plot is drawn").First;
        await settings.ClickAsync();
        var panel = page.GetByRole(AriaRole.Dialog, new() { Name = "How the plot is drawn" });
        await Say("Title", "Errors of two runs");
        await panel.GetByLabel("Name").First.FillAsync("time");
        await Say("To", "20");
        await Say("Ticks", "4");
        await Say("How far the words of the x axis are turned to the left, in degrees", "45");
        await panel.GetByLabel("Name").Last.FillAsync("share");
        await Say("The width of lines, in pixels", "4");
        await Say("The size of text, in pixels", "16");
        await panel.GetByLabel("go on where x goes back").CheckAsync();
        await page.Keyboard.PressAsync("Escape");
        await plot.Locator(".plot-column", new() { HasTextString = "PctErr" }).HoverAsync();
        await plot.GetByRole(AriaRole.Button, new() { Name = "How PctErr is plotted" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Dialog).Locator("p")).ToHaveTextAsync("from 1 to 1");   // all its values
        await page.GetByLabel("Colour", new() { Exact = true }).FillAsync("blurple");
        await page.GetByLabel("Colour", new() { Exact = true }).PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Alert)).ToContainTextAsync("'blurple' is no colour.");
        await page.GetByLabel("Colour", new() { Exact = true }).FillAsync("teal");
        await page.GetByLabel("Colour", new() { Exact = true }).PressAsync("Enter");
        await page.Keyboard.PressAsync("Escape");
        var told = await Svg(visit, plot);
        foreach (var part in (string[])[">Errors of two runs<", ">time<", ">share<", "stroke-width=\"4\"", "font-size=\"16\"", "rotate(-45 ", ">20<", ">15<", "stroke=\"teal\""])
        {
            Assert.Contains(part, told, StringComparison.Ordinal);
            Assert.DoesNotContain(part, usual, StringComparison.Ordinal);
        }
        Assert.True(Count(Line(told, "teal"), "M") == 1 && Count(Line(usual, "#0072b2"), "M") == 2, "Runs are joined now, and were not.");

        // By keys, buttons, the wheel and drags.
        var area = plot.Locator(".plot-area");
        await area.FocusAsync();
        var all = XTicks(told);
        await page.Keyboard.PressAsync("+");
        await page.Keyboard.PressAsync("ArrowRight");
        Assert.NotEqual(all, XTicks(await Svg(visit, plot)));
        await area.FocusAsync();
        await page.Keyboard.PressAsync("0");
        Assert.Equal(all, XTicks(await Svg(visit, plot)));
        var box = (await plot.Locator(".u-over").BoundingBoxAsync())!;
        var (x, y) = (box.X + (box.Width / 2), box.Y + (box.Height / 2));
        foreach (var act in (Func<Task>[])[Wheel, Drag, Hand])
        {
            await page.Mouse.MoveAsync(x, y);
            await act();
            Assert.NotEqual(all, XTicks(await Svg(visit, plot)));
            await plot.GetByRole(AriaRole.Button, new() { Name = "Show all (0, or double-click)" }).ClickAsync();
            Assert.Equal(all, XTicks(await Svg(visit, plot)));
        }

        // One run, as a filter of a table has it; what is wished is kept.
        await plot.GetByLabel("Filter rows").FillAsync("Run=1");
        await Visit.Until(async () => Count(Line(await Svg(visit, plot), "teal"), "L") < Count(Line(told, "teal"), "L"), "fewer points");
        await plot.GetByLabel("Filter rows").FillAsync("Run=7");
        await Expect(plot.Locator(".empty")).ToHaveTextAsync("No row matches the filter.");
        await plot.GetByLabel("Filter rows").FillAsync("");
        await page.ReloadAsync();
        await Expect(plot.Locator(".u-title")).ToHaveTextAsync("Errors of two runs");

        var names = new List<string>();
        page.Download += (_, download) => { lock (names) { names.Add(download.SuggestedFilename); } };
        await plot.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Menuitem, new() { Name = "All three" }).ClickAsync();
        await Visit.Until(() => Task.FromResult(names.Count == 3), "three files");
        Assert.Equal(["Train epoch.csv", "Train epoch.png", "Train epoch.svg"], names.Order());

        async Task Say(string label, string value)
        {
            await panel.GetByLabel(label, new() { Exact = true }).FillAsync(value);
            await panel.GetByLabel(label, new() { Exact = true }).PressAsync("Tab");
        }

        Task Wheel() => page.Mouse.WheelAsync(0, -240);

        async Task Drag()
        {
            await page.Keyboard.DownAsync("Shift");
            await Pull();
            await page.Keyboard.UpAsync("Shift");
        }

        async Task Hand()
        {
            await plot.GetByRole(AriaRole.Button, new() { Name = "A drag moves the plot (else with Shift)" }).ClickAsync();
            await page.Mouse.MoveAsync(x, y);
            await Pull();
        }

        async Task Pull()
        {
            await page.Mouse.DownAsync();
            await page.Mouse.MoveAsync(x - 150, y - 20, new() { Steps = 3 });
            await page.Mouse.UpAsync();
        }

        static string Line(string svg, string color) => System.Text.RegularExpressions.Regex.Match(svg, $"<path d=\"([^\"]*)\" fill=\"none\" stroke=\"{color}\"").Groups[1].Value;
        static string XTicks(string svg) => string.Join(' ', System.Text.RegularExpressions.Regex.Matches(svg, "text-anchor=\"end\"[^>]*rotate[^>]*>([^<]*)<").Select(m => m.Groups[1].Value + "@" + m.Value));
    }

    [Fact]
    public async Task Files_of_ones_own_are_plotted_as_they_were_logged_and_a_damaged_one_is_told_by_line()
    {
        await using var visit = await Visit.Open(chromium, new RandomAssociator());
        var page = visit.Page;
        await Take(("old_run.tsv", "|Run\t|Epoch\t#Err\t#Loss\n0\t0\t.5\t3\n0\t1\t.25\t2\n"), ("settings.json", """{"tables":{"old_run.tsv":{"XAxisCol":"Epoch","Title":"Of last year","Loss:On":"+"}}}"""));
        await Expect(visit.Tab("Old run")).ToHaveAttributeAsync("aria-selected", "true");
        var plot = page.Locator(".plot", new() { HasTextString = "Of last year" });
        await Expect(plot.GetByLabel("Loss", new() { Exact = true })).ToBeCheckedAsync();
        await plot.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Menuitem, new() { Name = "Show as a table" }).ClickAsync();
        await Expect(page.Locator(".table").GetByText("2 rows", new() { Exact = true })).ToBeVisibleAsync();
        await Expect(page.Locator(".table").GetByText("0.25")).ToBeVisibleAsync();

        await Take(("broken.csv", "Epoch,Err\n0,1\n1\n"));
        await Expect(page.GetByRole(AriaRole.Status).Filter(new() { HasText = "File 'broken.csv', line 3: found 1 cells, but the header declares 2." })).ToBeVisibleAsync();
        await Expect(visit.Tab("Broken")).ToHaveCountAsync(0);
        await visit.Init.ClickAsync();   // and the simulation goes on
        await visit.Becomes("ready");
        await Expect(page.Locator(".table").GetByText("2 rows", new() { Exact = true })).ToBeVisibleAsync();

        async Task Take(params (string Name, string Text)[] files)
        {
            await visit.Button("Open a view").First.ClickAsync();
            var chooser = await page.RunAndWaitForFileChooserAsync(() => page.GetByRole(AriaRole.Menuitem, new() { Name = "A table from files…" }).ClickAsync());
            await chooser.SetFilesAsync(files.Select(f => new FilePayload { Name = f.Name, MimeType = "text/plain", Buffer = System.Text.Encoding.UTF8.GetBytes(f.Text) }));
        }
    }

    [Fact]
    public async Task Columns_are_found_put_on_and_off_and_drawn_each_in_its_own_way()
    {
        await using var visit = await Visit.Open(chromium, new RandomAssociator { Runs = 2, Epochs = 4 });
        await visit.Run.ClickAsync();
        await visit.Becomes("finished");
        var (page, plot) = (visit.Page, visit.Page.Locator(".plot").First);
        await Expect(plot.Locator(".empty")).ToBeHiddenAsync();
        Assert.Equal(1, Lines(await Svg(visit, plot)));

        await plot.GetByLabel("Find a column").FillAsync("hidden1_pca");
        await Expect(plot.Locator(".plot-column")).ToHaveCountAsync(4);
        await plot.GetByTitle("Put all columns on that are listed").ClickAsync();
        await plot.GetByLabel("Find a column").FillAsync("");
        Assert.Equal(5, Lines(await Svg(visit, plot)));
        await plot.GetByTitle("Take all columns off").ClickAsync();
        await Expect(plot.GetByRole(AriaRole.Checkbox, new() { Name = "SSE", Exact = true })).Not.ToBeCheckedAsync();
        await plot.GetByRole(AriaRole.Checkbox, new() { Name = "SSE", Exact = true }).CheckAsync();
        var bare = await Svg(visit, plot);
        await Visit.Until(async () => await RoomAtTheRight() < 20, "a plot without second axis as wide as its place");

        // Its range, axis, name and error bars.
        await Form("SSE");
        var form = page.GetByRole(AriaRole.Dialog);
        await form.GetByLabel("Axis").SelectOptionAsync("right");
        await form.GetByLabel("To", new() { Exact = true }).FillAsync("777");
        await form.GetByLabel("To", new() { Exact = true }).PressAsync("Tab");
        await form.GetByLabel("Name", new() { Exact = true }).FillAsync("sum of squares");
        await form.GetByLabel("Name", new() { Exact = true }).PressAsync("Tab");
        await form.GetByLabel("Error bars").SelectOptionAsync("AvgSSE");
        await page.Keyboard.PressAsync("Escape");
        await Expect(plot.GetByRole(AriaRole.Checkbox, new() { Name = "sum of squares" })).ToBeCheckedAsync();
        var own = await Svg(visit, plot);
        Assert.Contains(">sum of squares<", own, StringComparison.Ordinal);
        Assert.DoesNotContain(">sum of squares<", bare, StringComparison.Ordinal);
        Assert.True(Count(own, "<path") > Count(bare, "<path"), "There are no error bars.");
        await Visit.Until(async () => await RoomAtTheRight() > 30, "room for the second axis");

        // A line for each run, over another column: from the column itself, and from the lists at the top.
        await Form("Run");
        await form.GetByRole(AriaRole.Button, new() { Name = "A line each" }).ClickAsync();
        await Expect(plot.GetByLabel("A line for each value of")).ToHaveValueAsync("Run");
        await Expect(plot.Locator(".plot-legend li")).ToHaveCountAsync(2);
        await Form("CosDiff");
        await form.GetByRole(AriaRole.Button, new() { Name = "Along x" }).ClickAsync();
        await Expect(plot.GetByLabel("Column of the x axis")).ToHaveValueAsync("CosDiff");
        Assert.Contains(">CosDiff<", await Svg(visit, plot), StringComparison.Ordinal);
        await plot.GetByLabel("Column of the x axis").SelectOptionAsync("Epoch");
        await plot.GetByLabel("A line for each value of").SelectOptionAsync("");
        await Expect(plot.Locator(".plot-legend")).ToBeHiddenAsync();

        // A drag chooses what is seen, a double click shows all, and buttons zoom.
        var all = await Svg(visit, plot);
        var box = (await plot.Locator(".u-over").BoundingBoxAsync())!;
        await page.Mouse.MoveAsync(box.X + (0.3f * box.Width), box.Y + (0.5f * box.Height));
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(box.X + (0.6f * box.Width), box.Y + (0.5f * box.Height), new() { Steps = 4 });
        await page.Mouse.UpAsync();
        Assert.NotEqual(all, await Svg(visit, plot));
        await page.Mouse.DblClickAsync(box.X + (0.5f * box.Width), box.Y + (0.5f * box.Height));
        Assert.Equal(all, await Svg(visit, plot));
        await plot.GetByRole(AriaRole.Button, new() { Name = "Zoom in (+)" }).ClickAsync();
        Assert.NotEqual(all, await Svg(visit, plot));
        await plot.GetByRole(AriaRole.Button, new() { Name = "Zoom out (−)" }).ClickAsync();
        await plot.GetByRole(AriaRole.Button, new() { Name = "Show all (0, or double-click)" }).ClickAsync();
        Assert.Equal(all, await Svg(visit, plot));

        // Bars of two runs stand side by side at each epoch, error bars in their middle.
        await plot.GetByLabel("A line for each value of").SelectOptionAsync("Run");
        await plot.GetByLabel("Style", new() { Exact = true }).SelectOptionAsync("bars");
        var bars = await Svg(visit, plot);
        var rectangles = System.Text.RegularExpressions.Regex.Matches(bars, "<rect x=\"([\\d.]+)\" y=\"[\\d.]+\" width=\"([\\d.]+)\" height=\"[\\d.]+\" fill=\"#")
            .Select(m => (Left: Number(m, 1), Width: Number(m, 2))).ToArray();
        Assert.Equal(4 + 4 + 2, rectangles.Length);   // of each run, and in the legend
        var place = rectangles[1].Left - rectangles[0].Left;
        for (var epoch = 0; epoch < 4; epoch++)
        {
            Assert.Equal(rectangles[0].Left + (epoch * place), rectangles[epoch].Left, 1.0);
            Assert.Equal(rectangles[epoch].Left + (0.4 * place), rectangles[4 + epoch].Left, 1.0);
            Assert.Equal(0.4 * place, rectangles[epoch].Width, 1.5);   // 0.8 of the place, with a pixel between
            Assert.Contains($"<path d=\"M{(rectangles[epoch].Left + (0.2 * place) - 3).ToString("0.#", System.Globalization.CultureInfo.InvariantCulture).Split('.')[0]}", bars, StringComparison.Ordinal);
        }

        static double Number(System.Text.RegularExpressions.Match match, int group) => double.Parse(match.Groups[group].Value, System.Globalization.CultureInfo.InvariantCulture);

        async Task<float> RoomAtTheRight()
        {
            var (place, lines) = ((await plot.Locator(".plot-area").BoundingBoxAsync())!, (await plot.Locator(".u-over").BoundingBoxAsync())!);
            return place.X + place.Width - (lines.X + lines.Width);
        }

        async Task Form(string column)
        {
            await plot.Locator(".plot-column", new() { Has = page.GetByRole(AriaRole.Button, new() { Name = $"How {column} is plotted", Exact = true }) }).HoverAsync();
            await plot.GetByRole(AriaRole.Button, new() { Name = $"How {column} is plotted", Exact = true }).ClickAsync();
        }

        static int Lines(string svg) => System.Text.RegularExpressions.Regex.Matches(svg, "<path d=\"[^\"]*\" fill=\"none\" stroke=\"(#[^\"]*)\"").Select(m => m.Groups[1].Value).Distinct().Count();   // by colour: the legend has some too
    }

    private static async Task<string> Svg(Visit visit, ILocator plot)
    {
        var download = await visit.Page.RunAndWaitForDownloadAsync(async () =>
        {
            await plot.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
            await visit.Page.GetByRole(AriaRole.Menuitem, new() { Name = "SVG", Exact = true }).ClickAsync();
        });
        using var reader = new StreamReader(await download.CreateReadStreamAsync());
        return await reader.ReadToEndAsync();
    }

    private static int Count(string text, string part) => text.Split(part).Length - 1;
}
