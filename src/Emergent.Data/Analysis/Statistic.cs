namespace Emergent.Data;

/// <summary>One number that says something of many; null and NaN values are left out.</summary>
/// <remarks>Source: emergent etable, agg and norm. The sample forms divide by n − 1, the population forms by n.</remarks>
public enum Statistic
{
    /// <summary>How many values there are.</summary>
    Count,

    /// <summary>Their sum, 0 for none.</summary>
    Sum,

    /// <summary>Their product, 1 for none.</summary>
    Product,

    /// <summary>The smallest.</summary>
    Min,

    /// <summary>The largest.</summary>
    Max,

    /// <summary>Their mean.</summary>
    Mean,

    /// <summary>Sample variance.</summary>
    Var,

    /// <summary>Sample standard deviation.</summary>
    Std,

    /// <summary>Standard error of the mean, from the sample standard deviation.</summary>
    Sem,

    /// <summary>Population variance.</summary>
    VarPop,

    /// <summary>Population standard deviation.</summary>
    StdPop,

    /// <summary>Standard error of the mean, from the population standard deviation.</summary>
    SemPop,

    /// <summary>The middle value, between two where the number is even.</summary>
    Median,

    /// <summary>The first quartile, by linear interpolation.</summary>
    Q1,

    /// <summary>The third quartile, by linear interpolation.</summary>
    Q3,

    /// <summary>The sum of squares, 0 for none.</summary>
    SumSq,

    /// <summary>The first value.</summary>
    First,

    /// <summary>The last value.</summary>
    Last,

    /// <summary>Σ|x|: the sum of magnitudes, 0 for none.</summary>
    L1,

    /// <summary>√Σx²: the length of the vector of values, 0 for none.</summary>
    L2,

    /// <summary>The largest magnitude.</summary>
    MaxAbs,

    /// <summary>The smallest magnitude.</summary>
    MinAbs,
}
