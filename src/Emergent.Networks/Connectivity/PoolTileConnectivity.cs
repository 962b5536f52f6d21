using Emergent.Data;

namespace Emergent.Networks;

/// <summary>Each receiving pool is connected to a rectangular tile of sending pools; tiles of neighbours overlap.</summary>
/// <remarks>
/// The tile of receiving pool p begins at sending pool Start + p·Skip and has Size pools, full within. A layer without pools is one pool.
/// Besides, the pattern can scale each synapse by how near the sender's place in the tile is to the receiver's in its pool.
/// Source: emer/emergent prjn/pooltile.go.
/// </remarks>
public sealed record PoolTileConnectivity : Connectivity
{
    /// <inheritdoc/>
    public override string PatternName => "PoolTile";

    /// <summary>Whether senders and receivers change roles, for the way back of a pair.</summary>
    public bool Recip { get; init; } // false: the way there

    /// <summary>Columns and rows of a tile, in pools of the sending layer.</summary>
    /// <exception cref="ArgumentException">A size is below 1.</exception>
    public Xy Size { get; init => field = Checked(value is { X: > 0, Y: > 0 }, nameof(Size), value, "at least (1, 1)"); } = new(4, 4); // twice Skip: tiles overlap by half

    /// <summary>How many pools the tiles of two neighbours are apart.</summary>
    public Xy Skip { get; init; } = new(2, 2); // half of Size

    /// <summary>Where the first tile begins, in pools of the sending layer; negative begins before its edge.</summary>
    public Xy Start { get; init; } = new(-1, -1); // centres the tiles over their receivers when Size is twice Skip

    /// <summary>Whether tiles continue at the opposite edge; else they are cut off there.</summary>
    public bool Wrap { get; init; } = true; // true: every receiver has as many senders

    /// <summary>Gaussian scales over the whole tile.</summary>
    public GaussTopo GaussFull { get; init; } = new();

    /// <summary>Gaussian scales over each sending pool, multiplied with those over the tile.</summary>
    public GaussTopo GaussInPool { get; init; } = new();

    /// <summary>Sigmoid scales over the whole tile, used where no Gaussian is on.</summary>
    public SigmoidTopo SigFull { get; init; } = new();

    /// <summary>Sigmoid scales over each sending pool, multiplied with those over the tile, used where no Gaussian is on.</summary>
    public SigmoidTopo SigInPool { get; init; } = new();

    /// <summary>The scales that a closeness of 0 and of 1 become.</summary>
    public TopoRange TopoRange { get; init; } = new(0.8f, 1f); // mild: it breaks the symmetry between units and leaves the rest to learning

    /// <inheritdoc/>
    public override bool HasTopographicScales => GaussFull.On || GaussInPool.On || SigFull.On || SigInPool.On;

    /// <summary>The scale of each place in the tile for each place in the receiving pool, flat and row-major.</summary>
    /// <returns>The shape [recvUnitsY, recvUnitsX, Size.Y, Size.X, sendUnitsY, sendUnitsX], for a sender without pools
    /// [recvUnitsY, recvUnitsX, sendUnitsY, sendUnitsX]; and the values.</returns>
    /// <exception cref="EmergentException">A shape has another rank than 2 or 4, or no Gaussian and no sigmoid is on.</exception>
    public (Shape Shape, float[] Values) TopoWeights(Shape senders, Shape receivers)
    {
        ArgumentNullException.ThrowIfNull(senders);
        ArgumentNullException.ThrowIfNull(receivers);
        CheckShape(senders, "sending");
        CheckShape(receivers, "receiving");
        if (!HasTopographicScales)
        {
            throw new EmergentException("PoolTile connectivity has no topographic weights: GaussFull, GaussInPool, SigFull and SigInPool are all off. Turn one on, or do not ask for them.");
        }
        return TopographicWeights.Compute(this, new LayerGrid(senders), new LayerGrid(receivers));
    }

    /// <inheritdoc/>
    /// <remarks>
    /// As in emergent, the k-th value in row-major order of the tile goes to the k-th sender in ascending order. Where a tile
    /// wraps around or begins before the edge the two orders differ, and with them the geometry.
    /// </remarks>
    public override float[] TopographicScales(Shape senders, Shape receivers, Connections connections)
    {
        if (!HasTopographicScales) { return base.TopographicScales(senders, receivers, connections); }
        ArgumentNullException.ThrowIfNull(connections);
        var (_, values) = TopoWeights(senders, receivers);
        var units = new LayerGrid(receivers).Units;
        var tile = values.Length / units;
        var scales = new float[connections.Count];
        for (var receiver = 0; receiver < connections.ReceiverCount; receiver++)
        {
            var start = connections.ReceiverStart(receiver);
            var count = connections.ReceiverStart(receiver + 1) - start;
            if (count > tile)
            {
                throw new EmergentException($"PoolTile connectivity from {senders} to {receivers}: receiver {receiver} has {count} senders, but a tile has scales for {tile}. Turn the Gaussians and sigmoids off for this projection, or choose Size and Skip so that fewer tiles overlap.");
            }
            values.AsSpan(receiver % units * tile, count).CopyTo(scales.AsSpan(start));
        }
        return scales;
    }

    /// <inheritdoc/>
    protected override void AddConnections(Shape senders, Shape receivers, bool same, ConnectionsBuilder connections)
    {
        LayerGrid s = new(Recip ? receivers : senders), r = new(Recip ? senders : receivers);
        for (var recvPool = 0; recvPool < r.Pools; recvPool++)
        {
            Xy corner = new(Start.X + recvPool % r.PoolsX * Skip.X, Start.Y + recvPool / r.PoolsX * Skip.Y);
            for (var y = 0; y < Size.Y; y++)
            {
                var poolY = LayerGrid.AtEdge(corner.Y + y, s.PoolsY, Wrap);
                for (var x = 0; x < Size.X; x++)
                {
                    var poolX = LayerGrid.AtEdge(corner.X + x, s.PoolsX, Wrap);
                    if (poolX < 0 || poolY < 0) { continue; }
                    var sendPool = poolY * s.PoolsX + poolX;
                    if (Recip) { connections.AddBlock(sendPool * s.Units, s.Units, recvPool * r.Units, r.Units); }
                    else { connections.AddBlock(recvPool * r.Units, r.Units, sendPool * s.Units, s.Units); }
                }
            }
        }
    }
}
