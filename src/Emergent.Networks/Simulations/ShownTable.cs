using Emergent.Data;

namespace Emergent.Networks;

/// <summary>A table that a simulation shows beside its logs: patterns to look at and edit, or what an action has found out.</summary>
/// <param name="Name">Its name, and the end of its file's name where it is written beside the logs.</param>
/// <param name="Table">Gives the table as it is now, which may be another each time.</param>
/// <remarks>A window asks for it again whenever something may have changed it, so nothing needs to be told.</remarks>
public sealed record ShownTable(string Name, Func<Table> Table)
{
    /// <summary>What it holds, in a sentence.</summary>
    public string Description { get; init; } = "";

    /// <summary>Whether the user may change cells, and add and delete rows: for patterns that an environment shows. Such a table is not written beside the logs.</summary>
    public bool IsEditable { get; init; }

    /// <summary>What it looks like when it is first opened.</summary>
    public ShownAs As { get; init; } = ShownAs.Cells;

    /// <summary>The column of tensors that <see cref="ShownAs.Similarity"/>, <see cref="ShownAs.Clusters"/> and <see cref="ShownAs.Components"/> are about; the first if empty.</summary>
    public string Column { get; init; } = "";

    /// <summary>The column that rows are labelled with; the first of texts if empty.</summary>
    public string Labels { get; init; } = "";

    /// <summary>How rows are compared.</summary>
    public Metric Metric { get; init; } = Metric.InvCorrelation;

    /// <summary>How the distance of clusters comes from that of their rows.</summary>
    public Linkage Linkage { get; init; } = Linkage.Average;

    /// <summary>Which two principal components are the axes, from 0.</summary>
    public (int X, int Y) Components { get; init; } = (0, 1);
}
