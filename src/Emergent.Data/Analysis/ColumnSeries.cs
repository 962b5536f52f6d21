namespace Emergent.Data;

/// <summary>Makes a table of another by what happens to its columns from row to row.</summary>
internal static class ColumnSeries
{
    /// <summary>A copy in which the values of some columns, element by element, are replaced by a series made of them.</summary>
    /// <param name="table">The rows, in order.</param>
    /// <param name="columns">Columns of numbers; all of float and double when there are none.</param>
    /// <param name="transform">Makes as many values as it is given; null is NaN.</param>
    /// <exception cref="EmergentException">There is no such column, or it has text.</exception>
    public static Table Transform(Table table, ReadOnlySpan<string> columns, Func<double[], double[]> transform)
    {
        ArgumentNullException.ThrowIfNull(table);
        var series = Choose(table, columns, type => type == typeof(float) || type == typeof(double))
            .ToDictionary(column => column, column => RowVectors.Of(table, column), StringComparer.Ordinal);
        var result = new Table(table.Name);
        foreach (var (key, value) in table.MetaData) { result.MetaData[key] = value; }
        foreach (var source in table.Columns)
        {
            var isTransformed = series.ContainsKey(source.Name);
            var target = result.AddColumn(isTransformed && source.ElementType != typeof(float) ? typeof(double) : source.ElementType, source.Name, source.CellShape);
            target.DimensionNames = source.DimensionNames;
        }
        result.AddRows(table.RowCount);
        foreach (var source in table.Columns)
        {
            if (series.TryGetValue(source.Name, out var rows)) { Fill(result[source.Name], rows, transform); }
            else { Copy(table, source, result[source.Name], lag: 0); }
        }
        return result;
    }

    /// <summary>Copies the cells of a column, each to so many rows later; the first are null.</summary>
    public static void Copy(Table table, Column source, Column target, int lag)
    {
        var places = table.Rows.Select(row => row.Index).ToArray();
        for (var row = 0; row < places.Length; row++)
        {
            target.SetCell(row, row < lag ? null : source.IsScalar ? ValueOrNull(source.CellTensor(places[row - lag])) : source.CellTensor(places[row - lag]));
        }
    }

    /// <summary>Sets each element of a column to a series made of the same element of rows.</summary>
    public static void Fill(Column target, RowVectors rows, Func<double[], double[]> transform)
    {
        for (var element = 0; element < rows.Size; element++)
        {
            var values = transform(rows.Element(element));
            for (var row = 0; row < values.Length; row++) { target.CellTensor(row).SetDouble(element, values[row]); }
        }
    }

    /// <summary>The columns named, each once, or, when there are none, those whose element type is <paramref name="isChosen"/>.</summary>
    /// <exception cref="EmergentException">There is no such column.</exception>
    public static List<string> Choose(Table table, ReadOnlySpan<string> columns, Func<Type, bool> isChosen)
    {
        var chosen = new List<string>();
        foreach (var column in columns)
        {
            if (!chosen.Contains(table[column].Name)) { chosen.Add(column); }
        }
        return columns.IsEmpty ? [.. table.Columns.Where(column => isChosen(column.ElementType)).Select(column => column.Name)] : chosen;
    }

    // A cell of one value is taken as a tensor by the column of its own type.
    private static Tensor? ValueOrNull(Tensor cell) => cell.IsNull(0) ? null : cell;
}
