namespace Emergent.Data;

/// <summary>One number for the size of a vector; null and NaN values are left out.</summary>
/// <remarks>Source: emergent etable, norm.</remarks>
public enum Norm
{
    /// <summary>Σ|x|.</summary>
    L1,

    /// <summary>√Σx².</summary>
    L2,

    /// <summary>Σx².</summary>
    SumSquares,

    /// <summary>Σx.</summary>
    Sum,

    /// <summary>The mean.</summary>
    Mean,

    /// <summary>Sample variance, divided by n − 1; 0 for one value.</summary>
    Var,

    /// <summary>Sample standard deviation, divided by n − 1; 0 for one value.</summary>
    Std,

    /// <summary>The largest value.</summary>
    Max,

    /// <summary>The largest magnitude.</summary>
    MaxAbs,

    /// <summary>The smallest value.</summary>
    Min,

    /// <summary>The smallest magnitude.</summary>
    MinAbs,
}
