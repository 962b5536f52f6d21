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
