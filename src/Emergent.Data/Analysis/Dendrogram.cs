namespace Emergent.Data;

/// <summary>The lines of a cluster tree, drawn from the root at the left to the items at the right.</summary>
/// <remarks>
/// X: the sum of the distances of the clusters that an item or cluster is within. Y: items at 0.5, 1.5, … from left to right in the tree, a cluster half way between its two.
/// One line through all points, in order, draws the tree; it goes back over itself. Source: emergent etable, clust, Plot.
/// </remarks>
public sealed class Dendrogram
{
    private Dendrogram(List<(double X, double Y, string Label)> points) => Points = points.AsReadOnly();

    /// <summary>The points of the line; a label stands at its item.</summary>
    public IReadOnlyList<(double X, double Y, string Label)> Points { get; }

    /// <summary>Lays out a cluster tree.</summary>
    public static Dendrogram Of(Clusters clusters)
    {
        ArgumentNullException.ThrowIfNull(clusters);
        var heights = Heights(clusters);
        var points = new List<(double X, double Y, string Label)>();
        var root = heights[clusters.Root];
        // A stem before the root, without length.
        points.AddRange([(0, root, ""), (0, root, "")]);
        Draw(clusters.Root, 0, heights, points);
        points.AddRange([(0, root, ""), (0, root, "")]);
        return new(points);
    }

    /// <summary>A row for each point: X, Y, and Label, which is empty where there is no item.</summary>
    public Table ToTable()
    {
        var table = new Table("Dendrogram", "X", "Y");
        table.AddColumn<string>("Label");
        foreach (var (x, y, label) in Points) { table.Add(x, y, label); }
        return table;
    }

    private static Dictionary<ClusterNode, double> Heights(Clusters clusters)
    {
        var heights = new Dictionary<ClusterNode, double>();
        foreach (var leaf in clusters.Root.Leaves) { heights[leaf] = heights.Count + 0.5; }
        foreach (var merge in clusters.Merges) { heights[merge] = (heights[merge.Left!] + heights[merge.Right!]) * 0.5; }   // a merge comes after those that it merges
        return heights;
    }

    private static void Draw(ClusterNode node, double x, Dictionary<ClusterNode, double> heights, List<(double X, double Y, string Label)> points)
    {
        if (node.IsLeaf)
        {
            points.Add((x, heights[node], node.Label));
            return;
        }
        foreach (var part in (ClusterNode[])[node.Left!, node.Right!])
        {
            points.AddRange([(x, heights[part], ""), (x + node.Distance, heights[part], "")]);
            Draw(part, x + node.Distance, heights, points);
            points.Add((x, heights[part], ""));
        }
        points.Add((x, heights[node], ""));
    }
}
