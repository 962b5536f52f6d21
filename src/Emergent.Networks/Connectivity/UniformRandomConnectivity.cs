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

    /// <inheritdoc/>
    protected override void AddConnections(Shape senders, Shape receivers, bool same, ConnectionsBuilder connections)
    {
        var withoutSelf = same && !SelfCon;
        var (choosers, candidates) = Recip ? (senders.Length, receivers.Length) : (receivers.Length, senders.Length);
        if (withoutSelf) { candidates--; }
        var chosen = (int)Math.Round((double)PCon * candidates, MidpointRounding.AwayFromZero);
        if (chosen == candidates)
        {
            FullConnectivity.AddTo(connections, senders.Length, receivers.Length, withoutSelf);
            return;
        }

        // The first steps of a Fisher-Yates shuffle, undone after each chooser: linear in the synapses, not in the pairs.
        int[] order = [.. Enumerable.Range(0, candidates)], swaps = new int[chosen];
        for (var chooser = 0; chooser < choosers; chooser++)
        {
            var random = new CounterRandom(Seed, run: 0, Stream, (ulong)chooser);
            for (var k = 0; k < chosen; k++)
            {
                swaps[k] = k + random.NextInt(candidates - k);
                (order[k], order[swaps[k]]) = (order[swaps[k]], order[k]);
                var partner = withoutSelf && order[k] >= chooser ? order[k] + 1 : order[k];
                if (Recip) { connections.Add(partner, chooser); }
                else { connections.Add(chooser, partner); }
            }
            for (var k = chosen - 1; k >= 0; k--) { (order[k], order[swaps[k]]) = (order[swaps[k]], order[k]); }
        }
    }
}
