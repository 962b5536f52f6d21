namespace Emergent.Leabra;

/// <summary>The layers of a cortical area that predicts.</summary>
/// <param name="Super">Superficial units.</param>
/// <param name="CT">Corticothalamic units: context.</param>
/// <param name="Pulvinar">What is predicted, and what happened; null if it has none of its own. Name its drivers.</param>
/// <param name="SuperToCT">Copies bursts to context.</param>
public sealed record DeepLayers(SuperLayer Super, CorticothalamicLayer CT, PulvinarLayer? Pulvinar, ContextProjection SuperToCT);
