using Emergent.Data;
using Emergent.Networks;

namespace Emergent.Leabra.Tests;

/// <summary>Connects each sender with the receivers listed for it.</summary>
internal sealed record ListedConnectivity(int[][] Receivers) : Connectivity
{
    public override string PatternName => "Listed";

    protected override void AddConnections(Shape senders, Shape receivers, bool same, ConnectionsBuilder connections)
    {
        foreach (var (sender, listed) in Receivers.Index())
        {
            foreach (var receiver in listed) { connections.Add(receiver, sender); }
        }
    }
}
