namespace Emergent.Networks;

/// <summary>Where the units of a layer stand in a picture: rows upwards from the lower left, pools apart.</summary>
/// <param name="layer">The layer.</param>
/// <param name="cell">The distance of two units of a pool, in pixels.</param>
/// <param name="corner">The upper left corner of the sheet.</param>
internal readonly struct SheetLayout(LayerGrid layer, int cell, Xy corner)
{
    public Xy Corner => corner;

    public Xy Size => SizeOf(layer, cell);

    /// <summary>The side of the square that a unit is drawn as.</summary>
    public int Drawn => DrawnOf(cell);

    /// <summary>The upper left corner of a unit's square.</summary>
    public Xy PlaceOf(int unit)
    {
        var (row, column) = layer.PlaceOf(unit);
        var x = column * cell + column / layer.UnitsX * Gap(cell);
        var y = row * cell + row / layer.UnitsY * Gap(cell);
        return new(corner.X + x, corner.Y + Size.Y - y - Drawn);
    }

    public static Xy SizeOf(LayerGrid layer, int cell) => new(
        layer.Columns * cell + (layer.PoolsX - 1) * Gap(cell) - cell + DrawnOf(cell), layer.Rows * cell + (layer.PoolsY - 1) * Gap(cell) - cell + DrawnOf(cell));

    /// <summary>The largest whole distance of units, between two limits, at which neither sheet is larger than so many pixels in either direction.</summary>
    public static int CellFor(LayerGrid first, LayerGrid second, int largestSheet, int least, int greatest)
    {
        var cell = greatest;
        while (cell > least && Math.Max(Extent(first, cell), Extent(second, cell)) > largestSheet) { cell--; }
        return cell;
    }

    private static int Extent(LayerGrid layer, int cell) => Math.Max(SizeOf(layer, cell).X, SizeOf(layer, cell).Y);

    private static int DrawnOf(int cell) => cell > 4 ? cell - 2 : cell - 1;

    private static int Gap(int cell) => Math.Max(2, cell / 2);
}
