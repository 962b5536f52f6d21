using Emergent.Data;
using Emergent.Networks;

namespace Emergent.Sims;

/// <summary>What is presented in the second part of a conditioning experiment, after stimulus A has been followed by reward.</summary>
public enum ConditioningPhase
{
    /// <summary>A and reward, as before.</summary>
    Acquisition,

    /// <summary>A without reward.</summary>
    Extinction,

    /// <summary>Another stimulus, B, comes before A and ends where A begins; then reward.</summary>
    SecondOrder,
}

/// <summary>Pavlovian conditioning in time: trials of 20 steps, with a stimulus A from step 10 to the reward at step 15.</summary>
/// <remarks>
/// Stimuli are complete serial compounds: a row of units for each stimulus, of which the one of the present moment is active. So each moment can come to predict reward by itself.
/// States: <c>Input</c>, [stimuli A, B, C; steps]; <c>Rew</c>, one unit, 1 or 0. A trial here is a step in time; an epoch is one presentation, all its steps.
/// Source: Sutton and Barto (1990), Time-derivative models of Pavlovian reinforcement; the textbook's simulation rl_cond.
/// </remarks>
public sealed class ConditioningEnvironment : IEnvironment
{
    /// <summary>The number of steps of a presentation.</summary>
    public const int Steps = 20;

    /// <summary>The step at which stimulus A begins.</summary>
    public const int OnsetOfA = 10;

    /// <summary>The step at which stimulus B begins, which lasts until A does.</summary>
    public const int OnsetOfB = 2;

    /// <summary>The step of the reward, the last of stimulus A.</summary>
    public const int RewardStep = 15;

    private readonly Counter _run = new(TimeScale.Run), _epoch = new(TimeScale.Epoch), _trial = new(TimeScale.Trial, Steps);
    private readonly Tensor<float> _input = new([3, Steps]), _reward = new([1, 1]);
    private readonly int _acquisition;
    private readonly ConditioningPhase _then;

    /// <summary>An experiment of two parts.</summary>
    /// <param name="acquisition">How many presentations the first part has: stimulus A, then reward.</param>
    /// <param name="then">What comes after.</param>
    public ConditioningEnvironment(int acquisition, ConditioningPhase then)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(acquisition);
        (_acquisition, _then) = (acquisition, then);
        Initialize(seed: 0, run: 0);
    }

    /// <inheritdoc/>
    public string Name => "Train";

    /// <inheritdoc/>
    public string Description => "Pavlovian conditioning: stimuli and reward in time.";

    /// <inheritdoc/>
    public IReadOnlyList<StateElement> States => [new("Input", _input.Shape) { DimensionNames = ["Stimulus", "Step"] }, new("Rew", _reward.Shape)];

    /// <inheritdoc/>
    public IReadOnlyList<Counter> Counters => [_run, _epoch, _trial];

    /// <summary>What is presented at this step: A, B, US (reward) or nothing.</summary>
    public string TrialName => (_input[0, _trial.Current] > 0, _input[1, _trial.Current] > 0, _reward[0] > 0) switch
    {
        (true, _, true) => "A+US",
        (true, _, _) => "A",
        (_, true, _) => "B",
        _ => "",
    };

    /// <summary>The part of the experiment that a presentation belongs to.</summary>
    public ConditioningPhase PhaseOf(int presentation) => presentation < _acquisition ? ConditioningPhase.Acquisition : _then;

    /// <inheritdoc/>
    public void Initialize(long seed, int run)
    {
        _run.Initialize(run);
        _epoch.Initialize();
        _trial.Initialize(-1);
    }

    /// <inheritdoc/>
    public bool Step()
    {
        _epoch.Same();
        if (_trial.Increment()) { _epoch.Increment(); }
        var (step, phase) = (_trial.Current, PhaseOf(_epoch.Current));
        _input.Fill(0);
        if (step is >= OnsetOfA and <= RewardStep) { _input[0, step] = 1; }
        if (step is >= OnsetOfB and < OnsetOfA && phase == ConditioningPhase.SecondOrder) { _input[1, step] = 1; }
        _reward[0] = step == RewardStep && phase != ConditioningPhase.Extinction ? 1 : 0;
        return true;
    }

    /// <inheritdoc/>
    public Tensor<float> State(string name) => _trial.Current < 0 ? throw new EmergentException($"Environment '{Name}' shows nothing yet. Call Step first.")
        : name == "Input" ? _input : name == "Rew" ? _reward
        : throw new EmergentException($"Environment '{Name}' has no state '{name}'. {Names.DidYouMean(name, States.Select(s => s.Name))}");
}
