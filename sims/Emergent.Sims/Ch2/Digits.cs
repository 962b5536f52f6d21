using Emergent.Data;

namespace Emergent.Sims;

/// <summary>The ten digits as pictures of 7 × 5 pixels.</summary>
/// <remarks>
/// Drawn for this simulation so that they share as many pixels with the 8 as those of the textbook do: 6, 6, 12, 13, 5, 14, 12, 6, 17, 12.
/// </remarks>
public static class Digits
{
    private static readonly string[] Pictures =
    [
        """
        ..##.
        .#.#.
        .#.#.
        .#.#.
        .#.#.
        .#.#.
        .##..
        """,
        """
        ..#..
        .##..
        #.#..
        ..#..
        ..#..
        ..#..
        .###.
        """,
        """
        .###.
        #...#
        ....#
        ..##.
        .#...
        #....
        #####
        """,
        """
        .###.
        ....#
        ....#
        ..##.
        ....#
        #...#
        .###.
        """,
        """
        ...#.
        ..##.
        .#.#.
        #..#.
        #####
        ...#.
        ...#.
        """,
        """
        #####
        #....
        #....
        ####.
        ....#
        #...#
        .###.
        """,
        """
        ..##.
        .#...
        #....
        #.##.
        ##..#
        #...#
        .###.
        """,
        """
        #####
        ....#
        ...#.
        ..#..
        ..#..
        ..#..
        ..#..
        """,
        """
        .###.
        #...#
        #...#
        .###.
        #...#
        #...#
        .###.
        """,
        """
        .###.
        #...#
        #..##
        .##.#
        ....#
        ...#.
        .##..
        """,
    ];

    /// <summary>The pixels of a digit, the lowest row first.</summary>
    public static float[] Pixels(int digit) => TextPicture.Values(Pictures[digit]);

    /// <summary>All digits as a table: Name and Input.</summary>
    public static Table Table()
    {
        var table = new Table("Digits");
        table.AddColumn<string>("Name");
        table.AddColumn<float>("Input", [7, 5]);
        for (var digit = 0; digit < Pictures.Length; digit++) { table.Add($"{digit}", Pixels(digit)); }
        return table;
    }
}
