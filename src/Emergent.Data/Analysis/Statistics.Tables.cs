namespace Emergent.Data;

public static partial class Statistics
{
    /// <summary>The statistics of a description, in the order in which they are shown.</summary>
    private static readonly Statistic[] Description =
    [
        Statistic.Count, Statistic.Mean, Statistic.Std, Statistic.Sem, Statistic.Min, Statistic.Q1, Statistic.Median, Statistic.Q3, Statistic.Max,
    ];

    /// <summary>The statistics that <see cref="Describe"/> and <see cref="TableGroups.Describe"/> give, in their order.</summary>
    public static IReadOnlyList<Statistic> Described => Description;

    /// <summary>One statistic of a column of single numbers, over the rows of a view.</summary>
    /// <exception cref="EmergentException">There is no such column, it holds text, or its cells are tensors (OfCells has one for each element).</exception>
    public static double Of(TableView view, string column, Statistic statistic)
    {
        ArgumentNullException.ThrowIfNull(view);
        view.ScalarColumn(column, "one statistic (OfCells gives one for each element)");
        return OfCells(view, column, statistic)[0];
    }

    /// <summary>One statistic of a column over the rows of a view, for each element of its cells: a tensor of the shape of a cell.</summary>
    /// <exception cref="EmergentException">There is no such column, or it holds text.</exception>
    public static Tensor<double> OfCells(TableView view, string column, Statistic statistic) => OfCells(view, column, values => Of(values, statistic));

    /// <summary>A table with a row for each statistic and a column for each column of numbers, over the rows of a view: Count, Mean, Std, Sem, Min, Q1, Median, Q3, Max.</summary>
    /// <remarks>The first column, <c>Statistic</c>, names the statistic. Cells that are tensors are described element by element. Source: emergent etable, agg.DescAll.</remarks>
    /// <param name="view">The rows.</param>
    /// <param name="columns">The columns; all columns of numbers when none is named.</param>
    /// <exception cref="EmergentException">There is no such column, or it holds text.</exception>
    public static Table Describe(TableView view, params ReadOnlySpan<string> columns)
    {
        ArgumentNullException.ThrowIfNull(view);
        string[] names = columns.IsEmpty ? [.. view.Table.Columns.Where(c => c.IsNumeric).Select(c => c.Name)] : [.. columns];
        var table = new Table(view.Table.Name);
        var statistics = table.AddColumn<string>("Statistic");
        table.AddRows(Description.Length);
        for (var s = 0; s < Description.Length; s++) { statistics[s] = NameOf(Description[s]); }
        foreach (var name in names)
        {
            var column = table.AddColumn<double>(name, view.NumericColumn(name).CellShape);
            for (var s = 0; s < Description.Length; s++) { OfCells(view, name, Description[s]).Values.CopyTo(column.Cell(s)); }
        }
        return table;
    }

    /// <summary>What a function of many numbers gives for each element of a column's cells, over the rows of a view.</summary>
    internal static Tensor<double> OfCells(TableView view, string column, Func<ReadOnlySpan<double>, double> statistic)
    {
        ArgumentNullException.ThrowIfNull(view);
        var source = view.NumericColumn(column);
        var rows = view.CheckedRows;
        var result = new Tensor<double>(source.CellShape);
        var numbers = new double[rows.Length];
        for (var i = 0; i < result.Length; i++)
        {
            source.ReadNumbers(rows, i, numbers);
            result[i] = statistic(numbers);
        }
        return result;
    }
}
