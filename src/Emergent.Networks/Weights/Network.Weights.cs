namespace Emergent.Networks;

// Weights files.
public abstract partial class Network
{
    /// <summary>Saves all weights and running averages in emergent's JSON, which the Go program reads too.</summary>
    /// <param name="path">The file, by custom <c>.wts</c>, or <c>.wts.gz</c> for a compressed one.</param>
    /// <param name="digits">Significant digits: 9 keep every bit of a weight; the Go program writes 4.</param>
    /// <exception cref="EmergentException">The file cannot be written; what stood there is unchanged.</exception>
    public void SaveWeights(string path, int digits = 9)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(digits, 1);
        RequireBuiltFor("be saved");
        WeightsWriter.Write(this, path, digits);
    }

    /// <summary>Loads weights and running averages from a file of this program or of the Go one.</summary>
    /// <exception cref="EmergentException">The file cannot be read, is damaged, or is from another network; the network is unchanged.</exception>
    public void LoadWeights(string path)
    {
        RequireBuiltFor("be loaded");
        SetWeights(WeightsReader.Read(path), path);
    }

    /// <summary>Reads a weights file without a network to load it into.</summary>
    /// <exception cref="EmergentException">The file cannot be read or is damaged.</exception>
    public static SavedWeights ReadWeights(string path) => WeightsReader.Read(path);

    /// <summary>Takes over weights and running averages that have been read.</summary>
    /// <param name="weights">The weights.</param>
    /// <param name="origin">Where they are from, for errors.</param>
    /// <exception cref="EmergentException">They are from another network; this one is unchanged.</exception>
    public void SetWeights(SavedWeights weights, string origin)
    {
        ArgumentNullException.ThrowIfNull(weights);
        RequireBuiltFor("be set");
        // Everything is checked before anything is set.
        var layers = weights.Layers.Select(saved => (Saved: saved, Layer: FindLayer(saved.Name) ?? throw Foreign(
            $"it has a layer '{saved.Name}', which network '{Name}' has not. {Names.DidYouMean(saved.Name, _layers.Select(l => l.Name))}"))).ToList();
        foreach (var layer in _layers)
        {
            if (!layer.IsOff && !layers.Exists(l => l.Layer == layer)) { throw Foreign($"it has no layer '{layer.Name}', which network '{Name}' has."); }
        }
        var projections = layers.SelectMany(l => Matched(l.Layer, l.Saved)).ToList();
        foreach (var (saved, projection) in projections) { Check(saved, projection); }

        foreach (var (saved, layer) in layers)
        {
            foreach (var (name, value) in saved.MetaData) { layer.SetWeightsMetaData(name, value); }
        }
        foreach (var (saved, projection) in projections)
        {
            foreach (var (name, value) in saved.MetaData) { projection.SetWeightsMetaData(name, value); }
            foreach (var receiver in saved.Receivers)
            {
                for (var k = 0; k < receiver.Senders.Length; k++) { projection.SetWeightCore(receiver.Senders[k], receiver.Unit, receiver.Weights[k]); }
            }
        }

        // As many projections as the layer has are meant by position; otherwise they are found by their sender.
        IEnumerable<(SavedProjection, Projection)> Matched(Layer layer, SavedLayer saved)
        {
            var own = layer.ReceivingProjections.Where(p => !p.IsOff).ToList();
            if (own.Count != saved.Projections.Count)
            {
                throw Foreign($"layer '{layer.Name}' receives {saved.Projections.Count} projections there and {own.Count} in network '{Name}'.");
            }
            for (var i = 0; i < saved.Projections.Count; i++)
            {
                var from = saved.Projections[i].From;
                var match = own[i].Sender.Name == from ? own[i] : own.Find(p => p.Sender.Name == from)
                    ?? throw Foreign($"layer '{layer.Name}' receives from '{from}' there. {Names.DidYouMean(from, own.Select(p => p.Sender.Name))}");
                yield return (saved.Projections[i], match);
            }
        }

        void Check(SavedProjection saved, Projection projection)
        {
            var count = 0;
            foreach (var receiver in saved.Receivers)
            {
                if ((uint)receiver.Unit >= (uint)projection.Receiver.UnitCount)
                {
                    throw Foreign($"projection '{projection.Name}' has a receiving unit {receiver.Unit} there; layer '{projection.Receiver.Name}' {projection.Receiver.Shape} has {projection.Receiver.UnitCount}.");
                }
                var senders = projection.Connections.SendersOf(receiver.Unit);
                for (var k = 0; k < receiver.Senders.Length; k++)
                {
                    var sender = receiver.Senders[k];
                    if (senders.BinarySearch(sender) < 0) { throw Foreign($"projection '{projection.Name}' has a synapse from unit {sender} to unit {receiver.Unit} there, and none in network '{Name}'."); }
                    if (!float.IsFinite(receiver.Weights[k])) { throw Foreign($"projection '{projection.Name}' has the weight {receiver.Weights[k]} from unit {sender} to unit {receiver.Unit}."); }
                    count++;
                }
            }
            if (count != projection.SynapseCount) { throw Foreign($"projection '{projection.Name}' has {count} synapses there and {projection.SynapseCount} in network '{Name}'."); }
        }

        EmergentException Foreign(string what) => new($"Weights '{origin}' do not fit: {what} The network is unchanged.");
    }

    private void RequireBuiltFor(string what)
    {
        if (!IsBuilt) { throw new EmergentException($"Network '{Name}' has no weights yet, so they cannot {what}. Call Initialize(seed) first."); }
    }
}
