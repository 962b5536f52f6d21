using Emergent.Data;
using Emergent.Networks;

namespace Emergent.Sims;

/// <summary>Shows a cue, then other stimuli, and then asks for the cue, at equal intervals.</summary>
/// <remarks>
/// States: <c>Stimulus</c>, one active unit, none when the cue is asked for; <c>Event</c>, a unit each for cue, wait and go; <c>Response</c>, what to answer: the stimulus,
/// and at go the cue. Epochs have so many sequences.
/// </remarks>
public sealed class DelayedResponseEnvironment : IEnvironment
{
    private readonly Counter _run = new(TimeScale.Run), _epoch = new(TimeScale.Epoch), _sequence, _trial = new(TimeScale.Trial);
    private readonly Tensor<float> _stimulus, _event = new([1, 3]), _response;
    private readonly int _delay;
    private CounterRandom _random;
    private int _tick;

    /// <summary>An environment.</summary>
    /// <param name="stimuli">How many stimuli there are.</param>
    /// <param name="delay">How many trials the cue is to be held.</param>
    /// <param name="sequences">How many cues an epoch has.</param>
    /// <param name="name">What the environment is for.</param>
    public DelayedResponseEnvironment(int stimuli, int delay, int sequences, string name = "Train")
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(stimuli);
        ArgumentOutOfRangeException.ThrowIfNegative(delay);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(sequences);
        (Name, _delay, _sequence) = (name, delay, new(TimeScale.Sequence, sequences));
        (_stimulus, _response) = (new([1, stimuli]), new([1, stimuli]));
        Initialize(seed: 0, run: 0);
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public string Description => "A cue, a delay with other stimuli, and the question what the cue was.";

    /// <inheritdoc/>
    public IReadOnlyList<StateElement> States => field ??= [new("Stimulus", _stimulus.Shape), new("Event", _event.Shape), new("Response", _response.Shape)];

    /// <inheritdoc/>
    public IReadOnlyList<Counter> Counters => [_run, _epoch, _sequence, _trial];

    /// <inheritdoc/>
    public string TrialName { get; private set; } = "";

    /// <summary>Whether the cue is asked for.</summary>
    public bool IsGo => _tick == _delay + 1;

    /// <summary>Whether the cue is shown.</summary>
    public bool IsCue => _tick == 0;

    /// <summary>The cue.</summary>
    public int Cue { get; private set; }

    /// <summary>The unit of what happens: 0 cue, 1 wait, 2 go.</summary>
    public int Event => IsCue ? 0 : IsGo ? 2 : 1;

    /// <inheritdoc/>
    public void Initialize(long seed, int run)
    {
        _random = new(seed, run, CounterRandom.StreamOf(Name));
        _run.Initialize(run);
        _epoch.Initialize();
        _sequence.Initialize(-1);
        _trial.Initialize(-1);
        _tick = _delay + 1;
    }

    /// <inheritdoc/>
    public bool Step()
    {
        _epoch.Same();
        _trial.Increment();
        _tick = IsGo ? 0 : _tick + 1;
        if (IsCue && _sequence.Increment())
        {
            _epoch.Increment();
            _trial.Initialize();
        }
        var shown = _random.NextInt(_stimulus.Length);
        if (IsCue) { Cue = shown; }
        _stimulus.Fill(0);
        _event.Fill(0);
        _response.Fill(0);
        _event[Event] = 1;
        _response[IsGo ? Cue : shown] = 1;
        if (!IsGo) { _stimulus[shown] = 1; }
        TrialName = IsGo ? $"go_{Letter(Cue)}" : $"{(IsCue ? "cue" : "wait")}_{Letter(shown)}";
        return true;
    }

    /// <inheritdoc/>
    public Tensor<float> State(string name) => _trial.Current < 0 ? throw new EmergentException($"Environment '{Name}' shows nothing yet. Call Step first.")
        : name switch
        {
            "Stimulus" => _stimulus,
            "Event" => _event,
            "Response" => _response,
            _ => throw new EmergentException($"Environment '{Name}' has no state '{name}'. {Names.DidYouMean(name, States.Select(s => s.Name))}"),
        };

    private static char Letter(int unit) => (char)('A' + unit);
}
