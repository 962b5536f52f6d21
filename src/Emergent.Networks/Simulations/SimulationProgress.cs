namespace Emergent.Networks;

/// <summary>How far a simulation has come.</summary>
/// <param name="Mode">What it does with its network.</param>
/// <param name="Run">The present run, from 0.</param>
/// <param name="Runs">How many runs there are.</param>
/// <param name="Epoch">The present epoch, from 0.</param>
/// <param name="Epochs">How many epochs a run has at most; 0 for no limit.</param>
/// <param name="Trial">The present trial, from 0.</param>
/// <param name="Trials">How many trials an epoch has; 0 where only the environment knows.</param>
/// <param name="PercentError">The share of trials in error in the last epoch, 0…1; NaN where errors are not logged or no epoch has ended.</param>
/// <param name="SumSquared">The sum of squared errors in the last epoch; NaN likewise.</param>
/// <param name="Share">The share of all epochs done, 0…1, if further runs are as long as those before.</param>
/// <param name="Elapsed">The time spent running.</param>
/// <param name="Remaining">The time that is probably left; null while nothing is known.</param>
public sealed record SimulationProgress(
    RunMode Mode, int Run, int Runs, int Epoch, int Epochs, int Trial, int Trials,
    double PercentError, double SumSquared, double Share, TimeSpan Elapsed, TimeSpan? Remaining);
