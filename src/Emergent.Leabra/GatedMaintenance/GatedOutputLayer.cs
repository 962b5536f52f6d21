using Emergent.Data;
using Emergent.Networks;

namespace Emergent.Leabra;

/// <summary>Prefrontal units that read out what others hold, once a gate lets them; then those are cleared.</summary>
/// <remarks>At the end of each cycle from AlphaMaxCyc on in which a unit is active above a threshold, the layers in ClearLays are cleared. Source: emergent leabra, agate, OutLayer.</remarks>
public class GatedOutputLayer : MaintenanceLayer
{
    private MaintenanceLayer[] _cleared = [];

    /// <summary>A layer that is not yet part of a network; see <see cref="GatedMaintenanceNetworks.AddGatedOutputLayer"/>.</summary>
    public GatedOutputLayer(string name, Shape shape) : base(name, shape) { }

    /// <inheritdoc/>
    public override string TypeName => "OutLayer";

    /// <summary>What output does to what was held.</summary>
    public OutputGateParams Out { get; } = new();

    /// <summary>Whether output has cleared the layers in ClearLays in this trial.</summary>
    public bool HasCleared { get; private set; }

    /// <inheritdoc/>
    protected internal override void Build()
    {
        base.Build();
        _cleared = LayerReferences.All<MaintenanceLayer>(this, Out.ClearLays, "Out.ClearLays", "holds something to clear (MaintLayer, OutLayer)");
    }

    /// <inheritdoc/>
    protected internal override void InitializeActivity()
    {
        base.InitializeActivity();
        HasCleared = false;
    }

    /// <inheritdoc/>
    protected internal override void BeginTrial(bool updateAverages)
    {
        base.BeginTrial(updateAverages);
        HasCleared = false;
    }

    /// <inheritdoc/>
    protected internal override void EndCycle()
    {
        if (LeabraNetwork.Time.Cycle < NMDA.AlphaMaxCyc || !(PoolArray[0].Inhib.Act.Max > Out.ResetThr)) { return; }
        foreach (var layer in _cleared) { layer.Clear(); }
        HasCleared = _cleared.Length > 0;
    }
}
