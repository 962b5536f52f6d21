namespace Emergent.Networks;

/// <summary>How the values of trials become the value of an epoch.</summary>
public enum Aggregate
{
    /// <summary>Their mean.</summary>
    Mean,

    /// <summary>Their sum.</summary>
    Sum,

    /// <summary>The smallest.</summary>
    Min,

    /// <summary>The largest.</summary>
    Max,

    /// <summary>That of the last trial.</summary>
    Last,
}
