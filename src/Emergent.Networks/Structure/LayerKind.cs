namespace Emergent.Networks;

/// <summary>What a layer is for, which decides how patterns reach it.</summary>
public enum LayerKind
{
    /// <summary>Computes; a pattern presented to it is external input like any other.</summary>
    Hidden,

    /// <summary>Receives the input pattern throughout the trial.</summary>
    Input,

    /// <summary>Receives the desired pattern in the plus phase and is scored on what it did in the minus phase.</summary>
    Target,

    /// <summary>Is scored against the desired pattern, which never reaches its units.</summary>
    Compare,
}
