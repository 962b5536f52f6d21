using System.Collections;

namespace Emergent.Leabra;

/// <summary>The names of the layers that inhibit a layer; each once.</summary>
public sealed class InhibitingLayers : IReadOnlyCollection<string>
{
    private readonly List<string> _names = [];
    private LeabraLayer[] _sources = [];

    /// <summary>The number of layers.</summary>
    public int Count => _names.Count;

    /// <summary>Adds layers by name; those already there stay once.</summary>
    public void Add(params IEnumerable<string> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        foreach (var name in names) { if (!_names.Contains(name)) { _names.Add(name); } }
    }

    /// <summary>The names, in order.</summary>
    public IEnumerator<string> GetEnumerator() => _names.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Looks up the layers.</summary>
    /// <exception cref="EmergentException">A name is no layer's, or that of the layer itself.</exception>
    internal void Resolve(LeabraLayer owner, string property)
    {
        var network = owner.LeabraNetwork;
        var sources = new LeabraLayer[_names.Count];
        for (var i = 0; i < sources.Length; i++)
        {
            var name = _names[i];
            if (!network.TryGetLayer(name, out var layer))
            {
                throw new EmergentException(
                    $"Layer '{owner.Name}' ({owner.TypeName}): {property} names '{name}', and network '{network.Name}' has no such layer; it must be one whose inhibition acts on '{owner.Name}'. {Names.DidYouMean(name, network.Layers.Select(l => l.Name))}");
            }
            if (layer == owner) { throw new EmergentException($"Layer '{owner.Name}' ({owner.TypeName}): {property} names '{name}', the layer itself; it must be another. Raise Inhib.Layer.Gi for stronger inhibition of its own."); }
            sources[i] = (LeabraLayer)layer;
        }
        _sources = sources;
    }

    /// <summary>The inhibition of the layers before others acted on it: the largest, or the sum; at least 0.</summary>
    /// <remarks>Of layers that come before, this cycle's; of those that come behind, the last cycle's.</remarks>
    internal float Inhibition(bool sum)
    {
        var total = 0f;
        foreach (var source in _sources)
        {
            var gi = source.PoolArray[0].Inhib.GiOrig;
            total = sum ? total + gi : MathF.Max(total, gi);
        }
        return total;
    }
}
