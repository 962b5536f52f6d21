using System.IO.Compression;
using Emergent.Data;
using Emergent.Networks;

namespace Emergent.Leabra.Tests;

/// <summary>What tests of weights files share: networks, files of their own, and what a network holds.</summary>
internal static class WeightsFiles
{
    /// <summary>A file of the selection in the repository.</summary>
    public static string Selected(string name)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var path = Path.Combine(folder.FullName, "tests", "testdata", "golden", "weights", name);
            if (File.Exists(path)) { return path; }
        }
        throw new FileNotFoundException($"There is no tests/testdata/golden/weights/{name}.");
    }

    /// <summary>Input, hidden and output layer with projections that are full, one to one, and random.</summary>
    public static LeabraNetwork Network(int hidden = 6, Connectivity? upwards = null, string hiddenName = "Hidden", bool hasExtraLayer = false)
    {
        var network = new LeabraNetwork("Three");
        var input = network.AddLayer("Input", [2, 3], LayerKind.Input);
        var middle = network.AddLayer(hiddenName, [2, hidden / 2]);
        var output = network.AddLayer("Output", [2, 3], LayerKind.Target);
        if (hasExtraLayer) { network.AddLayer("Extra", [1, 1]); }
        network.Project(input, middle, upwards ?? Connectivity.Full);
        network.ProjectBothWays(middle, output, Connectivity.OneToOne);
        network.ProjectLaterally(output, Connectivity.UniformRandom(0.5f, seed: 3));
        network.Initialize(seed: 7);
        return network;
    }

    /// <summary>A network of layers in one row that fits a weights file, with connections as the file has them.</summary>
    public static LeabraNetwork Fitting(SavedWeights weights)
    {
        var network = new LeabraNetwork(weights.Network);
        var units = weights.Layers.ToDictionary(l => l.Name, _ => 1);
        foreach (var layer in weights.Layers)
        {
            foreach (var projection in layer.Projections)
            {
                foreach (var receiver in projection.Receivers)
                {
                    units[layer.Name] = Math.Max(units[layer.Name], receiver.Unit + 1);
                    foreach (var sender in receiver.Senders) { units[projection.From] = Math.Max(units[projection.From], sender + 1); }
                }
            }
        }
        foreach (var layer in weights.Layers) { network.AddLayer(layer.Name, [1, units[layer.Name]]); }
        foreach (var layer in weights.Layers)
        {
            foreach (var projection in layer.Projections) { network.Project(network[projection.From], network[layer.Name], new AsSaved(projection)); }
        }
        network.Initialize(seed: 1);
        return network;
    }

    /// <summary>The text of a file, decompressed if it is compressed.</summary>
    public static string Text(string path)
    {
        using var file = File.OpenRead(path);
        using Stream content = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file;
        return new StreamReader(content).ReadToEnd();
    }

    /// <summary>All weights, linear weights, and running averages of a network.</summary>
    public static List<float> Everything(LeabraNetwork network)
    {
        var all = new List<float>();
        foreach (var layer in network.Layers.Cast<LeabraLayer>()) { all.AddRange([layer.Pools[0].ActMAvg, layer.Pools[0].ActPAvg, layer.Pools[0].ActPAvgEff]); }
        foreach (var projection in network.Projections.Cast<LeabraProjection>())
        {
            all.Add(projection.GScale);
            for (var receiver = 0; receiver < projection.Receiver.UnitCount; receiver++)
            {
                foreach (var sender in projection.Connections.SendersOf(receiver)) { all.AddRange([projection.Synapse("Wt", sender, receiver), projection.Synapse("LWt", sender, receiver)]); }
            }
        }
        return all;
    }

    private sealed record AsSaved(SavedProjection Saved) : Connectivity
    {
        public override string PatternName => "Saved";

        protected override void AddConnections(Shape senders, Shape receivers, bool same, ConnectionsBuilder connections)
        {
            foreach (var receiver in Saved.Receivers) { foreach (var sender in receiver.Senders) { connections.Add(receiver.Unit, sender); } }
        }
    }
}
