using Emergent.Data;

namespace Emergent.Networks;

/// <summary>Each receiving pool is connected to a rectangular field of sending pools whose place follows the receiving pool's own, full within.</summary>
/// <remarks>
/// Sizes, places and scales count pools. A layer without pools is one pool.
/// Source: emer/emergent prjn/poolrect.go.
/// </remarks>
public sealed record PoolRectConnectivity : RectangleConnectivity
{
    /// <summary>Fields of one pool, pool by pool.</summary>
    public PoolRectConnectivity() : base(new Xy(1, 1)) { } // emergent's

    /// <inheritdoc/>
    public override string PatternName => "PoolRect";

    /// <inheritdoc/>
    protected override void AddConnections(Shape senders, Shape receivers, bool same, ConnectionsBuilder connections)
    {
        LayerGrid s = new(senders), r = new(receivers);
        Xy pools = new(r.PoolsX, r.PoolsY);
        var count = Connected(pools, "of pools in the receiving layer");
        var (columns, rows) = Fields(count, new(s.PoolsX, s.PoolsY), scaled: pools);

        for (var y = 0; y < count.Y; y++)
        {
            for (var x = 0; x < count.X; x++)
            {
                var firstReceiver = ((RecvStart.Y + y) * r.PoolsX + RecvStart.X + x) * r.Units;
                foreach (var row in rows[y])
                {
                    foreach (var column in columns[x])
                    {
                        var firstSender = (row * s.PoolsX + column) * s.Units;
                        if (same && !SelfCon && firstSender == firstReceiver) { FullConnectivity.AddBlockWithoutSelf(connections, firstReceiver, r.Units); }
                        else { connections.AddBlock(firstReceiver, r.Units, firstSender, s.Units); }
                    }
                }
            }
        }
    }
}
