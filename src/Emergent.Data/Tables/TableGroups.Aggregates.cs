namespace Emergent.Data;

public sealed partial class TableGroups
{
    /// <summary>These groups with statistics of one column, each in a column named <c>SSE:Mean</c>.</summary>
    /// <remarks>Of a column of tensors, each element has its own.</remarks>
    /// <exception cref="EmergentException">There is no such column, it holds text, or the statistic is there already.</exception>
    public TableGroups Aggregate(string column, params ReadOnlySpan<Statistic> statistics)
    {
        var results = _results.Clone();
        foreach (var statistic in statistics) { Add(results, column, Statistics.NameOf(statistic), values => Statistics.Of(values, statistic)); }
        return new(_source, results, _levels.Length, _rows);
    }

    /// <summary>These groups with one statistic of several columns; of all columns of numbers that are not levels when none is named.</summary>
    /// <exception cref="EmergentException">There is no such column, it holds text, or the statistic is there already.</exception>
    public TableGroups Aggregate(Statistic statistic, params ReadOnlySpan<string> columns)
    {
        var results = _results.Clone();
        foreach (var column in Chosen(columns)) { Add(results, column, Statistics.NameOf(statistic), values => Statistics.Of(values, statistic)); }
        return new(_source, results, _levels.Length, _rows);
    }

    /// <summary>These groups with a statistic of one's own.</summary>
    /// <param name="column">The column.</param>
    /// <param name="name">What the statistic is called: its column is named <c>column:name</c>.</param>
    /// <param name="statistic">The statistic of a group's values, in which null cells are NaN.</param>
    /// <exception cref="EmergentException">There is no such column, it holds text, or the statistic is there already.</exception>
    public TableGroups Aggregate(string column, string name, Func<ReadOnlySpan<double>, double> statistic)
    {
        ArgumentNullException.ThrowIfNull(statistic);
        var results = _results.Clone();
        Add(results, column, name, statistic);
        return new(_source, results, _levels.Length, _rows);
    }

    /// <summary>These groups with Count, Mean, Std, Sem, Min, Q1, Median, Q3 and Max of several columns; of all columns of numbers that are not levels when none is named.</summary>
    /// <exception cref="EmergentException">There is no such column, it holds text, or one of the statistics is there already.</exception>
    public TableGroups Describe(params ReadOnlySpan<string> columns)
    {
        var groups = this;
        foreach (var column in Chosen(columns)) { groups = groups.Aggregate(column, [.. Statistics.Described]); }
        return groups;
    }

    /// <summary>A table with a row for each group: its value at each level, and its statistics.</summary>
    /// <param name="columnNamesOnly">Whether a statistic's column is named as the column that it is of (<c>SSE</c>), and not <c>SSE:Mean</c>.</param>
    /// <param name="copyOthers">Whether the group's first row gives the cells of all other columns.</param>
    /// <exception cref="EmergentException">Two columns would have the same name.</exception>
    public Table ToTable(bool columnNamesOnly = false, bool copyOthers = false)
    {
        var table = _results.Clone();
        table.Name = _source.Table.Name;
        if (columnNamesOnly)
        {
            foreach (var column in table.Columns.Skip(_levels.Length).ToList())
            {
                var name = column.Name[..column.Name.LastIndexOf(':')];
                if (table.TryGetColumn(name, out _))
                {
                    throw new EmergentException($"Two columns of the groups of table '{table.Name}' would be called '{name}', of which one is '{column.Name}'. "
                        + "Take the names with their statistics: columnNamesOnly: false.");
                }
                table.RenameColumn(column.Name, name);
            }
        }
        if (!copyOthers) { return table; }
        if (Array.Exists(_rows, rows => rows.Length == 0)) { throw new EmergentException($"A group of table '{table.Name}' has no row to copy cells from. Leave it out with Where."); }
        int[] firsts = [.. _rows.Select(rows => rows[0])];
        var others = _source.Table.Columns.Where(c => !table.TryGetColumn(c.Name, out _)).Select(c => c.Gather(firsts, c.Name)).ToList();
        return Table.Of(table.Name, table.RowCount, table.Columns.Concat(others));
    }

    private List<string> Chosen(ReadOnlySpan<string> columns) => columns.IsEmpty
        ? [.. _source.Table.Columns.Where(c => c.IsNumeric && !_levels.Contains(c.Name, StringComparer.Ordinal)).Select(c => c.Name)]
        : [.. columns];

    private void Add(Table results, string column, string name, Func<ReadOnlySpan<double>, double> statistic)
    {
        var source = _source.NumericColumn(column);
        var target = results.AddColumn<double>($"{column}:{name}", source.CellShape);
        target.DimensionNames = source.DimensionNames;
        var buffer = new double[_rows.Length == 0 ? 0 : _rows.Max(rows => rows.Length)];
        for (var g = 0; g < _rows.Length; g++)
        {
            var numbers = buffer.AsSpan(0, _rows[g].Length);
            var cell = target.Cell(g);
            for (var i = 0; i < cell.Length; i++)
            {
                source.ReadNumbers(_rows[g], i, numbers);
                cell[i] = statistic(numbers);
            }
        }
    }
}
