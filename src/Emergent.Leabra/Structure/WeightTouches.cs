using Emergent.Networks;

namespace Emergent.Leabra;

/// <summary>The rows of weights that trials touch, one after the other: sending reads a row of Wt, learning that and the row of LWt and Moment.</summary>
internal sealed class WeightTouches
{
    private readonly ReuseDistances _distances = new();
    private readonly Dictionary<LeabraProjection, int> _firstDatum = [];   // two a row: Wt, and what only learning needs

    /// <summary>Touches all rows, as initializing does, unless they have been touched.</summary>
    public void TouchAll(Network network)
    {
        if (_firstDatum.Count > 0) { return; }
        var nowhere = new BytesByDistance();
        foreach (var projection in network.Projections.Cast<LeabraProjection>())
        {
            _firstDatum[projection] = _distances.AddData(2 * projection.Synapses.Senders);
            for (var row = 0; row < projection.Synapses.Senders; row++) { Learn(projection, row, nowhere); }
        }
    }

    /// <summary>Notes that a row was sent.</summary>
    public void Send(LeabraProjection projection, int row, BytesByDistance bytes) => Touch(projection, row, part: 0, floats: 1, bytes);

    /// <summary>Notes that a row has learned.</summary>
    public void Learn(LeabraProjection projection, int row, BytesByDistance bytes)
    {
        Touch(projection, row, part: 0, floats: 1, bytes);
        Touch(projection, row, part: 1, floats: 2, bytes);
    }

    private void Touch(LeabraProjection projection, int row, int part, int floats, BytesByDistance bytes)
    {
        var size = (long)sizeof(float) * floats * projection.Synapses.Row(row).Count;
        bytes.Add(_distances.Touch(_firstDatum[projection] + 2 * row + part, size), size);
    }
}
