namespace Emergent.Data;

/// <summary>Tables whose rows follow each other in time: coarser, smoother, as changes, and with what was before.</summary>
/// <remarks>Null and NaN are left out of means. Tensor columns are treated element by element. A table without rows gives one without rows.</remarks>
public static class Sequences
{
    /// <summary>A row for each so many rows, with the mean of each column over them.</summary>
    /// <param name="table">The rows, in order.</param>
    /// <param name="size">How many rows make one; the last has the mean of those that remain.</param>
    /// <param name="columns">Columns of numbers; all but text when left out. The others are not in the result.</param>
    /// <exception cref="EmergentException">There is no such column, or it has text.</exception>
    public static Table WindowMeans(Table table, int size, params ReadOnlySpan<string> columns)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(size);
        var chosen = ColumnSeries.Choose(table, columns, type => type != typeof(string)).Select(column => (Name: column, Rows: RowVectors.Of(table, column))).ToList();
        var result = new Table(table.Name);
        foreach (var (name, rows) in chosen) { result.AddColumn<double>(name, rows.CellShape); }
        result.AddRows((table.RowCount + size - 1) / size);
        foreach (var (name, rows) in chosen)
        {
            ColumnSeries.Fill(result[name], rows, values => [.. values.Chunk(size).Select(window => Normalization.NormOf(window, Norm.Mean))]);
        }
        return result;
    }

    /// <summary>A copy in which each value is the mean of itself and those before it.</summary>
    /// <param name="table">The rows, in order.</param>
    /// <param name="size">How many rows the mean is of; at the beginning, of those that there are.</param>
    /// <param name="columns">Columns of numbers; all of float and double when left out. Whole numbers become double.</param>
    /// <exception cref="EmergentException">There is no such column, or it has text.</exception>
    public static Table RunningMeans(Table table, int size, params ReadOnlySpan<string> columns)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(size);
        return ColumnSeries.Transform(table, columns, values =>
            [.. values.Select((_, row) => Normalization.NormOf(values.AsSpan(Math.Max(0, row + 1 - size)..(row + 1)), Norm.Mean))]);
    }

    /// <summary>A copy in which each value is its difference to the one so many rows before; the first are null.</summary>
    /// <param name="table">The rows, in order.</param>
    /// <param name="lag">How many rows before, 1 or more.</param>
    /// <param name="columns">Columns of numbers; all of float and double when left out. Whole numbers become double.</param>
    /// <exception cref="EmergentException">There is no such column, or it has text.</exception>
    public static Table Differences(Table table, int lag = 1, params ReadOnlySpan<string> columns)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(lag);
        return ColumnSeries.Transform(table, columns, values => [.. values.Select((value, row) => row < lag ? double.NaN : value - values[row - lag])]);
    }

    /// <summary>A copy with further columns that hold what stood in others so many rows before: <c>Input-1</c> is Input of the row before; the first are null.</summary>
    /// <param name="table">The rows, in order.</param>
    /// <param name="lag">How many rows before, 1 or more.</param>
    /// <param name="columns">Columns of any type; all when left out.</param>
    /// <exception cref="EmergentException">There is no such column, or a column of the new name exists.</exception>
    public static Table Lagged(Table table, int lag = 1, params ReadOnlySpan<string> columns)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(lag);
        var chosen = ColumnSeries.Choose(table, columns, _ => true);
        var result = table.Clone();
        foreach (var name in chosen)
        {
            var source = table[name];
            var target = result.AddColumn(source.ElementType, $"{name}-{lag}", source.CellShape);
            target.DimensionNames = source.DimensionNames;
            ColumnSeries.Copy(table, source, target, lag);
        }
        return result;
    }
}
