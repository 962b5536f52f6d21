using System.Globalization;
using System.Text.Json;
using Emergent.Networks;
using Emergent.Sims;

namespace Emergent.Studio.Tests;

public class FormTests
{
    [Fact]
    public async Task Form_has_labels_ranges_defaults_and_descriptions_of_attributes_and_documentation()
    {
        await using var window = await Windows.Open(new RandomAssociator());
        await using var page = await Page.Open(window);
        var hello = await page.Until("hello");
        var patterns = Field(hello, "Sim.PatternCount");
        Assert.Equal(("Patterns", "How many pairs are to be learned.", "integer", "25", "init"), (Text(patterns, "label"), Text(patterns, "description"), Text(patterns, "type"), Text(patterns, "default"), Text(patterns, "appliesAt")));
        Assert.Equal((1, 10_000), (patterns.GetProperty("min").GetDouble(), patterns.GetProperty("max").GetDouble()));
        var gi = Field(hello, "#Output.Inhib.Layer.Gi");
        Assert.Equal(("Gi", "number", "1.4", "now"), (Text(gi, "label"), Text(gi, "type"), Text(gi, "default"), Text(gi, "appliesAt")));   // what the model's style sheet says
        Assert.NotEqual("", Text(gi, "description"));
        Assert.Equal(["Layers", "Output", "Inhib", "Layer"], gi.GetProperty("group").EnumerateArray().Select(g => g.GetString()));
        Assert.Equal("flag", Text(Field(hello, "#InputToHidden1.Learn.Norm.On"), "type"));
        Assert.Contains(hello.GetProperty("form").EnumerateArray(), f => Text(f, "type") == "choice" && f.GetProperty("choices").GetArrayLength() > 1);
        Assert.Equal(hello.GetProperty("form").GetArrayLength(), hello.GetProperty("values").EnumerateObject().Count());
    }

    [Fact]
    public async Task Sets_of_flags_lists_and_what_is_there_to_be_looked_at_have_their_lines()
    {
        var simulation = new Various();
        await using var window = await Windows.Open(simulation);
        await using var page = await Page.Open(window);
        var hello = await page.Until("hello");
        Assert.Equal(("flags", "Sight"), (Text(Field(hello, "Sim.Senses"), "type"), Text(Field(hello, "Sim.Senses"), "default")));
        Assert.Equal(["Sight", "Sound", "Touch"], Field(hello, "Sim.Senses").GetProperty("choices").EnumerateArray().Select(c => c.GetString()));
        Assert.Equal(("list", "0.5, 0.25", "init"), (Text(Field(hello, "Sim.Rates"), "type"), Text(Field(hello, "Sim.Rates"), "default"), Text(Field(hello, "Sim.Rates"), "appliesAt")));
        Assert.Equal(("map", "cat: 2"), (Text(Field(hello, "Sim.Costs"), "type"), Text(Field(hello, "Sim.Costs"), "default")));
        Assert.Equal(("output", "Trials done", "How many trials have ended since it was made."), (Text(Field(hello, "Sim.Done"), "type"), Text(Field(hello, "Sim.Done"), "label"), Text(Field(hello, "Sim.Done"), "description")));
        Assert.Equal("Nothing is done yet.", Text(hello.GetProperty("values").GetProperty("Sim.Last"), "text"));

        await page.Command("set", new { path = "Sim.Senses", value = "Sound, Touch" });
        await page.Command("set", new { path = "Sim.Rates", value = "1,0" });
        Assert.Equal(Senses.Sound | Senses.Touch, simulation.Senses);
        Assert.Equal([1f, 0f], simulation.Rates);
        Assert.Contains("'Rates[1]' is 2; it must be within 0…1", await page.Error("set", new { path = "Sim.Rates", value = "1, 2" }), StringComparison.Ordinal);
        Assert.Contains("'Done' is there to be looked at", await page.Error("set", new { path = "Sim.Done", value = "1" }), StringComparison.Ordinal);
        var code = await page.Command("parameters", new { @as = "csharp" });
        Assert.Contains("simulation.Senses = Senses.Sound | Senses.Touch;\nsimulation.Rates = [1f, 0f];\n", code, StringComparison.Ordinal);
        Assert.DoesNotContain("Done", code, StringComparison.Ordinal);
        Assert.Contains("\"Sim.Rates\": \"1, 0\"", await page.Command("parameters", new { @as = "json" }), StringComparison.Ordinal);
        await page.Command("undo");
        Assert.Equal([0.5f, 0.25f], simulation.Rates);
        await page.Command("set", new { path = "Sim.Costs", value = "cat: 1, dog: 3" });
        Assert.Equal(3, simulation.Costs["dog"]);
        Assert.Contains("simulation.Costs = new() { [\"cat\"] = 1, [\"dog\"] = 3, };", await page.Command("parameters", new { @as = "csharp" }), StringComparison.Ordinal);
        await page.Command("reset", new { path = "Sim.Costs" });
        Assert.Equal(2, Assert.Single(simulation.Costs).Value);

        // What is there to be looked at is told by itself, also while it runs.
        await page.CommandTo("paused", "step", new { mode = "Train", scale = "Trial", count = 3 });
        await Told("Sim.Last", text => text == "the trial number 3");
        await page.Command("run", new { mode = "Train" });
        await Told("Sim.Done", text => int.Parse(text, CultureInfo.InvariantCulture) > 20);
        await page.CommandTo("paused", "stop", new { scale = "Trial" });

        Task<JsonElement> Told(string path, Func<string, bool> holds) => page.Until(m => Page.TypeOf(m) == "values" && m.GetProperty("values").TryGetProperty(path, out var value) && holds(Text(value, "text")), 0, path);
    }

    [Fact]
    public async Task Parameters_of_a_mechanism_that_can_be_off_say_what_they_depend_on()
    {
        await using var window = await Windows.Open(new RandomAssociator());
        await using var page = await Page.Open(window);
        var hello = await page.Until("hello");
        Assert.Empty(Conditions("#Hidden1.Inhib.Self.On"));
        Assert.Equal(["#Hidden1.Inhib.Self.On=true"], Conditions("#Hidden1.Inhib.Self.Tau"));
        Assert.Equal(["#Hidden1.Act.KNa.On=true", "#Hidden1.Act.KNa.Fast.On=true"], Conditions("#Hidden1.Act.KNa.Fast.Tau"));
        Assert.Equal(["#Hidden1.Act.KNa.On=true"], Conditions("#Hidden1.Act.KNa.Fast.On"));
        Assert.Equal(["#Hidden1.Act.Noise.Type=VmNoise|GeNoise|ActNoise|GeMultNoise"], Conditions("#Hidden1.Act.Noise.Var"));
        Assert.Equal(["#Hidden1.Act.Clamp.Hard=false"], Conditions("#Hidden1.Act.Clamp.Gain"));
        Assert.Equal(["#InputToHidden1.Learn.Learn=true", "#InputToHidden1.Learn.Norm.On=true"], Conditions("#InputToHidden1.Learn.Norm.NormMin"));
        // What something depends on is there, and has the values that are named.
        var all = hello.GetProperty("form").EnumerateArray().ToDictionary(f => Text(f, "path"));
        foreach (var condition in all.Values.SelectMany(f => f.GetProperty("countsIf").EnumerateArray()))
        {
            var other = all[Text(condition, "path")];
            string?[] possible = Text(other, "type") == "flag" ? ["true", "false"] : [.. other.GetProperty("choices").EnumerateArray().Select(c => c.GetString())];
            Assert.All(condition.GetProperty("values").EnumerateArray(), v => Assert.Contains(v.GetString(), possible));
        }

        IEnumerable<string> Conditions(string path) => Field(hello, path).GetProperty("countsIf").EnumerateArray()
            .Select(c => $"{Text(c, "path")}={string.Join('|', c.GetProperty("values").EnumerateArray().Select(v => v.GetString()))}");
    }

    [Fact]
    public async Task Unit_of_a_number_is_what_its_display_format_has_after_it()
    {
        await using var window = await Windows.Open(new Fallible());
        await using var page = await Page.Open(window);
        var hello = await page.Until("hello");
        Assert.Equal(("ms", ""), (Text(Field(hello, "Sim.Wait"), "unit"), Text(Field(hello, "Sim.Side"), "unit")));
    }

    [Fact]
    public async Task Edit_of_a_layer_acts_at_once_and_holds_after_init()
    {
        var simulation = new RandomAssociator();
        await using var window = await Windows.Open(simulation);
        await using var page = await Page.Open(window);
        const string Path = "#Output.Inhib.Layer.Gi";
        await page.Command("set", new { path = Path, value = " 1.7 " });
        var value = (await page.Until(m => Page.TypeOf(m) == "values" && m.GetProperty("values").TryGetProperty(Path, out _))).GetProperty("values").GetProperty(Path);
        Assert.Equal(("1.7", false, false), (Text(value, "text"), value.GetProperty("isDefault").GetBoolean(), value.GetProperty("pending").GetBoolean()));
        Assert.Equal("1.7", Gi(simulation));
        await page.CommandTo("ready", "init");
        Assert.Equal("1.7", Gi(simulation));
        Assert.Equal(["#Output Layer.Inhib.Layer.Gi=1.7"], simulation.Settings);

        await page.Command("reset", new { path = Path });
        await page.CommandTo("ready", "init");
        Assert.Equal("1.4", Gi(simulation));
        Assert.Empty(simulation.Settings);
    }

    [Fact]
    public async Task Window_and_settings_take_a_parameter_in_the_same_ways()
    {
        string[] names = ["#Output.Inhib.Layer.Gi", "#Output Layer.Inhib.Layer.Gi", "#Output Inhib.Layer.Gi"];
        foreach (var name in names)
        {
            var simulation = new RandomAssociator();
            simulation.Set($"{name}=1.6");
            await using var window = await Windows.Open(simulation);
            await using var page = await Page.Open(window);
            Assert.Equal("1.6", Gi(simulation));
            foreach (var (value, path) in new[] { "1.7", "1.8", "1.9" }.Zip(names))
            {
                await page.Command("set", new { path, value });
                await page.CommandTo("ready", "init");
                Assert.Equal((value, 1), (Gi(simulation), simulation.Settings.Count));
            }
            // What the command line says counts as the default here, and goes on doing so.
            await page.Command("reset", new { path = name });
            await page.CommandTo("ready", "init");
            Assert.Equal("1.6", Gi(simulation));
        }
    }

    [Fact]
    public async Task Control_that_a_simulation_reads_again_and_again_acts_at_once()
    {
        var simulation = new Detector();
        await using var window = await Windows.Open(simulation);
        await using var page = await Page.Open(window);
        Assert.Equal("now", Text(Field(await page.Until("hello"), "Sim.GbarL"), "appliesAt"));
        await page.Command("set", new { path = "Sim.GbarL", value = "1.5" });
        var value = (await page.Until(m => Page.TypeOf(m) == "values" && m.GetProperty("values").TryGetProperty("Sim.GbarL", out _))).GetProperty("values").GetProperty("Sim.GbarL");
        Assert.Equal(("1.5", false), (Text(value, "text"), value.GetProperty("pending").GetBoolean()));
        await page.CommandTo("finished", "run", new { mode = "Test" });
        Assert.Equal(6, simulation.Log[RunMode.Test, TimeScale.Trial].Rows.Count(row => row.Get<double>("Act") > 0.5));   // no Init between
    }

    [Fact]
    public async Task Values_that_are_none_are_refused_with_the_reason()
    {
        await using var window = await Windows.Open(new RandomAssociator());
        await using var page = await Page.Open(window);
        Assert.Contains("Simulation 'random-associator': 'Epochs' is 0; it must be within 1…", await page.Error("set", new { path = "Sim.Epochs", value = "0" }), StringComparison.Ordinal);
        Assert.Contains("Layer 'Output': 'Inhib.Layer.Gi' cannot be '1,8'; it is a number", await page.Error("set", new { path = "#Output.Inhib.Layer.Gi", value = "1,8" }), StringComparison.Ordinal);
        Assert.Contains("Did you mean 'Sim.Epochs'?", await page.Error("set", new { path = "Sim.Epocs", value = "1" }), StringComparison.Ordinal);
        Assert.Contains("no edit to undo", await page.Error("undo"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Edits_are_undone_and_done_again_in_order()
    {
        var simulation = new RandomAssociator();
        await using var window = await Windows.Open(simulation);
        await using var page = await Page.Open(window);
        await page.Command("set", new { path = "Sim.Epochs", value = "20" });
        await page.Command("set", new { path = "#Output.Inhib.Layer.Gi", value = "1.7" });
        await page.Until(m => Page.TypeOf(m) == "status" && m.GetProperty("pending").GetInt32() == 1 && m.GetProperty("canUndo").GetBoolean());
        await page.Command("undo");
        Assert.Equal((20, "1.4"), (simulation.Epochs, Gi(simulation)));
        await page.Command("undo");
        Assert.Equal(50, simulation.Epochs);
        await page.Command("redo");
        await page.Command("redo");
        Assert.Equal((20, "1.7"), (simulation.Epochs, Gi(simulation)));
        await page.Command("undo");
        await page.Command("set", new { path = "Sim.Epochs", value = "30" });
        Assert.Contains("no edit to redo", await page.Error("redo"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Differences_are_given_as_code_and_as_a_configuration_that_can_be_read()
    {
        await using var window = await Windows.Open(new RandomAssociator());
        await using var page = await Page.Open(window);
        await page.Command("set", new { path = "Sim.Epochs", value = "20" });
        await page.Command("set", new { path = "Sim.Tag", value = "a \"b\"" });
        await page.Command("set", new { path = "#Output.Inhib.Layer.Gi", value = "1.7" });
        var code = await page.Command("parameters", new { @as = "csharp" });
        Assert.Contains("simulation.Epochs = 20;", code, StringComparison.Ordinal);
        Assert.Contains("simulation.Tag = \"a \\\"b\\\"\";", code, StringComparison.Ordinal);
        Assert.Contains("{ \"#Output\", \"set in the window\", (LeabraLayer l) => l.Inhib.Layer.Gi = 1.7f },", code, StringComparison.Ordinal);

        var file = System.IO.Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, await page.Command("parameters", new { @as = "json" }));
            var again = new RandomAssociator();
            again.UseConfiguration(RunConfiguration.Read(file));
            again.Initialize();
            Assert.Equal((20, "a \"b\"", "1.7"), (again.Epochs, again.Tag, Gi(again)));
        }
        finally { File.Delete(file); }
    }

    [Fact]
    public async Task Parameters_are_listed_as_text_all_or_those_that_differ()
    {
        var simulation = new Fallible();
        await using var window = await Windows.Open(simulation);
        await using var page = await Page.Open(window);
        await page.Command("set", new { path = "#Output.Inhib.Layer.Gi", value = "1.7" });
        await page.Command("set", new { path = "Sim.Wait", value = "30" });
        var changed = (await List("nonDefault")).Split('\n');
        Assert.Equal("  Inhib.Layer.Gi: 1.7   (default 1.8)", changed[Array.IndexOf(changed, "Output") + 1]);
        Assert.Contains("  Wait: 30   (default 20)", changed);
        Assert.DoesNotContain("Hidden", changed);
        var all = await List("all");
        Assert.Contains("\n  Inhib.Layer.Gi: 1.7\n", all, StringComparison.Ordinal);
        Assert.Contains("\nHidden (Layer Hidden)\n", all, StringComparison.Ordinal);
        Assert.Equal((await page.Until("hello")).GetProperty("form").GetArrayLength(), all.Split('\n').Count(line => line.StartsWith("  ", StringComparison.Ordinal)));   // all that the panel has
        Assert.Matches(@"\nOutput +Target .*1\.7\*", await List("key"));
        Assert.Contains("Did you mean 'All'?", await page.Error("parameters", new { @as = "alll" }), StringComparison.Ordinal);

        async Task<string> List(string which) => (await page.Command("parameters", new { @as = which }))!;
    }

    [Fact]
    public async Task Actions_take_arguments_and_say_what_is_wrong_with_them()
    {
        var simulation = new Fallible();
        await using var window = await Windows.Open(simulation);
        await using var page = await Page.Open(window);
        var action = (await page.Until("hello")).GetProperty("actions").EnumerateArray().Single(a => Text(a, "name") == "Tell");
        Assert.Equal("Tells it something.", Text(action, "description"));
        Assert.Equal(("what", "What.", "text"), (Text(action.GetProperty("parameters")[0], "path"), Text(action.GetProperty("parameters")[0], "description"), Text(action.GetProperty("parameters")[0], "type")));
        Assert.Equal(("2", 3), (Text(action.GetProperty("parameters")[1], "default"), action.GetProperty("parameters")[1].GetProperty("max").GetInt32()));
        Assert.Equal("abab", await page.Command("action", new { name = "Tell", arguments = new { what = "ab" } }));
        Assert.Equal("xxx", await page.Command("action", new { name = "Tell", arguments = new { what = "x", times = 3 } }));
        Assert.Equal("xxx", simulation.Told);
        Assert.Contains("needs 'what'", await page.Error("action", new { name = "Tell" }), StringComparison.Ordinal);
        Assert.Contains("within 1…3", await page.Error("action", new { name = "Tell", arguments = new { what = "x", times = 4 } }), StringComparison.Ordinal);
        Assert.Contains("no parameter 'wat'", await page.Error("action", new { name = "Tell", arguments = new { wat = "x" } }), StringComparison.Ordinal);
        Assert.Equal("It failed.", await page.Error("action", new { name = "Fail" }));
        Assert.Equal("0.25", await page.Command("action", new { name = "Share" }));
        Assert.Null(await page.Command("action", new { name = "Find" }));
        Assert.Equal(["Tell: abab", "Tell: xxx", "Share: 0.25", "Find: done."], page.Messages.Where(m => Page.TypeOf(m) == "log" && Text(m, "level") == "info").Select(m => Text(m, "text")));
    }

    [Fact]
    public async Task Action_waits_for_the_end_of_a_trial_and_training_goes_on()
    {
        var simulation = new Fallible();
        await using var window = await Windows.Open(simulation);
        await using var page = await Page.Open(window);
        await page.CommandTo("running", "run", new { mode = "Train" });
        Assert.Equal("ab", await page.Command("action", new { name = "Tell", arguments = new { what = "ab", times = 1 } }));
        var from = page.Messages.Count;
        await page.State("running", from);
        await page.CommandTo("paused", "stop", new { scale = "now" });
        Assert.Contains("in the middle of a trial", await page.Error("action", new { name = "Tell", arguments = new { what = "x" } }), StringComparison.Ordinal);
    }

    [Fact]
    public async Task New_seed_holds_from_the_next_init()
    {
        var simulation = new Fallible();
        await using var window = await Windows.Open(simulation);
        await using var page = await Page.Open(window);
        var before = simulation.Network.Projections[0].SynapseValues("Wt");
        Assert.Equal("2", await page.Command("seed"));
        Assert.Equal(before, simulation.Network.Projections[0].SynapseValues("Wt"));
        await page.CommandTo("ready", "init");
        Assert.NotEqual(before, simulation.Network.Projections[0].SynapseValues("Wt"));
    }

    private static string Gi(Simulation simulation) => Parameter.Format(ParameterTree.Of(simulation.Network["Output"]).Require("Inhib.Layer.Gi", "").Get(simulation.Network["Output"]));

    private static JsonElement Field(JsonElement hello, string path) => hello.GetProperty("form").EnumerateArray().Single(f => Text(f, "path") == path);

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;
}
