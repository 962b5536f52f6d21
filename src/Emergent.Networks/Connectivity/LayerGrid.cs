using Emergent.Data;

namespace Emergent.Networks;

/// <summary>A layer as pools of units: a 4-D layer has its own, a 2-D layer is one pool.</summary>
internal readonly struct LayerGrid
{
    public LayerGrid(Shape shape)
    {
        HasPools = shape.Rank == 4;
        (PoolsY, PoolsX) = HasPools ? (shape[0], shape[1]) : (1, 1);
        (UnitsY, UnitsX) = (shape[shape.Rank - 2], shape[shape.Rank - 1]);
    }

    public bool HasPools { get; }
    public int PoolsY { get; }
    public int PoolsX { get; }

    /// <summary>Rows of units in one pool.</summary>
    public int UnitsY { get; }

    /// <summary>Columns of units in one pool.</summary>
    public int UnitsX { get; }

    public int Pools => PoolsY * PoolsX;

    /// <summary>The number of units in one pool.</summary>
    public int Units => UnitsY * UnitsX;

    public int Length => Pools * Units;

    /// <summary>Rows of units over all pools.</summary>
    public int Rows => PoolsY * UnitsY;

    /// <summary>Columns of units over all pools.</summary>
    public int Columns => PoolsX * UnitsX;

    /// <summary>The flat index of the unit at a row and column counted over all pools.</summary>
    public int UnitAt(int row, int column)
    {
        var pool = row / UnitsY * PoolsX + column / UnitsX;
        return pool * Units + row % UnitsY * UnitsX + column % UnitsX;
    }

    /// <summary>The row and column, counted over all pools, of the unit at a flat index.</summary>
    public (int Row, int Column) PlaceOf(int unit)
    {
        var (pool, within) = (unit / Units, unit % Units);
        return (pool / PoolsX * UnitsY + within / UnitsX, pool % PoolsX * UnitsX + within % UnitsX);
    }

    /// <summary>The coordinates start, start + stride, … (so many) that there are in a direction of this size: continued at the opposite edge, each once, or cut off.</summary>
    public static int[] Along(long start, int count, int size, bool wrap, int stride = 1)
    {
        if (wrap)
        {
            // After so many steps the same coordinates come again.
            var coordinates = new int[Math.Min(count, size / GreatestCommonDivisor(size, stride))];
            for (var i = 0; i < coordinates.Length; i++) { coordinates[i] = Edges.Wrap(start + (long)i * stride, size); }
            return coordinates;
        }
        var first = start < 0 ? (-start + stride - 1) / stride : 0;
        var end = Math.Min(count, (size - start + stride - 1) / stride);
        return end <= first ? [] : [.. Enumerable.Range(0, (int)(end - first)).Select(i => (int)(start + (first + i) * stride))];
    }

    private static int GreatestCommonDivisor(int a, int b) => b == 0 ? a : GreatestCommonDivisor(b, a % b);
}
