using Emergent.Data;
using Emergent.Leabra;
using Emergent.Networks;

namespace Emergent.Sims;

/// <summary>Conditions an animal by a schedule: conditions of blocks of trials of ticks.</summary>
/// <remarks>
/// A step goes on to the next trial; <see cref="ShowTick"/> shows its ticks. An epoch is a block. States are StimIn, ContextIn, USTimeIn, PosPV and NegPV.
/// </remarks>
public sealed class PvlvEnvironment : IEnvironment
{
    private readonly Counter _run = new(TimeScale.Run), _condition = new(TimeScale.Condition), _epoch = new(TimeScale.Epoch), _trial = new(TimeScale.Trial);
    private readonly IReadOnlyList<(string Name, PvlvCondition Condition)> _schedule;
    private readonly PvlvSizes _sizes = new();
    private CounterRandom _random;
    private List<(PvlvTrial Trial, bool IsGiven)> _block = [];

    /// <summary>An environment for a schedule.</summary>
    /// <exception cref="EmergentException">There is no such schedule.</exception>
    public PvlvEnvironment(string schedule, string name = "Train")
    {
        (Name, _schedule, Tensors) = (name, PvlvSchedules.Of(schedule), new(_sizes));
        Initialize(seed: 0, run: 0);
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public string Description => "Conditioning by a schedule.";

    /// <inheritdoc/>
    public IReadOnlyList<StateElement> States => field ??=
        [new("StimIn", _sizes.Stimuli), new("ContextIn", _sizes.Contexts), new("USTimeIn", _sizes.Times), new("PosPV", Tensors.Rewards.Shape), new("NegPV", Tensors.Punishments.Shape)];

    /// <inheritdoc/>
    public IReadOnlyList<Counter> Counters => [_run, _condition, _epoch, _trial];

    /// <inheritdoc/>
    public string TrialName { get; private set; } = "";

    /// <summary>The name of the condition.</summary>
    public string ConditionName => _schedule[_condition.Current].Name;

    /// <summary>The number of the block in its condition, from 0.</summary>
    public int Block { get; private set; }

    /// <summary>Whether the present trial is the first of its condition: what was active in the one before is over, what was learned stays.</summary>
    public bool BeginsCondition => Block == 0 && _trial.Current == 0;

    /// <summary>How many blocks all conditions have together.</summary>
    public int Blocks => _schedule.Sum(part => part.Condition.Blocks);

    /// <summary>The kind of trial.</summary>
    public PvlvTrial Trial => _block[_trial.Current].Trial;

    /// <summary>What the present tick shows.</summary>
    public PvlvTensors Tensors { get; }

    /// <inheritdoc/>
    public void Initialize(long seed, int run)
    {
        _random = new(seed, run, CounterRandom.StreamOf(Name));
        _run.Initialize(run);
        _condition.Initialize();
        _epoch.Initialize();
        _trial.Initialize(-1);
        Block = 0;
        _block = _schedule[0].Condition.DrawBlock(ref _random);
    }

    /// <inheritdoc/>
    public bool Step()
    {
        _epoch.Same();
        _condition.Same();
        if (_trial.Current + 1 < _block.Count) { _trial.Increment(); }
        else if (!BeginBlock()) { return false; }
        var (trial, isGiven) = _block[_trial.Current];
        TrialName = trial.NameOf(isGiven);
        ShowTick(0);
        return true;
    }

    /// <summary>Shows a tick of the present trial.</summary>
    public void ShowTick(int tick) => Trial.Show(tick, _block[_trial.Current].IsGiven, Tensors);

    /// <inheritdoc/>
    public Tensor<float> State(string name) => _trial.Current < 0 ? throw new EmergentException($"Environment '{Name}' shows nothing yet. Call Step first.")
        : name switch
        {
            "StimIn" => Tensors.Stimuli,
            "ContextIn" => Tensors.Contexts,
            "USTimeIn" => Tensors.Times,
            "PosPV" => Tensors.Rewards,
            "NegPV" => Tensors.Punishments,
            _ => throw new EmergentException($"Environment '{Name}' has no state '{name}'. {Names.DidYouMean(name, States.Select(s => s.Name))}"),
        };

    private bool BeginBlock()
    {
        if (Block + 1 < _schedule[_condition.Current].Condition.Blocks) { Block++; }
        else if (_condition.Current + 1 < _schedule.Count)
        {
            _condition.Increment();
            Block = 0;
        }
        else { return false; }
        _epoch.Increment();
        _trial.Initialize();
        _block = _schedule[_condition.Current].Condition.DrawBlock(ref _random);
        return true;
    }
}
