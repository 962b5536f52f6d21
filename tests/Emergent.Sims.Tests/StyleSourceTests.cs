using Emergent.Leabra;
using Emergent.Networks;

namespace Emergent.Sims.Tests;

/// <summary>Style sets as C# source do, once compiled, what they did.</summary>
public class StyleSourceTests
{
    [Fact]
    public void Style_sets_of_a_simulation_compile_and_do_the_same()
    {
        var simulation = new RandomAssociator();
        var network = simulation.Network;
        network.Styles["Odd"] = new() { Description = "With \"quotes\", a \\ and\na line end." };
        network.Styles["Odd"].AddText("""
            /* all kinds */ Layer { Act.Noise.Type: GeNoise; Act.Clamp.Hard: false; Act.Noise.Mean: 1e-7 }
            .Hidden { Inhib.Layer.Gi: 1.9 }
            #InputToHidden1 { Prjn.WtScale.Rel: 3 }
            Sim { Sim.Epochs: 7; Sim.LayerSizes: Hidden1=8x8 }
            """);
        network.Styles["Odd"].Add("Layer", "searched", new HyperParameter("Layer.Act.Gbar.L") { Value = "0.2", Min = 0.1, Max = 0.3, Notes = new Dictionary<string, string> { ["Priority"] = "1" } });
        network.Styles["None"] = [];
        var source = network.Styles.ToCSharp("MyStyles");
        Assert.Contains("(LeabraLayer l) => { l.Act.Noise.Type = NoiseType.GeNoise; l.Act.Clamp.Hard = false; l.Act.Noise.Mean = 1e-07f; } },", source, StringComparison.Ordinal);
        Assert.Contains("{ \".Back\", \"top-down must stay weaker than bottom-up\", (LeabraProjection p) => p.WtScale.Rel = 0.2f },", source, StringComparison.Ordinal);
        Assert.Contains("(RandomAssociator s) => { s.Epochs = 7; s.LayerSizes = \"Hidden1=8x8\"; } },", source, StringComparison.Ordinal);

        var addTo = CSharpCompiler.Compile(isProgram: false, source).GetType("MyStyles")!.GetMethod("AddTo")!;
        var other = new RandomAssociator().Network;
        foreach (var name in other.Styles.Names) { other.Styles[name].Clear(); }
        addTo.Invoke(null, [other.Styles]);
        Assert.Equal(network.Styles.Names, other.Styles.Names);
        Assert.Equal(network.Styles["Odd"].Description, other.Styles["Odd"].Description);
        foreach (string[] sets in (string[][])[[], ["NoMomentum", "WtBalOn"], ["Odd"], ["DefaultInhib", "None"]])
        {
            foreach (var styles in (StyleSets[])[network.Styles, other.Styles])
            {
                styles.Use(sets);
                styles.Apply();
            }
            Assert.Equal(network.Styles.AllReport(), other.Styles.AllReport());
        }
        network.Styles.Use("Odd");
        other.Styles.Use("Odd");
        Assert.Equal(HyperSearch.Of(network.Styles).Grid(3).SelectMany(p => p.Settings), HyperSearch.Of(other.Styles).Grid(3).SelectMany(p => p.Settings));
    }

    [Fact]
    public void What_finds_nothing_stays_text()
    {
        var network = new LeabraNetwork("Empty");
        network.Style.AddText("/* later */ #Later { Inhib.Layer.Gi: 2; Act.Gbar.L: 0.2 }");
        var source = network.Styles.ToCSharp("MyStyles");
        Assert.Contains("{ \"#Later\", \"later\", \"Inhib.Layer.Gi\", \"2\" },\n            { \"#Later\", \"later\", \"Act.Gbar.L\", \"0.2\" },", source, StringComparison.Ordinal);
        CSharpCompiler.Compile(isProgram: false, source);
    }

    [Theory]
    [InlineData("")]
    [InlineData("2nd")]
    [InlineData("My Styles")]
    public void The_name_of_the_class_is_checked(string name) =>
        Assert.Contains($"'{name}' cannot be the name of a class", Assert.Throws<ArgumentException>(() => new LeabraNetwork("A").Styles.ToCSharp(name)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_file_is_written_whole()
    {
        var folder = Directory.CreateTempSubdirectory("emergent-source").FullName;
        try
        {
            var styles = new RandomAssociator().Network.Styles;
            styles.SaveCSharp(Path.Combine(folder, "MyStyles.cs"), "MyStyles");
            Assert.Equal(styles.ToCSharp("MyStyles"), File.ReadAllText(Path.Combine(folder, "MyStyles.cs")));
        }
        finally { Directory.Delete(folder, recursive: true); }
    }
}
