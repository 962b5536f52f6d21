namespace Emergent.Networks;

/// <summary>The direction of a projection within the hierarchy of layers; its name is a style class of the projection.</summary>
public enum ProjectionKind
{
    /// <summary>Bottom-up: from the input towards the output.</summary>
    Forward,

    /// <summary>Top-down: from the output towards the input.</summary>
    Back,

    /// <summary>Between units of one layer, or of layers on one level.</summary>
    Lateral,

    /// <summary>Inhibitory: adds to the inhibition of its receivers.</summary>
    Inhib,
}
