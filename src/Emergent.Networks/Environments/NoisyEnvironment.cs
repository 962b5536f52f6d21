using Emergent.Data;

namespace Emergent.Networks;

/// <summary>Shows what another environment shows, with random numbers added to each element.</summary>
/// <remarks>
/// The noise of a trial depends only on seed, run, names and how many steps there have been: however often a state is asked for, a step has one.
/// Counters, names of trials and actions are the other environment's.
/// </remarks>
public sealed class NoisyEnvironment : IEnvironment
{
    private readonly IEnvironment _source;
    private readonly RandomParams _noise;
    private readonly Dictionary<string, Noisy> _noisy = new(StringComparer.Ordinal);
    private long _seed;
    private int _run;
    private ulong _step;

    /// <summary>Adds noise to an environment, which is put back to before its first trial.</summary>
    /// <param name="source">The environment.</param>
    /// <param name="noise">What is added: for Gaussian noise, Var is the standard deviation.</param>
    /// <param name="seed">What decides the noise and the order of the other environment, until <see cref="Initialize"/> is called with another.</param>
    /// <param name="states">The states that get it; all when none is named.</param>
    /// <exception cref="EmergentException">The environment has no such state, or the parameters of the noise are outside their range.</exception>
    public NoisyEnvironment(IEnvironment source, RandomParams noise, long seed = 0, params ReadOnlySpan<string> states)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(noise);
        (_source, _noise) = (source, noise);
        noise.Check($"Noise of environment '{source.Name}'");
        foreach (var name in states) { StateElement.Check(source, name, hasStepped: true); }
        foreach (var name in states.IsEmpty ? [.. source.States.Select(s => s.Name)] : states.ToArray())
        {
            _noisy[name] = new(CounterRandom.StreamOf($"{source.Name} noise {name}"));
        }
        Initialize(seed, run: 0);
    }

    /// <summary>The least that an element can become.</summary>
    public float Minimum { get; set; } = float.NegativeInfinity;

    /// <summary>The most that an element can become.</summary>
    public float Maximum { get; set; } = float.PositiveInfinity;

    /// <inheritdoc/>
    public string Name => _source.Name;

    /// <inheritdoc/>
    public string Description => _source.Description;

    /// <inheritdoc/>
    public IReadOnlyList<StateElement> States => _source.States;

    /// <inheritdoc/>
    public IReadOnlyList<StateElement> Actions => _source.Actions;

    /// <inheritdoc/>
    public IReadOnlyList<Counter> Counters => _source.Counters;

    /// <inheritdoc/>
    public string TrialName => _source.TrialName;

    /// <inheritdoc/>
    public void Initialize(long seed, int run)
    {
        _noise.Check($"Noise of environment '{Name}'");
        _source.Initialize(seed, run);
        (_seed, _run, _step) = (seed, run, 0);
    }

    /// <inheritdoc/>
    public bool Step()
    {
        _step++;
        return _source.Step();
    }

    /// <inheritdoc/>
    public Tensor<float> State(string name)
    {
        var clean = _source.State(name);
        if (!_noisy.TryGetValue(name, out var noisy)) { return clean; }
        if (noisy.Step != _step || noisy.Pattern is null || !noisy.Pattern.Shape.Equals(clean.Shape))
        {
            if (noisy.Pattern is null || !noisy.Pattern.Shape.Equals(clean.Shape)) { noisy.Pattern = new(clean.Shape); }
            var random = new CounterRandom(_seed, _run, noisy.Stream, _step);
            for (var i = 0; i < clean.Length; i++)
            {
                noisy.Pattern.Values[i] = Math.Clamp(clean.Values[i] + (float)_noise.Generate(ref random), Minimum, Maximum);
            }
            noisy.Step = _step;
        }
        return noisy.Pattern;
    }

    /// <inheritdoc/>
    public void Act(string name, Tensor<float> value) => _source.Act(name, value);

    private sealed class Noisy(ulong stream)
    {
        public ulong Stream { get; } = stream;

        public ulong Step { get; set; }

        public Tensor<float>? Pattern { get; set; }
    }
}
