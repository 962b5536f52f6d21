using Emergent.Data;
using Emergent.Networks;

namespace Emergent.Sims;

/// <summary>Says which stimuli to store, which to ignore, and when to recall what was stored.</summary>
/// <remarks>
/// States: <c>Input</c>, the stimulus as one active unit, none in recall; <c>CtrlInput</c>, what to do, a unit each for storing in each slot, ignoring and recalling each slot;
/// <c>Output</c>, what to answer: the stimulus, or in recall what the slot holds. All that can be done comes equally often: what is full cannot be stored in, what is empty
/// cannot be recalled. A slot is empty after recall. Source: emergent leabra, examples/sir2.
/// </remarks>
public sealed class StoreIgnoreRecallEnvironment : IEnvironment
{
    private const int Empty = -1;

    private readonly Counter _run = new(TimeScale.Run), _trial = new(TimeScale.Trial);
    private readonly Tensor<float> _input, _control, _output;
    private readonly int[] _slots;
    private CounterRandom _random;
    private int _action;

    /// <summary>An environment.</summary>
    /// <param name="slots">How many stimuli can be held at once.</param>
    /// <param name="stimuli">How many different stimuli there are.</param>
    /// <param name="name">What the environment is for.</param>
    public StoreIgnoreRecallEnvironment(int slots, int stimuli = 4, string name = "Train")
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(slots);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(stimuli);
        (Name, _slots) = (name, new int[slots]);
        (_input, _control, _output) = (new([1, stimuli]), new([1, 2 * slots + 1]), new([1, stimuli]));
        Initialize(seed: 0, run: 0);
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public string Description => "Stimuli to store, to ignore and to recall.";

    /// <inheritdoc/>
    public IReadOnlyList<StateElement> States => field ??= [new("Input", _input.Shape), new("CtrlInput", _control.Shape), new("Output", _output.Shape)];

    /// <inheritdoc/>
    public IReadOnlyList<Counter> Counters => [_run, _trial];

    /// <inheritdoc/>
    public string TrialName { get; private set; } = "";

    /// <summary>Whether what was stored is to be recalled.</summary>
    public bool IsRecall => _action > _slots.Length;

    /// <summary>The unit that the answer is.</summary>
    public int Answer { get; private set; }

    /// <summary>Gives the numbers below a bound that say what comes, for runs of another program again; its own are drawn where this is null.</summary>
    internal Func<int, int>? Draw { get; set; }

    /// <inheritdoc/>
    public void Initialize(long seed, int run)
    {
        _random = new(seed, run, CounterRandom.StreamOf(Name));
        _run.Initialize(run);
        _trial.Initialize(-1);
        Array.Fill(_slots, Empty);
    }

    /// <inheritdoc/>
    public bool Step()
    {
        _trial.Increment();
        do { _action = Below(_control.Length); } while (!IsPossible);
        Answer = Below(_input.Length);
        var slot = _action < _slots.Length ? _action : _action - _slots.Length - 1;
        var (doing, number) = (IsRecall ? "recall" : _action == _slots.Length ? "ignore" : "store", _slots.Length > 1 ? $"{slot + 1}" : "");
        if (IsRecall) { (Answer, _slots[slot]) = (_slots[slot], Empty); }
        else if (_action < _slots.Length) { _slots[slot] = Answer; }
        Show(_control, _action);
        Show(_input, IsRecall ? Empty : Answer);
        Show(_output, Answer);
        TrialName = $"{doing}{(doing == "ignore" ? "" : number)}_{(char)('A' + Answer)}";
        return true;
    }

    /// <inheritdoc/>
    public Tensor<float> State(string name) => _trial.Current < 0 ? throw new EmergentException($"Environment '{Name}' shows nothing yet. Call Step first.")
        : name switch
        {
            "Input" => _input,
            "CtrlInput" => _control,
            "Output" => _output,
            _ => throw new EmergentException($"Environment '{Name}' has no state '{name}'. {Names.DidYouMean(name, States.Select(s => s.Name))}"),
        };

    private int Below(int bound) => Draw is { } draw ? draw(bound) : _random.NextInt(bound);

    private bool IsPossible => _action == _slots.Length || (IsRecall ? _slots[_action - _slots.Length - 1] != Empty : _slots[_action] == Empty);

    private static void Show(Tensor<float> state, int unit)
    {
        state.Fill(0);
        if (unit != Empty) { state[unit] = 1; }
    }
}
