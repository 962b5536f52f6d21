namespace Emergent.Leabra;

/// <summary>What noise is added to.</summary>
public enum NoiseType
{
    /// <summary>No noise.</summary>
    NoNoise,

    /// <summary>The membrane potential.</summary>
    VmNoise,

    /// <summary>The excitatory conductance.</summary>
    GeNoise,

    /// <summary>The activation.</summary>
    ActNoise,

    /// <summary>Drawn, and added to hard-clamped activations, but not to Ge: as the reference has it.</summary>
    GeMultNoise,
}
