namespace Emergent.Leabra;

/// <summary>The layers that a layer sends acetylcholine to.</summary>
public sealed class AcetylcholineTargets : SignalTargets
{
    private IAcetylcholineReceiver[] _receivers = [];

    internal override bool CanReach(LeabraLayer layer) => layer is IAcetylcholineReceiver;

    internal void Resolve(LeabraLayer sender) => _receivers = LayerReferences.All<IAcetylcholineReceiver>(sender, this, "SendACh", "takes acetylcholine");

    internal void Send(float ach)
    {
        foreach (var receiver in _receivers) { receiver.ACh = ach; }
    }
}
