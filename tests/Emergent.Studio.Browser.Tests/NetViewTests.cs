using System.Globalization;
using System.Text.RegularExpressions;
using Emergent.Networks;
using Emergent.Studio.Tests;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Emergent.Studio.Browser.Tests;

[Collection(Chromium.Collection)]
public class NetViewTests(Chromium chromium)
{
    [Theory]
    [InlineData("flat", "processor")]
    [InlineData("flat", "card")]
    [InlineData("boxes", "processor")]
    public async Task Units_have_the_colours_of_their_values_at_their_projected_centres(string tier, string drawnBy)
    {
        var simulation = new Fallible();
        await using var visit = await Visit.Open(chromium, simulation, kept: Picture.Kept(simulation, tier: tier), script: drawnBy == "card" ? PretendCard : "");
        await AssertShowsActivity(visit);
        await Expect(visit.Page.Locator(".netview")).ToHaveAttributeAsync("data-tier", tier);
        await visit.Button("Settings of the view").ClickAsync();
        await Expect(visit.Page.GetByText("Drawn by the processor, instead of")).ToHaveCountAsync(tier == "flat" && drawnBy == "processor" ? 1 : 0);
        await Expect(visit.Page.GetByText("A card")).ToHaveCountAsync(drawnBy == "card" ? 1 : 0);
        await visit.Page.Keyboard.PressAsync("Escape");
        var saved = await visit.Page.RunAndWaitForDownloadAsync(() => visit.Button("Save the picture (PNG)").ClickAsync());
        var png = await File.ReadAllBytesAsync(await saved.PathAsync());
        Assert.True(png.Length > 3000, $"A picture of {png.Length} bytes is empty.");
    }

    // Without a card a page draws what is flat itself: it is told that there is one.
    private const string PretendCard = """
        const ask = WebGL2RenderingContext.prototype.getParameter;
        WebGL2RenderingContext.prototype.getParameter = function (name) { return name === 0x9246 ? 'A card' : ask.call(this, name); };
        """;

    [Theory]
    [InlineData("flat")]
    [InlineData("boxes")]
    public async Task Picture_is_there_again_when_the_card_has_lost_it_and_is_back(string tier)
    {
        var simulation = new Fallible();
        await using var visit = await Visit.Open(chromium, simulation, kept: Picture.Kept(simulation, tier: tier), script: PretendCard);
        await AssertShowsActivity(visit);
        await visit.Page.EvaluateAsync("""
            () => {
              window.card = document.querySelector('.net-surface canvas').getContext('webgl2').getExtension('WEBGL_lose_context');
              card.loseContext();
            }
            """);
        await visit.Page.WaitForFunctionAsync("document.querySelector('.net-surface canvas').getContext('webgl2').isContextLost()");
        await visit.StepTrial();   // draws nothing, and nobody complains
        await visit.Page.EvaluateAsync("card.restoreContext()");
        await AssertShowsActivity(visit);
    }

    [Fact]
    public async Task Without_webgl_the_same_picture_is_drawn_flat()
    {
        await using var browser = await chromium.LaunchWithoutWebGl();
        var simulation = new Fallible();
        await using var visit = await Visit.Open(chromium, simulation, kept: Picture.Kept(simulation), browser: browser);
        visit.Expect("WebGL");   // Chromium says that there is none
        Assert.False(await visit.Page.EvaluateAsync<bool>("!!document.createElement('canvas').getContext('webgl2')"));
        await visit.Button("Settings of the view").ClickAsync();
        await Expect(visit.Page.GetByText("No WebGL 2 here: drawn by the processor")).ToBeVisibleAsync();
        await visit.Page.Keyboard.PressAsync("Escape");
        await AssertShowsActivity(visit);
    }

    [Fact]
    public async Task Weights_of_a_fresh_network_are_there_without_a_click_and_with_one()
    {
        var simulation = new Fallible();
        await using var visit = await Visit.Open(chromium, simulation, kept: Picture.Kept(simulation));
        var network = simulation.Network;
        await visit.Show("r.Wt");
        await Expect(visit.Note).ToContainTextAsync(new Regex(@"^Wt received by Output \[\d, \d\], the most active unit"));
        var place = Regex.Match(await visit.Note.InnerTextAsync(), @"\[(\d), (\d)\]");
        var chosen = 2 * int.Parse(place.Groups[1].Value, CultureInfo.InvariantCulture) + int.Parse(place.Groups[2].Value, CultureInfo.InvariantCulture);
        await AssertSays(visit, "Hidden 3×3", network["Hidden"].SynapsesTo("Wt", "Output", chosen));
        await Expect(visit.Twin).ToContainTextAsync("Input 2×2: no values.");

        var picture = new Picture(visit);
        await picture.Click(network["Hidden"], 5);
        await Expect(visit.Note).ToContainTextAsync("Wt received by Hidden [1, 2].");
        var fromInput = network["Input"].SynapsesTo("Wt", "Hidden", 5);
        await AssertSays(visit, "Input 2×2", fromInput);
        await picture.Shows(network["Input"], fromInput);
        await visit.Show("s.Wt");
        await Expect(visit.Note).ToContainTextAsync("Wt sent by Hidden [1, 2].");
        await AssertSays(visit, "Output 2×2", network["Output"].SynapsesFrom("Wt", "Hidden", 5));
    }

    [Fact]
    public async Task Two_networks_show_two_variables_and_one_that_is_closed_is_no_matter()
    {
        await using var visit = await Visit.Open(chromium, new Fallible());
        await visit.OpenView("Network 2");
        var (first, second) = (visit.Page.Locator("[id^=net-twin]").First, visit.Page.Locator("[id^=net-twin]").Last);
        // The second lies in the same group until it is moved to the right.
        await visit.Button("Move this tab to the right").First.ClickAsync();
        await Expect(visit.Page.Locator(".netview")).ToHaveCountAsync(2);
        await visit.Page.Locator(".chooser-select").Last.SelectOptionAsync("Vm");   // there is no room for the buttons
        await visit.Page.GetByLabel("What a step is").SelectOptionAsync("Quarter");
        await visit.Step.ClickAsync();
        await Expect(visit.RecordCounters).ToContainTextAsync("Cycle: 25");
        await Expect(first).ToContainTextAsync("Act:");
        await AssertSays(visit, "Hidden 3×3", [.. visit.Simulation.Network["Hidden"].Units("Act")], first);
        await Expect(second).ToContainTextAsync("Vm:");
        await AssertSays(visit, "Hidden 3×3", [.. visit.Simulation.Network["Hidden"].Units("Vm")], second);

        await visit.Tab("Network 2").FocusAsync();
        await visit.Page.Keyboard.PressAsync("Delete");
        await Expect(visit.Page.Locator(".netview")).ToHaveCountAsync(1);
        await visit.Step.ClickAsync();
        await Expect(visit.RecordCounters).ToContainTextAsync("Cycle: 50");
        await AssertSays(visit, "Hidden 3×3", [.. visit.Simulation.Network["Hidden"].Units("Act")], first);
    }

    [Fact]
    public async Task Tab_that_comes_into_view_shows_what_is_now()
    {
        await using var visit = await Visit.Open(chromium, new Fallible(), width: 1000);   // one group of tabs
        await visit.Tab("Train epoch").ClickAsync();
        await Expect(visit.Page.GetByText("No rows yet.")).ToBeVisibleAsync();
        await visit.OpenView("Train trial table");
        await visit.Tab("Network").ClickAsync();
        for (var trial = 0; trial < 3; trial++) { await visit.StepTrial(); }
        await visit.Tab("Train trial table").ClickAsync();
        await Expect(visit.Page.GetByText("3 rows")).ToBeVisibleAsync();
        for (var trial = 3; trial < 5; trial++) { await visit.StepTrial(); }   // while plot and network are out of view
        await visit.Tab("Train epoch").ClickAsync();
        await Expect(visit.Page.GetByText("No rows yet.")).ToBeHiddenAsync();
        await visit.Tab("Network").ClickAsync();
        await Expect(visit.RecordCounters).ToContainTextAsync("Epoch: 1");
        await AssertSays(visit, "Hidden 3×3", [.. visit.Simulation.Network["Hidden"].Units("Act")]);
    }

    [Fact]
    public async Task Ends_of_the_range_rates_and_records_are_as_they_are_given_and_changes_of_weights_those_of_the_last_trial()
    {
        await using var visit = await Visit.Open(chromium, new Fallible());
        var page = visit.Page;
        // One end that is typed stays, the other follows the values.
        await visit.Show("Ge");
        await visit.StepTrial();
        await page.GetByLabel("zero centred").UncheckAsync();
        await page.GetByLabel("max", new() { Exact = true }).UncheckAsync();
        var (lower, upper) = (page.GetByLabel("Lower end of the range"), page.GetByLabel("Upper end of the range"));
        await lower.FillAsync("-0.3");
        await lower.PressAsync("Enter");
        await Expect(page.GetByLabel("min", new() { Exact = true })).ToBeCheckedAsync();
        await Expect(page.GetByLabel("max", new() { Exact = true })).Not.ToBeCheckedAsync();
        await Expect(lower).ToHaveValueAsync("-0.3");
        await Expect(upper).Not.ToHaveValueAsync("1");
        var most = visit.Simulation.Network.Layers.Max(l => l.Units("Ge").ToArray().Max());
        Assert.InRange(double.Parse(await upper.InputValueAsync(), CultureInfo.InvariantCulture), most, 4 * most);

        // Every 10 cycles, and the end of the trial; the record of a number is shown when it is typed.
        await visit.Button("Settings of the view").ClickAsync();
        await page.GetByLabel("Update in training").SelectOptionAsync("fastSpike");
        await page.GetByRole(AriaRole.Button, new() { Name = "Zoom in", Exact = true }).ClickAsync();
        await page.GetByLabel("Names").FillAsync("2");
        await Expect(page.Locator(".labels button").First).ToHaveCSSAsync("font-size", "24px");
        await page.Keyboard.PressAsync("Escape");
        await Visit.Until(() => Task.FromResult(page.Url.Contains("rate=fastSpike", StringComparison.Ordinal) && page.Url.Contains("cam=", StringComparison.Ordinal)), "rate and camera in the address");
        await visit.Init.ClickAsync();
        await Expect(page.Locator(".record-place")).ToHaveTextAsync("of 1 record");
        await visit.StepTrial();
        await Visit.Until(async () => Regex.Match(await page.Locator(".record-place").InnerTextAsync(), @"of records (\d+)…(\d+)") is { Success: true } found
            && int.Parse(found.Groups[2].Value, CultureInfo.InvariantCulture) - int.Parse(found.Groups[1].Value, CultureInfo.InvariantCulture) == 11, "twelve records");
        await Expect(page.Locator(".record-logged")).ToContainTextAsync("SSE: ");
        var number = page.GetByLabel("Number of the record");
        var newest = int.Parse(await number.InputValueAsync(), CultureInfo.InvariantCulture);
        await number.FillAsync($"{newest - 9}");
        await number.PressAsync("Enter");
        await Expect(visit.RecordCounters).ToContainTextAsync("Cycle: 20");
        await Expect(page.Locator(".record-place")).ToContainTextAsync("not live");
        await Expect(page.Locator(".record-logged")).ToBeHiddenAsync();
        await page.GetByTitle("Follow the newest record").ClickAsync();

        // Changes are 0 again once they are applied; what they were is shown.
        await visit.Show("r.DWt");
        await Expect(visit.Note).ToContainTextAsync("Those of the last trial that learned");
        await visit.StepTrial();
        await Expect(visit.Twin).ToContainTextAsync(new Regex(@"Hidden 3×3: greatest (?!0 )[\d.e-]+ at"));
        Assert.All(visit.Simulation.Network.Projections, p => Assert.All(p.SynapseValues("DWt"), change => Assert.Equal(0, change)));
    }

    [Fact]
    public async Task Each_variable_begins_with_the_range_that_is_usual_for_it()
    {
        await using var visit = await Visit.Open(chromium, new Fallible());
        var page = visit.Page;
        var (lower, upper) = (page.GetByLabel("Lower end of the range"), page.GetByLabel("Upper end of the range"));
        await Shows("Act", "-1", "1", isFixed: true, isZeroCentred: true);
        await Shows("Vm", "0", "1", isFixed: true, isZeroCentred: false);
        await visit.StepTrial();
        await visit.StepTrial();
        await Shows("ActDif", null, null, isFixed: false, isZeroCentred: true);
        // Those of what has no usual one fit the values of all records, widened to a number that is easily read.
        var most = double.Parse(await upper.InputValueAsync(), CultureInfo.InvariantCulture);
        var seen = visit.Simulation.Network.Layers.SelectMany(l => l.Units("ActDif").ToArray()).Max(Math.Abs);
        Assert.InRange(most, seen, 10 * seen);
        await Shows("Act", "-1", "1", isFixed: true, isZeroCentred: true);

        async Task Shows(string variable, string? from, string? to, bool isFixed, bool isZeroCentred)
        {
            await visit.Show(variable);
            await Expect(visit.Twin).ToContainTextAsync($"{variable}:");
            foreach (var end in (string[])["min", "max"]) { await Expect(page.GetByLabel(end, new() { Exact = true })).ToBeCheckedAsync(new() { Checked = isFixed }); }
            await Expect(page.GetByLabel("zero centred")).ToBeCheckedAsync(new() { Checked = isZeroCentred });
            if (from is not null) { await Expect(lower).ToHaveValueAsync(from); }
            if (to is not null) { await Expect(upper).ToHaveValueAsync(to); }
        }
    }

    [Fact]
    public async Task The_past_goes_on_behind_another_tab()
    {
        await using var visit = await Visit.Open(chromium, new Fallible(), kept: new Dictionary<string, object> { ["fallible/tabs"] = new { tabs = (string[])["network", "plot:train_epoch"], active = "network" } });
        await visit.StepTrial();
        await visit.Tab("Train epoch").ClickAsync();
        await Expect(visit.Page.Locator(".net-surface")).ToBeHiddenAsync();
        await visit.StepTrial();
        await visit.StepTrial();
        await visit.Tab("Network").ClickAsync();
        await Expect(visit.RecordCounters).ToContainTextAsync("Trial: 2  Cycle: 100");
        await visit.Button("10 records back").ClickAsync();
        await Expect(visit.RecordCounters).ToContainTextAsync("Trial: 2  Cycle: 9");
        await visit.Button("Oldest record").ClickAsync();
        for (var i = 0; i < 15; i++) { await visit.Button("10 records on").ClickAsync(); }
        await Expect(visit.RecordCounters).ToContainTextAsync("Trial: 1  Cycle: ");   // of when nobody saw it
        await visit.Page.GetByTitle("Follow the newest record").ClickAsync();
        await Expect(visit.RecordCounters).ToContainTextAsync("Trial: 2  Cycle: 100");
    }

    [Fact]
    public async Task Mouse_and_menus_read_units_move_the_camera_and_open_what_belongs_to_a_unit_or_layer()
    {
        var simulation = new Fallible();
        simulation.Network["Output"].UnitNames = ["red", "green", "", "blue"];
        await using var visit = await Visit.Open(chromium, simulation, kept: Picture.Kept(simulation));
        var (page, picture, hidden) = (visit.Page, new Picture(visit), simulation.Network["Hidden"]);
        await Expect(page.Locator(".unit-name")).ToHaveTextAsync(["red", "green", "blue"]);
        await visit.StepTrial();
        var surface = (await page.Locator(".net-surface").BoundingBoxAsync())!;
        var (x, y) = await picture.CentreOf(hidden, 4);
        await page.Mouse.MoveAsync(surface.X + x, surface.Y + y);
        await Expect(page.Locator(".net-stage .net-tip")).ToContainTextAsync($"Hidden [1, 1]Act {Short(hidden.Units("Act")[4])}", new() { UseInnerText = false });

        // A unit's variables over time, and a layer's parameters.
        await Expect(visit.Button("Plot all variables of the selected unit")).ToBeDisabledAsync();
        await picture.Click(hidden, 4);
        await visit.Button("Plot all variables of the selected unit").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Tab, new() { Name = "Hidden" })).ToHaveAttributeAsync("aria-selected", "true");
        // The variable that the network shows is on, and no other.
        var plot = page.Locator(".plot", new() { Has = page.GetByRole(AriaRole.Checkbox, new() { Name = "ActLrn", Exact = true }) });
        await Expect(plot.Locator(".empty")).ToBeHiddenAsync();
        await Expect(plot.GetByRole(AriaRole.Checkbox, new() { Name = "Act", Exact = true })).ToBeCheckedAsync();
        await Expect(plot.Locator(".plot-column.on")).ToHaveCountAsync(1);
        await visit.Tab("Network").ClickAsync();
        await View("Default");   // all is in the picture
        await page.Locator(".labels").GetByRole(AriaRole.Button, new() { Name = "Hidden" }).ClickAsync();
        await Expect(page.Locator("[data-path='#Hidden.Inhib.Layer.Gi']")).ToBeVisibleAsync();

        // The wheel comes nearer, dragging turns; views are kept, restored, and with Shift kept anew.
        await page.Mouse.MoveAsync(surface.X + 20, surface.Y + surface.Height - 20);
        await page.Mouse.WheelAsync(0, -300);
        var near = await CameraOf(visit, "");
        await View("Keep this as view 1");
        await Drag();
        var turned = await CameraOf(visit, near);
        await View("View 1");
        Assert.Equal(near, await CameraOf(visit, turned));
        await Drag();
        turned = await CameraOf(visit, near);
        await View("View 1", KeyboardModifier.Shift);
        await View("Above");
        var above = await CameraOf(visit, turned);
        await View("View 1");
        Assert.Equal(turned, await CameraOf(visit, above));

        async Task Drag()
        {
            await page.Mouse.MoveAsync(surface.X + 20, surface.Y + surface.Height - 20);
            await page.Mouse.DownAsync();
            await page.Mouse.MoveAsync(surface.X + 90, surface.Y + surface.Height - 60, new() { Steps = 4 });
            await page.Mouse.UpAsync();
        }

        async Task View(string item, params KeyboardModifier[] modifiers)
        {
            await visit.Button("Views").ClickAsync();
            await page.GetByRole(AriaRole.Menuitem, new() { Name = item, Exact = true }).ClickAsync(new() { Modifiers = modifiers });
        }
    }

    [Fact]
    public async Task Camera_follows_keys_buttons_and_the_right_button_and_comes_back_to_views_that_were_kept()
    {
        var simulation = new Fallible();
        await using var visit = await Visit.Open(chromium, simulation, kept: Picture.Kept(simulation));
        var (page, surface) = (visit.Page, visit.Page.Locator(".net-surface").First);
        await surface.FocusAsync();
        var camera = "";
        foreach (var key in (string[])["ArrowUp", "Shift+ArrowRight", "-"])
        {
            await surface.PressAsync(key);
            camera = await CameraOf(visit, camera);
        }
        await surface.PressAsync("Control+2");
        var kept = camera;
        await surface.PressAsync("0");
        await Visit.Until(() => Task.FromResult(!page.Url.Contains("cam=", StringComparison.Ordinal)), "the usual view, which the address need not say");
        await surface.PressAsync("2");
        Assert.Equal(kept, await CameraOf(visit, ""));

        await visit.Button("Settings of the view").ClickAsync();
        foreach (var name in (string[])["Turn left", "Move up", "Zoom out"]) { await page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).ClickAsync(); }
        await page.Keyboard.PressAsync("Escape");
        camera = await CameraOf(visit, kept);
        var box = (await surface.BoundingBoxAsync())!;
        await page.Mouse.MoveAsync(box.X + 30, box.Y + 30);
        await page.Mouse.DownAsync(new() { Button = MouseButton.Right });
        await page.Mouse.MoveAsync(box.X + 90, box.Y + 60, new() { Steps = 3 });
        await page.Mouse.UpAsync(new() { Button = MouseButton.Right });
        await CameraOf(visit, camera);
        await visit.Button("Views").ClickAsync();
        await page.GetByRole(AriaRole.Menuitem, new() { Name = "Forget kept views" }).ClickAsync();
        await visit.Button("Views").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Menuitem, new() { Name = "Keep this as view 2" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Unit_is_a_table_too_and_its_plot_begins_with_the_range_that_the_network_was_given()
    {
        var simulation = new Fallible();
        await using var visit = await Visit.Open(chromium, simulation, kept: Picture.Kept(simulation));
        var page = visit.Page;
        await visit.StepTrial();
        await page.GetByLabel("Upper end of the range").FillAsync("0.7");
        await page.GetByLabel("Upper end of the range").PressAsync("Enter");
        await new Picture(visit).Click(simulation.Network["Hidden"], 4);
        await visit.Button("Plot all variables of the selected unit").ClickAsync();
        var plot = page.Locator(".plot", new() { Has = page.GetByRole(AriaRole.Checkbox, new() { Name = "ActLrn", Exact = true }) });
        await plot.GetByRole(AriaRole.Button, new() { Name = "How Act is plotted", Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Dialog).GetByLabel("To", new() { Exact = true })).ToHaveValueAsync("0.7");
        await page.Keyboard.PressAsync("Escape");
        await plot.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Menuitem, new() { Name = "Show as a table" }).ClickAsync();
        await Expect(visit.Tab("Unit Hidden 4 table")).ToHaveAttributeAsync("aria-selected", "true");
        var table = page.GetByRole(AriaRole.Table, new() { Name = "Unit Hidden 4" });
        await Expect(table.GetByRole(AriaRole.Columnheader, new() { Name = "ActLrn", Exact = true })).ToBeAttachedAsync();
        var count = page.Locator(".table", new() { Has = table }).GetByRole(AriaRole.Status);
        await Visit.Until(async () => await Rows() > 100, "the rows of a trial of 100 cycles");
        var rows = await Rows();
        await visit.StepTrial();   // it goes on
        await Visit.Until(async () => await Rows() > rows + 99, "more rows");
        await page.ReloadAsync();
        await Expect(visit.Tab("Unit Hidden 4 table")).ToHaveAttributeAsync("aria-selected", "true");
        await Visit.Until(async () => await Rows() > rows + 99, "the rows again");

        async Task<int> Rows() => Regex.Match(await count.InnerTextAsync(), @"(\d+) rows") is { Success: true } found ? int.Parse(found.Groups[1].Value, CultureInfo.InvariantCulture) : 0;
    }

    [Fact]
    public async Task Columns_of_variables_and_fast_steps_are_as_many_as_wanted()
    {
        var simulation = new Fallible();
        await using var visit = await Visit.Open(chromium, simulation);
        var page = visit.Page;
        var chooser = page.Locator(".chooser");
        await Expect(chooser.Locator(".chips").First).ToHaveCSSAsync("grid-template-columns", new Regex(@"^\S+ \S+$"));
        await visit.Button("Settings of the view").ClickAsync();
        await page.GetByLabel("Columns of variables", new() { Exact = true }).SelectOptionAsync("3");
        await page.GetByLabel("Fast steps of records", new() { Exact = true }).SelectOptionAsync("25");
        await page.Keyboard.PressAsync("Escape");
        await Expect(chooser.Locator(".chips").First).ToHaveCSSAsync("grid-template-columns", new Regex(@"^\S+ \S+ \S+$"));
        var buttons = chooser.GetByRole(AriaRole.Button);
        await buttons.First.ClickAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await Expect(buttons.Nth(3)).ToBeFocusedAsync();
        await Expect(buttons.Nth(3)).ToHaveAttributeAsync("aria-pressed", "true");
        await visit.StepTrial();
        var number = page.GetByLabel("Number of the record");
        await Visit.Until(async () => int.Parse(await number.InputValueAsync(), CultureInfo.InvariantCulture) > 100, "the records of a trial");
        var newest = int.Parse(await number.InputValueAsync(), CultureInfo.InvariantCulture);
        await visit.Button("25 records back").ClickAsync();
        await Expect(number).ToHaveValueAsync($"{newest - 25}");
        await page.ReloadAsync();
        await Expect(visit.Button("25 records on")).ToBeVisibleAsync();
        await Expect(chooser.Locator(".chips").First).ToHaveCSSAsync("grid-template-columns", new Regex(@"^\S+ \S+ \S+$"));
    }

    [Fact]
    public async Task Of_several_projections_between_two_layers_one_can_be_chosen()
    {
        var simulation = new Doubled();
        await using var visit = await Visit.Open(chromium, simulation, kept: Picture.Kept(simulation));
        var (page, input) = (visit.Page, simulation.Network["Input"]);
        await visit.Show("r.Wt");
        await new Picture(visit).Click(simulation.Network["Hidden"], 1);
        await AssertSays(visit, "Input 2×2", input.SynapsesTo("Wt", "Hidden", 1));
        await visit.Button("Settings of the view").ClickAsync();
        var choice = page.GetByLabel("Synapses of projections");
        Assert.Equal("the first", (await choice.Locator("option").AllInnerTextsAsync())[0]);
        await choice.SelectOptionAsync("Direct");
        await page.Keyboard.PressAsync("Escape");
        var direct = input.SynapsesTo("Wt", "Hidden", 1, "Direct")[1];   // one to one
        await Expect(visit.Twin).ToContainTextAsync($"Input 2×2: greatest {Short(direct)} at [0, 1], mean {Short(direct)}.");
        await Expect(visit.Note).ToContainTextAsync("in projections Direct");
    }

    [Theory]
    [InlineData("flat")]
    [InlineData("boxes")]
    public async Task Selected_unit_is_outlined(string tier)
    {
        var simulation = new Fallible();
        await using var visit = await Visit.Open(chromium, simulation, kept: Picture.Kept(simulation, tier: tier));
        var (picture, hidden) = (new Picture(visit), simulation.Network["Hidden"]);
        await visit.StepTrial();
        Assert.False(await IsOutlined(4, 5));
        await picture.Click(hidden, 4);
        await visit.Page.Mouse.MoveAsync(3, 3);   // what is pointed at has an outline, too
        await Visit.Until(() => IsOutlined(4, 5), "an outline between units 4 and 5");
        Assert.True(await IsOutlined(4, 3));
        Assert.False(await IsOutlined(0, 1));

        async Task<bool> IsOutlined(int from, int to) => (await picture.ColorsBetween(hidden, from, to)).Any(c => c is [< 90, > 120, < 120]);   // the light theme's mark is (18, 161, 80)
    }

    /// <summary>The camera in the address, once it is another and rests.</summary>
    private static async Task<string> CameraOf(Visit visit, string before)
    {
        var seen = before;
        await Visit.Until(async () =>
        {
            var last = seen;
            await Task.Delay(700);
            seen = Regex.Match(visit.Page.Url, "cam=([^&]*)").Groups[1].Value;
            return seen == last && seen != before && seen.Length > 0;
        }, $"another camera than {before}");
        return seen;
    }

    private static async Task AssertShowsActivity(Visit visit)
    {
        var picture = new Picture(visit);
        await visit.StepTrial();
        foreach (var layer in visit.Simulation.Network.Layers)
        {
            var values = layer.Units("Act").ToArray();
            Assert.Contains(values, v => v > 0.2);   // so that there is something to see
            await picture.Shows(layer, values);
        }
    }

    /// <summary>The text twin says the greatest value of a layer, where it is, and the mean.</summary>
    private static async Task AssertSays(Visit visit, string layer, float[] values, Microsoft.Playwright.ILocator? twin = null)
    {
        var most = Array.IndexOf(values, values.Max());
        var columns = layer.EndsWith("3×3", StringComparison.Ordinal) ? 3 : 2;
        var said = $"{layer}: greatest {Short(values.Max())} at [{most / columns}, {most % columns}], mean {Short(values.Select(v => (double)v).Average())}.";
        await Expect(twin ?? visit.Twin).ToContainTextAsync(said);
    }

    /// <summary>Four significant digits.</summary>
    private static string Short(double value) => value == 0 ? "0" : value.ToString("G4", CultureInfo.InvariantCulture);
}
