namespace Emergent.Data;

/// <summary>What a column is, without its cells: name, element type, shape of each cell and what its dimensions stand for.</summary>
/// <param name="Name">The column's name.</param>
/// <param name="ElementType">The type of the elements.</param>
/// <param name="CellShape">The shape of each cell; null or <see cref="Shape.Scalar"/> where a cell is one value.</param>
/// <param name="DimensionNames">What each dimension of a cell stands for, outermost first, or null.</param>
public sealed record ColumnSchema(string Name, Type ElementType, Shape? CellShape = null, IReadOnlyList<string>? DimensionNames = null)
{
    /// <inheritdoc/>
    public bool Equals(ColumnSchema? other) =>
        other is not null && string.Equals(Name, other.Name, StringComparison.Ordinal) && ElementType == other.ElementType
        && (CellShape ?? Shape.Scalar).Equals(other.CellShape ?? Shape.Scalar)
        && (DimensionNames ?? []).SequenceEqual(other.DimensionNames ?? []);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Name, ElementType, CellShape ?? Shape.Scalar);
}
