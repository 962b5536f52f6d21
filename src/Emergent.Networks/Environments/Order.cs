namespace Emergent.Networks;

/// <summary>In which order the rows of a table are shown.</summary>
public enum Order
{
    /// <summary>From the first row to the last.</summary>
    Sequential,

    /// <summary>Each row once in every epoch, in an order that is drawn anew for each.</summary>
    Permuted,

    /// <summary>A row drawn anew for each trial, all equally likely, as many trials to an epoch as there are rows: some rows come twice, others not at all.</summary>
    WithReplacement,
}
