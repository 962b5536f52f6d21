using System.Buffers.Binary;
using System.Diagnostics;
using System.Net.WebSockets;
using System.Text.Json;
using Emergent.Studio;

namespace Emergent.Bench.Window;

/// <summary>A page without a browser: it asks, reads, acknowledges and throws away.</summary>
internal sealed class Watcher : IAsyncDisposable
{
    private readonly ClientWebSocket _socket = new();
    private Task _reading = Task.CompletedTask;
    private TaskCompletionSource _told = new();
    private string _message = "";
    private int _id;

    /// <summary>The state of the simulation that it was last told.</summary>
    public string State { get; private set; } = "";

    /// <summary>Frames that have come.</summary>
    public int Frames { get; private set; }

    public static async Task<Watcher> Open(StudioWindow window)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false });
        using var entered = await http.GetAsync(window.Address);
        var watcher = new Watcher();
        watcher._socket.Options.AddSubProtocol("emergent.1");
        watcher._socket.Options.SetRequestHeader("Cookie", entered.Headers.GetValues("Set-Cookie").Single().Split(';')[0]);
        watcher._socket.Options.SetRequestHeader("Origin", $"http://127.0.0.1:{window.Port}");
        await watcher._socket.ConnectAsync(new Uri($"ws://127.0.0.1:{window.Port}/ws"), CancellationToken.None);
        watcher._reading = Task.Run(watcher.Read);
        await watcher.Send(new { type = "hello", protocol = 1, rows = new { } });
        return watcher;
    }

    public Task Command(string name, object args) => Send(new { type = "command", id = ++_id, name, args });

    public Task Watch(string variable, string rate, double maxHz) => Send(new { type = "watch", view = 1, variable, unit = (object?)null, rate, maxHz, record = -1 });

    /// <summary>Forgets the state, so that the next to be known is one that is told from now on.</summary>
    public void ForgetState() => State = "";

    /// <summary>Waits until the simulation is in one of these states, and says for how long it did. It sleeps meanwhile: looking each millisecond costs as much as reading frames.</summary>
    public async Task<TimeSpan> Until(params string[] states)
    {
        var clock = Stopwatch.StartNew();
        while (true)
        {
            var told = Volatile.Read(ref _told).Task;
            if (states.Contains(State)) { return clock.Elapsed; }
            if (State == "failed") { throw new InvalidOperationException($"The simulation failed: {_message}"); }
            await told.WaitAsync(TimeSpan.FromMinutes(5));
        }
    }

    public async ValueTask DisposeAsync()
    {
        _socket.Abort();
        await _reading;
        _socket.Dispose();
    }

    private Task Send(object message) => _socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(message), WebSocketMessageType.Text, true, CancellationToken.None);

    private async Task Read()
    {
        var buffer = new byte[4 << 20];
        try
        {
            while (true)
            {
                var length = 0;
                ValueWebSocketReceiveResult received;
                do
                {
                    received = await _socket.ReceiveAsync(buffer.AsMemory(length), CancellationToken.None);
                    length += received.Count;
                }
                while (!received.EndOfMessage);
                if (received.MessageType == WebSocketMessageType.Close) { return; }
                if (received.MessageType == WebSocketMessageType.Binary)
                {
                    Frames++;
                    await Send(new { type = "ack", view = BinaryPrimitives.ReadUInt32LittleEndian(buffer.AsSpan(4)), seq = BinaryPrimitives.ReadUInt32LittleEndian(buffer.AsSpan(8)) });
                }
                else if (JsonDocument.Parse(buffer.AsMemory(0, length)).RootElement is var message && message.GetProperty("type").GetString() == "status")
                {
                    (_message, State) = (message.GetProperty("message").GetString()!, message.GetProperty("state").GetString()!);
                    Interlocked.Exchange(ref _told, new TaskCompletionSource()).SetResult();
                }
            }
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException or ObjectDisposedException or InvalidOperationException) { /* aborted */ }
    }
}
