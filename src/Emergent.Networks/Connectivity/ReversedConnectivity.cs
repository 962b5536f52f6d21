using Emergent.Data;

namespace Emergent.Networks;

/// <summary>The way back of another pattern: the same pairs of units, sender and receiver exchanged. Made by <see cref="Connectivity.Reversed"/>.</summary>
/// <param name="There">The pattern of the way there.</param>
public sealed record ReversedConnectivity(Connectivity There) : Connectivity
{
    /// <summary>The pattern of the way there.</summary>
    public Connectivity There { get; init; } = There ?? throw new ArgumentNullException(nameof(There));

    /// <inheritdoc/>
    public override string PatternName => There.PatternName + " reversed";

    /// <inheritdoc/>
    public override bool HasTopographicScales => There.HasTopographicScales;

    /// <inheritdoc/>
    /// <remarks>A synapse back has the scale of the synapse there between the same two units.</remarks>
    public override float[] TopographicScales(Shape senders, Shape receivers, Connections connections)
    {
        ArgumentNullException.ThrowIfNull(connections);
        // The synapses there, receiver by receiver, are those back, sender by sender.
        var there = There.TopographicScales(receivers, senders, connections.Transposed());
        var scales = new float[connections.Count];
        int[] next = [.. Enumerable.Range(0, connections.ReceiverCount).Select(connections.ReceiverStart)];
        var i = 0;
        for (var sender = 0; sender < connections.SenderCount; sender++)
        {
            foreach (var receiver in connections.ReceiversOf(sender)) { scales[next[receiver]++] = there[i++]; }
        }
        return scales;
    }

    // The way back of what its pattern turns around is what that pattern makes without turning.
    internal override bool ChangesRoles(Shape senders, Shape receivers) => !There.ChangesRoles(receivers, senders);

    /// <inheritdoc/>
    protected override void AddConnections(Shape senders, Shape receivers, bool same, ConnectionsBuilder connections) =>
        There.AddTo(connections, senders, receivers, same);
}
