using Emergent.Data;

namespace Emergent.Networks;

/// <summary>Shows trials of several environments, by chance or in turn: old lists among new ones, one task in a block after another.</summary>
/// <remarks>
/// Each environment keeps its own place and epochs; this one counts trials, and epochs of a given number of them. Which is chosen depends only on seed, run, name and
/// how many trials there have been. An environment that has no more trials is passed over; when none has any, there are no more. Actions go to the one that is shown.
/// </remarks>
public sealed class MixedEnvironment : IEnvironment
{
    private readonly IEnvironment[] _environments;
    private readonly double[] _shares, _open;
    private readonly Mixing _mixing;
    private readonly EpochCounters _counters;
    private readonly ulong _stream;
    private long _seed;
    private int _current = -1, _trialsOfTurn;

    /// <summary>A mixture of environments, ready for its first step; each is put back to before its first trial.</summary>
    /// <param name="trialsPerEpoch">How many trials make an epoch.</param>
    /// <param name="mixing">How the environment of a trial is chosen.</param>
    /// <param name="name">What the mixture is for.</param>
    /// <param name="seed">What decides everything random, until <see cref="Initialize"/> is called with another.</param>
    /// <param name="parts">The environments, which all have the same states, and the share of each: how likely it is, or how many trials its turn has.</param>
    /// <exception cref="EmergentException">There are none, one comes twice, their states differ, or a share is not above 0 (in turn: a whole number of at least 1).</exception>
    public MixedEnvironment(
        int trialsPerEpoch, Mixing mixing = Mixing.ByChance, string name = "Train", long seed = 0, params ReadOnlySpan<(IEnvironment Environment, double Share)> parts)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(trialsPerEpoch);
        if (parts.IsEmpty) { throw new EmergentException($"Environment '{name}' mixes none. Give it environments with their shares: (old, 0.2), (young, 0.8)."); }
        foreach (var (environment, share) in parts)
        {
            ArgumentNullException.ThrowIfNull(environment);
            if (!(share > 0 && double.IsFinite(share)) || (mixing == Mixing.InTurn && (share != Math.Floor(share) || share > int.MaxValue)))
            {
                throw new EmergentException($"Environment '{name}': the share of '{environment.Name}' is {GoFormat.Shortest(share)}; "
                    + (mixing == Mixing.InTurn ? "in turn it is a number of trials, whole and at least 1." : "it is a number above 0, of which the sum of all is taken as 1."));
            }
        }
        _environments = [.. parts.ToArray().Select(part => part.Environment)];
        _shares = [.. parts.ToArray().Select(part => part.Share)];
        _open = new double[parts.Length];
        (Name, _mixing, _counters, _stream) = (name, mixing, new(trialsPerEpoch), CounterRandom.StreamOf($"{name} mixture"));
        CheckEnvironments();
        Initialize(seed, run: 0);
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public string Description { get; set; } = "";

    /// <inheritdoc/>
    public IReadOnlyList<StateElement> States => _environments[0].States;

    /// <inheritdoc/>
    public IReadOnlyList<StateElement> Actions => _environments[Math.Max(_current, 0)].Actions;

    /// <inheritdoc/>
    public IReadOnlyList<Counter> Counters => _counters.All;

    /// <summary>The environment whose trial is shown, null before the first step.</summary>
    public IEnvironment? Current => _current < 0 ? null : _environments[_current];

    /// <inheritdoc/>
    public string TrialName => Current?.TrialName ?? "";

    /// <inheritdoc/>
    public void Initialize(long seed, int run)
    {
        CheckEnvironments();
        foreach (var environment in _environments) { environment.Initialize(seed, run); }
        _seed = seed;
        _counters.Initialize(run);
        _shares.CopyTo(_open, 0);
        (_current, _trialsOfTurn) = (-1, 0);
    }

    /// <inheritdoc/>
    public bool Step()
    {
        var index = _counters.Trial.Current < 0 ? 0 : _counters.Index + 1;
        var random = new CounterRandom(_seed, _counters.Run.Current, _stream, index);
        while (Array.Exists(_open, share => share > 0))
        {
            var next = _mixing == Mixing.ByChance ? RandomDistribution.Choose(ref random, _open) : NextInTurn();
            if (_environments[next].Step())
            {
                _trialsOfTurn = next == _current ? _trialsOfTurn + 1 : 1;
                if (_mixing == Mixing.InTurn && _trialsOfTurn > _shares[next]) { _trialsOfTurn = 1; }   // the only one that is left
                _current = next;
                _counters.Step();
                return true;
            }
            _open[next] = 0;
        }
        return false;
    }

    /// <inheritdoc/>
    public Tensor<float> State(string name)
    {
        StateElement.Check(this, name, _current >= 0);
        return _environments[_current].State(name);
    }

    /// <inheritdoc/>
    public void Act(string name, Tensor<float> value) => _environments[Math.Max(_current, 0)].Act(name, value);

    private int NextInTurn()
    {
        var next = Math.Max(_current, 0);
        if (_open[next] > 0 && (_current < 0 || _trialsOfTurn < _shares[next])) { return next; }
        do { next = (next + 1) % _environments.Length; }
        while (_open[next] == 0);
        return next;
    }

    private void CheckEnvironments()
    {
        for (var i = 0; i < _environments.Length; i++)
        {
            if (_environments.AsSpan(0, i).Contains(_environments[i]))
            {
                throw new EmergentException($"Environment '{Name}' mixes '{_environments[i].Name}' twice. Give it one share, or make two environments.");
            }
            var (first, other) = (_environments[0].States, _environments[i].States);
            if (first.Count != other.Count || first.Except(other).Any())
            {
                throw new EmergentException($"Environment '{Name}' mixes '{_environments[0].Name}', which shows {Listed(first)}, with '{_environments[i].Name}', which shows {Listed(other)}. "
                    + "Environments that are mixed show the same states in the same shapes.");
            }
        }
    }

    private static string Listed(IReadOnlyList<StateElement> states) => string.Join(", ", states.Select(s => $"{s.Name} {s.Shape}"));
}
