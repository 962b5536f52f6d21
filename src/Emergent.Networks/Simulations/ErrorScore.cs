namespace Emergent.Networks;

/// <summary>How far what a layer did was from what it should have done, over the trials added.</summary>
/// <remarks>Shares are 0…1, as in emergent's PctErr and PctCor. A trial is in error when its squared error is not 0.</remarks>
/// <param name="tolerance">Differences of a unit smaller than this count as none; 0.5 counts units on the wrong side.</param>
public sealed class ErrorScore(float tolerance = 0.5f)
{
    private double _averages, _cosines;

    /// <summary>Differences of a unit smaller than this count as none.</summary>
    public float Tolerance { get; } = tolerance >= 0f ? tolerance : throw new ArgumentOutOfRangeException(nameof(tolerance), $"A score's tolerance is {tolerance}; it must be 0 or more.");

    /// <summary>The number of trials.</summary>
    public int Trials { get; private set; }

    /// <summary>The number of trials in error.</summary>
    public int Errors { get; private set; }

    /// <summary>The sum of squared errors over units and trials: emergent's SSE.</summary>
    public double SumSquared { get; private set; }

    /// <summary>The mean over trials of the mean squared error of a unit: emergent's AvgSSE.</summary>
    public double AverageSquared => Trials == 0 ? 0 : _averages / Trials;

    /// <summary>The share of trials in error, 0…1: emergent's PctErr.</summary>
    public double PercentError => Trials == 0 ? 0 : (double)Errors / Trials;

    /// <summary>The share of trials without error, 0…1: emergent's PctCor.</summary>
    public double PercentCorrect => Trials == 0 ? 0 : (double)(Trials - Errors) / Trials;

    /// <summary>The mean over trials of the cosine between what the layer did and what it should have done, −1…1: emergent's CosDiff.</summary>
    public double Agreement => Trials == 0 ? 0 : _cosines / Trials;

    /// <summary>Whether there were trials, and none in error.</summary>
    public bool IsPerfect => Trials > 0 && Errors == 0;

    /// <summary>What the last trial added.</summary>
    public TrialScore Last { get; private set; }

    /// <summary>Adds the last trial of a layer.</summary>
    public void Add(IScored layer)
    {
        ArgumentNullException.ThrowIfNull(layer);
        var (sum, mean) = layer.SquaredError(Tolerance);
        Last = new(sum, mean, layer.Agreement);
        Trials++;
        if (Last.IsError) { Errors++; }
        SumSquared += sum;
        _averages += mean;
        _cosines += Last.Agreement;
    }

    /// <summary>Forgets all trials.</summary>
    public void Reset() => (Trials, Errors, SumSquared, _averages, _cosines, Last) = (0, 0, 0, 0, 0, default);
}

/// <summary>The error of one trial.</summary>
/// <param name="SumSquared">The sum of squared errors over units.</param>
/// <param name="AverageSquared">Their mean over units.</param>
/// <param name="Agreement">The cosine between what the layer did and what it should have done, −1…1.</param>
public readonly record struct TrialScore(double SumSquared, double AverageSquared, double Agreement)
{
    /// <summary>Whether a unit was wrong.</summary>
    public bool IsError => SumSquared != 0;
}
