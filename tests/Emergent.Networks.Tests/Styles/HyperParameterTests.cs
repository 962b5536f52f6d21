namespace Emergent.Networks.Tests;

/// <summary>Parameters to be searched, in code and in files.</summary>
public sealed class HyperParameterTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("hypers").FullName;

    private string File1 => Path.Combine(_folder, "params.json");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_rule_sets_the_value_that_the_search_begins_at()
    {
        var network = StyleSheetTests.Three();
        network.Style.Add("Layer", "how much?", new HyperParameter("Layer.Tiny.Gain") { Value = "2", Min = 1, Max = 4 }, new HyperParameter("Layer.Tiny.On"));
        network.Styles.Apply();
        Assert.Equal((2f, false), (StyleSheetTests.Hidden(network).Tiny.Gain, StyleSheetTests.Hidden(network).Tiny.On));
        Assert.Contains("rule 'Layer' (how much?)", network.Explain(network["Hidden"], "Tiny.Gain"), StringComparison.Ordinal);
        Assert.EndsWith("the default", network.Explain(network["Hidden"], "Tiny.On"), StringComparison.Ordinal);
    }

    [Fact]
    public void Hypers_of_a_file_are_read_and_written_as_the_reference_has_them()
    {
        const string Text = """
            [
              {
                "Name": "Base",
                "Desc": "",
                "Sheets": {
                  "Network": [
                    {
                      "Sel": "Layer",
                      "Desc": "how much?",
                      "Params": {
                        "Layer.Tiny.Steps": "4"
                      },
                      "Hypers": {
                        "Layer.Tiny.Gain": {
                          "Val": "2",
                          "Min": "1",
                          "Max": "4",
                          "Sigma": "0.5",
                          "Priority": "2"
                        },
                        "Layer.Tiny.Tau": {
                          "Min": "0.001",
                          "Max": "100",
                          "Scale": "Log"
                        },
                        "Layer.Tiny.Rule": {
                          "Val": "Max",
                          "Values": "Sum, Max"
                        }
                      }
                    }
                  ]
                }
              }
            ]
            """;
        File.WriteAllText(File1, Text);
        var network = StyleSheetTests.Three();
        network.Styles.LoadJson(File1);
        network.Styles.Apply();
        var tiny = StyleSheetTests.Hidden(network).Tiny;
        Assert.Equal((2f, 4, TinyRule.Max, 10f), (tiny.Gain, tiny.Steps, tiny.Rule, tiny.Tau));
        network.Styles.SaveJson(File1);
        Assert.Equal(Text, File.ReadAllText(File1));
        var hyper = HyperSearch.Of(network.Styles).Parameters[0].Hyper;
        Assert.Equal(("Layer.Tiny.Gain", "2", 1.0, 4.0, 0.5, "2"), (hyper.Path, hyper.Value, hyper.Min, hyper.Max, hyper.Sigma, hyper.Notes["Priority"]));
    }

    [Theory]
    [InlineData("""{"Val": "2", "Min": "4", "Max": "1"}""", "'Layer.Tiny.Gain' has Min 4 above Max 1", "Exchange them")]
    [InlineData("""{"Min": "4"}""", "has Min and no Max")]
    [InlineData("""{"Min": "low", "Max": "1"}""", "'Min' is 'low'; it must be a number")]
    [InlineData("""{"Min": "1", "Max": "inf"}""", "'Max' is 'inf'")]
    [InlineData("""{"Val": "5", "Min": "1", "Max": "4"}""", "the value 5, outside its range 1…4")]
    [InlineData("""{"Val": "2", "Min": "1", "Max": "4", "Sigma": "0"}""", "has Sigma 0")]
    [InlineData("""{"Min": "1", "Max": "4", "Sigma": "1"}""", "has Sigma and no value")]
    [InlineData("""{"Min": "0", "Max": "4", "Scale": "Log"}""", "no range above 0")]
    [InlineData("""{"Min": "1", "Max": "4", "Scale": "Lgo"}""", "'Scale' is 'Lgo'", "Did you mean 'Log'?")]
    [InlineData("""{"Min": "1", "Max": "4", "Values": "1, 2"}""", "both Values and a range")]
    [InlineData("""{"Val": {}}""", "'Val' is a JSON Object")]
    [InlineData("3", "is a JSON Number; it must be a JSON Object")]
    public void A_wrong_hyper_parameter_of_a_file_is_named_and_the_sets_stay(string hyper, params string[] parts)
    {
        File.WriteAllText(File1, """[{"Name": "Base", "Sheets": {"Network": [{"Sel": "Layer", "Params": {}, "Hypers": {"Layer.Tiny.Gain": HYPER}}]}}]""".Replace("HYPER", hyper, StringComparison.Ordinal));
        var network = StyleSheetTests.Three();
        NetworkTests.AssertSays(() => network.Styles.LoadJson(File1), [.. parts, "set 'Base', sheet 'Network', rule 1 ('Layer')", "No style set has changed."]);
        Assert.Empty(network.Style.Rules);
    }

    [Theory]
    [InlineData("Layer.Tiny.Gian", "1", "2", "no parameter 'Tiny.Gian'", "Did you mean 'Tiny.Gain'?")]
    [InlineData("Layer.Tiny.Gain", "1", "20", "'Tiny.Gain' is 20", "within 0…10")]
    [InlineData("Layer.Tiny.On", "0", "1", "'Layer.Tiny.On' is no number", "Give Values instead")]
    [InlineData("Prjn.Strength.Rel", "0", "1", "finds TinyLayer 'Input'")]
    public void A_range_that_the_parameter_does_not_have_is_an_error_when_sheets_are_applied(string path, string min, string max, params string[] parts)
    {
        var network = StyleSheetTests.Three();
        network.Style.Add("Layer", "why", new HyperParameter(path) { Min = double.Parse(min, System.Globalization.CultureInfo.InvariantCulture), Max = double.Parse(max, System.Globalization.CultureInfo.InvariantCulture) });
        NetworkTests.AssertSays(network.Styles.Apply, [.. parts, "'Layer' (why)"]);
    }

    [Fact]
    public void Wrong_hyper_parameters_in_code_are_refused_where_they_are_written()
    {
        var sheet = new StyleSheet();
        NetworkTests.AssertSays(() => sheet.Add("Layer", "", new HyperParameter("Layer.Tiny.Gain") { Min = 4, Max = 1 }), "Rule 'Layer'", "has Min 4 above Max 1");
        NetworkTests.AssertSays(() => sheet.Add("Layer", "", new HyperParameter("Layer.Tiny.Gain") { Min = 4, Max = double.NaN }), "Max is NaN");
        NetworkTests.AssertSays(() => sheet.Add("Layer", "", new HyperParameter("Layer.Tiny.Note") { Values = ["a,b"] }), "'a,b' among its Values");
        NetworkTests.AssertSays(() => sheet.Add("Layer", "nothing"), "'Layer' (nothing)", "sets and searches nothing");
        Assert.Throws<ArgumentException>(() => new HyperParameter(" "));
        Assert.Empty(sheet.Rules);
    }
}
