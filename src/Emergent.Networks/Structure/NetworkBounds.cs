namespace Emergent.Networks;

/// <summary>The box that all layers of a network are drawn in, in unit widths.</summary>
/// <param name="Left">The smallest X of a layer.</param>
/// <param name="Front">The smallest Y of a layer.</param>
/// <param name="Bottom">The lowest plane.</param>
/// <param name="Right">The largest X.</param>
/// <param name="Back">The largest Y.</param>
/// <param name="Top">The highest plane.</param>
public readonly record struct NetworkBounds(float Left, float Front, float Bottom, float Right, float Back, float Top);
