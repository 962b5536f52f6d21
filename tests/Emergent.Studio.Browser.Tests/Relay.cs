using System.Net;
using System.Net.Sockets;

namespace Emergent.Studio.Browser.Tests;

/// <summary>Stands between page and server as a network does, and can be cut.</summary>
/// <remarks>The server listens at 127.0.0.2, which Linux has without being asked; the relay at the same port of 127.0.0.1, so that the page's Host is right.</remarks>
internal sealed class Relay(int port) : IAsyncDisposable
{
    public static readonly IPAddress Server = IPAddress.Parse("127.0.0.2");

    private readonly List<Socket> _sockets = [];
    private TcpListener? _listener;

    /// <summary>Lets connections through.</summary>
    public void Mend()
    {
        _listener = new TcpListener(IPAddress.Loopback, port);
        _listener.Start();
        _ = Accept(_listener);
    }

    /// <summary>Cuts all connections, and lets none through.</summary>
    public void Cut()
    {
        _listener?.Stop();
        lock (_sockets)
        {
            foreach (var socket in _sockets) { socket.Dispose(); }
            _sockets.Clear();
        }
    }

    public ValueTask DisposeAsync()
    {
        Cut();
        return ValueTask.CompletedTask;
    }

    private async Task Accept(TcpListener listener)
    {
        while (true)
        {
            try
            {
                var page = await listener.AcceptSocketAsync();
                var server = new Socket(SocketType.Stream, ProtocolType.Tcp);
                lock (_sockets) { _sockets.AddRange([page, server]); }
                await server.ConnectAsync(Server, port);
                _ = Copy(page, server);
                _ = Copy(server, page);
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException) { return; }
        }
    }

    private static async Task Copy(Socket from, Socket to)
    {
        var buffer = new byte[1 << 16];
        try
        {
            while (await from.ReceiveAsync(buffer) is > 0 and var count) { await to.SendAsync(buffer.AsMemory(0, count)); }
            to.Shutdown(SocketShutdown.Send);
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException) { /* cut */ }
    }
}
