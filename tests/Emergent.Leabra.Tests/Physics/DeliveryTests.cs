using Emergent.Data;
using Emergent.Networks;

namespace Emergent.Leabra.Tests;

/// <summary>What units receive, against the equation computed one synapse after the other.</summary>
public class DeliveryTests
{
    private static readonly Dictionary<string, (Connectivity Connectivity, string Path, bool IsLateral)> Patterns = new(StringComparer.Ordinal)
    {
        ["full"] = (Connectivity.Full, "dense", false),
        ["uniform random"] = (Connectivity.UniformRandom(0.4f, seed: 5), "indexed", false),
        ["one to one"] = (Connectivity.OneToOne, "indexed", false),
        ["tiles of pools"] = (new PoolTileConnectivity { Size = new Xy(2, 2), Skip = new Xy(1, 1), Start = new Xy(0, 0) }, "runs", false),
        ["rectangles"] = (new RectConnectivity { Size = new Xy(9, 3) }, "runs", false),
        ["small rectangles"] = (new RectConnectivity { Size = new Xy(2, 2) }, "indexed", false),
        ["pool to pool"] = (Connectivity.PoolOneToOne, "runs", false),
        ["lateral without self"] = (new FullConnectivity { SelfCon = false }, "runs", true),
        ["same unit of each pool"] = (Connectivity.PoolSameUnit, "indexed", true),
    };

    public static TheoryData<string, bool> Cases
    {
        get
        {
            var cases = new TheoryData<string, bool>();
            foreach (var pattern in Patterns.Keys) { foreach (var scaled in (bool[])[false, true]) { cases.Add(pattern, scaled); } }
            return cases;
        }
    }

    [Theory, MemberData(nameof(Cases))]
    public void Units_receive_what_the_equation_says_to_the_bit(string pattern, bool isInhibitory)
    {
        var (connectivity, path, isLateral) = Patterns[pattern];
        var network = new LeabraNetwork("Delivery");
        var first = network.AddLayer("First", [3, 3, 3, 5]);
        var second = network.AddLayer("Second", [3, 3, 3, 5]);
        network.Project(first, second, Connectivity.UniformRandom(0.2f, seed: 1));   // a second sum, added to the same units
        var projection = network.Project(isLateral ? second : first, second, connectivity, isInhibitory ? ProjectionKind.Inhib : ProjectionKind.Forward);
        (first.Act.Clamp.Hard, first.Inhib.Layer.Gi, second.Inhib.Layer.Gi) = (false, 1f, 1f);
        network.Initialize(seed: 1);
        Assert.Equal(path, PathOf(projection));

        var random = new CounterRandom(3, 0, 0);
        Span<float> input = stackalloc float[first.UnitCount];
        foreach (ref var x in input) { x = (float)random.NextDouble(); }
        first.Present(input, first.Shape);
        network.BeginTrial();
        var sent = 0;
        for (var cycle = 0; cycle < 40; cycle++)
        {
            float[] ge = [.. second.Units("GeRaw")], gi = [.. second.Units("GiRaw")];
            foreach (var p in second.ReceivingProjections.Cast<LeabraProjection>()) { sent += Deliver(p, p.Kind == ProjectionKind.Inhib ? gi : ge); }
            network.RunCycle();
            Assert.Equal(ge, second.Units("GeRaw").ToArray());
            Assert.Equal(gi, second.Units("GiRaw").ToArray());
        }
        Assert.True(sent > 1000, $"{sent} synapses transmitted.");
    }

    /// <summary>Adds what a projection delivers in the coming cycle; the number of synapses that transmit.</summary>
    private static int Deliver(LeabraProjection projection, float[] g)
    {
        var sums = new float[g.Length];
        Span<float> act = projection.Sender.Units("Act"), sent = projection.Sender.Units("ActSent");
        var transmitted = 0;
        for (var s = 0; s < act.Length; s++)
        {
            float delta;
            if (act[s] > 0.1f)
            {
                delta = act[s] - sent[s];
                if (MathF.Abs(delta) <= 0.005f) { continue; }
            }
            else if (sent[s] > 0.1f) { delta = -sent[s]; }
            else { continue; }
            var scaled = delta * projection.GScale;
            foreach (var r in projection.Connections.ReceiversOf(s))
            {
                sums[r] += scaled * projection.Synapse("Wt", s, r);
                transmitted++;
            }
        }
        for (var r = 0; r < g.Length; r++) { g[r] += sums[r]; }
        return transmitted;
    }

    private static string PathOf(LeabraProjection projection) => projection.Synapses.IsFull ? "dense" : projection.Synapses.HasRuns ? "runs" : "indexed";
}
