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

    private static string ImageFolder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Emergent.slnx"))) { folder = folder.Parent; }
        return Directory.CreateDirectory(Path.Combine(folder.FullName, "docs", "images", "connectivity")).FullName;
    }
}
