namespace Emergent.Data;

/// <summary>How many of some values lie in each of a number of bins of equal width.</summary>
/// <remarks>
/// Bin i holds min + i·width ≤ value &lt; min + (i + 1)·width, the last also its upper end. Null and NaN are left out, values outside are counted in <see cref="Outside"/>.
/// Immutable. Source: emergent etable, histogram.
/// </remarks>
public sealed class Histogram
{
    private Histogram(int[] counts, double min, double max, int outside) => (Counts, Min, Max, Outside) = (Array.AsReadOnly(counts), min, max, outside);

    /// <summary>The number of values in each bin.</summary>
    public IReadOnlyList<int> Counts { get; }

    /// <summary>The lower end of the first bin.</summary>
    public double Min { get; }

    /// <summary>The upper end of the last bin.</summary>
    public double Max { get; }

    /// <summary>How many values lie below the first or above the last bin.</summary>
    public int Outside { get; }

    /// <summary>The width of a bin.</summary>
    public double Width => (Max - Min) / Counts.Count;

    /// <summary>Counts values.</summary>
    /// <param name="values">The values; NaN is left out.</param>
    /// <param name="bins">The number of bins, 1 or more.</param>
    /// <param name="min">The lower end of the first bin; the smallest value when left out.</param>
    /// <param name="max">The upper end of the last bin; the largest value when left out.</param>
    /// <exception cref="EmergentException">There is no value from which the range could follow, or it is not finite or has no width.</exception>
    public static Histogram Of(ReadOnlySpan<double> values, int bins = 10, double? min = null, double? max = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(bins);
        var (low, high) = (min ?? Statistics.Of(values, Statistic.Min), max ?? Statistics.Of(values, Statistic.Max));
        if (double.IsNaN(low) || double.IsNaN(high))
        {
            throw new EmergentException("A histogram of no values has no range. Give min and max.");
        }
        // Values that are all equal stand in the middle of bins that are together 1 wide.
        if (low == high && min is null && max is null) { (low, high) = (low - 0.5, high + 0.5); }
        if (!double.IsFinite(low) || !double.IsFinite(high) || !double.IsFinite(high - low) || !(high > low))
        {
            throw new EmergentException($"A histogram from {GoFormat.Shortest(low)} to {GoFormat.Shortest(high)} has no bins: min is below max, and both are finite.");
        }
        var width = (high - low) / bins;
        var counts = new int[bins];
        var outside = 0;
        foreach (var value in values)
        {
            if (double.IsNaN(value)) { continue; }
            if (value < low || value > high) { outside++; }
            else { counts[Math.Min(bins - 1, (int)((value - low) / width))]++; }
        }
        return new(counts, low, high, outside);
    }

    /// <summary>Counts the elements of a tensor; see <see cref="Of(ReadOnlySpan{double}, int, double?, double?)"/>.</summary>
    /// <exception cref="EmergentException">It has text, or no value from which the range could follow, or the range is not finite or has no width.</exception>
    public static Histogram Of(Tensor tensor, int bins = 10, double? min = null, double? max = null) => Of(RowVectors.Numbers(tensor, "The tensor"), bins, min, max);

    /// <summary>Counts the values, or elements of cells, of a column; see <see cref="Of(ReadOnlySpan{double}, int, double?, double?)"/>.</summary>
    /// <exception cref="EmergentException">There is no such column, it has text, or no value from which the range could follow, or the range is not finite or has no width.</exception>
    public static Histogram Of(TableView view, string column, int bins = 10, double? min = null, double? max = null)
    {
        ArgumentNullException.ThrowIfNull(view);
        return Of(view.Numbers(column), bins, min, max);
    }

    /// <summary>How many values lie in how many bins, their range, and how many lie outside.</summary>
    public override string ToString() => $"{Counts.Sum()} values in {Counts.Count} bins from {GoFormat.Significant(Min, 5)} to {GoFormat.Significant(Max, 5)}, {Outside} outside";

    /// <summary>A row for each bin: From and To, its ends; Value, its middle; and Count.</summary>
    public Table ToTable()
    {
        var table = new Table("Histogram", "From", "To", "Value");
        table.AddColumn<int>("Count");
        for (var bin = 0; bin < Counts.Count; bin++)
        {
            table.Add(Min + bin * Width, Min + (bin + 1) * Width, Min + (bin + 0.5) * Width, Counts[bin]);
        }
        return table;
    }
}
