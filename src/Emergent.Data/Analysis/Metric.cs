namespace Emergent.Data;

/// <summary>How far apart, or how alike, two vectors a and b of equal length are.</summary>
/// <remarks>
/// Sums run over the pairs (a, b) of which neither is null or NaN; n is their number. The first nine are distances, 0 where the vectors are equal
/// (the cross-entropy nearly so); the last four are similarities, larger the more alike; <see cref="Metrics.IsSimilarity"/> tells which. Source: emergent etable, metric.
/// </remarks>
public enum Metric
{
    /// <summary>√Σ(a − b)²: distance of two points. From 0 up. |a − b| for vectors of one element.</summary>
    Euclidean,

    /// <summary>Σ(a − b)². From 0 up. |a − b|, not its square, for vectors of one element, as emergent has it.</summary>
    SumSquares,

    /// <summary>Σ|a − b|: city-block distance. From 0 up.</summary>
    Abs,

    /// <summary>The number of elements that differ: 0 … n.</summary>
    Hamming,

    /// <summary>As <see cref="Euclidean"/>, with differences below 0.5 taken as none: for patterns of 0 and 1.</summary>
    EuclideanBinTol,

    /// <summary>As <see cref="SumSquares"/>, with differences below 0.5 taken as none: for patterns of 0 and 1.</summary>
    SumSquaresBinTol,

    /// <summary>1 − <see cref="Cosine"/>: 0 … 2.</summary>
    InvCosine,

    /// <summary>1 − <see cref="Correlation"/>: 0 … 2.</summary>
    InvCorrelation,

    /// <summary>Σ a ln(a/b) + (1 − a) ln((1 − a)/(1 − b)): a are probabilities that ought to be, b those that were given, taken within 10⁻⁶ … 1 − 10⁻⁶.</summary>
    /// <remarks>Not symmetric. From 0 up; a of 1 and more gives −ln b, of 0 and less −ln(1 − b).</remarks>
    CrossEntropy,

    /// <summary>Σ a b.</summary>
    InnerProduct,

    /// <summary>Σ(a − ā)(b − b̄) / n, with the means of all values that each vector has.</summary>
    Covariance,

    /// <summary>The covariance over the product of the standard deviations: −1 … 1; 0 where one of the vectors is constant.</summary>
    /// <remarks>Means are over all values that each vector has, sums over the pairs that both have, as emergent has it.</remarks>
    Correlation,

    /// <summary>Σ a b / √(Σa² Σb²): −1 … 1; 0 where one of the vectors is all zeros.</summary>
    Cosine,
}
