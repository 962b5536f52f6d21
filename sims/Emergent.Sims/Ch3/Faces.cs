using System.Globalization;
using Emergent.Data;
using Emergent.Networks;

namespace Emergent.Sims;

/// <summary>Twelve faces of 16 × 16 pixels: three women and three men, each happy and sad.</summary>
/// <remarks>
/// Drawn for this simulation after the features that the textbook's faces have: women share long hair and a narrow face, men a wide one with a nose of their own; each has hair of
/// their own on top; happy and sad differ in the mouth and in one pixel of each eye.
/// </remarks>
public static class Faces
{
    /// <summary>Pixels of a side.</summary>
    public const int Side = 16;

    private const int Removed = 20;   // pixels that a partial face lacks

    private const string Woman = """
        ................
        ......####......
        ....##....##....
        ...#........#...
        ...#........#...
        ...#........#...
        ...#.##.##..#...
        ..##........##..
        ..#....#.....#..
        ..##...#....##..
        ..#..........#..
        .##..........##.
        .#............#.
        .#............#.
        ................
        ......#..#......
        """;

    private const string Man = """
        ......####......
        ....#......#....
        ...#........#...
        ..#..........#..
        ..#..........#..
        ..#..........#..
        ..#..##..##..#..
        .##..........##.
        .......##.......
        .##....##....##.
        ..#...#..#...#..
        ..#..........#..
        ..#..........#..
        ...#........#...
        ................
        ......####......
        """;

    // What each has besides, as pixels row:column: two features shared with one other each, so that nobody stands out, and one that nobody else has.
    private const string
        Fringe = "12:5-9", Curls = "12:1 12:14 11:1 11:14 10:1", Crown = "15:5 15:10 14:5 14:10 13:6",
        ShortFringe = "11:5-9", Beard = "1:6-10", Whiskers = "5:3 5:12 4:3 4:12 3:3";

    private static readonly (string Name, bool IsMale, string Features)[] People =
    [
        ("Alberto", true, $"{ShortFringe} {Whiskers} 15:3 15:11 14:3"),
        ("Betty", false, $"{Fringe} {Crown} 15:13 14:12 14:14"),
        ("Lisa", false, $"{Fringe} {Curls} 5:1 5:14 4:10"),
        ("Mark", true, $"{ShortFringe} {Beard} 10:5 10:10 9:7"),
        ("Wendy", false, $"{Crown} {Curls} 1:1 1:14 0:1"),
        ("Zane", true, $"{Whiskers} {Beard} 13:7-8 7:4"),
    ];

    /// <summary>The layers of categories, and what their units stand for; the last four identities for nobody yet.</summary>
    public static IReadOnlyList<(string Layer, string[] Units)> Categories { get; } =
    [
        ("Emotion", ["happy", "sad"]),
        ("Gender", ["female", "male"]),
        ("Identity", [.. People.Select(p => p.Name), "", "", "", ""]),
    ];

    /// <summary>All faces as a table: Name, Input, Emotion, Gender, Identity.</summary>
    public static Table Table()
    {
        var table = new Table("Faces");
        table.AddColumn<string>("Name");
        table.AddColumn<float>("Input", [Side, Side]);
        foreach (var (layer, units) in Categories) { table.AddColumn<float>(layer, [1, units.Length]); }
        for (var person = 0; person < People.Length; person++)
        {
            foreach (var isHappy in (bool[])[true, false])
            {
                var (name, isMale, _) = People[person];
                table.Add($"{name}_{(isHappy ? "happy" : "sad")}", Pixels(person, isHappy), OneOf(2, isHappy ? 0 : 1), OneOf(2, isMale ? 1 : 0), OneOf(10, person));
            }
        }
        return table;
    }

    /// <summary>The same faces, each without twenty of its pixels.</summary>
    public static Table PartialTable(long seed)
    {
        var table = Table();
        table.Name = "PartialFaces";
        for (var face = 0; face < table.RowCount; face++)
        {
            var pixels = table.Column<float>("Input").Cell(face);
            var random = new CounterRandom(seed, face, CounterRandom.StreamOf("removed pixels"));
            Patterns.FlipBits(pixels, turnOff: Removed, turnOn: 0, ref random);
        }
        return table;
    }

    private static float[] Pixels(int person, bool isHappy)
    {
        var (_, isMale, features) = People[person];
        var mouthAndEyes = isHappy ? "2:7-8 3:6 3:9 8:4" : "2:6 2:9 3:7-8 9:4";
        var rightEye = $"{(isHappy ? 8 : 9)}:{(isMale ? 11 : 10)}";
        var pixels = TextPicture.Values(isMale ? Man : Woman);
        foreach (var stroke in $"{features} {mouthAndEyes} {rightEye}".Split(' '))
        {
            int[] place = [.. stroke.Split(':', '-').Select(number => int.Parse(number, CultureInfo.InvariantCulture))];   // row, column, and of a line its last
            pixels.AsSpan(place[0] * Side + place[1], place.Length == 2 ? 1 : place[2] - place[1] + 1).Fill(1f);
        }
        return pixels;
    }

    private static float[] OneOf(int units, int which) => [.. Enumerable.Range(0, units).Select(unit => unit == which ? 1f : 0f)];
}
