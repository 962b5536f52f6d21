using Emergent.Data;

namespace Emergent.Networks;

/// <summary>Each unit is connected to the units of the same index in all pools of the other layer.</summary>
/// <remarks>
/// A layer without pools is one pool. Units beyond the size of the other layer's pools stay unconnected.
/// Source: emer/emergent prjn/poolsameunit.go.
/// </remarks>
public sealed record PoolSameUnitConnectivity : Connectivity
{
    /// <inheritdoc/>
    public override string PatternName => "PoolSameUnit";

    /// <summary>Whether, in a layer with pools connected to itself, each unit is connected to itself too.</summary>
    public bool SelfCon { get; init; } // false: as in full connectivity

    /// <inheritdoc/>
    protected override void AddConnections(Shape senders, Shape receivers, bool same, ConnectionsBuilder connections)
    {
        LayerGrid s = new(senders), r = new(receivers);
        var withoutSelf = same && !SelfCon && r.HasPools; // without pools this is one-to-one, which emergent does not thin out
        for (var recvPool = 0; recvPool < r.Pools; recvPool++)
        {
            for (var unit = 0; unit < Math.Min(r.Units, s.Units); unit++)
            {
                for (var sendPool = 0; sendPool < s.Pools; sendPool++)
                {
                    if (withoutSelf && sendPool == recvPool) { continue; }
                    connections.Add(recvPool * r.Units + unit, sendPool * s.Units + unit);
                }
            }
        }
    }
}
