namespace Emergent.Networks;

/// <summary>Which layer and projection of a network each of a file's weights are for, once all is found to fit.</summary>
internal sealed class WeightsMatch
{
    private readonly Network _network;
    private readonly string _origin;

    /// <exception cref="EmergentException">Something does not fit.</exception>
    public WeightsMatch(Network network, SavedWeights weights, string origin)
    {
        (_network, _origin) = (network, origin);
        foreach (var saved in weights.Layers) { Layers.Add((saved, Find(saved))); }
        foreach (var layer in network.Layers)
        {
            if (!layer.IsOff && !Layers.Exists(l => l.Layer == layer)) { throw Foreign($"they have no layer '{layer.Name}', which network '{network.Name}' has."); }
        }
        foreach (var (saved, layer) in Layers)
        {
            CheckMetaData($"layer '{layer.Name}'", saved.MetaData);
            CheckUnits(saved, layer);
            MatchProjections(saved, layer);
        }
        foreach (var (saved, projection) in Projections)
        {
            CheckMetaData($"projection '{projection.Name}'", saved.MetaData);
            Check(saved, projection);
        }
    }

    public List<(SavedLayer Saved, Layer Layer)> Layers { get; } = [];

    public List<(SavedProjection Saved, Projection Projection)> Projections { get; } = [];

    private Layer Find(SavedLayer saved)
    {
        var layer = _network.Layers.FirstOrDefault(l => l.Name == saved.Name)
            ?? throw Foreign($"they have a layer '{saved.Name}', which network '{_network.Name}' has not. {Names.DidYouMean(saved.Name, _network.Layers.Select(l => l.Name))}");
        if (Layers.Exists(l => l.Layer == layer)) { throw Foreign($"they have layer '{saved.Name}' twice."); }
        return layer;
    }

    /// <summary>Finds the layer's own projection for each saved one: those from one sender correspond in order.</summary>
    private void MatchProjections(SavedLayer saved, Layer layer)
    {
        foreach (var fromOne in saved.Projections.GroupBy(p => p.From))
        {
            var own = layer.ReceivingProjections.Where(p => p.Sender.Name == fromOne.Key).ToList();
            if (own.Count == 0)
            {
                throw Foreign($"layer '{layer.Name}' receives from '{fromOne.Key}' there, and not in network '{_network.Name}'. {Names.DidYouMean(fromOne.Key, layer.ReceivingProjections.Select(p => p.Sender.Name))}");
            }
            if (own.Count != fromOne.Count()) { own.RemoveAll(p => !p.TakesPart); }   // what was off was not saved
            if (own.Count != fromOne.Count())
            {
                throw Foreign($"layer '{layer.Name}' receives {fromOne.Count()} projections from '{fromOne.Key}' there and {own.Count} in network '{_network.Name}'.");
            }
            Projections.AddRange(fromOne.Zip(own));
        }
        foreach (var projection in layer.ReceivingProjections)
        {
            if (projection.TakesPart && !saved.Projections.Any(p => p.From == projection.Sender.Name)) { throw Foreign($"they have no projection '{projection.Name}', which network '{_network.Name}' has."); }
        }
    }

    private void Check(SavedProjection saved, Projection projection)
    {
        var connections = projection.Connections;
        var isSeen = new bool[connections.Count];
        var count = 0;
        foreach (var receiver in saved.Receivers)
        {
            if ((uint)receiver.Unit >= (uint)connections.ReceiverCount)
            {
                throw Foreign($"projection '{projection.Name}' has a receiving unit {receiver.Unit} there; layer '{projection.Receiver.Name}' {projection.Receiver.Shape} has {connections.ReceiverCount}.");
            }
            var senders = connections.SendersOf(receiver.Unit);
            var first = connections.ReceiverStart(receiver.Unit);
            for (var k = 0; k < receiver.Senders.Length; k++)
            {
                var sender = receiver.Senders[k];
                var place = k < senders.Length && senders[k] == sender ? k : senders.BinarySearch(sender);   // nearly always in order
                if (place < 0) { throw Foreign($"projection '{projection.Name}' has a synapse from unit {sender} to unit {receiver.Unit} there, and none in network '{_network.Name}'."); }
                if (isSeen[first + place]) { throw Foreign($"projection '{projection.Name}' has the synapse from unit {sender} to unit {receiver.Unit} twice."); }
                if (!float.IsFinite(receiver.Weights[k])) { throw Foreign($"projection '{projection.Name}' has the weight {receiver.Weights[k]} from unit {sender} to unit {receiver.Unit}; a weight is a finite number."); }
                isSeen[first + place] = true;
                count++;
            }
        }
        if (count != connections.Count) { throw Foreign($"projection '{projection.Name}' has {count} synapses there and {connections.Count} in network '{_network.Name}'."); }
    }

    private void CheckUnits(SavedLayer saved, Layer layer)
    {
        foreach (var variable in layer.LearnedVariables)
        {
            if (!saved.Units.Any(u => u.Variable == variable)) { throw Foreign($"layer '{layer.Name}' has no values of '{variable}' there, which its units learn."); }
        }
        foreach (var (variable, values) in saved.Units)
        {
            if (!layer.LearnedVariables.Contains(variable)) { continue; }   // another algorithm's
            if (values.Length != layer.UnitCount) { throw Foreign($"layer '{layer.Name}' has {values.Length} values of '{variable}' there and {layer.UnitCount} units in network '{_network.Name}'."); }
            for (var unit = 0; unit < values.Length; unit++)
            {
                if (!float.IsFinite(values[unit])) { throw Foreign($"layer '{layer.Name}' has the value {values[unit]} of '{variable}' at unit {unit}; it is a finite number."); }
            }
        }
    }

    private void CheckMetaData(string what, IReadOnlyList<(string Name, float Value)> values)
    {
        foreach (var (name, value) in values)
        {
            if (!float.IsFinite(value)) { throw Foreign($"{what} has the running value {name} = {value}; it is a finite number."); }
        }
    }

    private EmergentException Foreign(string what) => new($"Weights '{_origin}' do not fit: {what} The network is unchanged. Load weights that were saved from a network of the same layers, sizes and patterns.");
}
