using System.ComponentModel.DataAnnotations;

namespace Emergent.Networks.Tests;

/// <summary>Styles on objects that know nothing of them, and paths that begin with a type.</summary>
public sealed class PlainObjectTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("plain").FullName;

    private string File1 => Path.Combine(_folder, "params.json");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("GridWorld { GridWorld.Noise: 0.5 }")]
    [InlineData("GridWorld { Noise: 0.5 }")]
    [InlineData("#Train { GridWorld.Noise: 0.5 }")]
    public void A_plain_object_is_found_by_type_and_name(string sheet)
    {
        var (network, world) = World();
        network.Style.AddText(sheet);
        network.Styles.Apply();
        Assert.Equal(0.5, world.Noise);
        Assert.Contains("Train\n  Noise: 0.5   (default 0.1)\n", network.Styles.NonDefaultReport(), StringComparison.Ordinal);
        Assert.StartsWith("Train.Noise = 0.5: set 'Base'", network.Styles.Explain(world, "GridWorld.Noise"), StringComparison.Ordinal);
        Assert.Equal(("Train", "GridWorld.Noise", "0.5"), Assert.Single(network.Styles.NonDefault()));
    }

    [Fact]
    public void A_plain_object_is_set_from_code_by_settings_and_by_hand()
    {
        var (network, world) = World();
        network.Style.Add("GridWorld", "noisy", (GridWorld w) => (w.Noise, w.Walls.Count) = (0.3, 4));
        network.Styles.Set("GridWorld.Width=7");
        network.Styles.Apply();
        Assert.Equal((0.3, 4, 7), (world.Noise, world.Walls.Count, world.Width));
        world.Noise = 0.2;
        network.Styles.Apply();
        Assert.Equal(0.2, world.Noise);
        Assert.Contains("set by hand", network.Styles.Explain(world, "Noise"), StringComparison.Ordinal);
    }

    [Fact]
    public void Wrong_settings_of_a_plain_object_are_named()
    {
        var (network, world) = World();
        NetworkTests.AssertSays(() => network.Styles.Set("GridWrld.Noise=0.2"), "must begin with Layer, Prjn or Sim", "Did you mean 'GridWorld'?");
        network.Styles.Set("GridWorld.Noise=2");
        NetworkTests.AssertSays(network.Styles.Apply, "Setting 'GridWorld.Noise=2', 'Train'", "'Noise' is 2", "within 0…1");
        Assert.Equal(0.1, world.Noise);
        network.Styles.ClearSettings();
        network.Style.AddText("GridWorld { GridWorld.Nose: 0.2 }");
        NetworkTests.AssertSays(network.Styles.Apply, "no parameter 'Nose'", "Did you mean 'Noise'?");
    }

    [Fact]
    public void What_cannot_be_styled_is_refused()
    {
        var (network, world) = World();
        NetworkTests.AssertSays(() => network.Styles.AddObject(world, "Again"), "GridWorld 'Again'", "already");
        NetworkTests.AssertSays(() => network.Styles.AddObject(new GridWorld(), "Train"), "styled object 'Train' already");
        NetworkTests.AssertSays(() => network.Styles.AddObject(new object(), "Nothing"), "Object 'Nothing' has no parameters");
        NetworkTests.AssertSays(() => network.Styles.Explain(new GridWorld(), "Noise"), "'GridWorld' is not part of network 'Tiny'");
    }

    [Fact]
    public void A_plain_object_has_a_sheet_of_its_own_in_a_file()
    {
        var (network, _) = World();
        network.Style.AddText("Layer { Tiny.Gain: 2 } GridWorld { Noise: 0.5 } Sim { Sim.Epochs: 3 }");
        network.Styles.SaveJson(File1);
        var text = File.ReadAllText(File1);
        foreach (var part in (string[])["\"Network\": [", "\"Layer.Tiny.Gain\": \"2\"", "\"GridWorld\": [", "\"GridWorld.Noise\": \"0.5\"", "\"Sim\": ["]) { Assert.Contains(part, text, StringComparison.Ordinal); }

        var (other, world) = World();
        other.Styles.LoadJson(File1);
        other.Styles.Apply();
        Assert.Equal((0.5, 2f), (world.Noise, StyleSheetTests.Hidden(other).Tiny.Gain));
        NetworkTests.AssertSays(() => StyleSheetTests.Three().Styles.LoadJson(File1), "set 'Base', sheet 'GridWorld'", "nothing of this name", "Network, Sim", "AddObject", "No style set has changed.");
    }

    [Fact]
    public void An_unknown_sheet_of_a_file_is_answered_with_the_nearest()
    {
        File.WriteAllText(File1, """[{"Name": "Base", "Sheets": {"Netwrok": [{"Sel": "Layer", "Params": {"Layer.Tiny.Gain": "2"}}]}}]""");
        NetworkTests.AssertSays(() => StyleSheetTests.Three().Styles.LoadJson(File1), "set 'Base', sheet 'Netwrok'", "Did you mean 'Network'?");
    }

    [Fact]
    public void A_path_may_begin_with_a_type_and_is_then_for_objects_of_it()
    {
        var network = StyleSheetTests.Three();
        network.Style.AddText(".Deep { FancyLayer.Fancy.Depth: 3; TinyLayer.Tiny.Gain: 2 }");
        network.Styles.Apply();
        Assert.Equal((3, 1f, 2f), (((FancyLayer)network["Fancy"]).Fancy.Depth, ((TinyLayer)network["Fancy"]).Tiny.Gain, StyleSheetTests.Hidden(network).Tiny.Gain));

        network.Styles.SaveJson(File1);
        var other = StyleSheetTests.Three();
        other.Styles.LoadJson(File1);
        other.Styles.Apply();
        Assert.Equal(network.Styles.AllReport(), other.Styles.AllReport());

        network.Style.AddText("#Input { FancyLayer.Fancy.Depth: 3 }");
        NetworkTests.AssertSays(network.Styles.Apply, "'#Input'", "finds TinyLayer 'Input'", "sets parameters of a FancyLayer");
    }

    private static (TinyNetwork, GridWorld) World()
    {
        var (network, world) = (StyleSheetTests.Three(), new GridWorld());
        network.Styles.AddObject(world, "Train");
        return (network, world);
    }

    private sealed class GridWorld
    {
        [Range(0.0, 1.0)]
        public double Noise { get; set; } = 0.1;

        public int Width { get; set; } = 5;

        public int Height => 3;   // not settable, so no parameter

        public WallParams Walls { get; } = new();
    }

    private sealed class WallParams
    {
        public int Count { get; set; }
    }
}
