using Emergent.Data;
using Emergent.Networks;

namespace Emergent.Backprop.Tests;

/// <summary>Networks to test with, and what they hold.</summary>
internal static class Nets
{
    /// <summary>Input, hidden and output, fully connected.</summary>
    public static BackpropNetwork Small(Action<BackpropNetwork>? change = null, int inputs = 5, int hiddens = 7, int outputs = 3)
    {
        var net = new BackpropNetwork("Small");
        var input = net.AddLayer("Input", [1, inputs], LayerKind.Input);
        var hidden = net.AddLayer("Hidden", [1, hiddens]);
        var output = net.AddLayer("Output", [1, outputs], LayerKind.Target);
        net.Project(input, hidden, Connectivity.Full);
        net.Project(hidden, output, Connectivity.Full);
        change?.Invoke(net);
        net.Initialize(seed: 1);
        return net;
    }

    /// <summary>Everything at once: pools, partial projections, two between the same layers, skips, two outputs of different kinds, one of them in the middle.</summary>
    public static BackpropNetwork Rich(Action<BackpropNetwork>? change = null)
    {
        var net = new BackpropNetwork("Rich");
        var input = net.AddLayer("Input", [4, 4, 1, 2], LayerKind.Input);
        var second = net.AddLayer("Second", [1, 3], LayerKind.Input);
        var pools = net.AddLayer("Pools", [2, 2, 2, 3]);
        var middle = net.AddLayer("Middle", [3, 6], LayerKind.Target);
        var top = net.AddLayer("Top", [1, 19]);
        var output = net.AddLayer("Output", [1, 2, 1, 3], LayerKind.Target);
        net.Project(input, pools, Connectivity.PoolTile);
        net.Project(second, pools, Connectivity.Full);
        net.Project(pools, middle, Connectivity.UniformRandom(0.4f, seed: 3));
        net.Project(pools, middle, Connectivity.UniformRandom(0.3f, seed: 4));
        net.Project(middle, top, Connectivity.Full);
        net.Project(pools, top, Connectivity.Full);
        net.Project(input, output, Connectivity.UniformRandom(0.5f, seed: 5));
        net.Project(top, output, Connectivity.Full);
        pools.Act.Function = ActivationFunction.Tanh;
        top.Act.Function = ActivationFunction.Softmax;
        output.Act.Function = ActivationFunction.Softmax;
        output.Error.Function = ErrorFunction.CrossEntropy;
        change?.Invoke(net);
        net.Initialize(seed: 1);
        return net;
    }

    /// <summary>Presents numbers of 0…1 to each layer that takes some; allocates nothing.</summary>
    public static void Present(BackpropNetwork net, int pattern)
    {
        Span<float> buffer = stackalloc float[128];
        for (var l = 0; l < net.Layers.Count; l++)
        {
            var layer = net.Layers[l];
            if (layer.Kind == LayerKind.Hidden) { continue; }
            var values = buffer[..layer.UnitCount];
            var random = new CounterRandom(7, 0, CounterRandom.StreamOf(layer.Name), (ulong)pattern);
            foreach (ref var value in values) { value = random.NextInt(3) == 0 ? 0f : (float)random.NextDouble(); }
            layer.Present(values, layer.Shape);
        }
    }

    /// <summary>Presents and learns so many of five patterns.</summary>
    public static void Train(BackpropNetwork net, int trials)
    {
        for (var trial = 0; trial < trials; trial++)
        {
            Present(net, trial % 5);
            net.RunTrial(learn: true);
        }
    }

    /// <summary>All variables of units and synapses, as bits.</summary>
    public static uint[] Bits(BackpropNetwork net)
    {
        var bits = new List<uint>();
        foreach (var layer in net.Layers)
        {
            foreach (var variable in net.UnitVariables) { foreach (var value in layer.Units(variable.Name)) { bits.Add(BitConverter.SingleToUInt32Bits(value)); } }
        }
        foreach (var projection in net.Projections)
        {
            foreach (var variable in net.SynapseVariables)
            {
                for (var r = 0; r < projection.Receiver.UnitCount; r++)
                {
                    foreach (var s in projection.Connections.SendersOf(r)) { bits.Add(BitConverter.SingleToUInt32Bits(projection.Synapse(variable.Name, s, r))); }
                }
            }
        }
        return [.. bits];
    }

    /// <summary>Sets all synapses of a projection to one weight.</summary>
    public static void Fill(Projection projection, float weight)
    {
        for (var r = 0; r < projection.Receiver.UnitCount; r++) { foreach (var s in projection.Connections.SendersOf(r)) { projection.SetWeight(s, r, weight); } }
    }
}
