using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text.Json;

namespace Emergent.Bench.Window;

/// <summary>A browser's own protocol: calls and their answers; what it tells unasked is left out.</summary>
internal sealed class DevTools : IAsyncDisposable
{
    private readonly ClientWebSocket _socket = new();
    private readonly ConcurrentDictionary<int, TaskCompletionSource<JsonElement>> _asked = new();
    private Task _reading = Task.CompletedTask;
    private int _id;

    public static async Task<DevTools> Connect(Uri address)
    {
        var tools = new DevTools();
        await tools._socket.ConnectAsync(address, CancellationToken.None);
        tools._reading = Task.Run(tools.Read);
        return tools;
    }

    /// <summary>Calls a method, of a page's session if one is given; gives its result.</summary>
    /// <exception cref="InvalidOperationException">The browser refuses.</exception>
    public async Task<JsonElement> Call(string method, object? parameters = null, string? session = null)
    {
        var id = ++_id;
        var answer = _asked[id] = new(TaskCreationOptions.RunContinuationsAsynchronously);
        var message = new Dictionary<string, object> { ["id"] = id, ["method"] = method, ["params"] = parameters ?? new { } };
        if (session is not null) { message["sessionId"] = session; }
        await _socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(message), WebSocketMessageType.Text, true, CancellationToken.None);
        return await answer.Task;
    }

    public async ValueTask DisposeAsync()
    {
        _socket.Abort();
        await _reading;
        _socket.Dispose();
    }

    private async Task Read()
    {
        var chunk = new byte[1 << 16];
        using var message = new MemoryStream();
        try
        {
            while (true)
            {
                var received = await _socket.ReceiveAsync(chunk.AsMemory(), CancellationToken.None);
                message.Write(chunk.AsSpan(0, received.Count));
                if (!received.EndOfMessage) { continue; }
                var answer = JsonDocument.Parse(message.ToArray()).RootElement;
                message.SetLength(0);
                if (!answer.TryGetProperty("id", out var id) || !_asked.TryRemove(id.GetInt32(), out var asked)) { continue; }
                if (answer.TryGetProperty("error", out var error)) { asked.SetException(new InvalidOperationException($"The browser: {error}")); }
                else { asked.SetResult(answer.GetProperty("result")); }
            }
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            foreach (var asked in _asked.Values) { asked.TrySetException(e); }
        }
    }
}
