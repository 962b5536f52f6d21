namespace Emergent.Data;

/// <summary>Takes the roughness out of series by averaging each value with its neighbours.</summary>
/// <remarks>Source: emergent etable, convolve and smooth.</remarks>
public static class Smoothing
{
    /// <summary>A Gaussian of 2·halfSize + 1 values that sum to 1: exp(−½ (x / (sigma·halfSize))²), x = −halfSize … halfSize.</summary>
    /// <param name="halfSize">How many values there are on each side of the middle, 1 or more.</param>
    /// <param name="sigma">The width, where 1 is halfSize; 0.5 leaves 13 % of the peak at the ends.</param>
    public static double[] GaussianKernel(int halfSize, double sigma = 0.5)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(halfSize);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(halfSize, 1 << 24);
        if (!(sigma > 0 && double.IsFinite(sigma))) { throw new ArgumentOutOfRangeException(nameof(sigma), sigma, "The width of a Gaussian is above 0 and finite."); }
        var kernel = new double[2 * halfSize + 1];
        for (var i = 0; i < kernel.Length; i++)
        {
            var x = (i - halfSize) / (sigma * halfSize);
            kernel[i] = Math.Exp(-0.5 * x * x);
        }
        var sum = kernel.Sum();
        for (var i = 0; i < kernel.Length; i++) { kernel[i] /= sum; }
        return kernel;
    }

    /// <summary>Each value replaced by the sum of its neighbours times the kernel, whose middle lies on it.</summary>
    /// <param name="values">The series.</param>
    /// <param name="kernel">An odd number of weights, none negative and not all 0.</param>
    /// <remarks>
    /// Where neighbours are missing, beyond the ends or NaN, the weights of those that there are are scaled up to the sum of all, so that a constant stays one.
    /// Where all are missing the result is NaN.
    /// </remarks>
    /// <exception cref="ArgumentException">The kernel has an even number of weights, or one that is negative or not finite, or only zeros.</exception>
    public static double[] Convolution(ReadOnlySpan<double> values, ReadOnlySpan<double> kernel)
    {
        var total = CheckKernel(kernel);
        var half = kernel.Length / 2;
        var result = new double[values.Length];
        for (var i = 0; i < values.Length; i++)
        {
            var (sum, weights, isWhole) = (0.0, 0.0, true);
            for (var k = 0; k < kernel.Length; k++)
            {
                var at = i + k - half;
                if ((uint)at >= (uint)values.Length || double.IsNaN(values[at]))
                {
                    isWhole = false;
                    continue;
                }
                sum += values[at] * kernel[k];
                weights += kernel[k];
            }
            result[i] = isWhole ? sum : weights > 0 ? sum / weights * total : double.NaN;
        }
        return result;
    }

    /// <summary>A table of some rows in which columns are smoothed over rows by a Gaussian.</summary>
    /// <param name="view">The rows, in order.</param>
    /// <param name="halfSize">How many rows before and after take part.</param>
    /// <param name="sigma">The Gaussian's width, where 1 is halfSize.</param>
    /// <param name="columns">Columns of numbers, smoothed element by element; all of float and double when left out. Whole numbers become double.</param>
    /// <exception cref="EmergentException">There is no such column, or it has text.</exception>
    public static Table SmoothedTable(TableView view, int halfSize, double sigma = 0.5, params ReadOnlySpan<string> columns)
    {
        var kernel = GaussianKernel(halfSize, sigma);
        return ColumnSeries.Transform(view, columns, values => Convolution(values, kernel));
    }

    private static double CheckKernel(ReadOnlySpan<double> kernel)
    {
        if (kernel.Length % 2 == 0) { throw new ArgumentException($"A kernel has an odd number of weights, so that one is its middle; this one has {kernel.Length}.", nameof(kernel)); }
        var total = 0.0;
        foreach (var weight in kernel)
        {
            if (!(weight >= 0 && double.IsFinite(weight))) { throw new ArgumentException($"A smoothing kernel's weights are 0 or more and finite; one is {weight}.", nameof(kernel)); }
            total += weight;
        }
        return total > 0 ? total : throw new ArgumentException("All weights of the kernel are 0.", nameof(kernel));
    }
}
