using Emergent.Data;
using Emergent.Networks;

namespace Emergent.Sims;

/// <summary>A gambling machine with several arms, each of which pays with a probability of its own: the smallest environment that is acted upon.</summary>
/// <remarks>
/// States: <c>Machine</c>, one unit that is always active; <c>Arm</c>, the arm pulled last; <c>Reward</c>, 1 where it paid. Action: <c>Pull</c>, a unit for each arm, of
/// which the most active is pulled in the next step. Whether an arm pays in a trial depends only on seed, run and trial, not on what was pulled before, so that ways to
/// choose can be compared on the same luck.
/// </remarks>
public sealed class BanditEnvironment : IEnvironment
{
    private readonly Counter _run = new(TimeScale.Run), _trial = new(TimeScale.Trial);
    private readonly Tensor<float> _machine = new([1], [1]), _arm, _reward = new([1]);
    private readonly double[] _probabilities;
    private long _seed;
    private int _pull = -1;

    /// <summary>A machine.</summary>
    /// <param name="probabilities">How likely each arm is to pay.</param>
    /// <param name="name">What the environment is for.</param>
    /// <param name="seed">What decides when arms pay, until <see cref="Initialize"/> is called with another.</param>
    /// <exception cref="EmergentException">There are no arms, or a probability is outside 0 … 1.</exception>
    public BanditEnvironment(IReadOnlyList<double> probabilities, string name = "Train", long seed = 0)
    {
        ArgumentNullException.ThrowIfNull(probabilities);
        (Name, _probabilities) = (name, [.. probabilities]);
        if (_probabilities.Length == 0) { throw new EmergentException($"Environment '{name}' has no arms. Give the probability that each pays: [0.2, 0.8]."); }
        if (Array.FindIndex(_probabilities, p => p is not (>= 0 and <= 1)) is var wrong and >= 0)
        {
            throw new EmergentException($"Environment '{name}': arm {wrong} pays with probability {GoFormat.Shortest(_probabilities[wrong])}; a probability is from 0 to 1.");
        }
        _arm = new([_probabilities.Length]);
        Initialize(seed, run: 0);
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public string Description => "A gambling machine with several arms.";

    /// <inheritdoc/>
    public IReadOnlyList<StateElement> States => [new("Machine", [1]), new("Arm", _arm.Shape), new("Reward", [1])];

    /// <inheritdoc/>
    public IReadOnlyList<StateElement> Actions => [new("Pull", _arm.Shape)];

    /// <inheritdoc/>
    public IReadOnlyList<Counter> Counters => [_run, _trial];

    /// <inheritdoc/>
    public string TrialName => PulledArm < 0 ? "none" : $"arm_{PulledArm}";

    /// <summary>The arm that was pulled in this trial, −1 for none.</summary>
    public int PulledArm { get; private set; } = -1;

    /// <summary>Pulls an arm in the next step.</summary>
    /// <exception cref="EmergentException">There is no such arm.</exception>
    public void Pull(int arm)
    {
        if ((uint)arm >= (uint)_probabilities.Length)
        {
            throw new EmergentException($"Environment '{Name}' has no arm {arm}; its {_probabilities.Length} arms are 0 to {_probabilities.Length - 1}.");
        }
        _pull = arm;
    }

    /// <inheritdoc/>
    public void Initialize(long seed, int run)
    {
        _seed = seed;
        _run.Initialize(run);
        _trial.Initialize(-1);
        (_pull, PulledArm) = (-1, -1);
    }

    /// <inheritdoc/>
    public bool Step()
    {
        _trial.Increment();
        (PulledArm, _pull) = (_pull, -1);
        _arm.Fill(0);
        _reward[0] = 0;
        if (PulledArm < 0) { return true; }
        _arm[PulledArm] = 1;
        var random = new CounterRandom(_seed, _run.Current, CounterRandom.StreamOf($"{Name} arm {PulledArm}"), (ulong)_trial.Current);
        _reward[0] = RandomDistribution.Bool(ref random, _probabilities[PulledArm]) ? 1 : 0;
        return true;
    }

    /// <inheritdoc/>
    public Tensor<float> State(string name) => _trial.Current < 0 ? throw new EmergentException($"Environment '{Name}' shows nothing yet. Call Step first.")
        : name switch
        {
            "Machine" => _machine,
            "Arm" => _arm,
            "Reward" => _reward,
            _ => throw new EmergentException($"Environment '{Name}' has no state '{name}'. {Names.DidYouMean(name, States.Select(s => s.Name))}"),
        };

    /// <summary>Chooses the arm of the next step: the one whose unit is most active.</summary>
    /// <exception cref="EmergentException">The action is not Pull, or its value does not have a unit for each arm of which one at least is active.</exception>
    public void Act(string name, Tensor<float> value) => Pull(ActionChoice.MostActive(this, name, value));
}
