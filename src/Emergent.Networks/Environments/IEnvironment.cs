using Emergent.Data;

namespace Emergent.Networks;

/// <summary>What a network lives in: at each step it shows one tensor for each of its states, and each goes to the layer of that name.</summary>
/// <remarks>
/// An environment of one's own needs a name, a list of states, a trial counter, and <see cref="Initialize"/>, <see cref="Step"/> and <see cref="State"/>:
/// <code>
/// public sealed class CoinEnvironment : IEnvironment
/// {
///     private readonly Tensor&lt;float&gt; _side = new([1, 2]);
///     private readonly Counter _trial = new(TimeScale.Trial);
///     private CounterRandom _random;
///     public string Name => "Coin";
///     public IReadOnlyList&lt;StateElement&gt; States => [new("Side", _side.Shape)];
///     public IReadOnlyList&lt;Counter&gt; Counters => [_trial];
///     public string TrialName => _side[0] == 1 ? "heads" : "tails";
///     public void Initialize(long seed, int run)
///     {
///         _random = new(seed, run, CounterRandom.StreamOf(Name));
///         _trial.Initialize(-1);                      // the first step leads to trial 0
///     }
///     public bool Step()
///     {
///         _trial.Increment();
///         _side.Fill(0);
///         _side[_random.NextInt(2)] = 1;
///         return true;
///     }
///     public Tensor&lt;float&gt; State(string name) => _side;
/// }
/// </code>
/// The rule of counters: <see cref="Step"/> comes before the inputs are applied. When the epoch counter has changed right
/// after a step, the epoch that ended is its <see cref="Counter.Previous"/>, and the trial now shown belongs to the next.
/// </remarks>
public interface IEnvironment
{
    /// <summary>The environment's name, usually what it is for: Train, Test.</summary>
    string Name { get; }

    /// <summary>What the environment is, in a sentence.</summary>
    string Description => "";

    /// <summary>What the environment shows at each step.</summary>
    IReadOnlyList<StateElement> States { get; }

    /// <summary>What the network can do to the environment with <see cref="Act"/>.</summary>
    IReadOnlyList<StateElement> Actions => [];

    /// <summary>The counters, from the longest time scale to the shortest.</summary>
    IReadOnlyList<Counter> Counters { get; }

    /// <summary>The name of the current trial, empty where trials have none.</summary>
    string TrialName { get; }

    /// <summary>Goes back to before the first trial; seed and run decide everything random that follows.</summary>
    /// <exception cref="EmergentException">The environment is not fit to run.</exception>
    void Initialize(long seed, int run);

    /// <summary>Goes on to the next trial; false when there is none.</summary>
    bool Step();

    /// <summary>What the environment shows of one state now. It is not to be changed, and calling it allocates nothing.</summary>
    /// <exception cref="EmergentException">There is no such state, or no step has been made.</exception>
    Tensor<float> State(string name);

    /// <summary>Does something to the environment, which may depend on it in its next step.</summary>
    /// <exception cref="EmergentException">The environment takes no such action.</exception>
    void Act(string name, Tensor<float> value) =>
        throw new EmergentException($"Environment '{Name}' takes no action '{name}'. "
            + $"{(Actions.Count == 0 ? "It takes none; an environment that does has its own Act method." : Names.DidYouMean(name, Actions.Select(a => a.Name)))}");

    /// <summary>The counter of one time scale.</summary>
    /// <exception cref="EmergentException">The environment does not count this.</exception>
    Counter CounterOf(TimeScale scale) => Counters.FirstOrDefault(c => c.Scale == scale)
        ?? throw new EmergentException($"Environment '{Name}' has no counter of {scale}. "
            + $"It counts: {string.Join(", ", Counters.Select(c => c.Scale))}.");
}
