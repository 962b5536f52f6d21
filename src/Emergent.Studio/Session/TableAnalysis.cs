using Emergent.Data;
using Emergent.Networks;

namespace Emergent.Studio;

/// <summary>What a page wants to know of the rows of a column: how alike they are, how they group, or how they lie along principal components.</summary>
/// <param name="Kind">similarity, clusters or components.</param>
/// <param name="Column">The column of which cells are compared; the first of tensors if empty.</param>
/// <param name="Labels">The column that says what the rows are called; the first of texts if empty, and their numbers where there is none.</param>
/// <param name="Metric">How rows are compared.</param>
/// <param name="Linkage">How the distance of clusters comes from that of their rows.</param>
/// <param name="X">The component along x, from 0.</param>
/// <param name="Y">The component along y, from 0.</param>
/// <param name="Rows">Which rows; all if null.</param>
internal sealed record TableAnalysis(string Kind, string Column, string Labels, Metric Metric, Linkage Linkage, int X, int Y, int[]? Rows)
{
    private const int MostRows = 500;   // a matrix of 5 MB, which is more than can be read on a screen
    private static readonly string[] Kinds = ["similarity", "clusters", "components"];

    /// <summary>Reads it from the arguments of a command.</summary>
    /// <exception cref="EmergentException">An argument is none of what there is.</exception>
    public static TableAnalysis Of(CommandArguments arguments)
    {
        var kind = arguments.Text("kind");
        if (!Kinds.Contains(kind)) { throw new EmergentException($"There is no analysis '{kind}'. {Names.DidYouMean(kind, Kinds)}"); }
        return new(
            kind, arguments.Text("column", ""), arguments.Text("labels", ""), arguments.Choice<Metric>("metric", "metric", Metric.InvCorrelation),
            arguments.Choice<Linkage>("linkage", "linkage", Linkage.Average), arguments.Whole("x", 0), arguments.Whole("y", 1), arguments.Wholes("rows"));
    }

    /// <summary>Computes it; of a copy, on any thread.</summary>
    /// <exception cref="EmergentException">The table has nothing to compare, or too much.</exception>
    public AnalysisResult Of(Table table)
    {
        var column = Column.Length > 0 ? table[Column] : table.Columns.FirstOrDefault(c => c.IsNumeric && !c.IsScalar)
            ?? throw new EmergentException($"Table '{table.Name}' has no column of tensors whose rows could be compared.");
        var labels = Labels.Length > 0 ? Labels : table.Columns.FirstOrDefault(c => !c.IsNumeric && c.IsScalar)?.Name;
        var view = Rows is null ? table.View() : table.View().At(Rows);
        if (view.RowCount < 2) { throw new EmergentException($"Table '{table.Name}' has {(view.RowCount == 0 ? "no rows" : "1 row")} to compare; two or more are needed."); }
        if (view.RowCount > MostRows) { throw new EmergentException($"Table '{table.Name}' has {view.RowCount} rows to compare; {MostRows} is the most. Filter them."); }
        return Kind switch
        {
            "similarity" => Similarity(view, column.Name, labels),
            "clusters" => ClustersOf(view, column.Name, labels),
            _ => Components(view, column, labels),
        };
    }

    private AnalysisResult Similarity(TableView view, string column, string? labels)
    {
        var matrix = SimilarityMatrix.Of(view, column, Metric, labels);
        return new(column, labels ?? "", matrix.RowLabels) { Values = [.. matrix.ToTensor().Values] };
    }

    private AnalysisResult ClustersOf(TableView view, string column, string? labels)
    {
        var tree = Dendrogram.Of(Clusters.Of(SimilarityMatrix.Of(view, column, Metric, labels), Linkage)).Points;
        return new(column, labels ?? "", [.. tree.Select(p => p.Label)]) { X = [.. tree.Select(p => p.X)], Y = [.. tree.Select(p => p.Y)] };
    }

    private AnalysisResult Components(TableView view, Column column, string? labels)
    {
        // The singular values are the faster way where rows are few and cells large.
        var components = view.RowCount < column.CellShape.Length ? PrincipalComponents.OfSingularValues(view, column.Name) : PrincipalComponents.Of(view, column.Name);
        if (Math.Min(X, Y) < 0 || Math.Max(X, Y) >= components.Count) { throw new EmergentException($"Table '{view.Table.Name}', column '{column.Name}' has components 0…{components.Count - 1}; {X} and {Y} were asked for."); }
        var along = components.Projection(view, column.Name, Math.Max(X, Y) + 1);
        return new(column.Name, labels ?? "", labels is null ? [.. Enumerable.Range(0, view.RowCount).Select(r => $"{r}")] : view.Texts(labels))
        {
            X = [.. along.Column<double>($"Component{X}").Values],
            Y = [.. along.Column<double>($"Component{Y}").Values],
            Shares = [.. Enumerable.Range(0, Math.Min(components.Count, 20)).Select(k => components.VarianceShare(k, 1))],
        };
    }
}
