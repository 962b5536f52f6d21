namespace Emergent.Backprop;

/// <summary>Cross-entropy: what it is worth, and which functions and targets have one.</summary>
internal static class CrossEntropy
{
    /// <summary>Whether the activations of a function are probabilities, or are to −1…1 what these are to 0…1.</summary>
    public static bool IsDefinedFor(ActivationFunction function) => function is ActivationFunction.Sigmoid or ActivationFunction.Tanh or ActivationFunction.Softmax;

    /// <summary>The range of targets.</summary>
    public static (float Min, float Max) Targets(ActivationFunction function) => function switch
    {
        ActivationFunction.Tanh => (-1f, 1f),
        ActivationFunction.Softmax => (0f, float.MaxValue),
        _ => (0f, 1f),
    };

    /// <summary>The cross-entropy of the units of a pool, from net input, so that none is infinite where an activation has been rounded to 0 or 1.</summary>
    public static double Of(ActivationFunction function, ReadOnlySpan<float> net, ReadOnlySpan<float> targ) => function switch
    {
        ActivationFunction.Softmax => OfShares(net, targ),
        ActivationFunction.Tanh => OfUnits(net, targ, scale: 2, offset: 0.5),   // tanh x = 2 sigmoid(2x) − 1
        _ => OfUnits(net, targ, scale: 1, offset: 0),
    };

    /// <summary>−t ln a − (1 − t) ln(1 − a) = ln(1 + e^x) − t x for a = sigmoid(x).</summary>
    private static double OfUnits(ReadOnlySpan<float> net, ReadOnlySpan<float> targ, double scale, double offset)
    {
        var sum = 0.0;
        for (var i = 0; i < net.Length; i++)
        {
            double x = scale * net[i], t = targ[i] / scale + offset;
            sum += Math.Max(x, 0) + Math.Log(1 + Math.Exp(-Math.Abs(x))) - t * x;
        }
        return sum;
    }

    /// <summary>−Σ t ln a = Σ t (ln Σ e^x − x).</summary>
    private static double OfShares(ReadOnlySpan<float> net, ReadOnlySpan<float> targ)
    {
        double largest = double.NegativeInfinity, exponentials = 0, sum = 0;
        foreach (var x in net) { largest = Math.Max(largest, x); }
        foreach (var x in net) { exponentials += Math.Exp(x - largest); }
        var log = largest + Math.Log(exponentials);
        for (var i = 0; i < net.Length; i++) { sum += targ[i] * (log - net[i]); }
        return sum;
    }
}
