namespace Emergent.Networks.Tests;

/// <summary>Files that say how a simulation is to be run.</summary>
public sealed class RunConfigurationTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("emergent-config").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void Every_entry_acts_and_the_file_goes_above_those_that_it_includes()
    {
        Write("shared/rates.json", """{ "Layer.Learn.Lrate": 0.1, "Sim.Epochs": 30 }""");
        Write("base.json", """{ "includes": ["shared/rates.json"], "seed": 3, "styles": ["Long"], "Sim.Epochs": 25, "Sim.InputSize": 6 }""");
        var path = Write("mine.json", """
            {
              "includes": ["base.json"],   // this file goes above it
              "seed": 8,
              "#Output Layer.Learn.Lrate": "0.3",
              "Sim.Tag": "mine",
            }
            """);
        var configuration = RunConfiguration.Read(path);
        Assert.Equal(["Layer.Learn.Lrate=0.1", "Sim.Epochs=30", "Sim.Epochs=25", "Sim.InputSize=6", "#Output Layer.Learn.Lrate=0.3", "Sim.Tag=mine"], configuration.Settings);

        var simulation = new PerceptronSimulation();
        simulation.UseConfiguration(configuration);
        simulation.Initialize();
        Assert.Equal((8L, "Long", 25, 6, "mine"), (simulation.Seed, simulation.StyleNames, simulation.Epochs, simulation.InputSize, simulation.Tag));
        Assert.Equal("0.3", simulation.Network.Styles.NonDefault().Single(p => p.Object == "Output" && p.Path == "Layer.Learn.Lrate").Value);
        simulation.Set("Sim.Epochs=7");
        simulation.Initialize();
        Assert.Equal(7, simulation.Epochs);
    }

    [Fact]
    public void What_a_file_does_not_say_stays_as_it_was()
    {
        var simulation = new PerceptronSimulation { Seed = 5 };
        simulation.UseStyles("Long");
        simulation.Set("Sim.Runs=4");
        simulation.UseConfiguration(RunConfiguration.Read(Write("a.json", """{ "Sim.Gain": 2.5 }""")));
        simulation.Initialize();
        Assert.Equal((5L, "Long", 4, 2.5f), (simulation.Seed, simulation.StyleNames, simulation.Runs, simulation.Gain));
        simulation.UseConfiguration(RunConfiguration.Read(Write("b.json", """{ "styles": [] }""")));
        simulation.Initialize();
        Assert.Equal("Base", simulation.StyleNames);
    }

    [Fact]
    public void A_configuration_that_does_not_fit_changes_nothing()
    {
        var simulation = new PerceptronSimulation { Seed = 2 };
        simulation.Set("Sim.Epochs=4");
        simulation.Initialize();
        var before = simulation.Network.Styles.AllReport();
        Refused("""{ "seed": 9, "styles": ["Lang"] }""", "no style set 'Lang'", "Did you mean 'Long'?", "Nothing has changed.");
        Refused("""{ "seed": 9, "Layer.Learn.Lrat": 1 }""", "no parameter 'Learn.Lrat'", "Nothing has changed.");
        Refused("""{ "seed": 9, "Sim.Epochs": "many" }""", "cannot be 'many'", "Nothing has changed.");
        Assert.Equal((2L, "Sim.Epochs=4", 4, before), (simulation.Seed, Assert.Single(simulation.Settings), simulation.Epochs, simulation.Network.Styles.AllReport()));

        void Refused(string text, params string[] reasons)
        {
            var configuration = RunConfiguration.Read(Write("wrong.json", text));
            NetworkTests.AssertSays(() => simulation.UseConfiguration(configuration), [configuration.Path, .. reasons]);
        }
    }

    [Theory]
    [InlineData("[]", "is a JSON Array; it must be an object of entries")]
    [InlineData("{ \"Sim.Epochs\": oops }", "damaged at line 1, column 17")]
    [InlineData("{ \"sede\": 1 }", "an entry 'sede', which is no path of a parameter", "Did you mean 'seed'?")]
    [InlineData("{ \"seed\": 1.5 }", "'seed' is 1.5; it must be a whole number")]
    [InlineData("{ \"Sim.Epochs\": [1] }", "'Sim.Epochs' is [1]; it must be a number, a truth value or a text")]
    [InlineData("{ \"styles\": \"Long\" }", "'styles' must be a list of names")]
    [InlineData("{ \"includes\": [\"\"] }", "'includes' must be a list of names")]
    [InlineData("{ \"includes\": [\"wrong.json\"] }", "includes itself")]
    [InlineData("{ \"includes\": [\"none.json\"] }", "none.json' could not be read")]
    public void A_file_that_says_nothing_sensible_is_refused(string text, params string[] reasons) => NetworkTests.AssertSays(() => RunConfiguration.Read(Write("wrong.json", text)), reasons);

    private string Write(string name, string text)
    {
        var path = Path.Combine(_root, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }
}
