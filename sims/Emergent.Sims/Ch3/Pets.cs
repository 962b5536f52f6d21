using Emergent.Data;

namespace Emergent.Sims;

/// <summary>What is known of five cats and five dogs: their colour, favourite food, size, species and favourite toy.</summary>
public static class Pets
{
    private static readonly string[][] All =
    [
        // name, colour (or two), favourite food, size, species, favourite toy
        ["Morris",    "orange",      "grass",  "small",  "cat", "string"],
        ["Socks",     "black+white", "bugs",   "small",  "cat", "feather"],
        ["Sylvester", "black+white", "grass",  "small",  "cat", "string"],
        ["Garfield",  "orange",      "scraps", "medium", "cat", "string"],
        ["Fuzzy",     "white",       "grass",  "medium", "cat", "feather"],
        ["Rex",       "black",       "scraps", "large",  "dog", "bone"],
        ["Fido",      "brown",       "shoe",   "medium", "dog", "shoe"],
        ["Spot",      "black+white", "scraps", "medium", "dog", "bone"],
        ["Snoopy",    "black+white", "scraps", "medium", "dog", "bone"],
        ["Butch",     "brown",       "shoe",   "large",  "dog", "shoe"],
    ];

    /// <summary>The names, in the order of the units that stand for them.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. All.Select(pet => pet[0])];

    /// <summary>The features, each with its values in the order of the units that stand for them.</summary>
    public static IReadOnlyList<(string Feature, string[] Values)> Features { get; } =
    [
        ("Color",        ["black", "white", "brown", "orange"]),
        ("FavoriteFood", ["bugs", "grass", "scraps", "shoe"]),
        ("Size",         ["small", "medium", "large"]),
        ("Species",      ["cat", "dog"]),
        ("FavoriteToy",  ["string", "feather", "bone", "shoe"]),
    ];

    /// <summary>How much a pet and a value of a feature belong together: 1, a half where the pet has two of them, or 0.</summary>
    /// <param name="pet">The place of the pet in <see cref="Names"/>.</param>
    /// <param name="feature">The place of the feature in <see cref="Features"/>.</param>
    /// <param name="value">The place of the value among its values.</param>
    public static float Belonging(int pet, int feature, int value)
    {
        var has = All[pet][feature + 1].Split('+');
        return has.Contains(Features[feature].Values[value]) ? 1f / has.Length : 0f;
    }

    /// <summary>One pattern to be edited: at first the name of Morris.</summary>
    public static Table Table()
    {
        var table = new Table("Inputs");
        table.AddColumn<string>("TrialName");
        foreach (var layer in (string[])["Name", "Identity"]) { table.AddColumn<float>(layer, [1, Names.Count]); }
        foreach (var (feature, values) in Features) { table.AddColumn<float>(feature, [1, values.Length]); }
        table.AddRow().Set("TrialName", "Input Event");
        table.Column<float>("Name").Cell(0)[0] = 1;
        return table;
    }
}
