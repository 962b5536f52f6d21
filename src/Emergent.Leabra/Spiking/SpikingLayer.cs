using Emergent.Data;
using Emergent.Networks;

namespace Emergent.Leabra;

/// <summary>A layer whose units fire discrete spikes; their activation is the rate, from the average interval.</summary>
/// <remarks>
/// Overrides one step, <see cref="Activate(UnitPart)"/>: conductances, inhibition and learning are those of every layer. Adaptation, if on, follows spikes.
/// Source: emergent leabra, spike.
/// </remarks>
public class SpikingLayer : LeabraLayer
{
    /// <summary>A layer that is not yet part of a network; see <see cref="LeabraNetwork.AddLayer{TLayer}(TLayer)"/>.</summary>
    public SpikingLayer(string name, Shape shape, LayerKind kind = LayerKind.Hidden) : base(name, shape, kind) { }

    /// <inheritdoc/>
    public override string TypeName => "SpikeLayer";

    /// <summary>How units fire.</summary>
    public SpikeParams Spike { get; } = new();

    /// <inheritdoc/>
    protected internal override void Activate(UnitPart units)
    {
        var free = Act.Clamp.Hard ? units.Free : units.Live;
        var neuron = new SpikingNeuron(this);
        for (var r = 0; r < free.Count; r++)
        {
            var (start, count) = free[r];
            for (var unit = start; unit < start + count; unit++)
            {
                neuron.AdvancePotential(unit);
                neuron.Fire(unit);
            }
        }
        RunKernel(new LearningAveragesKernel(in Constants, State), free);
        if (Act.Clamp.Hard) { ClampDrivenUnits(units); }
    }
}
