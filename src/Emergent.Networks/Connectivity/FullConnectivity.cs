using Emergent.Data;

namespace Emergent.Networks;

/// <summary>Every sender is connected to every receiver.</summary>
public sealed record FullConnectivity : Connectivity
{
    /// <inheritdoc/>
    public override string PatternName => "Full";

    /// <summary>Whether, in a layer connected to itself, each unit is connected to itself too.</summary>
    public bool SelfCon { get; init; } // false: a unit that excites itself keeps itself alive

    /// <inheritdoc/>
    protected override void AddConnections(Shape senders, Shape receivers, bool same, ConnectionsBuilder connections) =>
        AddTo(connections, senders.Length, receivers.Length, withoutSelf: same && !SelfCon);

    internal static void AddTo(ConnectionsBuilder connections, int senders, int receivers, bool withoutSelf)
    {
        if (!withoutSelf)
        {
            connections.AddAll();
            return;
        }
        AddBlockWithoutSelf(connections, 0, receivers);
    }

    /// <summary>Connects every one of a range of units of one layer to every other.</summary>
    internal static void AddBlockWithoutSelf(ConnectionsBuilder connections, int first, int units)
    {
        for (var r = first; r < first + units; r++)
        {
            for (var s = first; s < first + units; s++)
            {
                if (s != r) { connections.Add(r, s); }
            }
        }
    }
}
