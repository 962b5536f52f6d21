using System.Text.Json;
using Emergent.Data;
using Emergent.Leabra;
using Emergent.Networks;

namespace Emergent.Sims.Tests;

/// <summary>The code of the page <c>docs/connectivity.md</c>: what the page shows is cut from here.</summary>
public sealed class ConnectivityPage
{
    [Fact]
    public void Code_of_the_page_is_compiled() => PageExamples.AssertStandIn("docs/connectivity.md", "tests/Emergent.Sims.Tests/ConnectivityPage.cs", count: 11);

    [Fact]
    public void Pictures_of_the_page_are_all_there_are()
    {
        var page = Repository.Read("docs/connectivity.md");
        Assert.All(Directory.GetFiles(Repository.PathOf("docs/images/connectivity")), file => Assert.Contains($"(images/connectivity/{Path.GetFileName(file)})", page, StringComparison.Ordinal));
    }

    [Fact]
    public void Patterns_in_a_network_do_what_the_page_says()
    {
        var net = new LeabraNetwork("Connected");
        var retina = net.AddLayer("Retina", [18, 18], LayerKind.Input);
        var cortex = net.AddLayer("Cortex", [18, 18]);
        net.Project(retina, cortex, Connectivity.Circle(4));
        net.ProjectLaterally(cortex, Connectivity.Rect(3, 3) with { Start = new(-1, -1) });

        var sparse = new UniformRandomConnectivity { PCon = 0.15f, Seed = 1 };
        net.Project(retina, cortex, sparse);
        net.Project(cortex, retina, sparse with { Recip = true }, ProjectionKind.Back);   // the same pairs of units

        var columns = net.AddLayer("Columns", [8, 8, 2, 2]);
        var objects = net.AddLayer("Objects", [4, 4, 3, 3]);
        net.Project(columns, objects, Connectivity.PoolTile);
        net.Project(objects, columns, Connectivity.PoolTile.Reversed(), ProjectionKind.Back);

        net.UsesTopographicScales = true;   // without it, all scales are 1, whatever the patterns say
        net.Project(retina, cortex, new CircleConnectivity { Radius = 4, TopoWts = true, Sigma = 0.5f });
        net.Project(columns, objects, new PoolTileConnectivity { GaussFull = new() { Sigma = 0.8f }, TopoRange = new(0.5f, 1f) });

        var fromEverySecond = net.Project(retina, cortex, new EverySecond());
        net.Initialize(seed: 1);
        Assert.Equal(162, fromEverySecond.Connections.SendersOf(0).Length);
        var circle = cortex.ReceivingProjections.Last(projection => projection.Connectivity is CircleConnectivity);
        Assert.Equal(1f, circle.Synapse("Scale", sender: 40, receiver: 40));
        Assert.Equal(MathF.Exp(-0.5f), circle.Synapse("Scale", sender: 42, receiver: 40), 1e-4f);
        // The way back has weights and scales of the last way there.
        var (there, back) = (objects.ReceivingProjections[^1], columns.ReceivingProjections[0]);
        Assert.Equal(there.Synapse("Scale", sender: 17, receiver: there.Connections.ReceiversOf(17)[5]), back.Synapse("Scale", sender: there.Connections.ReceiversOf(17)[5], receiver: 17));
        Assert.InRange(there.Synapse("Scale", sender: 17, receiver: there.Connections.ReceiversOf(17)[5]), 0.5f, 1f);
    }

    [Fact]
    public void Patterns_by_themselves_do_what_the_page_says()
    {
        var connections = Connectivity.Circle(4).Connect(senders: [18, 18], receivers: [18, 18]);
        Console.WriteLine(connections);   // 22,356 synapses; senders per receiver 69; receivers per sender 69
        Assert.Equal("22,356 synapses; senders per receiver 69; receivers per sender 69", connections.ToString());

        var shrinking = new CircleConnectivity { Radius = 3, AutoScale = true, Wrap = false };
        Assert.Equal(37, shrinking.Connect([16, 20], [8, 10]).SendersOf(27).Length);

        var groups = new RectConnectivity { Size = new(4, 4), Scale = new(0.5f, 0.5f), Wrap = false };
        Assert.Equal(groups.Connect([8, 8], [10, 10]).SendersOf(0).ToArray(), groups.Connect([8, 8], [10, 10]).SendersOf(11).ToArray());

        using var parameters = JsonDocument.Parse("""{"Size":{"X":3,"Y":3},"Start":{"X":-1,"Y":-1},"Wrap":false}""");
        var rect = Connectivity.FromJson("Rect", parameters.RootElement);
        Assert.Equal(new RectConnectivity { Size = new(3, 3), Start = new(-1, -1), Wrap = false }, rect);

        int[] circles = [.. new[] { 0, 1, 2, 3, 4, 8 }.Select(radius => Connectivity.Circle(radius).Connect([20, 20], [20, 20]).SendersOf(0).Length)];
        Assert.Equal([1, 9, 21, 37, 69, 225], circles);
    }

    [Fact]
    public void Connections_are_printed_and_drawn_as_the_page_says()
    {
        var random = Connectivity.UniformRandom(0.3f, seed: 1).Connect([2, 2, 1, 2], [1, 3]);
        Console.WriteLine(random);                                 // 6 synapses; senders per receiver 2; receivers per sender 0–2
        Console.Write(random.ToMatrixText());                      // a line for each receiver, a character for each sender
        Console.Write(random.ToFieldsText([2, 2, 1, 2], 0, 2));    // the sending layer as a grid, for receivers 0 and 2
        foreach (var sender in random.SendersOf(receiver: 1)) { Console.WriteLine(sender); }
        int[] fanOut = random.ReceiversPerSender();
        Assert.Equal("6 synapses; senders per receiver 2; receivers per sender 0–2", random.ToString());
        Assert.Equal(6, fanOut.Sum());

        var picture = ConnectivityPicture.Of(Connectivity.Circle(4), [18, 18], [18, 18], chosen: [19, 184]);
        picture.Save("circle.svg");
        Assert.Equal(picture.ToSvg(), File.ReadAllText("circle.svg"));
        File.Delete("circle.svg");
    }

    sealed record EverySecond : Connectivity
    {
        public override string PatternName => "EverySecond";

        protected override void AddConnections(Shape senders, Shape receivers, bool same, ConnectionsBuilder connections)
        {
            for (var r = 0; r < receivers.Length; r++) { for (var s = 0; s < senders.Length; s += 2) { connections.Add(r, s); } }
        }
    }
}
