namespace Emergent.Networks.Simulations;

/// <summary>x</summary>
public abstract class Simulation { }
