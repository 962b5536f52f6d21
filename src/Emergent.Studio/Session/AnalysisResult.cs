namespace Emergent.Studio;

/// <summary>What was found out about the rows of a column.</summary>
/// <param name="Column">The column.</param>
/// <param name="LabelColumn">The column of labels; empty where rows go by their numbers.</param>
/// <param name="Labels">What each row, or each point of a tree, is called.</param>
internal sealed record AnalysisResult(string Column, string LabelColumn, IReadOnlyList<string> Labels)
{
    /// <summary>Row after row, how each compares with all.</summary>
    public double[] Values { get; init; } = [];

    /// <summary>Points from left to right: of rows along a component, or of the line that draws a tree.</summary>
    public double[] X { get; init; } = [];

    public double[] Y { get; init; } = [];

    /// <summary>The share of all variance that each of the largest components has.</summary>
    public double[] Shares { get; init; } = [];
}
