using Emergent.Data;
using Emergent.Networks;

namespace Emergent.Leabra.Tests;

/// <summary>Saving and loading weights of networks of our own.</summary>
public sealed class WeightsRoundTripTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("weights").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("net.wts")]
    [InlineData("net.wts.gz")]
    public void Weights_come_back_bit_for_bit(string name)
    {
        var network = WeightsFiles.Network();
        var before = WeightsFiles.Everything(network);
        network.SaveWeights(Path.Combine(_folder, name));
        var other = WeightsFiles.Network();
        other.Initialize(seed: 99);
        Assert.NotEqual(before, WeightsFiles.Everything(other));
        other.LoadWeights(Path.Combine(_folder, name));
        Assert.Equal(before, WeightsFiles.Everything(other));
    }

    [Fact]
    public void Weights_that_have_learned_come_back_bit_for_bit()
    {
        var network = WeightsFiles.Network();
        for (var trial = 0; trial < 20; trial++)
        {
            network.Present("Input", new Tensor<float>([6], [.. Enumerable.Range(0, 6).Select(i => i == trial % 6 ? 1f : 0f)]));
            network.Present("Output", new Tensor<float>([6], [.. Enumerable.Range(0, 6).Select(i => i == (trial + 1) % 6 ? 1f : 0f)]));
            network.RunTrial();
        }
        network.SaveWeights(Path.Combine(_folder, "net.wts"));
        var other = WeightsFiles.Network();
        Assert.NotEqual(Weights(network), Weights(other));
        other.LoadWeights(Path.Combine(_folder, "net.wts"));
        Assert.Equal(Weights(network), Weights(other));

        static List<int> Weights(LeabraNetwork network) =>
            [.. network.Projections.SelectMany(p => Enumerable.Range(0, p.Receiver.UnitCount).SelectMany(r => p.Connections.SendersOf(r).ToArray().Select(s => BitConverter.SingleToInt32Bits(p.Synapse("Wt", s, r)))))];
    }

    [Fact]
    public void The_extension_decides_about_compression()
    {
        var network = WeightsFiles.Network();
        network.SaveWeights(Path.Combine(_folder, "net.wts"));
        network.SaveWeights(Path.Combine(_folder, "net.wts.gz"));
        Assert.Equal((byte)'{', File.ReadAllBytes(Path.Combine(_folder, "net.wts"))[0]);
        Assert.Equal(0x1f, File.ReadAllBytes(Path.Combine(_folder, "net.wts.gz"))[0]);
        Assert.Equal(WeightsFiles.Text(Path.Combine(_folder, "net.wts")), WeightsFiles.Text(Path.Combine(_folder, "net.wts.gz")));
    }

    [Fact]
    public void Saving_leaves_nothing_but_the_file()
    {
        WeightsFiles.Network().SaveWeights(Path.Combine(_folder, "net.wts"));
        Assert.Equal("net.wts", Path.GetFileName(Assert.Single(Directory.GetFileSystemEntries(_folder))));
    }

    [Fact]
    public void Two_projections_from_one_layer_keep_their_own_weights()
    {
        static LeabraNetwork Twice()
        {
            var network = new LeabraNetwork("Twice");
            var (a, b) = (network.AddLayer("A", [1, 3]), network.AddLayer("B", [1, 3]));
            network.Project(a, b, Connectivity.Full);
            network.Project(a, b, Connectivity.OneToOne);
            network.Initialize(1);
            return network;
        }
        var network = Twice();
        network.Projections[0].SetWeight(1, 1, 0.125f);
        network.Projections[1].SetWeight(1, 1, 0.875f);
        network.SaveWeights(Path.Combine(_folder, "net.wts"));
        var other = Twice();
        other.LoadWeights(Path.Combine(_folder, "net.wts"));
        Assert.Equal(0.125f, other.Projections[0].Synapse("Wt", 1, 1));
        Assert.Equal(0.875f, other.Projections[1].Synapse("Wt", 1, 1));
    }

    [Fact]
    public void What_is_switched_off_is_not_saved_and_not_missed()
    {
        var path = Path.Combine(_folder, "net.wts");
        var network = WeightsFiles.Network();
        network["Hidden"].IsOff = true;
        network.SaveWeights(path);
        Assert.DoesNotContain("Hidden", WeightsFiles.Text(path), StringComparison.Ordinal);
        network.LoadWeights(path);
    }

    [Fact]
    public void Weights_of_the_whole_network_load_while_a_layer_is_switched_off()
    {
        var path = Path.Combine(_folder, "net.wts");
        var network = WeightsFiles.Network();
        network.SaveWeights(path);
        var before = WeightsFiles.Everything(network);
        network.Initialize(seed: 99);
        network["Hidden"].IsOff = true;
        network.LoadWeights(path);
        network["Hidden"].IsOff = false;
        Assert.Equal(before, WeightsFiles.Everything(network));
    }

    [Fact]
    public void A_million_synapses_come_back()
    {
        var network = new LeabraNetwork("Large");
        var (a, b) = (network.AddLayer("A", [32, 32]), network.AddLayer("B", [32, 32]));
        network.Project(a, b, Connectivity.Full);
        network.Initialize(1);
        var path = Path.Combine(_folder, "net.wts");
        var before = network.Projections[0].Synapse("Wt", 1000, 1000);
        network.SaveWeights(path);
        network.Projections[0].SetWeight(1000, 1000, 0.5f);
        network.LoadWeights(path);
        Assert.Equal(before, network.Projections[0].Synapse("Wt", 1000, 1000));
    }
}
