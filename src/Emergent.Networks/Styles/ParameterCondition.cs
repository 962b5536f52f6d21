namespace Emergent.Networks;

/// <summary>What has to hold for a parameter to count; see <see cref="CountsIfAttribute"/>.</summary>
/// <param name="Path">The path of another parameter of the same object.</param>
/// <param name="Values">Its values with which the parameter counts, as parameter files write them.</param>
public sealed record ParameterCondition(string Path, IReadOnlyList<string> Values);
