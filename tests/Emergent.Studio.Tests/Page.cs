using System.Buffers.Binary;
using System.Net;
using System.Net.WebSockets;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Emergent.Studio.Tests;

/// <summary>Stands in for the page: one socket, all that came by it, and commands with their answers.</summary>
internal sealed class Page : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);   // machines that run tests are busy
    private readonly ClientWebSocket _socket = new();
    private readonly List<JsonElement> _messages = [];
    private readonly List<Frame> _frames = [];
    private readonly Task _reading;
    private int _lastId;

    private Page(ClientWebSocket socket)
    {
        _socket = socket;
        _reading = Task.Run(Read);
    }

    /// <summary>Whether it acknowledges frames as they come.</summary>
    public bool Acknowledges { get; set; } = true;

    public ClientWebSocket Socket => _socket;

    public IReadOnlyList<Frame> Frames { get { lock (_frames) { return [.. _frames]; } } }

    public IReadOnlyList<JsonElement> Messages { get { lock (_messages) { return [.. _messages]; } } }

    /// <summary>Exchanges the token of a window's address for the cookie.</summary>
    public static async Task<string> Enter(StudioWindow window)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false });
        using var response = await http.GetAsync(window.Address);
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        return response.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
    }

    /// <summary>Opens the socket and says hello.</summary>
    public static async Task<Page> Open(StudioWindow window, string? cookie = null, object? hello = null)
    {
        var page = new Page(await Connect(window, cookie ?? await Enter(window), $"http://127.0.0.1:{window.Port}"));
        await page.Send(hello ?? new { type = "hello", protocol = 1, rows = new { } });
        await page.Until("hello");
        return page;
    }

    /// <summary>Opens the socket and says nothing.</summary>
    public static async Task<Page> OpenSilent(StudioWindow window) => new(await Connect(window, await Enter(window), $"http://127.0.0.1:{window.Port}"));

    public static async Task<ClientWebSocket> Connect(StudioWindow window, string? cookie, string? origin, string? host = null)
    {
        var socket = new ClientWebSocket();
        socket.Options.AddSubProtocol("emergent.1");
        if (cookie is not null) { socket.Options.SetRequestHeader("Cookie", cookie); }
        if (origin is not null) { socket.Options.SetRequestHeader("Origin", origin); }
        if (host is not null) { socket.Options.SetRequestHeader("Host", host); }
        try { await socket.ConnectAsync(new Uri($"ws://127.0.0.1:{window.Port}/ws"), CancellationToken.None); }
        catch
        {
            socket.Dispose();
            throw;
        }
        return socket;
    }

    public Task Send(object message) => SendText(JsonSerializer.Serialize(message));

    public Task SendText(string text) => _socket.SendAsync(Encoding.UTF8.GetBytes(text).AsMemory(), WebSocketMessageType.Text, true, CancellationToken.None).AsTask();

    public Task Watch(string variable, string rate = "trial", int view = 1, object? unit = null, int record = -1, string network = "") =>
        Send(new { type = "watch", view, network, variable, unit, rate, maxHz = 0, record });

    /// <summary>Sends a command and waits for its answer: its result, or the error's message.</summary>
    public async Task<string?> Command(string name, object? args = null) => (await Result(name, args)).GetProperty("result").GetString();

    /// <summary>Sends a command and waits for its answer, which is no error.</summary>
    public async Task<JsonElement> Result(string name, object? args = null)
    {
        var answer = await Answer(name, args);
        Assert.True(answer.GetProperty("type").GetString() == "done", answer.ToString());
        return answer;
    }

    public async Task<string> Error(string name, object? args = null)
    {
        var answer = await Answer(name, args);
        Assert.Equal("error", answer.GetProperty("type").GetString());
        return answer.GetProperty("message").GetString()!;
    }

    /// <summary>Waits for a status that holds; later ones only.</summary>
    public Task<JsonElement> State(string state, int from = 0) => Until(m => TypeOf(m) == "status" && m.GetProperty("state").GetString() == state, from, state);

    /// <summary>Sends a command and waits until the simulation is in a state after it.</summary>
    public async Task<JsonElement> CommandTo(string state, string name, object? args = null)
    {
        var from = Messages.Count;
        await Command(name, args);
        // The answer comes first, then a status; one that was on its way is no matter, since it shows the state before.
        var done = Messages.ToList().FindIndex(from, m => TypeOf(m) == "done");
        return await State(state, done);
    }

    public Task<JsonElement> Until(string type, int from = 0) => Until(m => TypeOf(m) == type, from, type);

    public async Task<JsonElement> Until(Func<JsonElement, bool> holds, int from = 0, string what = "it")
    {
        var end = DateTime.UtcNow + Patience;
        while (DateTime.UtcNow < end)
        {
            foreach (var message in Messages.Skip(from)) { if (holds(message)) { return message; } }
            await Task.Delay(5);
        }
        throw new TimeoutException($"No '{what}' among {string.Join(" ", Messages.Select(m => TypeOf(m) == "status" ? m.ToString() : TypeOf(m)))}");
    }

    public async Task<Frame> FrameUntil(Func<Frame, bool> holds)
    {
        var end = DateTime.UtcNow + Patience;
        while (DateTime.UtcNow < end)
        {
            if (Frames.FirstOrDefault(holds) is { } frame) { return frame; }
            await Task.Delay(5);
        }
        throw new TimeoutException($"No such frame among {Frames.Count}");
    }

    /// <summary>The rows of a table as they have been told, column by column.</summary>
    public List<JsonElement[]> Rows(string table)
    {
        List<List<JsonElement>> columns = [];
        List<int> sizes = [];
        foreach (var message in Messages)
        {
            if (TypeOf(message) == "table" && message.GetProperty("name").GetString() == table)
            {
                columns = [.. message.GetProperty("columns").EnumerateArray().Select(_ => new List<JsonElement>())];
                sizes = [.. message.GetProperty("columns").EnumerateArray().Select(c => c.GetProperty("cellShape").EnumerateArray().Aggregate(1, (size, extent) => size * extent.GetInt32()))];
            }
            if (TypeOf(message) != "rows" || message.GetProperty("name").GetString() != table) { continue; }
            var told = message.GetProperty("columns").EnumerateArray().Select(c => c.EnumerateArray().ToArray()).ToArray();
            for (var c = 0; c < told.Length; c++)
            {
                while (columns.Count <= c) { (columns, sizes) = ([.. columns, []], [.. sizes, 1]); }
                var from = message.GetProperty("from").GetInt32() * sizes[c];   // rows that come again are written over
                if (from <= columns[c].Count) { columns[c].RemoveRange(from, columns[c].Count - from); }
                columns[c].AddRange(told[c]);
            }
        }
        return columns.ConvertAll(c => c.ToArray());
    }

    /// <summary>Waits for the server to close the socket, and says why.</summary>
    public async Task<(WebSocketCloseStatus? Status, string? Reason)> Closed()
    {
        await _reading.WaitAsync(Patience);
        return (_socket.CloseStatus, _socket.CloseStatusDescription);
    }

    public static string TypeOf(JsonElement message) => message.GetProperty("type").GetString()!;

    public async ValueTask DisposeAsync()
    {
        _socket.Abort();
        await _reading;
        _socket.Dispose();
    }

    private async Task<JsonElement> Answer(string name, object? args)
    {
        var id = ++_lastId;
        await Send(new { type = "command", id, name, args = args ?? new { } });
        return await Until(m => TypeOf(m) is "done" or "error" && m.GetProperty("id").GetInt32() == id, 0, $"answer to {name}");
    }

    private async Task Read()
    {
        var buffer = new byte[16 << 20];
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
                if (received.MessageType == WebSocketMessageType.Text)
                {
                    lock (_messages) { _messages.Add(JsonElement.Parse(buffer.AsSpan(0, length))); }
                    continue;
                }
                var frame = Frame.Read(buffer.AsSpan(0, length));
                lock (_frames) { _frames.Add(frame); }
                if (Acknowledges) { await Send(new { type = "ack", view = frame.View, seq = frame.Sequence }); }
            }
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException or ObjectDisposedException or InvalidOperationException) { /* aborted */ }
    }
}

/// <summary>A binary frame as the page reads it.</summary>
internal sealed record Frame(uint View, uint Sequence, int Record, uint Version, uint Flags, float Min, float Max, string Counters, float[] Values)
{
    public static Frame Read(ReadOnlySpan<byte> bytes)
    {
        Assert.Equal(0x4D45, BinaryPrimitives.ReadUInt16LittleEndian(bytes));
        Assert.Equal((1, 1), (bytes[2], bytes[3]));
        var counters = BinaryPrimitives.ReadInt32LittleEndian(bytes[32..]);
        var start = 40 + ((counters + 3) & ~3);
        var count = BinaryPrimitives.ReadInt32LittleEndian(bytes[36..]);
        var flags = BinaryPrimitives.ReadUInt32LittleEndian(bytes[20..]);
        Assert.Equal(start + count * ((flags & 3) == 0 ? 4 : 1), bytes.Length);
        return new(
            BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]), BinaryPrimitives.ReadUInt32LittleEndian(bytes[8..]), BinaryPrimitives.ReadInt32LittleEndian(bytes[12..]),
            BinaryPrimitives.ReadUInt32LittleEndian(bytes[16..]), flags, BinaryPrimitives.ReadSingleLittleEndian(bytes[24..]), BinaryPrimitives.ReadSingleLittleEndian(bytes[28..]),
            Encoding.UTF8.GetString(bytes.Slice(40, counters)),
            (flags & 3) == 0 ? MemoryMarshal.Cast<byte, float>(bytes[start..]).ToArray() : [.. bytes[start..].ToArray().Select(b => (float)b)]);
    }
}
