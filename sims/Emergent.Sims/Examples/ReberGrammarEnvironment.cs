using Emergent.Data;
using Emergent.Networks;

namespace Emergent.Sims;

/// <summary>Strings of letters by the artificial grammar of Reber: an automaton that goes one of two ways from each state, and names the way by a letter.</summary>
/// <remarks>
/// 0 –B→ 1; 1 –T→ 2 or –P→ 3; 2 –S→ 2 or –X→ 4; 3 –T→ 3 or –V→ 5; 4 –X→ 3 or –S→ 6; 5 –P→ 4 or –V→ 6; 6 –E→ the end.
/// All letters but the first and the last stand for two ways, so that a letter alone does not say what may follow.
/// States: <c>Input</c>, the letter as one active unit of seven; <c>Targets</c>, all letters that would have been legal. A letter is a trial, a string a sequence.
/// Source: Reber (1967), Implicit learning of artificial grammars; emergent leabra, examples/deep_fsa.
/// </remarks>
public sealed class ReberGrammarEnvironment : IEnvironment
{
    /// <summary>The letters in the order of units.</summary>
    public const string Letters = "BTSXVPE";

    private const int End = 7;

    private static readonly (int Next, char Letter, string Name)[][] Ways =
    [
        [(1, 'B', "B")],
        [(2, 'T', "T|P"), (3, 'P', "P|T")],
        [(2, 'S', "S|X"), (4, 'X', "X|S")],
        [(3, 'T', "T|V"), (5, 'V', "V|T")],
        [(3, 'X', "X|S"), (6, 'S', "S|X")],
        [(4, 'P', "P|V"), (6, 'V', "V|P")],
        [(End, 'E', "E")],
    ];

    private readonly Counter _run = new(TimeScale.Run), _epoch = new(TimeScale.Epoch), _sequence, _tick = new(TimeScale.Tick), _trial = new(TimeScale.Trial);
    private readonly Tensor<float> _input = new([1, 7]), _targets = new([1, 7]);
    private readonly ulong _stream;
    private CounterRandom _random;
    private int _state;

    /// <summary>A grammar that is ready for its first string.</summary>
    /// <param name="sequences">How many strings make an epoch.</param>
    /// <param name="name">What the environment is for; each name has strings of its own.</param>
    public ReberGrammarEnvironment(int sequences, string name = "Train")
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(sequences);
        (Name, _sequence, _stream) = (name, new(TimeScale.Sequence, sequences), CounterRandom.StreamOf($"{name} strings"));
        Initialize(seed: 0, run: 0);
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public string Description => "Strings of letters by the artificial grammar of Reber.";

    /// <inheritdoc/>
    public IReadOnlyList<StateElement> States => [new("Input", _input.Shape), new("Targets", _targets.Shape)];

    /// <inheritdoc/>
    public IReadOnlyList<Counter> Counters => [_run, _epoch, _sequence, _tick, _trial];

    /// <summary>The letter, and where there was a choice the other that would have been legal: <c>S|X</c>.</summary>
    public string TrialName { get; private set; } = "";

    /// <inheritdoc/>
    public void Initialize(long seed, int run)
    {
        _random = new(seed, run, _stream);
        _run.Initialize(run);
        _epoch.Initialize();
        foreach (var counter in (ReadOnlySpan<Counter>)[_sequence, _tick, _trial]) { counter.Initialize(-1); }
        (_state, TrialName) = (End, "");
    }

    /// <inheritdoc/>
    public bool Step()
    {
        _epoch.Same();
        _sequence.Same();
        if (_state == End)
        {
            _state = 0;
            _tick.Initialize(-1);
            if (_sequence.Increment()) { _epoch.Increment(); }
        }
        _tick.Increment();
        _trial.Increment();
        var ways = Ways[_state];
        var way = ways[_random.NextInt(ways.Length)];
        _input.Fill(0);
        _targets.Fill(0);
        _input[Letters.IndexOf(way.Letter)] = 1;
        foreach (var legal in ways) { _targets[Letters.IndexOf(legal.Letter)] = 1; }
        (_state, TrialName) = (way.Next, way.Name);
        return true;
    }

    /// <inheritdoc/>
    public Tensor<float> State(string name) => _trial.Current < 0 ? throw new EmergentException($"Environment '{Name}' shows nothing yet. Call Step first.")
        : name == "Input" ? _input : name == "Targets" ? _targets
        : throw new EmergentException($"Environment '{Name}' has no state '{name}'. {Names.DidYouMean(name, States.Select(s => s.Name))}");
}
