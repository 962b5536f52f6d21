using FsCheck;
using FsCheck.Fluent;

namespace Emergent.Networks.Tests;

/// <summary>Style sets as files in emergent's JSON.</summary>
public sealed class StyleJsonTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("styles").FullName;

    private string File1 => Path.Combine(_folder, "params.json");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_file_of_the_reference_is_read()
    {
        File.WriteAllText(File1, """
            [
              {"Name": "Base", "Desc": "these are the best params", "Sheets": {
                "Network": [
                  {"Sel": "Layer", "Desc": "a little more", "Params": {"Layer.Tiny.Gain": "2", "Layer.Tiny.Note": "x"}, "Hypers": {"Layer.Tiny.Gain": {"Val": "2"}}},
                  {"Sel": "Prjn", "Desc": "", "Params": {}},
                  {"Sel": ".Back", "Desc": "weaker", "Params": {"Prjn.Strength.Rel": "0.2"}}],
                "Sim": null}},
              {"Name": "Strong", "Desc": "", "Sheets": {"Network": [{"Sel": "#Hidden", "Params": {"Layer.Tiny.Gain": 3.5, "Layer.Tiny.On": true}}]}}
            ]
            """);
        var network = StyleSheetTests.Three();
        network.Styles["Mine"] = [];
        network.Styles.LoadJson(File1);
        network.Styles.Use("Strong", "Mine");
        network.Build();
        Assert.Equal("these are the best params", network.Style.Description);
        Assert.Equal((3.5f, true, "x"), (StyleSheetTests.Hidden(network).Tiny.Gain, StyleSheetTests.Hidden(network).Tiny.On, StyleSheetTests.Hidden(network).Tiny.Note));
        Assert.Equal(0.2f, ((TinyProjection)network.Projections[2]).Strength.Rel);
        Assert.Equal("Hidden.Tiny.Gain = 3.5: set 'Strong', rule '#Hidden'; overrides 'Base', rule 'Layer' (a little more): 2; default 1", network.Explain(network["Hidden"], "Tiny.Gain"));
    }

    [Fact]
    public void What_is_for_the_simulation_waits_for_one_and_is_kept()
    {
        File.WriteAllText(File1, """
            [{"Name": "Base", "Sheets": {
              "Network": [{"Sel": "Layer", "Params": {"Layer.Tiny.Gain": "2"}}],
              "Sim": [{"Sel": "Sim", "Desc": "short", "Params": {"Sim.MaxEpochs": "10"}}]}}]
            """);
        var network = StyleSheetTests.Three();
        network.Styles.LoadJson(File1);
        network.Styles.Apply();
        Assert.Equal(2f, StyleSheetTests.Hidden(network).Tiny.Gain);
        network.Styles.SaveJson(File1);
        var other = StyleSheetTests.Three();
        other.Styles.LoadJson(File1);
        Assert.Equal("'Sim' (short)", other.Style.Rules[1].ToString());

        network.Styles.Set("Sim.MaxEpochs=3");   // asked for here, so that it must find something
        NetworkTests.AssertSays(network.Styles.Apply, "'Sim.MaxEpochs=3'", "matches nothing");
    }

    [Fact]
    public void Sets_are_written_as_the_reference_has_them()
    {
        var network = StyleSheetTests.Three();
        network.Style.Description = "All that is always in use.";
        network.Style.Add("Layer", "in code", (TinyLayer l) => (l.Tiny.Gain, l.Tiny.On) = (2f, false));
        network.Style.AddText("/* in <text> */ .Back { Strength.Rel: 0.2 }");
        network.Styles["Empty"] = [];
        network.Styles.SaveJson(File1);
        Assert.Equal(
            """
            [
              {
                "Name": "Base",
                "Desc": "All that is always in use.",
                "Sheets": {
                  "Network": [
                    {
                      "Sel": "Layer",
                      "Desc": "in code",
                      "Params": {
                        "Layer.Tiny.Gain": "2",
                        "Layer.Tiny.On": "false"
                      }
                    },
                    {
                      "Sel": ".Back",
                      "Desc": "in <text>",
                      "Params": {
                        "Prjn.Strength.Rel": "0.2"
                      }
                    }
                  ]
                }
              },
              {
                "Name": "Empty",
                "Desc": "",
                "Sheets": {
                  "Network": []
                }
              }
            ]
            """,
            File.ReadAllText(File1));
    }

    [Fact]
    public void What_was_saved_does_the_same_when_loaded()
    {
        var network = StyleSheetTests.Three();
        network.Style.Add("Layer", "more", (TinyLayer l) => l.Tiny.Gain = 2f);
        network.Style.Add("Layer", "only some", (FancyLayer l) => l.Fancy.Depth = 4);
        network.Style.Add(".Deep", "by name", (TinyLayer l) => l.Tiny.Note = l.Name);
        network.Style.Add("Prjn", "by size", (TinyProjection p) => p.Strength.Rel /= p.SendingUnits());
        network.Styles["Strong"] = new() { { ".Deep", "on top of Base", (TinyLayer l) => l.Tiny.Gain *= 1.5f } };
        network.Styles.Use("Strong");
        network.Styles.Apply();
        network.Styles.SaveJson(File1);

        var other = StyleSheetTests.Three();
        other.Styles.LoadJson(File1);
        other.Styles.Use("Strong");
        other.Styles.Apply();
        Assert.Equal(network.Styles.AllReport(), other.Styles.AllReport());
        Assert.Equal(3f, StyleSheetTests.Hidden(other).Tiny.Gain);
        Assert.Equal("Fancy", ((TinyLayer)other["Fancy"]).Tiny.Note);
    }

    [Fact]
    public void Any_sheet_of_text_rules_comes_back_from_a_file()
    {
        string[] selectors = ["Layer", "#Hidden", ".Deep", "Layer.Deep.Hidden", "TinyLayer"];
        (string Path, string[] Values)[] paths = [("Layer.Tiny.Gain", ["0", "0.1", "1e-05", "10"]), ("Layer.Tiny.Note", ["a", "\"b\" \\ <ü>", "1,5"]), ("Layer.Tiny.Rule", ["Sum", "Max"]), ("Layer.Tiny.On", ["true", "false"])];
        var setting = from path in Gen.Elements(paths) from value in Gen.Elements(path.Values) select (path.Path, Value: value);
        var rule = from selector in Gen.Elements(selectors) from reason in Gen.Elements("", "why", "a \"reason\"\n") from set in setting select (selector, reason, set.Path, set.Value);
        Check.One(Config.QuickThrowOnFailure.WithReplay(3, 7).WithMaxTest(60), Prop.ForAll(Gen.ListOf(rule).ToArbitrary(), rules =>
        {
            var (network, other) = (StyleSheetTests.Three(), StyleSheetTests.Three());
            foreach (var (selector, reason, path, value) in rules) { network.Style.Add(selector, reason, path, value); }
            network.Styles.SaveJson(File1);
            other.Styles.LoadJson(File1);
            network.Styles.Apply();
            other.Styles.Apply();
            return network.Styles.HistoryReport() == other.Styles.HistoryReport() && network.Styles.AllReport() == other.Styles.AllReport() && other.Style.Rules.Count == rules.Count;
        }));
    }

    [Fact]
    public void Saving_leaves_parameters_and_their_history_as_they_are()
    {
        var network = StyleSheetTests.Three();
        network.Style.Add("Layer", "more", (TinyLayer l) => l.Tiny.Gain = 2f);
        network.Styles.Apply();
        StyleSheetTests.Hidden(network).Tiny.Gain = 7f;
        var before = network.Styles.AllReport();
        network.Styles.SaveJson(File1);
        Assert.Equal(before, network.Styles.AllReport());
        Assert.Contains("set by hand", network.Explain(network["Hidden"], "Tiny.Gain"), StringComparison.Ordinal);
        Assert.DoesNotContain("7", File.ReadAllText(File1), StringComparison.Ordinal);
    }

    [Fact]
    public void A_rule_in_code_that_finds_nothing_yet_cannot_be_saved()
    {
        var network = new TinyNetwork();
        network.Style.Add("Layer", "more", (TinyLayer l) => l.Tiny.Gain = 2f);
        NetworkTests.AssertSays(() => network.Styles.SaveJson(File1), "'Base', rule 'Layer' (more)", "matches nothing");
        Assert.Empty(Directory.GetFiles(_folder));
    }

    [Fact]
    public void A_rule_in_code_that_sets_no_parameter_cannot_be_saved()
    {
        var network = StyleSheetTests.Three();
        network.Style.Add("#Hidden", "lesion", (TinyLayer l) => l.IsOff = true);
        NetworkTests.AssertSays(() => network.Styles.SaveJson(File1), "'Base', rule '#Hidden' (lesion) cannot be saved", "sets no parameter");
        Assert.Empty(Directory.GetFiles(_folder));
    }

    [Fact]
    public void Text_rules_are_saved_without_a_network_to_set()
    {
        var network = new TinyNetwork();
        network.Style.AddText("Layer { Layer.Tiny.Gain: 2 }");
        network.Styles.SaveJson(File1);
        Assert.Contains("\"Layer.Tiny.Gain\": \"2\"", File.ReadAllText(File1), StringComparison.Ordinal);
    }

    [Fact]
    public void Different_values_in_projections_of_one_name_cannot_be_saved()
    {
        var network = StyleSheetTests.Three();
        network.Project(network["Input"], network["Hidden"], Connectivity.OneToOne);
        network.Style.Add("Prjn", "by pattern", (TinyProjection p) => p.Strength.Rel = p.Connectivity == Connectivity.Full ? 1f : 2f);
        NetworkTests.AssertSays(() => network.Styles.SaveJson(File1), "'Prjn' (by pattern) cannot be saved", "'InputToHidden'", "AddClass");
        Assert.Empty(Directory.GetFiles(_folder));
    }

    [Theory]
    [InlineData("", "damaged at line 1")]
    [InlineData("[\n  {\"Name\": \"Base\",\n  oops}\n]", "damaged at line 3, column 3:")]
    [InlineData("[{\"Name\": \"Base\", \"Sheets\": {}}", "damaged at line 1")]
    [InlineData("{}", "it is a JSON Object; it must be a JSON Array")]
    [InlineData("[3]", "set 1 is a JSON Number")]
    [InlineData("[{\"Sheets\": {}}]", "set 1 has no 'Name'")]
    [InlineData("[{\"Name\": \"Base\"}]", "set 'Base' has no 'Sheets'")]
    [InlineData("[{\"Name\": \"A\", \"Sheets\": {}}, {\"Name\": \"A\", \"Sheets\": {}}]", "two sets 'A'")]
    [InlineData("[{\"Name\": 3, \"Sheets\": {}}]", "'Name' of set 1 is a JSON Number; it must be a JSON String")]
    [InlineData("[{\"Name\": \"Base\", \"Sheets\": {\"Network\": {}}}]", "set 'Base', sheet 'Network' is a JSON Object")]
    [InlineData("[{\"Name\": \"Base\", \"Sheets\": {\"Network\": [{\"Sel\": \".A\"}]}}]", "rule 1 ('.A') has no 'Params'")]
    [InlineData("[{\"Name\": \"Base\", \"Sheets\": {\"Network\": [{\"Params\": {\"Layer.Tiny.Gain\": \"1\"}}]}}]", "sheet 'Network', rule 1: A style rule needs a selector")]
    [InlineData("[{\"Name\": \"Base\", \"Sheets\": {\"Network\": [{\"Sel\": \".A\", \"Params\": {\"P\": [1]}}]}}]", "parameter 'P' is a JSON Array")]
    [InlineData("[{\"Name\": \"Base\", \"Sheets\": {\"Network\": [{\"Sel\": \".A\", \"Params\": {\"P\": \"1\", \"P\": \"2\"}}]}}]", "damaged")]
    public void A_damaged_file_is_refused_and_the_sets_stay(string text, string reason)
    {
        File.WriteAllText(File1, text);
        var network = StyleSheetTests.Three();
        network.Style.Add("Layer", "mine", "Tiny.Gain", "2");
        NetworkTests.AssertSays(() => network.Styles.LoadJson(File1), File1, reason, "No style set has changed.");
        Assert.Equal("'Layer' (mine)", Assert.Single(network.Style.Rules).ToString());
        Assert.Equal(["Base"], network.Styles.Names);
    }

    [Fact]
    public void A_file_that_cannot_be_read_or_written_is_named()
    {
        var network = StyleSheetTests.Three();
        NetworkTests.AssertSays(() => network.Styles.LoadJson(Path.Combine(_folder, "none.json")), "none.json", "could not be read");
        NetworkTests.AssertSays(() => network.Styles.LoadJson(_folder), "could not be read");
        NetworkTests.AssertSays(() => network.Styles.SaveJson(Path.Combine(_folder, "none", "params.json")), "could not be written");
    }
}

internal static class TinyProjectionExtensions
{
    public static int SendingUnits(this TinyProjection projection) => projection.Sender.UnitCount;
}
