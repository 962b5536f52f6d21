using Emergent.Data;
using Emergent.Networks;

namespace Emergent.Leabra.Tests;

/// <summary>Small networks, and what they hold as bits.</summary>
internal static class SmallNet
{
    private const int LargestPattern = 128;

    /// <summary>Input, hidden and output, 5 × 5 each but hidden 6 × 7, fully connected, with top-down connections.</summary>
    public static LeabraNetwork Plain(Action<LeabraNetwork>? change = null)
    {
        var network = new LeabraNetwork("Plain");
        var input = network.AddLayer("Input", [5, 5], LayerKind.Input);
        var hidden = network.AddLayer("Hidden", [6, 7]);
        var output = network.AddLayer("Output", [5, 5], LayerKind.Target);
        network.Project(input, hidden, Connectivity.Full);
        network.ProjectBothWays(hidden, output, Connectivity.Full).Back.WtScale.Rel = 0.2f;
        change?.Invoke(network);
        network.Initialize(seed: 1);
        return network;
    }

    /// <summary>Everything at once: pools, sparse and lateral connections, inhibition, noise, adaptation, weight balance, topographic scales.</summary>
    public static LeabraNetwork Rich()
    {
        var network = new LeabraNetwork("Rich") { UsesTopographicScales = true };
        var input = network.AddLayer("Input", [4, 4, 2, 3], LayerKind.Input);
        var hidden = network.AddLayer("Hidden", [2, 2, 4, 5]);
        var sparse = network.AddLayer("Sparse", [7, 7]);
        var output = network.AddLayer("Output", [5, 5], LayerKind.Target);
        network.Project(input, hidden, new PoolTileConnectivity { GaussFull = new GaussTopo { On = true } });
        network.ProjectBothWays(hidden, sparse, Connectivity.UniformRandom(0.3f, seed: 3));
        network.ProjectLaterally(hidden, Connectivity.PoolSameUnit);
        network.Project(sparse, sparse, Connectivity.Full, ProjectionKind.Inhib);
        network.ProjectBothWays(sparse, output, Connectivity.Full);
        foreach (var layer in network.Layers.Cast<LeabraLayer>()) { layer.Act.KNa.On = true; }
        hidden.Inhib.Pool.On = true;
        sparse.Inhib.Self.On = true;
        var noise = hidden.Act.Noise;
        (noise.Type, noise.Dist, noise.Var, noise.Fixed) = (NoiseType.GeNoise, Distribution.Gaussian, 0.01f, false);
        (sparse.Act.Noise.Type, sparse.Act.Noise.Var) = (NoiseType.VmNoise, 0.01f);
        foreach (var projection in network.Projections.Cast<LeabraProjection>()) { projection.Learn.WtBal.On = true; }
        network.Initialize(seed: 1);
        return network;
    }

    /// <summary>Input, hidden and output, of units that fire.</summary>
    public static LeabraNetwork Spiking()
    {
        var network = new LeabraNetwork("Spiking");
        var input = network.AddLayer(new SpikingLayer("Input", [5, 5], LayerKind.Input));
        var hidden = network.AddLayer(new SpikingLayer("Hidden", [6, 7]));
        var output = network.AddLayer(new SpikingLayer("Output", [5, 5], LayerKind.Target));
        network.Project(input, hidden, Connectivity.Full);
        network.ProjectBothWays(hidden, output, Connectivity.Full);
        hidden.Spike.Exp = true;
        network.Initialize(seed: 1);
        return network;
    }

    /// <summary>Input, two hidden layers that inhibit each other, one of them with pools, and output.</summary>
    public static LeabraNetwork InterInhibition(Action<InterInhibitionLayer, InterInhibitionLayer>? change = null)
    {
        var network = new LeabraNetwork("InterInhibition");
        var input = network.AddLayer("Input", [5, 5], LayerKind.Input);
        var left = network.AddInterInhibitionLayer("Left", [6, 7]);
        var right = network.AddInterInhibitionLayer("Right", [2, 2, 4, 3]);
        var output = network.AddLayer("Output", [5, 5], LayerKind.Target);
        right.Inhib.Pool.On = true;
        network.InhibitEachOther(0.8f, left, right);
        change?.Invoke(left, right);
        foreach (var hidden in (LeabraLayer[])[left, right])
        {
            network.Project(input, hidden, Connectivity.Full);
            network.ProjectBothWays(hidden, output, Connectivity.Full).Back.WtScale.Rel = 0.2f;
        }
        network.Initialize(seed: 1);
        return network;
    }

    /// <summary>Input, and layers of long-lasting channels: hidden holds its activity by NMDA projections within pools, and output adapts.</summary>
    public static LeabraNetwork LongConductances(Action<LongConductanceLayer>? change = null)
    {
        var network = new LeabraNetwork("LongConductances");
        var input = network.AddLayer("Input", [5, 5], LayerKind.Input);
        var hidden = network.AddLongConductanceLayer("Hidden", [2, 3, 4, 4]);
        var output = network.AddLongConductanceLayer("Output", [5, 5], LayerKind.Target);
        network.Project(input, hidden, Connectivity.Full);
        network.ProjectNMDA(hidden, hidden, Connectivity.PoolOneToOne);
        network.ProjectBothWays(hidden, output, Connectivity.Full).Back.WtScale.Rel = 0.2f;
        hidden.Inhib.Pool.On = true;
        output.Act.KNa.On = true;
        change?.Invoke(hidden);
        network.Initialize(seed: 1);
        return network;
    }

    /// <summary>Presents a random pattern, a quarter of the units on, to each layer that takes one; allocates nothing.</summary>
    public static void Present(LeabraNetwork network, int pattern)
    {
        Span<float> buffer = stackalloc float[LargestPattern];
        for (var l = 0; l < network.Layers.Count; l++)
        {
            var layer = network.Layers[l];
            if (layer.Kind == LayerKind.Hidden) { continue; }
            var values = buffer[..layer.UnitCount];
            var random = new CounterRandom(7, 0, CounterRandom.StreamOf(layer.Name), (ulong)pattern);
            foreach (ref var value in values) { value = random.NextInt(4) == 0 ? 1f : 0f; }
            layer.Present(values, layer.Shape);
        }
    }

    /// <summary>Presents <paramref name="trials"/> patterns and learns each; in two steps if asked, else in one pass.</summary>
    public static void Train(LeabraNetwork network, int trials, bool inTwoSteps = false)
    {
        for (var trial = 0; trial < trials; trial++)
        {
            Present(network, trial % 5);
            if (!inTwoSteps)
            {
                network.RunTrial(learn: true);
                continue;
            }
            RunTrialWithoutLearning(network);
            network.ComputeWeightChanges();
            network.ApplyWeightChanges();
        }
    }

    /// <summary>All unit variables, and the weights, of every layer and projection, as bits.</summary>
    public static uint[] Bits(LeabraNetwork network)
    {
        var bits = new List<uint>();
        foreach (var layer in network.Layers)
        {
            foreach (var variable in network.UnitVariables) { Add(layer.Units(variable.Name)); }
        }
        foreach (var projection in network.Projections.Cast<LeabraProjection>())
        {
            var synapses = projection.Synapses;
            for (var sender = 0; sender < synapses.Senders; sender++)
            {
                var (start, count) = synapses.Row(sender);
                foreach (var column in (AlignedFloats[])[synapses.Wt, synapses.LWt, synapses.Moment]) { Add(column.Slice(start, count)); }
            }
            Add(synapses.Norm);
        }
        return [.. bits];

        void Add(ReadOnlySpan<float> values) { foreach (var value in values) { bits.Add(BitConverter.SingleToUInt32Bits(value)); } }
    }

    /// <summary>One variable of a layer, as bits.</summary>
    public static uint[] Bits(LeabraNetwork network, string layer, string variable) =>
        [.. network[layer].Units(variable).ToArray().Select(BitConverter.SingleToUInt32Bits)];

    private static void RunTrialWithoutLearning(LeabraNetwork network)
    {
        network.BeginTrial(updateAverages: true);
        for (var quarter = 0; quarter < 4; quarter++)
        {
            for (var cycle = 0; cycle < network.Time.CyclesPerQuarter; cycle++) { network.RunCycle(); }
            network.EndQuarter();
        }
    }
}
