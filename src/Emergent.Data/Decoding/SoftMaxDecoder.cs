namespace Emergent.Data;

/// <summary>Learns which of some classes a pattern of activations stands for, and says how probable each is.</summary>
/// <remarks>
/// net_c = Σ w_c x, without bias; p_c = e^(net_c − max) / Σ e^(net − max). Training: w_c ← w_c + rate (t_c − p_c) x, where t is 1 for the class that it is and 0 for others;
/// that descends cross-entropy. All weights begin at 0.1. In float, with the reference's approximation of e^x.
/// Inputs are any numbers, such as a variable of a layer's units, or of one of its pools. Source: emergent decoder, SoftMax.
/// </remarks>
public sealed class SoftMaxDecoder
{
    private readonly DecoderWeights _weights;
    private readonly float[] _probabilities;
    private readonly ClassNames _classes;

    /// <summary>A decoder for so many inputs and classes, which go by their numbers.</summary>
    public SoftMaxDecoder(int inputs, int classes) : this(inputs, ClassNames.Numbered(classes)) { }

    /// <summary>A decoder for so many inputs and classes with names.</summary>
    /// <exception cref="EmergentException">There is no class, or two have the same name.</exception>
    public SoftMaxDecoder(int inputs, params ReadOnlySpan<string> classes)
    {
        _classes = new("softmax decoder", "class", classes);
        _weights = new("softmax decoder", inputs, _classes.Count);
        _probabilities = new float[_classes.Count];
    }

    /// <summary>How much of the error is learned in one step, above 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not above 0 and finite.</exception>
    public float LearningRate
    {
        get => _weights.LearningRate;
        set => _weights.LearningRate = value;
    }

    /// <summary>The number of inputs.</summary>
    public int InputCount => _weights.Inputs;

    /// <summary>The names of the classes.</summary>
    public IReadOnlyList<string> Classes => _classes.All;

    /// <summary>The probability of each class, from what was decoded last; they sum to 1.</summary>
    public ReadOnlySpan<float> Probabilities => _probabilities;

    /// <summary>A copy of the weights: <c>[classes, inputs]</c>.</summary>
    public Tensor<float> Weights => _weights.ToTensor();

    /// <summary>The most probable class, the first of equals, for these inputs.</summary>
    /// <exception cref="EmergentException">There are more or fewer inputs, or one is not finite.</exception>
    public int Decode(params ReadOnlySpan<float> inputs)
    {
        var net = _weights.Net(inputs);
        var largest = float.NegativeInfinity;
        foreach (var value in net) { largest = Math.Max(largest, value); }
        var sum = 0f;
        for (var c = 0; c < net.Length; c++)
        {
            _probabilities[c] = LaneMath.FastExp(net[c] - largest);
            sum += _probabilities[c];
        }
        for (var c = 0; c < net.Length; c++) { _probabilities[c] /= sum; }
        return Sorted()[0];
    }

    /// <summary>The classes from the most to the least probable, equals in order, by what was decoded last.</summary>
    public int[] Sorted() => [.. Enumerable.Range(0, _probabilities.Length).OrderByDescending(c => _probabilities[c])];

    /// <summary>Learns that what was decoded last is of a class.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such class.</exception>
    /// <exception cref="InvalidOperationException">Nothing has been decoded.</exception>
    public void Train(int actual)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(actual);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(actual, _classes.Count);
        _weights.CheckHasInputs();
        for (var c = 0; c < _probabilities.Length; c++)
        {
            _weights.Learn(c, c == actual ? LearningRate * (1 - _probabilities[c]) : -LearningRate * _probabilities[c]);
        }
    }

    /// <summary>Learns that what was decoded last is of the class with a name.</summary>
    /// <exception cref="EmergentException">There is no such class.</exception>
    /// <exception cref="InvalidOperationException">Nothing has been decoded.</exception>
    public void Train(string actual) => Train(_classes.PlaceOf(actual));

    /// <summary>Forgets all that was learned.</summary>
    public void Reset()
    {
        _weights.Reset();
        Array.Clear(_probabilities);
    }
}
