namespace Emergent.Networks;

/// <summary>How a <see cref="MixedEnvironment"/> chooses the environment of each trial.</summary>
public enum Mixing
{
    /// <summary>Drawn for each trial, each as likely as its share says.</summary>
    ByChance,

    /// <summary>One after the other, each for as many trials as its share says, and then from the beginning.</summary>
    InTurn,
}
