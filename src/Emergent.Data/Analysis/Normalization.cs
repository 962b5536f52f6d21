namespace Emergent.Data;

/// <summary>Brings the elements of a tensor to a common scale, in place.</summary>
/// <remarks>
/// Elements that are normalized together: all of them; or, with <c>outer: 1</c>, those of each row by itself (each index of the outermost dimension, with 2 each of the two
/// outermost …); or, with <c>inner: 1</c>, those at each index of the innermost dimension by itself, so that for a tensor <c>[rows, units]</c> each unit is normalized over
/// all rows. Null and NaN elements are left out and stay. Tensors are of float or double, since the results are fractions; a table's column is changed through
/// <see cref="Column.AllCells"/>. Computed in double. Source: emergent etable, norm.
/// </remarks>
public static class Normalization
{
    /// <summary>Divides elements by a statistic of them: L2 gives vectors of length 1, L1 and Sum parts of a whole, MaxAbs a largest magnitude of 1.</summary>
    /// <remarks>Elements that are all 0 stay 0.</remarks>
    /// <exception cref="EmergentException">The statistic is 0 where elements are not, or the tensor is not of float or double; nothing has changed.</exception>
    public static void DivideBy(Tensor tensor, Statistic statistic, int outer = 0, int inner = 0) => Apply(tensor, outer, inner, $"Division by {statistic}", values =>
    {
        var divisor = Statistics.Of(values, statistic);
        if (divisor == 0)
        {
            if (Statistics.Of(values, Statistic.MaxAbs) == 0) { return; }
            throw new EmergentException($"Division by {statistic}: it is 0 for {values.Length} elements that are not all 0. Choose another statistic, such as {Statistic.L2}.");
        }
        for (var i = 0; i < values.Length; i++) { values[i] /= divisor; }
    });

    /// <summary>Subtracts a statistic of them from elements: Mean centres them, Min makes them begin at 0.</summary>
    /// <exception cref="EmergentException">The tensor is not of float or double.</exception>
    public static void Subtract(Tensor tensor, Statistic statistic, int outer = 0, int inner = 0) => Apply(tensor, outer, inner, $"Subtraction of {statistic}", values =>
    {
        var subtrahend = Statistics.Of(values, statistic);
        for (var i = 0; i < values.Length; i++) { values[i] -= subtrahend; }
    });

    /// <summary>(x − mean) / standard deviation: mean 0 and sample standard deviation 1. Elements that are all equal become 0.</summary>
    /// <exception cref="EmergentException">The tensor is not of float or double.</exception>
    public static void ZScore(Tensor tensor, int outer = 0, int inner = 0) => Apply(tensor, outer, inner, "The z-score", values =>
    {
        var (mean, deviation) = (Statistics.Of(values, Statistic.Mean), Statistics.Of(values, Statistic.Std));
        if (Statistics.Of(values, Statistic.Min) == Statistics.Of(values, Statistic.Max)) { (mean, deviation) = (Statistics.Of(values, Statistic.Min), 1); }   // their mean may be rounded
        for (var i = 0; i < values.Length; i++) { values[i] = (values[i] - mean) / deviation; }
    });

    /// <summary>(x − min) / (max − min): from 0 to 1. Elements that are all equal become 0.</summary>
    /// <exception cref="EmergentException">The tensor is not of float or double.</exception>
    public static void Unit(Tensor tensor, int outer = 0, int inner = 0) => Apply(tensor, outer, inner, "Normalization to the unit range", values =>
    {
        var (min, max) = (Statistics.Of(values, Statistic.Min), Statistics.Of(values, Statistic.Max));
        for (var i = 0; i < values.Length; i++) { values[i] = max > min ? (values[i] - min) / (max - min) : values[i] - min; }
    });

    /// <summary>Sets what is below <paramref name="low"/> to it, and what is above <paramref name="high"/> to that.</summary>
    /// <exception cref="ArgumentException">low is above high, or one is NaN.</exception>
    /// <exception cref="EmergentException">The tensor is not of float or double.</exception>
    public static void Threshold(Tensor tensor, double low = double.NegativeInfinity, double high = double.PositiveInfinity)
    {
        if (!(low <= high)) { throw new ArgumentException($"Low is {low}, high is {high}; low is at most high.", nameof(low)); }
        Apply(tensor, 0, 0, "Thresholding", values =>
        {
            for (var i = 0; i < values.Length; i++) { values[i] = Math.Clamp(values[i], low, high); }
        });
    }

    /// <summary>Sets what is at least <paramref name="threshold"/> to <paramref name="high"/> and the rest to <paramref name="low"/>.</summary>
    /// <exception cref="ArgumentException">The threshold is NaN.</exception>
    /// <exception cref="EmergentException">The tensor is not of float or double.</exception>
    public static void Binarize(Tensor tensor, double threshold = 0.5, double high = 1, double low = 0)
    {
        if (double.IsNaN(threshold)) { throw new ArgumentException("The threshold is NaN; nothing is above or below that.", nameof(threshold)); }
        Apply(tensor, 0, 0, "Binarizing", values =>
        {
            for (var i = 0; i < values.Length; i++) { values[i] = double.IsNaN(values[i]) ? values[i] : values[i] >= threshold ? high : low; }
        });
    }

    private static void Apply(Tensor tensor, int outer, int inner, string what, Action<double[]> normalize)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        ArgumentOutOfRangeException.ThrowIfNegative(outer);
        ArgumentOutOfRangeException.ThrowIfNegative(inner);
        if (tensor.ElementType != typeof(float) && tensor.ElementType != typeof(double))
        {
            throw new EmergentException($"{what} gives fractions, which a tensor of {Elements.NameOf(tensor.ElementType)} cannot hold. Copy it into one of float or double.");
        }
        if (outer + inner > tensor.Shape.Rank)
        {
            throw new ArgumentException($"{what}: shape {tensor.Shape} has {tensor.Shape.Rank} dimensions; outer is {outer} and inner {inner}, together at most as many.", nameof(outer));
        }
        int outerLength = 1, innerLength = 1;
        for (var d = 0; d < outer; d++) { outerLength *= tensor.Shape[d]; }
        for (var d = 0; d < inner; d++) { innerLength *= tensor.Shape[^(d + 1)]; }
        var length = outerLength * innerLength == 0 ? 0 : tensor.Length / (outerLength * innerLength);
        // All is computed before anything is set, so that an error changes nothing.
        var results = new double[tensor.Length];
        var group = new double[length];
        for (var o = 0; o < outerLength; o++)
        {
            for (var i = 0; i < innerLength; i++)
            {
                for (var m = 0; m < length; m++) { group[m] = tensor.GetDouble((o * length + m) * innerLength + i); }
                normalize(group);
                for (var m = 0; m < length; m++) { results[(o * length + m) * innerLength + i] = group[m]; }
            }
        }
        for (var i = 0; i < results.Length; i++)
        {
            if (!tensor.IsNull(i)) { tensor.SetDouble(i, results[i]); }
        }
    }
}
