namespace Emergent.Data;

/// <summary>Weights from inputs to outputs, without bias, and the inputs that were last decoded.</summary>
internal sealed class DecoderWeights
{
    private const float Initial = 0.1f;   // all equal, so that decoders do not differ by chance

    private readonly string _decoder;
    private readonly float[] _weights, _inputs, _net;
    private bool _hasInputs;

    public DecoderWeights(string decoder, int inputs, int outputs)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(inputs);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(outputs);
        _decoder = decoder;
        _inputs = new float[inputs];
        _net = new float[outputs];
        _weights = new float[Shape.Create([outputs, inputs]).Length];
        Reset();
    }

    public float LearningRate
    {
        get;
        set => field = value > 0 && float.IsFinite(value)
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, $"The learning rate of the {_decoder} is above 0 and finite.");
    } = 0.1f; // 0.1 follows within some hundred trials and still averages over them

    public int Inputs => _inputs.Length;

    public int Outputs => _net.Length;

    /// <summary>A copy <c>[outputs, inputs]</c>.</summary>
    public Tensor<float> ToTensor() => new([Outputs, Inputs], [.. _weights]) { DimensionNames = ["Output", "Input"] };

    public void Reset()
    {
        Array.Fill(_weights, Initial);
        _hasInputs = false;
    }

    /// <summary>The net input of each output: Σ w x.</summary>
    public ReadOnlySpan<float> Net(ReadOnlySpan<float> inputs)
    {
        if (inputs.Length != Inputs)
        {
            throw new EmergentException($"The {_decoder} has {Inputs} inputs; {inputs.Length} were given.");
        }
        for (var i = 0; i < inputs.Length; i++)
        {
            // One of them would make every weight NaN, at the latest when it is learned from.
            if (!float.IsFinite(inputs[i]))
            {
                throw new EmergentException($"Input {i} of the {_decoder} is {GoFormat.Shortest(inputs[i])}; inputs are finite. Nothing was decoded.");
            }
        }
        inputs.CopyTo(_inputs);
        _hasInputs = true;
        for (var output = 0; output < Outputs; output++)
        {
            var weights = _weights.AsSpan(output * Inputs, Inputs);
            var sum = 0f;
            for (var i = 0; i < weights.Length; i++) { sum += weights[i] * _inputs[i]; }
            _net[output] = sum;
        }
        return _net;
    }

    public void CheckHasInputs()
    {
        if (!_hasInputs) { throw new InvalidOperationException($"The {_decoder} learns from what it decoded last, and has decoded nothing. Call Decode first."); }
    }

    /// <summary>w ← w + step · x, for one output.</summary>
    public void Learn(int output, float step)
    {
        var weights = _weights.AsSpan(output * Inputs, Inputs);
        for (var i = 0; i < weights.Length; i++) { weights[i] += step * _inputs[i]; }
    }
}
