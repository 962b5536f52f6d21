using System.Collections;

namespace Emergent.Leabra;

/// <summary>The names of the layers that a layer sends a neuromodulator to; they are looked up when the network is built.</summary>
public abstract class SignalTargets : IReadOnlyCollection<string>
{
    private readonly List<string> _names = [];

    private protected SignalTargets() { }

    /// <summary>The number of layers.</summary>
    public int Count => _names.Count;

    /// <summary>Adds layers by name; those already there stay once.</summary>
    public void Add(params IEnumerable<string> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        foreach (var name in names) { if (!_names.Contains(name)) { _names.Add(name); } }
    }

    /// <summary>Adds all layers of a network that the neuromodulator can reach, as they are now, but those named.</summary>
    /// <exception cref="EmergentException">A layer that is named does not exist.</exception>
    public void AddAllBut(LeabraNetwork network, params IReadOnlyList<string> names)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(names);
        foreach (var name in names) { _ = network[name]; }
        Add(network.Layers.Cast<LeabraLayer>().Where(CanReach).Select(layer => layer.Name).Except(names));
    }

    /// <summary>The names, in order.</summary>
    public IEnumerator<string> GetEnumerator() => _names.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Whether a layer has receptors for the neuromodulator.</summary>
    internal abstract bool CanReach(LeabraLayer layer);
}
