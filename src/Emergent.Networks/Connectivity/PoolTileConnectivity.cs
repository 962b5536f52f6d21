namespace Emergent.Networks;

/// <summary>Each receiving pool is connected to a rectangular tile of sending pools; tiles of neighbours overlap.</summary>
/// <remarks>
/// The tile of receiving pool p begins at sending pool Start + p·Skip and has Size pools, full within. A layer without pools is one pool.
/// Source: emer/emergent prjn/pooltile.go.
/// </remarks>
public sealed record PoolTileConnectivity : TileConnectivity
{
    /// <inheritdoc/>
    public override string PatternName => "PoolTile";

    private protected override int[] TileAlong(int recvPool, Func<Xy, int> direction, int sendPools) =>
        LayerGrid.Along(direction(Start) + (long)recvPool * direction(Skip), direction(Size), sendPools, Wrap);
}
