namespace Emergent.Data;

/// <summary>A range of which either end may be fixed, as that of a plot's axis; an end that is not follows the data.</summary>
/// <remarks>Source: emergent etable, minmax.Range64.</remarks>
/// <param name="Min">The fixed lower end, or null.</param>
/// <param name="Max">The fixed upper end, or null.</param>
public readonly record struct FixedRange(double? Min = null, double? Max = null)
{
    /// <summary>The range for data: its own, but for the ends that are fixed.</summary>
    public MinMax<double> For(MinMax<double> data) => new(Min ?? data.Min, Max ?? data.Max);
}
