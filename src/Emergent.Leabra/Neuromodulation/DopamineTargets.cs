namespace Emergent.Leabra;

/// <summary>The layers that a layer sends dopamine to.</summary>
public sealed class DopamineTargets : SignalTargets
{
    private IDopamineReceiver[] _receivers = [];

    internal override bool CanReach(LeabraLayer layer) => layer is IDopamineReceiver;

    internal void Resolve(LeabraLayer sender) => _receivers = LayerReferences.All<IDopamineReceiver>(sender, this, "SendDA", "takes dopamine");

    internal void Send(float da)
    {
        foreach (var receiver in _receivers) { receiver.DA = da; }
    }
}
