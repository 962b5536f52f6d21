using Emergent.Data;

namespace Emergent.Networks;

/// <summary>The principal components of a layer's activations in the trials of an epoch, every so many epochs.</summary>
internal sealed class EpochComponents(Layer layer, string variable, RepresentativeUnits units, int every)
{
    private float[] _values = [];
    private int _trials, _epoch = -1;
    private PrincipalComponents? _result;

    /// <summary>How many components have a variance of at least 0.01; NaN in an epoch that is not analysed.</summary>
    public double Strong => _result?.StrongCount() ?? double.NaN;

    private bool IsDue => _epoch % every == 0;

    /// <summary>The mean variance of some components, the largest first; NaN in an epoch that is not analysed, and of components that there are not.</summary>
    public double MeanVariance(int first, int count)
    {
        var there = Math.Min(count, units.Indices.Length - first);
        if (_result is null || there <= 0) { return double.NaN; }
        // Of fewer trials than units there are fewer singular values; the components beyond have no variance.
        var sum = 0.0;
        for (var k = first; k < Math.Min(first + there, _result.Count); k++) { sum += _result.Eigenvalues[^(k + 1)]; }
        return sum / there;
    }

    public void BeginRun() => _epoch = -1;

    public void Begin()
    {
        _epoch++;
        (_trials, _result) = (0, null);
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
        if (_trials < 2) { throw new EmergentException($"Principal components of layer '{layer.Name}' need at least 2 trials an epoch; this one had {_trials}. Give epochs more trials, or leave PrincipalComponentsOf(\"{layer.Name}\") out."); }
        var count = units.Indices.Length;
        var trials = new Tensor<float>([_trials, count], _values[..(_trials * count)]);
        _result = _trials < count ? PrincipalComponents.OfSingularValues(trials) : PrincipalComponents.Of(trials);   // the same; the former takes less time then
    }
}
