using System.Xml.Linq;
using Emergent.Networks;

namespace Emergent.Leabra.Tests;

/// <summary>The pictures of the mechanisms' pages: how their networks are wired, drawn by our own code.</summary>
public class WiringPictureTests
{
    private const string Update = "UPDATE_PICTURES";

    private static readonly Dictionary<string, Func<LeabraNetwork>> Pages = new()
    {
        ["agate"] = () => MechanismNets.GatedMaintenance(out _, out _),
        ["deep"] = MechanismNets.Deep,
        ["hippocampus"] = () => MechanismNets.Hippocampus(out _),
        ["inter-inhibition"] = () => SmallNet.InterInhibition(),
        ["long-conductances"] = () => SmallNet.LongConductances(),
        ["pbwm"] = MechanismNets.Pbwm,
        ["pcore"] = () => MechanismNets.PallidalCore(out _),
        ["pvlv"] = () => PvlvNets.Make(),
        ["reinforcement"] = MechanismNets.TemporalDifferences,
    };

    public static TheoryData<string> Names => [.. Pages.Keys];

    [Theory, MemberData(nameof(Names))]
    public void Committed_picture_is_what_is_drawn_and_its_page_shows_it(string page)
    {
        var path = Repository.PathOf($"docs/images/wiring/{page}.svg");
        var network = Pages[page]();
        var picture = WiringPicture.Of(network, Signals(network)).ToSvg();
        if (Environment.GetEnvironmentVariable(Update) == "1") { File.WriteAllText(path, picture); }
        Assert.True(File.Exists(path), $"There is no {path}. Run this test with {Update}=1 to draw it.");
        Assert.Equal(File.ReadAllText(path).ReplaceLineEndings("\n"), picture);
        Assert.Contains($"(../images/wiring/{page}.svg)", Repository.Read($"docs/algorithm/{page}.md"), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_page_of_a_mechanism_has_a_picture() =>
        Assert.Equal(Directory.GetFiles(Repository.PathOf("docs/algorithm"), "*.md").Select(Path.GetFileNameWithoutExtension).Where(page => page != "mechanisms").Order(), Pages.Keys.Order());

    [Fact]
    public void Picture_has_every_layer_and_an_arrow_for_each_wiring()
    {
        var network = MechanismNets.TemporalDifferences();
        var texts = XDocument.Parse(WiringPicture.Of(network, ("TD", "RewPred")).ToSvg()).Descendants().Where(e => e.Name.LocalName == "text").Select(e => e.Value).ToList();
        Assert.All(network.Layers, layer => Assert.Contains(layer.Name, texts));
        Assert.Contains("modulates", texts);
        Assert.DoesNotContain("inhibits", texts);
        var wired = network.Projections.Select(p => (p.Sender, p.Receiver)).Distinct().Count();
        Assert.Equal(2 * (wired + 1) + 2, XDocument.Parse(WiringPicture.Of(network, ("TD", "RewPred")).ToSvg()).Descendants().Count(e => e.Name.LocalName == "path"));   // arcs and heads; the legend's two lines
    }

    [Fact]
    public void Signal_of_a_layer_that_there_is_not_is_an_error()
    {
        var error = Assert.Throws<EmergentException>(() => WiringPicture.Of(MechanismNets.TemporalDifferences(), ("TDD", "RewPred")));
        Assert.Contains("'TDD'", error.Message, StringComparison.Ordinal);
        Assert.Throws<EmergentException>(() => WiringPicture.Of(new LeabraNetwork("Empty")));
    }

    /// <summary>What layers tell each other beside projections: all that types of layers list by name.</summary>
    private static IEnumerable<(string Sender, string Receiver)> Signals(LeabraNetwork network) =>
        from layer in network.Layers
        from property in layer.GetType().GetProperties().OrderBy(p => p.Name, StringComparer.Ordinal)
        where property.GetIndexParameters().Length == 0
        from signal in property.Name switch
        {
            "SendTo" => ((IEnumerable<string>)property.GetValue(layer)!).Select(target => (layer.Name, target)),
            "ModReceivers" => ((ModulationTargets)property.GetValue(layer)!).Select(target => (layer.Name, target.Receiver)),
            "ILI" => ((InterInhibParams)property.GetValue(layer)!).Lays.Select(other => (other, layer.Name)),
            _ => typeof(SignalTargets).IsAssignableFrom(property.PropertyType) ? ((SignalTargets)property.GetValue(layer)!).Select(target => (layer.Name, target)) : [],
        }
        select signal;
}
