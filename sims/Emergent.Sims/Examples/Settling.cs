using Emergent.Data;
using Emergent.Networks;

namespace Emergent.Sims;

/// <summary>Logs how soon a layer's activity settles in each trial of a test: the correlation of its activity after each cycle with that after the last, as <c>CA3_CycSim</c>.</summary>
/// <remarks>1 at the end by definition, and 0 while the layer is silent. Source: emergent leabra, examples/hip_bench.</remarks>
internal sealed class Settling
{
    private readonly Layer _layer;
    private readonly float[] _activity;   // cycle by cycle
    private readonly float[] _similarity;

    /// <summary>Plans the log.</summary>
    /// <param name="plan">A plan, whose tests are run cycle by cycle.</param>
    /// <param name="layer">The layer.</param>
    /// <param name="cycles">How many cycles a trial has.</param>
    /// <param name="modes">The tests.</param>
    public Settling(SimulationPlan plan, Layer layer, int cycles, params IReadOnlyList<RunMode> modes)
    {
        (_layer, _activity, _similarity) = (layer, new float[cycles * layer.UnitCount], new float[cycles]);
        foreach (var mode in modes)
        {
            var cycle = plan.Loops(mode)[TimeScale.Cycle];
            cycle.OnEnd.Add($"Record {layer.Name}", () => _layer.Units("Act").CopyTo(At(cycle.Current)));
        }
        plan.Log.Add(LogItem.Tensor($"{layer.Name}_CycSim", [cycles], CopyTo) with { Modes = [.. modes] });
    }

    private Span<float> At(int cycle) => _activity.AsSpan(cycle * _layer.UnitCount, _layer.UnitCount);

    private void CopyTo(Span<float> similarity)
    {
        var last = At(_similarity.Length - 1);
        for (var cycle = 0; cycle < _similarity.Length; cycle++)
        {
            var correlation = (float)Metrics.Of(At(cycle), last, Metric.Correlation);
            similarity[cycle] = float.IsFinite(correlation) ? correlation : 0;
        }
    }
}
