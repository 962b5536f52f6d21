namespace Emergent.Networks;

/// <summary>A simulation: a network, its environments, and how they are run.</summary>
public abstract class Simulation { }
