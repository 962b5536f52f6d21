namespace Emergent.Data;

/// <summary>How well one class is told from all others.</summary>
/// <param name="TruePositives">How often it was the actual class and predicted.</param>
/// <param name="FalsePositives">How often it was predicted and another was the actual one.</param>
/// <param name="FalseNegatives">How often it was the actual class and another was predicted.</param>
/// <param name="TrueNegatives">How often it was neither.</param>
public readonly record struct ClassScores(long TruePositives, long FalsePositives, long FalseNegatives, long TrueNegatives)
{
    /// <summary>TP / (TP + FP): how much of what was predicted is right; NaN where it was never predicted.</summary>
    public double Precision => (double)TruePositives / (TruePositives + FalsePositives);

    /// <summary>TP / (TP + FN): how much of what there is was found; NaN where the class never occurred.</summary>
    public double Recall => (double)TruePositives / (TruePositives + FalseNegatives);

    /// <summary>2 TP / (2 TP + FP + FN), the harmonic mean of both; NaN where the class neither occurred nor was predicted.</summary>
    public double F1 => 2.0 * TruePositives / (2.0 * TruePositives + FalsePositives + FalseNegatives);

    /// <summary>(TP + TN) / all: how much of all is right about this class; NaN of none.</summary>
    public double Accuracy => (double)(TruePositives + TrueNegatives) / (TruePositives + FalsePositives + FalseNegatives + TrueNegatives);
}
