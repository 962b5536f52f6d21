using Emergent.Data;
using Emergent.Networks;

namespace Emergent.Leabra;

/// <summary>Prefrontal units that hold what a gate has let in, by their NMDA channels, until they are cleared.</summary>
/// <remarks>One step differs from other layers with long-lasting channels: output inhibits it (<see cref="OutputInhibParams"/>). Source: emergent leabra, agate, MaintLayer.</remarks>
public class MaintenanceLayer : LongConductanceLayer
{
    private GatedOutputLayer[] _outputs = [];

    /// <summary>A layer that is not yet part of a network; see <see cref="GatedMaintenanceNetworks.AddMaintenanceLayer"/>.</summary>
    public MaintenanceLayer(string name, Shape shape) : base(name, shape) => Inhib.Pool.On = true;   // each pool holds something of its own

    /// <inheritdoc/>
    public override string TypeName => "MaintLayer";

    /// <summary>How the layer is cleared.</summary>
    public PulseClearParams PulseClear { get; } = new();

    /// <summary>How output inhibits the layer.</summary>
    public OutputInhibParams InterInhib { get; } = new();

    /// <summary>Clears at once what the layer holds: units have their initial state, no NMDA, and some GABA-B.</summary>
    /// <remarks>What they have sent is taken back in the next cycle, which can make the conductances of receivers negative for a while, as in the reference.</remarks>
    /// <exception cref="EmergentException">The network is not built.</exception>
    public void Clear()
    {
        RequireNetwork();
        // Lesioned units too, as in the reference.
        foreach (var (column, value) in (ReadOnlySpan<(AlignedFloats, float)>)[
            (State.Act, Act.Init.Act), (State.ActLrn, Act.Init.Act), (State.Ge, Act.Init.Ge), (State.GeRaw, 0f), (State.Vm, Act.Init.Vm), (Long.VmEff, Act.Init.Vm),
            (Long.Gnmda, 0f), (Long.NMDA, 0f), (Long.NMDASyn, 0f), (Long.GABAB, PulseClear.GABAB), (Long.GABABx, PulseClear.GABAB)])
        {
            column.Slice(First, UnitCount).Fill(value);
        }
    }

    /// <inheritdoc/>
    protected internal override void Build()
    {
        base.Build();
        _outputs = LayerReferences.All<GatedOutputLayer>(this, InterInhib.Lays, "InterInhib.Lays", "reads out what is held (OutLayer)");
    }

    /// <inheritdoc/>
    protected override void InhibitLayer()
    {
        if (_outputs.Length > 0)
        {
            ref var activity = ref PoolArray[0].Inhib.ActRecord;
            activity.Avg = MathF.Max(InterInhib.Gi * _outputs[^1].MaxAlphaMax, activity.Avg);
        }
        base.InhibitLayer();
    }
}
