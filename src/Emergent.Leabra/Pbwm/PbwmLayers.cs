namespace Emergent.Leabra;

/// <summary>Working memory with gates.</summary>
/// <param name="BG">The basal ganglia, which open gates.</param>
/// <param name="PFC">The prefrontal layers, which maintain and put out.</param>
public sealed record PbwmLayers(DorsalBasalGanglia BG, PrefrontalLayers PFC);
