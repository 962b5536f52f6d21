namespace Emergent.Leabra;

/// <summary>The layers that a layer sends dopamine to.</summary>
public sealed class DopamineTargets : SignalTargets
{
    private IDopamineReceiver[] _receivers = [];

    internal override bool CanReach(LeabraLayer layer) => layer is IDopamineReceiver;

    /// <exception cref="EmergentException">There is none, or a layer that is named does not exist or takes no dopamine.</exception>
    internal void Resolve(LeabraLayer sender)
    {
        if (Count == 0) { throw new EmergentException($"Layer '{sender.Name}' ({sender.TypeName}) sends dopamine to no layer: SendDA is empty. {Remedy(sender)}"); }
        _receivers = LayerReferences.All<IDopamineReceiver>(sender, this, "SendDA", "takes dopamine");
    }

    internal void Send(float da)
    {
        foreach (var receiver in _receivers) { receiver.DA = da; }
    }

    private string Remedy(LeabraLayer sender)
    {
        var takers = sender.Network!.Layers.Cast<LeabraLayer>().Where(layer => layer != sender && CanReach(layer)).Select(layer => $"'{layer.Name}' ({layer.TypeName})").ToList();
        return takers.Count > 0
            ? $"Add those that it teaches: {string.Join(", ", takers)} can take it."
            : $"Network '{sender.Network.Name}' has no other layer that takes dopamine: add one, such as a RescorlaWagnerPredictionLayer or a PbwmMatrixLayer, or take '{sender.Name}' away.";
    }
}
