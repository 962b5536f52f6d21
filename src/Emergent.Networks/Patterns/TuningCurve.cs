namespace Emergent.Networks;

/// <summary>How strongly a unit of a population code answers to a value that is not quite its own.</summary>
public enum TuningCurve
{
    /// <summary>exp(−((t − v) / (σ·range))²): every unit answers, those near the value most.</summary>
    GaussBump,

    /// <summary>Only the two units on either side of the value answer, each the more the nearer it is; the two add up to 1.</summary>
    Localist,
}
