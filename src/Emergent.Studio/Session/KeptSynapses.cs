using Emergent.Networks;

namespace Emergent.Studio;

/// <summary>What the synapse variables that learning clears were when it last happened, of all synapses: whichever unit is looked at afterwards.</summary>
/// <remarks>Source: emergent netview, RecordSyns, which models call between computing changes and applying them.</remarks>
internal sealed class KeptSynapses : IDisposable
{
    private readonly Network _network;
    private readonly Dictionary<(Projection Projection, string Variable), float[]> _values = [];

    /// <summary>Keeps them from now on, until it is disposed of; it makes learning slower meanwhile.</summary>
    public KeptSynapses(Network network)
    {
        _network = network;
        network.WeightsChanging += Take;
    }

    /// <summary>Copies what connects a unit with all units of the layer at the other end, NaN where not connected; not where nothing has been learned yet.</summary>
    public bool TryCopy(Projection projection, string variable, int unit, bool isReceiving, Span<float> values)
    {
        if (!_values.TryGetValue((projection, variable), out var kept)) { return false; }
        values.Fill(float.NaN);
        var connections = projection.Connections;
        if (isReceiving)
        {
            var place = connections.ReceiverStart(unit);
            foreach (var sender in connections.SendersOf(unit)) { values[sender] = kept[place++]; }
        }
        else { foreach (var receiver in connections.ReceiversOf(unit)) { values[receiver] = kept[projection.SynapseIndex(unit, receiver)]; } }
        return true;
    }

    public void Dispose() => _network.WeightsChanging -= Take;

    private void Take()
    {
        for (var v = 0; v < _network.SynapseVariables.Count; v++)
        {
            if (_network.SynapseVariables[v] is not { IsTransient: true, Name: var variable }) { continue; }
            for (var p = 0; p < _network.Projections.Count; p++)
            {
                var projection = _network.Projections[p];
                if (!_values.TryGetValue((projection, variable), out var values)) { _values[(projection, variable)] = values = new float[projection.SynapseCount]; }
                projection.SynapseValues(variable, values);
            }
        }
    }
}
