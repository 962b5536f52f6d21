namespace Emergent.Networks;

/// <summary>One parameter that is set twice under the same selector: in two style sets, or in one.</summary>
/// <param name="Selector">The selector of both rules.</param>
/// <param name="Path">The parameter.</param>
/// <param name="FirstSet">The style set of the one value.</param>
/// <param name="FirstValue">The one value.</param>
/// <param name="SecondSet">The style set of the other value.</param>
/// <param name="SecondValue">The other value, which wins where both sets are in use in this order.</param>
public sealed record StyleDifference(string Selector, string Path, string FirstSet, string FirstValue, string SecondSet, string SecondValue);
