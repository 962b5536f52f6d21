using System.Net.WebSockets;
using System.Threading.Channels;

namespace Emergent.Studio;

/// <summary>One page's WebSocket: hands its messages to the session, and sends it what the session says.</summary>
internal sealed class PageSocket : IMessageSink
{
    private const int MostBytes = 1 << 20;
    private static readonly TimeSpan CloseTime = TimeSpan.FromSeconds(2);

    private readonly WebSocket _socket;
    private readonly SimulationSession _session;
    private readonly SessionClient _client;
    private readonly Channel<OutgoingMessage> _outgoing = Channel.CreateUnbounded<OutgoingMessage>(new() { SingleReader = true });
    private readonly CancellationToken _stopping;
    private readonly Task _sending;
    private long _pendingBytes;
    private bool _isAttached;

    private PageSocket(WebSocket socket, SimulationSession session, CancellationToken stopping)
    {
        (_socket, _session, _stopping) = (socket, session, stopping);
        _client = new SessionClient(this);
        _sending = SendAll();
    }

    /// <inheritdoc/>
    public long PendingBytes => Interlocked.Read(ref _pendingBytes);

    /// <summary>Serves a page until it leaves or the server ends.</summary>
    public static async Task Serve(WebSocket socket, SimulationSession session, CancellationToken stopping)
    {
        var page = new PageSocket(socket, session, stopping);
        try { await page.ReceiveAll(); }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException or IOException or ObjectDisposedException) { /* the page is gone */ }
        finally
        {
            if (page._isAttached) { session.Post(() => session.Detach(page._client)); }
            page._outgoing.Writer.TryComplete();
            await page._sending;
        }
    }

    /// <inheritdoc/>
    public void Send(OutgoingMessage message)
    {
        Interlocked.Add(ref _pendingBytes, message.Length);
        if (!_outgoing.Writer.TryWrite(message)) { Release(message); }
    }

    private async Task SendAll()
    {
        var isOpen = true;
        await foreach (var message in _outgoing.Reader.ReadAllAsync(CancellationToken.None))
        {
            try
            {
                if (isOpen) { await _socket.SendAsync(message.Bytes, message.IsBinary ? WebSocketMessageType.Binary : WebSocketMessageType.Text, endOfMessage: true, _stopping); }
            }
            catch (Exception e) when (e is WebSocketException or OperationCanceledException or IOException or ObjectDisposedException) { isOpen = false; }
            finally { Release(message); }
        }
    }

    private async Task ReceiveAll()
    {
        var buffer = new byte[4096];
        while (true)
        {
            var length = 0;
            ValueWebSocketReceiveResult received;
            do
            {
                if (length == buffer.Length) { Array.Resize(ref buffer, Math.Min(2 * buffer.Length, MostBytes + 1)); }
                received = await _socket.ReceiveAsync(buffer.AsMemory(length), _stopping);
                length += received.Count;
                if (length > MostBytes)
                {
                    await Close(WebSocketCloseStatus.MessageTooBig, "a message has at most 1 MB");
                    return;
                }
            }
            while (!received.EndOfMessage);
            if (received.MessageType == WebSocketMessageType.Close)
            {
                await Close(WebSocketCloseStatus.NormalClosure, null);
                return;
            }
            if (received.MessageType == WebSocketMessageType.Binary)
            {
                await Close(WebSocketCloseStatus.InvalidMessageType, "a page sends text");
                return;
            }
            try { Take(ClientMessage.Parse(buffer.AsMemory(0, length))); }
            catch (ProtocolException e)
            {
                await Close(WebSocketCloseStatus.PolicyViolation, e.Message);
                return;
            }
        }
    }

    private void Take(ClientMessage message)
    {
        if (message is HelloRequest hello)
        {
            if (_isAttached) { throw new ProtocolException("there is one hello"); }
            if (hello.Protocol != ProtocolJson.Version) { throw new ProtocolException($"this server speaks protocol {ProtocolJson.Version}; the page speaks {hello.Protocol}: load it again"); }
            _isAttached = true;
            _session.Post(() => _session.Attach(_client, hello));
            return;
        }
        if (!_isAttached) { throw new ProtocolException("the first message is hello"); }
        // Answered here, whatever the simulation is busy with: it is the connection that is asked for.
        if (message is PingRequest)
        {
            Send(ProtocolJson.Message(new PongMessage()));
            return;
        }
        _session.Post(() => _session.Receive(_client, message));
    }

    private async Task Close(WebSocketCloseStatus status, string? reason)
    {
        // What is being sent goes first: a close may not come within another message.
        _outgoing.Writer.TryComplete();
        using var time = CancellationTokenSource.CreateLinkedTokenSource(_stopping);
        time.CancelAfter(CloseTime);
        await Task.WhenAny(_sending, Task.Delay(CloseTime, time.Token));
        if (_socket.State is WebSocketState.Open or WebSocketState.CloseReceived) { await _socket.CloseOutputAsync(status, reason, time.Token); }
        // What the page is still sending is read, or the connection would be reset before it has read the reason.
        var rest = new byte[4096];
        while (_socket.State == WebSocketState.CloseSent) { await _socket.ReceiveAsync(rest.AsMemory(), time.Token); }
    }

    private void Release(OutgoingMessage message)
    {
        Interlocked.Add(ref _pendingBytes, -message.Length);
        message.Return();
    }
}
