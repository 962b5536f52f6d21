using Emergent.Data;

namespace Emergent.Networks;

public static partial class Patterns
{
    /// <summary>A table with a <c>Name</c> for each row and columns of patterns with no unit on, to be filled in.</summary>
    /// <param name="rows">The number of patterns in each column.</param>
    /// <param name="shape">The shape of each pattern: [Y, X], or [pools Y, pools X, units Y, units X] for <see cref="Mix(Column{float}, Vocabulary, ReadOnlySpan{string})"/>.</param>
    /// <param name="columns">A column of patterns for each layer, by its name.</param>
    /// <remarks>Source: emergent patgen, InitPats.</remarks>
    /// <exception cref="ArgumentException">There are no columns.</exception>
    public static Table Empty(int rows, Shape shape, params ReadOnlySpan<string> columns)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(rows);
        ArgumentNullException.ThrowIfNull(shape);
        if (columns.IsEmpty) { throw new ArgumentException("Name at least one column, for the layer that the patterns are for.", nameof(columns)); }
        var table = new Table("Patterns");
        var names = table.AddColumn<string>("Name");
        foreach (var column in columns) { table.AddColumn<float>(column, shape); }
        table.AddRows(rows);
        for (var row = 0; row < rows; row++) { names[row] = $"row_{row}"; }
        return table;
    }

    /// <summary>Fills a column of patterns with pools from a vocabulary: row i of the column has row i of each list named.</summary>
    /// <param name="column">The column, with cells of [pools Y, pools X, units Y, units X].</param>
    /// <param name="vocabulary">The lists.</param>
    /// <param name="pools">The list of each pool, row-major; as many as there are pools.</param>
    /// <remarks>Source: emergent patgen, MixPats.</remarks>
    /// <exception cref="EmergentException">A list is not there, is too short or has pools of another shape, or the column has no pools or another number of them; the column is unchanged.</exception>
    public static void Mix(Column<float> column, Vocabulary vocabulary, params ReadOnlySpan<string> pools)
    {
        ArgumentNullException.ThrowIfNull(column);
        Mix(column, vocabulary, row: 0, from: 0, column.RowCount, pools);
    }

    /// <summary>Fills some rows of a column of patterns with pools from a vocabulary.</summary>
    /// <param name="column">The column, with cells of [pools Y, pools X, units Y, units X].</param>
    /// <param name="vocabulary">The lists.</param>
    /// <param name="row">The first row that is filled.</param>
    /// <param name="from">The row of the lists that comes into it.</param>
    /// <param name="rows">How many rows are filled.</param>
    /// <param name="pools">The list of each pool, row-major; as many as there are pools.</param>
    /// <remarks>Source: emergent patgen, MixPatsN.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The column has no such rows.</exception>
    /// <exception cref="EmergentException">A list is not there, is too short or has pools of another shape, or the column has no pools or another number of them; the column is unchanged.</exception>
    public static void Mix(Column<float> column, Vocabulary vocabulary, int row, int from, int rows, params ReadOnlySpan<string> pools)
    {
        ArgumentNullException.ThrowIfNull(column);
        ArgumentNullException.ThrowIfNull(vocabulary);
        ArgumentOutOfRangeException.ThrowIfNegative(row);
        ArgumentOutOfRangeException.ThrowIfNegative(from);
        ArgumentOutOfRangeException.ThrowIfNegative(rows);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(rows, column.RowCount - row);
        var shape = column.CellShape;
        if (shape.Rank != 4)
        {
            throw new EmergentException($"Column '{column.Name}' has patterns of shape {shape}; pools are mixed into patterns of four dimensions, [pools Y, pools X, units Y, units X].");
        }
        if (pools.Length != shape[0] * shape[1])
        {
            throw new EmergentException($"Column '{column.Name}' has patterns of {shape[0]} × {shape[1]} pools; {pools.Length} lists were named. Name one for each of the {shape[0] * shape[1]} pools, row by row.");
        }
        var lists = new Tensor<float>[pools.Length];
        for (var pool = 0; pool < lists.Length; pool++)
        {
            lists[pool] = vocabulary[pools[pool]];
            if (!lists[pool].Shape.Inner().Equals(shape.Inner(2)))
            {
                throw new EmergentException($"Pool {pool} of column '{column.Name}' has units of shape {shape.Inner(2)}, but list '{pools[pool]}' of the vocabulary has {lists[pool].Shape.Inner()}.");
            }
            if (lists[pool].Shape[0] < from + rows)
            {
                throw new EmergentException($"List '{pools[pool]}' of the vocabulary has {lists[pool].Shape[0]} rows; column '{column.Name}' needs rows {from} to {from + rows - 1} of it. Make the list longer, or repeat it.");
            }
        }
        var units = shape[2] * shape[3];
        for (var i = 0; i < rows; i++)
        {
            for (var pool = 0; pool < lists.Length; pool++)
            {
                lists[pool].Slice(from + i).Values.CopyTo(column.Cell(row + i).Slice(pool * units, units));
            }
        }
    }

    /// <summary>Puts the rows of a table into a random order, with all cells of a row kept together.</summary>
    /// <param name="table">The table.</param>
    /// <param name="seed">What decides the order.</param>
    /// <param name="columns">The columns that take part, the others stay as they are; all when none is named.</param>
    /// <remarks>Source: emergent patgen, Shuffle.</remarks>
    /// <exception cref="EmergentException">There is no such column; the table is unchanged.</exception>
    public static void Shuffle(Table table, long seed, params ReadOnlySpan<string> columns)
    {
        ArgumentNullException.ThrowIfNull(table);
        Shuffle(table, [.. Enumerable.Range(0, table.RowCount)], seed, columns);
    }

    /// <summary>Puts some rows of a table into a random order among themselves, with all cells of a row kept together.</summary>
    /// <param name="table">The table.</param>
    /// <param name="rows">The rows that take part.</param>
    /// <param name="seed">What decides the order.</param>
    /// <param name="columns">The columns that take part, the others stay as they are; all when none is named.</param>
    /// <exception cref="EmergentException">There is no such column; the table is unchanged.</exception>
    /// <exception cref="ArgumentException">There is no such row, or one is named twice.</exception>
    public static void Shuffle(Table table, IReadOnlyList<int> rows, long seed, params ReadOnlySpan<string> columns)
    {
        var names = ColumnsToShuffle(table, rows, columns);
        Reorder(table, rows, names, new CounterRandom(seed, 0, CounterRandom.StreamOf("shuffle rows")).Permutation(rows.Count));
    }

    /// <summary>Puts the cells of each column into a random order of its own, so that what was in one row no longer belongs together.</summary>
    /// <param name="table">The table.</param>
    /// <param name="seed">What decides the orders; that of a column depends on its name besides.</param>
    /// <param name="columns">The columns that take part, the others stay as they are; all when none is named.</param>
    /// <exception cref="EmergentException">There is no such column; the table is unchanged.</exception>
    public static void ShuffleIndependently(Table table, long seed, params ReadOnlySpan<string> columns)
    {
        ArgumentNullException.ThrowIfNull(table);
        int[] rows = [.. Enumerable.Range(0, table.RowCount)];
        foreach (var name in ColumnsToShuffle(table, rows, columns))
        {
            Reorder(table, rows, [name], new CounterRandom(seed, 0, CounterRandom.StreamOf($"shuffle {name}")).Permutation(rows.Length));
        }
    }

    /// <summary>In how many units each pattern differs from the one before it, halved: for patterns with equally many active units, how many of them are others.</summary>
    /// <remarks>The first row has none before it and is left out: element 0 compares row 1 with row 0. Source: emergent patgen, RowVsPrevDist.</remarks>
    public static float[] DifferencesToPrevious(Column<float> column)
    {
        ArgumentNullException.ThrowIfNull(column);
        var differences = new float[Math.Max(column.RowCount - 1, 0)];
        for (var row = 1; row < column.RowCount; row++) { differences[row - 1] = HalfHamming(column.Cell(row - 1), column.Cell(row)); }
        return differences;
    }

    /// <summary>Which part of the units of each pattern is on: above 0.5.</summary>
    public static float[] ActiveFractions(Column<float> column)
    {
        ArgumentNullException.ThrowIfNull(column);
        var fractions = new float[column.RowCount];
        for (var row = 0; row < fractions.Length; row++)
        {
            var active = 0;
            foreach (var value in column.Cell(row)) { active += value > 0.5f ? 1 : 0; }
            fractions[row] = (float)active / column.CellShape.Length;
        }
        return fractions;
    }

    /// <summary>A pattern with its pools as units and its units as pools: from [a, b, c, d] to [c, d, a, b], each value staying with its four indices.</summary>
    /// <remarks>For files of the old emergent (C++), which has them the other way round. Source: emergent patgen, ReshapeCpp.</remarks>
    /// <exception cref="ArgumentException">The pattern does not have four dimensions.</exception>
    public static Tensor<float> PoolsAndUnitsSwapped(Tensor<float> pattern)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        var shape = pattern.Shape;
        if (shape.Rank != 4) { throw new ArgumentException($"A pattern of shape {shape} has no pools and units to swap; it needs four dimensions.", nameof(pattern)); }
        int pools = shape[0] * shape[1], units = shape[2] * shape[3];
        var swapped = new Tensor<float>([shape[2], shape[3], shape[0], shape[1]]);
        for (var i = 0; i < swapped.Length; i++) { swapped.Values[i] = pattern.Values[(i % pools) * units + i / pools]; }
        return swapped;
    }

    internal static float HalfHamming(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        var differing = 0;
        for (var i = 0; i < a.Length; i++) { differing += a[i] != b[i] ? 1 : 0; }
        return 0.5f * differing;
    }

    private static string[] ColumnsToShuffle(Table table, IReadOnlyList<int> rows, ReadOnlySpan<string> columns)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(rows);
        foreach (var name in columns) { _ = table[name]; }
        var seen = new HashSet<int>();
        foreach (var row in rows)
        {
            _ = table.Row(row);
            if (!seen.Add(row)) { throw new ArgumentException($"Row {row} is named twice; each row that is shuffled is named once.", nameof(rows)); }
        }
        return columns.IsEmpty ? [.. table.Columns.Select(c => c.Name)] : [.. columns.ToArray().Distinct(StringComparer.Ordinal)];
    }

    private static void Reorder(Table table, IReadOnlyList<int> rows, string[] columns, int[] order)
    {
        var before = table.Clone();
        foreach (var name in columns)
        {
            for (var i = 0; i < order.Length; i++) { table.Row(rows[i])[name] = before.Row(rows[order[i]])[name]; }
        }
    }
}
