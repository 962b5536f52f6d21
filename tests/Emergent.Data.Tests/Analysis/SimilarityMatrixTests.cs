using FsCheck;
using FsCheck.Fluent;

namespace Emergent.Data.Tests;

public class SimilarityMatrixTests
{
    [Fact]
    public void Matrices_of_all_metrics_are_those_of_the_reference()
    {
        var data = GoldenRows.Data();
        var rows = GoldenRows.Of("f/simat.tsv");
        foreach (var metric in Enum.GetValues<Metric>())
        {
            var matrix = SimilarityMatrix.Of(data, "Vec", metric, labels: "Name");
            var golden = rows.Where(row => row[0] == $"{metric}").ToList();
            Assert.Equal((14, 14, 14), (golden.Count, matrix.RowCount, matrix.ColumnCount));
            foreach (var row in golden)
            {
                GoldenRows.Near(GoldenRows.Numbers(row, 2), Enumerable.Range(0, 14).Select(column => matrix[int.Parse(row[1]), column]));
            }
        }
    }

    [Fact]
    public void Matrix_of_rows_equals_the_cross_matrix_with_themselves() => Prop.ForAll(GoldenRows.Rows(1, 6, 1, 6).ToArbitrary(), rows =>
        Enum.GetValues<Metric>().Where(metric => metric.IsSymmetric()).All(metric => SimilarityMatrix.Of(rows, metric).ToTensor().ContentsEqual(SimilarityMatrix.Of(rows, rows, metric).ToTensor()))).Check(GoldenRows.Fixed);

    [Fact]
    public void Of_two_rows_of_one_set_the_later_is_the_metrics_a_on_both_sides()
    {
        var rows = new Tensor<double>([2, 2], [0.2, 0.9, 0.6, 0.3]);
        var matrix = SimilarityMatrix.Of(rows, Metric.CrossEntropy);
        Assert.Equal(Metrics.Of(rows.Slice(1), rows.Slice(0), Metric.CrossEntropy), matrix[1, 0]);
        Assert.Equal(matrix[1, 0], matrix[0, 1]);
        var cross = SimilarityMatrix.Of(rows, rows, Metric.CrossEntropy);
        Assert.Equal(Metrics.Of(rows.Slice(0), rows.Slice(1), Metric.CrossEntropy), cross[0, 1]);
    }

    [Fact]
    public void Cross_matrix_has_a_row_for_each_of_the_first_and_a_column_for_each_of_the_second()
    {
        var matrix = SimilarityMatrix.Of(new Tensor<int>([2, 2], [0, 0, 3, 4]), new Tensor<float>([3, 2], [0, 0, 1, 0, 0, 2]), Metric.Abs, ["a", "b"], ["x", "y", "z"]);
        Assert.Equal(["a", "b"], matrix.RowLabels);
        Assert.Equal(["x", "y", "z"], matrix.ColumnLabels);
        Assert.Equal([0, 1, 2, 7, 6, 5], matrix.ToTensor().Values.ToArray());
        Assert.False(matrix.IsOfOneSet);
        Assert.Equal("Abs of 2 rows with 3 others", matrix.ToString());
    }

    [Fact]
    public void Table_leaves_repeated_labels_blank_where_asked()
    {
        var data = GoldenRows.Data();
        var matrix = SimilarityMatrix.Of(data, "Vec", Metric.Cosine, labels: "Grp");
        Assert.Equal(data.Column<string>("Grp").Values.ToArray(), matrix.RowLabels);
        var table = matrix.ToTable(blankRepeats: true);
        Assert.Equal("b a c b a c b a c b a c b a", string.Join(' ', matrix.ToTable().Column<string>("Label").Values.ToArray()));
        Assert.Equal(matrix[3, 4], table.Column<double>("Cosine").Cell(3)[4]);
        var repeats = SimilarityMatrix.Of(new Tensor<double>([4, 1]), Metric.Abs, ["a", "a", "b", "a"]).ToTable(blankRepeats: true);
        Assert.Equal(["a", "", "b", "a"], repeats.Column<string>("Label").Values.ToArray());
    }

    [Fact]
    public void Rows_without_labels_go_by_their_numbers()
    {
        var matrix = SimilarityMatrix.Of(new Tensor<double>([2, 3]), Metric.Abs);
        Assert.Equal(["0", "1"], matrix.RowLabels);
        Assert.Equal("Abs of 2 rows with each other", matrix.ToString());
    }

    [Fact]
    public void What_has_no_rows_or_does_not_fit_is_refused()
    {
        Assert.Contains("A similarity matrix of the tensor of shape [0, 3]: there are 0 rows; at least 1 is needed.",
            Assert.Throws<EmergentException>(() => SimilarityMatrix.Of(new Tensor<double>([0, 3]), Metric.Abs)).Message, StringComparison.Ordinal);
        Assert.Contains("which holds nothing", Assert.Throws<EmergentException>(() => SimilarityMatrix.Of(new Tensor<double>([2, 0]), Metric.Abs)).Message, StringComparison.Ordinal);
        Assert.Contains("there are 2 rows and 1 labels", Assert.Throws<EmergentException>(() => SimilarityMatrix.Of(new Tensor<double>([2, 1]), Metric.Abs, ["a"])).Message, StringComparison.Ordinal);
        Assert.Contains("have shape [3]; the other tensor's has shape [2]",
            Assert.Throws<EmergentException>(() => SimilarityMatrix.Of(new Tensor<double>([1, 3]), new Tensor<double>([1, 2]), Metric.Abs)).Message, StringComparison.Ordinal);
        Assert.Contains("a label needs single values", Assert.Throws<EmergentException>(() => SimilarityMatrix.Of(GoldenRows.Data(), "Vec", Metric.Abs, labels: "Vec")).Message, StringComparison.Ordinal);
        var matrix = SimilarityMatrix.Of(new Tensor<double>([2, 1]), Metric.Abs);
        Assert.Throws<ArgumentOutOfRangeException>(() => matrix[0, 2]);
        Assert.Throws<ArgumentOutOfRangeException>(() => matrix[-1, 0]);
    }
}
