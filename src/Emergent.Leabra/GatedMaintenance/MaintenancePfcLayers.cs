namespace Emergent.Leabra;

/// <summary>The layers of a prefrontal area that holds things, as gates let it.</summary>
/// <param name="Super">Superficial units: what could be held.</param>
/// <param name="CT">Corticothalamic units: context.</param>
/// <param name="Maint">What is held. Give it excitation from the thalamus that gates it.</param>
/// <param name="Out">What is read out. Give it excitation from the thalamus that gates it.</param>
/// <param name="Pulvinar">What is predicted, and what happened; null if there is none. Project to and from it, and name its drivers.</param>
public sealed record MaintenancePfcLayers(SuperLayer Super, CorticothalamicLayer CT, MaintenanceLayer Maint, GatedOutputLayer Out, PulvinarLayer? Pulvinar);
