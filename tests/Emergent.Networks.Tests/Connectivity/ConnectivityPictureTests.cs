using System.Globalization;
using System.Xml.Linq;

namespace Emergent.Networks.Tests;

public class ConnectivityPictureTests
{
    private const string Update = "UPDATE_PICTURES";

    /// <summary>The pictures of <c>docs/connectivity.md</c>: one of each pattern, and more where a parameter changes much.</summary>
    private static readonly Dictionary<string, Func<ConnectivityPicture>> Pictures = new(StringComparer.Ordinal)
    {
        ["full"] = () => ConnectivityPicture.Of(Connectivity.Full, [6, 6], [6, 6], same: true, chosen: 14),
        ["one-to-one"] = () => ConnectivityPicture.Of(Connectivity.OneToOne, [5, 8], [5, 8], chosen: [0, 13, 36]),
        ["uniform-random"] = () => ConnectivityPicture.Of(Connectivity.UniformRandom(0.15f, seed: 1), [12, 12], [8, 8], chosen: [9, 43]),
        ["circle"] = () => ConnectivityPicture.Of(new CircleConnectivity { Radius = 4, TopoWts = true }, [18, 18], [18, 18], chosen: [19, 184]),
        ["circle-scaled"] = () => ConnectivityPicture.Of(new CircleConnectivity { Radius = 3, AutoScale = true, Wrap = false }, [16, 20], [8, 10], chosen: [0, 27, 56]),
        ["rect"] = () => ConnectivityPicture.Of(new RectConnectivity { Size = new(5, 3), Start = new(-2, -1) }, [10, 14], [10, 14], chosen: [0, 47, 122]),
        ["rect-groups"] = () => ConnectivityPicture.Of(new RectConnectivity { Size = new(4, 4), Scale = new(0.5f, 0.5f), Wrap = false }, [8, 8], [10, 10], chosen: [0, 11, 47]),
        ["pool-one-to-one"] = () => ConnectivityPicture.Of(Connectivity.PoolOneToOne, [3, 3, 3, 3], [3, 3, 2, 2], chosen: [2, 17, 33]),
        ["pool-same-unit"] = () => ConnectivityPicture.Of(Connectivity.PoolSameUnit, [3, 3, 3, 3], [3, 3, 3, 3], same: true, chosen: [36, 44]),
        ["pool-rect"] = () => ConnectivityPicture.Of(Connectivity.PoolRect(2, 2), [4, 4, 3, 3], [4, 4, 2, 2], chosen: [1, 43]),
        ["pool-uniform-random"] = () => ConnectivityPicture.Of(Connectivity.PoolUniformRandom(0.3f, seed: 1), [2, 3, 5, 5], [2, 3, 4, 4], chosen: [5, 42, 74]),
        ["pool-tile"] = () => ConnectivityPicture.Of(Connectivity.PoolTile, [8, 8, 3, 3], [4, 4, 3, 3], chosen: [49, 137]),
        ["pool-tile-sigmoid"] = () => ConnectivityPicture.Of(
            new PoolTileConnectivity
            {
                Size = new(3, 3), Skip = new(3, 3), Start = new(0, 0), GaussFull = new() { On = false }, GaussInPool = new() { On = false },
                SigFull = new() { On = true, Gain = 0.1f },
            },
            [6, 6, 2, 2], [2, 2, 4, 4], chosen: [4, 59]),
        ["pool-tile-sub"] = () => ConnectivityPicture.Of(
            new PoolTileSubConnectivity { Size = new(2, 2), Skip = new(1, 1), Start = new(0, 0), SendSubs = true, Wrap = false, GaussFull = new() { On = false }, GaussInPool = new() { On = false } },
            [6, 6, 2, 2], [4, 4, 2, 2], chosen: [1, 22, 63]),
    };

    public static TheoryData<string> Names => [.. Pictures.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Committed_picture_is_what_is_drawn(string name)
    {
        var path = Path.Combine(ImageFolder(), name + ".svg");
        var picture = Pictures[name]();
        if (Environment.GetEnvironmentVariable(Update) == "1") { picture.Save(path); }
        Assert.True(File.Exists(path), $"There is no {path}. Run this test with {Update}=1 to draw it.");
        Assert.Equal(File.ReadAllText(path).ReplaceLineEndings("\n"), picture.ToSvg());
    }

    [Fact]
    public void Every_pattern_of_the_assembly_has_a_picture()
    {
        var pictured = Pictures.Values.Select(picture => XDocument.Parse(picture().ToSvg()).Root!.Attribute("aria-label")!.Value.Split(' ')[0]).ToHashSet(StringComparer.Ordinal);
        var patterns = typeof(Connectivity).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Connectivity)) && type is { IsAbstract: false } && type.GetConstructor(Type.EmptyTypes) is not null)
            .Select(type => ((Connectivity)Activator.CreateInstance(type)!).PatternName).ToHashSet(StringComparer.Ordinal);
        Assert.Equal(patterns.Order(StringComparer.Ordinal), pictured.Order(StringComparer.Ordinal));
        Assert.Equal(11, patterns.Count);
    }

    [Fact]
    public void The_first_unit_is_at_the_lower_left_and_each_sender_of_the_chosen_receiver_is_one_square()
    {
        var svg = ConnectivityPicture.Of(new RectConnectivity { Size = new(2, 1), Wrap = false }, [3, 3], [3, 3], chosen: 0).ToSvg();
        // Units are 24 pixels apart and 22 wide; the lowest row of three begins 48 below the highest.
        var cells = XDocument.Parse(svg).Root!.Elements().Single(e => e.Name.LocalName == "path" && (string?)e.Attribute("fill") == "#1f66b1" && e.Attribute("d")!.Value.Count(c => c == 'M') == 2).Attribute("d")!.Value;
        var plain = XDocument.Parse(svg).Root!.Elements().First(e => e.Name.LocalName == "path" && (string?)e.Attribute("fill") == "#dde0e5").Attribute("d")!.Value;
        var places = Places(cells);
        Assert.Equal((24, 0), (places[1].X - places[0].X, places[1].Y - places[0].Y));
        Assert.Equal(Places(plain).Max(place => place.Y), places[0].Y);
        Assert.Equal(Places(plain).Min(place => place.X), places[0].X);

        static List<(int X, int Y)> Places(string path) =>
            [.. path.Split('M', StringSplitOptions.RemoveEmptyEntries).Select(cell => cell.Split('h')[0].Split(' ')).Select(xy => (int.Parse(xy[0], CultureInfo.InvariantCulture), int.Parse(xy[1], CultureInfo.InvariantCulture)))];
    }

    [Fact]
    public void Receivers_are_chosen_where_nobody_chooses_them()
    {
        Assert.Equal([0, 12], ConnectivityPicture.Of(Connectivity.Full, [3, 3], [5, 5]).Chosen);
        Assert.Equal([7, 9], ConnectivityPicture.Of(new OneToOneConnectivity { RecvStart = 7, NCons = 4 }, [3, 3], [5, 5]).Chosen);
        Assert.Equal([0], ConnectivityPicture.Of(new RectConnectivity { Start = new(9, 9), Wrap = false }, [3, 3], [5, 5]).Chosen);
        Assert.Equal([3], ConnectivityPicture.Of(Connectivity.Full, [3, 3], [5, 5], false, 3, 3).Chosen);
    }

    [Fact]
    public void Choosing_receivers_that_do_not_exist_or_too_many_is_an_error()
    {
        Assert.Contains("There is no receiver 25; the receivers go from 0 to 24.", Assert.Throws<ArgumentOutOfRangeException>(() => ConnectivityPicture.Of(Connectivity.Full, [3, 3], [5, 5], false, 0, 25)).Message, StringComparison.Ordinal);
        Assert.Contains("7 receivers are chosen; a picture has colours for 6.", Assert.Throws<ArgumentException>(() => ConnectivityPicture.Of(Connectivity.Full, [3, 3], [5, 5], false, 0, 1, 2, 3, 4, 5, 6)).Message, StringComparison.Ordinal);
        Assert.Throws<EmergentException>(() => ConnectivityPicture.Of(Connectivity.Full, [3], [5, 5]));
    }

    [Fact]
    public void A_picture_of_large_layers_and_one_of_the_way_back_are_well_formed()
    {
        Assert.NotNull(XDocument.Parse(ConnectivityPicture.Of(Connectivity.Circle(8), [100, 100], [100, 100]).ToSvg()).Root);
        var back = XDocument.Parse(ConnectivityPicture.Of(new CircleConnectivity { Radius = 1, TopoWts = true }.Reversed(), [4, 4], [4, 4]).ToSvg()).Root!;
        Assert.Contains(back.Elements(), e => e.Value == "Circle reversed");
        Assert.Contains(back.Elements(), e => e.Value == "Radius 1 · TopoWts true");
    }

    private static string ImageFolder() => Directory.CreateDirectory(Repository.PathOf("docs/images/connectivity")).FullName;
}
