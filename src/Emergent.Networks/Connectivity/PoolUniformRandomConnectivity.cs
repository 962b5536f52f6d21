using System.Text.Json.Serialization;
using Emergent.Data;

namespace Emergent.Networks;

/// <summary>Each receiver is connected to the same number of senders, chosen at random from the pool of the same index as its own.</summary>
/// <remarks>
/// Pools are counted from the two starts until either layer ends. Where a layer has no pools, this is <see cref="UniformRandomConnectivity"/>
/// with the same parameters. The choice for a receiver depends on <see cref="Seed"/> and on its index alone.
/// Source: emer/emergent prjn/poolunifrnd.go, with our own random numbers.
/// </remarks>
public sealed record PoolUniformRandomConnectivity : Connectivity
{
    private static readonly ulong Stream = CounterRandom.StreamOf("connectivity PoolUnifRnd");

    /// <inheritdoc/>
    public override string PatternName => "PoolUnifRnd";

    /// <summary>The proportion of the pool's senders that each receiver gets.</summary>
    /// <remarks>Range: 0 … 1. Each receiver has round(PCon·n) senders of the pool's n, halves away from zero; n leaves the unit itself out when <see cref="SelfCon"/> does.
    /// 1 is <see cref="PoolOneToOneConnectivity"/>, which connects a layer's units to themselves too, whatever SelfCon says.</remarks>
    /// <exception cref="ArgumentException">The value is outside 0 … 1.</exception>
    public float PCon { get; init => field = Checked(value is >= 0f and <= 1f, nameof(PCon), value, "a proportion from 0 to 1"); } = 0.5f; // emergent's

    /// <summary>Whether, in a layer connected to itself, a unit may be connected to itself.</summary>
    public bool SelfCon { get; init; } // false: as in full connectivity

    /// <summary>Whether senders and receivers change roles where a layer has no pools; between two layers with pools it changes nothing.</summary>
    /// <remarks>So it is in emergent. The exact way back between layers with pools is <see cref="Connectivity.Reversed"/>.</remarks>
    public bool Recip { get; init; } // false: the way there

    /// <summary>How many pools are connected at most; 0 is all.</summary>
    /// <exception cref="ArgumentException">The value is negative.</exception>
    public int NPools { get; init => field = Checked(value >= 0, nameof(NPools), value, "at least 0"); } // 0: layers of as many pools are connected whole

    /// <summary>The sending pool of the first pair.</summary>
    /// <exception cref="ArgumentException">The value is negative.</exception>
    public int SendStart { get; init => field = Checked(value >= 0, nameof(SendStart), value, "at least 0"); }

    /// <summary>The receiving pool of the first pair.</summary>
    /// <exception cref="ArgumentException">The value is negative.</exception>
    public int RecvStart { get; init => field = Checked(value >= 0, nameof(RecvStart), value, "at least 0"); }

    /// <summary>The seed of the choice, in emergent's files RndSeed.</summary>
    [JsonPropertyName(UniformRandomConnectivity.SeedName)]
    public long Seed { get; init; } // 0: a fixed choice, so that every run of a program has the same network

    internal override bool ChangesRoles(Shape senders, Shape receivers) => Recip && !(senders.Rank == 4 && receivers.Rank == 4);

    /// <inheritdoc/>
    protected override void AddConnections(Shape senders, Shape receivers, bool same, ConnectionsBuilder connections)
    {
        LayerGrid s = new(senders), r = new(receivers);
        var withoutSelf = same && !SelfCon;
        if (!s.HasPools || !r.HasPools)
        {
            UniformRandomConnectivity.AddTo(connections, s.Length, r.Length, PCon, Seed, withoutSelf);
            return;
        }
        CheckStart(nameof(SendStart), SendStart, s.Pools, "sending pools");
        CheckStart(nameof(RecvStart), RecvStart, r.Pools, "receiving pools");
        var count = Math.Min(s.Pools - SendStart, r.Pools - RecvStart);
        if (NPools > 0) { count = Math.Min(count, NPools); }
        for (var i = 0; i < count; i++)
        {
            int firstReceiver = (RecvStart + i) * r.Units, firstSender = (SendStart + i) * s.Units;
            if (PCon >= 1f) { connections.AddBlock(firstReceiver, r.Units, firstSender, s.Units); }
            else { new RandomSenders(Seed, Stream, PCon, withoutSelf).AddTo(connections, firstReceiver, r.Units, firstSender, s.Units); }
        }
    }
}
