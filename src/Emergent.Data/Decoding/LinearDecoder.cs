namespace Emergent.Data;

/// <summary>Learns the values that a pattern of activations stands for.</summary>
/// <remarks>
/// y_o = f(Σ w_o x), without bias; training: w_o ← w_o + rate (t_o − y_o) x, the delta rule, whatever f is. All weights begin at 0.1. In float; the logistic has the
/// reference's approximation of e^x. Inputs are any numbers, such as a variable of a layer's units, or of one of its pools. Source: emergent decoder, Linear.
/// </remarks>
public sealed class LinearDecoder
{
    private readonly DecoderWeights _weights;
    private readonly float[] _outputs;

    /// <summary>A decoder for so many inputs and values.</summary>
    public LinearDecoder(int inputs, int outputs, DecoderOutput output = DecoderOutput.Identity)
    {
        if (!Enum.IsDefined(output)) { throw new ArgumentOutOfRangeException(nameof(output), output, "There is no such function of the output."); }
        _weights = new("linear decoder", inputs, outputs);
        _outputs = new float[outputs];
        Output = output;
    }

    /// <summary>How outputs follow from net inputs.</summary>
    public DecoderOutput Output { get; }

    /// <summary>How much of the error is learned in one step, above 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not above 0 and finite.</exception>
    public float LearningRate
    {
        get => _weights.LearningRate;
        set => _weights.LearningRate = value;
    }

    /// <summary>The number of inputs.</summary>
    public int InputCount => _weights.Inputs;

    /// <summary>The values, from what was decoded last.</summary>
    public ReadOnlySpan<float> Outputs => _outputs;

    /// <summary>A copy of the weights: <c>[outputs, inputs]</c>.</summary>
    public Tensor<float> Weights => _weights.ToTensor();

    /// <summary>The values for these inputs; valid until the next are decoded.</summary>
    /// <exception cref="EmergentException">There are more or fewer inputs, or one is not finite.</exception>
    public ReadOnlySpan<float> Decode(params ReadOnlySpan<float> inputs)
    {
        var net = _weights.Net(inputs);
        for (var o = 0; o < _outputs.Length; o++) { _outputs[o] = Output == DecoderOutput.Logistic ? Curves.Logistic(net[o]) : net[o]; }
        return _outputs;
    }

    /// <summary>Learns what the values should have been of what was decoded last; returns the sum of squared errors.</summary>
    /// <exception cref="EmergentException">There are more or fewer values, or one is not finite; nothing was learned.</exception>
    /// <exception cref="InvalidOperationException">Nothing has been decoded.</exception>
    public float Train(params ReadOnlySpan<float> targets)
    {
        _weights.CheckHasInputs();
        if (targets.Length != _outputs.Length)
        {
            throw new EmergentException($"The linear decoder has {_outputs.Length} outputs; {targets.Length} targets were given.");
        }
        for (var o = 0; o < targets.Length; o++)
        {
            if (!float.IsFinite(targets[o])) { throw new EmergentException($"Target {o} of the linear decoder is {GoFormat.Shortest(targets[o])}; targets are finite. Nothing was learned."); }
        }
        var sum = 0f;
        for (var o = 0; o < targets.Length; o++)
        {
            var error = targets[o] - _outputs[o];
            sum += error * error;
            _weights.Learn(o, LearningRate * error);
        }
        return sum;
    }

    /// <summary>Forgets all that was learned.</summary>
    public void Reset()
    {
        _weights.Reset();
        Array.Clear(_outputs);
    }
}
