namespace Emergent.Leabra;

/// <summary>The layers that are told primary values, unit by unit.</summary>
public sealed class PrimaryValueTargets : SignalTargets
{
    private ModulatedLayer[] _receivers = [];

    internal override bool CanReach(LeabraLayer layer) => layer is ModulatedLayer;

    internal void Resolve(PrimaryValueLayer sender)
    {
        _receivers = LayerReferences.All<ModulatedLayer>(sender, this, "PVReceivers", "takes primary values (CElAmygLayer, BlAmygLayer, MSNLayer)");
        foreach (var receiver in _receivers)
        {
            if (receiver.UnitCount != sender.UnitCount)
            {
                throw new EmergentException($"Layer '{sender.Name}' ({sender.TypeName}): PVReceivers names '{receiver.Name}' with shape {receiver.Shape}, '{sender.Name}' has {sender.Shape}; each unit is told the value of the one in its place. Give both as many units.");
            }
        }
    }

    /// <summary>Tells each unit the larger of the activation and the input of the one in its place.</summary>
    internal void Send(LeabraLayer sender)
    {
        foreach (var receiver in _receivers)
        {
            var values = receiver.Modulation.PVAct.Slice(receiver.First, receiver.UnitCount);
            for (var unit = 0; unit < values.Length; unit++) { values[unit] = MathF.Max(sender.State.Act.Span[sender.First + unit], sender.State.Ext.Span[sender.First + unit]); }
        }
    }
}
