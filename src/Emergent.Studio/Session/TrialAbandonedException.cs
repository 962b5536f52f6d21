namespace Emergent.Studio;

/// <summary>Leaves a trial in the middle, because the simulation is to start afresh or the session ends.</summary>
internal sealed class TrialAbandonedException() : Exception("The trial was left in the middle.");
