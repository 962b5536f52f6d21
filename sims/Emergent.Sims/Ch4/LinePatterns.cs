using Emergent.Data;
using Emergent.Networks;

namespace Emergent.Sims;

/// <summary>Lines of a field of 5 × 5 units: V0 … V4 are columns, H0 … H4 rows, from the bottom; and all pairs of two of them.</summary>
internal static class LinePatterns
{
    private const int Size = 5, Lines = 2 * Size;

    /// <summary>The ten lines.</summary>
    public static Table One()
    {
        var table = new Table("Lines1");
        table.AddColumn<string>("Name");
        table.AddColumn<float>("Input", [Size, Size]);
        for (var line = 0; line < Lines; line++) { table.Add(Name(line), Input(line, line)); }
        return table;
    }

    /// <summary>The 45 pairs of lines.</summary>
    /// <param name="withOutput">Whether each has an output in which the units of its lines are on; row k of it has those of V k and H k.</param>
    public static Table Two(bool withOutput = false)
    {
        var table = new Table("Lines2");
        table.AddColumn<string>("Name");
        table.AddColumn<float>("Input", [Size, Size]);
        if (withOutput) { table.AddColumn<float>("Output", [Size, 2]); }
        for (var first = 0; first < Lines; first++)
        {
            for (var second = first + 1; second < Lines; second++)
            {
                var row = table.AddRow();
                row.Set("Name", $"{Name(first)}_{Name(second)}");
                Input(first, second).CopyTo(row.Cell<float>("Input"));
                if (withOutput) { Output(first, second).CopyTo(row.Cell<float>("Output")); }
            }
        }
        return table;
    }

    private static bool IsVertical(int line) => line < Size;

    private static int Place(int line) => line % Size;

    private static string Name(int line) => $"{(IsVertical(line) ? 'V' : 'H')}{Place(line)}";

    private static float[] Input(int first, int second) =>
        [.. Enumerable.Range(0, Size * Size).Select(unit => new[] { first, second }.Any(line => Place(line) == (IsVertical(line) ? unit % Size : unit / Size)) ? 1f : 0f)];

    private static float[] Output(int first, int second) =>
        [.. Enumerable.Range(0, Lines).Select(unit => new[] { first, second }.Any(line => unit == 2 * Place(line) + (IsVertical(line) ? 0 : 1)) ? 1f : 0f)];
}
