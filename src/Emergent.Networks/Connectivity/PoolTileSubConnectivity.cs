namespace Emergent.Networks;

/// <summary>Tiles of pools for groups of receiving pools: the pools of a group are the parts of one whole and share a tile, or have its matching parts.</summary>
/// <remarks>
/// A group has Subs pools. Receiving pool p is part p mod Subs of group p div Subs, whose tile begins at Start + group·Skip: counted in sending
/// pools, which all parts of the group share; or, with SendSubs, in groups of sending pools, of which each part gets only those that are the same part of theirs.
/// Source: emer/emergent prjn/pooltilesub.go.
/// </remarks>
public sealed record PoolTileSubConnectivity : TileConnectivity
{
    /// <inheritdoc/>
    public override string PatternName => "PoolTileSub";

    /// <summary>Columns and rows of a group, in pools.</summary>
    /// <remarks>The pools of the receiving layer, and with <see cref="SendSubs"/> those of the sending one, must be whole groups in each direction.</remarks>
    /// <exception cref="ArgumentException">A size is below 1.</exception>
    public Xy Subs { get; init => field = CheckedSize(nameof(Subs), value); } = new(2, 2); // emergent's

    /// <summary>Whether the sending layer has groups too, so that part is connected to part.</summary>
    public bool SendSubs { get; init; } // false: all parts of a group see the whole tile

    private protected override int[] TileAlong(int recvPool, Func<Xy, int> direction, int sendPools)
    {
        var subs = direction(Subs);
        var start = direction(Start) + (long)(recvPool / subs) * direction(Skip);
        return SendSubs
            ? LayerGrid.Along(start * subs + recvPool % subs, direction(Size), sendPools, Wrap, stride: subs)
            : LayerGrid.Along(start, direction(Size), sendPools, Wrap);
    }

    private protected override void CheckPools(LayerGrid senders, LayerGrid receivers)
    {
        Check(receivers, Recip ? "sending" : "receiving");
        if (SendSubs) { Check(senders, Recip ? "receiving" : "sending"); }
    }

    private void Check(LayerGrid layer, string side)
    {
        if (layer.PoolsX % Subs.X == 0 && layer.PoolsY % Subs.Y == 0) { return; }
        var pools = layer.HasPools ? $"{layer.PoolsX} columns and {layer.PoolsY} rows of pools" : "no pools";
        throw new EmergentException($"{PatternName} connectivity: Subs is {Subs}, but the {side} layer has {pools}, which are not whole groups of that size. Choose Subs so that it divides them, or PoolTile.");
    }
}
