namespace Emergent.Leabra;

/// <summary>The averages of a unit's activity that learning is driven by.</summary>
/// <remarks>Source: emergent leabra, learn.go.</remarks>
public class LearnNeuronParams
{
    /// <summary>Averages over the trial, on a cascade of time scales.</summary>
    public LearnActAvgParams ActAvg { get; } = new();

    /// <summary>The average over trials: the floating threshold of Hebbian (BCM) learning.</summary>
    public AvgLParams AvgL { get; } = new();

    /// <summary>The running average of how well minus and plus phase agree.</summary>
    public CosDiffParams CosDiff { get; } = new();
}
