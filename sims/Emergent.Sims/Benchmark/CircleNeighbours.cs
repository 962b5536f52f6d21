using Emergent.Data;
using Emergent.Networks;

namespace Emergent.Sims;

/// <summary>Each receiver is connected to the senders within a circle around its own place, which continues at the opposite edge: the benchmark's own pattern.</summary>
/// <param name="Radius">The circle's radius, in units.</param>
internal sealed record CircleNeighbours(int Radius) : Connectivity
{
    public override string PatternName => "CircleNeighbours";

    protected override void AddConnections(Shape senders, Shape receivers, bool same, ConnectionsBuilder connections)
    {
        int rows = senders[0], columns = senders[1];
        for (var receiver = 0; receiver < receivers.Length; receiver++)
        {
            for (var y = -Radius; y <= Radius; y++)
            {
                for (var x = -Radius; x <= Radius; x++)
                {
                    if (y * y + x * x > Radius * Radius) { continue; }
                    connections.Add(receiver, Wrapped(receiver / columns + y, rows) * columns + Wrapped(receiver % columns + x, columns));
                }
            }
        }
    }

    private static int Wrapped(int place, int size) => (place + size) % size;
}
