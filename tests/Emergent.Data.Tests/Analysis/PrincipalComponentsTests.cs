using FsCheck;
using FsCheck.Fluent;

namespace Emergent.Data.Tests;

public class PrincipalComponentsTests
{
    [Theory]
    [InlineData(Metric.Covariance, false)]
    [InlineData(Metric.Covariance, true)]
    [InlineData(Metric.Correlation, false)]
    [InlineData(Metric.Correlation, true)]
    public void Components_are_those_of_the_reference_up_to_their_sign(Metric metric, bool isBySingularValues)
    {
        var data = GoldenRows.Data();
        var golden = GoldenRows.Of("f/pca.tsv").Where(row => row[0] == $"{metric}").ToLookup(row => row[1].Split('(')[0], row => GoldenRows.Numbers(row, 3));
        var pca = isBySingularValues ? PrincipalComponents.OfSingularValues(data, "Vec", metric) : PrincipalComponents.Of(data, "Vec", metric);
        GoldenRows.Near(golden["eigvals_ascending"].Single(), pca.Eigenvalues);
        var eigenvectors = golden["eigvec_matrix_row"].ToArray();
        for (var k = 0; k < 5; k++)
        {
            // The last column is the largest component. Signs are arbitrary there and chosen here.
            var column = eigenvectors.Select(row => row[4 - k]).ToArray();
            var largest = column.MaxBy(Math.Abs);
            GoldenRows.Near(column.Select(value => value * Math.Sign(largest)), pca.Component(k).Values.ToArray());
        }
        var projections = golden["project_col_largest_first"].ToArray();
        Assert.Equal(2, projections.Length);
        for (var k = 0; k < 2; k++)
        {
            var sign = Math.Sign(eigenvectors.Select(row => row[4 - k]).MaxBy(Math.Abs));
            GoldenRows.Near(projections[k].Select(value => value * sign), pca.Projection(data["Vec"].AllCells, k));
        }
    }

    [Fact]
    public void Covariance_and_correlation_of_elements_are_those_of_the_reference()
    {
        var data = GoldenRows.Data();
        foreach (var row in GoldenRows.Of("f/pca.tsv").Where(row => row[1] == "covar_row"))
        {
            var elements = Enumerable.Range(0, 5).Select(i => Enumerable.Range(0, 14).Select(r => data.Column<double>("Vec").Cell(r)[i]).ToArray()).ToArray();
            GoldenRows.Near(GoldenRows.Numbers(row, 3), elements.Select(other => Metrics.Of(elements[int.Parse(row[2])], other, Enum.Parse<Metric>(row[0]))));
        }
    }

    [Theory]
    [InlineData(Metric.Covariance, "2 components of Covariance, variances from 2 to 0.5")]
    [InlineData(Metric.Correlation, "2 components of Correlation, variances from 1 to 1")]
    public void Text_says_what_there_is(Metric metric, string expected) =>
        Assert.Equal(expected, PrincipalComponents.Of(new Tensor<double>([4, 2], [2, 0, -2, 0, 0, 1, 0, -1]), metric).ToString());

    [Fact]
    public void All_components_together_give_the_rows_back() => Prop.ForAll(GoldenRows.Rows(2, 9, 1, 6).ToArbitrary(), rows =>
    {
        var pca = PrincipalComponents.Of(rows);
        var back = new double[rows.Length];
        var size = rows.Shape[1];
        for (var k = 0; k < pca.Count; k++)
        {
            var (projection, vector) = (pca.Projection(rows, k), pca.Component(k).Values.ToArray());
            for (var i = 0; i < back.Length; i++) { back[i] += projection[i / size] * vector[i % size]; }
        }
        return back.Zip(rows.Values.ToArray(), (x, y) => Math.Abs(x - y) < 1e-9).All(isNear => isNear);
    }).Check(GoldenRows.Fixed);

    [Fact]
    public void Projections_have_the_variance_of_their_component_and_do_not_correlate() => Prop.ForAll(GoldenRows.Rows(3, 9, 2, 5).ToArbitrary(), rows =>
    {
        var pca = PrincipalComponents.Of(rows);
        double[] first = pca.Projection(rows, 0), second = pca.Projection(rows, 1);
        return Math.Abs(Metrics.Of(first, first, Metric.Covariance) - pca.Eigenvalues[^1]) < 1e-9
            && Math.Abs(Metrics.Of(second, second, Metric.Covariance) - pca.Eigenvalues[^2]) < 1e-9
            && Math.Abs(Metrics.Of(first, second, Metric.Covariance)) < 1e-9;
    }).Check(GoldenRows.Fixed);

    [Fact]
    public void Singular_values_give_the_same_variances_also_with_fewer_rows_than_elements() => Prop.ForAll(GoldenRows.Rows(2, 6, 1, 9).ToArbitrary(), rows =>
    {
        var (byVectors, byValues) = (PrincipalComponents.Of(rows), PrincipalComponents.OfSingularValues(rows));
        var count = Math.Min(rows.Shape[0], rows.Shape[1]);
        return byValues.Count == count && Enumerable.Range(0, byVectors.Count).All(k =>
            Math.Abs(byVectors.Eigenvalues[^(k + 1)] - (k < count ? byValues.Eigenvalues[^(k + 1)] : 0)) < 1e-9);
    }).Check(GoldenRows.Fixed);

    [Fact]
    public void The_element_of_largest_magnitude_is_positive_and_the_first_of_equals()
    {
        // Two elements that always differ in opposite directions: the component is (1, −1)/√2 or (−1, 1)/√2.
        var pca = PrincipalComponents.Of(new Tensor<double>([3, 2], [0, 0, -1, 1, -2, 2]));
        GoldenRows.Near([Math.Sqrt(0.5), -Math.Sqrt(0.5)], pca.Component(0).Values.ToArray());
        GoldenRows.Near([0, 4.0 / 3], pca.Eigenvalues, 1e-12);
        GoldenRows.Near([Math.Sqrt(0.5), -Math.Sqrt(0.5)], PrincipalComponents.OfSingularValues(new Tensor<double>([3, 2], [0, 0, -1, 1, -2, 2])).Component(0).Values.ToArray());
    }

    [Fact]
    public void The_same_rows_give_the_same_bits()
    {
        var rows = new Tensor<double>([40, 30], [.. Enumerable.Range(0, 1200).Select(i => Math.Sin(i * i))]);
        PrincipalComponents first = PrincipalComponents.Of(rows), second = PrincipalComponents.Of(rows);
        Assert.Equal(first.Eigenvalues, second.Eigenvalues);
        Assert.Equal(first.ToTable().Column<double>("Vector").Values.ToArray(), second.ToTable().Column<double>("Vector").Values.ToArray());
    }

    [Fact]
    public void Shares_and_strengths_count_from_the_largest()
    {
        // Elements that vary independently, with variances 0, 1, 4, 9 … 121 over the corners ±i of each.
        const int Size = 12;
        var rows = new Tensor<double>([2 * Size, Size]);
        for (var i = 0; i < Size; i++) { (rows[2 * i, i], rows[2 * i + 1, i]) = (i * Math.Sqrt(Size), -i * Math.Sqrt(Size)); }
        var pca = PrincipalComponents.Of(rows);
        GoldenRows.Near(Enumerable.Range(0, Size).Select(i => (double)i * i), pca.Eigenvalues, 1e-9);
        Assert.Equal((121 + 100 + 81 + 64 + 49) / 5.0, pca.MeanVariance(0, 5), 1e-9);
        Assert.Equal((36 + 25 + 16 + 9 + 4) / 5.0, pca.MeanVariance(5, 5), 1e-9);
        Assert.Equal(0.5, pca.MeanVariance(10, pca.Count), 1e-9);
        Assert.Equal(double.NaN, pca.MeanVariance(12, 5));
        Assert.Equal(415.0 / 506, pca.VarianceShare(0, 5), 1e-9);
        Assert.Equal(0, pca.VarianceShare(12, 5));
        Assert.Equal(11, pca.StrongCount());
        Assert.Equal(3, pca.StrongCount(80));
        var table = pca.ToTable();
        Assert.Equal(1, table.Column<double>("Cumulative")[Size - 1], 1e-12);
        Assert.Equal((0, 121.0), (table.Column<int>("Component")[0], Math.Round(table.Column<double>("Variance")[0], 9)));
    }

    [Fact]
    public void Projections_of_a_table_have_a_column_for_each_component()
    {
        var data = GoldenRows.Data();
        var pca = PrincipalComponents.Of(data, "Vec");
        var table = pca.Projection(data, "Vec", components: 3, labels: "Name");
        Assert.Equal(["Label", "Component0", "Component1", "Component2"], table.Columns.Select(column => column.Name));
        Assert.Equal("it13", table.Row(13).Get<string>("Label"));
        Assert.Equal(pca.Projection(data["Vec"].AllCells, 2), table.Column<double>("Component2").Values.ToArray());
        Assert.Equal([5], pca.Component(0).Shape);
    }

    [Fact]
    public void A_constant_element_has_no_part_in_components_of_covariance_but_none_of_correlation()
    {
        Tensor<float> rows = new([3, 3], [1, 7, 2, 2, 7, 2, 4, 7, 1]);
        var pca = PrincipalComponents.Of(rows);
        Assert.Equal(0, pca.Eigenvalues[0], 1e-12);
        Assert.All([0, 1], k => Assert.Equal(0, pca.Component(k)[1], 1e-12));
        var error = Assert.Throws<EmergentException>(() => PrincipalComponents.Of(rows, Metric.Correlation));
        Assert.Contains("Element 1 of the tensor of shape [3, 3] is 7 in all 3 rows, so its correlation with others is not defined", error.Message, StringComparison.Ordinal);
        Assert.Throws<EmergentException>(() => PrincipalComponents.OfSingularValues(rows, Metric.Correlation));
        Assert.Equal(double.NaN, PrincipalComponents.Of(new Tensor<float>([3, 2])).VarianceShare(0, 1));
    }

    [Fact]
    public void What_has_no_components_is_refused()
    {
        var data = GoldenRows.Data();
        Assert.Contains("there is 1 row; at least 2 are needed", Assert.Throws<EmergentException>(() => PrincipalComponents.Of(new Tensor<double>([1, 3]))).Message, StringComparison.Ordinal);
        Assert.Contains("there are 0 rows; at least 2 are needed", Assert.Throws<EmergentException>(() => PrincipalComponents.Of(new Tensor<double>([0, 3]))).Message, StringComparison.Ordinal);
        Assert.Contains("Covariance or the Correlation, not of Cosine", Assert.Throws<ArgumentException>(() => PrincipalComponents.Of(data, "Vec", Metric.Cosine)).Message, StringComparison.Ordinal);
        var pca = PrincipalComponents.Of(data, "Vec");
        data.Column<double>("Vec").Cell(3)[2] = double.NaN;
        Assert.Contains("Principal components of column 'Vec' of table 'Data': row 3, element 2 is null or NaN; all values are needed",
            Assert.Throws<EmergentException>(() => PrincipalComponents.Of(data, "Vec")).Message, StringComparison.Ordinal);
        Assert.Contains("row 3, element 2", Assert.Throws<EmergentException>(() => pca.Projection(data, "Vec")).Message, StringComparison.Ordinal);
        Assert.Contains("have shape []; what the components were made of has shape [5]", Assert.Throws<EmergentException>(() => pca.Projection(data, "Val")).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => pca.Component(5));
        Assert.Throws<ArgumentOutOfRangeException>(() => pca.Projection(data, "Vec", components: 6));
    }

    [Fact]
    public void Shares_and_mean_variances_divide_the_variance_of_all_elements() => Prop.ForAll(GoldenRows.Rows(2, 9, 1, 6).ToArbitrary(), Gen.Choose(0, 6).ToArbitrary(), (rows, first) =>
    {
        var pca = PrincipalComponents.Of(rows);
        var elements = Enumerable.Range(0, rows.Shape[1]).Select(i => Enumerable.Range(0, rows.Shape[0]).Select(r => rows[r, i]).ToArray());
        var (all, cut) = (elements.Sum(values => Statistics.Of(values, Statistic.VarPop)), Math.Min(first, pca.Count));
        var cumulative = pca.ToTable().Column<double>("Cumulative").Values.ToArray();
        return all < 1e-9 || (Math.Abs(pca.MeanVariance(0, pca.Count) * pca.Count - all) < 1e-9 * all
            && Math.Abs(pca.VarianceShare(0, cut) + pca.VarianceShare(cut, pca.Count) - 1) < 1e-9 && Math.Abs(cumulative[^1] - 1) < 1e-9
            && cumulative.Zip(cumulative.Skip(1), (a, b) => b >= a - 1e-12).All(isSo => isSo)
            && pca.StrongCount(pca.Eigenvalues[^1]) >= 1 && pca.StrongCount(pca.Eigenvalues[^1] + 1) == 0 && pca.StrongCount(0) == pca.Count);
    }).Check(GoldenRows.Fixed);
}
