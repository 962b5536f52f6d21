namespace Emergent.Data;

/// <summary>Rows that follow each other in time: coarser, smoother, as changes, and with what was before.</summary>
/// <remarks>Null and NaN are left out of statistics. Tensor columns are treated element by element. No rows give a table without rows. Source: emergent etable, agg and tsragg.</remarks>
public static class Sequences
{
    /// <summary>A row for each so many rows, with a statistic of each column over them.</summary>
    /// <param name="view">The rows, in order.</param>
    /// <param name="statistic">The statistic.</param>
    /// <param name="size">How many rows make one; the last has the statistic of those that remain.</param>
    /// <param name="columns">Columns of numbers; all but text when left out. The others are not in the result.</param>
    /// <exception cref="EmergentException">There is no such column, or it has text.</exception>
    public static Table Windows(TableView view, Statistic statistic, int size, params ReadOnlySpan<string> columns)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(size);
        var rows = (int)((view.RowCount + (long)size - 1) / size);
        var chosen = ColumnSeries.Choose(view, columns, type => type != typeof(string)).Select(view.NumericColumn);
        return ColumnSeries.TableOf(view, rows, chosen.Select(source => ColumnSeries.Filled(
            new Column<double>(source.Name, source.CellShape, rows) { DimensionNames = source.DimensionNames }, view,
            values => [.. values.Chunk(size).Select(window => Statistics.Of(window, statistic))])));
    }

    /// <summary>The rows as a table, in which each value is a statistic of itself and those before it: with <see cref="Statistic.Mean"/> a running mean.</summary>
    /// <param name="view">The rows, in order.</param>
    /// <param name="statistic">The statistic.</param>
    /// <param name="size">How many rows it is of; at the beginning, of those that there are.</param>
    /// <param name="columns">Columns of numbers; all of float and double when left out. Whole numbers become double.</param>
    /// <exception cref="EmergentException">There is no such column, or it has text.</exception>
    public static Table SlidingWindows(TableView view, Statistic statistic, int size, params ReadOnlySpan<string> columns)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(size);
        return ColumnSeries.Transform(view, columns, values =>
            [.. values.Select((_, row) => Statistics.Of(values.AsSpan(Math.Max(0, row + 1 - size)..(row + 1)), statistic))]);
    }

    /// <summary>The rows as a table, in which each value is its difference to the one so many rows before; the first are null.</summary>
    /// <param name="view">The rows, in order.</param>
    /// <param name="lag">How many rows before, 1 or more.</param>
    /// <param name="columns">Columns of numbers; all of float and double when left out. Whole numbers become double.</param>
    /// <exception cref="EmergentException">There is no such column, or it has text.</exception>
    public static Table Differences(TableView view, int lag = 1, params ReadOnlySpan<string> columns)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(lag);
        return ColumnSeries.Transform(view, columns, values => [.. values.Select((value, row) => row < lag ? double.NaN : value - values[row - lag])]);
    }

    /// <summary>The rows as a table, with further columns that hold what stood in others so many rows before: <c>Input-1</c> is Input of the row before; the first are null.</summary>
    /// <param name="view">The rows, in order.</param>
    /// <param name="lag">How many rows before, 1 or more.</param>
    /// <param name="columns">Columns of any type; all when left out.</param>
    /// <exception cref="EmergentException">There is no such column, or a column of the new name exists.</exception>
    public static Table Lagged(TableView view, int lag = 1, params ReadOnlySpan<string> columns)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(lag);
        var rows = view.CheckedRows;
        var before = new int[rows.Length];
        for (var row = 0; row < rows.Length; row++) { before[row] = row < lag ? -1 : rows[row - lag]; }
        return ColumnSeries.TableOf(view, rows.Length,
            [.. view.Table.Columns.Select(source => source.Gather(rows, source.Name)),
                .. ColumnSeries.Choose(view, columns, _ => true).Select(name => view.Table[name].Gather(before, $"{name}-{lag}"))]);
    }
}
