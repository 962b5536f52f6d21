namespace Emergent.Data;

/// <summary>A tree of items that are merged two by two, nearest first (hierarchical agglomerative clustering).</summary>
/// <remarks>
/// Immutable. Of pairs at exactly the same distance that one is merged whose clusters hold the lowest rows: a cluster goes by the lowest row in it, and pairs are taken in
/// the order (0, 1), (0, 2), …, (1, 2), …; emergent draws one at random. Time n³, memory n² for n items. Source: emergent etable, clust, Glom.
/// </remarks>
public sealed class Clusters
{
    private Clusters(Linkage linkage, ClusterNode[] merges) => (Linkage, Merges) = (linkage, Array.AsReadOnly(merges));

    /// <summary>How the distance between clusters was computed.</summary>
    public Linkage Linkage { get; }

    /// <summary>The clusters in the order in which they were made: one less than there are items.</summary>
    public IReadOnlyList<ClusterNode> Merges { get; }

    /// <summary>The cluster of all items.</summary>
    public ClusterNode Root => Merges[^1];

    /// <summary>Clusters the items of a matrix of distances.</summary>
    /// <exception cref="EmergentException">The matrix has fewer than two items, a NaN, two sets of items, a similarity, or a distance that is not symmetric.</exception>
    public static Clusters Of(SimilarityMatrix matrix, Linkage linkage)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        if (!Enum.IsDefined(linkage)) { throw new ArgumentOutOfRangeException(nameof(linkage), linkage, "There is no such linkage."); }
        Check(matrix);
        var nodes = matrix.RowLabels.Select((label, row) => new ClusterNode(row, label)).ToArray();
        return new(linkage, new Agglomeration(matrix, linkage, nodes).Run());
    }

    /// <summary>The number, from 0, of the cluster that each row is in when merging stops at so many clusters; clusters are numbered by their lowest row.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer items than clusters, or the number is below 1.</exception>
    public int[] Assignments(int clusters)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(clusters, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(clusters, Root.LeafCount);
        var assigned = new int[Root.LeafCount];
        for (var row = 0; row < assigned.Length; row++) { assigned[row] = row; }
        foreach (var merge in Merges.Take(Root.LeafCount - clusters))
        {
            var lowest = merge.Leaves.Min(leaf => leaf.Index);
            foreach (var leaf in merge.Leaves) { assigned[leaf.Index] = lowest; }
        }
        var numbers = new Dictionary<int, int>();
        return [.. assigned.Select(lowest => numbers.TryGetValue(lowest, out var number) ? number : numbers[lowest] = numbers.Count)];
    }

    /// <summary>A row for each merge, in order: Merge, Distance, Count of items, and the labels of both sides' items, separated by commas.</summary>
    public Table ToTable()
    {
        var table = new Table($"{Linkage} linkage");
        table.AddColumn<int>("Merge");
        table.AddColumn<double>("Distance");
        table.AddColumn<int>("Count");
        table.AddColumn<string>("Left");
        table.AddColumn<string>("Right");
        foreach (var (merge, node) in Merges.Index())
        {
            table.Add(merge, node.Distance, node.LeafCount, Items(node.Left!), Items(node.Right!));
        }
        return table;
    }

    /// <summary>How many items, the linkage, and the distance of the last merge.</summary>
    public override string ToString() => $"{Root.LeafCount} items by {Linkage} linkage, the last merged at {GoFormat.Significant(Root.Distance, 5)}";

    private static string Items(ClusterNode node) => string.Join(",", node.Leaves.Select(leaf => leaf.Label));

    private static void Check(SimilarityMatrix matrix)
    {
        if (!matrix.IsOfOneSet)
        {
            throw new EmergentException($"A matrix of {matrix.RowCount} rows against {matrix.ColumnCount} others cannot be clustered: compare one set of rows with itself.");
        }
        if (matrix.RowCount < 2)
        {
            throw new EmergentException("Clustering needs at least two items; there is 1.");
        }
        if (matrix.Metric.IsSimilarity())
        {
            var remedy = matrix.Metric switch { Metric.Cosine => Metric.InvCosine, Metric.Correlation or Metric.Covariance => Metric.InvCorrelation, _ => Metric.Euclidean };
            throw new EmergentException($"{matrix.Metric} is larger for what is more alike, so the least alike would be merged first. Make the matrix with a distance, such as {remedy}.");
        }
        if (!matrix.Metric.IsSymmetric())
        {
            throw new EmergentException($"{matrix.Metric} of a and b is not that of b and a, so clusters have no one distance. Make the matrix with a symmetric distance, such as {Metric.Euclidean}.");
        }
        for (var row = 0; row < matrix.RowCount; row++)
        {
            for (var column = 0; column < row; column++)
            {
                if (!double.IsFinite(matrix[row, column]))
                {
                    throw new EmergentException($"The distance between '{matrix.RowLabels[column]}' (row {column}) and '{matrix.RowLabels[row]}' (row {row}) is "
                        + $"{GoFormat.Shortest(matrix[row, column])}, so they cannot be clustered. Leave out rows without values.");
                }
            }
        }
    }
}
