namespace Emergent.Data;

/// <summary>The smallest and the largest element of a tensor, and where they stand.</summary>
/// <param name="Min">The smallest value; NaN where there is none.</param>
/// <param name="MinIndex">The flat index of the first element that has it; −1 where there is none.</param>
/// <param name="Max">The largest value; NaN where there is none.</param>
/// <param name="MaxIndex">The flat index of the first element that has it; −1 where there is none.</param>
public readonly record struct TensorExtremes(double Min, int MinIndex, double Max, int MaxIndex);
