using Emergent.Networks;

namespace Emergent.Backprop.Tests;

/// <summary>The forward pass and the error of a network, written once more in double precision from the equations, without a thought of speed.</summary>
internal sealed class DoubleModel
{
    private readonly BackpropNetwork _net;
    private readonly Dictionary<(Projection, int Sender, int Receiver), double> _weights = [];
    private readonly Dictionary<(Layer, int Unit), double> _biases = [];

    public DoubleModel(BackpropNetwork net)
    {
        _net = net;
        foreach (var projection in net.Projections)
        {
            for (var r = 0; r < projection.Receiver.UnitCount; r++) { foreach (var s in projection.Connections.SendersOf(r)) { _weights[(projection, s, r)] = projection.Synapse("Wt", s, r); } }
        }
        foreach (var layer in net.Layers) { for (var u = 0; u < layer.UnitCount; u++) { _biases[(layer, u)] = layer.Units("Bias")[u]; } }
    }

    /// <summary>The error of all target layers for what the network is shown.</summary>
    public double Error()
    {
        var acts = new Dictionary<Layer, double[]>();
        var error = 0.0;
        foreach (BackpropLayer layer in _net.Layers)
        {
            if (layer.IsOff) { continue; }
            if (layer.Kind == LayerKind.Input) { acts[layer] = Array.ConvertAll(layer.Units("Ext").ToArray(), v => (double)v); continue; }
            var net = new double[layer.UnitCount];
            for (var u = 0; u < net.Length; u++)
            {
                net[u] = (layer.Bias.On ? _biases[(layer, u)] : 0) + layer.Units("Ext")[u];
                foreach (var projection in layer.ReceivingProjections)
                {
                    if (!projection.TakesPart) { continue; }
                    foreach (var s in projection.Connections.SendersOf(u)) { net[u] += _weights[(projection, s, u)] * acts[projection.Sender][s]; }
                }
            }
            var act = acts[layer] = new double[net.Length];
            for (var first = 0; first < net.Length; first += layer.UnitsPerPool)
            {
                for (var u = first; u < first + layer.UnitsPerPool; u++)
                {
                    act[u] = layer.Act.Function switch
                    {
                        ActivationFunction.Sigmoid => 1 / (1 + Math.Exp(-net[u])),
                        ActivationFunction.Tanh => Math.Tanh(net[u]),
                        ActivationFunction.ReLU => Math.Max(net[u], 0),
                        ActivationFunction.Linear => net[u],
                        _ => Math.Exp(net[u]) / Enumerable.Range(first, layer.UnitsPerPool).Sum(k => Math.Exp(net[k])),
                    };
                }
            }
            if (layer.Kind != LayerKind.Target) { continue; }
            for (var u = 0; u < act.Length; u++)
            {
                double t = layer.Units("Targ")[u], a = act[u];
                error += (layer.Error.Function, layer.Act.Function) switch
                {
                    (ErrorFunction.SquaredError, _) => 0.5 * (t - a) * (t - a),
                    (_, ActivationFunction.Softmax) => -t * Math.Log(a),
                    (_, ActivationFunction.Tanh) => Entropy((1 + t) / 2, (1 + a) / 2),
                    _ => Entropy(t, a),
                };
            }
        }
        return error;

        static double Entropy(double t, double a) => -t * Math.Log(a) - (1 - t) * Math.Log(1 - a);
    }

    /// <summary>Fails where a gradient of the network is not the central difference of this error.</summary>
    /// <remarks>Differences are exact to about 1e-9 here; the network's sums of some ten products of single precision to about 1e-6.</remarks>
    public static void AssertGradients(BackpropNetwork net, string what, float tolerance = 3e-6f)
    {
        net.BatchSize = 2;
        net.RunTrial(learn: true);   // gathered and not applied
        var model = new DoubleModel(net);
        foreach (var (projection, s, r) in model._weights.Keys)
        {
            var difference = -Difference(model._weights, (projection, s, r), model);
            var gradient = projection.Synapse("DWt", s, r);
            Assert.True(Math.Abs(gradient - difference) <= tolerance, $"{what}: {projection} from {s} to {r}: DWt is {gradient}, central difference {difference}");
        }
        foreach (var (layer, u) in model._biases.Keys)
        {
            if (layer.Kind == LayerKind.Input || layer.IsOff) { continue; }
            var difference = -Difference(model._biases, (layer, u), model);
            var gradient = layer.Units("DBias")[u];
            Assert.True(Math.Abs(gradient - difference) <= tolerance, $"{what}: bias {u} of {layer}: DBias is {gradient}, central difference {difference}");
        }
        Assert.Equal(net.Layers.Where(l => l is { Kind: LayerKind.Target, IsOff: false }).Sum(l => ((BackpropLayer)l).TrialError), model.Error(), tolerance: 1e-5);
    }

    private static double Difference<TKey>(Dictionary<TKey, double> values, TKey key, DoubleModel model) where TKey : notnull
    {
        const double Step = 1e-5;
        var value = values[key];
        values[key] = value + Step;
        var above = model.Error();
        values[key] = value - Step;
        var below = model.Error();
        values[key] = value;
        return (above - below) / (2 * Step);
    }
}
