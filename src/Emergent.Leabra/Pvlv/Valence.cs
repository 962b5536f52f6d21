namespace Emergent.Leabra;

/// <summary>Whether something is about rewards or about punishments.</summary>
public enum Valence
{
    /// <summary>Rewards.</summary>
    Positive,

    /// <summary>Punishments.</summary>
    Negative,
}
