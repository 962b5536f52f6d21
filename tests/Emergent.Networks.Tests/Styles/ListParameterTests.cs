using System.ComponentModel.DataAnnotations;

namespace Emergent.Networks.Tests;

public class ListParameterTests
{
    [Theory]
    [InlineData("Sim.Rates=0.5, 0.25,1e-3", "Rates", "0.5, 0.25, 0.001")]
    [InlineData("Sim.Rates=[0.5]", "Rates", "0.5")]
    [InlineData("Sim.Rates=[]", "Rates", "[]")]
    [InlineData("Sim.Sizes=3, 4", "Sizes", "3, 4")]
    [InlineData("Sim.Words=cat, \"a, b\", \"say \"\"so\"\"\", \"\"", "Words", "cat, \"a, b\", \"say \"\"so\"\"\", \"\"")]
    [InlineData("Sim.Costs=cat: 1, dog:0.5", "Costs", "cat: 1, dog: 0.5")]
    [InlineData("Sim.Costs=\"a: b, c\": 2", "Costs", "\"a: b, c\": 2")]
    [InlineData("Sim.Costs=[]", "Costs", "[]")]
    [InlineData("Sim.Senses=Sight, Touch", "Senses", "Sight, Touch")]
    [InlineData("Sim.Senses=touch|sound", "Senses", "Sound, Touch")]
    [InlineData("Sim.Senses=0", "Senses", "0")]
    [InlineData("Sim.Senses=All", "Senses", "All")]
    public void Lists_and_sets_of_flags_are_read_as_they_are_written(string setting, string path, string text)
    {
        var simulation = new Various();
        simulation.Set(setting);
        simulation.Initialize();
        var parameter = ParameterTree.Of(simulation).Find(path)!;
        Assert.Equal(text, Parameter.Format(parameter.Get(simulation)));
        Assert.Equal(parameter.Get(simulation), parameter.Parse(text, "again"));
        Assert.Contains(("various", $"Sim.{path}", text), simulation.Network.Styles.NonDefault());
    }

    [Theory]
    [InlineData("Sim.Rates=0.5, much", "'Rates[1]' cannot be 'much'; it is a number")]
    [InlineData("Sim.Rates=0.5, 2", "'Rates[1]' is 2; it must be within 0…1")]
    [InlineData("Sim.Rates=0.1,0.2,0.3,0.4", "'Rates' has 4 elements; it must have 0…3")]
    [InlineData("Sim.Sizes=[]", "'Sizes' has 0 elements; it must have at least 1")]
    [InlineData("Sim.Words=\"cat", "a quote is opened and never closed")]
    [InlineData("Sim.Costs=cat", "'Costs' cannot be 'cat'; 'cat' in it is no name with a value, as 'cat: 0.5' is.")]
    [InlineData("Sim.Costs=cat: 1, cat: 2", "'cat' is in it twice")]
    [InlineData("Sim.Costs=cat: much", "'Costs['cat']' cannot be 'much'; it is a number")]
    [InlineData("Sim.Costs=cat: -1", "'Costs['cat']' is -1; it must be within 0…9")]
    [InlineData("Sim.Senses=Sight, Tuch", "'Senses' cannot be 'Sight, Tuch'; it is any of Sight, Sound, Touch, All, with commas between. Did you mean 'Touch'?")]
    [InlineData("Sim.Senses=64", "'Senses' cannot be '64'")]
    [InlineData("Sim.Done=3", "'Done' is there to be looked at, since its property has no public setter")]
    public void What_is_wrong_with_one_is_said_by_place(string setting, string message)
    {
        var simulation = new Various();
        simulation.Set(setting);
        Assert.Contains(message, Assert.Throws<EmergentException>(simulation.Initialize).Message, StringComparison.Ordinal);
        Assert.Equal([0.1f, 0.2f], simulation.Rates);
    }

    [Fact]
    public void Lists_are_compared_by_what_is_in_them_and_defaults_cannot_be_written_over()
    {
        var simulation = new Various();
        simulation.Initialize();
        var network = simulation.Network;
        Assert.Empty(network.Styles.NonDefault());
        simulation.Sizes = [2, 3];   // the same
        simulation.Initialize();
        Assert.Same(network, simulation.Network);
        simulation.Rates[0] = 0.9f;   // by hand, in place
        simulation.Costs["cat"] = 4;
        Assert.Equal([("various", "Sim.Rates", "0.9, 0.2"), ("various", "Sim.Costs", "cat: 4")], network.Styles.NonDefault());
        simulation.Initialize();
        Assert.Equal([0.9f, 0.2f], simulation.Rates);   // what is set by hand stays
        simulation.Sizes = [2, 4];
        simulation.Initialize();
        Assert.NotSame(network, simulation.Network);   // it is made from them
        Assert.Equal(4, simulation.Network["Hidden"].Shape[1]);
    }

    [Fact]
    public void Rules_and_source_have_them()
    {
        var simulation = new Various();
        simulation.Initialize();
        simulation.Network.Styles["Text"] = [];
        simulation.Network.Styles["Text"].AddText("Sim { Sim.Rates: 0.3, 0.4; Sim.Senses: Sound, Touch }");
        simulation.Network.Styles["Typed"] = new() { { "Sim", "another", (Various s) => (s.Words, s.Costs) = (["dog"], new() { ["dog"] = 3 }) } };
        simulation.UseStyles("Text", "Typed");
        simulation.Initialize();
        Assert.Equal([0.3f, 0.4f], simulation.Rates);
        Assert.Equal(["dog"], simulation.Words);
        Assert.Equal(new Dictionary<string, double> { ["dog"] = 3 }, simulation.Costs);
        Assert.Equal("new() { [\"dog\"] = 3, }", Parameter.Source(simulation.Costs));
        Assert.Equal(Senses.Sound | Senses.Touch, simulation.Senses);
        var source = simulation.Network.Styles.ToCSharp("Sets");
        Assert.Contains("s.Rates = [0.3f, 0.4f]; s.Senses = Senses.Sound | Senses.Touch;", source, StringComparison.Ordinal);
        Assert.Equal("[\"a\", \"b\"]", Parameter.Source(new[] { "a", "b" }));
    }

    [Fact]
    public void What_is_there_to_be_looked_at_is_no_parameter()
    {
        var tree = ParameterTree.Of(new Various());
        Assert.Equal(["Done"], tree.ReadOnly.Select(p => p.Path));
        Assert.DoesNotContain(tree.All, p => p.Path is "Done" or "Hidden");
        Assert.Equal(7, tree.ReadOnly[0].Get(new Various()));
    }
}

[Flags]
public enum Senses
{
    Sight = 1,
    Sound = 2,
    Touch = 4,
    All = 7,
}

public sealed class Various() : Simulation(runs: 1, epochs: 1)
{
    [Range(0.0, 1.0), MaxLength(3), AppliesAt(When.Initialize)]
    public float[] Rates { get; set; } = [0.1f, 0.2f];

    /// <summary>The network is made from it.</summary>
    [MinLength(1)]
    public int[] Sizes { get; set; } = [2, 3];

    [AppliesAt(When.Initialize)]
    public string[] Words { get; set; } = ["cat", "dog"];

    [Range(0.0, 9.0), AppliesAt(When.Initialize)]
    public Dictionary<string, double> Costs { get; set; } = new() { ["cat"] = 2 };

    [AppliesAt(When.Initialize)]
    public Senses Senses { get; set; } = Senses.Sight;

    [Display(Name = "Done")]
    public int Done => 7;

    public int Hidden => 8;   // nobody has said that it is to be seen

    protected override Network BuildNetwork()
    {
        var network = new TinyNetwork();
        network.Project(network.AddLayer("Input", [1, 4], LayerKind.Input), network.AddLayer("Hidden", [1, Sizes[^1]]));
        network.AddLayer("Output", [1, 2], LayerKind.Target);
        return network;
    }

    protected override void Configure(SimulationPlan plan) => plan.Test(new TableEnvironment(PerceptronSimulation.FourPatterns(4), Order.Sequential, "Test"));
}
