using Emergent.Data;

namespace Emergent.Networks;

/// <summary>Steps an environment through its epochs for a loop over trials.</summary>
/// <remarks>
/// The step comes first. Where it leads into a new epoch, the present one is over, and the trial that it led to is kept for the next.
/// Source: emergent env, and the example ra25, TrainTrial.
/// </remarks>
internal sealed class EnvironmentStepper(IEnvironment environment, int trialsPerEpoch)
{
    private Counter? _epoch;
    private bool _isFirst, _keepsTrial;

    public IEnvironment Environment { get; } = environment;

    /// <summary>The trials of each epoch, as far as that is known beforehand; 0 where only the environment knows.</summary>
    public int TrialsPerEpoch =>
        trialsPerEpoch > 0 ? trialsPerEpoch : Environment is TableEnvironment table ? table.TrialsPerEpoch : 0;

    /// <summary>Whether the environment has nothing more to show.</summary>
    public bool IsExhausted { get; private set; }

    public void Initialize(long seed, int run)
    {
        Environment.Initialize(seed, run);
        _epoch = trialsPerEpoch > 0 ? null : Environment.Counters.FirstOrDefault(c => c.Scale == TimeScale.Epoch)
            ?? throw new EmergentException($"Environment '{Environment.Name}' has no counter of epochs, so nothing says when one ends. "
                + "Say how many trials make one: plan.Train(environment, trials: 100).");
        (_isFirst, _keepsTrial, IsExhausted) = (true, false, false);
    }

    /// <summary>Goes on to the next trial of the present epoch, if it has one.</summary>
    public bool Next()
    {
        if (_keepsTrial)
        {
            _keepsTrial = false;
            if (Environment is not TableEnvironment { Row: < 0 }) { return true; }
            _isFirst = true;   // the patterns were exchanged between epochs, so the trial kept is gone: this epoch begins with the first of the new ones
        }
        if (IsExhausted) { return false; }
        if (!Environment.Step())
        {
            IsExhausted = true;
            return false;
        }
        _keepsTrial = _epoch is { Changed: true } && !_isFirst;
        _isFirst = false;
        return !_keepsTrial;
    }
}
