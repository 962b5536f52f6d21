namespace Emergent.Data;

/// <summary>Which rows a join has besides those that match.</summary>
public enum JoinKind
{
    /// <summary>None.</summary>
    Inner,

    /// <summary>The rows of the first table that match none of the second, with null cells in its columns.</summary>
    Left,

    /// <summary>Those too, and after them the rows of the second table that match none of the first.</summary>
    Outer,
}
