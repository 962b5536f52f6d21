namespace Emergent.Leabra;

/// <summary>The layers of prefrontal cortex.</summary>
/// <param name="Maint">Superficial units of maintaining stripes; null if there are none.</param>
/// <param name="MaintDeep">Their deep units, which maintain.</param>
/// <param name="Out">Superficial units of output stripes; null if there are none.</param>
/// <param name="OutDeep">Their deep units, which put out.</param>
public sealed record PrefrontalLayers(PbwmLayer? Maint, PFCDeepLayer? MaintDeep, PbwmLayer? Out, PFCDeepLayer? OutDeep);
