using System.Numerics;
using Emergent.Data;

namespace Emergent.Networks;

/// <summary>Makes tables of random patterns, the same for the same seed.</summary>
/// <remarks>Source: emergent patgen.</remarks>
public static partial class Patterns
{
    private const int Passes = 100; // emergent's limit; patterns that can be had at all are had in a few

    /// <summary>A table with a <c>Name</c> for each row and, in each column named, patterns with exactly <paramref name="active"/> units on.</summary>
    /// <remarks>Each pattern depends only on the seed, its column's name and its row, so more rows or columns leave the others as they were.</remarks>
    /// <param name="rows">The number of patterns in each column.</param>
    /// <param name="shape">The shape of each pattern.</param>
    /// <param name="active">How many units are on (1) in each pattern; the others are off (0).</param>
    /// <param name="seed">What decides the patterns.</param>
    /// <param name="columns">A column of patterns for each layer, by its name.</param>
    /// <exception cref="ArgumentException">There are no columns, or more units active than the shape has.</exception>
    public static Table RandomBits(int rows, Shape shape, int active, long seed, params ReadOnlySpan<string> columns)
    {
        var table = NewTable(rows, shape, active, columns);
        foreach (var name in columns)
        {
            var column = table.Column<float>(name);
            for (var row = 0; row < rows; row++) { Draw(column.Cell(row), StreamOf(column), row, active, seed, attempt: 0); }
        }
        return table;
    }

    /// <summary>As <see cref="RandomBits"/>, with any two patterns of a column differing in at least <paramref name="minimumDifference"/> of their active units.</summary>
    /// <remarks>Only patterns too near to another are drawn again, in at most 100 passes.</remarks>
    /// <param name="rows">The number of patterns in each column.</param>
    /// <param name="shape">The shape of each pattern.</param>
    /// <param name="active">How many units are on (1) in each pattern; the others are off (0).</param>
    /// <param name="minimumDifference">How many active units of one pattern must be off in the other.</param>
    /// <param name="seed">What decides the patterns.</param>
    /// <param name="columns">A column of patterns for each layer, by its name.</param>
    /// <exception cref="ArgumentException">There are no columns, or numbers that no patterns can have.</exception>
    /// <exception cref="EmergentException">No such patterns were found; the message says how many pairs are too near.</exception>
    public static Table RandomBitsMinimumDifference(int rows, Shape shape, int active, int minimumDifference, long seed, params ReadOnlySpan<string> columns)
    {
        var table = NewTable(rows, shape, active, columns);
        ArgumentOutOfRangeException.ThrowIfNegative(minimumDifference);
        var most = Math.Min(active, shape.Length - active);
        if (rows > 1 && minimumDifference > most)
        {
            throw new ArgumentOutOfRangeException(nameof(minimumDifference), $"Two patterns with {active} of {shape.Length} units active "
                + $"can differ in at most {most} of them; {minimumDifference} were asked for.");
        }
        foreach (var name in columns)
        {
            var column = table.Column<float>(name);
            DrawApart($"Column '{name}'", column.AllCells, StreamOf(column), active, minimumDifference, seed);
        }
        return table;
    }

    /// <summary>Sets one pattern to exactly <paramref name="active"/> units on, drawn by chance.</summary>
    /// <remarks>Source: emergent patgen, PermutedBinary.</remarks>
    /// <param name="pattern">The pattern.</param>
    /// <param name="active">How many units are on.</param>
    /// <param name="random">What decides which.</param>
    /// <param name="on">The value of an active unit.</param>
    /// <param name="off">The value of an inactive unit.</param>
    /// <exception cref="ArgumentOutOfRangeException">The pattern does not have so many units.</exception>
    public static void PermuteBits(Span<float> pattern, int active, ref CounterRandom random, float on = 1, float off = 0)
    {
        if (active < 0 || active > pattern.Length)
        {
            throw new ArgumentOutOfRangeException(nameof(active), $"A pattern of {pattern.Length} units cannot have {active} of them active.");
        }
        pattern.Fill(off);
        foreach (var unit in random.Permutation(pattern.Length).AsSpan(0, active)) { pattern[unit] = on; }
    }

    /// <summary>Turns units off and on in every pattern of a column, so that each becomes a distortion of what it was.</summary>
    /// <param name="column">The patterns.</param>
    /// <param name="turnOff">How many active units to turn off in each; all of them where there are fewer.</param>
    /// <param name="turnOn">How many inactive units to turn on in each; all of them where there are fewer.</param>
    /// <param name="seed">What decides which.</param>
    /// <param name="on">The value of an active unit.</param>
    /// <param name="off">The value of an inactive unit.</param>
    /// <exception cref="ArgumentException">A number is negative.</exception>
    public static void FlipBits(Column<float> column, int turnOff, int turnOn, long seed, float on = 1, float off = 0)
    {
        ArgumentNullException.ThrowIfNull(column);
        var stream = CounterRandom.StreamOf($"flip {column.Name}");
        for (var row = 0; row < column.RowCount; row++)
        {
            var random = new CounterRandom(seed, 0, stream, (ulong)row);
            FlipBits(column.Cell(row), turnOff, turnOn, ref random, on, off);
        }
    }

    /// <summary>Turns units off and on in one pattern.</summary>
    /// <param name="pattern">The pattern.</param>
    /// <param name="turnOff">How many active units to turn off; all of them where there are fewer.</param>
    /// <param name="turnOn">How many inactive units to turn on; all of them where there are fewer.</param>
    /// <param name="random">What decides which.</param>
    /// <param name="on">The value of an active unit.</param>
    /// <param name="off">The value of an inactive unit.</param>
    /// <exception cref="ArgumentException">A number is negative.</exception>
    public static void FlipBits(Span<float> pattern, int turnOff, int turnOn, ref CounterRandom random, float on = 1, float off = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(turnOff);
        ArgumentOutOfRangeException.ThrowIfNegative(turnOn);
        List<int> active = [], inactive = [];
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] == on) { active.Add(i); }
            else if (pattern[i] == off) { inactive.Add(i); }
        }
        var (actives, inactives) = (active.ToArray(), inactive.ToArray());
        random.Shuffle<int>(actives);
        random.Shuffle<int>(inactives);
        foreach (var i in actives.AsSpan(0, Math.Min(turnOff, actives.Length))) { pattern[i] = off; }
        foreach (var i in inactives.AsSpan(0, Math.Min(turnOn, inactives.Length))) { pattern[i] = on; }
    }

    /// <summary>How many of <paramref name="units"/> a fraction is, rounded, and halves rounded up.</summary>
    /// <remarks>In float, as the reference computes it. Source: emergent patgen, NFmPct.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The fraction is outside 0 … 1, or the number negative.</exception>
    public static int Count(double fraction, int units)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(units);
        if (fraction is not (>= 0 and <= 1)) { throw new ArgumentOutOfRangeException(nameof(fraction), fraction, "A fraction is from 0 to 1."); }
        return (int)MathF.Round(units * (float)fraction, MidpointRounding.AwayFromZero);
    }

    private static Table NewTable(int rows, Shape shape, int active, ReadOnlySpan<string> columns)
    {
        ArgumentNullException.ThrowIfNull(shape);
        if (active < 0 || active > shape.Length)
        {
            throw new ArgumentOutOfRangeException(nameof(active), $"Patterns of shape {shape} have {shape.Length} units; "
                + $"{active} of them cannot be active.");
        }
        return Empty(rows, shape, columns);
    }

    private static ulong StreamOf(Column column) => CounterRandom.StreamOf($"patterns {column.Name}");
    private static void Draw(Span<float> pattern, ulong stream, int row, int active, long seed, int attempt)
    {
        var random = new CounterRandom(seed, 0, stream, ((ulong)attempt << 32) | (uint)row);
        PermuteBits(pattern, active, ref random);
    }

    /// <summary>Draws patterns [rows, …] until any two differ in at least so many active units.</summary>
    internal static void DrawApart(string what, Tensor<float> patterns, ulong stream, int active, int minimumDifference, long seed)
    {
        var bits = new ulong[patterns.Shape[0]][];
        for (var row = 0; row < bits.Length; row++)
        {
            Draw(patterns.Slice(row).Values, stream, row, active, seed, attempt: 0);
            bits[row] = BitsOf(patterns.Slice(row).Values);
        }
        for (var pass = 1; pass <= Passes; pass++)
        {
            var isApart = true;
            for (var row = 0; row < bits.Length; row++)
            {
                if (TooNear(row, 0) == 0) { continue; }
                Draw(patterns.Slice(row).Values, stream, row, active, seed, pass);
                bits[row] = BitsOf(patterns.Slice(row).Values);
                isApart = false;
            }
            if (isApart) { return; }
        }
        var pairs = Enumerable.Range(0, bits.Length).Sum(row => TooNear(row, row + 1));
        if (pairs == 0) { return; }
        throw new EmergentException($"{what}: after {Passes} passes {pairs} pairs of {bits.Length} patterns with {active} "
            + $"of {patterns.Length / bits.Length} units active still differ in fewer than {minimumDifference} of them. "
            + "Ask for a smaller difference, fewer patterns or more units.");

        int TooNear(int row, int first)
        {
            var count = 0;
            for (var other = first; other < bits.Length; other++)
            {
                if (other != row && Difference(bits[row], bits[other]) < minimumDifference) { count++; }
            }
            return count;
        }
    }

    /// <summary>How many active units of one pattern are off in the other, for patterns with equally many.</summary>
    private static int Difference(ulong[] a, ulong[] b)
    {
        var hamming = 0;
        for (var i = 0; i < a.Length; i++) { hamming += BitOperations.PopCount(a[i] ^ b[i]); }
        return hamming / 2;
    }

    private static ulong[] BitsOf(ReadOnlySpan<float> pattern)
    {
        var bits = new ulong[(pattern.Length + 63) / 64];
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] != 0) { bits[i >> 6] |= 1UL << (i & 63); }
        }
        return bits;
    }
}
