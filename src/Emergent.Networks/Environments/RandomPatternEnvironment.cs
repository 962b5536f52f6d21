using Emergent.Data;

namespace Emergent.Networks;

/// <summary>Shows random patterns that never come again: each trial draws new ones, with a given number of active units in each state.</summary>
/// <remarks>A pattern depends only on seed, run, the environment's name, its state and how many trials there have been, so another state more leaves the others as they were.</remarks>
public sealed class RandomPatternEnvironment : IEnvironment
{
    private readonly EpochCounters _counters;
    private readonly Dictionary<string, (Tensor<float> Pattern, ulong Stream)> _patterns = new(StringComparer.Ordinal);
    private readonly double _active;
    private long _seed;

    /// <summary>An environment of random patterns, ready for its first step.</summary>
    /// <param name="trialsPerEpoch">How many trials make an epoch.</param>
    /// <param name="active">Which part of the units of each state is active, from 0 to 1; rounded to whole units.</param>
    /// <param name="name">What the environment is for; each name has patterns of its own.</param>
    /// <param name="seed">What decides the patterns, until <see cref="Initialize"/> is called with another.</param>
    /// <param name="states">What is shown: the name of each layer and its shape.</param>
    /// <exception cref="ArgumentException">There are no states, or two of one name, or a number is out of its range.</exception>
    public RandomPatternEnvironment(int trialsPerEpoch, double active, string name = "Train", long seed = 0, params ReadOnlySpan<StateElement> states)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(trialsPerEpoch);
        if (active is not (>= 0 and <= 1)) { throw new ArgumentOutOfRangeException(nameof(active), active, "The active part of the units is from 0 to 1."); }
        if (states.IsEmpty) { throw new ArgumentException("Say what is shown: new StateElement(\"Input\", [5, 5]).", nameof(states)); }
        (Name, _active, _counters, States) = (name, active, new(trialsPerEpoch), states.ToArray());
        foreach (var state in states)
        {
            if (!_patterns.TryAdd(state.Name, (new(state.Shape), CounterRandom.StreamOf($"{name} patterns {state.Name}"))))
            {
                throw new ArgumentException($"Environment '{name}' was given two states '{state.Name}'. Give each the name of another layer.", nameof(states));
            }
        }
        Initialize(seed, run: 0);
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public string Description { get; set; } = "";

    /// <inheritdoc/>
    public IReadOnlyList<StateElement> States { get; }

    /// <inheritdoc/>
    public IReadOnlyList<Counter> Counters => _counters.All;

    /// <inheritdoc/>
    public string TrialName => "";

    /// <inheritdoc/>
    public void Initialize(long seed, int run)
    {
        _seed = seed;
        _counters.Initialize(run);
    }

    /// <inheritdoc/>
    public bool Step()
    {
        _counters.Step();
        foreach (var (pattern, stream) in _patterns.Values)
        {
            var random = new CounterRandom(_seed, _counters.Run.Current, stream, _counters.Index);
            Patterns.PermuteBits(pattern.Values, Patterns.Count(_active, pattern.Length), ref random);
        }
        return true;
    }

    /// <inheritdoc/>
    public Tensor<float> State(string name)
    {
        StateElement.Check(this, name, _counters.Trial.Current >= 0);
        return _patterns[name].Pattern;
    }
}
