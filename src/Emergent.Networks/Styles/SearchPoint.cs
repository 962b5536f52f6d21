namespace Emergent.Networks;

/// <summary>One point of a search.</summary>
/// <param name="Index">Which it is, from 0.</param>
/// <param name="Settings">A setting for each parameter, as <see cref="StyleSets.Set"/>, <see cref="Simulation.Set"/> and <c>--set</c> take it: <c>#Output Layer.Inhib.Layer.Gi=1.6</c>.</param>
public sealed record SearchPoint(int Index, IReadOnlyList<string> Settings);
