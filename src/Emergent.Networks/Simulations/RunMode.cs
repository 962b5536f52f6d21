namespace Emergent.Networks;

/// <summary>What a simulation does with its network.</summary>
public enum RunMode
{
    /// <summary>Trials with learning.</summary>
    Train,

    /// <summary>Trials without learning, to see what was learned.</summary>
    Test,
}
