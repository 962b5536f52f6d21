namespace Emergent.Networks;

/// <summary>Where a layer is drawn and how large, in unit widths.</summary>
/// <param name="Name">The layer's name.</param>
/// <param name="X">The left edge.</param>
/// <param name="Y">The front edge; Y grows away from the viewer.</param>
/// <param name="Z">The plane, counted upwards.</param>
/// <param name="Width">The extent to the right of <paramref name="X"/>.</param>
/// <param name="Depth">The extent behind <paramref name="Y"/>.</param>
public readonly record struct LayerBox(string Name, float X, float Y, float Z, float Width, float Depth);
