namespace Emergent.Leabra;

/// <summary>The two compartments of the ventral striatum.</summary>
public enum StriatalCompartment
{
    /// <summary>Patch, or striosomes: expects an outcome at its time, and shunts the dopamine burst of what is expected.</summary>
    Patch,

    /// <summary>Matrix: what a stimulus promises, with the lateral habenula as its readout.</summary>
    Matrix,
}
