namespace Emergent.Leabra;

/// <summary>A layer that another one modulates.</summary>
/// <param name="Receiver">The name of the layer.</param>
/// <param name="Scale">The factor on the activity of the sender's pool.</param>
public readonly record struct ModulationTarget(string Receiver, float Scale);
