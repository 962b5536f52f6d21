using MathNet.Numerics.LinearAlgebra;

namespace Emergent.Data;

/// <summary>The directions along which rows vary most: eigenvectors of the covariance or correlation matrix of their elements.</summary>
/// <remarks>
/// Eigenvalues are variances (divided by the number of rows, not one less) along the components, ascending as emergent has them; component 0 is the largest, the last.
/// An eigenvector's sign is chosen, since its equation leaves it open: the element of largest magnitude is positive, the first of those within a billionth of it.
/// Immutable. Source: emergent etable, pca; eigenvalues and singular values by MathNet.Numerics.
/// </remarks>
public sealed class PrincipalComponents
{
    private readonly double[] _vectors;   // component after component, ascending
    private readonly Shape _cellShape;

    private PrincipalComponents(double[] eigenvalues, double[] vectors, Shape cellShape, Metric metric)
    {
        (Eigenvalues, _vectors, _cellShape, Metric) = (Array.AsReadOnly(eigenvalues), vectors, cellShape, metric);
        for (var k = 0; k < eigenvalues.Length; k++) { ChooseSign(vectors.AsSpan(k * Size, Size)); }
    }

    /// <summary>Covariance, or correlation, which gives every element the same weight.</summary>
    public Metric Metric { get; }

    /// <summary>The variance along each component, ascending.</summary>
    public IReadOnlyList<double> Eigenvalues { get; }

    /// <summary>The number of components: of elements in a row, or, from singular values, of rows if they are fewer.</summary>
    public int Count => Eigenvalues.Count;

    private int Size => _cellShape.Length;

    /// <summary>The components of the rows of a tensor, from the eigenvectors of their covariance or correlation matrix.</summary>
    /// <param name="rows">A tensor <c>[rows, …cell]</c>.</param>
    /// <param name="metric"><see cref="Metric.Covariance"/> or <see cref="Metric.Correlation"/>.</param>
    /// <remarks>Time cell³ + rows × cell². With covariance, elements that are constant give components of variance 0.</remarks>
    /// <exception cref="EmergentException">There are fewer than two rows, a value is missing, or an element is constant, so that it has no correlation.</exception>
    /// <exception cref="ArgumentException">The metric is neither.</exception>
    public static PrincipalComponents Of(Tensor rows, Metric metric = Metric.Covariance) => ByEigenvectors(RowVectors.Of(rows), metric);

    /// <summary>The components of the cells of a column, from the eigenvectors of their covariance or correlation matrix; see <see cref="Of(Tensor, Metric)"/>.</summary>
    /// <exception cref="EmergentException">There are fewer than two rows, a value is missing, or an element is constant, so that it has no correlation.</exception>
    /// <exception cref="ArgumentException">The metric is neither covariance nor correlation.</exception>
    public static PrincipalComponents Of(TableView view, string column, Metric metric = Metric.Covariance) => ByEigenvectors(RowVectors.Of(view, column), metric);

    /// <summary>The components of the rows of a tensor, from the singular values of the centred rows: the same, more exact where variances differ by much, and faster with few rows of many elements.</summary>
    /// <param name="rows">A tensor <c>[rows, …cell]</c>.</param>
    /// <param name="metric"><see cref="Metric.Covariance"/> or <see cref="Metric.Correlation"/>.</param>
    /// <exception cref="EmergentException">There are fewer than two rows, a value is missing, or an element is constant, so that it has no correlation.</exception>
    /// <exception cref="ArgumentException">The metric is neither.</exception>
    public static PrincipalComponents OfSingularValues(Tensor rows, Metric metric = Metric.Covariance) => BySingularValues(RowVectors.Of(rows), metric);

    /// <summary>The components of the cells of a column, from their singular values; see <see cref="OfSingularValues(Tensor, Metric)"/>.</summary>
    /// <exception cref="EmergentException">There are fewer than two rows, a value is missing, or an element is constant, so that it has no correlation.</exception>
    /// <exception cref="ArgumentException">The metric is neither covariance nor correlation.</exception>
    public static PrincipalComponents OfSingularValues(TableView view, string column, Metric metric = Metric.Covariance) => BySingularValues(RowVectors.Of(view, column), metric);

    /// <summary>The eigenvector of a component, of length 1 and the shape of a cell; component 0 has the largest variance.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such component.</exception>
    public Tensor<double> Component(int component) => new(_cellShape, [.. Vector(component)]);

    /// <summary>How far each row lies along a component: the inner product of row and eigenvector; component 0 has the largest variance.</summary>
    /// <remarks>The mean is not subtracted and nothing is divided by deviations, as emergent has it, so new rows can be projected by themselves.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">There is no such component.</exception>
    /// <exception cref="EmergentException">Cells have another shape, or a value is missing.</exception>
    public double[] Projection(Tensor rows, int component) => Project(RowVectors.Of(rows), component);

    /// <summary>How far each row of a view lies along the largest components: a column Component0, Component1, … for each.</summary>
    /// <param name="view">The rows.</param>
    /// <param name="column">The column of which cells are projected.</param>
    /// <param name="components">How many components, largest first.</param>
    /// <param name="labels">A column whose texts are given in a first column, Label; none when left out.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer components.</exception>
    /// <exception cref="EmergentException">There is no such column, cells have another shape, or a value is missing.</exception>
    public Table Projection(TableView view, string column, int components = 2, string? labels = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(components);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(components, Count);
        var rows = RowVectors.Of(view, column);
        var names = labels is null ? null : RowVectors.Labels(view, labels);
        var projections = Enumerable.Range(0, components).Select(k => Project(rows, k)).ToArray();
        var result = new Table("Projections");
        if (names is not null) { result.AddColumn<string>("Label"); }
        for (var k = 0; k < components; k++) { result.AddColumn<double>($"Component{k}"); }
        result.AddRows(rows.Count);
        if (names is not null) { names.CopyTo(result.Column<string>("Label").Values); }
        for (var k = 0; k < components; k++) { projections[k].CopyTo(result.Column<double>($"Component{k}").Values); }
        return result;
    }

    /// <summary>The share, 0 … 1, of all variance that some components have together; 0 of components that there are not, and NaN when there is no variance.</summary>
    /// <param name="first">The first component; 0 has the largest variance.</param>
    /// <param name="count">How many, or as many as there are.</param>
    public double VarianceShare(int first, int count) => Largest(first, count).Sum() / Eigenvalues.Sum();

    /// <summary>The mean variance of some components, as network statistics report it; NaN of components that there are not.</summary>
    /// <param name="first">The first component; 0 has the largest variance.</param>
    /// <param name="count">How many, or as many as there are.</param>
    /// <remarks>emergent's Top5 is (0, 5), Next5 (5, 5), Rest (10, <see cref="Count"/>).</remarks>
    public double MeanVariance(int first, int count) => Largest(first, count).DefaultIfEmpty(double.NaN).Average();

    /// <summary>How many components have at least a variance, emergent's NStrong.</summary>
    /// <param name="variance">The variance that counts as strong; 0.01 as emergent has it for activations of 0 … 1.</param>
    public int StrongCount(double variance = 0.01) => Eigenvalues.Count(value => value >= variance);

    /// <summary>A row for each component, largest first: Component, Variance, Share of all variance, Cumulative share, and the Vector as a tensor.</summary>
    public Table ToTable()
    {
        var table = new Table("Components");
        table.AddColumn<int>("Component");
        table.AddColumn<double>("Variance");
        table.AddColumn<double>("Share");
        table.AddColumn<double>("Cumulative");
        table.AddColumn<double>("Vector", _cellShape);
        for (var k = 0; k < Count; k++)
        {
            table.Add(k, Eigenvalues[^(k + 1)], VarianceShare(k, 1), VarianceShare(0, k + 1), _cellShape.Rank == 0 ? Vector(k)[0] : Component(k));
        }
        return table;
    }

    /// <summary>How many components of which metric, and the largest and smallest variance.</summary>
    public override string ToString() => $"{Count} components of {Metric}, variances from {GoFormat.Significant(Eigenvalues[^1], 3)} to {GoFormat.Significant(Eigenvalues[0], 3)}";

    private IEnumerable<double> Largest(int first, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(first);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return Eigenvalues.Reverse().Skip(first).Take(count);
    }

    private ReadOnlySpan<double> Vector(int component)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(component);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(component, Count);
        return _vectors.AsSpan((Count - 1 - component) * Size, Size);
    }

    private double[] Project(RowVectors rows, int component)
    {
        rows.RequireCellShape(_cellShape, "what the components were made of");
        rows.RequireFinite("The projection");
        var vector = Vector(component);
        var projection = new double[rows.Count];
        for (var row = 0; row < projection.Length; row++) { projection[row] = Metrics.Of(rows[row], vector, Metric.InnerProduct); }
        return projection;
    }

    private static PrincipalComponents ByEigenvectors(RowVectors rows, Metric metric)
    {
        Check(rows, metric);
        var size = rows.Size;
        var elements = Enumerable.Range(0, size).Select(rows.Element).ToArray();
        var matrix = Matrix<double>.Build.Dense(size, size);
        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j <= i; j++) { matrix[i, j] = matrix[j, i] = Metrics.Of(elements[i], elements[j], metric); }
        }
        var decomposition = matrix.Evd(Symmetricity.Symmetric);
        var values = new double[size];
        var vectors = new double[size * size];
        for (var k = 0; k < size; k++)
        {
            values[k] = Math.Max(0, decomposition.EigenValues[k].Real);   // none is negative but by rounding
            decomposition.EigenVectors.Column(k).AsArray().CopyTo(vectors, k * size);
        }
        return new(values, vectors, rows.CellShape, metric);
    }

    private static PrincipalComponents BySingularValues(RowVectors rows, Metric metric)
    {
        Check(rows, metric);
        var (count, size) = (rows.Count, rows.Size);
        var matrix = Matrix<double>.Build.Dense(count, size);
        for (var i = 0; i < size; i++)
        {
            var element = rows.Element(i);
            var mean = element.Average();
            var scale = metric == Metric.Correlation ? Math.Sqrt(count * Metrics.Of(element, element, Metric.Covariance)) : Math.Sqrt(count);
            for (var row = 0; row < count; row++) { matrix[row, i] = (element[row] - mean) / scale; }
        }
        // Of a matrix with more columns than rows the decomposition would make all its null vectors.
        var isWide = size > count;
        var decomposition = (isWide ? matrix.Transpose() : matrix).Svd();
        var components = Math.Min(count, size);
        var values = new double[components];
        var vectors = new double[components * size];
        for (var k = 0; k < components; k++)
        {
            var singular = components - 1 - k;   // they descend
            values[k] = decomposition.S[singular] * decomposition.S[singular];
            (isWide ? decomposition.U.Column(singular) : decomposition.VT.Row(singular)).AsArray().CopyTo(vectors, k * size);
        }
        return new(values, vectors, rows.CellShape, metric);
    }

    private static void Check(RowVectors rows, Metric metric)
    {
        if (metric is not (Metric.Covariance or Metric.Correlation))
        {
            throw new ArgumentException($"Principal components are those of the Covariance or the Correlation, not of {metric}.", nameof(metric));
        }
        rows.RequireRows(2, "Principal components");
        rows.RequireFinite("Principal components");
        if (metric == Metric.Covariance) { return; }
        for (var i = 0; i < rows.Size; i++)
        {
            var element = rows.Element(i);
            if (Array.TrueForAll(element, value => value == element[0]))
            {
                throw new EmergentException($"Element {i} of {rows.Source} is {GoFormat.Shortest(element[0])} in all {rows.Count} rows, so its correlation with others is not defined. "
                    + "Leave it out, or use Metric.Covariance, where it has no part in any component of variance above 0.");
            }
        }
    }

    private static void ChooseSign(Span<double> vector)
    {
        var largest = 0.0;
        foreach (var value in vector) { largest = Math.Max(largest, Math.Abs(value)); }
        foreach (var value in vector)
        {
            if (Math.Abs(value) < largest * (1 - 1e-9)) { continue; }
            if (value < 0)
            {
                for (var i = 0; i < vector.Length; i++) { vector[i] = -vector[i]; }
            }
            return;
        }
    }
}
