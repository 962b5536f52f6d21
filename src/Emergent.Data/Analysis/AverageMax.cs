namespace Emergent.Data;

/// <summary>The average of many values and the largest of them, with its place; NaN is left out.</summary>
/// <remarks>Source: emergent etable, minmax.AvgMax64.</remarks>
/// <param name="Average">The average; NaN where there are none.</param>
/// <param name="Max">The largest; NaN where there are none.</param>
/// <param name="MaxIndex">The place of the first of the largest, from 0; −1 where there are none.</param>
/// <param name="Count">How many there are.</param>
public readonly record struct AverageMax(double Average, double Max, int MaxIndex, int Count)
{
    /// <summary>The average and the largest of many values.</summary>
    public static AverageMax Of(ReadOnlySpan<double> values)
    {
        var (sum, max, index, count) = (0.0, double.NaN, -1, 0);
        for (var i = 0; i < values.Length; i++)
        {
            if (double.IsNaN(values[i])) { continue; }
            count++;
            sum += values[i];
            if (index < 0 || values[i] > max) { (max, index) = (values[i], i); }
        }
        return new(sum / count, max, index, count);
    }

    /// <summary>The average and the largest of many values.</summary>
    public static AverageMax Of(ReadOnlySpan<float> values)
    {
        var numbers = new double[values.Length];
        for (var i = 0; i < numbers.Length; i++) { numbers[i] = values[i]; }
        return Of(numbers);
    }
}
