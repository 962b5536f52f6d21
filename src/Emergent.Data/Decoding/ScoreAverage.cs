namespace Emergent.Data;

/// <summary>How scores of classes become one.</summary>
public enum ScoreAverage
{
    /// <summary>From the counts of all classes together: every case counts equally. Precision, recall and F1 are then all the accuracy.</summary>
    Micro,

    /// <summary>The mean over classes: every class counts equally.</summary>
    Macro,

    /// <summary>The mean over classes, weighted by how often each was the actual one.</summary>
    Weighted,
}
