using System.Text.Json.Serialization;
using Emergent.Data;

namespace Emergent.Networks;

/// <summary>Each receiver is connected to the same number of senders, chosen at random.</summary>
/// <remarks>
/// The choice for a receiver depends on <see cref="Seed"/> and on its index alone. Two projections between layers of the same
/// shapes with the same seed are therefore wired alike: give each its own, except for the two ways of one reciprocal pair.
/// Source: emer/emergent prjn/unifrnd.go, with our own random numbers.
/// </remarks>
public sealed record UniformRandomConnectivity : Connectivity
{
    internal const string SeedName = "RndSeed";

    private static readonly ulong Stream = CounterRandom.StreamOf("connectivity UnifRnd");

    /// <inheritdoc/>
    public override string PatternName => "UnifRnd";

    /// <summary>The proportion of the senders that each receiver gets.</summary>
    /// <remarks>Range: 0 … 1. Each receiver has round(PCon·n) senders, halves away from zero; n leaves the unit itself out when <see cref="SelfCon"/> does.</remarks>
    /// <exception cref="ArgumentException">The value is outside 0 … 1.</exception>
    public float PCon { get; init => field = Checked(value is >= 0f and <= 1f, nameof(PCon), value, "a proportion from 0 to 1"); } = 0.5f; // emergent's

    /// <summary>Whether, in a layer connected to itself, a unit may be connected to itself.</summary>
    public bool SelfCon { get; init; } // false: as in full connectivity

    /// <summary>Whether senders and receivers change roles: each sender gets the same number of receivers.</summary>
    /// <remarks>With the seed of the way there, the way back connects exactly the same pairs of units.</remarks>
    public bool Recip { get; init; } // false: the way there

    /// <summary>The seed of the choice, in emergent's files RndSeed.</summary>
    [JsonPropertyName(SeedName)]
    public long Seed { get; init; } // 0: a fixed choice, so that every run of a program has the same network

    internal override bool ChangesRoles(Shape senders, Shape receivers) => Recip;

    /// <inheritdoc/>
    protected override void AddConnections(Shape senders, Shape receivers, bool same, ConnectionsBuilder connections) =>
        AddTo(connections, senders.Length, receivers.Length, PCon, Seed, withoutSelf: same && !SelfCon);

    internal static void AddTo(ConnectionsBuilder connections, int senders, int receivers, float pCon, long seed, bool withoutSelf)
    {
        if (RandomSenders.CountOf(pCon, withoutSelf ? senders - 1 : senders) >= (withoutSelf ? senders - 1 : senders))
        {
            FullConnectivity.AddTo(connections, senders, receivers, withoutSelf);
            return;
        }
        new RandomSenders(seed, Stream, pCon, withoutSelf).AddTo(connections, 0, receivers, 0, senders);
    }
}
