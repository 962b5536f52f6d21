namespace Emergent.Sims;

/// <summary>What a pass of the benchmark measures: each costs time and cache that the one before does not.</summary>
internal enum BenchmarkMeasure
{
    /// <summary>The time of trials.</summary>
    Trials,

    /// <summary>The times of their steps, too.</summary>
    Steps,

    /// <summary>The work that they are, too.</summary>
    Work,
}
