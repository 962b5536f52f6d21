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
    private SpikeConstants _spikeConstants;

    /// <summary>A layer that is not yet part of a network; see <see cref="LeabraNetwork.AddLayer{TLayer}(TLayer)"/>.</summary>
    public SpikingLayer(string name, Shape shape, LayerKind kind = LayerKind.Hidden) : base(name, shape, kind) { }

    /// <inheritdoc/>
    public override string TypeName => "SpikeLayer";

    /// <summary>How units fire.</summary>
    public SpikeParams Spike { get; } = new();

    /// <inheritdoc/>
    protected internal override void UpdateConstants()
    {
        base.UpdateConstants();
        _spikeConstants = new SpikeConstants(Spike, Act);
    }

    /// <inheritdoc/>
    protected internal override void Activate(UnitPart units)
    {
        if (!Spike.On)
        {
            base.Activate(units);
            return;
        }
        var free = Act.Clamp.Hard ? units.Free : units.Live;
        AdvancePotential(free);
        Fire(free);
        RunKernel(new LearningAveragesKernel(in Constants, State), free);
        if (Act.Clamp.Hard) { ClampDrivenUnits(units); }
    }

    /// <summary>Advances membrane potentials by one cycle.</summary>
    internal void AdvancePotential(UnitRanges units)
    {
        if (_spikeConstants.Exp) { RunKernel(new SpikePotentialKernel<ExponentialRise>(in Constants, in _spikeConstants, State), units); }
        else { RunKernel(new SpikePotentialKernel<PlainRise>(in Constants, in _spikeConstants, State), units); }
    }

    /// <summary>Fires the units whose potential is above threshold, and advances intervals, activation and adaptation.</summary>
    internal void Fire(UnitRanges units)
    {
        RunKernel(new SpikeKernel(in Constants, in _spikeConstants, State), units);
        if (Act.KNa.On) { RunKernel(new SpikeAdaptationKernel(in _spikeConstants, State), units); }
    }
}
