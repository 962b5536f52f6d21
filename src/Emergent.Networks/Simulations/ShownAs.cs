namespace Emergent.Networks;

/// <summary>What a table looks like when a window first opens it; the user can change that.</summary>
public enum ShownAs
{
    /// <summary>Rows and columns.</summary>
    Cells,

    /// <summary>Lines or points over the column of its metadata <c>XAxisCol</c>.</summary>
    Plot,

    /// <summary>How alike each two rows are, as a coloured matrix.</summary>
    Similarity,

    /// <summary>Which rows group together, as a tree.</summary>
    Clusters,

    /// <summary>The rows as labelled points, along two principal components.</summary>
    Components,

    /// <summary>The cells of a column of tensors as pictures, which fill the window.</summary>
    Grid,
}
