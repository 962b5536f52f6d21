using Emergent.Data;

namespace Emergent.Networks;

/// <summary>Shows one active unit at a time: every unit once in each epoch, or drawn at random.</summary>
/// <remarks>All states show the same unit, so that an input and its target can be one. The order of an epoch depends only on seed, run, name and epoch.</remarks>
public sealed class OneHotEnvironment : IEnvironment
{
    private readonly EpochCounters _counters;
    private readonly Tensor<float> _pattern;
    private readonly Order _order;
    private readonly ulong _stream;
    private readonly IReadOnlyList<string> _unitNames;
    private int[] _units = [];
    private long _seed;

    /// <summary>An environment of all units of a shape, ready for its first step.</summary>
    /// <param name="shape">The shape of what is shown; an epoch has as many trials as it has units.</param>
    /// <param name="order">In which order the units are active.</param>
    /// <param name="name">What the environment is for; each name has orders of its own.</param>
    /// <param name="unitNames">What each unit stands for, which names the trials; by default <c>unit_0</c> and so on.</param>
    /// <param name="seed">What decides the orders, until <see cref="Initialize"/> is called with another.</param>
    /// <param name="states">The layers that are shown the unit; <c>Input</c> when none is named.</param>
    /// <exception cref="ArgumentException">The shape has no units, or there are more or fewer names than units.</exception>
    public OneHotEnvironment(
        Shape shape, Order order = Order.Permuted, string name = "Train", IReadOnlyList<string>? unitNames = null, long seed = 0, params ReadOnlySpan<string> states)
    {
        ArgumentNullException.ThrowIfNull(shape);
        if (shape.Length == 0) { throw new ArgumentException($"Shape {shape} has no units, so there is none to be active.", nameof(shape)); }
        if (unitNames is not null && unitNames.Count != shape.Length)
        {
            throw new ArgumentException($"Shape {shape} has {shape.Length} units; {unitNames.Count} names were given. Name each unit.", nameof(unitNames));
        }
        (Name, _order, _pattern, _counters) = (name, order, new(shape), new(shape.Length));
        _stream = CounterRandom.StreamOf($"{name} order");
        _unitNames = unitNames ?? [.. Enumerable.Range(0, shape.Length).Select(unit => $"unit_{unit}")];
        States = [.. (states.IsEmpty ? ["Input"] : states.ToArray()).Select(state => new StateElement(state, shape))];
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

    /// <summary>The active unit, −1 before the first step.</summary>
    public int Unit => _counters.Trial.Current < 0 ? -1 : _units[_counters.Trial.Current];

    /// <inheritdoc/>
    public string TrialName => Unit < 0 ? "" : _unitNames[Unit];

    /// <inheritdoc/>
    public void Initialize(long seed, int run)
    {
        _seed = seed;
        _counters.Initialize(run);
        _pattern.Fill(0);
    }

    /// <inheritdoc/>
    public bool Step()
    {
        if (_counters.Step())
        {
            var random = new CounterRandom(_seed, _counters.Run.Current, _stream, (ulong)_counters.Epoch.Current);
            _units = random.Permutation(_pattern.Length);
            for (var i = 0; _order != Order.Permuted && i < _units.Length; i++) { _units[i] = _order == Order.Sequential ? i : random.NextInt(_units.Length); }
        }
        _pattern.Fill(0);
        _pattern[Unit] = 1;
        return true;
    }

    /// <inheritdoc/>
    public Tensor<float> State(string name)
    {
        StateElement.Check(this, name, _counters.Trial.Current >= 0);
        return _pattern;
    }
}
