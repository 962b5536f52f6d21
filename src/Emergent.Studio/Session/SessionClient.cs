namespace Emergent.Studio;

/// <summary>A page that is connected: its views, and how far it has each table. It belongs to the simulation's thread.</summary>
internal sealed class SessionClient(IMessageSink sink)
{
    /// <summary>What waits to be sent to a page at most; beyond, rows wait in their tables.</summary>
    private const long MostPending = 4 << 20;

    public Dictionary<uint, View> Views { get; } = [];

    /// <summary>Of each table, which beginning of it the page has, and how many rows.</summary>
    public Dictionary<string, (long Id, int Rows)> Tables { get; } = new(StringComparer.Ordinal);

    public bool IsCongested => sink.PendingBytes > MostPending;

    public void Send(OutgoingMessage message) => sink.Send(message);

    public void Send<T>(T message) => sink.Send(ProtocolJson.Message(message));
}

/// <summary>Where messages to a page go; it sends them on a thread of its own.</summary>
internal interface IMessageSink
{
    /// <summary>Bytes that are not sent yet.</summary>
    long PendingBytes { get; }

    /// <summary>Takes a message over, and with it the duty to return its buffer.</summary>
    void Send(OutgoingMessage message);
}
