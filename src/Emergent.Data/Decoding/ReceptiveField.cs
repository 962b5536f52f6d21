namespace Emergent.Data;

/// <summary>What each unit responds to: patterns averaged, weighted by how active the unit was (activation-based receptive field).</summary>
/// <remarks>
/// Σ act·src / Σ src for each unit a and each element s of a source, over all cases that were added in which the source element is at least a threshold. The source is any
/// layer, an input image, or a table of properties of the stimulus. Shapes: <c>[…activation, …source]</c>. In float, summed in the order of cases. Source: emergent actrf, RF.
/// </remarks>
public sealed class ReceptiveField
{
    private readonly float[] _products, _sources, _running;
    private readonly Shape _shape;

    /// <summary>An empty field of units of one shape over a source of another.</summary>
    public ReceptiveField(Shape activation, Shape source)
    {
        ArgumentNullException.ThrowIfNull(activation);
        ArgumentNullException.ThrowIfNull(source);
        (ActivationShape, SourceShape, _shape) = (activation, source, Shape.Create([.. activation.Sizes, .. source.Sizes]));
        _products = new float[_shape.Length];
        _running = new float[_shape.Length];
        _sources = new float[source.Length];
    }

    /// <summary>The shape of the units.</summary>
    public Shape ActivationShape { get; }

    /// <summary>The shape of the source.</summary>
    public Shape SourceShape { get; }

    /// <summary>How many cases were added.</summary>
    public int Count { get; private set; }

    /// <summary>Adds a case.</summary>
    /// <param name="activations">The activations of the units.</param>
    /// <param name="source">The source's values.</param>
    /// <param name="threshold">The least value of a source element that is taken into account; smaller ones count neither as product nor as source.</param>
    /// <exception cref="EmergentException">A shape differs, or a value is missing; nothing was added.</exception>
    public void Add(Tensor activations, Tensor source, float threshold = 0)
    {
        if (float.IsNaN(threshold)) { throw new ArgumentOutOfRangeException(nameof(threshold), "The threshold is NaN; nothing reaches that."); }
        var (act, src) = (Values(activations, ActivationShape, "activations"), Values(source, SourceShape, "source"));
        for (var s = 0; s < src.Length; s++)
        {
            if (!(src[s] >= threshold)) { continue; }
            _sources[s] += src[s];
            for (var a = 0; a < act.Length; a++) { _products[a * src.Length + s] += act[a] * src[s]; }
        }
        Count++;
    }

    /// <summary>Moves the running average towards a case: (1 − 1/τ) average + 1/τ · act·src.</summary>
    /// <param name="activations">The activations of the units.</param>
    /// <param name="source">The source's values.</param>
    /// <param name="tau">How many cases it takes to forget most of one, 1 or more.</param>
    /// <remarks>Apart from the sums: neither <see cref="Average"/> nor <see cref="Count"/> changes.</remarks>
    /// <exception cref="EmergentException">A shape differs, or a value is missing; nothing has changed.</exception>
    public void AddToRunningAverage(Tensor activations, Tensor source, float tau = 10)
    {
        if (!(tau >= 1)) { throw new ArgumentOutOfRangeException(nameof(tau), tau, "The time constant of a running average is 1 or more."); }
        var (act, src) = (Values(activations, ActivationShape, "activations"), Values(source, SourceShape, "source"));
        var rate = 1 / tau;
        for (var a = 0; a < act.Length; a++)
        {
            for (var s = 0; s < src.Length; s++)
            {
                var i = a * src.Length + s;
                _running[i] = (1 - rate) * _running[i] + rate * src[s] * act[a];
            }
        }
    }

    /// <summary>The field: Σ act·src / Σ src, 0 where the source was never active.</summary>
    public Tensor<float> Average()
    {
        var average = new Tensor<float>(_shape);
        for (var i = 0; i < average.Length; i++)
        {
            var sum = _sources[i % _sources.Length];
            average[i] = sum == 0 ? 0 : _products[i] / sum;
        }
        return average;
    }

    /// <summary>The field of each unit by itself brought to 0 … 1: (x − min) / (max − min); 0 where it is flat.</summary>
    public Tensor<float> Normalized()
    {
        var field = Average();
        Normalization.Unit(field, outer: ActivationShape.Rank);
        return field;
    }

    /// <summary>How much of each source element there was, as a share of the element of which there was most.</summary>
    public Tensor<float> SourceShare()
    {
        var share = new Tensor<float>(SourceShape, [.. _sources]);
        Normalization.DivideBy(share, Statistic.MaxAbs);
        return share;
    }

    /// <summary>The sums of products, Σ act·src.</summary>
    public Tensor<float> Sum() => new(_shape, [.. _products]);

    /// <summary>The sums of the source, Σ src.</summary>
    public Tensor<float> SourceSum() => new(SourceShape, [.. _sources]);

    /// <summary>The running average of act·src.</summary>
    public Tensor<float> RunningAverage() => new(_shape, [.. _running]);

    /// <summary>Adds the cases of another field, such as of another run, as if they had come after those of this one; running averages stay.</summary>
    /// <exception cref="EmergentException">It has other shapes.</exception>
    public void Add(ReceptiveField other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (!other.ActivationShape.Equals(ActivationShape) || !other.SourceShape.Equals(SourceShape))
        {
            throw new EmergentException($"A receptive field of units {ActivationShape} over a source {SourceShape} cannot take one of {other.ActivationShape} over {other.SourceShape}.");
        }
        for (var i = 0; i < _products.Length; i++) { _products[i] += other._products[i]; }
        for (var i = 0; i < _sources.Length; i++) { _sources[i] += other._sources[i]; }
        Count += other.Count;
    }

    /// <summary>Forgets all cases.</summary>
    public void Reset()
    {
        Array.Clear(_products);
        Array.Clear(_sources);
        Array.Clear(_running);
        Count = 0;
    }

    private static float[] Values(Tensor tensor, Shape shape, string what)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        if (!tensor.Shape.Equals(shape))
        {
            throw new EmergentException($"The {what} of this receptive field have shape {shape}; the tensor has {tensor.Shape}.");
        }
        var values = RowVectors.Numbers(tensor, $"The tensor of {what}");
        var result = new float[values.Length];
        for (var i = 0; i < result.Length; i++)
        {
            result[i] = (float)values[i];
            if (!float.IsFinite(result[i]))
            {
                throw new EmergentException($"The {what} of a receptive field need all values; element {i} is {GoFormat.Shortest(values[i])}. Nothing was added.");
            }
        }
        return result;
    }
}
