namespace Emergent.Data;

/// <summary>How far apart, or how alike, each of some rows is from each of the same rows, or of others.</summary>
/// <remarks>
/// Shape: <c>[rows, columns]</c>. Of two sets the row's item is the metric's a and the column's its b; of one set a is the later of the two and b the earlier, on both sides
/// of the diagonal, as emergent has it, which matters to <see cref="Metric.CrossEntropy"/> alone. Immutable. Null and NaN elements are left out pair by pair; of two rows
/// that share no element the value is NaN. Source: emergent etable, simat.
/// </remarks>
public sealed class SimilarityMatrix
{
    private readonly double[] _values;

    private SimilarityMatrix(double[] values, Metric metric, string[] rowLabels, string[] columnLabels, bool isOfOneSet) =>
        (_values, Metric, RowLabels, ColumnLabels, IsOfOneSet) = (values, metric, Array.AsReadOnly(rowLabels), Array.AsReadOnly(columnLabels), isOfOneSet);

    /// <summary>What the values are.</summary>
    public Metric Metric { get; }

    /// <summary>What each row is called: its number where it was given no label.</summary>
    public IReadOnlyList<string> RowLabels { get; }

    /// <summary>What each column is called: its number where it was given no label.</summary>
    public IReadOnlyList<string> ColumnLabels { get; }

    /// <summary>Whether rows and columns are the same items.</summary>
    public bool IsOfOneSet { get; }

    /// <summary>The number of rows.</summary>
    public int RowCount => RowLabels.Count;

    /// <summary>The number of columns.</summary>
    public int ColumnCount => ColumnLabels.Count;

    /// <summary>The metric of a row's item and a column's.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row or column.</exception>
    public double this[int row, int column]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(row);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(row, RowCount);
            ArgumentOutOfRangeException.ThrowIfNegative(column);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(column, ColumnCount);
            return _values[row * ColumnCount + column];
        }
    }

    /// <summary>Compares the rows of a tensor with each other.</summary>
    /// <param name="rows">A tensor <c>[rows, …cell]</c>.</param>
    /// <param name="metric">How they are compared.</param>
    /// <param name="labels">What the rows are called; their numbers when left out.</param>
    /// <exception cref="EmergentException">There are no rows, or text, or more or fewer labels than rows.</exception>
    public static SimilarityMatrix Of(Tensor rows, Metric metric, IReadOnlyList<string>? labels = null) => Of(RowVectors.Of(rows), metric, labels);

    /// <summary>Compares the cells of a column with each other.</summary>
    /// <param name="view">The rows.</param>
    /// <param name="column">The column of which cells are compared.</param>
    /// <param name="metric">How they are compared.</param>
    /// <param name="labels">The column that says what the rows are called; their numbers when left out.</param>
    /// <exception cref="EmergentException">There are no rows or no such column, or it has text.</exception>
    public static SimilarityMatrix Of(TableView view, string column, Metric metric, string? labels = null)
    {
        var rows = RowVectors.Of(view, column);
        return Of(rows, metric, labels is null ? null : RowVectors.Labels(view, labels));
    }

    /// <summary>Compares each row of one tensor with each of another.</summary>
    /// <param name="rows">A tensor <c>[rows, …cell]</c>, the rows of the matrix.</param>
    /// <param name="columns">A tensor <c>[columns, …cell]</c> with cells of the same shape, the columns of the matrix.</param>
    /// <param name="metric">How they are compared.</param>
    /// <param name="rowLabels">What the rows are called; their numbers when left out.</param>
    /// <param name="columnLabels">What the columns are called; their numbers when left out.</param>
    /// <exception cref="EmergentException">There are no rows, or text, shapes differ, or there are more or fewer labels than rows.</exception>
    public static SimilarityMatrix Of(Tensor rows, Tensor columns, Metric metric, IReadOnlyList<string>? rowLabels = null, IReadOnlyList<string>? columnLabels = null)
    {
        var (left, right) = (RowVectors.Of(rows), RowVectors.Of(columns));
        left.RequireRows(1, "A similarity matrix");
        right.RequireRows(1, "A similarity matrix");
        left.RequireCellShape(right.CellShape, "the other tensor's");
        var (leftNames, rightNames) = (NamesOf(left, rowLabels), NamesOf(right, columnLabels));
        var values = new double[left.Count * right.Count];
        for (var row = 0; row < left.Count; row++)
        {
            for (var column = 0; column < right.Count; column++) { values[row * right.Count + column] = Metrics.Of(left[row], right[column], metric); }
        }
        return new(values, metric, leftNames, rightNames, isOfOneSet: false);
    }

    /// <summary>A copy of the values as a tensor <c>[rows, columns]</c>.</summary>
    public Tensor<double> ToTensor() => new([RowCount, ColumnCount], [.. _values]) { DimensionNames = ["Row", "Column"] };

    /// <summary>A row for each row, with its label and, in a cell of tensors named after the metric, its values.</summary>
    /// <param name="blankRepeats">Whether a label that repeats the one before it is left blank, which is easier to read beside a grid.</param>
    public Table ToTable(bool blankRepeats = false)
    {
        var table = new Table($"{Metric}");
        var labels = table.AddColumn<string>("Label");
        var values = table.AddColumn<double>($"{Metric}", [ColumnCount]);
        table.AddRows(RowCount);
        for (var row = 0; row < RowCount; row++)
        {
            labels[row] = blankRepeats && row > 0 && RowLabels[row] == RowLabels[row - 1] ? "" : RowLabels[row];
            var cell = values.CellTensor(row);
            for (var column = 0; column < ColumnCount; column++) { cell[column] = this[row, column]; }
        }
        return table;
    }

    /// <summary>The metric and how many rows were compared.</summary>
    public override string ToString() => $"{Metric} of {RowCount} rows with {(IsOfOneSet ? "each other" : $"{ColumnCount} others")}";

    private static SimilarityMatrix Of(RowVectors rows, Metric metric, IReadOnlyList<string>? labels)
    {
        rows.RequireRows(1, "A similarity matrix");
        var names = NamesOf(rows, labels);
        var n = rows.Count;
        var values = new double[n * n];
        for (var row = 0; row < n; row++)
        {
            for (var column = 0; column <= row; column++)
            {
                values[row * n + column] = values[column * n + row] = Metrics.Of(rows[row], rows[column], metric);
            }
        }
        return new(values, metric, names, names, isOfOneSet: true);
    }

    private static string[] NamesOf(RowVectors rows, IReadOnlyList<string>? labels)
    {
        if (labels is null) { return [.. Enumerable.Range(0, rows.Count).Select(row => $"{row}")]; }
        if (labels.Count != rows.Count)
        {
            throw new EmergentException($"A similarity matrix of {rows.Source}: there are {rows.Count} rows and {labels.Count} labels. Give one label for each row.");
        }
        return [.. labels];
    }
}
