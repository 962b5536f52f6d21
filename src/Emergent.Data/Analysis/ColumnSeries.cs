namespace Emergent.Data;

/// <summary>Makes a table of rows by what happens to their columns from one to the next.</summary>
internal static class ColumnSeries
{
    /// <summary>The rows as a table, in which the values of some columns, element by element, are replaced by a series made of them.</summary>
    /// <param name="view">The rows, in order.</param>
    /// <param name="columns">Columns of numbers; all of float and double when there are none.</param>
    /// <param name="transform">Makes as many values as it is given; null is NaN.</param>
    /// <exception cref="EmergentException">There is no such column, or it has text.</exception>
    public static Table Transform(TableView view, ReadOnlySpan<string> columns, Func<double[], double[]> transform)
    {
        ArgumentNullException.ThrowIfNull(view);
        var series = Choose(view, columns, type => type == typeof(float) || type == typeof(double));
        var rows = view.CheckedRows;
        return TableOf(view, rows.Length, view.Table.Columns.Select(source => !series.Contains(source.Name) ? source.Gather(rows, source.Name)
            : source.ElementType == typeof(float) ? Filled(new Column<float>(source.Name, source.CellShape, rows.Length) { DimensionNames = source.DimensionNames }, view, transform)
            : Filled(new Column<double>(source.Name, source.CellShape, rows.Length) { DimensionNames = source.DimensionNames }, view, transform)));
    }

    /// <summary>A column of the same name, each element of whose cells is set to a series made of that element of the rows.</summary>
    public static Column Filled(Column target, TableView view, Func<double[], double[]> transform)
    {
        var rows = RowVectors.Of(view, target.Name);
        for (var element = 0; element < rows.Size; element++)
        {
            var values = transform(rows.Element(element));
            for (var row = 0; row < values.Length; row++) { target.CellTensor(row).SetDouble(element, values[row]); }
        }
        return target;
    }

    /// <summary>A table around columns of one length, which says of itself what the table of the view says.</summary>
    public static Table TableOf(TableView view, int rows, IEnumerable<Column> columns)
    {
        var table = Table.Of(view.Table.Name, rows, columns);
        table.CopyMetaData(view.Table);
        return table;
    }

    /// <summary>The columns named, each once, or, when there are none, those whose element type is <paramref name="isChosen"/>.</summary>
    /// <exception cref="EmergentException">There is no such column.</exception>
    public static List<string> Choose(TableView view, ReadOnlySpan<string> columns, Func<Type, bool> isChosen)
    {
        var chosen = new List<string>();
        foreach (var column in columns)
        {
            if (!chosen.Contains(view.Table[column].Name)) { chosen.Add(column); }
        }
        return columns.IsEmpty ? [.. view.Table.Columns.Where(column => isChosen(column.ElementType)).Select(column => column.Name)] : chosen;
    }
}
