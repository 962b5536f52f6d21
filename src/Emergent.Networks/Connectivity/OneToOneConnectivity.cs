using Emergent.Data;

namespace Emergent.Networks;

/// <summary>Each sender is connected to the receiver of the same index, counted from the two starts, until either layer ends.</summary>
/// <remarks>Source: emer/emergent prjn/onetoone.go.</remarks>
public sealed record OneToOneConnectivity : Connectivity
{
    /// <inheritdoc/>
    public override string PatternName => "OneToOne";

    /// <summary>How many receivers are connected at most; 0 is all.</summary>
    /// <exception cref="ArgumentException">The value is negative.</exception>
    public int NCons { get; init => field = Checked(value >= 0, nameof(NCons), value, "at least 0"); } // 0: layers of one size are connected whole

    /// <summary>The sender of the first pair.</summary>
    /// <exception cref="ArgumentException">The value is negative.</exception>
    public int SendStart { get; init => field = Checked(value >= 0, nameof(SendStart), value, "at least 0"); }

    /// <summary>The receiver of the first pair.</summary>
    /// <exception cref="ArgumentException">The value is negative.</exception>
    public int RecvStart { get; init => field = Checked(value >= 0, nameof(RecvStart), value, "at least 0"); }

    /// <inheritdoc/>
    protected override void AddConnections(Shape senders, Shape receivers, bool same, ConnectionsBuilder connections)
    {
        CheckStart(nameof(SendStart), SendStart, senders.Length, "sending units");
        CheckStart(nameof(RecvStart), RecvStart, receivers.Length, "receiving units");
        var count = Math.Min(senders.Length - SendStart, receivers.Length - RecvStart);
        if (NCons > 0) { count = Math.Min(count, NCons); }
        for (var i = 0; i < count; i++) { connections.Add(RecvStart + i, SendStart + i); }
    }
}
