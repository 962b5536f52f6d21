using Emergent.Data;

namespace Emergent.Networks;

/// <summary>The principal components of a layer's activations in the trials of an epoch, every so many epochs.</summary>
internal sealed class EpochComponents(Layer layer, string variable, RepresentativeUnits units, int every)
{
    private float[] _values = [];
    private int _trials, _epoch = -1;

    /// <summary>The components of the present epoch; null where it is not analysed.</summary>
    public PrincipalComponents? Result { get; private set; }

    private bool IsDue => _epoch % every == 0;

    public void BeginRun() => _epoch = -1;

    public void Begin()
    {
        _epoch++;
        (_trials, Result) = (0, null);
    }

    public void AddTrial()
    {
        if (!IsDue) { return; }
        var count = units.Indices.Length;
        if (_values.Length < (_trials + 1) * count) { Array.Resize(ref _values, Math.Max(2 * _values.Length, 16 * count)); }
        units.CopyTo(layer.Units(variable), _values.AsSpan(_trials++ * count, count));
    }

    public void Analyse()
    {
        if (!IsDue) { return; }
        var count = units.Indices.Length;
        Result = PrincipalComponents.Of(new Tensor<float>([_trials, count], _values[..(_trials * count)]));
    }
}
