using Emergent.Networks;

namespace Emergent.Studio;

/// <summary>A network as pages see it: the states that it has passed through, their records, and what connects its units.</summary>
/// <remarks>Of a simulation's networks only one is run; the others stay as they are, and can be looked at all the same.</remarks>
internal sealed class NetworkFeed : IDisposable
{
    private float[] _values = [];
    private KeptSynapses? _kept;   // null while nobody watches what learning clears
    private long _recordedState = -1;

    /// <param name="network">The network, which is built.</param>
    /// <param name="version">The number by which frames name it.</param>
    /// <param name="historyBytes">How much memory its records may take.</param>
    public NetworkFeed(Network network, int version, long historyBytes)
    {
        (Network, Version, History) = (network, version, new StateHistory(historyBytes));
        History.Begin(network);
    }

    public Network Network { get; }

    public int Version { get; }

    public StateHistory History { get; }

    /// <summary>Whether pages are to be told of its records.</summary>
    public bool HasNews { get; set; } = true;

    /// <summary>The places of the variables that views show; empty where they are to be asked for anew.</summary>
    public int[] Watched { get; set; } = [];

    /// <summary>Counts the states that the network has passed through.</summary>
    public long State { get; private set; }

    /// <summary>Whether there is a record of its present state.</summary>
    public bool IsRecorded => _recordedState == State;

    /// <summary>Forgets all records: it has been initialized.</summary>
    public void Begin()
    {
        History.Begin(Network);
        Keep(false);
        (HasNews, Watched) = (true, []);
        Pass();
    }

    /// <summary>It is in another state than before.</summary>
    public void Pass() => State++;

    /// <summary>Records the present state.</summary>
    public void Record(ReadOnlySpan<byte> counters)
    {
        History.Record(counters, Watched);
        (_recordedState, HasNews) = (State, true);
    }

    /// <summary>Shows records of a file in place of its own. The present state is not added to them: it would be the one that is shown.</summary>
    /// <param name="data">The records.</param>
    /// <param name="origin">The file's name, for errors.</param>
    /// <exception cref="EmergentException">They are of another network; nothing has changed.</exception>
    public void Open(NetData data, string origin)
    {
        History.Open(data, origin);
        (_recordedState, HasNews, Watched) = (State, true, []);
    }

    /// <summary>Has the present state recorded once more, for a variable that was not watched then.</summary>
    public void Forget() => _recordedState = -1;

    /// <summary>Keeps what learning clears from now on, or no longer.</summary>
    public void Keep(bool isWatched)
    {
        if (isWatched)
        {
            _kept ??= new KeptSynapses(Network);
            return;
        }
        _kept?.Dispose();
        _kept = null;
    }

    public void Dispose() => Keep(false);

    /// <summary>A value for each unit that says that there is none.</summary>
    public float[] NoValues()
    {
        var units = 0;
        for (var l = 0; l < Network.Layers.Count; l++) { units += Network.Layers[l].UnitCount; }
        if (_values.Length != units) { _values = new float[units]; }
        Array.Fill(_values, float.NaN);
        return _values;
    }

    /// <summary>What connects each unit with the one that a view has chosen.</summary>
    public float[] Synapses(View view)
    {
        var values = NoValues();
        if (view.Unit is not var (chosen, unit)) { return values; }
        var start = 0;
        for (var l = 0; l < Network.Layers.Count; start += Network.Layers[l++].UnitCount)
        {
            var layer = Network.Layers[l];
            if (Between(layer, chosen, view) is not { } projection) { continue; }
            var part = values.AsSpan(start, layer.UnitCount);
            if (view.IsTransient && _kept is { } kept && kept.TryCopy(projection, view.SynapseVariable, unit, view.IsReceiving, part)) { continue; }
            if (view.IsReceiving) { projection.ValuesTo(view.SynapseVariable, unit, part); }
            else { projection.ValuesFrom(view.SynapseVariable, unit, part); }
        }
        return values;
    }

    /// <summary>The unit that a page names.</summary>
    /// <exception cref="EmergentException">There is no such unit.</exception>
    public (Layer Layer, int Unit) Find(UnitChoice choice)
    {
        var layer = choice.Place is { } place && place < Network.Layers.Count ? Network.Layers[place] : Network[choice.Layer];
        if (choice.Index >= layer.UnitCount) { throw new EmergentException($"Layer '{layer.Name}' has units 0…{layer.UnitCount - 1}; there is no unit {choice.Index}."); }
        return (layer, choice.Index);
    }

    /// <summary>The most active unit of the last layer that has synapses of the kind.</summary>
    public (Layer Layer, int Unit)? MostActive(bool receives)
    {
        for (var l = Network.Layers.Count - 1; l >= 0; l--)
        {
            var layer = Network.Layers[l];
            if ((receives ? layer.ReceivingProjections : layer.SendingProjections).Count == 0 || layer.IsOff) { continue; }
            var activity = layer.Units(Network.UnitVariables[0].Name);
            var most = 0;
            for (var u = 1; u < activity.Length; u++) { if (activity[u] > activity[most]) { most = u; } }
            return (layer, most);
        }
        return null;
    }

    /// <summary>The projection between a layer and that of the chosen unit: of several, the first that the view asks for.</summary>
    private static Projection? Between(Layer layer, Layer chosen, View view)
    {
        var projections = view.IsReceiving ? layer.SendingProjections : layer.ReceivingProjections;
        for (var p = 0; p < projections.Count; p++)
        {
            var projection = projections[p];
            if ((view.IsReceiving ? projection.Receiver : projection.Sender) == chosen && (view.Projections.Length == 0 || projection.Is(view.Projections))) { return projection; }
        }
        return null;
    }
}
