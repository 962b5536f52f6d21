using Emergent.Data;

namespace Emergent.Networks.Tests;

/// <summary>Making a result again from the settings beside its logs.</summary>
public sealed class SavedSettingsTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("emergent-settings").FullName;

    private string File1 => Path.Combine(_root, "settings.json");

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void A_simulation_with_the_settings_of_another_does_the_same()
    {
        var first = new PerceptronSimulation { Seed = 5 };
        first.UseStyles("Long");
        first.Set("Layer.Learn.Lrate=0.2");
        first.Set("Sim.InputSize=6");
        var saved = Save(first);
        Assert.Equal((5L, "Long", 2), (saved.Seed, string.Join(' ', saved.StyleSets), saved.Settings.Count));

        var second = new PerceptronSimulation();
        second.UseSettings(saved);
        second.Initialize();
        Assert.Equal(first.Network.Styles.AllReport(), second.Network.Styles.AllReport());
        Assert.Equal((5L, 6, 20), (second.Seed, second.InputSize, second.Epochs));
        first.Run();
        second.Run();
        Assert.Equal(first.Log[RunMode.Train, TimeScale.Epoch].Column<double>("SSE").Values.ToArray(), second.Log[RunMode.Train, TimeScale.Epoch].Column<double>("SSE").Values.ToArray());
    }

    [Fact]
    public void What_was_set_by_hand_becomes_a_setting()
    {
        var first = new PerceptronSimulation { Epochs = 3, InputSize = 7 };
        first.UseStyles("Long");
        _ = first.Network;
        var second = new PerceptronSimulation();
        second.UseSettings(Save(first));
        second.Initialize();
        Assert.Equal((3, 7), (second.Epochs, second.InputSize));
        Assert.Equal(["#perceptron-simulation Sim.Epochs=3", "#perceptron-simulation Sim.InputSize=7"], second.Settings.Order(StringComparer.Ordinal));
        Assert.Equal(7, second.Network["Input"].UnitCount);
    }

    [Fact]
    public void What_has_another_value_since_goes_back_to_what_it_was_also_to_the_default()
    {
        var saved = Save(new PerceptronSimulation());
        var first = new PerceptronSimulation();
        first.UseSettings(saved with { StyleSets = ["Long"] });   // as if the sheets in use had come to set what they did not
        first.Initialize();
        Assert.Equal(12, first.Epochs);
        Assert.Contains(first.Settings, s => s == "#perceptron-simulation Sim.Epochs=12");
    }

    [Fact]
    public void What_is_set_afterwards_goes_above()
    {
        var first = new PerceptronSimulation();
        first.Set("Layer.Learn.Lrate=0.2");
        var second = new PerceptronSimulation();
        second.UseSettings(Save(first));
        second.Set("Layer.Learn.Lrate=0.3");
        second.Seed = 9;
        second.Initialize();
        Assert.Contains("= 0.3: set 'command line'", second.Network.Styles.Explain(second.Network["Output"], "Learn.Lrate"), StringComparison.Ordinal);
        Assert.Equal(9, second.Seed);
    }

    [Fact]
    public void Settings_that_do_not_fit_are_refused_and_nothing_changes()
    {
        var saved = Save(new PerceptronSimulation { Seed = 5 });
        var simulation = new PerceptronSimulation { Seed = 2 };
        simulation.Set("Sim.Epochs=4");
        simulation.Initialize();
        var before = simulation.Network.Styles.AllReport();
        NetworkTests.AssertSays(() => simulation.UseSettings(saved with { Simulation = "random-associator" }), "of simulation 'random-associator', not of 'perceptron-simulation'");
        NetworkTests.AssertSays(() => simulation.UseSettings(saved with { StyleSets = ["Lang"] }), File1, "no style set 'Lang'", "Did you mean 'Long'?", "Nothing has changed.");
        NetworkTests.AssertSays(() => simulation.UseSettings(saved with { Settings = ["Layer.Learn.Lrat=0.2"] }), "no parameter 'Learn.Lrat'", "Nothing has changed.");
        NetworkTests.AssertSays(() => simulation.UseSettings(saved with { Parameters = [("Outptu", "Layer.Learn.Lrate", "0.5")] }), "'#Outptu Layer.Learn.Lrate=0.5'", "matches nothing", "Did you mean '#Output'?");
        NetworkTests.AssertSays(() => new PerceptronSimulation { Epochs = 4 }.UseSettings(saved), "'#perceptron-simulation Sim.Epochs=12' cannot be set", "by hand");
        Assert.Equal((2L, "Sim.Epochs=4", 4, before), (simulation.Seed, Assert.Single(simulation.Settings), simulation.Epochs, simulation.Network.Styles.AllReport()));
    }

    [Theory]
    [InlineData("{\n  \"simulation\": oops\n}", "damaged at line 2, column 17")]
    [InlineData("", "damaged at line 1, column 1")]
    [InlineData("[]", "'parameters' is missing")]
    [InlineData("{\"parameters\": []}", "'simulation' is missing")]
    [InlineData("{\"parameters\": 3}", "'parameters' is a JSON Number; it must be a JSON Array")]
    [InlineData("{\"parameters\": [], \"simulation\": \"a\", \"seed\": 1.5}", "'seed' is no whole number")]
    [InlineData("{\"parameters\": [], \"simulation\": \"a\", \"seed\": 1, \"styleSets\": [3]}", "'styleSets' has a JSON Number in it")]
    [InlineData("{\"parameters\": [{\"object\": \"a\"}], \"simulation\": \"a\"}", "'path' is missing")]
    public void A_damaged_file_is_refused(string text, string reason)
    {
        File.WriteAllText(File1, text);
        NetworkTests.AssertSays(() => SavedSettings.Read(File1), File1, reason);
    }

    [Fact]
    public void A_file_that_is_not_there_is_refused() => NetworkTests.AssertSays(() => SavedSettings.Read(File1), File1, "could not be read");

    [Fact]
    public void A_folder_in_place_of_its_file_is_refused() => NetworkTests.AssertSays(() => SavedSettings.Read(Path.GetTempPath()), "it is a folder. Name the settings.json in it.");

    private SavedSettings Save(Simulation simulation)
    {
        using (LogFolder.Open(_root, simulation, overwrite: true)) { }
        var saved = SavedSettings.Read(File1);
        foreach (var file in Directory.GetFiles(_root)) { File.Delete(file); }
        return saved;
    }
}
