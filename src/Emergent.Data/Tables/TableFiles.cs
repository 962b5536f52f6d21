namespace Emergent.Data;

/// <summary>Puts the tables of several files together, as the logs of many runs.</summary>
/// <remarks>Source: emergent etable, etcat.</remarks>
public static class TableFiles
{
    /// <summary>The rows of all files, one file after the other; columns are matched by name.</summary>
    /// <exception cref="EmergentException">There is no file, one cannot be read, or two have different columns.</exception>
    public static Table Concatenate(IEnumerable<string> paths, Delimiter delimiter = Delimiter.Detect)
    {
        var tables = Load(paths, delimiter);
        var all = tables[0];
        foreach (var table in tables.Skip(1)) { all.AppendRows(table); }
        return all;
    }

    /// <summary>The average of the files, row by row; see <see cref="Average(IEnumerable{Table})"/>.</summary>
    /// <exception cref="EmergentException">There is no file, one cannot be read, or two have different columns.</exception>
    public static Table Average(IEnumerable<string> paths, Delimiter delimiter = Delimiter.Detect) => Average(Load(paths, delimiter));

    /// <summary>The average of several tables with the same columns, row by row: the first row of all of them, the second, and so on.</summary>
    /// <remarks>
    /// Averaged are columns of fractions (float and double), element by element, over the tables that have the row and where the element is not null. The cells of other columns are
    /// those of the first table that has the row: a table may be shorter than another. Source: emergent etable, MeanTables.
    /// </remarks>
    /// <exception cref="EmergentException">There is no table, or two have different columns.</exception>
    public static Table Average(IEnumerable<Table> tables)
    {
        ArgumentNullException.ThrowIfNull(tables);
        Table[] all = [.. tables];
        if (all.Length == 0) { throw new EmergentException("There is no table to average. Give at least one."); }
        var average = all[0].Clone();
        average.Clear();
        foreach (var table in all)
        {
            // Each table gives the rows that those before it do not have, which checks its columns too.
            average.AppendRows(table.View().Skip(average.RowCount));
        }
        foreach (var column in average.Columns)
        {
            if (column.ElementType != typeof(float) && column.ElementType != typeof(double)) { continue; }
            var target = column.AllCells;
            Tensor[] sources = [.. all.Select(t => t[column.Name].AllCells)];
            var values = new double[sources.Length];
            for (var i = 0; i < target.Length; i++)
            {
                for (var t = 0; t < values.Length; t++) { values[t] = i < sources[t].Length ? sources[t].GetDouble(i) : double.NaN; }
                target.SetDouble(i, Statistics.Of(values, Statistic.Mean));
            }
        }
        return average;
    }

    private static Table[] Load(IEnumerable<string> paths, Delimiter delimiter)
    {
        ArgumentNullException.ThrowIfNull(paths);
        Table[] tables = [.. paths.Select(path => Table.Load(path, delimiter))];
        return tables.Length > 0 ? tables : throw new EmergentException("There is no file to read. Give at least one.");
    }
}
