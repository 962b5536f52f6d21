namespace Emergent.Networks;

// Weights files.
public abstract partial class Network
{
    /// <summary>Saves all weights and running averages in emergent's JSON, which the Go program reads too.</summary>
    /// <param name="path">The file, by custom <c>.wts</c>, or <c>.wts.gz</c> for a compressed one.</param>
    /// <param name="digits">Significant digits: 9 keep every bit of a weight; the Go program writes 4.</param>
    /// <exception cref="EmergentException">A weight is not a number or the file cannot be written; what stood there is unchanged.</exception>
    public void SaveWeights(string path, int digits = 9)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(digits, 1);
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        RequireBuiltFor("be saved");
        WeightsWriter.Write(this, path, digits);
    }

    /// <summary>Writes what a weights file holds into a stream.</summary>
    /// <param name="stream">The stream, which stays open.</param>
    /// <param name="name">What the file is called: it is compressed if that ends in <c>.gz</c>.</param>
    /// <param name="digits">Significant digits: 9 keep every bit of a weight; the Go program writes 4.</param>
    /// <exception cref="EmergentException">A weight is not a number.</exception>
    public void SaveWeights(Stream stream, string name, int digits = 9)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(name);
        ArgumentOutOfRangeException.ThrowIfLessThan(digits, 1);
        RequireBuiltFor("be saved");
        WeightsWriter.Write(this, stream, name, digits);
    }

    /// <summary>Loads weights and running averages from a file of this program or of the Go one.</summary>
    /// <remarks>Layers and projections that are switched off need not be in the file; if they are, they get their weights too.</remarks>
    /// <exception cref="EmergentException">The file cannot be read, is damaged, or is from another network; the network is unchanged.</exception>
    public void LoadWeights(string path)
    {
        RequireBuiltFor("be loaded");
        SetWeights(WeightsReader.Read(path), path);
    }

    /// <summary>Reads a weights file without a network to load it into.</summary>
    /// <exception cref="EmergentException">The file cannot be read or is damaged.</exception>
    public static SavedWeights ReadWeights(string path) => WeightsReader.Read(path);

    /// <summary>Reads what a weights file holds from a stream; <see cref="SetWeights"/> gives it to a network.</summary>
    /// <param name="stream">The stream, which is read to its end.</param>
    /// <param name="name">What the file is called, for errors too: it is compressed if that ends in <c>.gz</c>.</param>
    /// <param name="most">How many bytes it may have when it is unpacked: a small file that somebody sends may be large.</param>
    /// <exception cref="EmergentException">It is damaged, or larger.</exception>
    public static SavedWeights ReadWeights(Stream stream, string name, long most = int.MaxValue)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(name);
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return WeightsReader.Read(content.ToArray(), name, most);
    }

    /// <summary>Takes over weights and running averages that have been read.</summary>
    /// <param name="weights">The weights.</param>
    /// <param name="origin">Where they are from, for errors.</param>
    /// <exception cref="EmergentException">They are from another network; this one is unchanged.</exception>
    public void SetWeights(SavedWeights weights, string origin)
    {
        ArgumentNullException.ThrowIfNull(weights);
        RequireBuiltFor("be set");
        // Everything is checked before anything is set.
        var match = new WeightsMatch(this, weights, origin);

        foreach (var (saved, layer) in match.Layers)
        {
            foreach (var (name, value) in saved.MetaData) { layer.SetWeightsMetaData(name, value); }
            foreach (var (variable, values) in saved.Units) { if (layer.LearnedVariables.Contains(variable)) { values.CopyTo(layer.Units(variable)); } }
        }
        foreach (var (saved, projection) in match.Projections)
        {
            foreach (var (name, value) in saved.MetaData) { projection.SetWeightsMetaData(name, value); }
            foreach (var receiver in saved.Receivers)
            {
                for (var k = 0; k < receiver.Senders.Length; k++) { projection.SetWeightCore(receiver.Senders[k], receiver.Unit, receiver.Weights[k]); }
            }
        }
    }

    private void RequireBuiltFor(string what)
    {
        if (!IsBuilt) { throw new EmergentException($"Network '{Name}' has no weights yet, so they cannot {what}. Call Initialize(seed) first."); }
    }
}
