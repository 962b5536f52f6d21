using Emergent.Data;

namespace Emergent.Networks;

/// <summary>Each receiving pool is connected to a rectangular field of sending pools whose place follows the receiving pool's own, full within.</summary>
/// <remarks>
/// The field's lower-left pool is Start + scale·(receiving pool − RecvStart). A layer without pools is one pool.
/// Source: emer/emergent prjn/poolrect.go.
/// </remarks>
public sealed record PoolRectConnectivity : Connectivity
{
    /// <inheritdoc/>
    public override string PatternName => "PoolRect";

    /// <summary>Columns and rows of the field, in pools of the sending layer.</summary>
    /// <exception cref="ArgumentException">A size is below 1.</exception>
    public Xy Size { get; init => field = CheckedSize(nameof(Size), value); } = new(1, 1); // emergent's: pool by pool

    /// <summary>Where the field of the first receiving pool begins, in pools of the sending layer; negative begins before its edge.</summary>
    public Xy Start { get; init; } // (0, 0): the two layers' corners lie over each other

    /// <summary>How far the field moves in the sending layer from one receiving pool to the next, in pools.</summary>
    /// <exception cref="ArgumentException">A scale is not a finite number.</exception>
    public XyF Scale { get; init => field = CheckedFinite(nameof(Scale), value); } = new(1, 1); // 1: pool by pool

    /// <summary>Whether <see cref="Scale"/> is taken from the layers instead: sending pools per receiving pool in each direction, all of them.</summary>
    public bool AutoScale { get; init; } // false: Scale says it

    /// <summary>Whether a scaled position is rounded to the nearest pool; else it is rounded down, which groups neighbouring pools.</summary>
    public bool RoundScale { get; init; } // false: Scale 0.5 gives pairs of pools the same field

    /// <summary>Whether the field continues at the opposite edge; else it is cut off there.</summary>
    public bool Wrap { get; init; } = true; // true: every receiver has as many senders

    /// <summary>Whether, in a layer connected to itself, each unit may be connected to itself; the other units of its pool are connected to it anyway.</summary>
    public bool SelfCon { get; init; } // false: as in full connectivity

    /// <summary>The first receiving pool that is connected, as column and row; those before it stay unconnected.</summary>
    /// <exception cref="ArgumentException">A value is negative.</exception>
    public Xy RecvStart { get; init => field = CheckedNotNegative(nameof(RecvStart), value); }

    /// <summary>How many columns and rows of receiving pools are connected at most; 0 is all that remain.</summary>
    /// <exception cref="ArgumentException">A value is negative.</exception>
    public Xy RecvN { get; init => field = CheckedNotNegative(nameof(RecvN), value); } // (0, 0): the whole layer

    /// <inheritdoc/>
    protected override void AddConnections(Shape senders, Shape receivers, bool same, ConnectionsBuilder connections)
    {
        LayerGrid s = new(senders), r = new(receivers);
        CheckStart("RecvStart.X", RecvStart.X, r.PoolsX, "columns of pools in the receiving layer");
        CheckStart("RecvStart.Y", RecvStart.Y, r.PoolsY, "rows of pools in the receiving layer");
        var count = new Xy(RectConnectivity.Connected(r.PoolsX, RecvStart.X, RecvN.X), RectConnectivity.Connected(r.PoolsY, RecvStart.Y, RecvN.Y));
        var scale = AutoScale ? new XyF((float)s.PoolsX / r.PoolsX, (float)s.PoolsY / r.PoolsY) : Scale;
        var columns = RectConnectivity.FieldsAlong(count.X, Start.X, Size.X, scale.X, RoundScale, s.PoolsX, Wrap);
        var rows = RectConnectivity.FieldsAlong(count.Y, Start.Y, Size.Y, scale.Y, RoundScale, s.PoolsY, Wrap);

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
