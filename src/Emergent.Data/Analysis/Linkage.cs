namespace Emergent.Data;

/// <summary>The distance between two clusters, from the distances of the items in them.</summary>
/// <remarks>Source: emergent etable, clust.</remarks>
public enum Linkage
{
    /// <summary>The smallest distance of an item of one to an item of the other (single linkage): clusters become chains.</summary>
    Minimum,

    /// <summary>The largest distance of an item of one to an item of the other (complete linkage): clusters become compact.</summary>
    Maximum,

    /// <summary>The mean distance of an item of one to an item of the other (UPGMA).</summary>
    Average,

    /// <summary>The largest distance of all + the mean distance between the two − the mean distance of their items to those of all others.</summary>
    /// <remarks>Small where the two are near each other and far from the rest. The last term is 0 when there are no others.</remarks>
    Contrast,
}
