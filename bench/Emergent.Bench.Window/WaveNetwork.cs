using System.Collections.Concurrent;
using Emergent.Data;
using Emergent.Networks;

namespace Emergent.Bench.Window;

/// <summary>Sheets of units that waves run through: as many units as wanted, which cost next to nothing to compute, at a steady number of cycles a second.</summary>
public sealed class WaveNetwork : Network
{
    private const int Cycles = 100;   // a trial

    private readonly TimeSpan _period;
    private DateTime _next;
    private int _time;

    /// <summary>A network of square sheets.</summary>
    /// <param name="sheets">How many.</param>
    /// <param name="side">The units of each in either direction.</param>
    /// <param name="hertz">Cycles a second.</param>
    public WaveNetwork(int sheets, int side, double hertz) : base("Waves")
    {
        _period = TimeSpan.FromSeconds(1 / hertz);
        for (var i = 0; i < sheets; i++) { AddToLayers(new WaveLayer($"Sheet{i + 1}", [side, side])); }
    }

    /// <summary>When each cycle was complete, by its number since the start.</summary>
    public ConcurrentDictionary<int, DateTime> Completed { get; } = [];

    public override IReadOnlyList<TimeScale> SafePointScales => [TimeScale.Cycle, TimeScale.Trial];

    protected override IReadOnlyList<Variable> AlgorithmUnitVariables { get; } = [new("Act", "Height of the wave.", 0, 1, "Activation")];

    protected override IReadOnlyList<Variable> AlgorithmSynapseVariables => [];

    public override void RunTrial(bool learn = true)
    {
        for (var cycle = 0; cycle < Cycles; cycle++)
        {
            var now = DateTime.UtcNow;
            if (_next > now) { Thread.Sleep(_next - now); }
            else { _next = now; }
            _next += _period;
            _time++;
            foreach (var layer in Layers) { Fill(layer.Units("Act"), layer.Index); }
            Completed[_time] = DateTime.UtcNow;
            ReachSafePoint(TimeScale.Cycle);
        }
        ReachSafePoint(TimeScale.Trial);
    }

    public override void ClearInputs() { }

    protected override void BuildCore() { }

    protected override void InitializeCore(long seed, int run) => (_time, _next) = (0, DateTime.UtcNow);

    // A saw tooth, since nobody looks: each unit has another value, and another in the next cycle.
    private void Fill(Span<float> values, int layer)
    {
        for (var i = 0; i < values.Length; i++) { values[i] = ((i + 7 * _time + 31 * layer) & 255) * (1 / 255f); }
    }

    private sealed class WaveLayer(string name, Shape shape) : Layer(name, shape, LayerKind.Hidden)
    {
        public override string TypeName => "Layer";

        protected override void PresentCore(ReadOnlySpan<float> pattern, Shape shape) { }
    }
}
