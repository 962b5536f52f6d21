using Emergent.Data;

namespace Emergent.Networks;

/// <summary>Each pool is connected to the pool of the same index, counted from the two starts, full within the pair.</summary>
/// <remarks>
/// A layer without pools takes part unit by unit when it has as many units as the other has pools, or the other has none
/// either; else as one whole that every pool of the other is connected to.
/// Source: emer/emergent prjn/poolonetoone.go.
/// </remarks>
public sealed record PoolOneToOneConnectivity : Connectivity
{
    /// <inheritdoc/>
    public override string PatternName => "PoolOneToOne";

    /// <summary>How many pools are connected at most; 0 is all.</summary>
    /// <exception cref="ArgumentException">The value is negative.</exception>
    public int NPools { get; init => field = Checked(value >= 0, nameof(NPools), value, "at least 0"); } // 0: layers of as many pools are connected whole

    /// <summary>The sending pool of the first pair.</summary>
    /// <exception cref="ArgumentException">The value is negative.</exception>
    public int SendStart { get; init => field = Checked(value >= 0, nameof(SendStart), value, "at least 0"); }

    /// <summary>The receiving pool of the first pair.</summary>
    /// <exception cref="ArgumentException">The value is negative.</exception>
    public int RecvStart { get; init => field = Checked(value >= 0, nameof(RecvStart), value, "at least 0"); }

    /// <inheritdoc/>
    protected override void AddConnections(Shape senders, Shape receivers, bool same, ConnectionsBuilder connections)
    {
        LayerGrid s = new(senders), r = new(receivers);
        var (sendPools, sendUnits) = Parts(s, other: r);
        var (recvPools, recvUnits) = Parts(r, other: s);
        // A layer that takes part as one whole stays where it is while the other's pools pass by; its start says nothing.
        var isSenderWhole = sendPools == 1 && !s.HasPools && r.HasPools;
        var isReceiverWhole = recvPools == 1 && !r.HasPools && s.HasPools;
        if (!isSenderWhole) { CheckStart(nameof(SendStart), SendStart, sendPools, s.HasPools ? "sending pools" : "sending units"); }
        if (!isReceiverWhole) { CheckStart(nameof(RecvStart), RecvStart, recvPools, r.HasPools ? "receiving pools" : "receiving units"); }

        var count = Math.Min(isSenderWhole ? int.MaxValue : sendPools - SendStart, isReceiverWhole ? int.MaxValue : recvPools - RecvStart);
        if (NPools > 0) { count = Math.Min(count, NPools); }
        for (var i = 0; i < count; i++)
        {
            var sendPool = isSenderWhole ? 0 : SendStart + i;
            var recvPool = isReceiverWhole ? 0 : RecvStart + i;
            connections.AddBlock(recvPool * recvUnits, recvUnits, sendPool * sendUnits, sendUnits);
        }
    }

    private static (int Pools, int Units) Parts(LayerGrid layer, LayerGrid other)
    {
        var isUnitByUnit = !layer.HasPools && (!other.HasPools || layer.Length == other.Pools);
        return isUnitByUnit ? (layer.Length, 1) : (layer.Pools, layer.Units);
    }
}
