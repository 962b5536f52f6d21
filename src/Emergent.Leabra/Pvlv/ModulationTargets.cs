using System.Collections;

namespace Emergent.Leabra;

/// <summary>The layers that a layer modulates, pool by pool; they are looked up when the network is built.</summary>
public sealed class ModulationTargets : IReadOnlyCollection<ModulationTarget>
{
    private readonly List<ModulationTarget> _targets = [];
    private ModulatedLayer[] _receivers = [];

    /// <summary>The number of layers.</summary>
    public int Count => _targets.Count;

    /// <summary>Adds a layer by name; one that is there already gets the new factor.</summary>
    /// <param name="receiver">The name.</param>
    /// <param name="scale">The factor on the activity of the sender's pool.</param>
    /// <exception cref="ArgumentOutOfRangeException">The factor is not a number.</exception>
    public void Add(string receiver, float scale)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(receiver);
        if (!float.IsFinite(scale)) { throw new ArgumentOutOfRangeException(nameof(scale), $"Modulation of layer '{receiver}' has a finite factor; {scale} was given."); }
        var place = _targets.FindIndex(t => t.Receiver == receiver);
        if (place < 0) { _targets.Add(new(receiver, scale)); }
        else { _targets[place] = new(receiver, scale); }
    }

    /// <summary>The layers and factors, in order.</summary>
    public IEnumerator<ModulationTarget> GetEnumerator() => _targets.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal void Resolve(ModulatedLayer sender)
    {
        _receivers = LayerReferences.All<ModulatedLayer>(sender, _targets.Select(t => t.Receiver), "ModReceivers", "is modulated (BlAmygLayer, CElAmygLayer, MSNLayer)");
        foreach (var receiver in _receivers)
        {
            if (receiver.PoolCount != sender.PoolCount)
            {
                throw new EmergentException($"Layer '{sender.Name}' ({sender.TypeName}): ModReceivers names '{receiver.Name}', which has {Pools(receiver)}, '{sender.Name}' {Pools(sender)}; each pool modulates the one in its place. Give both the same pools.");
            }
            receiver.IsModReceiver = true;
        }
    }

    /// <summary>Sends the sums of the sender's pools; the first is that of a layer without pools.</summary>
    internal void Send(ReadOnlySpan<float> sums)
    {
        for (var t = 0; t < _receivers.Length; t++) { _receivers[t].ReceiveModulation(sums, _targets[t].Scale); }
    }

    private static string Pools(ModulatedLayer layer) => layer.PoolCount switch { 0 => "no pools", 1 => "1 pool", var count => $"{count} pools" };
}
