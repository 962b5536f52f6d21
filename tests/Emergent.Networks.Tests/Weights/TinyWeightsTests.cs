namespace Emergent.Networks.Tests;

/// <summary>Weights files of an algorithm that is not Leabra.</summary>
public sealed class TinyWeightsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("weights").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_file_has_the_members_of_the_reference_in_its_order()
    {
        var network = WithAnUnconnectedUnit();
        network.Projections[0].SetWeight(0, 0, 0.125f);
        network.SaveWeights(Path.Combine(_folder, "net.wts"));
        Assert.Equal(
            """
            {
            	"Network": "Tiny",
            	"Layers": [
            		{
            			"Layer": "A",
            			"Prjns": null
            		},
            		{
            			"Layer": "B \"quoted\"",
            			"Prjns": [
            				{
            					"From": "A",
            					"Rs": [
            						{
            							"Ri": 0,
            							"N": 1,
            							"Si": [ 0 ],
            							"Wt": [ 0.125 ]
            						},
            						{
            							"Ri": 1,
            							"N": 0,
            							"Si": [ ],
            							"Wt": [ ]
            						}
            					]
            				}
            			]
            		}
            	]
            }

            """,
            File.ReadAllText(Path.Combine(_folder, "net.wts")));
    }

    [Theory]
    [InlineData("net.wts")]
    [InlineData("net.WTS.GZ")]
    public void Weights_come_back(string name)
    {
        var network = WithAnUnconnectedUnit();
        network.Projections[0].SetWeight(0, 0, 0.1f);
        network.SaveWeights(Path.Combine(_folder, name));
        var other = WithAnUnconnectedUnit();
        other.LoadWeights(Path.Combine(_folder, name));
        Assert.Equal(0.1f, other.Projections[0].Synapse("Wt", 0, 0));
    }

    [Theory]
    [InlineData("net.wts")]
    [InlineData("net.wts.gz")]
    public void A_stream_holds_the_bytes_of_the_file(string name)
    {
        var network = WithAnUnconnectedUnit();
        network.Projections[0].SetWeight(0, 0, 0.1f);
        network.SaveWeights(Path.Combine(_folder, name));
        using var stream = new MemoryStream();
        network.SaveWeights(stream, name);
        Assert.Equal(File.ReadAllBytes(Path.Combine(_folder, name)), stream.ToArray());
        stream.Position = 0;
        Assert.Equal([0.1f], Network.ReadWeights(stream, name).Layers[1].Projections[0].Receivers[0].Weights);
        NetworkTests.AssertSays(() => Network.ReadWeights(new MemoryStream("{"u8.ToArray()), name), $"Weights file '{name}' is damaged");
    }

    [Fact]
    public void A_small_file_that_unpacks_to_much_is_refused()
    {
        using var stream = new MemoryStream();
        WithAnUnconnectedUnit().SaveWeights(stream, "net.wts.gz");
        stream.Position = 0;
        NetworkTests.AssertSays(() => Network.ReadWeights(stream, "net.wts.gz", most: 100), "File 'net.wts.gz' has more than 100 bytes when it is unpacked");
    }

    [Fact]
    public void A_mark_of_the_byte_order_does_no_harm()
    {
        var path = Path.Combine(_folder, "net.wts");
        WithAnUnconnectedUnit().SaveWeights(path);
        File.WriteAllText(path, File.ReadAllText(path), new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        WithAnUnconnectedUnit().LoadWeights(path);
    }

    [Fact]
    public void A_file_can_be_read_without_a_network()
    {
        var path = Path.Combine(_folder, "net.wts");
        WithAnUnconnectedUnit().SaveWeights(path);
        var weights = Network.ReadWeights(path);
        Assert.Equal("Tiny", weights.Network);
        Assert.Equal(["A", "B \"quoted\""], weights.Layers.Select(l => l.Name));
        Assert.Equal([0.5f], weights.Layers[1].Projections[0].Receivers[0].Weights);
    }

    private static TinyNetwork WithAnUnconnectedUnit()
    {
        var network = new TinyNetwork();
        network.Project(network.AddLayer("A", [1, 1]), network.AddLayer("B \"quoted\"", [1, 2]), Connectivity.OneToOne);
        network.Build();
        return network;
    }
}
