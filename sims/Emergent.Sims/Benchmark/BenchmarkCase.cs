using Emergent.Data;
using Emergent.Leabra;
using Emergent.Networks;

namespace Emergent.Sims;

/// <summary>A variant of the benchmark's network: five layers of one shape, projections up and down of one pattern.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Shape">The shape of every layer.</param>
/// <param name="Pattern">The connectivity of the projection of this number, 0…6.</param>
public sealed record BenchmarkCase(string Name, Shape Shape, Func<int, Connectivity> Pattern)
{
    /// <summary>The name of the case that the others are compared with.</summary>
    public const string FullName = "full";

    /// <summary>Sets what differs from the published benchmark's parameters, after those are set.</summary>
    public Action<LeabraNetwork> Adjust { get; init; } = _ => { };

    /// <summary>Whether the layers above Input fire spikes.</summary>
    public bool IsSpiking { get; init; }

    /// <summary>Variants of about as many synapses.</summary>
    /// <param name="units">Units a layer where connections are full, rounded down to the square of a multiple of 5; others have 2.6 to 3.2 times as many. 400 are 1.1 million synapses.</param>
    public static IReadOnlyList<BenchmarkCase> Variants(int units = 400)
    {
        var fifth = Math.Max((int)Math.Sqrt(units) / 5, 1);
        var side = 5 * fifth;
        Shape sheet = [side, side], wide = [side * 33 / 20, side * 33 / 20];
        return
        [
            new(FullName, sheet, _ => Connectivity.Full),
            // Of 20 × 20 units: fields of 144, 144 and 149 senders, and as many synapses with 1,024 to 1,089 units a layer.
            new("PoolTile", [8, 8, fifth, fifth], _ => new PoolTileConnectivity { Size = new Xy(3, 3), Skip = new Xy(1, 1) }),
            new("Rect", wide, _ => Connectivity.Rect(side * 12 / 20, side * 12 / 20)),
            new("Circle", wide, _ => new CircleNeighbours(side * 7 / 20)),
            new("UniformRandom 10 %", [side * 36 / 20, side * 36 / 20], projection => Connectivity.UniformRandom(0.1f, seed: projection)),
            new("pools", [fifth, fifth, 5, 5], _ => Connectivity.Full) { Adjust = With("Layer", "pools compete", (LeabraLayer l) => l.Inhib.Pool.On = true) },
            new("WtBal", sheet, _ => Connectivity.Full) { Adjust = With("Prjn", "the case", (LeabraProjection p) => p.Learn.WtBal.On = true) },
            new("KNa", sheet, _ => Connectivity.Full) { Adjust = With("Layer", "the case", (LeabraLayer l) => l.Act.KNa.On = true) },
            new("noise, each trial", sheet, _ => Connectivity.Full) { Adjust = With("Layer", "the case", (LeabraLayer l) => Noise(l, isFixed: true)) },
            new("noise, each cycle", sheet, _ => Connectivity.Full) { Adjust = With("Layer", "the case", (LeabraLayer l) => Noise(l, isFixed: false)) },
            new("spiking", sheet, _ => Connectivity.Full) { IsSpiking = true },
            new("no Norm, Momentum", sheet, _ => Connectivity.Full) { Adjust = With("Prjn", "the case", (LeabraProjection p) => (p.Learn.Norm.On, p.Learn.Momentum.On) = (false, false)) },
        ];
    }

    /// <summary>The published network of so many units a layer, rounded down to a square.</summary>
    public static BenchmarkCase Full(int units) => new(FullName, [(int)Math.Sqrt(units), (int)Math.Sqrt(units)], _ => Connectivity.Full);

    /// <summary>Makes the network, without units and weights yet.</summary>
    public LeabraNetwork MakeNetwork()
    {
        var network = new LeabraNetwork("BenchNet")
        {
            Style =
            {
                { "Prjn", "as in the published benchmark", (LeabraProjection p) => (p.Learn.Norm.On, p.Learn.Momentum.On, p.Learn.WtBal.On) = (true, true, false) },
                { "Layer", "as in the published benchmark", (LeabraLayer l) => (l.Inhib.Layer.Gi, l.Act.Gbar.L) = (1.8f, 0.2f) },
                { "#Output", "small layers need less", (LeabraLayer l) => l.Inhib.Layer.Gi = 1.4f },
                { ".Back", "top-down must stay weaker", (LeabraProjection p) => p.WtScale.Rel = 0.2f },
            },
        };
        Adjust(network);
        var layers = new List<LeabraLayer>();
        foreach (var name in (string[])["Input", "Hidden1", "Hidden2", "Hidden3", "Output"])
        {
            var kind = name == "Input" ? LayerKind.Input : name == "Output" ? LayerKind.Target : LayerKind.Hidden;
            layers.Add(IsSpiking && kind != LayerKind.Input ? network.AddLayer(new SpikingLayer(name, Shape, kind)) : network.AddLayer(name, Shape, kind));
        }
        for (var i = 0; i < 4; i++) { network.Project(layers[i], layers[i + 1], Pattern(i)); }
        for (var i = 4; i > 1; i--) { network.Project(layers[i], layers[i - 1], Pattern(8 - i), ProjectionKind.Back); }
        return network;
    }

    private static Action<LeabraNetwork> With<T>(string selector, string reason, Action<T> setter) where T : class, IStyled => network => network.Style.Add(selector, reason, setter);

    private static void Noise(LeabraLayer layer, bool isFixed)
    {
        var noise = layer.Act.Noise;
        (noise.Type, noise.Dist, noise.Var, noise.Fixed) = (NoiseType.VmNoise, Distribution.Gaussian, 0.005f, isFixed);   // 0.005: as much as the noise that NoisyXX1 stands for
    }
}
