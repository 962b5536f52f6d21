using Emergent.Data;

namespace Emergent.Networks;

/// <summary>Each receiving pool is connected to a rectangular tile of sending pools: what <see cref="PoolTileConnectivity"/> and <see cref="PoolTileSubConnectivity"/> share.</summary>
/// <remarks>
/// A tile has Size pools, full within. A layer without pools is one pool.
/// Besides, the pattern can scale each synapse by how near the sender's place in the tile is to the receiver's in its pool.
/// </remarks>
public abstract record TileConnectivity : Connectivity
{
    private protected TileConnectivity() { }

    /// <summary>Whether senders and receivers change roles, for the way back of a pair.</summary>
    public bool Recip { get; init; } // false: the way there

    /// <summary>Columns and rows of a tile, in pools of the sending layer.</summary>
    /// <exception cref="ArgumentException">A size is below 1.</exception>
    public Xy Size { get; init => field = CheckedSize(nameof(Size), value); } = new(4, 4); // twice Skip: tiles overlap by half

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
    /// <exception cref="ArgumentException">A scale is not a finite number.</exception>
    public TopoRange TopoRange { get; init => field = Checked(float.IsFinite(value.Min) && float.IsFinite(value.Max), nameof(TopoRange), value, "finite"); } = new(0.8f, 1f); // mild: it breaks the symmetry between units and leaves the rest to learning

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
            throw new EmergentException($"{PatternName} connectivity has no topographic weights: GaussFull, GaussInPool, SigFull and SigInPool are all off. Turn one on, or do not ask for them.");
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
                throw new EmergentException($"{PatternName} connectivity from {senders} to {receivers}: receiver {receiver} has {count} senders, but a tile has scales for {tile}. Turn the Gaussians and sigmoids off for this projection, or choose Size and Skip so that fewer tiles overlap.");
            }
            values.AsSpan(receiver % units * tile, count).CopyTo(scales.AsSpan(start));
        }
        return scales;
    }

    internal override bool ChangesRoles(Shape senders, Shape receivers) => Recip;

    /// <inheritdoc/>
    protected override void AddConnections(Shape senders, Shape receivers, bool same, ConnectionsBuilder connections)
    {
        LayerGrid s = new(senders), r = new(receivers);
        CheckPools(s, r);
        int[][] columns = [.. Enumerable.Range(0, r.PoolsX).Select(x => TileAlong(x, Xy.AlongX, s.PoolsX))];
        int[][] rows = [.. Enumerable.Range(0, r.PoolsY).Select(y => TileAlong(y, Xy.AlongY, s.PoolsY))];
        for (var recvPool = 0; recvPool < r.Pools; recvPool++)
        {
            foreach (var row in rows[recvPool / r.PoolsX])
            {
                foreach (var column in columns[recvPool % r.PoolsX])
                {
                    connections.AddBlock(recvPool * r.Units, r.Units, (row * s.PoolsX + column) * s.Units, s.Units);
                }
            }
        }
    }

    /// <summary>In one direction, the sending pools in the tile of one receiving pool.</summary>
    private protected abstract int[] TileAlong(int recvPool, Func<Xy, int> direction, int sendPools);

    /// <summary>Checks that the pools of the layers fit the pattern; senders and receivers of the way there.</summary>
    private protected virtual void CheckPools(LayerGrid senders, LayerGrid receivers) { }
}
