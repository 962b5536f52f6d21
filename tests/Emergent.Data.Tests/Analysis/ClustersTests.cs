using FsCheck;
using FsCheck.Fluent;

namespace Emergent.Data.Tests;

public class ClustersTests
{
    private static readonly (string Name, Linkage Linkage)[] Linkages =
        [("Min", Linkage.Minimum), ("Max", Linkage.Maximum), ("Avg", Linkage.Average), ("Contrast", Linkage.Contrast)];

    [Fact]
    public void Merges_are_those_of_the_reference()
    {
        var matrix = SimilarityMatrix.Of(GoldenRows.Data(), "Vec", Metric.Euclidean, labels: "Name");
        foreach (var (name, linkage) in Linkages)
        {
            var golden = GoldenRows.Of("f/cluster.tsv").Where(row => row[0] == name).ToList();
            var merges = Clusters.Of(matrix, linkage).Merges.OrderBy(node => node.Distance).ToList();   // as the file has them
            Assert.Equal(golden.Count, merges.Count);
            foreach (var (row, node) in golden.Zip(merges))
            {
                Assert.Equal(double.Parse(row[2]), node.Distance, GoldenRows.Tolerance);
                Assert.Equal((row[3], row[4]), (Rows(node.Left!), Rows(node.Right!)));
            }
        }
    }

    [Fact]
    public void Dendrogram_is_that_of_the_reference()
    {
        var matrix = SimilarityMatrix.Of(GoldenRows.Data(), "Vec", Metric.Euclidean, labels: "Name");
        foreach (var (name, linkage) in Linkages)
        {
            var golden = GoldenRows.Of("f/cluster_plot.tsv").Where(row => row[0] == name).ToList();
            var table = Dendrogram.Of(Clusters.Of(matrix, linkage)).ToTable();
            Assert.Equal(109, golden.Count);
            GoldenRows.Near(golden.Select(row => double.Parse(row[2])), table.Column<double>("X").Values.ToArray());
            GoldenRows.Near(golden.Select(row => double.Parse(row[3])), table.Column<double>("Y").Values.ToArray());
            Assert.Equal(golden.Select(row => row[4]), table.Column<string>("Label").Values.ToArray());
        }
    }

    [Fact]
    public void Order_of_rows_does_not_change_the_clusters_where_distances_differ() => Prop.ForAll(
        (from rows in GoldenRows.Rows(2, 9, 3, 3) from order in Gen.Shuffle(Enumerable.Range(0, rows.Shape[0])) select (rows, order)).ToArbitrary(),
        ((Tensor<double> Rows, int[] Order) given) =>
        {
            var count = given.Order.Length;
            var shuffled = new Tensor<double>(given.Rows.Shape);
            for (var row = 0; row < count; row++) { given.Rows.Slice(given.Order[row]).Values.CopyTo(shuffled.Slice(row).Values); }
            var labels = Enumerable.Range(0, count).Select(row => $"{row}").ToArray();
            var (matrix, other) = (SimilarityMatrix.Of(given.Rows, Metric.Euclidean, labels), SimilarityMatrix.Of(shuffled, Metric.Euclidean, [.. given.Order.Select(row => labels[row])]));
            var distances = Enumerable.Range(0, count).SelectMany(a => Enumerable.Range(0, a).Select(b => matrix[a, b])).ToList();
            if (distances.Distinct().Count() < distances.Count) { return true; }
            return Linkages.All(l => Same(Clusters.Of(matrix, l.Linkage), Clusters.Of(other, l.Linkage)));
        }).Check(GoldenRows.Fixed);

    [Fact]
    public void Minimum_maximum_and_average_never_merge_nearer_than_before() => Prop.ForAll(GoldenRows.Rows(2, 9, 1, 4).ToArbitrary(), rows =>
        Linkages[..3].All(l =>
        {
            var distances = Clusters.Of(SimilarityMatrix.Of(rows, Metric.Abs), l.Linkage).Merges.Select(node => node.Distance).ToList();
            return distances.Zip(distances.Skip(1), (a, b) => b >= a - 1e-9).All(isAscending => isAscending);
        })).Check(GoldenRows.Fixed);

    [Theory]
    [InlineData(Linkage.Minimum)]
    [InlineData(Linkage.Maximum)]
    [InlineData(Linkage.Average)]
    [InlineData(Linkage.Contrast)]
    public void Of_equal_distances_the_pair_with_the_lowest_rows_is_merged(Linkage linkage)
    {
        // Corners of a square and its image far away: eight distances of 1.
        var matrix = SimilarityMatrix.Of(new Tensor<double>([8, 2], [0, 0, 50, 0, 0, 1, 50, 1, 1, 0, 51, 0, 1, 1, 51, 1]), Metric.Abs);
        var clusters = Clusters.Of(matrix, linkage);
        Assert.Equal((2, 0), (clusters.Merges[0].Left!.Index, clusters.Merges[0].Right!.Index));
        Assert.Equal(clusters.ToTable().Column<string>("Left").Values.ToArray(), Clusters.Of(matrix, linkage).ToTable().Column<string>("Left").Values.ToArray());
        Assert.Equal([0, 1, 0, 1, 0, 1, 0, 1], clusters.Assignments(2));
    }

    [Fact]
    public void Assignments_cut_the_tree_where_so_many_clusters_remain()
    {
        var clusters = Clusters.Of(SimilarityMatrix.Of(new Tensor<double>([5, 1], [9, 0, 1, 20, 10]), Metric.Abs), Linkage.Average);
        Assert.Equal("5 items by Average linkage, the last merged at 15", clusters.ToString());
        Assert.Equal([0, 0, 0, 0, 0], clusters.Assignments(1));
        Assert.Equal([0, 1, 1, 2, 0], clusters.Assignments(3));
        Assert.Equal([0, 1, 2, 3, 4], clusters.Assignments(5));
        Assert.Throws<ArgumentOutOfRangeException>(() => clusters.Assignments(6));
        Assert.Throws<ArgumentOutOfRangeException>(() => clusters.Assignments(0));
    }

    [Fact]
    public void Chains_of_many_items_are_drawn()
    {
        var rows = new Tensor<double>([300, 1], [.. Enumerable.Range(0, 300).Select(i => (double)i * i)]);
        var clusters = Clusters.Of(SimilarityMatrix.Of(rows, Metric.Abs), Linkage.Minimum);
        Assert.Equal(300, clusters.Root.LeafCount);
        Assert.Equal(300, Dendrogram.Of(clusters).Points.Count(point => point.Label.Length > 0));
    }

    [Fact]
    public void What_cannot_be_clustered_is_refused()
    {
        static string Refused(SimilarityMatrix matrix) => Assert.Throws<EmergentException>(() => Clusters.Of(matrix, Linkage.Average)).Message;
        Tensor<double> rows = new([2, 2], [1, 2, 3, 5]);
        Assert.Contains("at least two items; there is 1", Refused(SimilarityMatrix.Of(new Tensor<double>([1, 2]), Metric.Abs)), StringComparison.Ordinal);
        Assert.Contains("against 2 others cannot be clustered", Refused(SimilarityMatrix.Of(rows, rows, Metric.Abs)), StringComparison.Ordinal);
        Assert.Contains("Correlation is larger for what is more alike", Refused(SimilarityMatrix.Of(rows, Metric.Correlation)), StringComparison.Ordinal);
        Assert.Contains("such as InvCosine", Refused(SimilarityMatrix.Of(rows, Metric.Cosine)), StringComparison.Ordinal);
        Assert.Contains("CrossEntropy of a and b is not that of b and a", Refused(SimilarityMatrix.Of(rows, Metric.CrossEntropy)), StringComparison.Ordinal);
        Assert.Contains("between 'x' (row 0) and 'y' (row 1) is NaN",
            Refused(SimilarityMatrix.Of(new Tensor<double>([2, 2], [1, double.NaN, double.NaN, 1]), Metric.Abs, ["x", "y"])), StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => Clusters.Of(SimilarityMatrix.Of(rows, Metric.Abs), (Linkage)9));
    }

    private static string Rows(ClusterNode node) => string.Join(",", node.Leaves.Select(leaf => leaf.Index));

    private static bool Same(Clusters a, Clusters b)
    {
        static HashSet<string> Sets(Clusters clusters) =>
            [.. clusters.Merges.Select(node => $"{string.Join(",", node.Leaves.Select(leaf => leaf.Label).Order(StringComparer.Ordinal))} {node.Distance:F9}")];
        return Sets(a).SetEquals(Sets(b));
    }

    [Fact]
    public void Groups_divide_the_rows_and_the_dendrogram_has_each_once() => Prop.ForAll(GoldenRows.Rows(2, 9, 1, 4).ToArbitrary(), Gen.Choose(1, 9).ToArbitrary(), (rows, wanted) =>
    {
        var count = rows.Shape[0];
        var groups = Math.Min(wanted, count);
        var labels = Enumerable.Range(0, count).Select(i => $"row {i}").ToArray();
        return Linkages.All(linkage =>
        {
            var clusters = Clusters.Of(SimilarityMatrix.Of(rows, Metric.Euclidean, labels), linkage.Linkage);
            var assigned = clusters.Assignments(groups);
            var leaves = Dendrogram.Of(clusters).Points.Where(p => p.Item3.Length > 0).ToList();
            return assigned.Length == count && assigned.Distinct().Order().SequenceEqual(Enumerable.Range(0, groups))
                && leaves.Select(p => p.Item3).Order(StringComparer.Ordinal).SequenceEqual(labels.Order(StringComparer.Ordinal))
                && leaves.Select(p => p.Item2).Order().SequenceEqual(Enumerable.Range(0, count).Select(i => i + 0.5))
                && clusters.Root.LeafCount == count && clusters.Merges.Count == count - 1;
        });
    }).Check(GoldenRows.Fixed);
}
